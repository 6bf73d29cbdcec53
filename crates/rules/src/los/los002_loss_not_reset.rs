//! LOS002: the cable loss does not start at zero.

use eichrecht_model::Severity;

use crate::facts::{amount, transactions};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The loss is added up anew in each session. If it is not zero at the begin, loss of an earlier session is taken off
/// this one's energy, or shown with it.
pub(crate) static RULE: Rule = Rule {
    code: "LOS002",
    name: "loss-not-reset",
    severity: Severity::Fail,
    basis: &[ocmf("field CL")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for at in transactions(facts, sink).iter().flat_map(|transaction| &transaction.registers).flat_map(|run| &run.begins) {
        let Some(reading) = facts.assessment.measurement(*at) else { continue };
        let Some(loss) = reading.cumulated_loss else { continue };
        sink.looked();
        if !loss.is_zero() {
            sink.measurement(*at, vec![("loss", amount(Some(&loss), reading.unit.as_ref()))]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn losses(begin: Option<&str>, end: Option<&str>) -> eichrecht_model::Assessment {
        let (begin, end) = (begin.map(|loss| loss.parse().unwrap()), end.map(|loss| loss.parse().unwrap()));
        let record = whole("1", "2").with(|record| {
            record.parsed.measurements[0].cumulated_loss = begin;
            record.parsed.measurements[1].cumulated_loss = end;
        });
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn loss_at_the_begin() {
        let found = findings(&RULE, &losses(Some("0.01"), Some("0.05")));
        assert_eq!((found.len(), fact(&found[0], "loss")), (1, "0.01 kWh"));
    }

    #[test]
    fn zero_in_any_spelling_is_reset() {
        assert_eq!(run(&RULE, &losses(Some("0.000"), Some("0.05"))).1, Outcome::Passed);
    }

    #[test]
    fn no_loss_at_the_begin_is_not_its_matter() {
        assert_eq!(run(&RULE, &losses(None, Some("0.05"))).1, Outcome::NotApplicable);
    }
}
