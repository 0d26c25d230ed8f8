//! The engine as a program of its own: runs in a worker beside the page, or, where the browser refuses one, in the
//! page. The script that starts it finds what answers under the name `calculatorAnswer` of the global object.

#[cfg(target_arch = "wasm32")]
fn main() {
    use canadian_content::engine::Engine;
    use std::cell::RefCell;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::Closure;

    let engine = RefCell::new(Engine::default());
    let answer = move |asked: Vec<u8>| -> Vec<u8> { engine.borrow_mut().answer(&asked) };
    let answer = Closure::<dyn Fn(Vec<u8>) -> Vec<u8>>::wrap(Box::new(answer));
    // A property of the global object can be set.
    let _ =
        js_sys::Reflect::set(&js_sys::global(), &"calculatorAnswer".into(), answer.as_ref().unchecked_ref());
    answer.forget();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "This program is the page's engine: build it with trunk. On the command line use canadian-content."
    );
    std::process::exit(64);
}
