//! What holds for all rules about histories together: each fault is told once, by one rule, and nothing else is.

use eichrecht_model::*;

use super::judge_history;
use super::testing::*;

fn fact<'a>(finding: &'a HistoryFinding, name: &str) -> &'a str {
    finding.fact(name).unwrap_or_else(|| panic!("{} has no {name}", finding.code))
}

#[test]
fn a_chain_of_sessions_is_quiet() {
    let records = [session(1, "1.0", "2.0", 0), session(3, "2.00", "3.5", 90), session(5, "3.5", "3.5", 200)].concat();
    assert_eq!(codes(&history(records)), [""; 0]);
    assert_eq!(codes(&history([whole(7, "1", "2", 0), whole(8, "2", "3", 90)])), [""; 0]);
    assert_eq!(codes(&history([])), [""; 0]);
}

#[test]
fn a_gap_names_the_energy_in_it_and_is_excused_by_other_meters_of_the_signer() {
    let mut course = history([session(1, "1.0", "2.0", 0), session(6, "4.5", "5.0", 300)].concat());
    let found = judge_history(&course);
    assert_eq!(codes(&course), ["LED001"]);
    assert_eq!((fact(&found[0], "unseen"), fact(&found[0], "energy"), fact(&found[0], "moved")), ("3", "2.5 kWh", "yes"));
    let page = |context, number| Pagination { context, number };
    course.counted_elsewhere = [3, 4, 5].map(|number| page(PaginationContext::Fiscal, number)).to_vec();
    assert_eq!(codes(&course), ["LED001"], "another counter excuses nothing");
    course.counted_elsewhere = [3, 4].map(|number| page(PaginationContext::Transaction, number)).to_vec();
    assert_eq!(fact(&judge_history(&course)[0], "unseen"), "1");
    // With the last one seen no session can have had the energy.
    course.counted_elsewhere.push(page(PaginationContext::Transaction, 5));
    assert_eq!(codes(&course), ["LED005"]);
}

#[test]
fn a_gap_within_a_session_moves_nothing_outside() {
    let mut records = session(1, "1.0", "2.0", 0);
    records[1].pagination.as_mut().unwrap().number = 9;
    let found = judge_history(&history(records));
    assert_eq!((found.len(), found[0].code, fact(&found[0], "place"), fact(&found[0], "moved")), (1, "LED001", "session", "no"));
}

#[test]
fn of_a_forked_page_nothing_else_is_told() {
    let mut other = past(2, PastRole::End, "9.9", 61);
    other.signed_sha256[31] = 1;
    let records = [session(1, "1.0", "2.0", 0).to_vec(), session(3, "2.0", "3.0", 90).to_vec(), vec![other]].concat();
    let found = judge_history(&history(records.clone()));
    assert_eq!((codes(&history(records)), found[0].records.len()), (vec!["LED002"], 2));
}

#[test]
fn one_record_in_two_sessions() {
    let [mut a, mut b] = session(1, "1.0", "2.0", 0);
    let [mut c, mut d] = session(3, "2.0", "3.0", 90);
    delivered(&mut a, &mut b);
    delivered(&mut c, &mut d);
    let fine = history([a.clone(), b.clone(), c.clone(), d.clone()]);
    assert_eq!(codes(&fine), [""; 0]);
    delivered(&mut a, &mut d);
    let found = judge_history(&history([a.clone(), b.clone(), c.clone(), d.clone()]));
    assert_eq!((found.len(), found[0].code, fact(&found[0], "other")), (1, "LED003", "T1 … T2"));
}

