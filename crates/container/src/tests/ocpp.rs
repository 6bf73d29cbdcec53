//! Logs of messages.

#![allow(clippy::string_slice, reason = "the texts of these tests are ASCII")]

use eichrecht_model::{ClaimId, ClaimSource, ClaimedPermission, Limits};

use crate::testing::{errors, open, open_with, texts};

const START: &str = r#"[2,"a","StartTransaction",{"connectorId":1,"idTag":"U","meterStart":10,"timestamp":"2026-03-29T01:58:00Z"}]"#;
const ANSWER: &str = r#"[3,"a",{"idTagInfo":{"status":"Accepted"},"transactionId":7}]"#;
const STOP: &str = r#"[2,"b","StopTransaction",{"transactionId":7,"meterStop":30,"timestamp":"2026-03-29T02:58:00Z","transactionData":[{"timestamp":"2026-03-29T02:58:00Z","sampledValue":[{"value":"*signed*","context":"Transaction.End","format":"SignedData"},{"value":"30"}]}]}]"#;

fn log(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("2026-03-29T04:00:00Z CP-1 {line}\n")).collect()
}

#[test]
fn a_session_becomes_a_claim_and_its_records_name_it() {
    let found = open(log(&[r#"[2,"z","Authorize",{"idTag":"U"}]"#, START, ANSWER, STOP]));
    assert_eq!(texts(&found), ["*signed*"]);
    let declared = &found.records[0].declared;
    assert_eq!((declared.claim, declared.transaction_id.as_deref()), (Some(ClaimId(1)), Some("7")));
    assert_eq!(declared.context.as_deref(), Some("Transaction.End"));
    let claim = &found.claims[0];
    assert_eq!((claim.source, claim.session.as_deref(), claim.station.as_deref()), (ClaimSource::MessageLog, Some("7"), Some("CP-1")));
    assert_eq!(claim.claimed_energy().unwrap().value.to_string(), "20");
    assert_eq!(claim.allowed, Some(ClaimedPermission::Presented));
    assert!(claim.events.is_empty() && found.errors.is_empty(), "{:?} {:?}", claim.events, found.errors);
    // Where a value stands in the log as it is, its place is known.
    let text = log(&[START, ANSWER, STOP]);
    let span = open(&text).records[0].span.clone().unwrap();
    assert_eq!(&text[span], "*signed*");
}

#[test]
fn sessions_of_stations_with_the_same_number_are_two() {
    let text = log(&[START, ANSWER, STOP]);
    let found = open(format!("{text}{}", text.replace("CP-1", "CP-2")));
    assert_eq!((found.claims.len(), found.records.len()), (2, 2));
    assert_ne!(found.records[0].declared.claim, found.records[1].declared.claim);
}

#[test]
fn a_log_is_not_guessed_at() {
    // Names of messages in other text make no log.
    for text in ["StartTransaction and StopTransaction *x*", r#"{"note":"meterStart"} *x*"#, r#"{"a":"Heartbeat"} meterStop *x*"#] {
        let found = open(text);
        assert!(found.claims.is_empty(), "{text}");
        assert_eq!(texts(&found), ["*x*"], "{text}");
    }
}

#[test]
fn a_broken_message_about_a_session_is_told() {
    let cut = &STOP[..STOP.len() / 2];
    assert_eq!(errors(&open(log(&[START, ANSWER, cut, STOP]))), [("message-unreadable", "in")]);
    // Of others nothing is lost.
    assert!(errors(&open(log(&[START, ANSWER, r#"[2,"c","Heartbeat",{"#, STOP]))).is_empty());
}

#[test]
fn limits_are_named() {
    let tight = |change: fn(&mut Limits)| {
        let mut limits = Limits::default();
        change(&mut limits);
        let second = START.replace("01:58", "11:58").replace("\"a\"", "\"c\"");
        open_with(log(&[START, ANSWER, STOP, &second]), &limits)
    };
    assert_eq!(errors(&tight(|limits| limits.messages = 2)), [("limit", "in")]);
    assert_eq!(errors(&tight(|limits| limits.claims = 1))[0], ("limit", "in"));
}

#[test]
fn hostile_logs_come_to_an_end() {
    let many = 2_000;
    for text in [
        format!("{START}\n{}", r#"[2,"a","StopTransaction","#.repeat(many)),
        format!("{START}\n{}", "<Envelope ".repeat(many)),
        format!("{START}\n{}", "{".repeat(many * 10)),
        format!("{START}\n{}", "{} ".repeat(many * 10)),
        format!("{START}\n{}", "[2,'".repeat(many)),
        format!("{START}\n{}", r#"{\"a\":"#.repeat(many)),
        format!("{START}\n{}", "{\"\"".repeat(many)),
        log(&vec![START; 500]),
        log(&vec![STOP; 500]),
    ] {
        let found = open(&text);
        assert!(!found.claims.is_empty(), "{}", &text[..200.min(text.len())]);
    }
}
