//! Entries of registers as JSON, CSV and PEM.

use eichrecht_model::{RegisteredKey, Registration};
use serde::Serialize;

use crate::csv::{Cell, push_line};
use crate::json::to_json;
use crate::key::hex;
use crate::{names, visible};

/// An entry without its key. Dates as ISO 8601.
#[derive(Serialize)]
pub(crate) struct EntryOut<'a> {
    source: SourceOut<'a>,
    standing: &'static str,
    charge_point: Option<&'a str>,
    station: Option<&'a str>,
    meter: Option<&'a str>,
    gateway: Option<&'a str>,
    operator: Option<&'a str>,
    place: Option<&'a str>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    first_seen: Option<String>,
    last_seen: Option<String>,
}

#[derive(Serialize)]
struct SourceOut<'a> {
    kind: &'static str,
    name: &'a str,
    date: Option<String>,
}

impl<'a> EntryOut<'a> {
    pub(crate) fn new(entry: &'a Registration) -> Self {
        let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
        Self {
            source: SourceOut { kind: entry.source.kind.as_str(), name: &entry.source.name, date: day(entry.source.date) },
            standing: entry.standing.as_str(),
            charge_point: entry.charge_point.as_deref(),
            station: entry.station.as_deref(),
            meter: entry.meter.as_deref(),
            gateway: entry.gateway.as_deref(),
            operator: entry.operator.as_deref(),
            place: entry.place.as_deref(),
            valid_from: day(entry.valid_from),
            valid_to: day(entry.valid_to),
            first_seen: day(entry.first_seen),
            last_seen: day(entry.last_seen),
        }
    }
}

/// An entry with its key.
#[derive(Serialize)]
pub(crate) struct FullEntryOut<'a> {
    /// What led to the entry, where something did.
    #[serde(skip_serializing_if = "Option::is_none")]
    found_by: Option<&'static str>,
    #[serde(flatten)]
    entry: EntryOut<'a>,
    key: RegisteredKeyOut<'a>,
}

impl<'a> FullEntryOut<'a> {
    pub(crate) fn new(entry: &'a Registration, found_by: Option<&'static str>) -> Self {
        Self { found_by, entry: EntryOut::new(entry), key: RegisteredKeyOut::new(&entry.key) }
    }
}

#[derive(Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
enum RegisteredKeyOut<'a> {
    Missing,
    Key { curve: &'static str, fingerprint: &'a str, spki: String },
    Ambiguous { text: &'a str, curves: Vec<&'static str>, fingerprints: &'a [String] },
    Unreadable { text: &'a str, problem: &'static str },
}

impl<'a> RegisteredKeyOut<'a> {
    fn new(key: &'a RegisteredKey) -> Self {
        match key {
            RegisteredKey::Missing => Self::Missing,
            RegisteredKey::Key { kind, fingerprint, spki } => Self::Key { curve: kind.as_str(), fingerprint, spki: hex(spki) },
            RegisteredKey::Ambiguous { text, curves, fingerprints } => {
                Self::Ambiguous { text, curves: curves.iter().map(|curve| curve.as_str()).collect(), fingerprints }
            }
            RegisteredKey::Unreadable { text, problem } => Self::Unreadable { text, problem: names::key_problem(problem) },
        }
    }
}

/// Entries as JSON, schema `eichrecht-keys/1`.
#[must_use]
pub fn export_json(entries: &[Registration]) -> String {
    list_json("export", entries)
}

pub(crate) fn list_json(command: &'static str, entries: &[Registration]) -> String {
    #[derive(Serialize)]
    struct Out<'a> {
        schema: &'static str,
        command: &'static str,
        entries: Vec<FullEntryOut<'a>>,
    }
    let entries = entries.iter().map(|entry| FullEntryOut::new(entry, None)).collect();
    to_json(&Out { schema: "eichrecht-keys/1", command, entries })
}

