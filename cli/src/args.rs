//! What may stand on the command line.

mod bill;
mod keys;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use eichrecht::model::KeyOrigin;
use eichrecht_report::Language;

pub(crate) use keys::*;

/// Verify signed meter values of electric vehicle charging under German calibration law (Eichrecht).
///
/// Nothing is sent anywhere: no command uses the network.
#[derive(Debug, Parser)]
#[command(name = "eichrecht", version = version(), disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// Language of texts; default from the locale. Codes and JSON keys are the same in all languages
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(crate) lang: Option<Lang>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Verify signed meter values and say what is proven
    Verify(Verify),
    /// Verify many inputs, one row each: tables, archives, folders
    #[cfg(feature = "batch")]
    Batch(Box<crate::batch_args::Batch>),
    /// Explain a finding: what it means, what it rests on, what to do
    Explain(Explain),
    /// List all rules
    Rules(List),
    /// List the formats of signed data and the containers they may come in
    Formats(List),
    /// Public keys: a store of registered ones, and a look into any
    Keys(Keys),
    /// Keep the history of meters and judge it over many sessions
    Ledger(crate::commands::ledger::args::Ledger),
}

/// Arguments of `verify`.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit status:
  0  verified, or verified with warnings
  1  failed: a signature is invalid or a rule failed
  2  wrong usage
  3  not checked: no key, unknown format, unreadable, nothing found
  4  fault of this program; no verdict was given")]
pub(crate) struct Verify {
    /// Files as received, - for standard input, or the signed data itself as text
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) inputs: Vec<OsString>,
    /// Public key: a file, or the key itself as text; may be repeated
    // A key in PEM begins with dashes.
    #[arg(short, long = "key", value_name = "KEY", allow_hyphen_values = true)]
    pub(crate) keys: Vec<OsString>,
    #[command(flatten)]
    pub(crate) store: VerifyStore,
    /// Form of the report
    #[arg(short, long, value_enum, default_value_t = ReportForm::Text, value_name = "FORM")]
    pub(crate) output: ReportForm,
    /// The least origin of a key that may count as verified
    #[arg(long, value_enum, default_value_t = Origin::Record, value_name = "ORIGIN")]
    pub(crate) require_key_origin: Origin,
    #[command(flatten)]
    pub(crate) bill: bill::BillArguments,
    #[command(flatten)]
    pub(crate) evidence: EvidenceArguments,
}

/// Files to keep for a dispute, besides the report on standard output.
#[derive(Debug, Args)]
#[command(next_help_heading = "Evidence")]
pub(crate) struct EvidenceArguments {
    /// Write the report as PDF too, with the inputs attached
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: Option<PathBuf>,
    /// Write an evidence bundle too: a ZIP archive of inputs, keys, reports and their hashes, which `verify` reads again
    #[arg(long, value_name = "FILE")]
    pub(crate) bundle: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Code or name of a rule, like PAG001 or pagination-gap
    pub(crate) code: String,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Arguments of the commands that list something.
#[derive(Debug, Args)]
pub(crate) struct List {
    /// Form of the list
    #[arg(short, long, value_enum, default_value_t = ListForm::Text, value_name = "FORM")]
    pub(crate) output: ListForm,
}

/// Forms of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportForm {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// A table
    Csv,
}

/// Forms of everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListForm {
    /// For people
    Text,
    /// One JSON document
    Json,
}

/// Languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    /// German
    De,
    /// English
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::De => Self::German,
            Lang::En => Self::English,
        }
    }
}

/// Origins of a key, least trustworthy first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Origin {
    /// Inside the record itself
    Record,
    /// With the data: same file, same set of files
    Container,
    /// Given by you with --key
    User,
    /// From an official register or a store you trust
    Register,
}

impl From<Origin> for KeyOrigin {
    fn from(origin: Origin) -> Self {
        match origin {
            Origin::Record => Self::Record,
            Origin::Container => Self::Container,
            Origin::User => Self::User,
            Origin::Register => Self::Register,
        }
    }
}

/// Version, with the commit if the build knew it.
fn version() -> &'static str {
    match crate::output::TOOL.commit {
        None => crate::output::TOOL.version,
        // Once in the life of the program.
        Some(commit) => format!("{} ({commit})", crate::output::TOOL.version).leak(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
