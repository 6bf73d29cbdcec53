//! VAL007: one session told twice, with two amounts.

use std::collections::HashMap;

use eichrecht_model::{NotEvaluated, Severity, Transaction, TransactionShape};
use jiff::Timestamp;

use crate::facts::{Signer, all_valid, amount, complete, deciding_pairs, readable, signer, text, wh};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Some stations sign a session twice: begin and end in records of their own, and both once more in one record. The
/// two must say the same. Same signer, same instant of the begin and same user count as the same session.
pub(crate) static RULE: Rule = Rule {
    code: "VAL007",
    name: "layouts-disagree",
    severity: Severity::Fail,
    basis: &[Basis::Own("of two amounts signed for one session at most one can be right")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

type SessionKey<'a> = (usize, Signer<'a>, Timestamp, Option<&'a str>);

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    readable(facts, sink);
    let mut sessions: HashMap<SessionKey<'_>, Vec<&Transaction>> = HashMap::new();
    let mut order = Vec::new();
    let transactions = complete(facts, sink);
    for transaction in &transactions {
        if !all_valid(transaction, facts.assessment) {
            continue;
        }
        let begin = deciding_pairs(transaction, facts.assessment, sink).first().and_then(|pair| Some(pair.begin.time.as_ref()?.instant));
        let record = transaction.records.first().and_then(|id| facts.assessment.checked(*id));
        let (Some(begin), Some(record)) = (begin, record) else { continue };
        let Some(signer) = signer(record).filter(|_| transactions.len() > 1) else { continue };
        let key = (transaction.input, signer, begin, text(record.content().user.id.as_ref()));
        let group = sessions.entry(key).or_default();
        if group.is_empty() {
            order.push(key);
        }
        group.push(transaction);
    }
    for group in order.iter().filter_map(|key| sessions.get(key)) {
        let has = |shape| group.iter().any(|transaction| transaction.shape == shape);
        if !has(TransactionShape::WholeInOneRecord) || !has(TransactionShape::SeparateRecords) {
            continue;
        }
        sink.looked();
        compare(group, sink);
    }
}

fn compare(group: &[&Transaction], sink: &mut Sink<'_>) {
    let energy = |transaction: &Transaction| transaction.stated_energy.as_ref().and_then(|energy| wh(&energy.value, &energy.unit));
    let shown = |transaction: &Transaction| {
        let energy = transaction.stated_energy.as_ref();
        amount(energy.map(|energy| &energy.value), energy.map(|energy| &energy.unit))
    };
    if group.iter().any(|transaction| energy(transaction).is_none()) {
        sink.not_evaluated(NotEvaluated::ValuesMissing);
    }
    let Some(first) = group.iter().find(|transaction| energy(transaction).is_some()) else { return };
    let differs = |transaction: &&&Transaction| energy(transaction).is_some() && energy(transaction) != energy(first);
    let Some(second) = group.iter().find(differs) else { return };
    // Nobody can say which of them is right: all of them fail.
    for transaction in group {
        let other = if energy(transaction) == energy(second) { first } else { second };
        let words = vec![("energy", shown(transaction)), ("other_energy", shown(other)), ("other", other.id.0.to_string())];
        sink.transaction(transaction.id, words);
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn told_twice(end: &str, user: &str) -> eichrecht_model::Assessment {
        let user = user.to_owned();
        Scene::new()
            .record(one_reading(ReadingReason::Begin, "1").page(1))
            .record(one_reading(ReadingReason::End, "2").page(2))
            .record(whole("1", end).page(3).with(|record| record.parsed.user.id = Some(user)))
            .transaction(&[1, 2])
            .transaction(&[3])
            .build()
    }

    #[test]
    fn two_amounts_fail_both() {
        let found = findings(&RULE, &told_twice("2.5", ""));
        assert_eq!(found.len(), 2);
        assert_eq!((fact(&found[0], "energy"), fact(&found[0], "other_energy"), fact(&found[0], "other")), ("1 kWh", "1.5 kWh", "2"));
        assert_eq!(fact(&found[1], "other_energy"), "1 kWh");
    }

    #[test]
    fn quiet_when_they_agree() {
        assert_eq!(run(&RULE, &told_twice("2.000", "")).1, Outcome::Passed);
    }

    #[test]
    fn another_user_is_another_session() {
        assert_eq!(run(&RULE, &told_twice("2.5", "04A1B2C3")).1, Outcome::NotApplicable);
    }
}
