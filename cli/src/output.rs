//! Standard output and standard error, language and look.

use std::io::{self, ErrorKind, IsTerminal, Write};

use eichrecht_report::{Language, Style, ToolInfo};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::args::Lang;
use crate::exit::Trouble;

/// This program.
pub(crate) const TOOL: ToolInfo<'static> = ToolInfo { version: env!("CARGO_PKG_VERSION"), commit: option_env!("EICHRECHT_COMMIT") };

/// Widest text that is pleasant to read.
const WIDEST: usize = 100;
/// Below this, wrapping does more harm than good.
const NARROWEST: usize = 40;

/// Writes to standard output. A reader who has gone away, as `| head` does, is no fault.
pub(crate) fn write(text: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Trouble::Fault(format!("cannot write the report: {error}"))),
        _ => Ok(()),
    }
}

/// A line on standard error, for people. Whether anybody reads it changes nothing.
pub(crate) fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// The present. The front end is where it comes from.
#[allow(clippy::disallowed_methods, reason = "nothing below the front ends has a clock")]
pub(crate) fn now() -> Timestamp {
    Timestamp::now()
}

/// The present day in UTC: zones would need their data base, and a date of an import need not be that exact.
pub(crate) fn today() -> Date {
    now().to_zoned(TimeZone::UTC).date()
}

/// The language asked for, or that of the locale.
pub(crate) fn language(asked: Option<Lang>) -> Language {
    match asked {
        Some(lang) => lang.into(),
        None => Language::from_locale(&sys_locale::get_locale().unwrap_or_default()),
    }
}

/// Colour only on a terminal that can and a user who wants; width of the terminal, where there is one.
pub(crate) fn style() -> Style {
    let terminal = io::stdout().is_terminal();
    let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
    let width = if terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
    Style { colour: terminal && !unwanted && !dumb, width: width.map_or(WIDEST, |width| width.clamp(NARROWEST, WIDEST)) }
}
