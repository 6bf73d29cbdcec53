//! TIM007: a date before signed charging existed, or in the future.

use eichrecht_model::{Measurement, Severity};
use jiff::{SignedDuration, Timestamp};

use crate::facts::{readable, readings_of};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// No station signed readings before this year.
const FIRST_YEAR: i16 = 2015;
/// How far a clock may be ahead of the caller's.
const AHEAD: SignedDuration = SignedDuration::from_hours(24);

/// Clocks that were never set tell 1970 or the year of their making; others run into the future. One finding for each
/// record, at its first such reading. Without a "now" only the past is looked at.
pub(crate) static RULE: Rule = Rule {
    code: "TIM007",
    name: "date-implausible",
    severity: Severity::Warn,
    basis: &[Basis::Own("no signed charging data is older than 2015, and none comes from the future")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let latest = facts.now.and_then(|now| now.checked_add(AHEAD).ok());
    for (entry, _) in readable(facts, sink) {
        sink.looked();
        let mut odd = readings_of(facts.assessment, entry.id).filter_map(|(at, reading)| Some((at, reading, problem(reading, latest)?)));
        if let Some((at, reading, problem)) = odd.next() {
            let count = odd.count() + 1;
            let date = reading.time.as_ref().map(|time| time.local.date().to_string()).unwrap_or_default();
            sink.measurement(at, vec![("problem", problem.to_owned()), ("date", date), ("count", count.to_string())]);
        }
    }
}

fn problem(reading: &Measurement, latest: Option<Timestamp>) -> Option<&'static str> {
    let time = reading.time.as_ref()?;
    if time.local.year() < FIRST_YEAR {
        Some("past")
    } else if latest.is_some_and(|latest| time.instant > latest) {
        Some("future")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason, TimeSync};

    use super::*;
    use crate::testing::*;

    /// "Now" is the first instant of 2025 in all tests.
    fn at(begin: &str, end: &str) -> eichrecht_model::Assessment {
        let unset = |reason, time: &str| {
            let mut reading = reading(reason, "1", time);
            reading.time.as_mut().unwrap().sync = TimeSync::Unknown;
            reading
        };
        Scene::new().record(record().reading(unset(ReadingReason::Begin, begin)).reading(unset(ReadingReason::End, end))).build()
    }

    #[test]
    fn a_clock_never_set() {
        let found = findings(&RULE, &at("1970-01-01T00:12:00Z", "1970-01-01T01:12:00Z"));
        assert_eq!(found.len(), 1);
        assert_eq!((fact(&found[0], "problem"), fact(&found[0], "date"), fact(&found[0], "count")), ("past", "1970-01-01", "2"));
    }

    #[test]
    fn the_future_begins_a_day_from_now() {
        assert_eq!(run(&RULE, &at("2024-12-31T00:00:00Z", "2025-01-02T00:00:00Z")).1, Outcome::Passed);
        let found = findings(&RULE, &at("2024-12-31T00:00:00Z", "2025-01-02T00:00:01Z"));
        assert_eq!((fact(&found[0], "problem"), fact(&found[0], "count")), ("future", "1"));
    }

    #[test]
    fn the_past_ends_with_2014() {
        assert_eq!(findings(&RULE, &at("2014-12-31T23:59:59Z", "2015-01-01T00:00:00Z")).len(), 1);
        assert_eq!(run(&RULE, &at("2015-01-01T00:00:00Z", "2015-01-01T00:00:00Z")).1, Outcome::Passed);
    }
}
