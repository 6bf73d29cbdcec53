//! Small assessments for the tests of rules, built without the pipeline.
//!
//! ```text
//! let assessment = Scene::new()
//!     .record(whole("1000.0", "1010.5"))
//!     .record(one_reading(ReadingReason::Begin, "1010.5"))
//!     .transaction(&[1])
//!     .build();
//! assert_eq!(findings(&RULE, &assessment).len(), 0);
//! ```
#![allow(dead_code, reason = "a helper may be waiting for its rule")]

use eichrecht_model::*;
use jiff::Timestamp;

use crate::{Facts, Rule, Sink};

/// Serial number of the meter that [`record`] puts in.
pub(crate) const METER: &str = "METER-1";
/// Fingerprint of the key that [`record`] puts in.
pub(crate) const KEY: &str = "11";

/// A record under construction. All parts are open: change what the test is about.
#[derive(Clone)]
pub(crate) struct TestRecord {
    pub(crate) source: Record,
    pub(crate) parsed: ParsedRecord,
    pub(crate) signature: SignatureVerdict,
    pub(crate) keys: KeyFacts,
    pub(crate) duplicate_of: Option<RecordId>,
    /// When set, the record has no content at all.
    pub(crate) unread: Option<UnreadRecord>,
}

/// A readable record without readings: valid by a key the user gave, meter [`METER`], pagination T1.
pub(crate) fn record() -> TestRecord {
    let signed_bytes = vec![SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(0..0) }];
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
    let signature = SignatureData::Bytes(Vec::new(), SignatureEncoding::DerOrRaw);
    let mut parsed = ParsedRecord::empty(FormatId("ocmf"), signed_bytes, algorithm, signature);
    parsed.meter.serial = Some(METER.to_owned());
    parsed.pagination = Some(Pagination { context: PaginationContext::Transaction, number: 1 });
    TestRecord {
        source: Record {
            bytes: Vec::new(),
            location: Location::input("test"),
            span: None,
            declared: Declared::default(),
            key: None,
            notes: Vec::new(),
        },
        parsed,
        signature: SignatureVerdict::Valid,
        keys: KeyFacts { used: Some(used_key(KEY, KeyOrigin::User)), ..KeyFacts::default() },
        duplicate_of: None,
        unread: None,
    }
}

/// A record with a begin at 12:00 and an end at 13:00 on register 1-0:1.8.0, in kWh.
pub(crate) fn whole(begin: &str, end: &str) -> TestRecord {
    let begin = reading(ReadingReason::Begin, begin, "2024-05-01T12:00:00Z");
    let end = reading(ReadingReason::End, end, "2024-05-01T13:00:00Z");
    record().reading(begin).reading(end)
}

/// A record with a single reading: at 12:00 for a begin, at 13:00 for an end, at 12:30 for all others.
pub(crate) fn one_reading(reason: ReadingReason, value: &str) -> TestRecord {
    let time = match reason {
        ReadingReason::Begin => "2024-05-01T12:00:00Z",
        _ if reason.is_end() => "2024-05-01T13:00:00Z",
        _ => "2024-05-01T12:30:00Z",
    };
    record().reading(reading(reason, value, time))
}

/// A faultless reading of register 1-0:1.8.0 in kWh by a synchronised clock. Change the rest by hand.
pub(crate) fn reading(reason: ReadingReason, value: &str, time: &str) -> Measurement {
    Measurement {
        time: Some(meter_time(time, TimeSync::Synchronised)),
        reason: Some(reason),
        value: Some(value.parse().unwrap()),
        unit: Some(Unit::KilowattHour),
        obis: Some(ObisCode::new("1-0:1.8.0")),
        status: Some(MeterStatus::Ok),
        ..Measurement::default()
    }
}

/// A time in UTC: `2024-05-01T12:00:00Z`.
pub(crate) fn meter_time(instant: &str, sync: TimeSync) -> MeterTime {
    let instant: Timestamp = instant.parse().unwrap();
    let local = jiff::tz::Offset::UTC.to_datetime(instant);
    MeterTime { local, offset_minutes: Some(0), instant, sync, raw: instant.to_string() }
}

