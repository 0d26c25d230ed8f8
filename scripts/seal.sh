#!/usr/bin/env bash
# Finishes what trunk has built, before it is put in place. Called by trunk after each build; scripts/site.sh, called
# before it, has built the program that does this.
set -euo pipefail
cd "$(dirname "$0")/.."
"${NATIVE_TARGET_DIR:-$PWD/target}/debug/canadian-content" seal "$TRUNK_STAGING_DIR"
