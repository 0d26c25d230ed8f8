#!/usr/bin/env bash
# Every check there is. Stops at the first that fails; at the end, each runner's own closing lines again.
STEPS=17
. "$(dirname "$0")/lib.sh"
started=$SECONDS
# The laws draw the same goods and bids for everybody, so that what fails here fails everywhere; `cargo test` alone draws others.
export PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-20261122}

need_build_tools
need_node
need_browser
need_journey_packages
try_servers

check_native

# Its own workflow runs it always; here, where somebody has it.
if have cargo-deny; then
  say "licences, doubles and origins of what we take from others (cargo-deny)"
  cargo deny --offline check bans licenses sources || die "deny.toml does not allow this; see docs/dependencies.md."
fi

step "clippy for WebAssembly"
logs wasm-clippy wasm_clippy

step "tests in WebAssembly, in a browser"
logs wasm-tests wasm_tests

step "the page, as it is shipped"
build_dist

step "size budgets, and journeys in a browser with axe"
logs sizes node scripts/sizes.mjs dist
logs journeys node tests/e2e/run.mjs dist

echo
echo "native tests:";        closing native-tests
grep -q "^test result: ok. 0 passed" target/logs/doctests.log || { echo "examples in docs:"; closing doctests; }
echo "WebAssembly tests:";   closing wasm-tests
echo "sizes:";               closing sizes
echo "journeys:";            closing journeys
echo "make test: everything passed, in $(((SECONDS - started) / 60)) min $(((SECONDS - started) % 60)) s"
