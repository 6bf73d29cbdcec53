//! Whether an element of a tariff applies to a stretch of a session: yes, no, or not to be told.

use eichrecht_model::{Decimal, LimitName, RestrictionKind, Restrictions};
use jiff::Timestamp;
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;

/// A stretch of a session: nobody knows where in it a quantity was used. Begin and end of a range may be the same: then
/// it stands for that moment.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Energy of the session so far, in kWh.
    pub(super) kwh: (Decimal, Decimal),
    /// Seconds of the session so far; `None` when its duration is not known.
    pub(super) seconds: Option<(Decimal, Decimal)>,
    /// The instants; `None` when no clock tells.
    pub(super) instants: Option<(Timestamp, Timestamp)>,
    /// Power in kW, where the bill states it.
    pub(super) power: Option<Decimal>,
    /// Current in ampere, where the bill states it.
    pub(super) current: Option<Decimal>,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Applies {
    Yes,
    /// Because of this restriction.
    No(RestrictionKind),
    /// It depends on where in the stretch the quantity was used, or on something nobody states.
    Open(RestrictionKind),
}

/// Whether the restrictions hold in all of the cell.
pub(super) fn applies(restrictions: &Restrictions, cell: &Cell, zone: &TimeZone, days: usize) -> Result<Applies, LimitName> {
    let mut open = None;
    let mut answers = Vec::with_capacity(8);
    if restrictions.reservation {
        answers.push((RestrictionKind::Reservation, Some(false)));
    }
    answers.push((RestrictionKind::Energy, within(&restrictions.min_kwh, &restrictions.max_kwh, Some(cell.kwh))));
    let seconds = |bound: Option<u64>| bound.and_then(|bound| Decimal::new(i128::from(bound), 0));
    answers.push((RestrictionKind::Duration, within(&seconds(restrictions.min_seconds), &seconds(restrictions.max_seconds), cell.seconds)));
    let point = |value: Option<Decimal>| value.map(|value| (value, value));
    answers.push((RestrictionKind::Power, within(&restrictions.min_power, &restrictions.max_power, point(cell.power))));
    answers.push((RestrictionKind::Current, within(&restrictions.min_current, &restrictions.max_current, point(cell.current))));
    for kind in clock_kinds(restrictions) {
        answers.push((kind, by_clock(kind, restrictions, cell, zone, days)?));
    }
    if restrictions.unknown.is_some() {
        answers.push((RestrictionKind::Unknown, None));
    }
    // One restriction that is not met decides, whatever is open beside it.
    for (kind, answer) in answers {
        match answer {
            Some(true) => {}
            Some(false) => return Ok(Applies::No(kind)),
            None => open = open.or(Some(kind)),
        }
    }
    Ok(open.map_or(Applies::Yes, Applies::Open))
}

/// Whether a quantity lies within bounds over a whole range: from `min` on, below `max`. `None` when it does in part.
fn within(min: &Option<Decimal>, max: &Option<Decimal>, range: Option<(Decimal, Decimal)>) -> Option<bool> {
    if min.is_none() && max.is_none() {
        return Some(true);
    }
    let (low, high) = range?;
    let moment = low == high;
    let from = min.map_or(Some(true), |min| {
        if low >= min {
            Some(true)
        } else if high <= min {
            Some(false)
        } else {
            None
        }
    });
    let below = max.map_or(Some(true), |max| {
        if low >= max {
            Some(false)
        } else if high < max || (high == max && !moment) {
            Some(true)
        } else {
            None
        }
    });
    both(from, below)
}

/// Three-valued "and".
fn both(a: Option<bool>, b: Option<bool>) -> Option<bool> {
    match (a, b) {
        (Some(false), _) | (_, Some(false)) => Some(false),
        (Some(true), Some(true)) => Some(true),
        _ => None,
    }
}

/// The restrictions that look at the clock.
pub(super) fn clock_kinds(restrictions: &Restrictions) -> Vec<RestrictionKind> {
    let of_day = restrictions.start_time.is_some() || restrictions.end_time.is_some();
    let date = restrictions.start_date.is_some() || restrictions.end_date.is_some();
    [(RestrictionKind::TimeOfDay, of_day), (RestrictionKind::Date, date), (RestrictionKind::Weekday, !restrictions.days.is_empty())]
        .into_iter()
        .filter(|(_, there)| *there)
        .map(|(kind, _)| kind)
        .collect()
}

