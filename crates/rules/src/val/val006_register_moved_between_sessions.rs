//! VAL006: between two sessions of one meter its register moved.

use std::collections::HashMap;

use eichrecht_model::{Assessment, Measurement, NotEvaluated, ObisCode, Pagination, RegisterKind, RegisterScope, Severity, Transaction};

use crate::facts::{Page, Pair, complete, in_wh, page, pair, readable, shown};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A lifetime register begins a session with the value it ended the one before with, unless energy flowed outside any
/// session shown. The pagination tells how many records lie between the two: with none between, energy flowed that
/// belongs to no session at all.
pub(crate) static RULE: Rule = Rule {
    code: "VAL006",
    name: "register-moved-between-sessions",
    severity: Severity::Warn,
    basis: &[
        ocmf("fields PG and RV"),
        Basis::Own("energy that flows between sessions is paid by somebody, and should not appear in a later bill"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    readable(facts, sink);
    let mut sessions: Vec<Session<'_>> =
        complete(facts, sink).into_iter().filter_map(|transaction| Session::new(transaction, facts.assessment)).collect();
    sessions.sort_by(|a, b| a.first.cmp(&b.first));
    for (previous, next) in sessions.iter().zip(sessions.iter().skip(1)) {
        // Sessions that overlap by their numbers have no order; PAG005 looks at them.
        if !previous.first.same_book(&next.first) || next.first.pagination.number <= previous.last.number {
            continue;
        }
        let ends: HashMap<String, Pair<'_>> = lifetime_registers(previous.transaction, facts.assessment).collect();
        let mut both = lifetime_registers(next.transaction, facts.assessment)
            .filter_map(|(name, next)| Some((ends.get(&name)?.end, next.begin, name)))
            .peekable();
        if both.peek().is_none() {
            continue;
        }
        sink.looked();
        let moved = both.find_map(|(end, begin, name)| match (in_wh(end), in_wh(begin)) {
            (Some(a), Some(b)) => (a != b).then_some((end, begin, name)),
            _ => {
                sink.not_evaluated(NotEvaluated::ValuesMissing);
                None
            }
        });
        if let Some((end, begin, register)) = moved {
            let unseen = next.first.pagination.number.saturating_sub(previous.last.number).saturating_sub(1);
            sink.transaction(next.transaction.id, words(end, begin, register, unseen, previous.transaction));
        }
    }
}

fn words(end: &Measurement, begin: &Measurement, register: String, unseen: u64, previous: &Transaction) -> Vec<(&'static str, String)> {
    vec![
        ("previous", shown(end)),
        ("next", shown(begin)),
        ("register", register),
        ("unseen", unseen.to_string()),
        ("other", previous.id.0.to_string()),
    ]
}

/// A complete and valid session with its place in the count of its signer.
struct Session<'a> {
    transaction: &'a Transaction,
    /// Its first page: also tells input and signer.
    first: Page<'a>,
    last: Pagination,
}

impl<'a> Session<'a> {
    fn new(transaction: &'a Transaction, assessment: &'a Assessment) -> Option<Self> {
        let pages: Option<Vec<Page<'a>>> = transaction.records.iter().map(|id| page(assessment, *id)).collect();
        let pages = pages?;
        let (first, last) = (*pages.iter().min()?, *pages.iter().max()?);
        first.same_book(&last).then_some(Self { transaction, first, last: last.pagination })
    }
}

/// Lifetime registers of import that have one begin and one end, by name.
fn lifetime_registers<'a>(transaction: &'a Transaction, assessment: &'a Assessment) -> impl Iterator<Item = (String, Pair<'a>)> {
    transaction.registers.iter().filter_map(move |run| {
        let obis = run.obis.as_ref()?;
        let lifetime = matches!(ObisCode::kind(obis), RegisterKind::Import(RegisterScope::Lifetime, _));
        Some((lifetime.then(|| obis.normalised())?, pair(run, assessment)?))
    })
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{InvalidReason, Outcome, SignatureVerdict};

    use super::*;
    use crate::testing::*;

    fn two(end: &str, begin: &str, page: u64) -> Scene {
        Scene::new().record(whole("1.0", end).page(5)).record(whole(begin, "9.0").page(page)).transaction(&[1]).transaction(&[2])
    }

    #[test]
    fn moved_with_and_without_unseen_records() {
        let found = findings(&RULE, &two("2.0", "2.5", 6).build());
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "previous"), fact(&found[0], "next")), ("2.0 kWh", "2.5 kWh"));
        assert_eq!((fact(&found[0], "unseen"), fact(&found[0], "other")), ("0", "1"));
        assert_eq!(fact(&findings(&RULE, &two("2.0", "2.5", 9).build())[0], "unseen"), "3");
    }

    #[test]
    fn quiet_on_a_chain_in_whatever_order_it_was_given() {
        assert_eq!(run(&RULE, &two("2.0", "2.00", 6).build()).1, Outcome::Passed);
        let scene = Scene::new().record(whole("2.0", "9.0").page(6)).record(whole("1.0", "2.0").page(5));
        assert_eq!(run(&RULE, &scene.transaction(&[1]).transaction(&[2]).build()).1, Outcome::Passed);
    }

    #[test]
    fn invalid_records_other_meters_and_session_registers_are_no_evidence() {
        let mut scene = Scene::new().record(whole("1", "2").page(5));
        scene = scene.record(whole("3", "4").page(6).signature(SignatureVerdict::Invalid(InvalidReason::Mismatch)));
        scene = scene.record(whole("3", "4").page(7).with(|record| record.parsed.meter.serial = Some("METER-2".into())));
        scene = scene.record(whole("0", "4").page(8).with(|record| {
            for reading in &mut record.parsed.measurements {
                reading.obis = Some(ObisCode::new("1-0:1.8.0*198"));
            }
        }));
        let assessment = scene.transaction(&[1]).transaction(&[2]).transaction(&[3]).transaction(&[4]).build();
        assert_eq!(run(&RULE, &assessment).1, Outcome::NotApplicable);
    }
}
