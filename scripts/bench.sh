#!/usr/bin/env bash
# How long it takes to search for a code and to judge goods: natively, and in WebAssembly under Node, with the profile
# that is shipped. And how many instructions the judging takes, which has budgets that fail, as it is all but the same on every run.
STEPS=8
. "$(dirname "$0")/lib.sh"
need_rust
need_wasm
need_wasm_bindgen
need_node

step "natively"
cargo bench --bench find --bench origin

step "in WebAssembly under Node"
scripts/site.sh
(
  wasm_env
  cargo test --release --target wasm32-unknown-unknown --test speed -- --nocapture
)

if need_valgrind; then
  step "in instructions"
  CARGO_TARGET_DIR=$ROOT/target/instructions cargo bench --locked --manifest-path benches/instructions/Cargo.toml
else
  step "in instructions: left out"
fi
