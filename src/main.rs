//! The page. Everything it shows comes from the library; this file only mounts it.

#[cfg(target_arch = "wasm32")]
fn main() {
    canadian_content::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is the page: build it with trunk. On the command line use canadian-content.");
    std::process::exit(64);
}
