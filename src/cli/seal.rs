//! What a bundler leaves to do: names that carry the hash of what they name, the page told of each file's hash, and the
//! list by which the service worker keeps the site.

use super::Unusable;
use crate::i18n;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The engine's files, as the bundler names them, and the attribute of the page's link that holds their hash.
const PLAIN: &[(&str, &str)] = &[
    ("engine_bg.wasm", "data-integrity"),
    ("engine.js", "data-glue"),
    ("worker.js", "data-worker-integrity"),
];

/// The link of the page that leads to the engine; what the page is told of its data stands before it.
const ENGINE: &str = "<link rel=\"engine\"";

/// The page that writes the lines for other sites, and what stands in it for the style sheets of the calculator.
const EMBED: &str = "embed.html";
const EMBED_STYLES: &str = "<!-- styles -->";

/// The script that puts the calculator into a page of another site, and what stands in it for the hash of the page.
const ELEMENT: &str = "element.js";
const ELEMENT_PAGE: &str = "\"PAGE\"";

/// The file that keeps the site for use without a network, and what stands in it for the hash and the list.
const KEEPER: &str = "sw.js";
const KEEPER_BUILD: &str = "\"BUILD\"";
const KEEPER_FILES: &str = "new Map([])";
/// Beginnings of the names of files that it does not keep: what only launchers and hosts' servers ask for.
const LEFT_OUT: &[&str] = &["_", ".", "icon-"];

pub(super) fn run(folder: &Path) -> Result<u8, Unusable> {
    let html = read_text(&folder.join("index.html"))?;
    let html = checked(folder, &preloads(folder, &engine(folder, html)?)?)?;
    write(&folder.join("index.html"), &html)?;
    let embed = folder.join(EMBED);
    write(&embed, &read_text(&embed)?.replacen(EMBED_STYLES, &styles(&html), 1))?;
    let element = folder.join(ELEMENT);
    let page = format!("\"{}\"", integrity(html.as_bytes()));
    write(&element, &read_text(&element)?.replacen(ELEMENT_PAGE, &page, 1))?;
    let keeper = keeper(folder, &read_text(&folder.join(KEEPER))?)?;
    write(&folder.join(KEEPER), &keeper)?;
    Ok(0)
}

/// Names the engine's files by what they hold, and tells the page of it.
fn engine(folder: &Path, mut html: String) -> Result<String, Unusable> {
    for (name, attribute) in PLAIN {
        let path = folder.join(name);
        let bytes = read(&path)?;
        let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
        let sealed = format!("{stem}-{}.{ending}", short_hash(&bytes));
        fs::rename(&path, folder.join(&sealed)).map_err(|error| failed(&path, &error))?;
        html = html
            .replace(&format!("\"{name}\""), &format!("\"{sealed}\" {attribute}=\"{}\"", integrity(&bytes)));
    }
    Ok(html)
}

/// Browsers ignore `integrity` on the preload link of a program, and warn of it on every visit; boot.js checks it, and
/// tells how much of it has come. A style sheet is asked for as what it is, a file to be checked, so that it also is
/// where the page has no origin of its own.
fn preloads(folder: &Path, html: &str) -> Result<String, Unusable> {
    let mut sealed = String::new();
    for tag in html.split_inclusive('>') {
        if tag.contains("<link rel=\"preload\"") {
            let name =
                tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            let size = read(&folder.join(name))?.len();
            let tag = tag.replace(" integrity=", &format!(" data-size=\"{size}\" data-integrity="));
            sealed.push_str(&tag);
        } else if tag.contains("<link rel=\"stylesheet\"") && !tag.contains("crossorigin") {
            sealed.push_str(&tag.replace(" integrity=", " crossorigin=\"anonymous\" integrity="));
        } else {
            sealed.push_str(tag);
        }
    }
    Ok(sealed)
}

/// The page, told of the hash of each data file: `platform::browser` has the browser check it.
fn checked(folder: &Path, html: &str) -> Result<String, Unusable> {
    let mut sums = String::new();
    for name in names(&folder.join("data"), "data/")? {
        let sum = sum(&read(&folder.join(&name))?);
        // Writing to a String cannot fail.
        let _ = writeln!(sums, "<meta name=\"{name}\" content=\"sha256-{sum}\">");
    }
    Ok(html.replacen(ENGINE, &(sums + ENGINE), 1))
}

/// The links of the page that lead to its style sheets.
fn styles(html: &str) -> String {
    let tags = html.split_inclusive('>').filter(|tag| tag.contains("<link rel=\"stylesheet\""));
    tags.map(str::trim_start).collect()
}

/// The service worker, with the hash of this build and the list of its files.
fn keeper(folder: &Path, text: &str) -> Result<String, Unusable> {
    let mut list = String::new();
    for name in names(folder, "")? {
        if name == KEEPER || LEFT_OUT.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let sum = sum(&read(&folder.join(&name))?);
        // Writing to a String cannot fail.
        let _ = write!(list, "[\"{}\",\"{sum}\"],", address(&name));
    }
    // It is asked for on every visit, so what explains it stays at home.
    let mut code = String::new();
    for line in text.lines().map(str::trim_start) {
        if !line.starts_with("//") && !line.starts_with("/**") {
            code.push_str(line);
            code.push('\n');
        }
    }
    let build = short_hash(list.as_bytes());
    let code = code.replacen(KEEPER_BUILD, &format!("\"{build}\""), 1);
    Ok(code.replacen(KEEPER_FILES, &format!("new Map([{list}])"), 1))
}

