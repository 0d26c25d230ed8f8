#!/usr/bin/env bash
# Serves the page on loopback, built quickly rather than small, and built again when a file changes.
STEPS=6
. "$(dirname "$0")/lib.sh"
need_rust
need_wasm
need_trunk
need_wasm_bindgen
need_wasm_opt
step "the page, for development"
serve
