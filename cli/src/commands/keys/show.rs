//! `eichrecht keys find`, `list`, `history` and `export`: what is in the store.

use std::ffi::OsStr;
use std::path::Path;

use eichrecht::model::{Limits, RegisteredKey, Registration};
use eichrecht_front::store::found_by;
use eichrecht_keystore::{KeyStore, read_key};
use eichrecht_report::{self as report, HistoryView, Language, ListView};
use jiff::civil::Date;

use super::{decode, store};
use crate::args::{Export, ExportForm, Find, History, ListForm, ListKeys};
use crate::exit::{Exit, Trouble};
use crate::output::{say, style, today, write};

/// Entries of one search with what led to each.
type FoundEntries = Vec<(&'static str, Registration)>;

pub(super) fn find(arguments: &Find, place: Option<&Path>, language: Language) -> Result<Exit, Trouble> {
    let store = store::read(place, language)?;
    let (text, found) = search(&store, &arguments.text, arguments.date, place, language)?;
    answer(&text, &found, arguments.output, language)
}

/// Without a text the imports, with one everything ever known of it, oldest first.
pub(super) fn history(arguments: &History, place: Option<&Path>, language: Language) -> Result<Exit, Trouble> {
    let store = store::read(place, language)?;
    let Some(text) = &arguments.text else {
        let name = store::place(place)?.to_string_lossy().into_owned();
        let trouble = |error| store::trouble(&name, &error, language);
        let (registers, pins) = (store.registers().map_err(trouble)?, store.pins().map_err(trouble)?);
        let view = HistoryView { registers: &registers, pins };
        write(&match arguments.output {
            ListForm::Text => report::key_history(&view, language, style()),
            ListForm::Json => report::key_history_json(&view),
        })?;
        return Ok(Exit::Fine);
    };
    let (text, mut found) = search(&store, text, None, place, language)?;
    found.sort_by_key(|(_, entry)| (entry.valid_from.or(entry.first_seen), entry.last_seen));
    answer(&text, &found, arguments.output, language)
}

pub(super) fn list(arguments: &ListKeys, place: Option<&Path>, language: Language) -> Result<Exit, Trouble> {
    let entries = entries(place, arguments.date, false, arguments.operator.as_deref(), language)?;
    let view = ListView { entries: &entries };
    write(&match arguments.output {
        ListForm::Text => report::key_list(&view, language, style()),
        ListForm::Json => report::key_list_json(&view),
    })?;
    Ok(if entries.is_empty() { Exit::NotChecked } else { Exit::Fine })
}

pub(super) fn export(arguments: &Export, place: Option<&Path>, language: Language) -> Result<Exit, Trouble> {
    let entries = entries(place, arguments.date, arguments.all, arguments.operator.as_deref(), language)?;
    write(&match arguments.output {
        ExportForm::Csv => report::export_csv(&entries),
        ExportForm::Json => report::export_json(&entries),
        ExportForm::Pem => {
            let (text, left_out) = report::export_pem(&entries);
            if left_out > 0 {
                say(&report::key_left_out(left_out, language));
            }
            text
        }
    })?;
    Ok(if entries.is_empty() { Exit::NotChecked } else { Exit::Fine })
}

fn entries(
    place: Option<&Path>,
    date: Option<Date>,
    all: bool,
    operator: Option<&str>,
    language: Language,
) -> Result<Vec<Registration>, Trouble> {
    let store = store::read(place, language)?;
    let wanted = operator.map(str::to_lowercase);
    let mut entries = Vec::new();
    let each = |entry: Registration| {
        let named = |wanted: &String| entry.operator.as_deref().is_some_and(|name| name.to_lowercase().contains(wanted.as_str()));
        if wanted.as_ref().is_none_or(named) {
            entries.push(entry);
        }
    };
    let name = store::place(place)?.to_string_lossy().into_owned();
    store.entries(all, Some(date.unwrap_or_else(today)), each).map_err(|error| store::trouble(&name, &error, language))?;
    Ok(entries)
}

/// Looks for the text itself, and if it is a key, or the name of a file with one, for that key.
fn search(
    store: &KeyStore,
    text: &OsStr,
    date: Option<Date>,
    place: Option<&Path>,
    language: Language,
) -> Result<(String, FoundEntries), Trouble> {
    let limits = Limits::default();
    // What holds is a question of a day, for entries that state a period of their own as well.
    let date = Some(date.unwrap_or_else(today));
    let name = store::place(place)?.to_string_lossy().into_owned();
    let shown = text.to_string_lossy().into_owned();
    let mut wanted = vec![shown.clone()];
    if let Ok(key) = decode::text(text, &limits) {
        match read_key(&key.bytes, &limits) {
            RegisteredKey::Key { fingerprint, .. } => wanted.push(fingerprint),
            RegisteredKey::Ambiguous { fingerprints, .. } => wanted.extend(fingerprints),
            RegisteredKey::Missing | RegisteredKey::Unreadable { .. } => {}
        }
    }
    let mut found: FoundEntries = Vec::new();
    for text in wanted {
        for (by, entry) in store.find(&text, date).map_err(|error| store::trouble(&name, &error, language))? {
            if !found.iter().any(|(_, known)| *known == entry) {
                found.push((found_by(by), entry));
            }
        }
    }
    Ok((shown, found))
}

fn answer(text: &str, found: &[(&'static str, Registration)], output: ListForm, language: Language) -> Result<Exit, Trouble> {
    write(&match output {
        ListForm::Text => report::key_found(text, found, language, style()),
        ListForm::Json => report::key_found_json(text, found),
    })?;
    Ok(if found.is_empty() { Exit::NotChecked } else { Exit::Fine })
}
