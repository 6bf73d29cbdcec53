//! The bill as typed or read: figures go to the verifier as texts and are read there.

use std::path::Path;

use eichrecht::Refused;
use eichrecht::bill::{BadFigure, Figures, read_bill, read_tariff, read_zone, set_figures};
use eichrecht::model::{Bill, BillProblem, BillProblemKind, BillRequest, LimitName, Limits, ReadErrorKind, TransactionId};

/// What the form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BillForm {
    /// A bill as a file: its name and its bytes.
    pub file: Option<(String, Result<Vec<u8>, Refused>)>,
    /// Energy, like `12,34 kWh`.
    pub energy: String,
    /// Begin, like `29.03.2026 01:58`.
    pub begin: String,
    /// End.
    pub end: String,
    /// Total with tax, like `7,89 EUR`.
    pub total: String,
    /// The charging point.
    pub evse: String,
    /// Tariff text, like `0,45 EUR/kWh`.
    pub tariff: String,
    /// Number of the session as in the report.
    pub session: String,
    /// Zone of times without one.
    pub zone: String,
}

/// What cannot be read in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadForm {
    /// A figure.
    Figure(BadFigure),
    /// The zone.
    Zone,
    /// The number of the session.
    Session,
}

impl BillForm {
    /// Whether anything asks for a check.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let figures = [&self.energy, &self.begin, &self.end, &self.total, &self.evse];
        self.file.is_none() && figures.iter().all(|text| text.trim().is_empty())
    }

    /// Takes a bill from a file. One that cannot be read is reported as a bill that was not checked.
    pub fn take_file(&mut self, path: &Path, limits: &Limits) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        self.file = Some((name, eichrecht_front::files::read_ordinary(path, limits.bill_bytes)));
    }

    /// The bill to check; `None` for an empty form.
    ///
    /// # Errors
    /// What was typed and cannot be read.
    pub fn request(&self, limits: &Limits) -> Result<Option<BillRequest>, BadForm> {
        if self.is_empty() {
            return Ok(None);
        }
        let typed = |text: &String| (!text.trim().is_empty()).then(|| text.trim().to_owned());
        let zone = match typed(&self.zone) {
            None => None,
            Some(text) => Some(read_zone(&text).ok_or(BadForm::Zone)?),
        };
        let session = match typed(&self.session) {
            None => None,
            Some(text) => Some(TransactionId(text.parse().map_err(|_| BadForm::Session)?)),
        };
        let (name, mut bill) = match &self.file {
            Some((name, Ok(bytes))) => (name.clone(), read_bill(name, bytes, limits)),
            Some((name, Err(refused))) => (name.clone(), Err(unopened(refused))),
            None => (String::new(), Ok(Bill::default())),
        };
        let texts = [&self.energy, &self.begin, &self.end, &self.total, &self.evse].map(typed);
        if let Ok(bill) = &mut bill {
            let [energy, begin, end, total, evse] = texts.each_ref().map(Option::as_deref);
            set_figures(bill, &Figures { energy, begin, end, total, evse, zone }, limits).map_err(BadForm::Figure)?;
        }
        let tariff = typed(&self.tariff).map(|text| read_tariff(text.as_bytes(), limits));
        Ok(Some(BillRequest { name, bill, tariff, session, days: limits.bill_days }))
    }
}

fn unopened(refused: &Refused) -> BillProblem {
    let kind = match refused.kind {
        ReadErrorKind::Limit(_) => BillProblemKind::Limit(LimitName::BillBytes),
        _ => BillProblemKind::Unopened,
    };
    BillProblem { kind, place: refused.detail.clone() }
}
