#!/usr/bin/env bash
# Takes the screenshots of docs/screenshots/ again.
STEPS=9
. "$(dirname "$0")/lib.sh"
need_build_tools
need_node
need_browser
need_journey_packages
step "screenshots of the page as it is shipped"
build_page
node tests/e2e/shots.mjs dist
