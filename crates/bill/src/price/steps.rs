//! From a tariff and the course of a session to the lines of a price.

use eichrecht_model::{
    ComponentKind, Decimal, PriceComponent, PriceGap, PriceStep, Proof, RestrictionKind, Restrictions, Rounding, SkippedElement, Tariff,
    TariffKind,
};

use super::course::{Course, Stretch};
use super::restrict::{Applies, Cell, applies, changes, kinds};

/// Places an amount is shown with at most.
const SHOWN: u32 = 6;

/// A line and its exact amount.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) shown: PriceStep,
    pub(super) exact: Exact,
}

/// An exact amount of money: 3,600 times its value, because a price of an hour is paid by the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Exact(Decimal);

impl Exact {
    const PARTS: i128 = 3600;
    pub(super) const ZERO: Self = Self(Decimal::ZERO);

    fn of(amount: &Decimal) -> Option<Self> {
        Some(Self(amount.checked_mul(&Decimal::new(Self::PARTS, 0)?)?))
    }

    /// An amount that is already one of money.
    pub(super) fn money(amount: &Decimal) -> Option<Self> {
        Self::of(amount)
    }

    pub(super) fn add(self, other: Self) -> Option<Self> {
        Some(Self(self.0.checked_add(&other.0)?))
    }

    pub(super) fn times(self, factor: &Decimal) -> Option<Self> {
        Some(Self(self.0.checked_mul(factor)?))
    }

    pub(super) fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    pub(super) fn rounded(&self, places: u32) -> Option<Decimal> {
        self.0.divided(Self::PARTS, places, Rounding::HalfUp)
    }

    pub(super) fn shown(&self) -> Option<Decimal> {
        Some(self.rounded(SHOWN)?.trimmed(2))
    }
}

/// A component that may apply, with the element it stands in.
struct Candidate<'a> {
    element: usize,
    component: &'a PriceComponent,
    restrictions: &'a Restrictions,
}

/// What one candidate was used for.
struct Piece {
    candidate: usize,
    quantity: Decimal,
    proof: Proof,
}

/// All steps, and the elements that do not apply.
pub(super) fn steps(tariff: &Tariff, course: &Course) -> Result<(Vec<Step>, Vec<SkippedElement>), PriceGap> {
    let has_parking = components(tariff, ComponentKind::Parking).iter().any(|candidate| !candidate.component.price.is_zero());
    let mut steps = Vec::new();
    let mut skipped = Vec::new();
    let parked = course.claimed(ComponentKind::Parking).is_some_and(|parts| parts.iter().any(|part| !part.quantity.is_zero()));
    for kind in ComponentKind::ALL {
        let candidates = components(tariff, kind);
        if candidates.is_empty() {
            continue;
        }
        let mut reasons: Vec<Option<RestrictionKind>> = vec![None; candidates.len()];
        let pieces = pieces(kind, &candidates, course, has_parking, &mut reasons)?;
        // Only what comes last is filled up to its step: charging is not, when a pause that is paid for follows.
        let last_of_time = kind != ComponentKind::Time || !(has_parking && parked);
        let lines = lines(tariff.kind, kind, &candidates, &pieces, last_of_time).ok_or(PriceGap::TooLarge)?;
        for (index, candidate) in candidates.iter().enumerate() {
            // A price of nothing is no price that could have applied.
            if !candidate.component.price.is_zero() && !pieces.iter().any(|piece| piece.candidate == index) {
                skipped.push(SkippedElement {
                    element: candidate.element,
                    kind,
                    price: candidate.component.price,
                    because: reasons.get(index).copied().flatten(),
                });
            }
        }
        steps.extend(lines);
    }
    Ok((steps, skipped))
}

fn components(tariff: &Tariff, kind: ComponentKind) -> Vec<Candidate<'_>> {
    let mut found = Vec::new();
    for (index, element) in tariff.elements.iter().enumerate() {
        for component in element.components.iter().filter(|component| component.kind == kind) {
            found.push(Candidate { element: index + 1, component, restrictions: &element.restrictions });
        }
    }
    found
}

