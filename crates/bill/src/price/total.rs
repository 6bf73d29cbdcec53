//! From the steps to a total: tax, least and greatest price, rounding.
//!
//! Bills round in different places: once at the end, each line, the tax on its own. The difference is a cent or two and
//! no mistake, so a total is right when it lies between the least and the greatest that any of these ways gives.

use eichrecht_model::{Bill, Bounded, Decimal, PriceBound, PriceGap, Tariff, Taxes};

use super::steps::{Exact, Step};

/// Places of a total at least: cents.
const CENTS: u32 = 2;

/// A billed total.
#[derive(Clone, Debug)]
pub(super) struct Billed {
    pub(super) amount: Decimal,
    pub(super) gross: bool,
}

impl Billed {
    /// The total of a bill: with tax where it is there. A bill that takes another back is compared by its amount.
    pub(super) fn of(bill: &Bill) -> Option<Self> {
        let (amount, gross) = match (bill.gross, bill.net) {
            (Some(gross), _) => (gross, true),
            (None, Some(net)) => (net, false),
            (None, None) => return None,
        };
        let amount = if bill.credit { amount.abs() } else { amount };
        Some(Self { amount, gross })
    }

    fn places(&self) -> u32 {
        self.amount.scale().max(CENTS)
    }
}

/// The totals of one computation.
#[derive(Clone, Debug)]
pub(super) struct Totals {
    pub(super) net_shown: Option<Decimal>,
    pub(super) gross_shown: Option<Decimal>,
    pub(super) bounded: Option<Bounded>,
    /// Rounded once.
    pub(super) total: Decimal,
    /// Least and greatest of all ways of rounding.
    low: Decimal,
    high: Decimal,
}

/// Least and greatest over several computations.
pub(super) fn range(all: &[&Totals]) -> Option<(Decimal, Decimal)> {
    Some((all.iter().map(|totals| totals.low).min()?, all.iter().map(|totals| totals.high).max()?))
}

/// A sum, and how much it becomes when each line is rounded before.
#[derive(Clone, Copy)]
struct Sum {
    exact: Exact,
    /// Sums of rounded lines: least and greatest way.
    parts: (Decimal, Decimal),
}

pub(super) fn totals(tariff: &Tariff, steps: &[Step], bill: &Bill, billed: Option<&Billed>) -> Result<Totals, PriceGap> {
    let places = billed.map_or(CENTS, Billed::places);
    let net = net(tariff, steps, places).ok_or(PriceGap::TooLarge)?;
    let gross = gross(tariff, steps, bill, places).ok_or(PriceGap::TooLarge)?;
    let vat = one_vat(steps, bill);
    let (net, net_bound) = bounded(net, tariff, false, vat, places).ok_or(PriceGap::TooLarge)?;
    let (gross, gross_bound) = bounded(gross, tariff, true, vat, places).ok_or(PriceGap::TooLarge)?;
    let wants_gross = billed.map_or(gross.is_some(), |billed| billed.gross);
    let chosen = if wants_gross { gross } else { net };
    let chosen = chosen.ok_or(PriceGap::TaxUnknown)?;
    let total = chosen.exact.rounded(places).ok_or(PriceGap::TooLarge)?;
    Ok(Totals {
        net_shown: net.and_then(|sum| sum.exact.shown()),
        gross_shown: gross.and_then(|sum| sum.exact.shown()),
        bounded: if wants_gross { gross_bound } else { net_bound },
        total,
        low: total.min(chosen.parts.0),
        high: total.max(chosen.parts.1),
    })
}

/// The lines added up as they are.
fn plain(steps: &[Step], places: u32) -> Option<Sum> {
    let exact = steps.iter().try_fold(Exact::ZERO, |sum, step| sum.add(step.exact))?;
    let rounded = steps.iter().try_fold(Decimal::ZERO, |sum, step| sum.checked_add(&step.exact.rounded(places)?))?;
    Some(Sum { exact, parts: (rounded, rounded) })
}

/// The sum without tax; `Some(None)` when it is not known.
#[allow(clippy::option_option, reason = "outside: too large to compute; inside: not known")]
fn net(tariff: &Tariff, steps: &[Step], places: u32) -> Option<Option<Sum>> {
    match tariff.taxes {
        Taxes::Excluded | Taxes::None => Some(Some(plain(steps, places)?)),
        // Taking tax out again would need its rate, and leaves what no bill shows exactly.
        Taxes::Included => Some(None),
    }
}

