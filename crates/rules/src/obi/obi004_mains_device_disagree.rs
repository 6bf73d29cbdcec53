//! OBI004: what the mains side counted, less the loss, is not what the vehicle side counted.

use std::collections::HashMap;

use eichrecht_model::{Assessment, Decimal, Measurement, MeasuringPoint, NotEvaluated, RegisterKind, Severity, Transaction, Unit};

use crate::facts::{Pair, amount, pair, transactions, wh, without_quantity};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A station with loss compensation may sign both registers and the loss; the three must agree. One unit of the last
/// digit is allowed for each value, as each may be rounded. Without a stated loss all that can be said is that the
/// vehicle cannot get more than the mains gave.
pub(crate) static RULE: Rule = Rule {
    code: "OBI004",
    name: "mains-device-disagree",
    severity: Severity::Fail,
    basis: &[ocmf("fields RI and CL"), Basis::Own("a difference of two registers that the stated loss does not explain is unproven")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let mut device: HashMap<String, Vec<Pair<'_>>> = HashMap::new();
        for (register, pair) in import_at(transaction, MeasuringPoint::Device, facts.assessment) {
            device.entry(register).or_default().push(pair);
        }
        if device.is_empty() {
            continue;
        }
        for (register, mains) in import_at(transaction, MeasuringPoint::Mains, facts.assessment) {
            for device in device.get(&register).into_iter().flatten() {
                sink.looked();
                compare(transaction, &mains, device, sink);
            }
        }
    }
}

fn compare(transaction: &Transaction, mains: &Pair<'_>, device: &Pair<'_>, sink: &mut Sink<'_>) {
    let stated = [device.end, mains.end].into_iter().find_map(|end| Some((end.cumulated_loss?, end.unit.as_ref()?)));
    let loss_wh = match stated {
        Some((loss, unit)) => wh(&loss, unit),
        None => Some(Decimal::ZERO),
    };
    let values = (mains.delta_wh(), device.delta_wh(), loss_wh, tolerance(mains, device, stated));
    let (Some(mains_wh), Some(device_wh), Some(loss_wh), Some(tolerance)) = values else {
        sink.not_evaluated(NotEvaluated::ValuesMissing);
        return;
    };
    let Some(excess) = mains_wh.checked_sub(&loss_wh).and_then(|expected| device_wh.checked_sub(&expected)) else {
        sink.not_evaluated(NotEvaluated::ValuesMissing);
        return;
    };
    let too_much = excess > tolerance;
    let too_little = excess.is_negative() && excess.abs() > tolerance;
    if too_much || (too_little && stated.is_some()) {
        let loss = stated.map(|(loss, unit)| amount(Some(&loss), Some(unit))).unwrap_or_default();
        let has_loss = if stated.is_some() { "yes" } else { "no" };
        let words =
            vec![("mains", mains.delta_shown()), ("device", device.delta_shown()), ("loss", loss), ("has_loss", has_loss.to_owned())];
        sink.transaction(transaction.id, words);
    } else if stated.is_none() {
        sink.not_evaluated(NotEvaluated::ValuesMissing);
    }
}

/// One unit of the last digit of each value, in watt hours.
fn tolerance(mains: &Pair<'_>, device: &Pair<'_>, loss: Option<(Decimal, &Unit)>) -> Option<Decimal> {
    let digit = |reading: &Measurement| wh(&reading.value?.last_digit_unit(), reading.unit.as_ref()?);
    let mut sum = match loss {
        Some((loss, unit)) => wh(&loss.last_digit_unit(), unit)?,
        None => Decimal::ZERO,
    };
    for reading in [mains.begin, mains.end, device.begin, device.end] {
        sum = sum.checked_add(&digit(reading)?)?;
    }
    Some(sum)
}

/// Import registers of this measuring point that were read at begin and end. Only registers of one channel and tariff
/// are compared: the register of one tariff is no match for a total.
fn import_at<'a>(
    transaction: &'a Transaction,
    point: MeasuringPoint,
    assessment: &'a Assessment,
) -> impl Iterator<Item = (String, Pair<'a>)> {
    transaction.registers.iter().filter_map(move |run| {
        let obis = run.obis.as_ref()?;
        let fits = matches!(obis.kind(), RegisterKind::Import(_, at) if at == point);
        fits.then_some((without_quantity(obis)?, pair(run, assessment)?))
    })
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ObisCode, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    /// Mains from 100.0, device from 50.0.
    fn session(mains_end: &str, device_end: &str, loss: Option<&str>) -> eichrecht_model::Assessment {
        let mut record = record();
        for (reason, mains, device) in [(ReadingReason::Begin, "100.0", "50.0"), (ReadingReason::End, mains_end, device_end)] {
            for (obis, value) in [("1-0:B2.8.0", mains), ("1-0:B3.8.0", device)] {
                let mut reading = reading(reason.clone(), value, "2024-05-01T12:00:00Z");
                reading.obis = Some(ObisCode::new(obis));
                if reason.is_end() && obis.contains("B3") {
                    reading.cumulated_loss = loss.map(|loss| loss.parse().unwrap());
                }
                record = record.reading(reading);
            }
        }
        Scene::new().record(record).transaction(&[1]).build()
    }

    #[test]
    fn the_stated_loss_must_explain_the_difference() {
        assert_eq!(run(&RULE, &session("129.5", "79.0", Some("0.5"))).1, Outcome::Passed);
        let found = findings(&RULE, &session("129.5", "78.4", Some("0.5")));
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "mains"), fact(&found[0], "device"), fact(&found[0], "loss")), ("29.5 kWh", "28.4 kWh", "0.5 kWh"));
    }

    #[test]
    fn each_value_may_be_rounded() {
        // Five values with one decimal place: half a kilowatt hour in all.
        assert_eq!(run(&RULE, &session("129.5", "79.5", Some("0.5"))).1, Outcome::Passed);
        assert_eq!(findings(&RULE, &session("129.5", "79.6", Some("0.5"))).len(), 1);
        assert_eq!(run(&RULE, &session("129.5", "78.5", Some("0.5"))).1, Outcome::Passed);
    }

    #[test]
    fn without_a_loss_only_too_much_is_wrong() {
        let found = findings(&RULE, &session("129.5", "80.0", None));
        assert_eq!((found.len(), fact(&found[0], "has_loss")), (1, "no"));
        assert_eq!(run(&RULE, &session("129.5", "70.0", None)).1, Outcome::NotEvaluated(NotEvaluated::ValuesMissing));
    }

    #[test]
    fn the_register_of_a_tariff_is_no_match_for_a_total() {
        let mut assessment = session("129.5", "60.0", Some("0.5"));
        for run in &mut assessment.transactions[0].registers {
            if run.obis.as_ref().is_some_and(|obis| obis.as_received().contains("B3")) {
                run.obis = Some(ObisCode::new("1-0:B3.8.1"));
            }
        }
        assert_eq!(run(&RULE, &assessment).1, Outcome::NotApplicable);
    }

    #[test]
    fn one_register_alone_is_nothing_to_compare() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }
}
