//! A file that the user gives, handed to the engine piece by piece: the page paints between the pieces, and the user
//! can stop it at any time. Nothing of it is kept here.

use super::engine;
use super::sheets;
use super::state::App;
use crate::engine::Feed;
use crate::wire::Raw;
use js_sys::Uint8Array;
use std::sync::atomic::{AtomicU32, Ordering};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Counts the files that were begun or stopped: what belongs to another one is no longer wanted.
static TURN: AtomicU32 = AtomicU32::new(0);

/// Bytes of a piece: large enough that the way to the engine costs little, small enough that it answers at once.
const PIECE: u64 = 1 << 21;

/// Reads a file from its beginning.
pub(super) fn read(app: App, file: Blob) {
    let turn = TURN.fetch_add(1, Ordering::Relaxed) + 1;
    // What was open belongs to the file before.
    sheets::take(app, "open", "", false);
    wasm_bindgen_futures::spawn_local(async move {
        // OK because a file has no negative length, and one of 2^53 bytes nobody has.
        let size = file.size() as u64;
        let mut at = 0;
        loop {
            let end = (at + PIECE).min(size);
            let Some(bytes) = piece(&file, at, end).await else {
                stop(app);
                app.notice.set(app.words_now().file_gone());
                return;
            };
            if TURN.load(Ordering::Relaxed) != turn {
                return;
            }
            let last = end == size;
            let feed = Feed { size, first: at == 0, last, stop: false, bytes: Raw(bytes) };
            let more = engine::ask(&feed).await.unwrap_or_default();
            told(app);
            if last || !more {
                return;
            }
            at = end;
        }
    });
}

async fn piece(file: &Blob, from: u64, to: u64) -> Option<Vec<u8>> {
    let piece = file.slice_with_f64_and_f64(from as f64, to as f64).ok()?;
    let buffer = JsFuture::from(piece.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Stops reading.
pub(super) fn stop(app: App) {
    TURN.fetch_add(1, Ordering::Relaxed);
    wasm_bindgen_futures::spawn_local(async move {
        let feed = Feed { size: 0, first: false, last: false, stop: true, bytes: Raw(Vec::new()) };
        // Whatever is answered, nothing more is sent.
        let _ = engine::ask(&feed).await;
        told(app);
    });
}

/// The engine has been given something: what it says may be another.
fn told(app: App) {
    app.imported.update(|count| *count = count.wrapping_add(1));
}