/// The columns of [`export_csv`]: those of a list that can be imported again, and where the entries are from.
const COLUMNS: [&str; 10] =
    ["evse-id", "meter", "gateway", "public key", "valid from", "valid to", "operator", "place", "source", "source date"];

/// Entries as CSV (RFC 4180) in the form of a list that can be imported again. Keys are hex; a text that fits
/// several curves or is no key stays as it was.
#[must_use]
pub fn export_csv(entries: &[Registration]) -> String {
    let mut out = String::new();
    push_line(&mut out, COLUMNS.iter().map(|name| Cell::Own((*name).to_owned())));
    for entry in entries {
        let text = |text: &Option<String>| Cell::Foreign(text.clone().unwrap_or_default());
        let id = |text: &Option<String>| {
            text.as_deref()
                .filter(|text| is_plain(text))
                .map_or_else(|| Cell::Foreign(text.clone().unwrap_or_default()), |plain| Cell::Own(plain.to_owned()))
        };
        let day = |date: Option<jiff::civil::Date>| Cell::Own(date.map_or_else(String::new, |date| date.to_string()));
        let key = match &entry.key {
            RegisteredKey::Missing => Cell::Own(String::new()),
            RegisteredKey::Key { spki, .. } => Cell::Own(hex(spki)),
            RegisteredKey::Ambiguous { text, .. } | RegisteredKey::Unreadable { text, .. } => Cell::Foreign(text.clone()),
        };
        push_line(
            &mut out,
            [
                id(&entry.charge_point),
                id(&entry.meter),
                id(&entry.gateway),
                key,
                day(entry.valid_from),
                day(entry.valid_to),
                text(&entry.operator),
                text(&entry.place),
                text(&Some(entry.source.name.clone())),
                day(entry.source.date),
            ]
            .into_iter(),
        );
    }
    out
}

/// Whether an identification can be no formula of a spreadsheet: an old EVSE-ID begins with a plus sign.
fn is_plain(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    rest.starts_with(|c: char| c.is_ascii_alphanumeric())
        && rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '*' | '-' | '_' | ' '))
        && (rest == text || rest.chars().all(|c| c.is_ascii_digit() || c == '*'))
}

/// Keys as PEM, each behind lines that say what it is registered for. Entries without a key beyond doubt are left
/// out; how many these are is the second value.
#[must_use]
pub fn export_pem(entries: &[Registration]) -> (String, usize) {
    let mut out = String::new();
    let mut left_out = 0;
    for entry in entries {
        let RegisteredKey::Key { spki, kind, .. } = &entry.key else {
            left_out += 1;
            continue;
        };
        let named = [&entry.charge_point, &entry.meter, &entry.gateway, &entry.operator, &entry.place].into_iter().flatten();
        let named: Vec<String> = named.map(|text| visible(text).into_owned()).collect();
        out.push_str(&format!("# {}\n# {}, {}\n", named.join(", "), kind.as_str(), visible(&entry.source.name)));
        out.push_str("-----BEGIN PUBLIC KEY-----\n");
        let text = base64(spki);
        for line in text.as_bytes().chunks(64) {
            out.push_str(&String::from_utf8_lossy(line));
            out.push('\n');
        }
        out.push_str("-----END PUBLIC KEY-----\n");
    }
    (out, left_out)
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let number = group.iter().fold(0_u32, |number, byte| (number << 8) | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = LETTERS.get(usize::try_from((number >> (18 - 6 * place)) & 63).unwrap_or(0)).copied().unwrap_or(b'=');
            out.push(if place <= group.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_every_length() {
        for (bytes, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn ids_that_are_no_formulas() {
        for text in ["DE*ABC*E1", "+49*810*000", "1EMH0009", "DE-ABC-E1"] {
            assert!(is_plain(text), "{text}");
        }
        for text in ["=1+1", "+cmd", "-1", "@x", "+49*SUM(A1)"] {
            assert!(!is_plain(text), "{text}");
        }
    }
}