/// All kinds of restriction there are in it.
pub(super) fn kinds(restrictions: &Restrictions) -> Vec<RestrictionKind> {
    let mut kinds = clock_kinds(restrictions);
    for (kind, there) in [
        (RestrictionKind::Energy, restrictions.min_kwh.is_some() || restrictions.max_kwh.is_some()),
        (RestrictionKind::Duration, restrictions.min_seconds.is_some() || restrictions.max_seconds.is_some()),
        (RestrictionKind::Power, restrictions.min_power.is_some() || restrictions.max_power.is_some()),
        (RestrictionKind::Current, restrictions.min_current.is_some() || restrictions.max_current.is_some()),
    ] {
        if there {
            kinds.push(kind);
        }
    }
    kinds
}

fn by_clock(
    kind: RestrictionKind,
    restrictions: &Restrictions,
    cell: &Cell,
    zone: &TimeZone,
    days: usize,
) -> Result<Option<bool>, LimitName> {
    let Some((first, last)) = cell.instants else { return Ok(None) };
    if !changes_of(kind, restrictions, (first, last), zone, days)?.is_empty() {
        return Ok(None);
    }
    let local = zone.to_datetime(first);
    Ok(Some(match kind {
        RestrictionKind::TimeOfDay => in_hours(restrictions, local),
        RestrictionKind::Date => {
            restrictions.start_date.is_none_or(|from| local.date() >= from)
                && restrictions.end_date.is_none_or(|until| local.date() < until)
        }
        _ => restrictions.days.contains(&local.weekday()),
    }))
}

/// From the start, and before the end; an end that is not behind the start lies on the next day.
fn in_hours(restrictions: &Restrictions, local: DateTime) -> bool {
    let time = local.time();
    match (restrictions.start_time, restrictions.end_time) {
        (Some(start), Some(end)) if end <= start => time >= start || time < end,
        // Until midnight, with nothing said about the start: the whole day.
        (None, Some(end)) if end == Time::midnight() => true,
        (start, end) => start.is_none_or(|start| time >= start) && end.is_none_or(|end| time < end),
    }
}

/// The instants inside a stretch at which a restriction by the clock may begin or cease to hold.
pub(super) fn changes(
    restrictions: &Restrictions,
    within: (Timestamp, Timestamp),
    zone: &TimeZone,
    days: usize,
) -> Result<Vec<Timestamp>, LimitName> {
    let mut found = Vec::new();
    for kind in clock_kinds(restrictions) {
        found.extend(changes_of(kind, restrictions, within, zone, days)?);
    }
    Ok(found)
}

fn changes_of(
    kind: RestrictionKind,
    restrictions: &Restrictions,
    (first, last): (Timestamp, Timestamp),
    zone: &TimeZone,
    days: usize,
) -> Result<Vec<Timestamp>, LimitName> {
    let times: Vec<Time> = match kind {
        RestrictionKind::TimeOfDay => {
            let bounds = [restrictions.start_time, restrictions.end_time];
            // The day begins anew at midnight where only one of the two is given.
            let midnight = bounds.iter().any(Option::is_none).then_some(Time::midnight());
            bounds.into_iter().flatten().chain(midnight).collect()
        }
        _ => vec![Time::midnight()],
    };
    let (first_day, last_day) = (zone.to_datetime(first).date(), zone.to_datetime(last).date());
    let mut found = Vec::new();
    let mut day = first_day;
    for count in 0.. {
        if count > days {
            return Err(LimitName::BillDays);
        }
        for time in &times {
            if let Ok(instant) = zone.to_timestamp(day.to_datetime(*time))
                && first < instant
                && instant < last
            {
                found.push(instant);
            }
        }
        match day.tomorrow() {
            Ok(next) if next <= last_day => day = next,
            _ => break,
        }
    }
    Ok(found)
}
