#!/usr/bin/env bash
# How long a search for a code takes: natively, and in WebAssembly under Node, built as it is shipped.
STEPS=6
. "$(dirname "$0")/lib.sh"
need_rust
need_wasm
need_wasm_bindgen
need_node

step "the search, natively"
cargo bench --bench find

step "the search, in WebAssembly under Node"
scripts/site.sh
(
  wasm_env
  cargo test --release --target wasm32-unknown-unknown --test speed -- --nocapture
)
