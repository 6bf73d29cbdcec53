//! The course of a session: what was used in which stretch of it, and who says so.

use eichrecht_model::{Bill, ComponentKind, Decimal, Proof, RegisterRun, Unit};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::restrict::Cell;
use crate::compare::{Session, Which};
use crate::time;

/// A stretch and what was used in it.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) cell: Cell,
    pub(super) quantity: Decimal,
}

/// What is known of a session.
pub(super) struct Course {
    kwh: Decimal,
    /// Duration in seconds, and how sure it is.
    seconds: Option<(Decimal, Proof)>,
    /// Begin and end by the clock, and how sure they are.
    instants: Option<(Timestamp, Timestamp, Proof)>,
    /// Signed readings between: kWh so far and when.
    between: Vec<(Decimal, Timestamp)>,
    claims: Vec<Claim>,
    /// Seconds without charging, by the bill.
    parking: Option<Decimal>,
    pub(super) zone: TimeZone,
    pub(super) days: usize,
}

/// A part of the session by the bill's word: it stands for the moment it begins at.
struct Claim {
    cell: Cell,
    kwh: Decimal,
    charging: Decimal,
    parking: Decimal,
}

/// Energy counted up to an instant, in kWh; the instant where it is known.
type Point = (Decimal, Option<Timestamp>);

impl Course {
    pub(super) fn new(session: &Session<'_>, bill: &Bill, kwh: Decimal, days: usize) -> Self {
        let mut course = Self {
            kwh,
            seconds: seconds(session, bill),
            instants: instants(session, bill),
            between: Vec::new(),
            claims: Vec::new(),
            parking: bill.parking_s,
            zone: time::zone(zone_of(bill)),
            days,
        };
        course.between = between(session, kwh).unwrap_or_default();
        course.claims = claims(bill, kwh).unwrap_or_default();
        if course.parking.is_none() && !course.claims.is_empty() {
            course.parking = course.claims.iter().try_fold(Decimal::ZERO, |sum, claim| sum.checked_add(&claim.parking));
        }
        course
    }

    /// How sure restrictions by the clock are.
    pub(super) fn clock_proof(&self) -> Proof {
        self.instants.map_or(Proof::Claimed, |(_, _, proof)| proof)
    }

    /// How sure restrictions by the duration are.
    pub(super) fn duration_proof(&self) -> Proof {
        self.seconds.map_or(Proof::Claimed, |(_, proof)| proof)
    }

    /// The moment the session begins.
    pub(super) fn begin(&self) -> Cell {
        let begin = self.instants.map(|(begin, _, _)| (begin, begin));
        Cell {
            kwh: (Decimal::ZERO, Decimal::ZERO),
            seconds: Some((Decimal::ZERO, Decimal::ZERO)),
            instants: begin,
            power: None,
            current: None,
        }
    }

    /// The stretches as far as signed data tells, with the proof of their quantities; `None` when it does not tell how
    /// much of this kind there was.
    pub(super) fn signed(&self, kind: ComponentKind, tariff_has_parking: bool) -> Option<(Vec<Stretch>, Proof)> {
        match kind {
            ComponentKind::Flat => Some((vec![Stretch { cell: self.begin(), quantity: Decimal::new(1, 0)? }], Proof::Proven)),
            ComponentKind::Energy => Some((self.by_readings()?, Proof::Proven)),
            ComponentKind::Session => self.whole(),
            // Without a word about pauses the vehicle charged all the time. That is the most a price for charging can
            // come to; a price for pauses needs to know them.
            ComponentKind::Time if self.parking.is_none_or(|parking| parking.is_zero()) && !tariff_has_parking => self.whole(),
            ComponentKind::Time | ComponentKind::Parking => None,
        }
    }

    fn whole(&self) -> Option<(Vec<Stretch>, Proof)> {
        let (seconds, proof) = self.seconds?;
        let cell = Cell {
            kwh: (Decimal::ZERO, self.kwh),
            seconds: Some((Decimal::ZERO, seconds)),
            instants: self.instants.map(|(begin, end, _)| (begin, end)),
            power: None,
            current: None,
        };
        Some((vec![Stretch { cell, quantity: seconds }], proof))
    }

