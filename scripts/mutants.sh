#!/usr/bin/env bash
# Puts every small mistake into the evaluator, one at a time, and tells which no test notices. All of them are woven into
# one copy of the project, each asleep behind a number, so that it is built once; see tests/mutants.md.
#   ONLY=FILE make mutants   only those that the file names, for instance what an earlier run printed, or whose names begin
#                            as one of its lines does: judge/open.rs
#   JOBS=4 make mutants      four at a time
STEPS=3
. "$(dirname "$0")/lib.sh"
need_rust

step "a copy of the project, and what weaves the mistakes into it"
work=$ROOT/target/mutants
rm -rf "$work/tree"
mkdir -p "$work/tree"
git ls-files -z --cached --others --exclude-standard | tar c --null -T - | tar x -C "$work/tree"
# Without the reference cases, so that everybody sees the same.
CARGO_TARGET_DIR=$work/tool cargo build --quiet --release --locked --manifest-path scripts/mutants/Cargo.toml

step "one run of the tests for each mistake"
origin=src/origin
"$work/tool/release/mutants" "$work/tree" tests/mutants.md "${JOBS:-2}" \
  $origin/judge/{alike,alternative,context,good,kind,listed,made,missing,open,row,shift,textile,today,tolerance,uses,values,vehicle}.rs \
  $origin/{remedy,stock,edition,provisions,special,fact}.rs src/index.rs
