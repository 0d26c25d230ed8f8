//! The engine, as the page sees it: files are handed to it once, questions follow the state, answers come a little later.

use super::events;
use super::rules::{self, Held};
use super::state::App;
use crate::engine::{Data, Question, question};
use crate::wire::Wire;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Asks the engine in bytes. Nothing where it does not run. Which program that is, and where it runs, boot.js knows.
async fn asked(bytes: &[u8]) -> Option<Vec<u8>> {
    let ask: Function = Reflect::get(&window(), &"calculatorAsk".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = ask.call1(&window(), &Uint8Array::from(bytes)).ok()?.dyn_into().ok()?;
    let answer: Uint8Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(answer.to_vec())
}

/// After so long the page says that what stands on it is not yet the answer.
const LATE: Duration = Duration::from_millis(900);

/// Asks once.
pub(super) async fn ask<Q: Question>(it: &Q) -> Option<Q::Answer> {
    Q::Answer::of_bytes(&asked(&question(it)).await?)
}

/// Whether the engine can speak the language of the page. Asks for what is missing. Follows both.
pub(super) fn speaks(app: App) -> bool {
    let lang = app.lang.get();
    let texts = rules::texts_of(lang);
    rules::need_once(app, texts);
    let speaks = app.held(texts) == Held::Ready;
    if speaks {
        // The language can then be changed without a network.
        rules::need_once(app, rules::texts_of(lang.other()));
    }
    speaks
}

/// A question that is asked again whenever what it is made from changes.
struct Line {
    /// Asked last.
    last: Vec<u8>,
    /// Whether an answer is awaited.
    busy: bool,
    /// To be asked once it has come.
    next: Option<Vec<u8>>,
    /// Whether it takes so long that the page says so.
    late: bool,
}

/// Asks what `make` returns, again whenever a signal it read has changed and the question is another one. Answers are
/// handed to `take`; between two questions the last answer stands. Changes that come while an answer is awaited are
/// asked about once, when it is there.
pub(super) fn follow(app: App, make: fn(App) -> Option<Vec<u8>>, take: fn(App, &[u8])) {
    let line = Rc::new(RefCell::new(Line { last: Vec::new(), busy: false, next: None, late: false }));
    Effect::new(move |_| {
        let made = make(app);
        let mut open = line.borrow_mut();
        let Some(bytes) = made else {
            open.last.clear();
            open.next = None;
            return;
        };
        if open.busy {
            open.next = Some(bytes);
        } else if open.last != bytes {
            open.busy = true;
            drop(open);
            send(app, line.clone(), bytes, take);
        } else {
            drop(open);
            answered(app);
        }
    });
}

fn send(app: App, line: Rc<RefCell<Line>>, bytes: Vec<u8>, take: fn(App, &[u8])) {
    wasm_bindgen_futures::spawn_local(async move {
        let mut bytes = bytes;
        loop {
            let epoch = app.epoch.get_untracked();
            let waiting = line.clone();
            let timer = set_timeout_with_handle(
                move || {
                    waiting.borrow_mut().late = true;
                    app.late.update(|count| *count += 1);
                },
                LATE,
            );
            let answer = asked(&bytes).await;
            if let Ok(timer) = timer {
                timer.clear();
            }
            if std::mem::take(&mut line.borrow_mut().late) {
                app.late.update(|count| *count -= 1);
            }
            match &answer {
                None => rules::lost(app),
                // An answer about a draft that is no longer open is nobody's.
                Some(answer) if epoch == app.epoch.get_untracked() => take(app, answer),
                Some(_) => {}
            }
            let mut open = line.borrow_mut();
            open.last = if answer.is_some() { bytes } else { Vec::new() };
            match open.next.take().filter(|next| *next != open.last) {
                Some(next) if answer.is_some() => bytes = next,
                _ => {
                    open.busy = false;
                    drop(open);
                    answered(app);
                    return;
                }
            }
        }
    });
}

/// The screen shows what was asked about last: fields of sheets can be shown as they are stored.
fn answered(app: App) {
    if app.awaiting.get_untracked() {
        app.awaiting.set(false);
        events::settle_soon(app);
    }
}

/// Gives the engine a file. Whether it could use it.
pub(super) async fn load(what: Data, text: String) -> Option<bool> {
    ask(&crate::engine::Load { what, text }).await
}
