#!/usr/bin/env bash
# Serves the page on loopback, built quickly rather than small, and built again when a file changes.
STEPS=6
. "$(dirname "$0")/lib.sh"
need_build_tools
step "the page, for development"
serve
