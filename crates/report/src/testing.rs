//! Small assessments for the tests of reports, built without the pipeline.

use eichrecht_model::*;

/// The tool of all test reports.
pub(crate) const TOOL: crate::ToolInfo<'static> = crate::ToolInfo { version: "0.0.0", commit: Some("c0ffee") };

/// A time in the zone +02:00.
pub(crate) fn time(local: &str, sync: TimeSync) -> MeterTime {
    let local: jiff::civil::DateTime = local.parse().unwrap();
    let instant = jiff::tz::Offset::constant(2).to_timestamp(local).unwrap();
    MeterTime { local, offset_minutes: Some(120), instant, sync, raw: format!("{local} raw") }
}

/// A faultless reading of register 1-0:1.8.0 in kWh.
pub(crate) fn reading(reason: ReadingReason, value: &str, local: &str) -> Measurement {
    Measurement {
        time: Some(time(local, TimeSync::Synchronised)),
        reason: Some(reason),
        value: Some(value.parse().unwrap()),
        unit: Some(Unit::KilowattHour),
        obis: Some(ObisCode::new("01-00:01.08.00*FF")),
        status: Some(MeterStatus::Ok),
        error_flags: Some(ErrorFlags::default()),
        ..Measurement::default()
    }
}

/// A record with begin and end and everything a station can say.
pub(crate) fn parsed() -> ParsedRecord {
    let signed = vec![SignedBytes { reading: SignedBytesReading::Exact, source: SignedBytesSource::Range(0..0) }];
    let algorithm = AlgorithmClaim::Known(Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256));
    let mut parsed =
        ParsedRecord::empty(FormatId("ocmf"), signed, algorithm, SignatureData::Bytes(Vec::new(), SignatureEncoding::DerOrRaw));
    parsed.version = Some("1.0".to_owned());
    parsed.meter = MeterIdentity {
        manufacturer: Some("Example Meters".to_owned()),
        model: Some("EM-1".to_owned()),
        serial: Some("EXM0012345".to_owned()),
        firmware: Some("2.1".to_owned()),
    };
    parsed.pagination = Some(Pagination { context: PaginationContext::Transaction, number: 12 });
    parsed.session = Some("S-77".to_owned());
    parsed.counted_seconds = Some(3930);
    parsed.user = UserAssignment {
        assigned: Some(true),
        level: Some(AssignmentLevel::Trusted),
        flags: vec!["RFID_PLAIN".to_owned()],
        kind: Some("ISO14443".to_owned()),
        id: Some("04A1B2C3".to_owned()),
    };
    parsed.charge_point = ChargePoint { scheme: Some("EVSEID".to_owned()), id: Some("DE*EXA*E1".to_owned()) };
    parsed.measurements = vec![
        reading(ReadingReason::Begin, "1200.50", "2024-05-01T14:00:00"),
        reading(ReadingReason::End, "1206.10", "2024-05-01T15:05:30"),
    ];
    parsed
}

/// A key that came in the given way.
pub(crate) fn key(origin: KeyOrigin) -> UsedKey {
    UsedKey {
        origin,
        choice: KeyChoice::Carried,
        kind: KeyKind::Ec(Curve::Secp256r1),
        fingerprint: "0123456789abcdef".repeat(4),
        spki: (0..91).collect(),
        location: Location::input("data.xml").inside("publicKey"),
        registered: None,
    }
}

/// An assessment under construction, with one input.
pub(crate) struct Scene {
    pub(crate) assessment: Assessment,
}

impl Scene {
    pub(crate) fn new() -> Self {
        let outcomes = vec![("KEY004", Outcome::Found(1)), ("PAG001", Outcome::Passed)];
        let assessment = Assessment { outcomes, ..Assessment::empty(KeyOrigin::Record) };
        Self { assessment }.input("data.xml")
    }

    /// One more input; what follows belongs to it.
    pub(crate) fn input(mut self, name: &str) -> Self {
        let next = self.assessment.records.len();
        self.assessment.inputs.push(InputAssessment {
            name: name.to_owned(),
            sha256: Some("ab".repeat(32)),
            size: 1234,
            role: InputRole::Data,
            notes: Vec::new(),
            records: next..next,
            verdict: Verdict::NotChecked,
        });
        self
    }

    fn last(&self) -> usize {
        self.assessment.inputs.len() - 1
    }

