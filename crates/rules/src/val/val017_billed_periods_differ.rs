//! VAL017 billed-periods-differ.

use eichrecht_model::{ClaimSource, Severity};

use super::val015_billed_energy_differs::rounding;
use crate::claims::{close, comparable, session_facts, signed_energy};
use crate::facts::{amount, wh};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The charging periods of the bill do not add up to the energy measured. Each of them may be rounded.
pub(crate) static RULE: Rule = Rule {
    code: "VAL017",
    name: "billed-periods-differ",
    severity: Severity::Fail,
    basis: &[Basis::Law("MessEG", "§ 33 (1)"), Basis::Specification("OCPI 2.2.1", "CDR object, charging_periods")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, Some(ClaimSource::ChargeDetailRecord)) {
        let (Some(told), Some(signed)) = (claim.period_energy.as_ref(), signed_energy(&transactions)) else { continue };
        let (Some(claimed), Some(tolerance)) = (wh(&told.value, &told.unit), rounding(&told.value, &told.unit)) else { continue };
        sink.looked();
        if !close(&claimed, &signed.wh, &tolerance) {
            let mut words = session_facts(claim);
            words.extend([("claimed", amount(Some(&told.value), Some(&told.unit))), ("signed", signed.shown)]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Energy, Outcome, Unit};

    use super::*;
    use crate::testing::*;

    #[test]
    fn periods_of_another_sum() {
        let billed = |kwh: &str| {
            let energy = Energy { value: kwh.parse().unwrap(), unit: Unit::KilowattHour };
            let scene = Scene::new().record(whole("1000.00", "1005.60")).transaction(&[1]);
            scene.claim(ClaimSource::ChargeDetailRecord, &[1], |claim| claim.period_energy = Some(energy)).build()
        };
        assert_eq!(findings(&RULE, &billed("5.50")).len(), 1);
        assert_eq!(run(&RULE, &billed("5.6")).1, Outcome::Passed);
    }
}
