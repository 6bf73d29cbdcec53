//! Arguments of `keys`, and those of `verify` that are about the key store.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgGroup, Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::ListForm;

/// Which key store `verify` asks. Without these options it asks none, so that its result does not depend on what
/// happens to be on the machine.
#[derive(Debug, Args)]
pub(crate) struct VerifyStore {
    /// Ask this key store about every record (see `eichrecht keys`)
    #[arg(long = "keys", value_name = "FILE", conflicts_with = "my_keys")]
    pub(crate) keys_file: Option<PathBuf>,
    /// Ask the key store in your data directory
    #[arg(long)]
    pub(crate) my_keys: bool,
}

/// Arguments of `keys`.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit status:
  0  done, or found
  2  wrong usage: also a file that is no register, and a store that is not there
  3  nothing found
  4  the store is damaged or cannot be written, or a fault of this program")]
pub(crate) struct Keys {
    /// The key store; default: keys.sqlite in your data directory
    #[arg(long = "keys", value_name = "FILE", global = true)]
    pub(crate) store: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: KeysCommand,
}

/// The commands about keys.
#[derive(Debug, Subcommand)]
pub(crate) enum KeysCommand {
    /// Read a public key in any encoding and show it
    Decode(Decode),
    /// Import a register of charging stations, or a list of keys (CSV or XLSX)
    Import(ImportArguments),
    /// Pin a key that you read from a label or got from the operator
    Pin(PinArguments),
    /// Take back what was pinned of a key
    Unpin(Unpin),
    /// Find keys by EVSE-ID, serial number or fingerprint
    Find(Find),
    /// List the entries that hold
    List(ListKeys),
    /// Show what was imported and when, or all that was ever known of one thing
    History(History),
    /// Write entries as CSV, JSON or PEM
    Export(Export),
}

/// Arguments of `keys decode`.
#[derive(Debug, Args)]
pub(crate) struct Decode {
    /// A key file, the key itself as text, or - for standard input
    #[arg(value_name = "KEY", allow_hyphen_values = true)]
    pub(crate) key: OsString,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of `keys import`.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// Registers or lists, CSV or XLSX; the columns are found by their titles
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Date of the register; default: what its text or name says
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    /// Name under which its states are kept together, such as that of an operator
    #[arg(long, value_name = "NAME")]
    pub(crate) source: Option<String>,
    /// Take the place of another file of the same register and date
    #[arg(long)]
    pub(crate) replace: bool,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of `keys pin`.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("named").args(["evse", "meter", "gateway"]).multiple(true).required(true))]
pub(crate) struct PinArguments {
    /// A key file (PEM, DER, a picture of its QR code, …), the key itself as text, or - for standard input
    #[arg(value_name = "KEY", allow_hyphen_values = true)]
    pub(crate) key: OsString,
    /// EVSE-ID of the charging point, in any spelling
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    pub(crate) evse: Option<String>,
    /// Serial number of the meter
    #[arg(long, value_name = "SERIAL")]
    pub(crate) meter: Option<String>,
    /// Serial number of the signing unit (gateway)
    #[arg(long, value_name = "SERIAL")]
    pub(crate) gateway: Option<String>,
    /// Operator of the station
    #[arg(long, value_name = "NAME")]
    pub(crate) operator: Option<String>,
    /// Where the station is, or where you found the key
    #[arg(long, value_name = "TEXT")]
    pub(crate) place: Option<String>,
    /// First day on which the key is valid
    #[arg(long = "from", value_name = "YYYY-MM-DD")]
    pub(crate) valid_from: Option<Date>,
    /// Last day on which the key is valid
    #[arg(long = "to", value_name = "YYYY-MM-DD")]
    pub(crate) valid_to: Option<Date>,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of `keys unpin`.
#[derive(Debug, Args)]
pub(crate) struct Unpin {
    /// Fingerprint of the key, in full
    #[arg(value_name = "FINGERPRINT")]
    pub(crate) fingerprint: String,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of `keys find`.
#[derive(Debug, Args)]
pub(crate) struct Find {
    /// EVSE-ID in any spelling, serial number of a meter or gateway, the first digits of a fingerprint, or a key
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) text: OsString,
    /// As seen from this day; default: today
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of `keys list`.
#[derive(Debug, Args)]
pub(crate) struct ListKeys {
    /// Only operators with this in their name
    #[arg(long, value_name = "TEXT")]
    pub(crate) operator: Option<String>,
    /// As seen from this day; default: today
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of `keys history`.
#[derive(Debug, Args)]
pub(crate) struct History {
    /// EVSE-ID, serial number or fingerprint; without it the imports are listed
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) text: Option<OsString>,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of `keys export`.
#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Only operators with this in their name
    #[arg(long, value_name = "TEXT")]
    pub(crate) operator: Option<String>,
    /// As seen from this day; default: today
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<Date>,
    /// Entries of other times, too
    #[arg(long)]
    pub(crate) all: bool,
    /// Form of the file; CSV can be imported again
    #[arg(short, long, value_enum, default_value_t = ExportForm::Csv, value_name = "FORM")]
    pub(crate) output: ExportForm,
}

/// Forms of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportForm {
    /// A list that can be imported again
    Csv,
    /// One JSON document
    Json,
    /// Keys as PEM with comments
    Pem,
}
