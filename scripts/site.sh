#!/usr/bin/env bash
# Writes the files the page fetches (texts, rule packs) to target/site. Called by trunk before each build.
# The command line writes them, so it is built for this machine, not for the browser: with its compiler and target folder.
set -euo pipefail
cd "$(dirname "$0")/.."
unset RUSTC SYSROOT CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER
export CARGO_TARGET_DIR=${NATIVE_TARGET_DIR:-$PWD/target}
cargo build --quiet --locked --bin canadian-content
# Anew each time, so that a file which is no longer written does not stay on the site.
rm -rf target/site
mkdir -p target/site
"$CARGO_TARGET_DIR/debug/canadian-content" site target/site
