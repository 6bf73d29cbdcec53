//! Where rules report to.

use eichrecht_model::{Assessment, Finding, MeasurementRef, Note, NoteKind, RecordEntry, RecordId, Subject, TransactionId};

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

    /// A finding about an input as a whole.
    pub fn input(&mut self, input: usize, facts: Vec<(&'static str, String)>) {
        self.push(input, Subject::Input, facts);
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
/// of the keys. Facts are `field`, `found` and `expected`.
pub(crate) fn from_notes(facts: Facts<'_>, sink: &mut Sink<'_>, kinds: &[NoteKind]) {
    for (input, found) in facts.assessment.inputs.iter().enumerate() {
        sink.looked();
        for note in found.notes.iter().filter(|note| kinds.contains(&note.kind)) {
            sink.input(input, note_facts(note));
        }
    }
    for entry in &facts.assessment.records {
        for note in notes_of(entry).filter(|note| kinds.contains(&note.kind)) {
            match note.measurement {
                Some(index) => sink.measurement(MeasurementRef { record: entry.id, index }, note_facts(note)),
                None => sink.record(entry.id, note_facts(note)),
            }
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

/// The facts of a note for its text.
pub(crate) fn note_facts(note: &Note) -> Vec<(&'static str, String)> {
    vec![("field", note.field.clone()), ("found", note.found.clone()), ("expected", note.expected.clone())]
}
