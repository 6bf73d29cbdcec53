//! `eichrecht keys decode`, and keys given to other commands.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use eichrecht::model::{KeyProblem, Limits, ReadErrorKind};
use eichrecht::{Refused, decode_key, decode_seal_key, find_keys};
use eichrecht_front::files;
use eichrecht_report::{self as report, KeyView, Language, visible};

use crate::args::{Decode, ListForm};
use crate::exit::{Exit, Trouble};
use crate::output::{style, write};
use crate::source;

/// Shows one key. A text that is no key was used wrongly, like a file that is not there.
pub(super) fn run(arguments: &Decode, language: Language) -> Result<Exit, Trouble> {
    let limits = Limits::default();
    let text = text(&arguments.key, &limits)?;
    let decoded = decode_key(&text.bytes, None, None, &limits).map_err(|problem| no_key(&text.name, &problem, language))?;
    let fingerprint = decoded.key.fingerprint();
    let view = KeyView { kind: decoded.key.kind().as_str(), fingerprint, spki: decoded.key.spki_der(), notes: &decoded.notes };
    write(&match arguments.output {
        ListForm::Text => report::key_text(&view, language, style()),
        ListForm::Json => report::key_json(&view),
    })?;
    Ok(Exit::Fine)
}

/// A key from the command line or from standard input.
pub(super) fn text(argument: &OsStr, limits: &Limits) -> Result<KeyBytes, Trouble> {
    if argument == source::STDIN {
        let bytes = files::bounded(io::stdin().lock(), 0, limits.input_bytes).map_err(|refused| unreadable("-", &refused))?;
        return only_key(source::STDIN.to_owned(), bytes, limits);
    }
    key_bytes(argument, limits)
}

/// Bytes of a key text with a name to show.
pub(crate) struct KeyBytes {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// A key from the command line. It must be readable, except that the curve of a bare point may become clear
/// only with the record it is for. An RSA key is none for signatures, but seals are opened with it.
pub(crate) fn given_key(argument: &OsStr, language: Language, limits: &Limits) -> Result<KeyBytes, Trouble> {
    let key = key_bytes(argument, limits)?;
    match decode_key(&key.bytes, None, None, limits) {
        Ok(_) | Err(KeyProblem::AmbiguousCurve(_)) => Ok(key),
        Err(_) if decode_seal_key(&key.bytes, None, limits).is_ok() => Ok(key),
        Err(problem) => Err(no_key(&key.name, &problem, language)),
    }
}

/// The file of this name, or else the argument itself.
fn key_bytes(argument: &OsStr, limits: &Limits) -> Result<KeyBytes, Trouble> {
    let path = Path::new(argument);
    if path.exists() {
        let name = argument.to_string_lossy().into_owned();
        let bytes = files::read(path, limits.input_bytes).map_err(|refused| unreadable(&name, &refused))?;
        return only_key(name, bytes, limits);
    }
    // A long text may be a private key given by mistake: it is not repeated on the screen.
    let text = argument.to_string_lossy();
    let name = if text.len() <= 40 && !text.contains('\n') { text.into_owned() } else { "--key".to_owned() };
    Ok(KeyBytes { name, bytes: argument.as_encoded_bytes().to_vec() })
}

/// The one key in a file: the file itself, or what a QR code or an archive in it holds. Whatever holds none is given on
/// as it is, so that what is wrong with it as a key is told.
fn only_key(name: String, bytes: Vec<u8>, limits: &Limits) -> Result<KeyBytes, Trouble> {
    match find_keys(&name, &bytes, limits).as_deref() {
        Ok([key]) => Ok(KeyBytes { name, bytes: key.bytes.clone() }),
        Ok(keys) => Err(Trouble::Usage(format!("{} holds {} keys: give the one that is meant", visible(&name), keys.len()))),
        Err(_) => Ok(KeyBytes { name, bytes }),
    }
}

fn unreadable(name: &str, refused: &Refused) -> Trouble {
    let why = match &refused.kind {
        ReadErrorKind::Limit(limit) => format!("larger than the limit {} allows", limit.as_str()),
        _ => refused.detail.clone(),
    };
    Trouble::Usage(format!("cannot read the key {}: {why}", visible(name)))
}

pub(super) fn no_key(name: &str, problem: &KeyProblem, language: Language) -> Trouble {
    Trouble::Usage(report::key_problem(name, problem, language))
}
