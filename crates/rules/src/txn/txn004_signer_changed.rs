//! TXN004: records shown as one session were signed by different meters or keys.

use std::collections::BTreeMap;

use eichrecht_model::{CheckedRecord, RecordEntry, RecordId, Severity, Transaction, TransactionShape};

use crate::facts::{Readable, has, readable, text};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The begin of one meter and the end of another are no session. Two cases: the container gives its records one
/// transaction number, or a lone begin and a lone end are all that is left over in an input. The container's
/// number is unsigned; it is not used to join anything, only to tell what somebody presents as one session. A
/// group with a whole session in one of its records is left to CON008.
pub(crate) static RULE: Rule = Rule {
    code: "TXN004",
    name: "signer-changed",
    severity: Severity::Fail,
    basis: &[ocmf("fields GS and MS"), Basis::Own("only differences of readings of one meter are amounts of energy")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let mut groups: BTreeMap<(usize, &str), Vec<Readable<'_>>> = BTreeMap::new();
    for (entry, record) in readable(facts, sink) {
        if let Some(id) = text(entry.source.declared.transaction_id.as_ref()) {
            groups.entry((entry.input, id)).or_default().push((entry, record));
        }
    }
    for ((_, id), group) in groups.iter().filter(|(_, group)| group.len() > 1) {
        sink.looked();
        let whole = group.iter().any(|(_, record)| record.content().has_begin() && record.content().has_end());
        if !whole {
            compare(group, id, sink);
        }
    }
    let mut lone: BTreeMap<usize, LeftOver<'_>> = BTreeMap::new();
    for transaction in &facts.assessment.transactions {
        let of_input = lone.entry(transaction.input).or_default();
        match transaction.shape {
            TransactionShape::EndMissing => of_input.begins.push(transaction),
            TransactionShape::BeginMissing => of_input.ends.push(transaction),
            _ => {}
        }
    }
    for of_input in lone.values() {
        left_over(facts, of_input, sink);
    }
}

/// Incomplete sessions of one input.
#[derive(Default)]
struct LeftOver<'a> {
    begins: Vec<&'a Transaction>,
    ends: Vec<&'a Transaction>,
}

/// The one begin and the one end that found no partner in an input, unless the container itself keeps them apart.
fn left_over(facts: Facts<'_>, found: &LeftOver<'_>, sink: &mut Sink<'_>) {
    let ([begin], [end]) = (found.begins.as_slice(), found.ends.as_slice()) else { return };
    let first = |transaction: &Transaction| -> Option<Readable<'_>> {
        let entry = facts.assessment.record(*transaction.records.first()?)?;
        Some((entry, entry.content.as_ref().ok()?))
    };
    let (Some(begin), Some(end)) = (first(begin), first(end)) else { return };
    let declared = |(entry, _): &Readable<'_>| text(entry.source.declared.transaction_id.as_ref()).map(str::to_owned);
    // The same number was looked at above; two different numbers are two sessions.
    if declared(&begin).is_none() || declared(&end).is_none() {
        sink.looked();
        compare(&[begin, end], "", sink);
    }
}

/// Reports every record of a group that has another signer than some other record of it. The transaction number is
/// empty where the container gave none to all of them.
fn compare(group: &[Readable<'_>], transaction_id: &str, sink: &mut Sink<'_>) {
    let [first, others @ ..] = group else { return };
    let mut first_other: Option<(RecordId, &'static str)> = None;
    for (entry, record) in others {
        if let Some(differs) = difference(first.1, record) {
            first_other.get_or_insert((entry.id, differs));
            report(entry, first.0.id, differs, transaction_id, sink);
        }
    }
    if let Some((other, differs)) = first_other {
        report(first.0, other, differs, transaction_id, sink);
    }
}

fn report(entry: &RecordEntry, other: RecordId, differs: &'static str, transaction_id: &str, sink: &mut Sink<'_>) {
    sink.record(
        entry.id,
        vec![
            has(transaction_id),
            ("differs", differs.to_owned()),
            ("other", other.0.to_string()),
            ("transaction_id", transaction_id.to_owned()),
        ],
    );
}

/// In what two records show different signers. A key counts only where it proved to be the right one.
fn difference(a: &CheckedRecord, b: &CheckedRecord) -> Option<&'static str> {
    let meter = |record: &CheckedRecord| text(record.content().meter.serial.as_ref()).map(str::to_owned);
    let gateway = |record: &CheckedRecord| text(record.content().gateway.serial.as_ref()).map(str::to_owned);
    let key = |record: &CheckedRecord| record.keys().used.as_ref().map(|key| key.fingerprint.clone());
    let both_valid = a.signature().is_valid() && b.signature().is_valid();
    if meter(a) != meter(b) {
        Some("meter-serial")
    } else if gateway(a) != gateway(b) {
        Some("gateway-serial")
    } else if both_valid && key(a) != key(b) {
        Some("key")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{InvalidReason, KeyOrigin, Outcome, ReadingReason, SignatureVerdict};

    use super::*;
    use crate::testing::*;

    fn begin() -> TestRecord {
        one_reading(ReadingReason::Begin, "1").page(1).declared("Transaction.Begin", "7")
    }

    fn end() -> TestRecord {
        one_reading(ReadingReason::End, "2").page(2).declared("Transaction.End", "7")
    }

    fn on_meter(record: TestRecord, serial: &str) -> TestRecord {
        let serial = serial.to_owned();
        record.with(|record| record.parsed.meter.serial = Some(serial))
    }

    #[test]
    fn two_meters_under_one_number() {
        let found = findings(&RULE, &Scene::new().record(begin()).record(on_meter(end(), "METER-2")).build());
        assert_eq!(found.len(), 2);
        assert_eq!((fact(&found[0], "differs"), fact(&found[0], "transaction_id")), ("meter-serial", "7"));
        assert_eq!((fact(&found[0], "other"), fact(&found[1], "other")), ("1", "2"));
    }

    #[test]
    fn two_keys_under_one_number() {
        let found = findings(&RULE, &Scene::new().record(begin()).record(end().key(used_key("22", KeyOrigin::User))).build());
        assert_eq!((found.len(), fact(&found[0], "differs")), (2, "key"));
        // A key that fits nothing says nothing about the signer.
        let invalid = end().key(used_key("22", KeyOrigin::User)).signature(SignatureVerdict::Invalid(InvalidReason::Mismatch));
        assert!(findings(&RULE, &Scene::new().record(begin()).record(invalid).build()).is_empty());
    }

    #[test]
    fn quiet_on_one_signer_and_on_whole_sessions() {
        assert_eq!(run(&RULE, &Scene::new().record(begin()).record(end()).build()).1, Outcome::Passed);
        let other = on_meter(whole("1", "2").declared("Transaction.End", "7"), "METER-2");
        assert!(findings(&RULE, &Scene::new().record(begin()).record(other).build()).is_empty());
    }

    #[test]
    fn a_lone_begin_and_a_lone_end_of_two_meters() {
        let scene = |begin: TestRecord, end: TestRecord| {
            Scene::new().record(begin).record(on_meter(end, "METER-2")).transaction(&[1]).transaction(&[2]).build()
        };
        let (bare_begin, bare_end) = (one_reading(ReadingReason::Begin, "1"), one_reading(ReadingReason::End, "2"));
        assert_eq!(findings(&RULE, &scene(bare_begin, bare_end)).len(), 2);
        assert_eq!(findings(&RULE, &scene(begin(), end())).len(), 2, "not reported twice");
        assert!(findings(&RULE, &scene(begin(), end().declared("Transaction.End", "8"))).is_empty());
    }
}
