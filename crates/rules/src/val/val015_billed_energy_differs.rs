//! VAL015 billed-energy-differs.

use eichrecht_model::{ClaimSource, Decimal, Severity};

use crate::claims::{claimed_shown, claimed_wh, close, comparable, session_facts, signed_energy};
use crate::facts::wh;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The energy billed is not the energy measured. Half a unit of the last digit billed may be missing by rounding, and never
/// more than 0.01 kWh.
pub(crate) static RULE: Rule = Rule {
    code: "VAL015",
    name: "billed-energy-differs",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Specification("OCPI 2.2.1", "CDR object, total_energy")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, Some(ClaimSource::ChargeDetailRecord)) {
        let (Some(told), Some(signed)) = (claim.energy.as_ref(), signed_energy(&transactions)) else { continue };
        let (Some(claimed), Some(tolerance)) = (claimed_wh(claim), rounding(&told.value, &told.unit)) else { continue };
        sink.looked();
        if !close(&claimed, &signed.wh, &tolerance) {
            let more = if claimed > signed.wh { "more" } else { "less" };
            let mut words = session_facts(claim);
            words.extend([("claimed", claimed_shown(claim)), ("signed", signed.shown), ("direction", more.to_owned())]);
            sink.claim(claim.id, words);
        }
    }
}

/// What rounding may take or add, in watt hours.
pub(super) fn rounding(value: &Decimal, unit: &eichrecht_model::Unit) -> Option<Decimal> {
    let half = wh(&value.last_digit_unit(), unit)?.checked_mul(&Decimal::new(5, 1)?)?;
    Some(half.min(Decimal::new(10, 0)?))
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Energy, Outcome, Unit};

    use super::*;
    use crate::testing::*;

    fn billed(kwh: &str) -> eichrecht_model::Assessment {
        let energy = Energy { value: kwh.parse().unwrap(), unit: Unit::KilowattHour };
        let scene = Scene::new().record(whole("1000.000", "1005.604")).transaction(&[1]);
        scene.claim(ClaimSource::ChargeDetailRecord, &[1], |claim| claim.energy = Some(energy)).build()
    }

    #[test]
    fn more_and_less_than_was_measured() {
        for (kwh, direction) in [("6.604", "more"), ("5.62", "more"), ("5.603", "less"), ("5604", "more"), ("0", "less")] {
            let found = findings(&RULE, &billed(kwh));
            assert_eq!((found.len(), fact(&found[0], "direction")), (1, direction), "{kwh}");
        }
    }

    #[test]
    fn rounding_is_no_difference() {
        for kwh in ["5.604", "5.60", "5.6", "5.6040"] {
            assert_eq!(run(&RULE, &billed(kwh)).1, Outcome::Passed, "{kwh}");
        }
    }
}
