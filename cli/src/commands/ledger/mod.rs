//! `eichrecht ledger`: the history of meters over many sessions.

mod add;
pub(crate) mod args;
mod audit;

use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use eichrecht_ledger::LedgerError;
use eichrecht_report::AuditForm;
use etcetera::{BaseStrategy, choose_base_strategy};

use crate::args::{Lang, ReportForm};
use crate::exit::{Exit, Trouble};

use args::{Ledger, LedgerCommand};

pub(crate) fn run(ledger: &Ledger, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let file = match &ledger.file {
        Some(file) => file.clone(),
        None => default_file()?,
    };
    match &ledger.command {
        LedgerCommand::Add(add) => add::run(add, &file, lang),
        LedgerCommand::Audit(audit) => audit::audit(audit, &file, lang),
        LedgerCommand::Show(show) => audit::show(show, &file, lang),
    }
}

fn default_file() -> Result<PathBuf, Trouble> {
    let base =
        choose_base_strategy().map_err(|error| Trouble::Usage(format!("no data directory: {error}; name the ledger with --ledger")))?;
    Ok(base.data_dir().join("eichrecht").join("ledger.sqlite"))
}

/// Opens a ledger for writing, and makes it and its folder where there is none.
pub(crate) fn open(file: &Path) -> Result<eichrecht_ledger::Ledger, Trouble> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| Trouble::Fault(format!("cannot make {}: {error}", folder.display())))?;
    }
    eichrecht_ledger::Ledger::open(file).map_err(|error| trouble(error, file))
}

/// A file that is no ledger, or of a later version, is the user's matter; all else is a fault.
pub(crate) fn trouble(error: LedgerError, file: &Path) -> Trouble {
    let message = format!("{}: {error}", file.display());
    match error {
        LedgerError::NotALedger | LedgerError::TooNew { .. } | LedgerError::Report { .. } => Trouble::Usage(message),
        _ => Trouble::Fault(message),
    }
}

fn form(form: ReportForm) -> AuditForm {
    match form {
        ReportForm::Text => AuditForm::Text,
        ReportForm::Json => AuditForm::Json,
        ReportForm::Csv => AuditForm::Csv,
    }
}

/// Why printing stops.
enum Stop {
    Ledger(LedgerError),
    /// The reader has gone away, as `| head` does: no fault.
    Gone,
    Output(io::Error),
}

impl From<LedgerError> for Stop {
    fn from(error: LedgerError) -> Self {
        Self::Ledger(error)
    }
}

/// Standard output, piece by piece.
struct Out(io::BufWriter<io::StdoutLock<'static>>);

impl Out {
    fn new() -> Self {
        Self(io::BufWriter::new(io::stdout().lock()))
    }

    fn write(&mut self, text: &str) -> Result<(), Stop> {
        self.0.write_all(text.as_bytes()).map_err(stopped)
    }

    fn flush(&mut self) -> Result<(), Stop> {
        self.0.flush().map_err(stopped)
    }
}

fn stopped(error: io::Error) -> Stop {
    if error.kind() == ErrorKind::BrokenPipe { Stop::Gone } else { Stop::Output(error) }
}
