//! What a report says about one charging session.

use std::collections::HashSet;

use eichrecht_model::{
    Assessment, CheckedRecord, GatewayIdentity, Measurement, MeterIdentity, Transaction, TransactionShape, UsedKey, VerifiedEnergy,
};

use super::{Row, SessionContent, Standing, words};
use crate::texts::{Arg, Texts};
use crate::{key, names, visible};

/// Everything to be said about a session.
pub(crate) fn session(texts: &Texts, assessment: &Assessment, transaction: &Transaction) -> SessionContent {
    let verdict = assessment.transaction_verdict(transaction.id);
    let number = transaction.id.0.to_string();
    let mut rows = Rows::new(texts, assessment, transaction);
    rows.energy();
    rows.times();
    rows.register();
    rows.identities();
    rows.proof();
    SessionContent {
        id: transaction.id,
        title: texts.say("session-title", &[("number", Arg::Text(&number))]),
        verdict,
        verdict_word: texts.plain(&format!("verdict-{}", verdict.as_str())),
        not_proven: (!rows.all_valid).then(|| texts.plain("session-not-proven")),
        rows: rows.rows,
    }
}

struct Rows<'a> {
    texts: &'a Texts,
    assessment: &'a Assessment,
    transaction: &'a Transaction,
    records: Vec<&'a CheckedRecord>,
    /// Whether every record of the session has a valid signature. Without that nothing in it is proven.
    all_valid: bool,
    proven: Option<VerifiedEnergy>,
    rows: Vec<Row>,
}

impl<'a> Rows<'a> {
    fn new(texts: &'a Texts, assessment: &'a Assessment, transaction: &'a Transaction) -> Self {
        let records: Vec<_> = transaction.records.iter().filter_map(|id| assessment.checked(*id)).collect();
        let all_valid = records.len() == transaction.records.len() && records.iter().all(|record| record.signature().is_valid());
        let proven = assessment.verified_energy(transaction.id);
        Self { texts, assessment, transaction, records, all_valid, proven, rows: Vec::new() }
    }

    fn row(&mut self, label: &str, value: String, standing: Standing) {
        self.rows.push(Row { label: self.texts.plain(label), value, note: None, strong: false, standing });
    }

    /// A value of the records: marked as a statement unless all signatures are valid.
    fn stated(&mut self, label: &str, value: String) {
        if self.all_valid {
            self.row(label, value, Standing::Signed);
        } else {
            self.marked(label, value);
        }
    }

    fn marked(&mut self, label: &str, value: String) {
        self.row(label, value, Standing::Unproven);
        self.note("stated-not-proven");
    }

    /// A remark in brackets behind the row put last.
    fn note(&mut self, id: &str) {
        let note = self.texts.plain(id);
        if let Some(row) = self.rows.last_mut() {
            row.note = Some(note);
        }
    }

    fn energy(&mut self) {
        match (self.proven.as_ref().map(VerifiedEnergy::energy), &self.transaction.stated_energy) {
            (Some(energy), _) => {
                let amount = words::energy(self.texts, energy);
                self.row("label-energy", amount, Standing::Derived);
                self.note("proven");
                if let Some(row) = self.rows.last_mut() {
                    row.strong = true;
                }
            }
            (None, Some(energy)) => self.marked("label-energy", words::energy(self.texts, energy)),
            (None, None) => {
                let why = match self.transaction.shape {
                    TransactionShape::BeginMissing => "energy-begin-missing",
                    TransactionShape::EndMissing => "energy-end-missing",
                    TransactionShape::WholeInOneRecord | TransactionShape::SeparateRecords => "energy-unknown",
                };
                self.row("label-energy", self.texts.plain(why), Standing::Own);
            }
        }
    }

    fn times(&mut self) {
        for (label, reading) in
            [("label-begin", self.transaction.begin(self.assessment)), ("label-end", self.transaction.end(self.assessment))]
        {
            if let Some(time) = reading.and_then(|reading| reading.time.as_ref()) {
                self.stated(label, words::time_with_quality(self.texts, time));
            }
        }
        if let Some(seconds) = self.transaction.duration_s {
            let duration = words::duration(seconds);
            // A duration counts only where the session as a whole holds.
            if self.proven.is_some() && self.transaction.time_quality.proves_duration() {
                self.row("label-duration", duration, Standing::Derived);
                self.note("proven");
            } else {
                self.marked("label-duration", duration);
            }
        }
        // What clocks are worth is itself signed, and it takes a begin and an end.
        if !self.all_valid || !self.transaction.shape.is_complete() {
            return;
        }
        let quality = self.texts.plain(&format!("quality-{}", names::time_quality(self.transaction.time_quality)));
        self.row("label-time-quality", quality, Standing::Own);
    }

    fn register(&mut self) {
        let Some((_, choice)) = self.transaction.billing else { return };
        let code = self.transaction.billing_register().and_then(|run| run.obis.as_ref());
        let code = code.map_or_else(|| self.texts.plain("register-unnamed"), |code| visible(&code.normalised()).into_owned());
        let choice = self.texts.plain(&format!("billing-{}", names::billing_choice(choice)));
        let value = |reading: Option<&Measurement>| reading.map_or_else(|| self.texts.plain("no-value"), |r| words::value(self.texts, r));
        let begin = value(self.transaction.begin(self.assessment));
        let end = value(self.transaction.end(self.assessment));
        let span = [("obis", Arg::Text(&code)), ("choice", Arg::Text(&choice)), ("begin", Arg::Text(&begin)), ("end", Arg::Text(&end))];
        self.stated("label-register", self.texts.say("register-span", &span));
        if let Some(end) = self.transaction.end(self.assessment)
            && let (Some(loss), Some(unit)) = (&end.cumulated_loss, &end.unit)
        {
            let loss = format!("{} {}", words::number(self.texts, loss), visible(&unit.to_string()));
            self.stated("label-loss", self.texts.say("loss-taken-off", &[("loss", Arg::Text(&loss))]));
        }
    }

