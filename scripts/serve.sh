#!/usr/bin/env bash
# Builds the page and serves it on loopback, at the first free port from 8080 on.
STEPS=6
. "$(dirname "$0")/lib.sh"
need_build_tools
step "the page, as it is shipped (about two minutes the first time)"
serve --release
