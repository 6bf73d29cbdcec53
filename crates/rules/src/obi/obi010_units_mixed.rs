//! OBI010: begin and end of the billing register are in different units.

use eichrecht_model::{NotEvaluated, Severity, Unit};

use crate::facts::{complete, pair};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Watt hours at one end and kilowatt hours at the other are brought to one unit before anything is computed. A reader
/// who compares the bare numbers arrives at something else, and so do some programs.
pub(crate) static RULE: Rule = Rule {
    code: "OBI010",
    name: "units-mixed",
    severity: Severity::Warn,
    basis: &[ocmf("field RU"), Basis::Own("two readings of one register in two units invite mistakes")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in complete(facts, sink) {
        let Some(pair) = transaction.billing_register().and_then(|run| pair(run, facts.assessment)) else {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
            continue;
        };
        let energy = |unit: &&Unit| unit.is_energy();
        let (begin, end) = (pair.begin.unit.as_ref().filter(energy), pair.end.unit.as_ref().filter(energy));
        let (Some(begin), Some(end)) = (begin, end) else {
            sink.not_evaluated(NotEvaluated::ValuesMissing);
            continue;
        };
        sink.looked();
        if begin != end {
            sink.transaction(transaction.id, vec![("begin", begin.to_string()), ("end", end.to_string())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn ending_in(unit: Unit) -> eichrecht_model::Assessment {
        let record = whole("1", "2000").with(|record| record.parsed.measurements[1].unit = Some(unit));
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn kilowatt_hours_and_watt_hours() {
        let found = findings(&RULE, &ending_in(Unit::WattHour));
        assert_eq!((found.len(), fact(&found[0], "begin"), fact(&found[0], "end")), (1, "kWh", "Wh"));
    }

    #[test]
    fn quiet_on_one_unit() {
        assert_eq!(run(&RULE, &ending_in(Unit::KilowattHour)).1, Outcome::Passed);
    }

    #[test]
    fn an_unknown_unit_is_no_pass() {
        let outcome = run(&RULE, &ending_in(Unit::Other("MWh".into()))).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