/// What each candidate was used for: by what is signed, and where that does not tell, by what the bill claims.
fn pieces(
    kind: ComponentKind,
    candidates: &[Candidate<'_>],
    course: &Course,
    has_parking: bool,
    reasons: &mut [Option<RestrictionKind>],
) -> Result<Vec<Piece>, PriceGap> {
    // Prices of nothing cost nothing, whatever was used.
    if candidates.iter().all(|candidate| candidate.component.price.is_zero()) {
        return Ok(Vec::new());
    }
    let mut gap = PriceGap::QuantityUnknown(kind);
    if let Some((stretches, proof)) = course.signed(kind, has_parking) {
        match assign(kind, candidates, course, stretches, proof, reasons)? {
            Ok(pieces) => return Ok(pieces),
            Err(open) => gap = PriceGap::SplitUnknown(kind, open),
        }
    }
    if let Some(stretches) = course.claimed(kind) {
        match assign(kind, candidates, course, stretches, Proof::Claimed, reasons)? {
            Ok(pieces) => return Ok(pieces),
            Err(open) => gap = PriceGap::SplitUnknown(kind, open),
        }
    }
    Err(gap)
}

type Assigned = Result<Vec<Piece>, RestrictionKind>;

/// The first candidate that applies, stretch by stretch; the restriction that leaves it open where one does.
fn assign(
    kind: ComponentKind,
    candidates: &[Candidate<'_>],
    course: &Course,
    stretches: Vec<Stretch>,
    proof: Proof,
    reasons: &mut [Option<RestrictionKind>],
) -> Result<Assigned, PriceGap> {
    let mut pieces: Vec<Piece> = Vec::new();
    for stretch in stretches {
        for part in cut(kind, candidates, course, stretch)? {
            let (chosen, looked_at) = match pick(candidates, course, &part.cell, reasons)? {
                Ok(picked) => picked,
                Err(open) => return Ok(Err(open)),
            };
            let Some(chosen) = chosen else { continue };
            let proof =
                candidates.iter().take(looked_at).fold(proof, |proof, candidate| proof.max(proof_of(candidate.restrictions, course)));
            match pieces.iter_mut().find(|piece| piece.candidate == chosen) {
                Some(piece) => {
                    piece.quantity = piece.quantity.checked_add(&part.quantity).ok_or(PriceGap::TooLarge)?;
                    piece.proof = piece.proof.max(proof);
                }
                None => pieces.push(Piece { candidate: chosen, quantity: part.quantity, proof }),
            }
        }
    }
    Ok(Ok(pieces))
}

/// How sure it is that restrictions hold.
fn proof_of(restrictions: &Restrictions, course: &Course) -> Proof {
    kinds(restrictions).into_iter().fold(Proof::Proven, |proof, kind| {
        proof.max(match kind {
            RestrictionKind::TimeOfDay | RestrictionKind::Date | RestrictionKind::Weekday => course.clock_proof(),
            RestrictionKind::Duration => course.duration_proof(),
            RestrictionKind::Power | RestrictionKind::Current => Proof::Claimed,
            _ => Proof::Proven,
        })
    })
}

/// The candidate that applies to a cell, and how many had to be looked at for that; or the restriction that leaves it
/// open. It is not open where all that may apply have the same price.
fn pick(
    candidates: &[Candidate<'_>],
    course: &Course,
    cell: &Cell,
    reasons: &mut [Option<RestrictionKind>],
) -> Result<Result<(Option<usize>, usize), RestrictionKind>, PriceGap> {
    let mut open = None;
    let mut possible: Vec<usize> = Vec::new();
    let mut certain = false;
    let mut looked_at = 0;
    for (index, candidate) in candidates.iter().enumerate() {
        looked_at = index + 1;
        match applies(candidate.restrictions, cell, &course.zone, course.days).map_err(PriceGap::Limit)? {
            Applies::Yes => {
                possible.push(index);
                certain = true;
                break;
            }
            Applies::No(kind) => {
                if let Some(reason) = reasons.get_mut(index) {
                    reason.get_or_insert(kind);
                }
            }
            Applies::Open(kind) => {
                open.get_or_insert(kind);
                possible.push(index);
            }
        }
    }
    let Some(kind) = open else { return Ok(Ok((possible.first().copied(), looked_at))) };
    let price = |index: &usize| candidates.get(*index).map(|c| (c.component.price, c.component.vat, c.component.step));
    let same = possible.iter().all(|index| price(index) == possible.first().and_then(price));
    if same && certain { Ok(Ok((possible.last().copied(), 0))) } else { Ok(Err(kind)) }
}

/// Cuts a stretch where a restriction may begin or cease to hold, as far as the quantity itself tells where that is:
/// energy at amounts, times at seconds and by the clock.
fn cut(kind: ComponentKind, candidates: &[Candidate<'_>], course: &Course, stretch: Stretch) -> Result<Vec<Stretch>, PriceGap> {
    let cell = &stretch.cell;
    match kind {
        ComponentKind::Flat => Ok(vec![stretch]),
        ComponentKind::Energy => {
            let bounds = candidates.iter().flat_map(|c| [c.restrictions.min_kwh, c.restrictions.max_kwh]).flatten();
            let points = between(cell.kwh, bounds.collect());
            points
                .into_iter()
                .map(|(from, to)| {
                    let whole = cell.kwh.0 == cell.kwh.1;
                    let quantity = if whole { stretch.quantity } else { to.checked_sub(&from).ok_or(PriceGap::TooLarge)? };
                    Ok(Stretch { cell: Cell { kwh: (from, to), ..cell.clone() }, quantity })
                })
                .collect()
        }
        ComponentKind::Time | ComponentKind::Parking | ComponentKind::Session => {
            let Some((first, last)) = cell.seconds.filter(|(first, last)| first != last) else { return Ok(vec![stretch]) };
            let seconds = |bound: u64| Decimal::new(i128::from(bound), 0);
            let by_count = candidates.iter().flat_map(|c| [c.restrictions.min_seconds, c.restrictions.max_seconds]).flatten();
            let mut bounds: Vec<Decimal> = by_count.filter_map(seconds).collect();
            if let Some(instants) = cell.instants {
                for candidate in candidates {
                    let found = changes(candidate.restrictions, instants, &course.zone, course.days).map_err(PriceGap::Limit)?;
                    let since =
                        |instant: &jiff::Timestamp| first.checked_add(&Decimal::new(instant.duration_since(instants.0).as_millis(), 3)?);
                    bounds.extend(found.iter().filter_map(since));
                }
            }
            between((first, last), bounds)
                .into_iter()
                .map(|(from, to)| part_of_time(&stretch, first, from, to).ok_or(PriceGap::TooLarge))
                .collect()
        }
    }
}

fn part_of_time(stretch: &Stretch, first: Decimal, from: Decimal, to: Decimal) -> Option<Stretch> {
    let at = |seconds: Decimal, instants: (jiff::Timestamp, jiff::Timestamp)| {
        let millis = seconds.checked_sub(&first)?.shift(3)?.rounded(0, Rounding::Down)?.to_string().parse::<i64>().ok()?;
        Some(instants.0.checked_add(jiff::SignedDuration::from_millis(millis)).ok()?.min(instants.1))
    };
    let instants = match stretch.cell.instants {
        Some(instants) => Some((at(from, instants)?, at(to, instants)?)),
        None => None,
    };
    let cell = Cell { seconds: Some((from, to)), instants, ..stretch.cell.clone() };
    Some(Stretch { cell, quantity: to.checked_sub(&from)? })
}

/// A range cut at those of the bounds that lie inside.
fn between((first, last): (Decimal, Decimal), mut bounds: Vec<Decimal>) -> Vec<(Decimal, Decimal)> {
    bounds.retain(|bound| first < *bound && *bound < last);
    bounds.push(first);
    bounds.push(last);
    bounds.sort();
    if first == last {
        return vec![(first, last)];
    }
    bounds.dedup();
    bounds.iter().copied().zip(bounds.iter().copied().skip(1)).collect()
}

/// The lines of one kind, the step size applied. `None` when a number becomes too large.
fn lines(
    version: TariffKind,
    kind: ComponentKind,
    candidates: &[Candidate<'_>],
    pieces: &[Piece],
    last_of_time: bool,
) -> Option<Vec<Step>> {
    let total = pieces.iter().try_fold(Decimal::ZERO, |sum, piece| sum.checked_add(&piece.quantity))?;
    let mut lines = Vec::new();
    for (position, piece) in pieces.iter().enumerate() {
        let candidate = candidates.get(piece.candidate)?;
        let component = candidate.component;
        // Steps are counted in watt hours and in seconds.
        let step = match kind {
            ComponentKind::Flat => Decimal::ZERO,
            ComponentKind::Energy => Decimal::new(i128::from(component.step), 3)?,
            _ => Decimal::new(i128::from(component.step), 0)?,
        };
        let last = position + 1 == pieces.len() && last_of_time;
        let billed = if piece.quantity.is_zero() {
            piece.quantity
        } else if version == TariffKind::Ocpi211 {
            // Each component for itself.
            piece.quantity.up_to_multiple_of(&step)?
        } else if last {
            // The session as a whole, at the expense of its last component.
            let missing = total.up_to_multiple_of(&step)?.checked_sub(&total)?;
            piece.quantity.checked_add(&missing)?
        } else {
            piece.quantity
        };
        let exact = if kind.is_time() {
            // Price of an hour times seconds is 3,600 times the amount.
            Exact(billed.checked_mul(&component.price)?)
        } else {
            Exact::of(&billed.checked_mul(&component.price)?)?
        };
        let places = if kind == ComponentKind::Energy { 2 } else { 0 };
        let shown = PriceStep {
            kind,
            element: candidate.element,
            used: piece.quantity.trimmed(places),
            billed: billed.trimmed(places),
            step: (billed != piece.quantity).then_some(step.trimmed(places)),
            price: component.price,
            vat: component.vat,
            amount: exact.shown()?,
            proof: piece.proof,
            met: kinds(candidate.restrictions),
        };
        lines.push(Step { shown, exact });
    }
    Some(lines)
}
