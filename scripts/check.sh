#!/usr/bin/env bash
# The quick checks, with the Rust at hand alone: format, clippy, native tests.
STEPS=5
. "$(dirname "$0")/lib.sh"
need_rust
check_native
