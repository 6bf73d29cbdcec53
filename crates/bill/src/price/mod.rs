//! The price, recomputed step by step.
//!
//! A price rests on quantities, and each quantity has a witness of its own: energy is proven or there is no price at
//! all; times count as far as the meter's clock does; what only the bill says is used where nothing signed tells, and
//! marked as its claim.

mod course;
mod restrict;
mod steps;
mod total;

#[cfg(test)]
mod tests;

use eichrecht_model::{
    Bill, BillRequest, Compared, Computation, Decimal, EnergyCheck, Limits, PriceCheck, PriceGap, Proof, Tariff, TariffOrigin, Unit,
};
use jiff::Timestamp;

use crate::compare::{Session, Which};
use course::Course;
use total::Totals;

pub(crate) fn check(session: &Session<'_>, bill: &Bill, request: &BillRequest, energy: Option<&EnergyCheck>) -> Option<PriceCheck> {
    let billed = total::Billed::of(bill);
    let tariff_given = request.tariff.is_some() || !bill.tariffs.is_empty() || bill.tariff_problem.is_some();
    // A bill without a total asks for no price; with a tariff it is computed all the same, to be looked at.
    if billed.is_none() && !tariff_given {
        return None;
    }
    let signed = signed_tariff(session);
    let none = |gap| PriceCheck {
        computed: Err(gap),
        billed: billed.as_ref().map(|billed| billed.amount),
        gross: billed.as_ref().is_none_or(|billed| billed.gross),
        difference: None,
        parts_rounded: false,
        by_signed_tariff: None,
        outcome: Compared::NotChecked,
    };
    let Some(proven) = &session.proven else { return Some(none(PriceGap::NothingProven)) };
    let Some(proven_kwh) = proven.energy().unit.convert(&proven.energy().value, &Unit::KilowattHour) else {
        return Some(none(PriceGap::TooLarge));
    };
    let (tariff, origin) = match choose(bill, request, signed.as_ref()) {
        Ok(chosen) => chosen,
        Err(gap) => return Some(none(gap)),
    };
    let quantities = quantities(proven_kwh, energy);
    let results: Vec<Result<(Computation, Totals), PriceGap>> =
        quantities.iter().map(|kwh| compute(session, bill, request, tariff, origin, *kwh, billed.as_ref())).collect();
    let all: Vec<&Totals> = results.iter().filter_map(|result| result.as_ref().ok()).map(|(_, totals)| totals).collect();
    let range = total::range(&all);
    let first = results.into_iter().next().unwrap_or(Err(PriceGap::TooLarge));
    let (computation, _) = match first {
        Ok(computed) => computed,
        Err(gap) => return Some(none(gap)),
    };
    let by_signed_tariff = signed.as_ref().filter(|_| origin != TariffOrigin::Signed).and_then(|signed| {
        let kwh = *quantities.first()?;
        compute(session, bill, request, signed, TariffOrigin::Signed, kwh, None).ok().map(|(computation, _)| computation.total)
    });
    let mut check = none(PriceGap::NoTariff);
    check.by_signed_tariff = by_signed_tariff;
    if let (Some(billed), Some((low, high))) = (&billed, range) {
        check.difference = billed.amount.checked_sub(&computation.total);
        // What only the meter's unproven clock says is no ground to call a bill wrong.
        let weak = computation.steps.iter().any(|step| step.proof == Proof::Stated && !step.amount.is_zero());
        check.outcome = match (billed.amount > high, billed.amount < low) {
            (true, _) if weak => Compared::NotChecked,
            (true, _) => Compared::Higher,
            (_, true) => Compared::Lower,
            _ => Compared::Agrees,
        };
        check.parts_rounded = check.outcome == Compared::Agrees && billed.amount != computation.total;
    }
    check.computed = Ok(computation);
    Some(check)
}

/// The tariff a meter signed with the readings of this session, if all its records sign the same one.
fn signed_tariff(session: &Session<'_>) -> Option<Tariff> {
    session.proven.as_ref()?;
    let records = session.transaction.records.iter().filter_map(|id| session.assessment.checked(*id));
    let mut texts: Vec<&str> = records.filter_map(|record| record.content().tariff.as_ref()).map(|tariff| tariff.text.as_str()).collect();
    texts.dedup();
    match texts.as_slice() {
        [one] => crate::read::signed_tariff(one, &Limits::default()),
        _ => None,
    }
}

