#!/usr/bin/env bash
# Packs the page as it is shipped: one archive, with checksums of it and of every file in it.
STEPS=8
. "$(dirname "$0")/lib.sh"
need_build_tools
need_node
step "the page, as it is shipped"
build_dist
step "the archive"
version=$(awk -F'"' '/^version/ { print $2; exit }' Cargo.toml)
name=canadian-content-calculator-$version
out=target/release-files
rm -rf "$out"
mkdir -p "$out/$name/docs"
cp -R dist "$out/$name/site"
cp -R hosting LICENSE-MIT LICENSE-APACHE NOTICE CHANGELOG.md "$out/$name/"
# Where their links to each other and to hosting/ hold.
cp docs/hosting.md docs/embedding.md docs/draft-format.md docs/draft.schema.json "$out/$name/docs/"
{
  rustc --version
  (wasm_env && "${RUSTC:-rustc}" --version | sed 's/$/ (for WebAssembly)/')
  trunk --version
  wasm-bindgen --version
  wasm-opt --version
  echo "node $(node --version)"
} >"$out/$name/BUILT-WITH.txt"
sums() { if have sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
(cd "$out/$name" && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | while read -r file; do sums "$file"; done >SHA256SUMS)
# Order, owner and time fixed, so that two archives of one commit are the same bytes.
pack=(--sort=name --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime=@0)
tar --version 2>/dev/null | grep -q GNU || pack=()
tar -C "$out" "${pack[@]}" -cf - "$name" | gzip -n -9 >"$out/$name.tar.gz"
(cd "$out" && sums "$name.tar.gz" >"$name.tar.gz.sha256")
say "$(cat "$out/$name.tar.gz.sha256")"
say "it lies in $out"
