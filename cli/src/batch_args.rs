//! Arguments of `batch`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use eichrecht_batch as batch;

use crate::args::{Origin, VerifyStore};

/// Arguments of `batch`.
#[derive(Debug, Args)]
#[command(after_help = "\
One row is written for each input: a row of a table, a charge detail record, a member of an archive, a file. What its
columns mean stands in docs/batch.md. Without --payload-column and the like the usual names are looked for.

Exit status: that of the worst row
  0  all verified, or verified with warnings
  1  at least one failed
  2  wrong usage, or a run that cannot be resumed
  3  none failed, at least one was not checked; the run was stopped; there was no row
  4  fault of this program")]
pub(crate) struct Batch {
    /// Files, folders, patterns, or - for standard input. Read as what their names say: .ndjson, .csv, .parquet,
    /// .arrow, .json, .tar, .zip, compressed or not; any other file is one input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<String>,
    /// File for the result; default is standard output. It gets its name when it is complete
    #[arg(short, long, value_name = "FILE")]
    pub(crate) to: Option<PathBuf>,
    /// Form of the result; default from the name of the file, else ndjson
    #[arg(short, long, value_enum, value_name = "FORM")]
    pub(crate) output: Option<RowForm>,
    /// What the inputs are
    #[arg(long, value_enum, default_value_t = InputForm::Auto, value_name = "FORM")]
    pub(crate) input_form: InputForm,
    /// Column with the signed data; several times where begin and end have columns of their own
    #[arg(long, value_name = "NAME")]
    pub(crate) payload_column: Vec<String>,
    /// Column with the public key
    #[arg(long, value_name = "NAME")]
    pub(crate) key_column: Option<String>,
    /// Column with your number of the session, repeated in the result
    #[arg(long, value_name = "NAME")]
    pub(crate) session_column: Option<String>,
    /// Column with the charging point, repeated in the result
    #[arg(long, value_name = "NAME")]
    pub(crate) evse_column: Option<String>,
    /// Where the keys of the key column are from: container, they came with the data; user, from a source of your own
    #[arg(long, value_enum, default_value_t = ColumnOrigin::Container, value_name = "ORIGIN")]
    pub(crate) key_column_origin: ColumnOrigin,
    /// Public key for all inputs: a file, or the key itself as text; may be repeated
    #[arg(short, long = "key", value_name = "KEY", allow_hyphen_values = true)]
    pub(crate) keys: Vec<OsString>,
    #[command(flatten)]
    pub(crate) store: VerifyStore,
    /// Add everything to this ledger as well (see `eichrecht ledger`)
    #[arg(long, value_name = "FILE")]
    pub(crate) ledger: Option<PathBuf>,
    /// The least origin of a key that may count as verified
    #[arg(long, value_enum, default_value_t = Origin::Record, value_name = "ORIGIN")]
    pub(crate) require_key_origin: Origin,
    /// Go on with an unfinished result, if there is one
    #[arg(long, requires = "to")]
    pub(crate) resume: bool,
    /// Write rows as they are done instead of in the order of the inputs
    #[arg(long)]
    pub(crate) unordered: bool,
    /// Stop at the first input that failed; the same as --max-failed 0
    #[arg(long, conflicts_with = "max_failed")]
    pub(crate) fail_fast: bool,
    /// Stop when more inputs than this failed. Inputs are read some hundred at a time: those under way are still written
    #[arg(long, value_name = "NUMBER")]
    pub(crate) max_failed: Option<u64>,
    /// Threads that verify; default: as many as there are cores
    #[arg(short, long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
    /// How many seconds of work a power failure may cost: the result is saved this often. Parquet is saved by pieces of
    /// 32,768 rows
    #[arg(long, value_name = "SECONDS", default_value_t = 2, requires = "to")]
    pub(crate) save_every: u64,
    /// Say nothing but what is wrong
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// Forms of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowForm {
    /// One JSON object a line
    Ndjson,
    /// A table with a header line
    Csv,
    /// Apache Parquet, only to a file
    Parquet,
}

impl From<RowForm> for batch::ResultForm {
    fn from(form: RowForm) -> Self {
        match form {
            RowForm::Ndjson => Self::Ndjson,
            RowForm::Csv => Self::Csv,
            RowForm::Parquet => Self::Parquet,
        }
    }
}

/// Forms of the inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputForm {
    /// By the name of each file, and by the first bytes of standard input
    Auto,
    /// Each file is one input, as received
    Whole,
    /// Each line is the signed data of one input
    Lines,
    /// Each line is a JSON object
    Ndjson,
    /// A table with a header line
    Csv,
    /// Apache Parquet
    Parquet,
    /// Arrow IPC, file or stream
    Arrow,
    /// OCPI charge detail records
    Cdrs,
}

impl From<InputForm> for batch::Form {
    fn from(form: InputForm) -> Self {
        match form {
            InputForm::Auto => Self::Auto,
            InputForm::Whole => Self::Whole,
            InputForm::Lines => Self::Lines,
            InputForm::Ndjson => Self::Ndjson,
            InputForm::Csv => Self::Csv,
            InputForm::Parquet => Self::Parquet,
            InputForm::Arrow => Self::Arrow,
            InputForm::Cdrs => Self::Cdrs,
        }
    }
}

/// Where the keys of a column are from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColumnOrigin {
    /// They came with the data
    Container,
    /// From a source of your own
    User,
}
