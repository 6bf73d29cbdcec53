//! LOS004: the parameters of the loss compensation changed during a session.

use eichrecht_model::{LossCompensation, Severity};

use crate::facts::{amount, has_of, records_of, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The cable does not change while a vehicle is plugged in, so its name and resistance may not either. Parameters that
/// come or go between two records of a session count as a change.
pub(crate) static RULE: Rule = Rule {
    code: "LOS004",
    name: "loss-parameters-changed",
    severity: Severity::Warn,
    basis: &[ocmf("field LC"), Basis::Own("nobody changes the cable of a station while it charges")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink).iter().filter(|transaction| transaction.records.len() > 1) {
        let parameters: Vec<Option<&LossCompensation>> =
            records_of(transaction, facts.assessment).map(|(_, record)| record.content().loss.as_ref()).collect();
        if parameters.iter().all(Option::is_none) {
            continue;
        }
        sink.looked();
        let mut steps = parameters.iter().zip(parameters.iter().skip(1));
        if let Some((before, after)) = steps.find(|(before, after)| before != after) {
            let (before, after) = (shown(*before), shown(*after));
            sink.transaction(transaction.id, vec![has_of(&before, &after), ("before", before), ("after", after)]);
        }
    }
}

fn shown(parameters: Option<&LossCompensation>) -> String {
    let Some(parameters) = parameters else { return String::new() };
    let resistance = amount(parameters.resistance.as_ref(), parameters.unit.as_ref());
    let id = parameters.id.map(|id| format!("#{id}")).unwrap_or_default();
    let parts = [parameters.name.clone().unwrap_or_default(), id, resistance];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason, Unit};

    use super::*;
    use crate::testing::*;

    fn session(begin: Option<&str>, end: Option<&str>) -> eichrecht_model::Assessment {
        let cable = |resistance: Option<&str>| {
            resistance.map(|resistance| LossCompensation {
                name: Some("cable".into()),
                id: Some("1".parse().unwrap()),
                resistance: Some(resistance.parse().unwrap()),
                unit: Some(Unit::MilliOhm),
            })
        };
        Scene::new()
            .record(one_reading(ReadingReason::Begin, "1").with(|record| record.parsed.loss = cable(begin)))
            .record(one_reading(ReadingReason::End, "2").with(|record| record.parsed.loss = cable(end)))
            .transaction(&[1, 2])
            .build()
    }

    #[test]
    fn another_resistance() {
        let found = findings(&RULE, &session(Some("5"), Some("6")));
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "before"), fact(&found[0], "after")), ("cable, #1, 5 mOhm", "cable, #1, 6 mOhm"));
    }

    #[test]
    fn parameters_that_vanish() {
        assert_eq!(fact(&findings(&RULE, &session(Some("5"), None))[0], "after"), "");
    }

    #[test]
    fn quiet_on_the_same_value_and_without_any() {
        assert_eq!(run(&RULE, &session(Some("5"), Some("5.0"))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &session(None, None)).1, Outcome::NotApplicable);
    }
}