/// A key on P-256 that is told apart from others by its fingerprint alone.
pub(crate) fn used_key(fingerprint: &str, origin: KeyOrigin) -> UsedKey {
    UsedKey {
        origin,
        choice: KeyChoice::OnlyKey,
        kind: KeyKind::Ec(Curve::Secp256r1),
        fingerprint: fingerprint.to_owned(),
        spki: Vec::new(),
        location: Location::input("key"),
        registered: None,
    }
}

impl TestRecord {
    /// Adds a reading.
    pub(crate) fn reading(mut self, reading: Measurement) -> Self {
        self.parsed.measurements.push(reading);
        self
    }

    /// Sets the pagination: `T` and this number.
    pub(crate) fn page(mut self, number: u64) -> Self {
        self.parsed.pagination = Some(Pagination { context: PaginationContext::Transaction, number });
        self
    }

    /// Sets what the container claims: role and transaction number.
    pub(crate) fn declared(mut self, context: &str, transaction_id: &str) -> Self {
        self.source.declared.context = Some(context.to_owned());
        self.source.declared.transaction_id = Some(transaction_id.to_owned());
        self
    }

    /// Sets the outcome of the signature check. Unless valid, there is no key in use.
    pub(crate) fn signature(mut self, verdict: SignatureVerdict) -> Self {
        if matches!(verdict, SignatureVerdict::NotChecked(_)) {
            self.keys.used = None;
        }
        self.signature = verdict;
        self
    }

    /// Sets the key in use.
    pub(crate) fn key(mut self, key: UsedKey) -> Self {
        self.keys.used = Some(key);
        self
    }

    /// Adds a note of the parser.
    pub(crate) fn note(mut self, note: Note) -> Self {
        self.parsed.notes.push(note);
        self
    }

    /// Changes anything.
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}

/// An assessment under construction.
pub(crate) struct Scene {
    assessment: Assessment,
}

impl Scene {
    /// One input with nothing in it.
    pub(crate) fn new() -> Self {
        let assessment = Assessment::empty(KeyOrigin::Record);
        Self { assessment }.next_input()
    }

    /// Begins another input; following records belong to it.
    pub(crate) fn next_input(mut self) -> Self {
        let count = self.assessment.records.len();
        self.assessment.inputs.push(InputAssessment {
            name: format!("input {}", self.assessment.inputs.len()),
            sha256: None,
            size: 0,
            role: InputRole::Data,
            notes: Vec::new(),
            records: count..count,
            verdict: Verdict::NotChecked,
        });
        self
    }

    /// Adds a note about the input begun last.
    pub(crate) fn input_note(mut self, note: Note) -> Self {
        self.assessment.inputs.last_mut().unwrap().notes.push(note);
        self
    }

    /// Adds a record to the input begun last. Records are numbered from 1.
    #[allow(clippy::disallowed_methods, reason = "tests of rules state the outcome of the signature check")]
    pub(crate) fn record(mut self, record: TestRecord) -> Self {
        let id = RecordId(self.assessment.records.len() + 1);
        let format = Some(record.parsed.format);
        let matched = record.signature.is_valid().then_some(SignedBytesReading::Exact);
        let content = match record.unread {
            Some(unread) => Err(unread),
            None => Ok(CheckedRecord::seal_after_signature_check(record.parsed, record.signature, matched, record.keys)),
        };
        let input = self.assessment.inputs.len() - 1;
        self.assessment.inputs[input].records.end += 1;
        self.assessment.records.push(RecordEntry {
            id,
            input,
            source: record.source,
            format,
            duplicate_of: record.duplicate_of,
            content,
            verdict: Verdict::NotChecked,
        });
        self
    }