#[test]
fn numbers_of_one_kind_only_are_compared() {
    let number = |numbering, id: &str, input: &str| Claim::Number { numbering, id: id.into(), role: None, input: input.into() };
    let with = |claims: &[Claim]| {
        let mut record = whole(1, "1", "2", 0);
        record.claims = claims.to_vec();
        codes(&history([record]))
    };
    let first = number(Numbering::Transaction, "7", "a");
    assert_eq!(with(&[first.clone(), number(Numbering::Transaction, "7", "b")]), [""; 0]);
    assert_eq!(with(&[first.clone(), number(Numbering::ChargeDetailRecord, "8", "b")]), [""; 0]);
    assert_eq!(with(&[number(Numbering::CreditNote, "1", "a"), number(Numbering::CreditNote, "2", "b")]), [""; 0]);
    assert_eq!(with(&[first, number(Numbering::Transaction, "8", "b")]), ["LED003"]);
}

#[test]
fn registers_fall_by_what_their_digits_can_show() {
    let two = |end: &str, begin: &str| codes(&history([whole(1, "1.0", end, 0), whole(2, begin, "9.0", 90)]));
    assert_eq!(two("2.50", "2.4"), ["LED004"]);
    // 2.4 may have been 2.45: the coarser reading cannot tell.
    assert_eq!(two("2.45", "2.4"), [""; 0]);
    assert_eq!(two("2.4", "2.45"), [""; 0]);
    assert_eq!(two("2.4", "2.5"), ["LED005"]);
    let mut unusable = whole(2, "0.5", "9.0", 90);
    unusable.readings[0].usable = false;
    assert_eq!(codes(&history([whole(1, "1.0", "2.5", 0), unusable])), [""; 0], "what the meter disowns is no evidence");
    let mut in_wh = whole(2, "2500", "9000", 90);
    in_wh.readings.iter_mut().for_each(|reading| reading.unit = Some(Unit::WattHour));
    assert_eq!(codes(&history([whole(1, "1.0", "2.5", 0), in_wh])), [""; 0]);
}

#[test]
fn several_registers_are_one_finding_and_session_registers_none() {
    let with = |page, values: [&str; 4], register: &str, minutes| {
        let [begin, end, other_begin, other_end] = values;
        let mut record = whole(page, begin, end, minutes);
        record.readings.push(reading(PastRole::Begin, register, other_begin, minutes));
        record.readings.push(reading(PastRole::End, register, other_end, minutes + 60));
        record
    };
    let two = |first, second, register| [with(1, first, register, 0), with(2, second, register, 90)];
    let found = judge_history(&history(two(["1.0", "2.0", "5.0", "5.5"], ["3.0", "4.0", "6.0", "6.5"], "1-0:2.8.0")));
    assert_eq!((found.len(), found[0].code, fact(&found[0], "register"), fact(&found[0], "others")), (1, "LED005", "1-0:1.8.0", "1"));
    let records = two(["1.0", "2.0", "0", "5.5"], ["2.0", "4.0", "0", "6.5"], "1-0:98.8.0");
    assert_eq!(codes(&history(records)), [""; 0], "a register that begins at zero each time neither falls nor rises");
}

#[test]
fn a_session_without_end_has_let_energy_flow() {
    let found = judge_history(&history([
        past(1, PastRole::Begin, "1.0", 0),
        past(2, PastRole::Begin, "3.0", 90),
        past(3, PastRole::End, "4.0", 95),
    ]));
    assert_eq!((found.len(), found[0].code, fact(&found[0], "open")), (1, "LED005", "yes"));
}

#[test]
fn sessions_inside_one_another_are_told_once() {
    let (mut a, mut d) = (past(1, PastRole::Begin, "1.0", 0), past(4, PastRole::End, "4.0", 60));
    let (mut b, mut c) = (past(2, PastRole::Begin, "2.0", 10), past(3, PastRole::End, "3.0", 20));
    delivered(&mut a, &mut d);
    delivered(&mut b, &mut c);
    assert_eq!(codes(&history([a, b, c, d])), ["LED007"]);
    // In one record each, by time and register.
    assert_eq!(codes(&history([whole(1, "1.0", "3.0", 0), whole(2, "2.0", "4.0", 30)])), ["LED007"]);
    assert_eq!(codes(&history([whole(1, "1.0", "3.0", 0), whole(2, "2.0", "4.0", 90)])), ["LED004"]);
}

