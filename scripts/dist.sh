#!/usr/bin/env bash
# Builds dist/: files that any static host can serve, under any path.
STEPS=6
. "$(dirname "$0")/lib.sh"
need_rust
need_wasm
need_trunk
need_wasm_bindgen
need_wasm_opt
step "the page, as it is shipped"
build_page
say "dist/ is ready: copy it to any static host, under any path"
