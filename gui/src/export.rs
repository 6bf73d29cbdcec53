//! Reports as files, made and written on a thread: one over 10,000 sessions takes its time.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

use eichrecht_evidence::{BundleOptions, EvidenceInput, PdfOptions, Program, bundle, pdf_report};
use eichrecht_front::files;
use eichrecht_report::{self as report, Arg, Language, visible_whole};
use jiff::tz::TimeZone;

use crate::TOOL;
use crate::desk::Wake;
use crate::keys::GivenKey;
use crate::load::Checked;
use crate::state::State;

/// Forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// One JSON document.
    Json,
    /// A table.
    Csv,
    /// On paper, with the inputs attached.
    Pdf,
    /// The inputs, the keys and the reports in one archive.
    Bundle,
}

impl Form {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Pdf => "pdf",
            Self::Bundle => "zip",
        }
    }
}

/// Everything a report is made of.
struct Material {
    checked: Arc<Checked>,
    keys: Vec<GivenKey>,
    language: Language,
}

impl Material {
    fn bytes(&self, form: Form) -> Result<Vec<u8>, String> {
        let Self { checked, language, .. } = self;
        let assessment = &checked.assessment;
        match form {
            Form::Json => return Ok(report::json(assessment, *language, TOOL).into_bytes()),
            Form::Csv => return Ok(report::csv(assessment, *language).into_bytes()),
            Form::Pdf | Form::Bundle => {}
        }
        let sha256 = files::own_hash();
        let program = Program { version: TOOL.version, commit: TOOL.commit, sha256: sha256.as_deref() };
        // In UTC: the zone of this machine says nothing about the session.
        let (language, made_at) = (*language, (crate::desk::now().to_zoned(TimeZone::UTC).datetime(), 0));
        let read = checked.kept.iter().filter_map(|kept| Some(EvidenceInput { name: &kept.name, bytes: kept.bytes.as_deref().ok()? }));
        let inputs: Vec<EvidenceInput<'_>> = read.collect();
        let made = match form {
            Form::Bundle => {
                let keys: Vec<_> = self.keys.iter().map(|key| EvidenceInput { name: &key.name, bytes: &key.bytes }).collect();
                bundle(&inputs, &keys, assessment, &BundleOptions { language, program, made_at })
            }
            _ => pdf_report(assessment, &PdfOptions { language, program, made_at, attachments: &inputs }),
        };
        made.map_err(|error| error.to_string())
    }
}

/// What became of an export: the file, and why it was not written.
pub(crate) type Written = (PathBuf, Result<(), String>);

/// Begins to write a report.
pub(crate) fn start(state: &mut State, form: Form, path: PathBuf, wake: &Wake) {
    let Some(checked) = state.checked() else { return };
    let (sender, receiver) = channel();
    let material = Material { checked, keys: state.keys.clone(), language: state.words.language() };
    let wake = Arc::clone(wake);
    let run = move || {
        let path = with_ending(&path, form);
        let done = material.bytes(form).and_then(|bytes| files::replace(&path, &bytes).map_err(|error| error.to_string()));
        let _ = sender.send((path, done));
        wake();
    };
    state.exporting = thread::Builder::new().name("export".to_owned()).spawn(run).ok().map(|_| receiver);
}

/// Tells what became of it.
pub(crate) fn told(state: &mut State, (path, done): &Written) {
    let name = path.to_string_lossy();
    let name = visible_whole(&name);
    let text = match done {
        Ok(()) => state.words.say("notice-written", &[("file", Arg::Text(&name))]),
        Err(why) => state.words.say("notice-not-written", &[("file", Arg::Text(&name)), ("why", Arg::Text(why))]),
    };
    state.tell(text, done.is_err());
}

/// Not every dialog adds the ending. A name with another ending is what the user wants.
fn with_ending(path: &Path, form: Form) -> PathBuf {
    if path.extension().is_some() { path.to_owned() } else { path.with_extension(form.ending()) }
}
