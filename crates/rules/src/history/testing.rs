//! Small histories for tests.

use std::sync::Arc;

use eichrecht_model::*;

use super::judge_history;

/// A record of one reading: page, role, kilowatt hours, minutes since the first one.
pub(crate) fn past(page: u64, role: PastRole, value: &str, minutes: i64) -> PastRecord {
    let mut signed_sha256 = [0; 32];
    signed_sha256[..8].copy_from_slice(&page.to_be_bytes());
    PastRecord {
        signed_sha256,
        format: Arc::from("ocmf"),
        evidence: EvidenceSource::Checked,
        key_origin: KeyOrigin::User,
        pagination: Some(Pagination { context: PaginationContext::Transaction, number: page }),
        seconds_index: None,
        session: None,
        software: Software::default(),
        charge_point: None,
        begin_retold: false,
        readings: vec![reading(role, "1-0:1.8.0", value, minutes)],
        claims: Vec::new(),
    }
}

pub(crate) fn reading(role: PastRole, register: &str, value: &str, minutes: i64) -> PastReading {
    // 2026-01-01.
    let instant = jiff::Timestamp::from_second(1_767_225_600 + minutes * 60).unwrap();
    PastReading {
        role,
        register: Some(ObisCode::new(register)),
        value: Some(value.parse().unwrap()),
        unit: Some(Unit::KilowattHour),
        time: Some(PastTime { instant, offset_minutes: Some(60), sync: TimeSync::Synchronised }),
        usable: true,
    }
}

/// A session in two records on this page and the next one, an hour long.
pub(crate) fn session(page: u64, begin: &str, end: &str, minutes: i64) -> [PastRecord; 2] {
    [past(page, PastRole::Begin, begin, minutes), past(page + 1, PastRole::End, end, minutes + 60)]
}

/// A session in one record.
pub(crate) fn whole(page: u64, begin: &str, end: &str, minutes: i64) -> PastRecord {
    let mut record = past(page, PastRole::Begin, begin, minutes);
    record.readings.push(reading(PastRole::End, "1-0:1.8.0", end, minutes + 60));
    record
}

/// As delivered in an input, as begin and end of a session.
pub(crate) fn delivered(begin: &mut PastRecord, end: &mut PastRecord) {
    let claim = Claim::Session { begin: begin.short_id(), end: end.short_id(), input: Arc::from("a.xml") };
    begin.claims.push(claim.clone());
    end.claims.push(claim);
}

/// The history of a meter with these records.
pub(crate) fn history(records: impl IntoIterator<Item = PastRecord>) -> History {
    let meter = KeyedMeter { serial: Some("M".into()), key: "11".into(), ..KeyedMeter::default() };
    History { meter, records: records.into_iter().collect(), counted_elsewhere: Vec::new(), relatives: Vec::new() }
}

/// Codes of what is found, whatever the order of the records.
pub(crate) fn codes(history: &History) -> Vec<&'static str> {
    let found = judge_history(history);
    let mut reversed = history.clone();
    reversed.records.reverse();
    assert_eq!(judge_history(&reversed), found, "the order of the records matters");
    found.iter().map(|finding| finding.code).collect()
}
