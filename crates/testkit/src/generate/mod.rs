//! Makes the test vectors: the same bytes on every run.
//!
//! Nothing of the verifier is used here, so that both cannot share a mistake.

pub mod archive;
pub mod book;
pub mod curves;
pub mod der;
pub mod ecdsa;
pub mod evidence;
pub mod formats;
pub mod groups;
pub mod keys;
pub mod ledger;
pub mod messages;
pub mod ocmf;
pub mod pdf;
pub mod picture;
pub mod registers;
pub mod rules;
pub mod seal;
pub mod xml;

use std::path::Path;
use std::{fs, io};

pub use book::Files;

/// Files of the folder that are written by hand.
pub const BY_HAND: [&str; 2] = ["README.md", "schema.json"];

/// All files that are generated.
#[must_use]
pub fn files() -> Files {
    let mut files = Files::new();
    key_files(&mut files);
    files.extend(registers::files());
    let groups = [
        groups::versions::group(),
        groups::curves::group(),
        groups::encodings::group(),
        groups::key_spellings::group(),
        groups::carriers::group(),
        groups::documents::group(),
        groups::bundles::group(),
        groups::layouts::group(),
        groups::tampering::group(),
        groups::malformed::group(),
        formats::alfen::group(),
        formats::pcdf::group(),
        formats::chargepoint::group(),
        formats::sml_edl40::group(),
        formats::isa_edl40::group(),
        formats::edl40_sig::group(),
        formats::emh::group(),
        formats::mennekes::group(),
        formats::bsm::group(),
        formats::json::group(),
        formats::ocpp::group(),
        formats::ocpi::group(),
        formats::sealed::group(),
        rules::group(),
        groups::demo::group(),
    ];
    for group in groups {
        group.write_to(&mut files);
    }
    ledger::write_to(&mut files);
    files
}

/// The keys: PEM and hex each, and the list with the private ones.
fn key_files(files: &mut Files) {
    let mut list = Vec::new();
    for key in keys::all() {
        let stem = format!("keys/{}", key.file_name());
        files.insert(format!("{stem}.pem"), key.pem().into_bytes());
        files.insert(format!("{stem}.hex"), (key.hex() + "\n").into_bytes());
        list.push(serde_json::json!({
            "name": key.name,
            "kind": key.kind.as_str(),
            "derived_from": key.word(),
            "private": key.private_hex(),
            "public_pem": format!("{}.pem", key.file_name()),
            "fingerprint": key.fingerprint(),
        }));
    }
    for key in [seal::RSA_1024, seal::RSA_2048] {
        files.insert(format!("keys/{}.hex", key.name), (hex::encode_upper(key.spki()) + "\n").into_bytes());
        list.push(serde_json::json!({
            "name": key.name,
            "kind": "RSA",
            "derived_from": format!("eichrecht test key: {}", key.name),
            "private": key.private_hex(),
            "public_hex": format!("{}.hex", key.name),
        }));
    }
    let all = serde_json::json!({
        "note": "Test keys, published with their private parts. NEVER use them outside tests: whoever reads this can sign with them.",
        "derivation": "private number = SHA-256(derived_from), reduced modulo the order of the curve; Ed25519 and ML-DSA: SHA-256(derived_from) is the seed; Ed448: the first 57 bytes of SHA-512(derived_from) are the seed; RSA: the primes are the first ones at or above numbers made of SHA-256(derived_from p 0), … and (derived_from q 0), …, with their two top bits and the lowest one set",
        "keys": list,
    });
    files.insert("keys/keys.json".to_owned(), (serde_json::to_string_pretty(&all).unwrap() + "\n").into_bytes());
}

/// Paths of all files below a folder, relative to it, with `/`.
///
/// # Errors
/// When a folder cannot be read.
pub fn paths_below(root: &Path) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut open = vec![root.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                let parts: Vec<_> =
                    path.strip_prefix(root).unwrap().components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
                found.push(parts.join("/"));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Writes all files, and removes those that are neither generated nor written by hand.
///
/// # Errors
/// When a file cannot be written or removed.
pub fn write(root: &Path) -> io::Result<usize> {
    let files = files();
    fs::create_dir_all(root)?;
    for path in paths_below(root)? {
        if !files.contains_key(&path) && !BY_HAND.contains(&path.as_str()) {
            fs::remove_file(root.join(path))?;
        }
    }
    for (path, content) in &files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap())?;
        if fs::read(&path).ok().as_ref() != Some(content) {
            fs::write(path, content)?;
        }
    }
    Ok(files.len())
}

/// What differs between the folder and what would be written, a line each.
///
/// # Errors
/// When the folder cannot be read.
pub fn differences(root: &Path) -> io::Result<Vec<String>> {
    let files = files();
    let there = paths_below(root)?;
    let mut lines = Vec::new();
    for path in &there {
        if !files.contains_key(path) && !BY_HAND.contains(&path.as_str()) {
            lines.push(format!("{path} is not generated and not known"));
        }
    }
    for (path, content) in &files {
        match fs::read(root.join(path)) {
            Ok(found) if &found == content => {}
            Ok(_) => lines.push(format!("{path} is not what the generator makes")),
            Err(_) => lines.push(format!("{path} is missing")),
        }
    }
    Ok(lines)
}
