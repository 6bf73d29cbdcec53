//! A bill on the command line.

use std::ffi::OsString;
use std::path::Path;

use clap::Args;
use eichrecht::Refused;
use eichrecht::bill::{Figures, read_bill, read_tariff, read_zone, set_figures};
use eichrecht::model::{
    Bill, BillProblem, BillProblemKind, BillRequest, BillZone, LimitName, Limits, ReadErrorKind, Tariff, TransactionId,
};
use eichrecht_front::files;

use crate::exit::Trouble;

/// Options about a bill: a file, single figures, or figures in the place of those of the file.
#[derive(Debug, Args)]
#[command(next_help_heading = "Bill")]
pub(crate) struct BillArguments {
    /// Bill to compare with what is proven: eichrecht-bill/1 or an OCPI charge detail record
    #[arg(long, value_name = "FILE")]
    bill: Option<OsString>,
    /// Energy on the bill, like "12,34 kWh" or 12.34kWh
    #[arg(long, value_name = "ENERGY", allow_hyphen_values = true)]
    bill_energy: Option<String>,
    /// Begin on the bill, like "2026-03-29 01:58" or "29.03.2026 01:58"
    #[arg(long, value_name = "TIME")]
    bill_start: Option<String>,
    /// End on the bill
    #[arg(long, value_name = "TIME")]
    bill_end: Option<String>,
    /// Total on the bill with tax, like "7,89 EUR" or 7.89
    #[arg(long, value_name = "AMOUNT", allow_hyphen_values = true)]
    bill_total: Option<String>,
    /// Charge point on the bill
    #[arg(long, value_name = "EVSE")]
    bill_evse: Option<String>,
    /// Tariff: an OCPI tariff as a file, or a text like "0,45 EUR/kWh" or "001;EUR;50;39.9;10;240"
    #[arg(long, value_name = "TARIFF")]
    bill_tariff: Option<OsString>,
    /// Number of the charging session the bill is for, as in the report
    #[arg(long, value_name = "NUMBER")]
    bill_session: Option<usize>,
    /// Zone of times given without one: CET (default), UTC, +02:00
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    bill_zone: Option<String>,
}

impl BillArguments {
    /// Files that are read.
    pub(crate) fn files(&self) -> impl Iterator<Item = &OsString> {
        self.bill.iter().chain(&self.bill_tariff)
    }

    /// The bill to check, if any option asks for it. A file that cannot be read is no wrong usage: the report says so,
    /// and the bill is not checked.
    pub(crate) fn request(&self, limits: &Limits) -> Result<Option<BillRequest>, Trouble> {
        let zone = match &self.bill_zone {
            None => None,
            Some(text) => Some(zone(text)?),
        };
        let figures = Figures {
            energy: self.bill_energy.as_deref(),
            begin: self.bill_start.as_deref(),
            end: self.bill_end.as_deref(),
            total: self.bill_total.as_deref(),
            evse: self.bill_evse.as_deref(),
            zone,
        };
        let asked = self.bill.is_some() || figures != (Figures { zone, ..Figures::default() });
        if !asked {
            let useless = self.bill_tariff.is_some() || self.bill_session.is_some() || zone.is_some();
            let message = "--bill-tariff, --bill-session and --bill-zone need a bill: --bill, --bill-energy or --bill-total";
            return if useless { Err(Trouble::Usage(message.to_owned())) } else { Ok(None) };
        }
        let (name, mut bill) = match &self.bill {
            Some(path) => (path.to_string_lossy().into_owned(), file(Path::new(path), limits)),
            None => (String::new(), Ok(Bill::default())),
        };
        if let Ok(bill) = &mut bill {
            set_figures(bill, &figures, limits).map_err(|bad| Trouble::Usage(bad.to_string()))?;
        }
        Ok(Some(BillRequest {
            name,
            bill,
            tariff: self.bill_tariff.as_ref().map(|argument| tariff(argument, limits)),
            session: self.bill_session.map(TransactionId),
            days: limits.bill_days,
        }))
    }
}

fn zone(text: &str) -> Result<BillZone, Trouble> {
    read_zone(text).ok_or_else(|| Trouble::Usage(format!("`{text}` is no zone like CET, UTC or +02:00")))
}

fn file(path: &Path, limits: &Limits) -> Result<Bill, BillProblem> {
    let bytes = files::read(path, limits.bill_bytes).map_err(|refused| unopened(&refused))?;
    read_bill(&path.to_string_lossy(), &bytes, limits)
}

/// A file if there is one of that name, else the text itself.
fn tariff(argument: &OsString, limits: &Limits) -> Result<Tariff, BillProblem> {
    let path = Path::new(argument);
    if path.exists() {
        let bytes = files::read(path, limits.bill_bytes).map_err(|refused| unopened(&refused))?;
        return read_tariff(&bytes, limits);
    }
    read_tariff(argument.to_string_lossy().as_bytes(), limits)
}

fn unopened(refused: &Refused) -> BillProblem {
    let kind = match refused.kind {
        ReadErrorKind::Limit(_) => BillProblemKind::Limit(LimitName::BillBytes),
        _ => BillProblemKind::Unopened,
    };
    BillProblem { kind, place: refused.detail.clone() }
}
