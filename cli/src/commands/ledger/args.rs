//! Arguments of `ledger`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::args::ReportForm;

/// The command.
#[derive(Debug, Args)]
#[command(after_help = "\
The ledger is one SQLite file. Adding the same input again, or inputs in another order, changes nothing.
Exit status: 0 in order or with remarks, 1 failed, 2 wrong usage, 3 not checked, 4 fault of this program.")]
pub(crate) struct Ledger {
    /// The ledger; default: ledger.sqlite in your data directory
    #[arg(long = "ledger", global = true, value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: LedgerCommand,
}

/// What can be done with a ledger.
#[derive(Debug, Subcommand)]
pub(crate) enum LedgerCommand {
    /// Add records: files as `verify` reads them, or JSON reports (also one a line)
    Add(Add),
    /// Judge the history of each meter over all its sessions
    Audit(Audit),
    /// List the history of meters
    Show(Show),
}

/// Arguments of `ledger add`.
#[derive(Debug, Args)]
#[command(after_help = "\
Each input is added in whole or not at all. Records without a valid signature are listed and never used to judge.
Records taken from a JSON report are marked: the report's word is all there is for them.
Exit status: 0 all records are evidence; 1 a signature is invalid; 3 something could not be read or checked.")]
pub(crate) struct Add {
    /// Files as received, JSON reports of `verify -o json`, - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<OsString>,
    /// Public key: a file, or the key itself as text; may be repeated
    // A key in PEM begins with dashes.
    #[arg(short, long = "key", value_name = "KEY", allow_hyphen_values = true)]
    pub(crate) keys: Vec<OsString>,
}

/// Arguments of `ledger audit`.
#[derive(Debug, Args)]
pub(crate) struct Audit {
    /// Only this meter: its serial number, or the beginning of its key's fingerprint
    #[arg(long, value_name = "METER")]
    pub(crate) meter: Option<String>,
    /// Only findings from this time on: a date (UTC) or RFC 3339. Histories are judged in full all the same
    #[arg(long, value_name = "TIME")]
    pub(crate) from: Option<String>,
    /// Only findings up to this time; a date counts as a whole
    #[arg(long, value_name = "TIME")]
    pub(crate) to: Option<String>,
    /// Form of the result
    #[arg(short, long, value_enum, default_value_t = ReportForm::Text, value_name = "FORM")]
    pub(crate) output: ReportForm,
}

/// Arguments of `ledger show`.
#[derive(Debug, Args)]
pub(crate) struct Show {
    /// The meter: its serial number, or the beginning of its key's fingerprint
    #[arg(long, value_name = "METER")]
    pub(crate) meter: String,
    /// Form of the list
    #[arg(short, long, value_enum, default_value_t = ReportForm::Text, value_name = "FORM")]
    pub(crate) output: ReportForm,
}
