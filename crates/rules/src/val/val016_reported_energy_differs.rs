//! VAL016 reported-energy-differs.

use eichrecht_model::{ClaimSource, Decimal, Severity};

use crate::claims::{claimed_shown, claimed_wh, close, comparable, session_facts, signed_energy, thousandfold};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The difference of the unsigned states that the station reported is not the signed energy. A bill that rests on them is
/// wrong. Differences of a factor of a thousand are told by VAL019.
pub(crate) static RULE: Rule = Rule {
    code: "VAL016",
    name: "reported-energy-differs",
    severity: Severity::Warn,
    basis: &[Basis::Own("two readings of one meter should agree")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, Some(ClaimSource::MessageLog)) {
        let (Some(claimed), Some(signed)) = (claimed_wh(claim), signed_energy(&transactions)) else { continue };
        let Some(tolerance) = resolution(&signed.step_wh) else { continue };
        sink.looked();
        if !close(&claimed, &signed.wh, &tolerance) && !thousandfold(&claimed, &signed.wh) {
            let mut words = session_facts(claim);
            words.extend([("claimed", claimed_shown(claim)), ("signed", signed.shown)]);
            sink.claim(claim.id, words);
        }
    }
}

/// What two whole numbers of watt hours and the steps of the register may differ by.
pub(super) fn resolution(step_wh: &Decimal) -> Option<Decimal> {
    Decimal::new(1, 0)?.checked_add(step_wh)
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Energy, Outcome, Unit};

    use super::*;
    use crate::testing::*;

    fn reported(end: &str) -> eichrecht_model::Assessment {
        let state = |text: &str| Some(Energy { value: text.parse().unwrap(), unit: Unit::WattHour });
        let scene = Scene::new().record(whole("1000.00", "1005.60")).transaction(&[1]);
        scene.claim(ClaimSource::MessageLog, &[1], |claim| (claim.begin_state, claim.end_state) = (state("1000000"), state(end))).build()
    }

    #[test]
    fn another_difference() {
        assert_eq!(fact(&findings(&RULE, &reported("1006600"))[0], "claimed"), "6600 Wh");
        // A thousandfold is told elsewhere, and a step of the register is none.
        for end in ["1005600", "1005611", "1005589", "6600000"] {
            assert_eq!(run(&RULE, &reported(end)).1, Outcome::Passed, "{end}");
        }
    }
}