    fn identities(&mut self) {
        let contents = || self.records.iter().map(|record| record.content());
        let lists = [
            ("label-meter", distinct(contents().filter_map(|c| meter(self.texts, &c.meter)))),
            ("label-gateway", distinct(contents().filter_map(|c| gateway(self.texts, &c.gateway)))),
            ("label-session", distinct(contents().filter_map(|c| c.session.as_deref()).map(|number| visible(number).into_owned()))),
            ("label-counted", distinct(contents().filter_map(|c| c.counted_seconds).map(words::counted))),
            (
                "label-charge-point",
                distinct(contents().filter_map(|c| {
                    let id = visible(c.charge_point.id.as_deref()?).into_owned();
                    Some(c.charge_point.scheme.as_deref().map_or_else(|| id.clone(), |scheme| format!("{id} ({})", visible(scheme))))
                })),
            ),
            ("label-user", distinct(contents().filter_map(|c| words::user(self.texts, &c.user)))),
            ("label-tariff", distinct(contents().filter_map(|c| c.tariff.as_ref()).map(|t| visible(&t.text).into_owned()))),
            ("label-prices", distinct(contents().filter_map(|c| c.tariff.as_ref()?.prices.as_ref()).map(|p| words::prices(self.texts, p)))),
        ];
        for (label, values) in lists {
            if !values.is_empty() {
                self.stated(label, values.join(" / "));
            }
        }
    }

    /// Signatures and keys.
    fn proof(&mut self) {
        self.row("label-records", self.record_list(), Standing::Own);
        let signatures = distinct(self.records.iter().map(|record| {
            format!("{}, {}", visible(&names::algorithm(&record.content().algorithm)), words::signature(self.texts, record.signature()))
        }));
        for signature in signatures {
            self.row("label-signature", signature, Standing::Own);
        }
        let mut shown = HashSet::new();
        let keys: Vec<&UsedKey> = self.records.iter().filter_map(|record| record.keys().used.as_ref()).collect();
        if keys.is_empty() {
            self.row("label-key", self.texts.plain("origin-none"), Standing::Own);
        }
        for used in keys {
            if shown.insert((used.origin, &used.fingerprint)) {
                self.row("label-key", words::key(self.texts, used, self.all_valid), Standing::Own);
                self.rows.extend(key::key_rows(self.texts, &used.fingerprint, &used.spki));
            }
        }
    }

    fn record_list(&self) -> String {
        let numbers: Vec<String> = self.transaction.records.iter().take(10).map(|id| id.0.to_string()).collect();
        let dots = if self.transaction.records.len() > numbers.len() { ", …" } else { "" };
        let formats = distinct(self.records.iter().map(|record| record.content().format.as_str().to_uppercase()));
        let pages = distinct(self.records.iter().filter_map(|record| record.content().pagination).map(|page| page.to_string()));
        let mut list = self.texts.say(
            "record-list",
            &[
                ("count", Arg::Count(self.transaction.records.len())),
                ("numbers", Arg::Text(&format!("{}{dots}", numbers.join(", ")))),
                ("formats", Arg::Text(&formats.join(", "))),
            ],
        );
        if let (Some(first), Some(last)) = (pages.first(), pages.last()) {
            let span = if first == last { first.clone() } else { format!("{first} … {last}") };
            list = format!("{list}, {}", self.texts.say("pagination", &[("pages", Arg::Text(&span))]));
        }
        list
    }
}

/// What a record says of its meter.
pub(crate) fn meter(texts: &Texts, meter: &MeterIdentity) -> Option<String> {
    let serial = meter.serial.as_deref().map(|serial| texts.say("serial", &[("serial", Arg::Text(&visible(serial)))]));
    let maker = [&meter.manufacturer, &meter.model].into_iter().flatten().map(|t| visible(t).into_owned()).collect::<Vec<_>>().join(" ");
    let firmware = meter.firmware.as_deref().map(|version| texts.say("firmware", &[("version", Arg::Text(&visible(version)))]));
    let parts: Vec<String> = serial.into_iter().chain((!maker.is_empty()).then_some(maker)).chain(firmware).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a record says of its signing component.
pub(crate) fn gateway(texts: &Texts, gateway: &GatewayIdentity) -> Option<String> {
    let serial = gateway.serial.as_deref().map(|serial| texts.say("serial", &[("serial", Arg::Text(&visible(serial)))]));
    let name = gateway.id.as_deref().map(|id| visible(id).into_owned());
    let version = gateway.version.as_deref().map(|version| texts.say("firmware", &[("version", Arg::Text(&visible(version)))]));
    let parts: Vec<String> = serial.into_iter().chain(name).chain(version).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The distinct values in order of appearance.
pub(crate) fn distinct(values: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    values.filter(|value| seen.insert(value.clone())).collect()
}
