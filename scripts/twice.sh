#!/usr/bin/env bash
# Builds the page twice, from two copies of the sources in folders of other names with nothing built yet, and compares
# every file. Takes some minutes.
STEPS=9
. "$(dirname "$0")/lib.sh"
need_build_tools
need_node
folder=$(mktemp -d)
# One commit, whatever is committed meanwhile.
commit=$(git rev-parse HEAD)
trap 'rm -rf "$folder"' EXIT
for copy in one another/and/deeper; do
  step "a build in $copy"
  mkdir -p "$folder/$copy"
  git archive "$commit" | tar -x -C "$folder/$copy"
  (cd "$folder/$copy" && env -u CARGO_TARGET_DIR scripts/dist.sh) >"$folder/log" 2>&1 || { tail -n 20 "$folder/log"; die "It could not be built."; }
done
step "are they the same?"
diff -r "$folder/one/dist" "$folder/another/and/deeper/dist" || die "The two builds differ."
say "the same bytes: $(find "$folder/one/dist" -type f | wc -l | tr -d ' ') files"
