//! Keys over time: states of a register, what held when, pins.

#![allow(clippy::string_slice, reason = "the texts of these tests are ASCII")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "code of tests may fail loudly and read files"
)]

mod common;

use common::{charge_point, day, import, key, print, register};
use eichrecht_keystore::{Found, Import, KeyStore, Pin, StoreError, read_key};
use eichrecht_model::{IdentifierKind, KeyDirectory, Limits, RegisteredKey, Standing};

const ID: &str = "DE*TST*E1*1";

/// January: the first key. March: the second. June: none.
fn three_states() -> KeyStore {
    let store = KeyStore::in_memory().unwrap();
    // Not in the order of their dates: an old file may turn up later.
    for (date, text) in [("2026-03-01", key("other-meter")), ("2026-01-01", key("meter")), ("2026-06-01", String::new())] {
        import(&store, &format!("register_{date}.csv"), register(&[(ID, &text)])).unwrap();
    }
    store
}

fn standings(store: &KeyStore, at: Option<&str>) -> Vec<(Standing, Option<String>)> {
    let name = |entry: &eichrecht_model::Registration| match &entry.key {
        RegisteredKey::Key { fingerprint, .. } => Some(fingerprint.clone()),
        RegisteredKey::Missing => None,
        other => panic!("{other:?}"),
    };
    charge_point(store, ID, at).iter().map(|entry| (entry.standing, name(entry))).collect()
}

fn fingerprint(name: &str) -> Option<String> {
    match read_key(key(name).as_bytes(), &Limits::default()) {
        RegisteredKey::Key { fingerprint, .. } => Some(fingerprint),
        other => panic!("{other:?}"),
    }
}

#[test]
fn sessions_are_judged_by_the_register_of_their_time() {
    use Standing::{Between, InForce, OtherPeriod, RegisterYounger};
    let store = three_states();
    let (first, second) = (fingerprint("meter"), fingerprint("other-meter"));
    // Before any state only the oldest one can be asked.
    assert_eq!(standings(&store, Some("2025-12-31"))[0], (RegisterYounger, first.clone()));
    assert!(standings(&store, Some("2025-12-31"))[1..].iter().all(|(standing, _)| *standing == OtherPeriod));
    for at in ["2026-01-01", "2026-02-28"] {
        let found = standings(&store, Some(at));
        assert_eq!(found[..2], [(InForce, first.clone()), (Between, second.clone())], "{at}: exchanged some day before March");
        assert_eq!(found[2].0, OtherPeriod);
    }
    assert_eq!(standings(&store, Some("2026-03-01"))[..2], [(InForce, second.clone()), (Between, None)]);
    let last = standings(&store, None);
    assert_eq!(last[0], (InForce, None));
    assert_eq!(last, standings(&store, Some("2030-01-01")));
    assert_eq!(last[1..].iter().map(|(standing, _)| *standing).collect::<Vec<_>>(), [OtherPeriod, OtherPeriod]);
    let seen: Vec<_> = charge_point(&store, ID, None).iter().map(|entry| (entry.first_seen, entry.last_seen)).collect();
    assert!(seen.contains(&(Some(day("2026-01-01")), Some(day("2026-01-01")))));
}

#[test]
fn a_second_import_keeps_the_history_and_says_what_changed() {
    let store = KeyStore::in_memory().unwrap();
    let points = [(ID, key("meter")), ("DE*TST*E1*2", key("meter"))];
    let text = register(&[(points[0].0, &points[0].1), (points[1].0, &points[1].1)]);
    let first = import(&store, "r_2026-01-01.csv", &text).unwrap();
    assert_eq!((first.new_entries, first.gone_entries, first.known), (2, 0, false));
    let second = import(&store, "r_2026-02-01.csv", register(&[(points[0].0, &points[0].1)])).unwrap();
    assert_eq!((second.new_entries, second.gone_entries), (0, 1));
    let entry = &charge_point(&store, ID, None)[0];
    assert_eq!((entry.first_seen, entry.last_seen), (Some(day("2026-01-01")), Some(day("2026-02-01"))));
    assert_eq!(charge_point(&store, "DE*TST*E1*2", None)[0].standing, Standing::OtherPeriod);
    assert_eq!(charge_point(&store, "DE*TST*E1*2", Some("2026-01-15"))[0].standing, Standing::InForce);
    let states: Vec<_> = store.registers().unwrap().into_iter().map(|state| (state.date, state.entries, state.keys)).collect();
    assert_eq!(states, [(day("2026-01-01"), 2, 2), (day("2026-02-01"), 1, 1)]);

    // The same file again changes nothing, another one of that day only on request.
    let again = import(&store, "copy_2026-01-01.csv", &text).unwrap();
    assert!(again.known && again.key_cells == 2);
    let other = register(&[(ID, &key("other-meter"))]);
    assert!(matches!(import(&store, "r_2026-01-01.csv", &other), Err(StoreError::DateTaken(..))));
    let replace = Import { replace: true, ..Import::new("r_2026-01-01.csv", other.as_bytes(), day("2026-12-31")) };
    store.import(&replace, &Limits::default()).unwrap();
    assert_eq!(print(&charge_point(&store, ID, Some("2026-01-15"))[0]), fingerprint("other-meter").unwrap());
    assert_eq!(print(&charge_point(&store, ID, Some("2026-02-15"))[0]), fingerprint("meter").unwrap());
    assert_eq!(store.registers().unwrap().len(), 2);
}

