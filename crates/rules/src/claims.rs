//! Questions that several rules ask of claims about sessions.

use eichrecht_model::{Assessment, ClaimSource, Decimal, Measurement, NotEvaluated, SessionClaim, TimeSync, Transaction, Unit};

use crate::facts::{all_valid, amount, wh};
use crate::{Facts, Sink};

/// The number a claim gives its session, for texts; and whether there is one.
pub(crate) fn session_facts(claim: &SessionClaim) -> Vec<(&'static str, String)> {
    let session = claim.session.clone().unwrap_or_default();
    let numbered = if session.is_empty() { "no" } else { "yes" };
    vec![("session", session), ("numbered", numbered.to_owned())]
}

/// The claims of one kind that records came with whose signatures all hold: only those can be held against anything.
/// Tells the sink when there are claims and none of them can.
pub(crate) fn comparable<'a>(
    facts: Facts<'a>,
    sink: &mut Sink<'_>,
    source: Option<ClaimSource>,
) -> Vec<(&'a SessionClaim, Vec<&'a Transaction>)> {
    let assessment = facts.assessment;
    let wanted = assessment.claims.iter().filter(|claim| source.is_none_or(|source| claim.source == source));
    let (mut any, mut found) = (false, Vec::new());
    for claim in wanted {
        any = true;
        let transactions: Vec<&Transaction> = assessment.transactions_of_claim(claim).collect();
        if !transactions.is_empty() && transactions.iter().all(|transaction| all_valid(transaction, assessment)) {
            found.push((claim, transactions));
        }
    }
    if any && found.is_empty() {
        sink.not_evaluated(NotEvaluated::NoValidSignature);
    }
    found
}

/// The signed energy of some transactions together in watt hours, the smallest step their registers show, and the
/// amount for display. `None` when one of them states none.
pub(crate) struct SignedEnergy {
    pub(crate) wh: Decimal,
    pub(crate) step_wh: Decimal,
    pub(crate) shown: String,
}

pub(crate) fn signed_energy(transactions: &[&Transaction]) -> Option<SignedEnergy> {
    let (mut sum, mut step) = (Decimal::ZERO, Decimal::ZERO);
    for transaction in transactions {
        let energy = transaction.stated_energy.as_ref()?;
        sum = sum.checked_add(&wh(&energy.value, &energy.unit)?)?;
        step = step.max(wh(&energy.value.last_digit_unit(), &energy.unit)?);
    }
    let shown = match transactions {
        [one] => amount(one.stated_energy.as_ref().map(|energy| &energy.value), one.stated_energy.as_ref().map(|energy| &energy.unit)),
        _ => amount(Unit::WattHour.convert(&sum, &Unit::KilowattHour).as_ref(), Some(&Unit::KilowattHour)),
    };
    Some(SignedEnergy { wh: sum, step_wh: step, shown })
}

/// Energy a claim tells, in watt hours.
pub(crate) fn claimed_wh(claim: &SessionClaim) -> Option<Decimal> {
    let energy = claim.claimed_energy()?;
    wh(&energy.value, &energy.unit)
}

/// The energy a claim tells, for display.
pub(crate) fn claimed_shown(claim: &SessionClaim) -> String {
    claim.claimed_energy().map(|energy| amount(Some(&energy.value), Some(&energy.unit))).unwrap_or_default()
}

/// Whether two amounts lie no further apart than `tolerance`.
pub(crate) fn close(one: &Decimal, other: &Decimal, tolerance: &Decimal) -> bool {
    one.checked_sub(other).is_some_and(|difference| difference.abs() <= *tolerance)
}

/// Whether the claimed amount is a thousand times, or a thousandth of, the signed one, within one in a hundred.
pub(crate) fn thousandfold(claimed_wh: &Decimal, signed_wh: &Decimal) -> bool {
    let near = |amount: &Decimal| amount.shift(-2).is_some_and(|hundredth| close(claimed_wh, amount, &hundredth.abs()));
    !signed_wh.is_zero() && [3, -3].into_iter().any(|power| signed_wh.shift(power).as_ref().is_some_and(near))
}

/// The readings that begin the first and end the last of some transactions.
pub(crate) fn ends<'a>(transactions: &[&Transaction], assessment: &'a Assessment) -> (Option<&'a Measurement>, Option<&'a Measurement>) {
    let begin = transactions.first().and_then(|transaction| transaction.begin(assessment));
    let end = transactions.last().and_then(|transaction| transaction.end(assessment));
    (begin, end)
}

/// Seconds of a reading's time, if its clock can be held against another: at all, or as a proof.
pub(crate) fn second(reading: Option<&Measurement>, proven: bool) -> Option<i64> {
    let reading = reading?;
    let time = reading.time.as_ref()?;
    let usable = match time.sync {
        TimeSync::Synchronised => true,
        TimeSync::Informative | TimeSync::Relative => !proven,
        _ => false,
    };
    let flagged = reading.error_flags.is_some_and(|flags| flags.time);
    (usable && !flagged).then(|| time.instant.as_second()).filter(|second| *second > CLOCK_SET)
}

/// Seconds of a claimed time; `None` where the clock was evidently never set.
pub(crate) fn claimed_second(time: Option<&eichrecht_model::ClaimedTime>) -> Option<i64> {
    time?.instant.map(|instant| instant.as_second()).filter(|second| *second > CLOCK_SET)
}

/// 2010: no charging station is older, and clocks that were never set show less.
const CLOCK_SET: i64 = 1_262_304_000;

/// Letters and digits alone, in capitals.
pub(crate) fn bare(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_times_within_one_in_a_hundred() {
        let wh = |text: &str| text.parse::<Decimal>().unwrap();
        for claimed in ["5600000", "5.6", "5640000", "5.55"] {
            assert!(thousandfold(&wh(claimed), &wh("5600")), "{claimed}");
        }
        for claimed in ["5600", "0", "5700000", "56000"] {
            assert!(!thousandfold(&wh(claimed), &wh("5600")), "{claimed}");
        }
        assert!(!thousandfold(&wh("0"), &wh("0")));
    }
}
