//! What registers say about a record, as several rules ask it.

use eichrecht_model::{
    CheckedRecord, Identifier, IdentifierKind, RegisterFacts, RegisteredKey, Registration, SourceKind, Standing, UsedKey,
};

use crate::sink::readable;
use crate::{Facts, Sink};

/// What the register says, with the record it says it about.
#[derive(Clone, Copy)]
pub(super) struct Answer<'a> {
    pub(super) register: &'a RegisterFacts,
    pub(super) used: Option<&'a UsedKey>,
}

/// One finding for each record about which a register was asked and `found` gives facts. Where none was asked, the
/// rule has nothing to look at.
pub(super) fn each_asked(facts: Facts<'_>, sink: &mut Sink<'_>, found: impl Fn(Answer<'_>) -> Option<Vec<(&'static str, String)>>) {
    for (entry, record) in readable(facts) {
        let Some(answer) = Answer::of(record) else { continue };
        sink.looked();
        if let Some(facts) = found(answer) {
            sink.record(entry.id, facts);
        }
    }
}

impl<'a> Answer<'a> {
    fn of(record: &'a CheckedRecord) -> Option<Self> {
        Some(Self { register: record.keys().register.as_ref()?, used: record.keys().used.as_ref() })
    }

    /// What is registered for the identifications and holds at the time; what is signed comes first.
    pub(super) fn current(self) -> impl Iterator<Item = (&'a Identifier, &'a Registration)> {
        let asked = |signed: bool| self.register.asked.iter().filter(move |(identifier, _)| identifier.is_signed() == signed);
        asked(true)
            .chain(asked(false))
            .flat_map(|(identifier, found)| found.iter().map(move |entry| (identifier, entry)))
            .filter(|(_, entry)| is_current(entry))
    }

    /// The first identification with keys in the register of which none is the one that was used.
    pub(super) fn other_key(self) -> Option<(&'a Identifier, &'a Registration)> {
        let used = self.used?;
        self.current().find(|(identifier, entry)| {
            let fits = |other: &Registration| other.key.fits(&used.fingerprint);
            let of_same = self.current().filter(|(other, _)| other == identifier);
            entry.key.is_readable() && !of_same.map(|(_, other)| other).any(fits)
        })
    }
}

/// Whether an entry holds at the time of the record, as far as the register can tell.
pub(super) fn is_current(entry: &Registration) -> bool {
    entry.standing != Standing::OtherPeriod
}

/// The entry in a line, most telling part first.
pub(super) fn entry_line(entry: &Registration) -> String {
    let point = entry.charge_point.as_deref().or(entry.meter.as_deref()).or(entry.gateway.as_deref()).or(entry.station.as_deref());
    let parts = [point, entry.operator.as_deref(), entry.place.as_deref()];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "?".to_owned() } else { parts.join(", ") }
}

/// Facts that every text about an entry may use: `entry` in a line, `register` by name, `date` of its state, and
/// for texts to select on `source` (`register`, `list`, `pin`).
pub(super) fn entry_facts(entry: &Registration) -> Vec<(&'static str, String)> {
    vec![
        ("entry", entry_line(entry)),
        ("register", entry.source.name.clone()),
        ("date", entry.source.date.map_or_else(String::new, |date| date.to_string())),
        ("source", entry.source.kind.as_str().to_owned()),
    ]
}

/// Facts about an identification: `identifier` as received, and for texts to select on `kind` and `signed`
/// (`yes`, `no`).
pub(super) fn identifier_facts(identifier: &Identifier) -> Vec<(&'static str, String)> {
    vec![
        ("identifier", identifier.text.clone()),
        ("kind", identifier.kind.as_str().to_owned()),
        ("signed", if identifier.is_signed() { "yes" } else { "no" }.to_owned()),
    ]
}

/// How the places differ at which the key is registered from what the record says of itself.
pub(super) struct Elsewhere<'a> {
    pub(super) identifier: &'a Identifier,
    pub(super) entry: &'a Registration,
    /// The entry is for the same station or shares a signed identification with the record.
    pub(super) near: bool,
}