/// The user's tariff first, then a signed one, then that of the bill.
fn choose<'a>(bill: &'a Bill, request: &'a BillRequest, signed: Option<&'a Tariff>) -> Result<(&'a Tariff, TariffOrigin), PriceGap> {
    match &request.tariff {
        Some(Ok(tariff)) => return Ok((tariff, TariffOrigin::User)),
        Some(Err(problem)) => return Err(PriceGap::TariffUnreadable(problem.clone())),
        None => {}
    }
    if let Some(signed) = signed {
        return Ok((signed, TariffOrigin::Signed));
    }
    if let Some(problem) = &bill.tariff_problem {
        return Err(PriceGap::TariffUnreadable(problem.clone()));
    }
    match bill.tariffs.as_slice() {
        [] => Err(PriceGap::NoTariff),
        [one] => Ok((one, TariffOrigin::Bill)),
        several => {
            // The periods may say which one applies, as long as they all say the same.
            let mut named: Vec<Option<&String>> = bill.periods.iter().map(|period| period.tariff.as_ref()).collect();
            named.dedup();
            let [Some(id)] = named.as_slice() else { return Err(PriceGap::SeveralTariffs) };
            let mut of_id = several.iter().filter(|tariff| &tariff.id == *id);
            match (of_id.next(), of_id.next()) {
                (Some(one), None) => Ok((one, TariffOrigin::Bill)),
                _ => Err(PriceGap::SeveralTariffs),
            }
        }
    }
}

/// The amounts of energy a bill may have been computed from, the one to show first: as proven, or rounded as the bill
/// rounds it; less where the bill says less. Never more than is proven, but for that rounding.
fn quantities(proven_kwh: Decimal, energy: Option<&EnergyCheck>) -> Vec<Decimal> {
    let billed = energy.and_then(|check| Some((check.outcome, check.billed.unit.convert(&check.billed.value, &Unit::KilowattHour)?)));
    match billed {
        Some((Compared::Agrees | Compared::RoundedDown, billed)) if billed != proven_kwh => vec![proven_kwh, billed],
        Some((Compared::Lower, billed)) => vec![billed],
        _ => vec![proven_kwh],
    }
}

fn compute(
    session: &Session<'_>,
    bill: &Bill,
    request: &BillRequest,
    tariff: &Tariff,
    origin: TariffOrigin,
    kwh: Decimal,
    billed: Option<&total::Billed>,
) -> Result<(Computation, Totals), PriceGap> {
    if let Some(currency) = bill.currency.as_ref().filter(|currency| **currency != tariff.currency) {
        return Err(PriceGap::Currency(currency.clone(), tariff.currency.clone()));
    }
    if !in_force(tariff, session, bill) {
        return Err(PriceGap::NotInForce);
    }
    let course = Course::new(session, bill, kwh, request.days);
    let (steps, skipped) = steps::steps(tariff, &course)?;
    let totals = total::totals(tariff, &steps, bill, billed)?;
    let proof = steps.iter().filter(|step| !step.exact.is_zero()).map(|step| step.shown.proof).max().unwrap_or(Proof::Proven);
    let computation = Computation {
        tariff: tariff.id.clone(),
        kind: tariff.kind,
        origin,
        currency: tariff.currency.clone(),
        taxes: tariff.taxes,
        kwh,
        steps: steps.into_iter().map(|step| step.shown).collect(),
        skipped,
        net: totals.net_shown,
        gross: totals.gross_shown,
        bounded: totals.bounded,
        total: totals.total,
        proof,
    };
    Ok((computation, totals))
}

/// Whether the tariff was in force when the session began, as far as anybody knows when that was.
fn in_force(tariff: &Tariff, session: &Session<'_>, bill: &Bill) -> bool {
    let billed = || bill.begin.as_ref().and_then(|time| time.instants.first().copied());
    let begin: Option<Timestamp> = session.instant(Which::Begin).or_else(billed);
    let Some(begin) = begin else { return true };
    tariff.from.is_none_or(|from| begin >= from) && tariff.until.is_none_or(|until| begin < until)
}