#[test]
fn lists_of_several_operators_do_not_displace_each_other() {
    let store = KeyStore::in_memory().unwrap();
    let list = |meter: &str| format!("meter;key\n{meter};{}\n", key("meter"));
    import(&store, "north_2026-01-01.csv", list("N1")).unwrap();
    import(&store, "south_2026-02-01.csv", list("S1")).unwrap();
    for meter in ["N1", "S1"] {
        assert_eq!(store.registered_for(IdentifierKind::Meter, meter, None).unwrap()[0].standing, Standing::InForce, "{meter}");
    }
    assert_eq!(store.registered_as(&fingerprint("meter").unwrap(), None).unwrap().len(), 2);
}

#[test]
fn pins_hold_as_long_as_they_say() {
    let store = KeyStore::in_memory().unwrap();
    let meter = read_key(key("meter").as_bytes(), &Limits::default());
    let pin = Pin { charge_point: Some(" de tst e1 1 ".to_owned()), valid_to: Some(day("2026-06-30")), ..Pin::default() };
    assert!(store.pin(&meter, &pin, day("2026-05-01")).unwrap());
    assert!(!store.pin(&meter, &pin, day("2026-05-02")).unwrap(), "twice the same");
    assert_eq!(standings(&store, Some("2020-01-01"))[0].0, Standing::InForce);
    assert_eq!(standings(&store, Some("2026-07-01"))[0].0, Standing::OtherPeriod);
    let entry = &charge_point(&store, ID, None)[0];
    assert_eq!((entry.source.date, entry.first_seen), (None, Some(day("2026-05-01"))));
    assert!(matches!(store.pin(&meter, &Pin::default(), day("2026-05-01")), Err(StoreError::NothingToPinTo)));
    import(&store, "r_2026-01-01.csv", register(&[(ID, &key("meter"))])).unwrap();
    assert_eq!(store.unpin(&fingerprint("meter").unwrap()).unwrap(), 1);
    assert_eq!((store.pins().unwrap(), charge_point(&store, ID, None).len()), (0, 1), "the register stays");
}

#[test]
fn found_by_every_name() {
    let store = KeyStore::in_memory().unwrap();
    import(&store, "l_2026-01-01.csv", format!("evse;meter;gateway;key\n+49*810*000*438;1EMH 7;GW-9;{}\n", key("meter"))).unwrap();
    let print = fingerprint("meter").unwrap();
    let by = |text: &str| store.find(text, None).unwrap().into_iter().map(|(by, _)| by).collect::<Vec<_>>();
    for text in ["+49*810*000*438", "0049 810 000 438", "49*810*000*438"] {
        assert_eq!(by(text), [Found::Identifier(IdentifierKind::ChargePoint)], "{text}");
    }
    assert_eq!(by("1emh7"), [Found::Identifier(IdentifierKind::Meter)]);
    assert_eq!(by(" gw-9"), [Found::Identifier(IdentifierKind::Gateway)]);
    for text in [print.as_str(), &print[..8], &print.to_uppercase()] {
        assert_eq!(by(text), [Found::Fingerprint], "{text}");
    }
    assert!(by(&print[..7]).is_empty() && by("").is_empty() && by("DE*ABC*E1").is_empty());
    import(&store, "r_2026-01-01.csv", register(&[(ID, "")])).unwrap();
    assert_eq!(by("1"), [Found::Station]);
    assert!(by("%").is_empty() && by("' OR 1=1 --").is_empty());
}
