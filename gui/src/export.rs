//! Reports as files, made and written on a thread: one over 10,000 sessions takes its time.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::thread;

use eichrecht_report::{self as report, Arg, Language, visible_whole};

use crate::desk::Wake;
use crate::load::Checked;
use crate::state::State;
use crate::{TOOL, write};

/// Forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// One JSON document.
    Json,
    /// A table.
    Csv,
}

impl Form {
    /// The ending of its files.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }

    fn bytes(self, checked: &Checked, language: Language) -> Result<Vec<u8>, String> {
        Ok(match self {
            Self::Json => report::json(&checked.assessment, language, TOOL).into_bytes(),
            Self::Csv => report::csv(&checked.assessment, language).into_bytes(),
        })
    }
}

/// What became of an export: the file, and why it was not written.
pub(crate) type Written = (PathBuf, Result<(), String>);

/// Begins to write a report.
pub(crate) fn start(state: &mut State, form: Form, path: PathBuf, wake: &Wake) {
    let Some(checked) = state.checked() else { return };
    let (sender, receiver) = channel();
    let (language, wake) = (state.words.language(), Arc::clone(wake));
    let run = move || {
        let path = with_ending(&path, form);
        let done = form.bytes(&checked, language).and_then(|bytes| write::whole(&path, &bytes).map_err(|error| error.to_string()));
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
