//! Where rules report to.

use eichrecht_model::{
    Assessment, CheckedRecord, ClaimId, Finding, MeasurementRef, Note, NoteKind, RecordEntry, RecordId, Subject, TransactionId,
};

use crate::{Facts, Rule};

pub use eichrecht_model::{NotEvaluated, Outcome};

/// Takes the findings of one rule.
pub struct Sink<'a> {
    rule: &'static Rule,
    assessment: &'a Assessment,
    findings: Vec<Finding>,
    looked: bool,
    not_evaluated: Option<NotEvaluated>,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(rule: &'static Rule, assessment: &'a Assessment) -> Self {
        Self { rule, assessment, findings: Vec::new(), looked: false, not_evaluated: None }
    }

    /// Says that the rule had something to look at.
    pub fn looked(&mut self) {
        self.looked = true;
    }

    /// Says that the rule would apply and could not look.
    pub fn not_evaluated(&mut self, why: NotEvaluated) {
        self.not_evaluated = Some(why);
    }

    /// A finding about a record.
    pub fn record(&mut self, id: RecordId, facts: Vec<(&'static str, String)>) {
        let input = self.assessment.record(id).map_or(0, |entry| entry.input);
        self.push(input, Subject::Record(id), facts);
    }

    /// A finding about one reading.
    pub fn measurement(&mut self, at: MeasurementRef, facts: Vec<(&'static str, String)>) {
        let input = self.assessment.record(at.record).map_or(0, |entry| entry.input);
        self.push(input, Subject::Measurement(at), facts);
    }

    /// A finding about a transaction.
    pub fn transaction(&mut self, id: TransactionId, facts: Vec<(&'static str, String)>) {
        let input = self.assessment.transaction(id).map_or(0, |transaction| transaction.input);
        self.push(input, Subject::Transaction(id), facts);
    }

    /// A finding about what is claimed of a session.
    pub fn claim(&mut self, id: ClaimId, facts: Vec<(&'static str, String)>) {
        let input = self.assessment.claim(id).map_or(0, |claim| claim.input);
        self.push(input, Subject::Claim(id), facts);
    }

    /// A finding about an input as a whole.
    pub fn input(&mut self, input: usize, facts: Vec<(&'static str, String)>) {
        self.push(input, Subject::Input, facts);
    }

    /// A finding about the bill.
    pub fn bill(&mut self, facts: Vec<(&'static str, String)>) {
        self.push(0, Subject::Bill, facts);
    }

    fn push(&mut self, input: usize, subject: Subject, facts: Vec<(&'static str, String)>) {
        self.looked = true;
        self.findings.push(Finding { code: self.rule.code, name: self.rule.name, severity: self.rule.severity, input, subject, facts });
    }

    pub(crate) fn finish(self) -> (Vec<Finding>, Outcome) {
        let outcome = match (self.findings.len(), self.looked, self.not_evaluated) {
            (0, _, Some(why)) => Outcome::NotEvaluated(why),
            (0, true, None) => Outcome::Passed,
            (0, false, None) => Outcome::NotApplicable,
            (count, _, _) => Outcome::Found(count),
        };
        (self.findings, outcome)
    }
}

/// One finding for each note of the given kinds: notes of the container, of unwrapping, of parsing and
/// of the keys. Facts are those of [`note_facts`].
pub(crate) fn from_notes(facts: Facts<'_>, sink: &mut Sink<'_>, kinds: &[NoteKind]) {
    from_notes_with(facts, sink, kinds, note_facts);
}

/// As [`from_notes`], with facts of the rule's own.
pub(crate) fn from_notes_with(
    facts: Facts<'_>,
    sink: &mut Sink<'_>,
    kinds: &[NoteKind],
    note_facts: impl Fn(&Note) -> Vec<(&'static str, String)>,
) {
    let assessment = facts.assessment;
    for (input, found) in assessment.inputs.iter().enumerate() {
        for note in found.notes.iter().filter(|note| kinds.contains(&note.kind)) {
            sink.input(input, note_facts(note));
        }
    }
    for entry in &assessment.records {
        for note in notes_of(entry).filter(|note| kinds.contains(&note.kind)) {
            match note.measurement {
                Some(index) => sink.measurement(MeasurementRef { record: entry.id, index }, note_facts(note)),
                None => sink.record(entry.id, note_facts(note)),
            }
        }
    }
    let stages = || kinds.iter().map(|kind| Stage::of(*kind));
    let unwrapped = !assessment.inputs.is_empty() && stages().any(|stage| stage == Stage::Unwrapping);
    if unwrapped || assessment.records.iter().any(|entry| stages().any(|stage| stage.was_reached(entry))) {
        sink.looked();
    } else if !assessment.records.is_empty() {
        let readable = assessment.records.iter().any(|entry| entry.content.is_ok());
        sink.not_evaluated(if readable { NotEvaluated::NoValidSignature } else { NotEvaluated::NoReadableRecord });
    }
}

/// Where in the data flow a note is made. Where a record did not get that far, the absence of the note
/// says nothing, and a rule must not count it as passed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Unwrapping,
    Parsing,
    Key,
    Signature,
}

impl Stage {
    fn of(kind: NoteKind) -> Self {
        use NoteKind::*;
        match kind {
            UnknownNamespace | UnexpectedPart | StrayText | FormatGuessed | FormatLabelDiffers | EncodingLabelDiffers
            | TransactionIdOdd | WrappingRemoved | SenderData | MemberWithoutData => Self::Unwrapping,
            KeyEncodingDiffers | KeyWrapping => Self::Key,
            LaxDer | RawSignature | MatchedTrimmed | MatchedMinified | MatchedCrlf => Self::Signature,
            _ => Self::Parsing,
        }
    }

    fn was_reached(self, entry: &RecordEntry) -> bool {
        match (self, &entry.content) {
            (Self::Unwrapping, _) => true,
            (_, Err(_)) => false,
            (Self::Parsing, Ok(_)) => true,
            (Self::Key, Ok(record)) => record.keys().used.is_some(),
            (Self::Signature, Ok(record)) => record.signature().is_valid(),
        }
    }
}

/// All notes about a record, whoever made them.
pub(crate) fn notes_of(entry: &RecordEntry) -> impl Iterator<Item = &Note> {
    let checked = entry.content.as_ref().ok();
    let parsed = checked.map(|record| record.content().notes.as_slice()).unwrap_or_default();
    let keys = checked.map(|record| record.keys().notes.as_slice()).unwrap_or_default();
    entry.source.notes.iter().chain(parsed).chain(keys)
}

/// The facts of a note for its text: `field`, `found`, `expected` as in the note, any of them possibly
/// empty; and two facts for texts to select on: `named`, whether there is a field (`yes`, `no`), and `has`,
/// which of the other two there are (`none`, `found`, `expected`, `both`).
pub(crate) fn note_facts(note: &Note) -> Vec<(&'static str, String)> {
    let has = match (note.found.is_empty(), note.expected.is_empty()) {
        (true, true) => "none",
        (false, true) => "found",
        (true, false) => "expected",
        (false, false) => "both",
    };
    let named = if note.field.is_empty() { "no" } else { "yes" };
    vec![
        ("field", note.field.clone()),
        ("found", note.found.clone()),
        ("expected", note.expected.clone()),
        ("has", has.to_owned()),
        ("named", named.to_owned()),
    ]
}

/// Readable records with their numbers.
pub(crate) fn readable<'a>(facts: Facts<'a>) -> impl Iterator<Item = (&'a RecordEntry, &'a CheckedRecord)> {
    facts.assessment.records.iter().filter_map(|entry| Some((entry, entry.content.as_ref().ok()?)))
}

/// Readable records whose signature is valid: the only ones that may be held against each other.
pub(crate) fn valid<'a>(facts: Facts<'a>) -> impl Iterator<Item = (&'a RecordEntry, &'a CheckedRecord)> {
    readable(facts).filter(|(_, record)| record.signature().is_valid())
}

/// One finding for each readable record of which `found` gives facts.
pub(crate) fn each_record(facts: Facts<'_>, sink: &mut Sink<'_>, found: impl Fn(&CheckedRecord) -> Option<Vec<(&'static str, String)>>) {
    for (entry, record) in readable(facts) {
        sink.looked();
        if let Some(facts) = found(record) {
            sink.record(entry.id, facts);
        }
    }
    if !sink.looked && !facts.assessment.records.is_empty() {
        sink.not_evaluated(NotEvaluated::NoReadableRecord);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{NotCheckedReason, ParseError, ParseErrorKind, Severity, SignatureVerdict, UnreadRecord};

    use super::*;
    use crate::testing::{Scene, fact, record, run, whole};
    use crate::{Basis, Formats, Status};

    static RULE: Rule = Rule {
        code: "TST001",
        name: "test",
        severity: Severity::Info,
        basis: &[Basis::Own("test")],
        formats: Formats::All,
        status: Status::Stable { since: "0" },
        check: |facts, sink| from_notes(facts, sink, &[NoteKind::LaxDer, NoteKind::WrongType]),
    };
    static SIGNATURE_ONLY: Rule = Rule { check: |facts, sink| from_notes(facts, sink, &[NoteKind::LaxDer]), ..RULE };

    #[test]
    fn notes_of_every_origin_become_findings_on_their_subject() {
        let scene = Scene::new()
            .input_note(Note::new(NoteKind::WrongType, "a"))
            .record(record().note(Note::new(NoteKind::WrongType, "b").at(2)).note(Note::new(NoteKind::FieldUnknown, "c")))
            .record(record().with(|r| {
                r.source.notes.push(Note::new(NoteKind::WrongType, "d").found("1"));
                r.keys.notes.push(Note::new(NoteKind::LaxDer, "e").found("1").expected("2"));
            }));
        let (findings, outcome) = run(&RULE, &scene.build());
        let seen: Vec<_> = findings.iter().map(|f| (fact(f, "field"), fact(f, "has"), f.subject)).collect();
        let second = Subject::Record(RecordId(2));
        let reading = Subject::Measurement(MeasurementRef { record: RecordId(1), index: 2 });
        assert_eq!(seen, [("a", "none", Subject::Input), ("b", "none", reading), ("d", "found", second), ("e", "both", second)]);
        assert_eq!(outcome, Outcome::Found(4));
    }

    #[test]
    fn what_was_not_reached_has_not_passed() {
        let unread = || record().with(|r| r.unread = Some(UnreadRecord::Unreadable(ParseError::new(ParseErrorKind::Syntax))));
        let keyless = || record().signature(SignatureVerdict::NotChecked(NotCheckedReason::NoKey));
        assert_eq!(run(&RULE, &Scene::new().build()).1, Outcome::NotApplicable);
        assert_eq!(run(&RULE, &Scene::new().record(unread()).build()).1, Outcome::NotEvaluated(NotEvaluated::NoReadableRecord));
        let keyless_alone = Scene::new().record(keyless()).build();
        assert_eq!(run(&RULE, &keyless_alone).1, Outcome::Passed);
        assert_eq!(run(&SIGNATURE_ONLY, &keyless_alone).1, Outcome::NotEvaluated(NotEvaluated::NoValidSignature));
        assert_eq!(run(&SIGNATURE_ONLY, &Scene::new().record(keyless()).record(record()).build()).1, Outcome::Passed);
    }

    /// A wrong kind in a rule that only passes notes on would show nowhere else.
    #[test]
    fn each_note_reaches_its_one_rule() {
        use NoteKind::*;
        let table = [
            (UnknownNamespace, "CON001"),
            (UnexpectedPart, "CON002"),
            (StrayText, "CON003"),
            (FormatLabelDiffers, "CON004"),
            (FormatGuessed, "CON005"),
            (EncodingLabelDiffers, "CON006"),
            (TransactionIdOdd, "CON007"),
            (WrappingRemoved, "CON011"),
            (SenderData, "CON012"),
            (MatchedCrlf, "CON013"),
            (MemberWithoutData, "CON017"),
            (DuplicateField, "FMT001"),
            (HiddenCharacters, "FMT002"),
            (SeparatorInPayload, "FMT003"),
            (ExtraSection, "FMT004"),
            (VersionMissing, "FMT005"),
            (VersionUnknown, "FMT006"),
            (VersionNotText, "FMT007"),
            (FieldNewerThanVersion, "FMT008"),
            (FieldMissing, "FMT009"),
            (CodeUnknown, "FMT010"),
            (WrongType, "FMT011"),
            (TextTooLong, "FMT012"),
            (FieldUnknown, "FMT013"),
            (NumberAsText, "FMT014"),
            (FirstReadingIncomplete, "FMT015"),
            (RoleLabelDiffers, "CON015"),
            (FieldMalformed, "FMT016"),
            (DeviceReport, "MTR010"),
            (RegisterMovedReported, "VAL009"),
            (CopyDiffers, "FMT017"),
            (EnergyFlowsBack, "MTR012"),
            (InnerSignatureInvalid, "SIG015"),
            (KeyEncodingDiffers, "KEY011"),
            (KeyWrapping, "KEY012"),
            (LaxDer, "SIG004"),
            (RawSignature, "SIG005"),
            (MimeTypeOdd, "SIG008"),
            (AlgorithmUnusual, "SIG009"),
            (AlgorithmDefaulted, "SIG010"),
            (AlgorithmSynonym, "SIG010"),
            (MatchedMinified, "SIG011"),
            (AlgorithmConflict, "SIG012"),
            (MatchedTrimmed, "SIG013"),
        ];
        let codes = |kind: Option<NoteKind>| -> Vec<&'static str> {
            let record = kind.into_iter().fold(whole("1", "2"), |record, kind| record.note(Note::new(kind, "x")));
            let assessment = Scene::new().record(record).transaction(&[1]).build();
            crate::judge(Facts { assessment: &assessment, now: None }).findings.iter().map(|finding| finding.code).collect()
        };
        let without = codes(None);
        for (kind, code) in table {
            let more: Vec<_> = codes(Some(kind)).into_iter().filter(|code| !without.contains(code)).collect();
            assert_eq!(more, [code], "{kind:?}");
        }
    }
}