/// Where the used key is registered, if every entry of it contradicts the record.
pub(super) fn elsewhere(answer: Answer<'_>) -> Option<Elsewhere<'_>> {
    answer.used?;
    let mut best: Option<Elsewhere<'_>> = None;
    for entry in answer.register.of_key.iter().filter(|entry| is_current(entry)) {
        let contradicting =
            || answer.register.asked.iter().map(|(identifier, _)| identifier).filter(|id| answer.register.contradicts(id, entry));
        let identifier = contradicting().next()?;
        let near = contradicting().all(|identifier| is_near(answer.register, identifier, entry));
        if best.as_ref().is_none_or(|best| near && !best.near) {
            best = Some(Elsewhere { identifier, entry, near });
        }
    }
    best
}

fn is_near(register: &RegisterFacts, identifier: &Identifier, entry: &Registration) -> bool {
    let names = |other: &Identifier| {
        let text = entry.text(other.kind).map(|text| other.kind.normalised(text));
        other.is_signed() && text.is_some_and(|text| text == other.normalised())
    };
    if identifier.is_signed() && register.asked.iter().any(|(other, _)| names(other)) {
        return true;
    }
    identifier.kind == IdentifierKind::ChargePoint && (same_station(register, identifier, entry) || neighbours(identifier, entry))
}

fn same_station(register: &RegisterFacts, identifier: &Identifier, entry: &Registration) -> bool {
    let of_identifier = register.asked.iter().filter(|(other, _)| other == identifier).flat_map(|(_, found)| found);
    let mut stations = of_identifier.filter(|found| found.source.name == entry.source.name).filter_map(|found| found.station.as_deref());
    entry.station.as_deref().is_some_and(|station| stations.any(|other| other == station))
}

/// Whether two charging points differ in the last part of their EVSE-IDs only: `…*E123*1` and `…*E123*2`.
fn neighbours(identifier: &Identifier, entry: &Registration) -> bool {
    let stem = |text: &str| {
        let (stem, _) = text.trim().rsplit_once(['*', '-', '_'])?;
        Some(IdentifierKind::ChargePoint.normalised(stem))
    };
    let ours = stem(&identifier.text).filter(|stem| eichrecht_model::is_evse_id(stem));
    ours.is_some() && ours == entry.charge_point.as_deref().and_then(stem)
}

/// The text of an entry that is no key.
pub(super) fn unreadable_text(key: &RegisteredKey) -> Option<&str> {
    match key {
        RegisteredKey::Unreadable { text, .. } => Some(text),
        RegisteredKey::Missing | RegisteredKey::Key { .. } | RegisteredKey::Ambiguous { .. } => None,
    }
}

/// Names of the stations or meters one key is registered for, where these are several without a reason.
pub(super) fn shared(of_key: &[Registration]) -> Option<Vec<String>> {
    use std::collections::BTreeSet;
    let current = || of_key.iter().filter(|entry| is_current(entry));
    let official = || current().filter(|entry| entry.source.kind == SourceKind::Register);
    // The same station may be listed in several registers, under a number of each.
    let registers: BTreeSet<&str> = official().map(|entry| entry.source.name.as_str()).collect();
    for register in registers {
        let of_register = || official().filter(|entry| entry.source.name == register);
        let stations: BTreeSet<&str> = of_register().filter_map(|entry| entry.station.as_deref()).collect();
        if stations.len() > 1 {
            return Some(
                stations
                    .into_iter()
                    .filter_map(|station| of_register().find(|e| e.station.as_deref() == Some(station)))
                    .map(entry_line)
                    .collect(),
            );
        }
    }
    let meters: BTreeSet<String> =
        current().filter_map(|e| e.meter.as_deref()).map(|meter| IdentifierKind::Meter.normalised(meter)).collect();
    let gateways: BTreeSet<Option<&str>> = current().filter(|e| e.meter.is_some()).map(|e| e.gateway.as_deref()).collect();
    let one_gateway = gateways.len() == 1 && gateways.iter().all(Option::is_some);
    (meters.len() > 1 && !one_gateway).then(|| meters.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{FoundBy, KeyOrigin, Provenance, RegisterSource, RegisteredUse};
    use jiff::civil::date;

    use super::*;
    use crate::testing::{Scene, TestRecord, fact, findings, record, used_key};

    const POINT: IdentifierKind = IdentifierKind::ChargePoint;
    const METER: IdentifierKind = IdentifierKind::Meter;

    fn key(fingerprint: &str) -> RegisteredKey {
        let kind = used_key(fingerprint, KeyOrigin::User).kind;
        RegisteredKey::Key { kind, fingerprint: fingerprint.to_owned(), spki: Vec::new() }
    }

    fn ambiguous(fingerprints: [&str; 2]) -> RegisteredKey {
        use eichrecht_model::Curve;
        let fingerprints = fingerprints.map(str::to_owned).to_vec();
        RegisteredKey::Ambiguous { text: "bare".to_owned(), curves: vec![Curve::Secp192k1, Curve::Secp192r1], fingerprints }
    }

    /// An entry of the official register, on a station of its own number.
    fn entry(point: &str, station: &str, key: RegisteredKey) -> Registration {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Registration {
            source: RegisterSource { kind: SourceKind::Register, name: "R".to_owned(), date: Some(date(2026, 3, 1)) },
            standing: Standing::InForce,
            charge_point: some(point),
            station: some(station),
            meter: None,
            gateway: None,
            operator: None,
            place: None,
            key,
            valid_from: None,
            valid_to: None,
            first_seen: None,
            last_seen: None,
        }
    }

    fn of_meter(meter: &str, gateway: Option<&str>, key: RegisteredKey) -> Registration {
        let mut found = entry("", "", key);
        found.source.kind = SourceKind::List;
        found.meter = Some(meter.to_owned());
        found.gateway = gateway.map(str::to_owned);
        found
    }

    fn named(kind: IdentifierKind, text: &str, signed: bool) -> Identifier {
        let provenance = if signed { Provenance::Signed } else { Provenance::Unsigned };
        Identifier { kind, text: text.to_owned(), provenance }
    }

    /// A record checked with the key "k", and what the register says of it.
    fn asked(asked: Vec<(Identifier, Vec<Registration>)>, of_key: Vec<Registration>) -> TestRecord {
        record().key(used_key("k", KeyOrigin::Container)).with(|r| r.keys.register = Some(RegisterFacts { date: None, asked, of_key }))
    }

    fn codes(record: TestRecord) -> Vec<&'static str> {
        let assessment = Scene::new().record(record).build();
        let found = crate::judge(Facts { assessment: &assessment, now: None }).findings;
        found.into_iter().map(|finding| finding.code).filter(|code| ("KEY013".."KEY023").contains(code)).collect()
    }

    #[test]
    fn without_a_register_there_is_nothing_to_look_at() {
        let assessment = Scene::new().record(record()).build();
        for rule in crate::all().into_iter().filter(|rule| ("KEY013".."KEY023").contains(&rule.code)) {
            assert_eq!(crate::testing::run(rule, &assessment).1, eichrecht_model::Outcome::NotApplicable, "{}", rule.code);
        }
    }

    #[test]
    fn a_key_counts_as_another_one_only_if_no_entry_of_the_time_has_it() {
        let ask =
            |entries: Vec<Registration>| codes(asked(vec![(named(POINT, "DE*A*1", true), entries)], vec![entry("DE*A*1", "1", key("k"))]));
        let at = |found: RegisteredKey| entry("DE*A*1", "1", found);
        assert_eq!(ask(vec![at(key("other"))]), ["KEY014"]);
        assert!(ask(vec![at(key("other")), at(key("k"))]).is_empty(), "two meters, or an exchange");
        assert!(ask(vec![at(RegisteredKey::Missing)]).is_empty());
        assert_eq!(ask(vec![at(ambiguous(["x", "y"]))]), ["KEY014", "KEY020"], "it is neither of both");
        assert_eq!(ask(vec![at(ambiguous(["x", "k"]))]), ["KEY020"]);
        let former = Registration { standing: Standing::OtherPeriod, ..at(key("other")) };
        assert!(ask(vec![former.clone()]).is_empty());
        assert_eq!(ask(vec![former, at(key("other"))]), ["KEY014"]);
    }

    #[test]
    fn what_the_file_claims_may_accuse_as_well() {
        let signed = (named(METER, "M1", true), vec![of_meter("M1", None, key("k"))]);
        let claimed = (named(POINT, "DE*AAA*E9*1", false), vec![entry("DE*AAA*E9*1", "9", key("other"))]);
        let record = asked(vec![signed, claimed], vec![of_meter("M1", None, key("k"))]);
        let assessment = Scene::new().record(record).build();
        let found = findings(&crate::key::key014_registered_key_differs::RULE, &assessment);
        assert_eq!((found.len(), fact(&found[0], "signed"), fact(&found[0], "identifier")), (1, "no", "DE*AAA*E9*1"));
    }

    #[test]
    fn registered_elsewhere_or_next_door() {
        let at = |point: &str, station: &str| entry(point, station, key("k"));
        let ask = |ids: Vec<(Identifier, Vec<Registration>)>, of_key: Vec<Registration>| codes(asked(ids, of_key));
        let signed = |text: &str| (named(POINT, text, true), Vec::new());
        assert_eq!(ask(vec![signed("DE*AAA*E1*1")], vec![at("DE*AAA*E2*1", "2")]), ["KEY017"]);
        assert_eq!(ask(vec![signed("DE*AAA*E1*1")], vec![at("DE*AAA*E1*2", "1")]), ["KEY018"], "by the last part of the id");
        let known = (named(POINT, "DEAAAE1X", true), vec![entry("DEAAAE1X", "7", RegisteredKey::Missing)]);
        assert_eq!(ask(vec![known], vec![at("DE*AAA*E9", "7")]), ["KEY018"], "by the number of the station");
        // One entry without a contradiction is enough.
        assert!(ask(vec![signed("DE*AAA*E1*1")], vec![at("DE*AAA*E2*1", "2"), at("de aaa e1 1", "1")]).contains(&"KEY019"));
        assert!(!ask(vec![signed("DE*AAA*E1*1")], vec![at("DE*AAA*E2*1", "2"), at("de aaa e1 1", "1")]).contains(&"KEY017"));
        // Numbers of an operator's own are not held against EVSE-IDs.
        assert!(ask(vec![signed("box 17")], vec![at("DE*AAA*E2*1", "2")]).is_empty());
        // A meter that was exchanged behind the signed charging point; one that only the file puts elsewhere.
        let both = |signed: bool| {
            let mut both = of_meter("M1", None, key("k"));
            both.charge_point = Some("DE*AAA*E1*1".to_owned());
            ask(vec![(named(METER, "M1", true), Vec::new()), (named(POINT, "DE*AAA*E5*1", signed), Vec::new())], vec![both])
        };
        assert_eq!(both(true), ["KEY018"]);
        assert_eq!(both(false), ["KEY017"]);
    }

    #[test]
    fn keys_of_several_places() {
        let at = |point: &str, station: &str| entry(point, station, key("k"));
        assert_eq!(shared(&[at("A", "1"), at("B", "1")]), None);
        assert_eq!(shared(&[at("A", "1"), at("B", "2")]).map(|places| places.len()), Some(2));
        let former = Registration { standing: Standing::OtherPeriod, ..at("B", "2") };
        assert_eq!(shared(&[at("A", "1"), former]), None, "the station moved its meter");
        let other = Registration { source: RegisterSource { name: "S".to_owned(), ..at("B", "2").source }, ..at("B", "2") };
        assert_eq!(shared(&[at("A", "1"), other]), None, "each register has numbers of its own");
        let meter = |serial: &str, gateway: Option<&str>| of_meter(serial, gateway, key("k"));
        assert_eq!(shared(&[meter("M1", None), meter(" m1", None)]), None);
        assert_eq!(shared(&[meter("M1", None), meter("M2", None)]).map(|places| places.len()), Some(2));
        assert_eq!(shared(&[meter("M1", Some("G")), meter("M2", Some("G"))]), None);
        assert!(shared(&[meter("M1", Some("G")), meter("M2", None)]).is_some());
    }

    /// KEY004 gives way only where KEY015 or KEY016 says more. A key that counts less than one the user gave must never
    /// be without any of the three.
    #[test]
    fn a_key_of_weak_origin_is_never_without_a_warning() {
        use KeyOrigin::{Container, Record};
        use Standing::{Between, InForce, OtherPeriod, RegisterYounger};
        for origin in [Record, Container] {
            for standing in [InForce, Between, RegisterYounger, OtherPeriod] {
                for found_by in [FoundBy::Signed(POINT), FoundBy::Claimed(POINT), FoundBy::Key] {
                    let entry = Registration { standing, ..entry("DE*A*1", "1", key("k")) };
                    let mut used = used_key("k", origin);
                    used.registered = Some(Box::new(RegisteredUse { entry: entry.clone(), found_by: found_by.clone() }));
                    let facts = RegisterFacts { date: None, asked: Vec::new(), of_key: vec![entry] };
                    let assessment = Scene::new().record(record().key(used).with(|r| r.keys.register = Some(facts))).build();
                    let found = crate::judge(Facts { assessment: &assessment, now: None }).findings;
                    let warned = found.iter().filter(|finding| ["KEY004", "KEY015", "KEY016"].contains(&finding.code)).count();
                    assert_eq!(warned, 1, "{origin:?} {standing:?} {found_by:?}");
                }
            }
        }
    }

    #[test]
    fn silence_is_told_once() {
        let point = || named(POINT, "DE*A*1", true);
        assert_eq!(codes(asked(vec![(point(), Vec::new())], Vec::new())), ["KEY013"]);
        assert_eq!(codes(asked(vec![(point(), vec![entry("DE*A*1", "1", RegisteredKey::Missing)])], Vec::new())), ["KEY013"]);
        let text = RegisteredKey::Unreadable { text: "folgt".to_owned(), problem: eichrecht_model::KeyProblem::NotDecodable };
        assert_eq!(codes(asked(vec![(point(), vec![entry("DE*A*1", "1", text.clone())])], Vec::new())), ["KEY013", "KEY021"]);
        let both = vec![entry("DE*A*1", "1", text), entry("DE*A*1", "1", key("other"))];
        assert_eq!(codes(asked(vec![(point(), both)], Vec::new())), ["KEY014"], "a readable entry beside it speaks for itself");
    }
}
