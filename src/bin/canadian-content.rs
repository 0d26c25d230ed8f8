//! The command line over the same engine as the page: one draft in, one decision out; case files; the site's data.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    canadian_content::cli::main()
}