    /// Energy between one signed reading and the next.
    fn by_readings(&self) -> Option<Vec<Stretch>> {
        let ends = self.instants.map(|(begin, end, _)| (begin, end));
        let mut points: Vec<Point> = vec![(Decimal::ZERO, ends.map(|(begin, _)| begin))];
        points.extend(self.between.iter().map(|(kwh, instant)| (*kwh, Some(*instant))));
        points.push((self.kwh, ends.map(|(_, end)| end)));
        let whole = self.seconds.map(|(seconds, _)| (Decimal::ZERO, seconds));
        let since = |instant: Timestamp| {
            let millis = instant.duration_since(ends?.0).as_millis();
            Decimal::new(millis, 3)
        };
        let stretch = |(from, to): (&Point, &Point)| {
            let instants = from.1.zip(to.1);
            let by_clock = instants.and_then(|(from, to)| Some((since(from)?, since(to)?)));
            let seconds = if self.between.is_empty() { whole } else { by_clock };
            let cell = Cell { kwh: (from.0, to.0), seconds, instants, power: None, current: None };
            Some(Stretch { cell, quantity: to.0.checked_sub(&from.0)? })
        };
        points.iter().zip(points.iter().skip(1)).map(stretch).collect()
    }

    /// The stretches as the bill has them; `None` when it does not tell how much of this kind there was.
    pub(super) fn claimed(&self, kind: ComponentKind) -> Option<Vec<Stretch>> {
        if self.claims.is_empty() {
            return self.claimed_totals(kind);
        }
        let quantity = |claim: &Claim| match kind {
            ComponentKind::Energy => Some(claim.kwh),
            ComponentKind::Time => Some(claim.charging),
            ComponentKind::Parking => Some(claim.parking),
            ComponentKind::Flat | ComponentKind::Session => None,
        };
        self.claims.iter().map(|claim| Some(Stretch { cell: claim.cell.clone(), quantity: quantity(claim)? })).collect()
    }

    /// Charging first, then a pause, by the totals of the bill.
    fn claimed_totals(&self, kind: ComponentKind) -> Option<Vec<Stretch>> {
        let parking = self.parking?;
        let (seconds, _) = self.seconds?;
        let charging = seconds.checked_sub(&parking).filter(|charging| !charging.is_negative())?;
        let switch = self.instants.and_then(|(begin, end, _)| {
            let millis =
                i64::try_from(charging.shift(3)?.rounded(0, eichrecht_model::Rounding::Down)?.to_string().parse::<i128>().ok()?).ok()?;
            let switch = begin.checked_add(jiff::SignedDuration::from_millis(millis)).ok()?;
            Some((begin, switch.min(end), end))
        });
        let (cell, quantity) = match kind {
            ComponentKind::Time => {
                let instants = switch.map(|(begin, switch, _)| (begin, switch));
                (Cell { kwh: (Decimal::ZERO, self.kwh), seconds: Some((Decimal::ZERO, charging)), instants, ..self.begin() }, charging)
            }
            ComponentKind::Parking => {
                let instants = switch.map(|(_, switch, end)| (switch, end));
                (Cell { kwh: (self.kwh, self.kwh), seconds: Some((charging, seconds)), instants, ..self.begin() }, parking)
            }
            _ => return None,
        };
        Some(vec![Stretch { cell, quantity }])
    }
}

/// OCPI has no zone for the times of day in a tariff but that of the station, and its own times are UTC.
fn zone_of(bill: &Bill) -> eichrecht_model::BillZone {
    bill.zone
}

/// The duration: as proven; else as the bill has it, since it is the bill that is to be checked; else as the meter's
/// clock states it.
fn seconds(session: &Session<'_>, bill: &Bill) -> Option<(Decimal, Proof)> {
    let signed = session.transaction.duration_s.filter(|seconds| *seconds >= 0).and_then(|seconds| Decimal::new(i128::from(seconds), 0));
    if session.proves_duration() {
        return signed.map(|seconds| (seconds, Proof::Proven));
    }
    let between = || {
        let begin = bill.begin.as_ref()?.instants.first()?;
        let end = bill.end.as_ref()?.instants.last()?;
        Decimal::new(end.duration_since(*begin).as_millis(), 3).filter(|seconds| !seconds.is_negative())
    };
    let billed = bill.duration_s.or_else(between);
    billed.map(|seconds| (seconds, Proof::Claimed)).or(signed.map(|seconds| (seconds, Proof::Stated)))
}

