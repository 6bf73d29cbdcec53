//! What is missing on the way of a session. It alters nothing that is signed; it is told so that nobody wonders.

use eichrecht_model::{ClaimedEvent, ClaimedTime, SessionClaim};

use super::sessions::{Session, Station};

/// Seconds without a message that are never called a gap.
const SHORTEST_S: i64 = 60;
/// Samples from which the usual interval can be told.
const ENOUGH: usize = 5;
/// Gaps of one session that are told.
const TOLD: usize = 20;
/// The settings for the interval of samples: OCPP 1.6, and 2.0.1.
const INTERVALS: [&str; 2] = ["metervaluesampleinterval", "txupdatedinterval"];
/// Settings that decide whether values are signed and sent, and the values with which they are not.
const SIGNING: [(&str, &[&str]); 5] = [
    ("stoptxnsampleddata", &[""]),
    ("sampleddatasignreadings", &["false", ""]),
    ("stoptransactionsignaturecontexts", &[""]),
    ("signreadings", &["false"]),
    ("signstartedreadings", &["false"]),
];

/// Times for which nothing came although samples were due.
pub(super) fn silences(session: &Session, station: &Station, claim: &mut SessionClaim) {
    // Who sends no samples at all is not silent.
    if session.sampled < 2 {
        return;
    }
    let ends = [&claim.begin, &claim.end];
    let mut times: Vec<(i64, &ClaimedTime)> =
        session.times.iter().chain(ends.into_iter().flatten()).filter_map(|time| Some((time.instant?.as_second(), time))).collect();
    times.sort_by_key(|(second, _)| *second);
    let steps: Vec<i64> =
        times.iter().zip(times.iter().skip(1)).map(|(before, after)| after.0 - before.0).filter(|step| *step > 0).collect();
    let Some(interval_s) = set_interval(station).or_else(|| usual(&steps)) else { return };
    let longest = interval_s.saturating_mul(3).max(interval_s.saturating_add(SHORTEST_S));
    let silences: Vec<ClaimedEvent> = times
        .iter()
        .zip(times.iter().skip(1))
        .filter(|(before, after)| after.0 - before.0 > longest)
        .take(TOLD)
        .map(|(before, after)| ClaimedEvent::Silence { from: before.1.clone(), to: after.1.clone(), interval_s })
        .collect();
    claim.events.extend(silences);
}

fn set_interval(station: &Station) -> Option<i64> {
    INTERVALS.iter().find_map(|name| station.settings.get(*name)?.trim().parse().ok()).filter(|seconds| *seconds > 0)
}

/// The step in the middle, by size.
fn usual(steps: &[i64]) -> Option<i64> {
    let mut sorted = steps.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().filter(|_| sorted.len() >= ENOUGH)
}

/// Events that were numbered and did not come. What is missing before the first or behind the last cannot be told.
pub(super) fn missing_messages(session: &Session, claim: &mut SessionClaim) {
    let (Some(first), Some(last)) = (session.numbers.first(), session.numbers.last()) else { return };
    let there = u64::try_from(session.numbers.len()).unwrap_or(u64::MAX);
    let count = (last - first).saturating_add(1).saturating_sub(there);
    if count > 0 {
        claim.events.push(ClaimedEvent::MessagesMissing { count });
    }
}

/// Settings of the station by which values come unsigned or not at all. They explain, and excuse nothing.
pub(super) fn settings(station: &Station) -> Vec<ClaimedEvent> {
    let off = SIGNING.iter().filter_map(|(name, off)| {
        let value = station.settings.get(*name)?;
        off.contains(&value.trim().to_ascii_lowercase().as_str()).then_some((name, value))
    });
    off.map(|(name, value)| ClaimedEvent::Setting { name: (*name).to_owned(), value: value.clone() }).collect()
}
