//! VAL018 reported-register-differs.

use eichrecht_model::{ClaimSource, Severity};

use super::val016_reported_energy_differs::resolution;
use crate::claims::{claimed_wh, close, comparable, ends, session_facts, signed_energy};
use crate::facts::{amount, in_wh, shown, wh};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// The unsigned states are those of another register than the signed ones, such as one that counts for life beside one that
/// counts each session; their difference agrees.
pub(crate) static RULE: Rule = Rule {
    code: "VAL018",
    name: "reported-register-differs",
    severity: Severity::Info,
    basis: &[Basis::Own("a state may be of another register and its difference right all the same")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, Some(ClaimSource::MessageLog)) {
        let (Some(claimed), Some(signed)) = (claimed_wh(claim), signed_energy(&transactions)) else { continue };
        let (_, Some(end)) = ends(&transactions, facts.assessment) else { continue };
        let Some(tolerance) = resolution(&signed.step_wh) else { continue };
        let Some((told, state)) = claim.end_state.as_ref().and_then(|told| Some((wh(&told.value, &told.unit)?, told))) else { continue };
        let Some(signed_state) = in_wh(end) else { continue };
        sink.looked();
        if close(&claimed, &signed.wh, &tolerance) && !close(&told, &signed_state, &tolerance) {
            let mut words = session_facts(claim);
            words.extend([("claimed", amount(Some(&state.value), Some(&state.unit))), ("signed", shown(end))]);
            sink.claim(claim.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Energy, Outcome, Unit};

    use super::*;
    use crate::testing::*;

    fn reported(begin: &str, end: &str) -> eichrecht_model::Assessment {
        let state = |text: &str| Some(Energy { value: text.parse().unwrap(), unit: Unit::WattHour });
        let scene = Scene::new().record(whole("0.00", "5.60")).transaction(&[1]);
        scene.claim(ClaimSource::MessageLog, &[1], |claim| (claim.begin_state, claim.end_state) = (state(begin), state(end))).build()
    }

    #[test]
    fn a_register_that_counts_for_life() {
        assert_eq!(findings(&RULE, &reported("1000000", "1005600")).len(), 1);
        assert_eq!(run(&RULE, &reported("0", "5600")).1, Outcome::Passed);
        // A difference that is wrong is another matter.
        assert_eq!(run(&RULE, &reported("1000000", "1009600")).1, Outcome::Passed);
    }
}
