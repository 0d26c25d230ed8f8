//! What a bundler leaves to do: files that it names plainly get names that carry their hash, and the page is told.

use super::Unusable;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::Path;

/// The engine's files, as the bundler names them.
const PLAIN: &[&str] = &["engine_bg.wasm", "engine.js", "worker.js"];

pub(super) fn run(folder: &Path) -> Result<u8, Unusable> {
    let failed = |path: &Path, error: std::io::Error| Unusable(format!("{}: {error}.", path.display()));
    let page = folder.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(|error| failed(&page, error))?;
    for name in PLAIN {
        let path = folder.join(name);
        let bytes = fs::read(&path).map_err(|error| failed(&path, error))?;
        let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
        let sealed = format!("{stem}-{}.{ending}", &hex(&Sha256::digest(&bytes))[..16]);
        fs::rename(&path, folder.join(&sealed)).map_err(|error| failed(&path, error))?;
        let integrity = match ending {
            "wasm" => format!("\" data-integrity=\"{}", integrity(&bytes)),
            _ => String::new(),
        };
        html = html.replace(&format!("\"{name}\""), &format!("\"{sealed}{integrity}\""));
    }
    fs::write(&page, preloads(&html)).map_err(|error| failed(&page, error))?;
    Ok(0)
}

/// Browsers ignore `integrity` on the preload link of a program, and warn of it on every visit; boot.js checks it.
fn preloads(html: &str) -> String {
    let mut lines = Vec::new();
    for tag in html.split_inclusive('>') {
        let is_preload = tag.contains("<link rel=\"preload\"");
        lines.push(if is_preload { tag.replace(" integrity=", " data-integrity=") } else { tag.to_owned() });
    }
    lines.concat()
}

/// As the `integrity` of a fetch wants it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_by_what_they_hold_and_the_page_knows_their_names() {
        let folder = std::env::temp_dir().join(format!("seal-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        for name in PLAIN {
            fs::write(folder.join(name), name).expect("a file");
        }
        let html = "<link rel=\"preload\" href=\"./p.wasm\" integrity=\"sha384-x\"><link rel=\"modulepreload\" \
                    integrity=\"sha384-y\"><link rel=\"engine\" href=\"engine.js\" data-program=\"engine_bg.wasm\" \
                    data-worker=\"worker.js\">";
        fs::write(folder.join("index.html"), html).expect("a page");
        assert_eq!(run(&folder).map_err(|unusable| unusable.0), Ok(0));
        let sealed = fs::read_to_string(folder.join("index.html")).expect("a page");
        assert!(sealed.contains("href=\"./p.wasm\" data-integrity=\"sha384-x\""), "{sealed}");
        assert!(sealed.contains("\"modulepreload\" integrity=\"sha384-y\""), "{sealed}");
        for name in PLAIN {
            let (stem, ending) = name.split_once('.').expect("an ending");
            let hash = &hex(&Sha256::digest(name.as_bytes()))[..16];
            let name = format!("{stem}-{hash}.{ending}");
            assert!(
                sealed.contains(&format!("\"{name}\"")) && folder.join(&name).is_file(),
                "{name} in {sealed}"
            );
        }
        assert!(sealed.contains(&format!("data-integrity=\"{}\"", integrity(b"engine_bg.wasm"))), "{sealed}");
        fs::remove_dir_all(&folder).expect("a folder to remove");
    }
}
