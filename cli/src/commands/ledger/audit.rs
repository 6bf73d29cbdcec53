//! `ledger audit` and `ledger show`.

use std::path::Path;

use eichrecht_ledger::{Filter, Ledger, Period};
use eichrecht_report::{AuditPrinter, ListingPrinter, visible};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::args::{Audit, Show};
use super::{Out, Stop, form, trouble};
use crate::args::Lang;
use crate::exit::{Exit, Trouble};
use crate::output::{TOOL, language, style};

pub(super) fn audit(audit: &Audit, file: &Path, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let period = Period { from: instant(audit.from.as_deref(), false)?, until: instant(audit.to.as_deref(), true)? };
    let filter = Filter { meter: audit.meter.clone(), period };
    let ledger = open(file)?;
    let mut printer = AuditPrinter::new(form(audit.output), language(lang), style(), TOOL);
    let mut out = Out::new();
    let mut exit = Exit::NotChecked;
    let work = || -> Result<(), Stop> {
        out.write(&printer.begin())?;
        let summary = ledger.audit(&filter, |meter| out.write(&printer.meter(&meter)))?;
        ledger.unproven(&filter, |record| out.write(&printer.unproven(&record)))?;
        exit = match (summary.checked + summary.reported, summary.fail) {
            (0, _) => Exit::NotChecked,
            (_, 0) => Exit::Fine,
            _ => Exit::Failed,
        };
        out.write(&printer.end(&summary))?;
        out.flush()
    };
    finished(work(), exit, file)
}

pub(super) fn show(show: &Show, file: &Path, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let filter = Filter { meter: Some(show.meter.clone()), ..Filter::default() };
    let ledger = open(file)?;
    let mut printer = ListingPrinter::new(form(show.output), language(lang), style(), TOOL);
    let mut out = Out::new();
    let mut exit = Exit::NotChecked;
    let work = || -> Result<(), Stop> {
        out.write(&printer.begin())?;
        ledger.list(&filter, |listing| {
            exit = Exit::Fine;
            out.write(&printer.meter(&listing))
        })?;
        out.write(&printer.end())?;
        out.flush()
    };
    finished(work(), exit, file)
}

fn finished(done: Result<(), Stop>, exit: Exit, file: &Path) -> Result<Exit, Trouble> {
    match done {
        Ok(()) | Err(Stop::Gone) => Ok(exit),
        Err(Stop::Ledger(error)) => Err(trouble(error, file)),
        Err(Stop::Output(error)) => Err(Trouble::Fault(format!("cannot write the result: {error}"))),
    }
}

fn open(file: &Path) -> Result<Ledger, Trouble> {
    if !file.exists() {
        return Err(Trouble::Usage(format!("there is no ledger {}; `eichrecht ledger add` makes one", file.display())));
    }
    Ledger::open_existing(file).map_err(|error| trouble(error, file))
}

/// A date, which begins at midnight UTC and counts as a whole, or an instant.
fn instant(text: Option<&str>, end: bool) -> Result<Option<Timestamp>, Trouble> {
    let Some(text) = text.map(str::trim) else { return Ok(None) };
    let wrong = || Trouble::Usage(format!("{} is no date (2026-03-29) and no time (2026-03-29T12:00:00Z)", visible(text)));
    if let Ok(date) = text.parse::<Date>()
        && !text.contains(['T', 't', ' '])
    {
        let date = if end { date.checked_add(1.day()).map_err(|_| wrong())? } else { date };
        return Ok(Some(date.to_zoned(TimeZone::UTC).map_err(|_| wrong())?.timestamp()));
    }
    text.parse().map(Some).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_counts_as_a_whole() {
        let of = |text, end| instant(Some(text), end).unwrap().unwrap().to_string();
        assert_eq!(of("2026-03-29", false), "2026-03-29T00:00:00Z");
        assert_eq!(of("2026-03-29", true), "2026-03-30T00:00:00Z");
        assert_eq!(of("2026-03-29T12:00:00+02:00", true), "2026-03-29T10:00:00Z");
        assert!(instant(Some("yesterday"), false).is_err());
        assert!(instant(Some("9999-12-31"), true).is_err());
    }
}
