//! The page. Everything it shows comes from the library; this file only mounts it.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(|| leptos::view! { <p>"Canadian Content Calculator"</p> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is the page: build it with trunk. On the command line use canadian-content.");
    std::process::exit(64);
}