    /// A record, its signature and its key.
    #[allow(clippy::disallowed_methods, reason = "tests of reports state the outcome of the signature check")]
    pub(crate) fn record(mut self, parsed: ParsedRecord, signature: SignatureVerdict, origin: Option<KeyOrigin>) -> Self {
        let keys = KeyFacts { used: origin.map(key), ..KeyFacts::default() };
        let matched = signature.is_valid().then_some(SignedBytesReading::Exact);
        let verdict = match &signature {
            SignatureVerdict::Valid => Verdict::Verified,
            SignatureVerdict::Invalid(_) => Verdict::Failed,
            SignatureVerdict::NotChecked(_) => Verdict::NotChecked,
        };
        self.push(Some(parsed.format), Ok(CheckedRecord::seal_after_signature_check(parsed, signature, matched, keys)), verdict);
        self
    }

    /// A record that could not be read.
    pub(crate) fn unread(mut self, why: UnreadRecord) -> Self {
        self.push(None, Err(why), Verdict::NotChecked);
        self
    }

    fn push(&mut self, format: Option<FormatId>, content: Result<CheckedRecord, UnreadRecord>, verdict: Verdict) {
        let input = self.last();
        let source = Record {
            bytes: Vec::new(),
            location: Location::input(&self.assessment.inputs[input].name).inside("values/value[1]"),
            span: Some(10..20),
            declared: Declared { transaction_id: Some("7".to_owned()), ..Declared::default() },
            key: None,
            notes: Vec::new(),
        };
        let id = RecordId(self.assessment.records.len() + 1);
        self.assessment.inputs[input].records.end += 1;
        self.assessment.records.push(RecordEntry { id, input, source, format, duplicate_of: None, content, verdict });
    }

    /// A session of one record with begin and end: its first two readings.
    pub(crate) fn session(mut self, record: usize, verdict: Verdict) -> Self {
        let record = RecordId(record);
        let at = |index| MeasurementRef { record, index };
        let value = |index| self.assessment.measurement(at(index)).unwrap().value.unwrap();
        let stated = Energy { value: value(1).checked_sub(&value(0)).unwrap(), unit: Unit::KilowattHour };
        self.assessment.transactions.push(Transaction {
            id: TransactionId(self.assessment.transactions.len() + 1),
            input: self.assessment.record(record).unwrap().input,
            records: vec![record],
            shape: TransactionShape::WholeInOneRecord,
            registers: vec![RegisterRun {
                obis: Some(ObisCode::new("01-00:01.08.00*FF")),
                begins: vec![at(0)],
                ends: vec![at(1)],
                inner: Vec::new(),
            }],
            billing: Some((0, BillingChoice::Import)),
            stated_energy: Some(stated),
            duration_s: Some(3930),
            time_quality: TimeQuality::Synchronised,
            verdict,
        });
        self
    }

    pub(crate) fn finding(mut self, code: &str, subject: Subject, facts: &[(&'static str, &str)]) -> Self {
        let (code, name, severity) = match eichrecht_rules::find(code) {
            Some(rule) => (rule.code, rule.name, rule.severity),
            // A code without a rule and without texts: reports must stand that.
            None => ("ZZZ999", "no-such-rule", Severity::Fail),
        };
        let facts = facts.iter().map(|(name, fact)| (*name, (*fact).to_owned())).collect();
        let input = self.last();
        self.assessment.findings.push(Finding { code, name, severity, input, subject, facts });
        self
    }

    pub(crate) fn error(mut self, kind: ReadErrorKind, detail: &str) -> Self {
        let location = Location::input(&self.assessment.inputs[self.last()].name).inside("values/value[2]");
        self.assessment.errors.push(ReadError { input: self.last(), kind, location, offset: Some(77), detail: detail.to_owned() });
        self
    }

    /// The verdict on the input begun last, and on the whole.
    pub(crate) fn verdict(mut self, verdict: Verdict) -> Assessment {
        let last = self.last();
        self.assessment.inputs[last].verdict = verdict;
        self.assessment.verdict = verdict;
        self.assessment
    }
}

/// One proven session with a remark about the key.
pub(crate) fn proven() -> Assessment {
    Scene::new()
        .record(parsed(), SignatureVerdict::Valid, Some(KeyOrigin::Container))
        .session(1, Verdict::VerifiedWithWarnings)
        .finding("KEY004", Subject::Record(RecordId(1)), &[("origin", "container")])
        .verdict(Verdict::VerifiedWithWarnings)
}

/// One session whose signature is invalid, a second record that cannot be read, and an error.
pub(crate) fn failed() -> Assessment {
    Scene::new()
        .record(parsed(), SignatureVerdict::Invalid(InvalidReason::Mismatch), Some(KeyOrigin::User))
        .session(1, Verdict::Failed)
        .unread(UnreadRecord::Unreadable(ParseError::new(ParseErrorKind::Truncated)))
        .finding("SIG001", Subject::Record(RecordId(1)), &[("reason", "mismatch")])
        .error(ReadErrorKind::RecordUnreadable(ParseError::new(ParseErrorKind::Truncated).field("RD")), "")
        .verdict(Verdict::Failed)
}
