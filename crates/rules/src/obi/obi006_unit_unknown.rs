//! OBI006: a reading the bill rests on is not in a unit of energy.

use eichrecht_model::{RegisterRun, Severity, Transaction, Unit};

use crate::facts::{counts_energy, deciding_runs, has, position_word, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A value of the billing register counts only in watt hours or kilowatt hours; a factor of a thousand is not guessed.
pub(crate) static RULE: Rule = Rule {
    code: "OBI006",
    name: "unit-unknown",
    severity: Severity::Fail,
    basis: &[ocmf("field RU"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        for at in energy_runs(transaction, facts).flat_map(|run| run.begins.iter().chain(&run.ends)) {
            let Some(reading) = facts.assessment.measurement(*at) else { continue };
            sink.looked();
            if !reading.unit.as_ref().is_some_and(Unit::is_energy) {
                let found = reading.unit.as_ref().map(Unit::to_string).unwrap_or_default();
                sink.measurement(*at, vec![("position", position_word(facts.assessment, *at)), has(&found), ("found", found)]);
            }
        }
    }
}

/// The register for the bill; where there is none, all that should count energy.
pub(crate) fn energy_runs<'a>(transaction: &'a Transaction, facts: Facts<'a>) -> impl Iterator<Item = &'a RegisterRun> {
    let chosen = transaction.billing.is_some();
    deciding_runs(transaction).iter().filter(move |run| chosen || counts_energy(run, facts.assessment))
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ObisCode, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn in_unit(unit: Option<Unit>) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| record.parsed.measurements[1].unit = unit);
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn no_unit_an_unknown_one_and_one_of_another_quantity() {
        for (unit, shown) in [(None, ""), (Some(Unit::Other("MWh".into())), "MWh"), (Some(Unit::Second), "s")] {
            let found = findings(&RULE, &in_unit(unit));
            assert_eq!((found.len(), fact(&found[0], "position"), fact(&found[0], "found")), (1, "end", shown));
        }
    }

    #[test]
    fn quiet_on_both_units_of_energy() {
        assert_eq!(run(&RULE, &in_unit(Some(Unit::WattHour))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &in_unit(Some(Unit::KilowattHour))).1, Outcome::Passed);
    }

    #[test]
    fn a_duration_beside_is_not_its_matter() {
        let mut duration = reading(ReadingReason::End, "3600", "2024-05-01T13:00:00Z");
        duration.obis = Some(ObisCode::new("1-0:0.8.6"));
        duration.unit = Some(Unit::Second);
        let mut assessment = Scene::new().record(whole("1", "2").reading(duration)).transaction(&[1]).build();
        assert_eq!(run(&RULE, &assessment).1, Outcome::Passed);
        assessment.transactions[0].billing = None;
        assert_eq!(run(&RULE, &assessment).1, Outcome::Passed);
    }
}