#[test]
fn readings_in_between_are_no_foreign_sessions() {
    let (mut begin, mut end) = (past(1, PastRole::Begin, "1.0", 0), past(3, PastRole::End, "2.0", 60));
    delivered(&mut begin, &mut end);
    assert_eq!(codes(&history([begin, past(2, PastRole::Between, "1.5", 30), end])), [""; 0]);
}

#[test]
fn clocks_that_were_never_set_are_left_out() {
    let two = |minutes, change: &dyn Fn(&mut PastTime)| {
        let mut later = whole(2, "2.0", "3.0", minutes);
        later.readings.iter_mut().for_each(|reading| change(reading.time.as_mut().unwrap()));
        codes(&history([whole(1, "1.0", "2.0", 0), later]))
    };
    assert_eq!(two(30, &|_| {}), ["LED008"]);
    assert_eq!(two(59, &|_| {}), [""; 0], "a minute is the ordinary setting of a clock");
    assert_eq!(two(30, &|time| time.sync = TimeSync::Unknown), [""; 0]);
    assert_eq!(two(30, &|time| time.instant = jiff::Timestamp::UNIX_EPOCH), [""; 0]);
}

#[test]
fn seconds_are_the_witness_of_the_clock() {
    let two = |first, second, minutes| {
        let mut records = [whole(1, "1.0", "2.0", 0), whole(2, "2.0", "3.0", minutes)];
        (records[0].seconds_index, records[1].seconds_index) = (Some(first), Some(second));
        codes(&history(records))
    };
    assert_eq!(two(5000, 5000 + 90 * 60, 90), [""; 0]);
    assert_eq!(two(5000, 5000 + 90 * 60 - 50, 90), [""; 0]);
    assert_eq!(two(5000, 5000 + 80 * 60, 90), ["LED009"]);
    assert_eq!(two(5000, 10, 90), ["LED010"]);
    assert_eq!(two(u64::MAX, u64::MAX, 90), [""; 0]);
}

#[test]
fn without_numbers_only_the_register_tells() {
    let unnumbered = |mut record: PastRecord| {
        record.pagination = None;
        record
    };
    let two = |begin: &str, minutes| codes(&history([whole(1, "1.0", "2.0", 0), whole(2, begin, "9.0", minutes)].map(unnumbered)));
    assert_eq!(two("2.0", 90), [""; 0]);
    assert_eq!(two("2.0", 60), [""; 0], "begin and end in the same second");
    assert_eq!(two("3.0", 90), ["LED006"]);
    assert_eq!(two("1.5", 90), ["LED004"]);
    assert_eq!(two("1.5", 30), ["LED007"]);
    // Without any clock the register itself is the order: sessions that share energy overlap.
    let timeless = |record: PastRecord| {
        let mut record = unnumbered(record);
        record.readings.iter_mut().for_each(|reading| reading.time = None);
        record
    };
    let two = |begin: &str| codes(&history([whole(1, "1.0", "2.0", 0), whole(2, begin, "9.0", 0)].map(timeless)));
    assert_eq!((two("2.0"), two("3.0"), two("1.5")), (vec![], vec!["LED006"], vec!["LED007"]));
}

#[test]
fn records_that_tell_their_begin_again_are_one_session() {
    let state = |page, minutes, role, value: &str| {
        let mut record = past(page, PastRole::Begin, "1.0", 0);
        record.begin_retold = true;
        record.readings.push(reading(role, "1-0:1.8.0", value, minutes));
        record
    };
    let first = [state(1, 10, PastRole::Between, "1.2"), state(2, 60, PastRole::End, "2.0")];
    let records = [first.to_vec(), vec![whole(3, "2.0", "3.0", 90)]].concat();
    assert_eq!(codes(&history(records)), [""; 0]);
}

