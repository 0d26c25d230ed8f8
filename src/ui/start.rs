//! How the page starts: texts first, then the first screen, then whatever it needs.

use super::act;
use super::app;
use super::events;
use super::keys;
use super::state::{self, App};
use crate::i18n::{Lang, Words, version};
use crate::io::draft_file;
use crate::platform::Fetch;
use crate::platform::browser::{Site, document, store, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Fetches the texts and shows the page. What goes wrong before anything is shown is thrown, for boot.js to tell.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let texts = async { Some([texts(Lang::En).await?, texts(Lang::Fr).await?]) };
        let Some(texts) = texts.await else {
            // The word by which boot.js knows what to tell.
            wasm_bindgen::throw_str("files");
        };
        show(Box::leak(Box::new(texts)));
    });
}

async fn texts(lang: Lang) -> Option<Words> {
    let mut address = String::from("data/texts.");
    address.push_str(lang.id());
    address.push_str(".txt?v=");
    address.push_str(&version());
    // A copy of another build may lie in a cache: then it is asked for once more, past it.
    for fresh in [false, true] {
        if let Ok(text) = Site.text(&address, fresh).await
            && let Ok(words) = Words::read(&text)
        {
            return Some(words);
        }
    }
    None
}

fn show(texts: &'static [Words; 2]) {
    let store = store();
    // Where the page stands in another one, that one may choose the language (frame.js puts it there).
    let asked = document().document_element().and_then(|html| html.get_attribute("data-lang"));
    let chosen = asked.or_else(|| store.get(keys::LANGUAGE)).or_else(|| window().navigator().language());
    let lang = chosen.and_then(|tag| Lang::of(&tag)).unwrap_or(Lang::En);
    let Some(body) = document().body() else { return };
    let page = leptos::mount::mount_to(body, move || {
        let app = App::new(texts, store, lang);
        act::arrive(app, &events::hash());
        events::listen(app);
        state::ask_always(app);
        hand_out(app);
        app::view(app)
    });
    // It stands as long as the program runs.
    page.forget();
}

/// Lets frame.js take the open bid as a file, once the person has agreed to give it away.
fn hand_out(app: App) {
    let draft = move || -> JsValue {
        if app.open_id().is_empty() {
            return JsValue::NULL;
        }
        app.draft.with_untracked(draft_file::write).into()
    };
    let draft = Closure::<dyn Fn() -> JsValue>::wrap(Box::new(draft));
    // A property of the window can be set.
    let _ = js_sys::Reflect::set(&window(), &"calculatorDraft".into(), draft.as_ref().unchecked_ref());
    draft.forget();
}
