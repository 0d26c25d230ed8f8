//! Joins the names and words of the Harmonized System, kept by chapter in `data/hs`, into one file each for
//! `catalog::shipped`, and takes a hash of them that ties the page to the files of its site (`i18n::VERSION`).

use std::path::Path;
use std::{env, fs, io};

/// What the files of names on the site are made from, besides the names: the older editions, and their notation.
const ALSO: [&str; 2] = ["src/packs/editions.map", "src/catalog/file.rs"];

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let names = joined(Path::new("data/hs"))?;
    let words = joined(Path::new("data/hs/words"))?;
    fs::write(Path::new(&out).join("names.tsv"), &names)?;
    fs::write(Path::new(&out).join("words.tsv"), &words)?;
    let mut hash = mixed(mixed(0xcbf2_9ce4_8422_2325, &names), &words);
    for path in ALSO {
        println!("cargo::rerun-if-changed={path}");
        hash = mixed(hash, &fs::read_to_string(path)?);
    }
    println!("cargo::rustc-env=CATALOG_HASH={hash:016x}");
    println!("cargo::rerun-if-changed=data/hs");
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

/// The tables of a folder, one after the other in order of their names. No folder holds none.
fn joined(folder: &Path) -> io::Result<String> {
    let mut paths = Vec::new();
    if !folder.is_dir() {
        return Ok(String::new());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "tsv") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut text = String::new();
    for path in paths {
        text.push_str(&fs::read_to_string(&path)?);
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    Ok(text)
}

/// FNV-1a.
fn mixed(mut hash: u64, text: &str) -> u64 {
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash
}
