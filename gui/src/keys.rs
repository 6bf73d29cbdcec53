//! Keys: those the user gave for this sitting, and the store of registered ones.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eichrecht::model::{IdentifierKind, KeyDirectory, KeyProblem, Limits, RegisteredKey, Registration};
use eichrecht::{decode_key, decode_seal_key, find_keys};
use eichrecht_front::{files, store};
use eichrecht_keystore::{Access, Import, KeyStore, Pin, StoreError, read_key};
use eichrecht_report::{
    HistoryView, Language, PinView, Style, grouped, key_found, key_history, key_import, key_pin, key_problem, store_problem,
};
use jiff::civil::Date;

/// A key the user gave. It is known for this sitting only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenKey {
    /// Name to show.
    pub name: String,
    /// The text as given.
    pub bytes: Vec<u8>,
    /// Its curve, or the curves it may be of.
    pub kind: String,
    /// Its fingerprint in groups; empty where the curve is not settled yet.
    pub fingerprint: String,
}

/// The keys in a file or a text: PEM, DER, hex, a picture of a QR code, an archive of them.
///
/// # Errors
/// What is wrong with it as a key.
pub(crate) fn given(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<GivenKey>, KeyProblem> {
    // An RSA key is none for signatures, but seals are opened with it.
    if decode_seal_key(bytes, None, limits).is_ok() {
        return Ok(vec![GivenKey { name: name.to_owned(), bytes: bytes.to_vec(), kind: "RSA".to_owned(), fingerprint: String::new() }]);
    }
    let mut keys = Vec::new();
    for text in find_keys(name, bytes, limits)? {
        let (kind, fingerprint) = match decode_key(&text.bytes, None, None, limits) {
            Ok(decoded) => (decoded.key.kind().as_str().to_owned(), grouped(decoded.key.fingerprint())),
            Err(KeyProblem::AmbiguousCurve(curves)) => {
                (curves.iter().map(|curve| curve.as_str()).collect::<Vec<_>>().join(" / "), String::new())
            }
            Err(problem) => return Err(problem),
        };
        keys.push(GivenKey { name: text.location.to_string(), bytes: text.bytes, kind, fingerprint });
    }
    Ok(keys)
}

/// The directory of a store. One that cannot be opened is asked all the same and says so, which leaves every record
/// not checked: what it would have said is not known.
#[must_use]
pub(crate) fn directory(path: &Path) -> Arc<dyn KeyDirectory> {
    match KeyStore::open(path, Access::Read) {
        Ok(store) => Arc::new(store),
        Err(error) => store::unreadable(&error),
    }
}

/// Something to do with a store, on a thread: a register has 55 MB.
#[derive(Clone, Debug)]
pub(crate) enum StoreWork {
    /// What was imported, and when.
    History,
    /// Entries about an EVSE-ID, a serial number or a fingerprint.
    Find(String),
    /// A register or list to take in.
    Import(PathBuf),
    /// A key to keep for a charging point or meter.
    Pin { key: Vec<u8>, charge_point: String, meter: String },
}

/// Does it; the answer is what the command line would say.
pub(crate) fn work(path: &Path, work: &StoreWork, today: Date, language: Language) -> Result<String, String> {
    let limits = Limits::default();
    let told = |error: StoreError| problem(path, &error, language);
    let style = Style { colour: false, width: 96 };
    match work {
        StoreWork::History => {
            let store = KeyStore::open(path, Access::Read).map_err(told)?;
            let (registers, pins) = (store.registers().map_err(told)?, store.pins().map_err(told)?);
            Ok(key_history(&HistoryView { registers: &registers, pins }, language, style))
        }
        StoreWork::Find(text) => {
            let store = KeyStore::open(path, Access::Read).map_err(told)?;
            let found = store.find(text, Some(today)).map_err(told)?;
            let found: Vec<(&'static str, Registration)> = found.into_iter().map(|(by, entry)| (store::found_by(by), entry)).collect();
            Ok(key_found(text, &found, language, style))
        }
        StoreWork::Import(file) => {
            let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
            let bytes = files::read_ordinary(file, limits.register_bytes).map_err(|refused| format!("{name}: {}", refused.detail))?;
            let summary = writable(path).and_then(|store| store.import(&Import::new(&name, &bytes, today), &limits));
            Ok(key_import(&name, &summary.map_err(|error| problem(file, &error, language))?, language, style))
        }
        StoreWork::Pin { key, charge_point, meter } => {
            let key = match read_key(key, &limits) {
                RegisteredKey::Unreadable { problem, .. } => return Err(key_problem("", &problem, language)),
                key => key,
            };
            let named = |text: &String| (!text.trim().is_empty()).then(|| text.trim().to_owned());
            let pin = Pin { charge_point: named(charge_point), meter: named(meter), ..Pin::default() };
            let store = writable(path).map_err(told)?;
            let new = store.pin(&key, &pin, today).map_err(told)?;
            // Whoever pins a key should see at once what else is known for the same place.
            let mut others: Vec<Registration> = Vec::new();
            for (kind, text) in [(IdentifierKind::ChargePoint, &pin.charge_point), (IdentifierKind::Meter, &pin.meter)] {
                let Some(text) = text else { continue };
                let found = store.registered_for(kind, &kind.normalised(text), None).map_err(|error| error.detail)?;
                others.extend(found.into_iter().filter(|entry| entry.key != key));
            }
            Ok(key_pin(&PinView { key: &key, new, others: &others }, language, style))
        }
    }
}

fn writable(path: &Path) -> Result<KeyStore, StoreError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| StoreError::Io(error.to_string()))?;
    }
    KeyStore::open(path, Access::Write)
}

fn problem(file: &Path, error: &StoreError, language: Language) -> String {
    store::problem(error).map_or_else(|| error.to_string(), |problem| store_problem(&file.to_string_lossy(), problem, language))
}
