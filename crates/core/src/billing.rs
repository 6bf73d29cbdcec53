//! Which register of a transaction counts for the bill, and what it says.
//!
//! Basis: OCMF 1.4.1, billing-relevant OBIS codes; for codes it does not list, the register that is known
//! to count import. Export is never added or subtracted.

use eichrecht_model::{
    BillingChoice, CheckedRecord, DeclaredRole, Energy, Measurement, MeasurementRef, MeasuringPoint, ParsedRecord, RecordId, RegisterKind,
    RegisterRun, RegisterScope, TimeQuality, TimeSync,
};

/// Looks up a reading.
pub(crate) type Lookup<'a> = &'a dyn Fn(MeasurementRef) -> Option<&'a Measurement>;

/// Rank of a register for the bill, best first. Compensated registers leave the loss of the cable out,
/// so they go before all others; of two equal ones the one that starts with the transaction is clearer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    CompensatedTransaction,
    CompensatedLifetime,
    ImportTransaction,
    ImportLifetime,
}

/// The billing register: position in `runs`, and why. `None` when two registers are equally good or none is.
pub(crate) fn choose(runs: &[RegisterRun], lookup: Lookup<'_>) -> Option<(usize, BillingChoice)> {
    // Registers read at begin and end come first; without any, what is there is shown.
    let complete: Vec<usize> = positions(runs, |run| !run.begins.is_empty() && !run.ends.is_empty());
    let pool = if complete.is_empty() { positions(runs, |_| true) } else { complete };

    let mut ranked: Vec<(Rank, usize)> = pool.iter().filter_map(|&at| Some((rank(runs.get(at)?)?, at))).collect();
    ranked.sort();
    match ranked.as_slice() {
        [] => only_energy_register(runs, &pool, lookup).map(|at| (at, BillingChoice::OnlyEnergyRegister)),
        [(best, _), (second, _), ..] if best == second => None,
        [(rank, at), ..] => {
            let compensated = matches!(rank, Rank::CompensatedTransaction | Rank::CompensatedLifetime);
            Some((*at, if compensated { BillingChoice::CompensatedImport } else { BillingChoice::Import }))
        }
    }
}

fn positions(runs: &[RegisterRun], wanted: impl Fn(&RegisterRun) -> bool) -> Vec<usize> {
    runs.iter().enumerate().filter(|(_, run)| wanted(run)).map(|(at, _)| at).collect()
}

fn rank(run: &RegisterRun) -> Option<Rank> {
    match run.obis.as_ref()?.kind() {
        RegisterKind::Import(RegisterScope::Transaction, MeasuringPoint::Device) => Some(Rank::CompensatedTransaction),
        RegisterKind::Import(RegisterScope::Lifetime, MeasuringPoint::Device) => Some(Rank::CompensatedLifetime),
        RegisterKind::Import(RegisterScope::Transaction, _) => Some(Rank::ImportTransaction),
        RegisterKind::Import(RegisterScope::Lifetime, _) => Some(Rank::ImportLifetime),
        _ => None,
    }
}

/// The one register with an energy unit, if it does not count export.
fn only_energy_register(runs: &[RegisterRun], pool: &[usize], lookup: Lookup<'_>) -> Option<usize> {
    let is_energy = |run: &RegisterRun| {
        run.begins
            .iter()
            .chain(&run.ends)
            .filter_map(|at| lookup(*at))
            .any(|m| m.unit.as_ref().is_some_and(eichrecht_model::Unit::is_energy))
    };
    let energy: Vec<usize> = pool.iter().copied().filter(|at| runs.get(*at).is_some_and(is_energy)).collect();
    match energy.as_slice() {
        [one] => {
            let exports = runs.get(*one)?.obis.as_ref().is_some_and(|obis| matches!(obis.kind(), RegisterKind::Export(..)));
            (!exports).then_some(*one)
        }
        _ => None,
    }
}

