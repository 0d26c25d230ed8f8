#!/usr/bin/env bash
# Builds dist/: files that any static host can serve, under any path.
STEPS=7
. "$(dirname "$0")/lib.sh"
need_build_tools
need_node
step "the page, as it is shipped"
build_dist
say "dist/ is ready: copy it to any static host, under any path"
