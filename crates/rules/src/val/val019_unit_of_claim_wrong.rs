//! VAL019 unit-of-claim-wrong.

use eichrecht_model::Severity;

use crate::claims::{claimed_shown, claimed_wh, comparable, session_facts, signed_energy, thousandfold};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The energy told is a thousand times the energy signed, or a thousandth of it: a unit is wrong, or missing where watt hours
/// are meant by default.
pub(crate) static RULE: Rule = Rule {
    code: "VAL019",
    name: "unit-of-claim-wrong",
    severity: Severity::Warn,
    basis: &[Basis::Own("watt hours and kilowatt hours are easily confused")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, None) {
        let (Some(claimed), Some(signed)) = (claimed_wh(claim), signed_energy(&transactions)) else { continue };
        sink.looked();
        if thousandfold(&claimed, &signed.wh) {
            let mut words = session_facts(claim);
            words.extend([("claimed", claimed_shown(claim)), ("signed", signed.shown)]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ClaimSource, Energy, Outcome, Unit};

    use super::*;
    use crate::testing::*;

    #[test]
    fn a_factor_of_a_thousand() {
        let told = |kwh: &str| {
            let energy = Energy { value: kwh.parse().unwrap(), unit: Unit::KilowattHour };
            let scene = Scene::new().record(whole("1000.00", "1005.60")).transaction(&[1]);
            scene.claim(ClaimSource::ChargeDetailRecord, &[1], |claim| claim.energy = Some(energy)).build()
        };
        assert_eq!(findings(&RULE, &told("5600")).len(), 1);
        assert_eq!(findings(&RULE, &told("0.0056")).len(), 1);
        assert_eq!(run(&RULE, &told("5.6")).1, Outcome::Passed);
    }
}