fn instants(session: &Session<'_>, bill: &Bill) -> Option<(Timestamp, Timestamp, Proof)> {
    let signed = || Some((session.instant(Which::Begin)?, session.instant(Which::End)?));
    let billed = || Some((*bill.begin.as_ref()?.instants.first()?, *bill.end.as_ref()?.instants.last()?));
    let (begin, end, proof) = if session.proves_clock() {
        let (begin, end) = signed()?;
        (begin, end, Proof::Proven)
    } else if let Some((begin, end)) = billed() {
        (begin, end, Proof::Claimed)
    } else {
        let (begin, end) = signed()?;
        (begin, end, Proof::Stated)
    };
    (begin <= end).then_some((begin, end, proof))
}

/// Signed readings between begin and end, if they rise as they must and the clock that dates them is proven.
fn between(session: &Session<'_>, kwh: Decimal) -> Option<Vec<(Decimal, Timestamp)>> {
    if !session.proves_clock() {
        return None;
    }
    let run: &RegisterRun = session.transaction.billing_register()?;
    let value = |reading: &eichrecht_model::Measurement| reading.unit.as_ref()?.convert(reading.value.as_ref()?, &Unit::KilowattHour);
    let first = value(session.reading(Which::Begin)?)?;
    let mut points = Vec::new();
    for at in &run.inner {
        let reading = session.assessment.measurement(*at)?;
        let Some(time) = reading.time.as_ref() else { continue };
        if time.sync != eichrecht_model::TimeSync::Synchronised {
            continue;
        }
        points.push((value(reading)?.checked_sub(&first)?, time.instant));
    }
    points.sort_by_key(|(_, instant)| *instant);
    let begin = (Decimal::ZERO, session.instant(Which::Begin)?);
    let end = (kwh, session.instant(Which::End)?);
    let all: Vec<(Decimal, Timestamp)> = std::iter::once(begin).chain(points.iter().copied()).chain(std::iter::once(end)).collect();
    let rises = all.iter().zip(all.iter().skip(1)).all(|(a, b)| a.0 <= b.0 && a.1 <= b.1);
    rises.then_some(points)
}

/// Largest amount by which the energies of a bill's periods may miss the whole, in kWh: their own rounding.
fn rounding_of(periods: usize) -> Option<Decimal> {
    Decimal::new(i128::try_from(periods).ok()?, 2)
}

/// The periods of a bill as parts of the session. `None` when there are none, or they do not make up the energy that
/// the price is computed from.
fn claims(bill: &Bill, kwh: Decimal) -> Option<Vec<Claim>> {
    let begin = bill.periods.first()?.start;
    let end = bill.end.as_ref().and_then(|end| end.instants.last().copied());
    let mut claims = Vec::with_capacity(bill.periods.len());
    let (mut kwh_so_far, zero) = (Decimal::ZERO, Decimal::ZERO);
    for (index, period) in bill.periods.iter().enumerate() {
        let next = bill.periods.get(index + 1).map(|next| next.start).or(end);
        let length = next.map(|next| Decimal::new(next.duration_since(period.start).as_millis(), 3));
        let length = match length {
            Some(length) => Some(length.filter(|length| !length.is_negative())?),
            None => None,
        };
        let since = Decimal::new(period.start.duration_since(begin).as_millis(), 3).filter(|since| !since.is_negative())?;
        let used = period.kwh.unwrap_or(zero);
        if used.is_negative() {
            return None;
        }
        // A period that names no time was all charging, or all pause.
        let (charging, parking) = match (period.charging_s, period.parking_s) {
            (None, None) if used.is_zero() => (zero, length.unwrap_or(zero)),
            (None, None) => (length.unwrap_or(zero), zero),
            (charging, parking) => (charging.unwrap_or(zero), parking.unwrap_or(zero)),
        };
        let cell = Cell {
            kwh: (kwh_so_far, kwh_so_far),
            seconds: Some((since, since)),
            instants: Some((period.start, period.start)),
            power: period.power,
            current: period.current,
        };
        claims.push(Claim { cell, kwh: used, charging, parking });
        kwh_so_far = kwh_so_far.checked_add(&used)?;
    }
    let missing = kwh.checked_sub(&kwh_so_far)?;
    if missing.abs() > rounding_of(claims.len())? {
        return None;
    }
    // The rest of rounding goes to the last period that used any.
    let last = claims.iter_mut().rev().find(|claim| !claim.kwh.is_zero());
    match last {
        Some(last) => last.kwh = last.kwh.checked_add(&missing).filter(|kwh| !kwh.is_negative())?,
        None if missing.is_zero() => {}
        None => return None,
    }
    Some(claims)
}
