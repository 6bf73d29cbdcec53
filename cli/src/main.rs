//! The `eichrecht` command: arguments in, report out, exit status. It decides nothing about meter data.

mod args;
#[cfg(feature = "batch")]
mod batch_args;
mod commands;
mod exit;
mod output;
mod source;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command, ReportForm};

/// One call of `batch` asks for some hundred small pieces of memory for each of millions of rows.
#[cfg(feature = "native")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // A script that asks for JSON gets a document even after a fault of ours.
    let wants_json = matches!(&arguments.command, Command::Verify(verify) if verify.output == ReportForm::Json);
    let document = wants_json.then(|| eichrecht_report::json_fault(output::TOOL));
    exit::guarded(document.as_deref(), || match &arguments.command {
        Command::Verify(verify) => commands::verify::run(verify, arguments.lang),
        #[cfg(feature = "batch")]
        Command::Batch(batch) => commands::batch::run(batch, arguments.lang),
        Command::Explain(explain) => commands::explain::run(explain, arguments.lang),
        Command::Rules(list) => commands::rules::run(list, arguments.lang),
        Command::Formats(list) => commands::formats::run(list, arguments.lang),
        Command::Keys(keys) => commands::keys::run(keys, arguments.lang),
        Command::Ledger(ledger) => commands::ledger::run(ledger, arguments.lang),
    })
}
