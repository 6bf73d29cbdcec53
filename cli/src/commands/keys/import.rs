//! `eichrecht keys import`.

use std::path::Path;

use eichrecht::model::{ImportSummary, LimitName, Limits, ReadErrorKind};
use eichrecht_front::files;
use eichrecht_keystore::{Import, StoreError};
use eichrecht_report::{self as report, Language};

use super::store;
use crate::args::{ImportArguments, ListForm};
use crate::exit::{Exit, Trouble};
use crate::output::{style, today, write};

/// Imports each file as a whole or not at all; the first one that cannot be imported ends the command, and what was
/// imported before it stays and is reported.
pub(super) fn run(arguments: &ImportArguments, place: Option<&Path>, language: Language) -> Result<Exit, Trouble> {
    let limits = Limits::default();
    let store = store::write(place, language)?;
    let mut done: Vec<(String, ImportSummary)> = Vec::new();
    let mut failed = None;
    for path in &arguments.files {
        let name = path.to_string_lossy().into_owned();
        let import = |bytes: Vec<u8>| {
            let import = Import {
                date: arguments.date,
                source: arguments.source.as_deref(),
                replace: arguments.replace,
                ..Import::new(&name, &bytes, today())
            };
            store.import(&import, &limits).map_err(|error| store::trouble(&name, &error, language))
        };
        match read(path, &name, &limits, language).and_then(import) {
            Ok(summary) => done.push((name, summary)),
            Err(trouble) => {
                failed = Some(trouble);
                break;
            }
        }
    }
    match arguments.output {
        ListForm::Text => {
            let texts: Vec<String> = done.iter().map(|(name, summary)| report::key_import(name, summary, language, style())).collect();
            write(&texts.join("\n"))?;
        }
        ListForm::Json => write(&report::key_import_json(&done))?,
    }
    failed.map_or(Ok(Exit::Fine), Err)
}

fn read(path: &Path, name: &str, limits: &Limits, language: Language) -> Result<Vec<u8>, Trouble> {
    files::read(path, limits.register_bytes).map_err(|refused| match refused.kind {
        ReadErrorKind::Limit(_) => store::trouble(name, &StoreError::Limit(LimitName::RegisterBytes), language),
        _ => Trouble::Usage(format!("cannot read {}: {}", report::visible(name), refused.detail)),
    })
}