/// End minus begin of a register with exactly one of each, in the unit of the end. `None` when a value
/// is missing or a unit is no unit of energy.
pub(crate) fn stated_energy(run: &RegisterRun, lookup: Lookup<'_>) -> Option<Energy> {
    let (begin, end) = sole_ends(run, lookup)?;
    let (unit, begin_unit) = (end.unit.as_ref()?, begin.unit.as_ref()?);
    if !unit.is_energy() || !begin_unit.is_energy() {
        return None;
    }
    let begin_value = begin_unit.convert(begin.value.as_ref()?, unit)?;
    Some(Energy { value: end.value.as_ref()?.checked_sub(&begin_value)?, unit: unit.clone() })
}

/// Seconds from begin to end by the meter's clock.
pub(crate) fn duration(run: &RegisterRun, lookup: Lookup<'_>) -> Option<i64> {
    let (begin, end) = sole_ends(run, lookup)?;
    Some(end.time.as_ref()?.instant.duration_since(begin.time.as_ref()?.instant).as_secs())
}

/// Seconds from begin to end as the device counted them beside its clock, where it does. A count that runs backwards
/// is none.
pub(crate) fn counted_duration<'a>(run: &RegisterRun, content: &dyn Fn(RecordId) -> Option<&'a ParsedRecord>) -> Option<i64> {
    let ([begin], [end]) = (run.begins.as_slice(), run.ends.as_slice()) else { return None };
    let seconds = if begin.record == end.record {
        content(begin.record)?.counted_seconds?
    } else {
        content(end.record)?.seconds_index?.checked_sub(content(begin.record)?.seconds_index?)?
    };
    i64::try_from(seconds).ok()
}

/// What the times of begin and end are worth. Basis: OCMF 1.4.1, time status.
pub(crate) fn time_quality(run: &RegisterRun, lookup: Lookup<'_>) -> TimeQuality {
    let Some((begin, end)) = sole_ends(run, lookup) else { return TimeQuality::Unusable };
    let flagged = [begin, end].iter().any(|m| m.error_flags.is_some_and(|flags| flags.time));
    match (&begin.time, &end.time) {
        (Some(begin), Some(end)) if !flagged => match (begin.sync, end.sync) {
            (TimeSync::Synchronised, TimeSync::Synchronised) => TimeQuality::Synchronised,
            (_, TimeSync::Relative) => TimeQuality::DurationOnly,
            _ => TimeQuality::Informative,
        },
        _ => TimeQuality::Unusable,
    }
}

fn sole_ends<'a>(run: &RegisterRun, lookup: Lookup<'a>) -> Option<(&'a Measurement, &'a Measurement)> {
    match (run.begins.as_slice(), run.ends.as_slice()) {
        ([begin], [end]) => Some((lookup(*begin)?, lookup(*end)?)),
        _ => None,
    }
}

/// All readings of the given records, sorted by register. The role of a record counts for readings without a
/// reason of their own.
pub(crate) fn register_runs<'a>(
    records: impl Iterator<Item = (eichrecht_model::RecordId, Option<DeclaredRole>, &'a CheckedRecord)>,
) -> Vec<RegisterRun> {
    let mut runs: Vec<RegisterRun> = Vec::new();
    for (position, (record, role, checked)) in records.enumerate() {
        // A begin told again is the first one, not another.
        let told = |reading: &Measurement| reading.reason.as_ref().is_some_and(eichrecht_model::ReadingReason::is_begin);
        let retold = position > 0 && checked.content().begin_retold;
        for (index, measurement) in checked.content().measurements.iter().enumerate() {
            if retold && told(measurement) {
                continue;
            }
            let at = MeasurementRef { record, index };
            let same = |run: &&mut RegisterRun| run.obis == measurement.obis;
            let run = match runs.iter_mut().find(same) {
                Some(run) => run,
                None => {
                    runs.push(RegisterRun { obis: measurement.obis.clone(), begins: Vec::new(), ends: Vec::new(), inner: Vec::new() });
                    let Some(run) = runs.last_mut() else { continue };
                    run
                }
            };
            match (&measurement.reason, role) {
                (Some(reason), _) if reason.is_begin() => run.begins.push(at),
                (Some(reason), _) if reason.is_end() => run.ends.push(at),
                (None, Some(DeclaredRole::Begin)) => run.begins.push(at),
                (None, Some(DeclaredRole::End)) => run.ends.push(at),
                _ => run.inner.push(at),
            }
        }
    }
    runs
}
