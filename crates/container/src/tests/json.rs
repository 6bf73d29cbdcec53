//! JSON documents that carry signed values.

use eichrecht_model::{Limits, NoteKind};
use proptest::prelude::*;

use crate::Unwrapped;
use crate::testing::{errors, open, open_with, texts};

const CHARGE_IT: &str = r#"{"placeInfo":{"evseId":"DE*TST*E1"},"@id":"s7","signedMeterValues":[
 {"format":"STAR","encoding":"HEX","payload":"*1*","publicKey":"KEY1"}, { "measuredValue" : {"value":"1"}, "transactionId":"t9" }, {"payload":"KjIyMjIyMjIyMio="}]}"#;

const PTB: &str = r#"{"format":"ptb","publicKey":"KEY1","chargeboxIdentifier":"E1","ocmfBegin":"*1*","ocmfEnd":"*2*"}"#;

const CDR: &str = r#"{"id":"c1","total_energy":5,"signed_data":{"encoding_method":"STAR","public_key":"KEY1",
 "signed_values":[{"nature":"Start","plain_data":"9 kWh","signed_data":"*1*"},{"nature":"END","plain_data":"","signed_data":"KjIyMjIyMjIyMio="},{"nature":"Intermediate"}]}}"#;

const CTR: &str = r#"{"@context":["x","https://open.charging.cloud/contexts/CTR+json"],"status":"Valid","chargingSessions":[
 {"@id":"s1","@context":"https://x/SSF/STARv1+json","original":"KjIyMjIyMjIyMio="},{"@id":"s2","@context":"https://x/SSF/Other+json","original":"cGxhaW4gdGV4dA==","signature":"00ff"},{"measurements":[]}],
 "pools":[{"meters":[{"publicKeys":[{"algorithm":"a","value":"0401","encoding":"HEX"}]}]}]}"#;

fn roles(unwrapped: &Unwrapped) -> Vec<Option<&str>> {
    unwrapped.records.iter().map(|record| record.declared.context.as_deref()).collect()
}

