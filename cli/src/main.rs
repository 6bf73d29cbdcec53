//! The `eichrecht` command: arguments in, report out, exit status. It decides nothing about meter data.

mod args;
mod commands;
mod exit;
mod output;
mod source;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    exit::guarded(|| match &arguments.command {
        Command::Verify(verify) => commands::verify::run(verify, arguments.lang),
        Command::Explain(explain) => commands::explain::run(explain, arguments.lang),
        Command::Rules(list) => commands::rules::run(list, arguments.lang),
        Command::Formats(list) => commands::formats::run(list, arguments.lang),
        Command::Keys(keys) => commands::keys::run(&keys.command, arguments.lang),
    })
}