fn relative(serial: &str, key: &str, first: i64, last: i64) -> Relative {
    let at = |minutes: i64| Some(jiff::Timestamp::from_second(1_767_225_600 + minutes * 60).unwrap());
    let meter = KeyedMeter { serial: Some(serial.into()), key: key.into(), ..KeyedMeter::default() };
    Relative { meter, same_charge_point: true, first: at(first), last: at(last) }
}

#[test]
fn another_key_is_told_by_the_older_one_only() {
    let mut course = history(session(1, "1.0", "2.0", 0));
    course.relatives = vec![relative("M", "22", 100, 200)];
    let found = judge_history(&course);
    assert_eq!((found.len(), found[0].code, fact(&found[0], "order")), (1, "LED011", "after"));
    course.relatives = vec![relative("M", "22", 30, 200)];
    assert_eq!(fact(&judge_history(&course)[0], "order"), "together");
    course.relatives = vec![relative("M", "22", -100, -50)];
    assert_eq!(codes(&course), [""; 0]);
    // Two makers may give one serial number.
    course.relatives = vec![relative("M", "22", 30, 200)];
    course.relatives[0].meter.manufacturer = Some("OTHER".into());
    assert!(!codes(&course).contains(&"LED011"));
}

#[test]
fn an_exchange_with_and_without_a_closing_reading() {
    let mut course = history(session(1, "1.0", "2.0", 0));
    course.relatives = vec![relative("N", "22", 100, 200)];
    assert_eq!(codes(&course), ["LED014"]);
    let mut closing = past(1, PastRole::None, "2.0", 70);
    closing.pagination.as_mut().unwrap().context = PaginationContext::Fiscal;
    closing.signed_sha256[31] = 1;
    course.records.push(closing);
    assert_eq!(codes(&course), ["LED013"]);
    // Two meters that sign at the same time are two meters.
    course.relatives = vec![relative("N", "22", 30, 200)];
    assert_eq!(codes(&course), [""; 0]);
    // Nothing ties the two together.
    course.relatives = vec![Relative { same_charge_point: false, ..relative("N", "22", 100, 200) }];
    assert_eq!(codes(&course), [""; 0]);
}

#[test]
fn software_is_told_once_for_each_change() {
    let mut records = [session(1, "1.0", "2.0", 0), session(3, "2.0", "3.0", 90)].concat();
    for (at, record) in records.iter_mut().enumerate() {
        record.software.gateway = Some(if at < 2 { "1" } else { "2" }.into());
    }
    records[1].software.meter = Some("only once".into());
    let found = judge_history(&history(records));
    assert_eq!((found.len(), found[0].code, fact(&found[0], "component")), (1, "LED012", "gateway"));
}

#[test]
fn findings_say_when_they_rest_on_a_report() {
    let mut records = [session(1, "1.0", "2.0", 0), session(5, "2.0", "3.0", 90)].concat();
    assert!(!judge_history(&history(records.clone()))[0].rests_on_report());
    records[2].evidence = EvidenceSource::Report;
    assert!(judge_history(&history(records))[0].rests_on_report());
}

/// Whatever looks at all pairs does not come back in time.
#[test]
fn twenty_thousand_records_inside_one_another() {
    let count = 10_000_u64;
    let mut records: Vec<PastRecord> = (1..=2 * count)
        .map(|page| {
            past(page, if page <= count { PastRole::Begin } else { PastRole::End }, &page.to_string(), i64::try_from(page).unwrap())
        })
        .collect();
    let (begins, ends) = records.split_at_mut(10_000);
    begins.iter_mut().zip(ends.iter_mut().rev()).for_each(|(begin, end)| delivered(begin, end));
    let found = judge_history(&history(records));
    assert!(found.iter().all(|finding| finding.code == "LED007"));
    assert_eq!(found.len(), 9_999);
}