    /// Puts records together to a transaction: readings by register, the first import register for the
    /// bill, a synchronised clock. Change the rest in the assessment that [`Self::build`] gives.
    pub(crate) fn transaction(mut self, numbers: &[usize]) -> Self {
        let records: Vec<RecordId> = numbers.iter().map(|number| RecordId(*number)).collect();
        let mut registers: Vec<RegisterRun> = Vec::new();
        for id in &records {
            for (index, measurement) in self.assessment.checked(*id).unwrap().content().measurements.iter().enumerate() {
                let same = |run: &RegisterRun| match (&run.obis, &measurement.obis) {
                    (Some(a), Some(b)) => a.same_register(b),
                    (None, None) => true,
                    _ => false,
                };
                let position = registers.iter().position(same).unwrap_or_else(|| {
                    let obis = measurement.obis.clone();
                    registers.push(RegisterRun { obis, begins: Vec::new(), ends: Vec::new(), inner: Vec::new() });
                    registers.len() - 1
                });
                let run = &mut registers[position];
                let list = match &measurement.reason {
                    Some(reason) if reason.is_begin() => &mut run.begins,
                    Some(reason) if reason.is_end() => &mut run.ends,
                    _ => &mut run.inner,
                };
                list.push(MeasurementRef { record: *id, index });
            }
        }
        let any_begin = registers.iter().any(|run| !run.begins.is_empty());
        let any_end = registers.iter().any(|run| !run.ends.is_empty());
        let import = |run: &RegisterRun| run.obis.as_ref().is_some_and(|obis| matches!(obis.kind(), RegisterKind::Import(..)));
        let mut transaction = Transaction {
            id: TransactionId(self.assessment.transactions.len() + 1),
            input: self.assessment.record(records[0]).unwrap().input,
            shape: match (any_begin, any_end) {
                (true, true) if records.len() == 1 => TransactionShape::WholeInOneRecord,
                (true, true) => TransactionShape::SeparateRecords,
                (true, false) => TransactionShape::EndMissing,
                (false, _) => TransactionShape::BeginMissing,
            },
            billing: registers.iter().position(import).map(|index| (index, BillingChoice::Import)),
            records,
            registers,
            stated_energy: None,
            duration_s: None,
            time_quality: TimeQuality::Synchronised,
            verdict: Verdict::NotChecked,
        };
        if let (Some(begin), Some(end)) = (transaction.begin(&self.assessment), transaction.end(&self.assessment)) {
            transaction.stated_energy = stated_energy(begin, end);
            transaction.duration_s = match (&begin.time, &end.time) {
                (Some(from), Some(to)) => Some(to.instant.as_second() - from.instant.as_second()),
                _ => None,
            };
        }
        self.assessment.transactions.push(transaction);
        self
    }

    /// Adds a claim under which all records of some transactions came.
    pub(crate) fn claim(mut self, source: ClaimSource, transactions: &[usize], change: impl FnOnce(&mut SessionClaim)) -> Self {
        let mut claim = SessionClaim::new(source, Location::input("test"));
        claim.id = ClaimId(self.assessment.claims.len() + 1);
        claim.input = self.assessment.inputs.len() - 1;
        claim.transactions = transactions.iter().map(|number| TransactionId(*number)).collect();
        let records = claim.transactions.iter().filter_map(|id| self.assessment.transaction(*id)).flat_map(|found| found.records.clone());
        claim.records = records.collect();
        change(&mut claim);
        self.assessment.claims.push(claim);
        self
    }

    /// The assessment.
    pub(crate) fn build(self) -> Assessment {
        self.assessment
    }
}

fn stated_energy(begin: &Measurement, end: &Measurement) -> Option<Energy> {
    let unit = end.unit.clone()?;
    let from = begin.unit.as_ref()?.convert(&begin.value?, &unit)?;
    Some(Energy { value: end.value?.checked_sub(&from)?, unit })
}

/// Findings of one rule. "Now" is 1 January 2025.
pub(crate) fn findings(rule: &'static Rule, assessment: &Assessment) -> Vec<Finding> {
    run(rule, assessment).0
}

/// Findings of one rule, and what became of it. "Now" is 1 January 2025.
pub(crate) fn run(rule: &'static Rule, assessment: &Assessment) -> (Vec<Finding>, Outcome) {
    let now = Some("2025-01-01T00:00:00Z".parse().unwrap());
    let mut sink = Sink::new(rule, assessment);
    (rule.check)(Facts { assessment, now }, &mut sink);
    sink.finish()
}

/// A finding's fact, empty when there is none of the name.
pub(crate) fn fact<'a>(finding: &'a Finding, name: &str) -> &'a str {
    finding.fact(name).unwrap_or_default()
}
