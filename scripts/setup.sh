#!/usr/bin/env bash
# Installs the tools that are missing: all that `make test` uses.
STEPS=8
. "$(dirname "$0")/lib.sh"
need_build_tools
need_node
need_browser
need_journey_packages