/// The sum with tax; `Some(None)` when a rate is not known.
#[allow(clippy::option_option, reason = "outside: too large to compute; inside: not known")]
fn gross(tariff: &Tariff, steps: &[Step], bill: &Bill, places: u32) -> Option<Option<Sum>> {
    if tariff.taxes != Taxes::Excluded {
        return Some(Some(plain(steps, places)?));
    }
    let hundredth = Decimal::new(1, 2)?;
    let mut exact = Exact::ZERO;
    // Each line with its tax rounded; each line rounded, then its tax; the sums of each rate rounded, then their tax.
    let (mut with_tax, mut then_tax) = (Decimal::ZERO, Decimal::ZERO);
    let mut by_rate: Vec<(Decimal, Exact, Decimal)> = Vec::new();
    for step in steps.iter().filter(|step| !step.exact.is_zero()) {
        let Some(rate) = step.shown.vat.or(bill.vat) else { return Some(None) };
        let factor = rate.checked_add(&Decimal::new(100, 0)?)?.checked_mul(&hundredth)?;
        let gross = step.exact.times(&factor)?;
        exact = exact.add(gross)?;
        with_tax = with_tax.checked_add(&gross.rounded(places)?)?;
        let line = step.exact.rounded(places)?;
        then_tax = then_tax.checked_add(&Exact::money(&line)?.times(&factor)?.rounded(places)?)?;
        match by_rate.iter_mut().find(|(known, _, _)| *known == rate) {
            Some((_, sum, lines)) => {
                *sum = sum.add(step.exact)?;
                *lines = lines.checked_add(&line)?;
            }
            None => by_rate.push((rate, step.exact, line)),
        }
    }
    let tax = |rate: &Decimal, net: &Decimal| -> Option<Decimal> {
        let tax = Exact::money(net)?.times(rate)?.times(&hundredth)?.rounded(places)?;
        net.checked_add(&tax)
    };
    let of_sums = by_rate.iter().try_fold(Decimal::ZERO, |sum, (rate, net, _)| sum.checked_add(&tax(rate, &net.rounded(places)?)?))?;
    let of_lines = by_rate.iter().try_fold(Decimal::ZERO, |sum, (rate, _, lines)| sum.checked_add(&tax(rate, lines)?))?;
    let ways = [with_tax, then_tax, of_sums, of_lines];
    let (low, high) = (ways.iter().copied().min()?, ways.iter().copied().max()?);
    Some(Some(Sum { exact, parts: (low, high) }))
}

/// The rate of all lines, if they have one.
fn one_vat(steps: &[Step], bill: &Bill) -> Option<Decimal> {
    let mut rates = steps.iter().filter(|step| !step.exact.is_zero()).map(|step| step.shown.vat.or(bill.vat));
    let first = rates.next().unwrap_or(bill.vat)?;
    rates.all(|rate| rate == Some(first)).then_some(first)
}

/// The sum within the least and the greatest price. A bound that is given in the other form only is carried over by the
/// one rate of tax; where there is no such rate, the sum is not known once the bound matters.
#[allow(clippy::type_complexity, reason = "outside: too large to compute; inside: the sum, and the bound that replaced it")]
fn bounded(sum: Option<Sum>, tariff: &Tariff, gross: bool, vat: Option<Decimal>, places: u32) -> Option<(Option<Sum>, Option<Bounded>)> {
    let Some(sum) = sum else { return Some((None, None)) };
    for (bound, which) in [(tariff.min_price, Bounded::Least), (tariff.max_price, Bounded::Greatest)] {
        let Some(bound) = bound else { continue };
        let Some(limit) = limit(&bound, tariff.taxes, gross, vat)? else { return Some((None, None)) };
        let replaced = match which {
            Bounded::Least => sum.exact < limit,
            Bounded::Greatest => sum.exact > limit,
        };
        if replaced {
            let rounded = limit.rounded(places)?;
            return Some((Some(Sum { exact: limit, parts: (rounded, rounded) }), Some(which)));
        }
    }
    Some((Some(sum), None))
}

/// A bound with or without tax; `Some(None)` when it cannot be told.
#[allow(clippy::option_option, reason = "outside: too large to compute; inside: not known")]
fn limit(bound: &PriceBound, taxes: Taxes, gross: bool, vat: Option<Decimal>) -> Option<Option<Exact>> {
    let (own, other) = if gross { (bound.gross, bound.net) } else { (bound.net, bound.gross) };
    if let Some(own) = own {
        return Some(Some(Exact::money(&own)?));
    }
    match (taxes, other) {
        (Taxes::None | Taxes::Included, Some(other)) => Some(Some(Exact::money(&other)?)),
        (Taxes::Excluded, Some(net)) if gross => {
            let Some(vat) = vat else { return Some(None) };
            let factor = vat.checked_add(&Decimal::new(100, 0)?)?.shift(-2)?;
            Some(Some(Exact::money(&net)?.times(&factor)?))
        }
        _ => Some(None),
    }
}
