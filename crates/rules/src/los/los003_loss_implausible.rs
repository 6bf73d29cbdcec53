//! LOS003: a cable loss that cannot be.

use std::cell::LazyCell;
use std::collections::HashMap;

use eichrecht_model::{Assessment, Decimal, Measurement, MeasuringPoint, NotEvaluated, RegisterKind, RegisterRun, Severity, Transaction};

use crate::facts::{Pair, amount, in_signed_order, pair, positions, transactions, wh, without_quantity};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A loss is never negative, never shrinks within a session, and is never larger than the energy it was lost from:
/// what the mains side counted, or, where that is not shown, what is left of it.
pub(crate) static RULE: Rule = Rule {
    code: "LOS003",
    name: "loss-implausible",
    severity: Severity::Fail,
    basis: &[ocmf("field CL"), Basis::Own("a loss lies between nothing and all of the energy")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let positions = positions(transaction);
        let mains = LazyCell::new(|| mains_import(transaction, facts.assessment));
        for run in &transaction.registers {
            let order = in_signed_order(run, &positions);
            let losses: Vec<_> = order
                .iter()
                .filter_map(|at| {
                    let reading = facts.assessment.measurement(*at)?;
                    Some((*at, reading, reading.cumulated_loss?))
                })
                .collect();
            if losses.is_empty() {
                continue;
            }
            sink.looked();
            let mut before: Option<Decimal> = None;
            for (at, reading, loss) in losses {
                let Some(value) = reading.unit.as_ref().and_then(|unit| wh(&loss, unit)) else {
                    sink.not_evaluated(NotEvaluated::ValuesMissing);
                    continue;
                };
                let problem = if value.is_negative() {
                    Some("negative")
                } else if before.is_some_and(|before| value < before) {
                    Some("falling")
                } else {
                    None
                };
                if let Some(problem) = problem {
                    sink.measurement(at, words(problem, reading, &loss, String::new()));
                }
                before = Some(value);
            }
            let import = run.obis.as_ref().filter(|obis| matches!(obis.kind(), RegisterKind::Import(..)));
            let same = import.and_then(without_quantity).and_then(|register| mains.get(&register).copied());
            limit(facts.assessment, run, same, sink);
        }
    }
}

/// Compares the loss at the end with the energy of the session.
fn limit(assessment: &Assessment, run: &RegisterRun, mains: Option<Pair<'_>>, sink: &mut Sink<'_>) {
    let Some(own) = pair(run, assessment) else { return };
    let Some(loss) = own.end.cumulated_loss else { return };
    let from = mains.unwrap_or(own);
    let loss_wh = own.end.unit.as_ref().and_then(|unit| wh(&loss, unit));
    let (Some(loss_wh), Some(energy), Some(rounding)) = (loss_wh, from.delta_wh(), rounding(&from)) else {
        sink.not_evaluated(NotEvaluated::ValuesMissing);
        return;
    };
    let Some(most) = energy.checked_add(&rounding) else {
        sink.not_evaluated(NotEvaluated::ValuesMissing);
        return;
    };
    if loss_wh > most {
        sink.measurement(own.end_at, words("too-large", own.end, &loss, from.delta_shown()));
    }
}

/// What rounding of both readings may hide, in watt hours.
fn rounding(pair: &Pair<'_>) -> Option<Decimal> {
    let unit = |reading: &Measurement| wh(&reading.value?.last_digit_unit(), reading.unit.as_ref()?);
    unit(pair.begin)?.checked_add(&unit(pair.end)?)
}

/// The import registers at the mains side that were read at begin and end, by channel and tariff.
fn mains_import<'a>(transaction: &Transaction, assessment: &'a Assessment) -> HashMap<String, Pair<'a>> {
    let mains = transaction.registers.iter().filter_map(|run| {
        let obis = run.obis.as_ref()?;
        let fits = matches!(obis.kind(), RegisterKind::Import(_, MeasuringPoint::Mains));
        fits.then_some((without_quantity(obis)?, pair(run, assessment)?))
    });
    mains.collect()
}

fn words(problem: &'static str, reading: &Measurement, loss: &Decimal, energy: String) -> Vec<(&'static str, String)> {
    vec![("problem", problem.to_owned()), ("loss", amount(Some(loss), reading.unit.as_ref())), ("energy", energy)]
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ObisCode, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    /// Readings of a device register from 1200.50 to 1206.10 kWh with these losses.
    fn losses(of_readings: &[&str]) -> TestRecord {
        let mut record = record();
        let last = of_readings.len() - 1;
        for (index, loss) in of_readings.iter().enumerate() {
            let (reason, value) = match index {
                0 => (ReadingReason::Begin, "1200.50"),
                index if index == last => (ReadingReason::End, "1206.10"),
                _ => (ReadingReason::Charging, "1203.00"),
            };
            let mut reading = reading(reason, value, "2024-05-01T12:00:00Z");
            reading.obis = Some(ObisCode::new("1-0:B1.8.0"));
            reading.cumulated_loss = Some(loss.parse().unwrap());
            record = record.reading(reading);
        }
        record
    }

    fn judged(record: TestRecord) -> Vec<String> {
        let found = findings(&RULE, &Scene::new().record(record).transaction(&[1]).build());
        found.iter().map(|finding| fact(finding, "problem").to_owned()).collect()
    }

    #[test]
    fn negative_falling_and_too_large() {
        assert_eq!(judged(losses(&["0", "-0.01", "0.05"])), ["negative"]);
        assert_eq!(judged(losses(&["0", "0.06", "0.05"])), ["falling"]);
        assert_eq!(judged(losses(&["0", "0.02", "5.63"])), ["too-large"]);
    }

    #[test]
    fn quiet_on_a_rising_loss_up_to_the_energy_and_its_rounding() {
        assert_eq!(judged(losses(&["0.00", "0.02", "0.05"])), [""; 0]);
        assert_eq!(judged(losses(&["0.00", "0.02", "5.62"])), [""; 0]);
    }

    #[test]
    fn the_mains_side_decides_where_it_is_shown() {
        let mains = |end: &str| {
            let mut record = losses(&["0", "5.70"]);
            for (reason, value) in [(ReadingReason::Begin, "2000.00"), (ReadingReason::End, end)] {
                let mut reading = reading(reason, value, "2024-05-01T12:00:00Z");
                reading.obis = Some(ObisCode::new("1-0:B0.8.0"));
                record = record.reading(reading);
            }
            record
        };
        assert_eq!(judged(mains("2011.30")), [""; 0]);
        assert_eq!(judged(mains("2005.60")), ["too-large"]);
    }

    #[test]
    fn an_unknown_unit_is_no_pass() {
        let record = losses(&["0", "0.05"]).with(|record| record.parsed.measurements[1].unit = None);
        let outcome = run(&RULE, &Scene::new().record(record).transaction(&[1]).build()).1;
        assert_eq!(outcome, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }
}