/// How the page asks for a file: itself by its folder, data with the hash of all data.
fn address(name: &str) -> String {
    if name == "index.html" {
        String::new()
    } else if name.starts_with("data/") && !name.starts_with("data/examples/") {
        format!("{name}?v={}", i18n::version())
    } else {
        name.to_owned()
    }
}

/// The names of all files below a folder, in order, each after `prefix`.
fn names(folder: &Path, prefix: &str) -> Result<Vec<String>, Unusable> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| failed(folder, &error))?;
    for entry in entries {
        let path = entry.map_err(|error| failed(folder, &error))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            found.extend(names(&path, &format!("{prefix}{name}/"))?);
        } else {
            found.push(format!("{prefix}{name}"));
        }
    }
    found.sort();
    Ok(found)
}

fn failed(path: &Path, error: &std::io::Error) -> Unusable {
    Unusable(format!("{}: {error}.", path.display()))
}

fn read(path: &Path) -> Result<Vec<u8>, Unusable> {
    fs::read(path).map_err(|error| failed(path, &error))
}

fn read_text(path: &Path) -> Result<String, Unusable> {
    fs::read_to_string(path).map_err(|error| failed(path, &error))
}

fn write(path: &Path, text: &str) -> Result<(), Unusable> {
    fs::write(path, text).map_err(|error| failed(path, &error))
}

/// As the `integrity` of a fetch wants it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// The SHA-256 in base 64.
fn sum(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(bytes))
}

/// Enough of the SHA-256 to tell files of one name apart.
fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<link rel=\"preload\" href=\"./p.wasm\" integrity=\"sha384-x\"><link rel=\"modulepreload\" \
                        integrity=\"sha384-y\"><link rel=\"stylesheet\" href=\"./a.css\" integrity=\"sha384-z\"/>\
                        <link rel=\"engine\" href=\"engine.js\" data-program=\"engine_bg.wasm\" \
                        data-worker=\"worker.js\">";

    #[test]
    fn files_are_named_by_what_they_hold_and_page_and_keeper_know_their_hashes() {
        let folder = std::env::temp_dir().join(format!("seal-{}", std::process::id()));
        fs::create_dir_all(folder.join("data/examples")).expect("a folder");
        let files = ["p.wasm", "data/a.txt", "data/examples/b.json", "a.css", "icon-9.png", "_headers"];
        for name in PLAIN.iter().map(|(name, _)| name).chain(&files) {
            fs::write(folder.join(name), name).expect("a file");
        }
        fs::write(folder.join("index.html"), HTML).expect("a page");
        fs::write(folder.join(EMBED), format!("{EMBED_STYLES}.")).expect("a page");
        fs::write(folder.join(ELEMENT), "const page = \"PAGE\";").expect("a script");
        fs::write(folder.join(KEEPER), "// Why.\nconst build = \"BUILD\";\nconst files = new Map([]);")
            .expect("a script");
        assert_eq!(run(&folder).map_err(|unusable| unusable.0), Ok(0));

        let page = fs::read_to_string(folder.join("index.html")).expect("a page");
        assert!(page.contains("href=\"./p.wasm\" data-size=\"6\" data-integrity=\"sha384-x\""), "{page}");
        assert!(page.contains("\"modulepreload\" integrity=\"sha384-y\""), "{page}");
        assert!(page.contains("crossorigin=\"anonymous\" integrity=\"sha384-z\""), "{page}");
        let data = format!("<meta name=\"data/a.txt\" content=\"sha256-{}\">", sum(b"data/a.txt"));
        assert!(page.contains(&data), "{page}");

        let embed = fs::read_to_string(folder.join(EMBED)).expect("a page");
        assert!(
            embed.starts_with("<link rel=\"stylesheet\" href=\"./a.css\"") && embed.ends_with("/>."),
            "{embed}"
        );

        let element = fs::read_to_string(folder.join(ELEMENT)).expect("a script");
        assert_eq!(element, format!("const page = \"{}\";", integrity(page.as_bytes())));

        let keeper = fs::read_to_string(folder.join(KEEPER)).expect("a script");
        assert!(keeper.contains(&format!("[\"\",\"{}\"]", sum(page.as_bytes()))), "{keeper}");
        assert!(keeper.contains(&format!("[\"data/a.txt?v={}\",", i18n::version())), "{keeper}");
        assert!(keeper.contains("[\"data/examples/b.json\","), "{keeper}");
        assert!(
            !keeper.contains("BUILD") && !keeper.contains("_headers") && !keeper.contains(".br"),
            "{keeper}"
        );
        for (name, attribute) in PLAIN {
            let (stem, ending) = name.split_once('.').expect("an ending");
            let sealed = format!("{stem}-{}.{ending}", short_hash(name.as_bytes()));
            let told = format!("\"{sealed}\" {attribute}=\"{}\"", integrity(name.as_bytes()));
            assert!(page.contains(&told) && folder.join(&sealed).is_file(), "{sealed} in {page}");
            assert!(keeper.contains(&format!("[\"{sealed}\",")), "{sealed} in {keeper}");
        }
        fs::remove_dir_all(&folder).expect("a folder to remove");
    }
}
