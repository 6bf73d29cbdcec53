//! Small assessments with proven sessions, built without the pipeline.

use eichrecht_model::*;
use jiff::Timestamp;

/// A session in one record of register 1-0:1.8.0.
pub(crate) struct TestSession {
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
    pub(crate) kwh: &'static str,
    pub(crate) sync: TimeSync,
    pub(crate) evse: Option<&'static str>,
    pub(crate) tariff: Option<&'static str>,
    pub(crate) counted: Option<u64>,
    /// Readings between: kWh so far and when.
    pub(crate) between: Vec<(&'static str, &'static str)>,
    pub(crate) verdict: Verdict,
}

impl Default for TestSession {
    /// Two hours in the evening of a Tuesday, German summer time, by a synchronised clock: 20.00 kWh.
    fn default() -> Self {
        Self {
            begin: "2026-07-07T15:00:00Z",
            end: "2026-07-07T17:00:00Z",
            kwh: "20.00",
            sync: TimeSync::Synchronised,
            evse: Some("DE*TST*E1*1"),
            tariff: None,
            counted: None,
            between: Vec::new(),
            verdict: Verdict::Verified,
        }
    }
}

pub(crate) fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn time(instant: &str, sync: TimeSync) -> MeterTime {
    let instant: Timestamp = instant.parse().unwrap();
    MeterTime { local: jiff::tz::Offset::UTC.to_datetime(instant), offset_minutes: Some(0), instant, sync, raw: instant.to_string() }
}

impl TestSession {
    fn reading(&self, reason: ReadingReason, kwh: &str, instant: &str) -> Measurement {
        Measurement {
            time: Some(time(instant, self.sync)),
            reason: Some(reason),
            value: dec("1000.00").checked_add(&dec(kwh)),
            unit: Some(Unit::KilowattHour),
            obis: Some(ObisCode::new("1-0:1.8.0")),
            status: Some(MeterStatus::Ok),
            ..Measurement::default()
        }
    }

    #[allow(clippy::disallowed_methods, reason = "tests state the outcome of the signature check")]
    fn record(&self) -> CheckedRecord {
        let signed_bytes = vec![SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(0..0) }];
        let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
        let signature = SignatureData::Bytes(Vec::new(), SignatureEncoding::DerOrRaw);
        let mut parsed = ParsedRecord::empty(FormatId("ocmf"), signed_bytes, algorithm, signature);
        parsed.charge_point = ChargePoint { id: self.evse.map(str::to_owned), scheme: Some("EVSEID".to_owned()) };
        parsed.tariff = self.tariff.map(|text| TariffText { text: text.to_owned(), prices: None });
        parsed.counted_seconds = self.counted;
        parsed.measurements.push(self.reading(ReadingReason::Begin, "0", self.begin));
        for (kwh, instant) in &self.between {
            parsed.measurements.push(self.reading(ReadingReason::Charging, kwh, instant));
        }
        parsed.measurements.push(self.reading(ReadingReason::End, self.kwh, self.end));
        let key = UsedKey {
            origin: KeyOrigin::User,
            choice: KeyChoice::OnlyKey,
            kind: KeyKind::Ec(Curve::Secp256r1),
            fingerprint: "11".to_owned(),
            spki: Vec::new(),
            location: Location::input("key"),
            registered: None,
        };
        let keys = KeyFacts { used: Some(key), ..KeyFacts::default() };
        CheckedRecord::seal_after_signature_check(parsed, SignatureVerdict::Valid, Some(SignedBytesReading::Exact), keys)
    }
}

/// An assessment with these sessions, each in a record of its own.
pub(crate) fn assess(sessions: &[TestSession]) -> Assessment {
    let mut assessment = Assessment::empty(KeyOrigin::Record);
    for (index, session) in sessions.iter().enumerate() {
        let record = RecordId(index + 1);
        let at = |index| MeasurementRef { record, index };
        let last = session.between.len() + 1;
        let (begin, end): (Timestamp, Timestamp) = (session.begin.parse().unwrap(), session.end.parse().unwrap());
        assessment.records.push(RecordEntry {
            id: record,
            input: 0,
            source: Record {
                bytes: Vec::new(),
                location: Location::input("test"),
                span: None,
                declared: Declared::default(),
                key: None,
                notes: Vec::new(),
            },
            format: Some(FormatId("ocmf")),
            duplicate_of: None,
            content: Ok(session.record()),
            verdict: session.verdict,
        });
        assessment.transactions.push(Transaction {
            id: TransactionId(index + 1),
            input: 0,
            records: vec![record],
            shape: TransactionShape::WholeInOneRecord,
            registers: vec![RegisterRun {
                obis: Some(ObisCode::new("1-0:1.8.0")),
                begins: vec![at(0)],
                ends: vec![at(last)],
                inner: (1..last).map(at).collect(),
            }],
            billing: Some((0, BillingChoice::Import)),
            stated_energy: Some(Energy { value: dec(session.kwh), unit: Unit::KilowattHour }),
            duration_s: Some(end.as_second() - begin.as_second()),
            time_quality: match session.sync {
                TimeSync::Synchronised => TimeQuality::Synchronised,
                TimeSync::Relative => TimeQuality::DurationOnly,
                _ => TimeQuality::Informative,
            },
            verdict: session.verdict,
        });
    }
    assessment
}

/// The check of a bill against these sessions.
pub(crate) fn check(sessions: &[TestSession], bill: Bill, tariff: Option<&str>) -> BillCheck {
    let limits = Limits::default();
    let tariff = tariff.map(|text| crate::read_tariff(text.as_bytes(), &limits));
    crate::check(&assess(sessions), BillRequest { name: "bill".to_owned(), bill: Ok(bill), tariff, session: None, days: limits.bill_days })
}

/// A bill of single figures.
pub(crate) fn figures(figures: crate::Figures<'_>) -> Bill {
    crate::read_figures(&figures, &Limits::default()).unwrap()
}

/// A bill as a file.
pub(crate) fn bill(json: &str) -> Bill {
    crate::read_bill("bill.json", json.as_bytes(), &Limits::default()).unwrap()
}