#[test]
fn values_of_charge_it() {
    let found = open(CHARGE_IT);
    assert_eq!(texts(&found), ["*1*", r#"{ "measuredValue" : {"value":"1"}, "transactionId":"t9" }"#, "*222222222*"]);
    assert_eq!(roles(&found), [Some("Transaction.Begin"), None, Some("Transaction.End")]);
    let ids: Vec<_> = found.records.iter().map(|record| record.declared.transaction_id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["s7", "t9", "s7"]);
    assert!(found.records.iter().all(|record| record.declared.charge_point.as_deref() == Some("DE*TST*E1")));
    assert_eq!(found.records[0].key.as_ref().unwrap().bytes, b"KEY1");
    assert_eq!(found.records[0].location.to_string(), "in > signedMeterValues[1]");
    assert_eq!(found.notes.iter().map(|note| (note.kind, note.field.as_str())).collect::<Vec<_>>(), [(NoteKind::SenderData, "placeInfo")]);
    // What stands in the file as it is has its place there.
    for record in found.records.iter().take(2) {
        assert_eq!(CHARGE_IT.as_bytes().get(record.span.clone().unwrap()).unwrap(), record.bytes);
    }
    assert!(found.records[2].span.is_none());
    assert_eq!(errors(&found), []);
}

#[test]
fn begin_and_end_of_the_ptb() {
    let found = open(PTB);
    assert_eq!(texts(&found), ["*1*", "*2*"]);
    assert_eq!(roles(&found), [Some("Transaction.Begin"), Some("Transaction.End")]);
    assert!(found.records.iter().all(|record| record.key.as_ref().is_some_and(|key| key.bytes == b"KEY1")));
    assert_eq!(found.records[1].location.to_string(), "in > ocmfEnd");
}

#[test]
fn signed_values_of_ocpi() {
    for text in
        [CDR.to_owned(), format!("[{CDR}]"), format!(r#"{{"status_code":1000,"data":[{CDR}]}}"#), CDR.replace("signed_data", "signedData")]
    {
        let found = open(&text);
        assert_eq!(texts(&found)[..2], ["*1*", "*222222222*"]);
        assert_eq!(roles(&found), [Some("Transaction.Begin"), Some("Transaction.End"), Some("Intermediate")]);
        // A value without data is not passed over.
        assert_eq!(found.records[2].bytes, br#"{"nature":"Intermediate"}"#);
        assert_eq!(found.records[0].declared.transaction_id.as_deref(), Some("c1"));
        assert_eq!(found.records[0].declared.format.as_deref(), Some("STAR"));
        // What the sender decoded is a claim and nothing else.
        assert!(found.records[0].notes.iter().any(|note| note.kind == NoteKind::SenderData && note.found == "9 kWh"));
        assert_eq!((found.claims.len(), found.claims[0].session.as_deref()), (1, Some("c1")));
        assert_eq!(found.records[0].declared.claim, Some(found.claims[0].id));
    }
    assert_eq!(open(format!("[{CDR},{CDR}]")).records.len(), 6);
    assert_eq!(open(r#"{"encoding_method":"STAR","signed_values":[{"signed_data":"*1*"}]}"#).records.len(), 1);
}

#[test]
fn sessions_of_chargy() {
    let found = open(CTR);
    assert_eq!(texts(&found), ["*222222222*", "plain text", r#"{"measurements":[]}"#]);
    assert_eq!(found.records[1].declared.detached_signature.as_deref(), Some([0, 0xFF].as_slice()));
    assert_eq!(found.records[1].declared.format.as_deref(), Some("Other"));
    assert_eq!(found.keys.len(), 1);
    assert_eq!((found.keys[0].bytes.as_slice(), found.keys[0].declared_encoding.as_deref()), (b"0401".as_slice(), Some("HEX")));
    assert_eq!(found.keys[0].location.to_string(), "in > pools[1].meters[1].publicKeys[1]");
}

#[test]
fn keys_alone() {
    let key = r#"{"@context":"https://open.charging.cloud/contexts/publicKey+json","value":"0401","signatures":[{"value":"7"}]}"#;
    let found = open(key);
    assert_eq!((found.records.len(), found.keys.len(), errors(&found).len()), (0, 1, 0));
    let apart = r#"{"@context":"https://x/contexts/PublicKeyInfo+json","x":"AA","y":"BB"}"#;
    assert_eq!(open(apart).keys[0].bytes, b"04AABB");
    assert_eq!(open(format!(r#"{{"publicKeys":[{key},{apart}]}}"#)).keys.len(), 2);
}

#[test]
fn members_that_stand_twice_are_errors() {
    for (text, from, to) in [
        (PTB, r#""ocmfEnd""#, r#""ocmfEnd":"*3*","ocmfEnd""#),
        (PTB, r#""publicKey""#, r#""publicKey":"KEY2","publicKey""#),
        (CDR, r#""nature":"END""#, r#""nature":"END","nature":"Start""#),
        (CHARGE_IT, r#""placeInfo""#, r#""placeInfo":1,"placeInfo""#),
        (CTR, r#""status""#, r#""status":1,"status""#),
    ] {
        let found = open(text.replacen(from, to, 1));
        assert!(errors(&found).iter().any(|(kind, _)| *kind == "duplicate-element"), "{to}");
    }
    // Of lists that stand twice none is chosen, and none is passed over.
    let twice = CDR.replacen(r#""signed_values":["#, r#""signed_values":[{"signed_data":"*7*"}],"signed_values":["#, 1);
    assert!(texts(&open(twice)).iter().any(|text| text.contains("*7*")));
}

#[test]
fn other_json_is_searched_as_text() {
    assert_eq!(errors(&open(r#"{"@context":"https://schema.org","data":{"a":1}}"#)), [("nothing-found", "in")]);
    assert_eq!(errors(&open(r#"{"signedMeterValues":[]}"#)), [("nothing-found", "in")]);
    assert_eq!(texts(&open(r#"{"log":"*1*"}"#)), ["*1*"]);
    // Broken in the middle: what can be found is found.
    assert!(texts(&open(PTB.strip_suffix("\"}").unwrap())).contains(&"*1*"));
}

#[test]
fn limits_hold() {
    let mut limits = Limits::default();
    limits.records = 5;
    let many = format!(r#"{{"signedMeterValues":[{}7]}}"#, "7,".repeat(100));
    let found = open_with(&many, &limits);
    assert_eq!((found.records.len(), errors(&found)), (5, vec![("limit", "signedMeterValues[6]")]));
    let deep = format!(r#"{{"signedMeterValues":{}{}}}"#, r#"{"a":"#.repeat(5_000), "}".repeat(5_000));
    assert_eq!(errors(&open(deep)), [("nothing-found", "in")]);
    let key = PTB.replace("KEY1", &"K".repeat(70_000));
    assert!(errors(&open(key)).iter().any(|(kind, _)| kind.starts_with("limit")));
    // A claim that is copied to every value must not multiply the size of the input.
    let claimed = format!(r#"{{"placeInfo":{{"evseId":"{}"}},"signedMeterValues":[{}7]}}"#, "E".repeat(1 << 20), "7,".repeat(2_000));
    assert!(open(claimed).records.len() < 200);
    let nested = r#"{"data":"#.repeat(20) + CDR + &"}".repeat(20);
    assert!(!open(nested).records.is_empty());
}

proptest! {
    #[test]
    fn damaged_documents_never_panic_and_never_pass_in_silence(which in 0usize..4, at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = [CHARGE_IT, PTB, CDR, CTR][which].as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let found = open(&bytes);
        prop_assert!(!found.records.is_empty() || !found.keys.is_empty() || !found.errors.is_empty());
    }

    #[test]
    fn every_value_of_a_list_is_handed_on(count in 1usize..30) {
        let list: Vec<String> = (0..count).map(|number| format!(r#"{{"payload":"*{number}*"}}"#)).collect();
        let found = open(format!(r#"{{"signedMeterValues":[{}]}}"#, list.join(" , ")));
        prop_assert_eq!(found.records.len(), count);
    }
}
