//! Histories of meters: each rule of the family LED once triggered and once nearly, as several signed files each.

use serde::{Deserialize, Serialize};

use super::Files;
use crate::fleet::{Delivery, Kind, Meter, Style, made, signed};

/// The schema of the case file.
pub const SCHEMA: &str = "eichrecht-testvectors-ledger/1";
/// The case file, relative to the folder of the vectors.
pub const CASE_FILE: &str = "ledger/cases.json";

/// All cases.
#[derive(Debug, Serialize, Deserialize)]
pub struct Cases {
    /// Name and version of the form of this file.
    pub schema: String,
    /// What it is about, and how to use it.
    pub description: String,
    /// The cases.
    pub cases: Vec<Case>,
}

/// Files that are added to an empty ledger, in any order, and what an audit of it must find.
#[derive(Debug, Serialize, Deserialize)]
pub struct Case {
    /// `ledger/<code>/triggers`, `ledger/<code>/quiet`, with a word behind where a rule has more of them.
    pub id: String,
    /// One sentence.
    pub description: String,
    /// Files, relative to the folder of the vectors.
    pub inputs: Vec<String>,
    /// Codes of all findings, sorted, each as often as it is found.
    pub findings: Vec<String>,
}

/// Sessions of each meter.
const SESSIONS: u32 = 4;

/// Writes the files.
pub fn write_to(files: &mut Files) {
    let mut cases = Vec::new();
    for (number, kind) in (1..).zip(Kind::ALL) {
        let word = match kind {
            Kind::ReplayedPair => "-pair",
            _ => "",
        };
        let (triggers, quiet) = words(kind);
        let mut put = |which: &str, description: &str, meters: Vec<Meter>, findings: Vec<String>| {
            let id = format!("ledger/{}/{which}{word}", kind.code());
            let mut inputs = Vec::new();
            for (name, content) in meters.iter().flat_map(signed::files) {
                inputs.push(format!("{id}/{name}"));
                files.insert(format!("{id}/{name}"), content);
            }
            cases.push(Case { id, description: description.to_owned(), inputs, findings });
        };
        put("triggers", triggers, made(number, kind.style(), SESSIONS, Some(kind)), vec![kind.code().to_owned()]);
        put("quiet", quiet, nearly(number, kind), Vec::new());
    }
    let description = "Add the inputs of a case to an empty ledger in any order and audit it. The records are signed by Ed25519 keys; \
         their seed is SHA-256 of `eichrecht test key: meter NUMBER key 0` (or 1). Lines of Alfen are signed by the key \
         secp192r1 of keys/keys.json.";
    let all = Cases { schema: SCHEMA.to_owned(), description: description.to_owned(), cases };
    files.insert(CASE_FILE.to_owned(), (serde_json::to_string_pretty(&all).unwrap() + "\n").into_bytes());
}

/// The same meter with nothing wrong, as near to the fault as it may come.
fn nearly(number: u32, kind: Kind) -> Vec<Meter> {
    let mut meters = made(number, kind.style(), SESSIONS, None);
    let shift = |meters: &mut [Meter], seconds: i64| {
        let later = meters[0].deliveries.iter_mut().skip(2).flat_map(|delivery| &mut delivery.records);
        later.for_each(|made| made.time += seconds);
    };
    match kind {
        Kind::ReplayedNumber | Kind::ReplayedPair => {
            let again = meters[0].deliveries[1].clone();
            let transaction = if kind == Kind::ReplayedNumber { again.transaction } else { None };
            meters[0].deliveries.push(Delivery { name: again.name.clone() + "-again", transaction, ..again });
        }
        // An hour lies between two sessions.
        Kind::ClockBack => shift(&mut meters, -3640),
        Kind::ClockJump => shift(&mut meters, 40),
        Kind::Exchange | Kind::ExchangeUnread => {
            // A second meter at another charging point, which signs later.
            let mut other = made(number + 100, Style::Counted, SESSIONS, None);
            other[0].deliveries.iter_mut().flat_map(|delivery| &mut delivery.records).for_each(|made| made.time += 86_400);
            meters.append(&mut other);
        }
        _ => {}
    }
    meters
}

fn words(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Gap => ("A session was never delivered.", "All sessions were delivered."),
        Kind::Fork => ("Two different records bear one number.", "Each number was given once."),
        Kind::ReplayedNumber => {
            ("A session was delivered under two transaction numbers.", "A session was delivered twice under its transaction number.")
        }
        Kind::ReplayedPair => (
            "A begin was delivered with the end of the next session too.",
            "A session was delivered a second time without a transaction number.",
        ),
        Kind::Fall => {
            ("A session begins with less than the one before ended with.", "Each session begins with what the one before ended with.")
        }
        Kind::Unbilled => {
            ("A session begins with more than the one before ended with.", "Each session begins with what the one before ended with.")
        }
        Kind::Uncounted => (
            "A session without number begins with more than the one before ended with.",
            "Sessions without numbers join on to one another.",
        ),
        Kind::Overlap => ("A session begins before the one before has ended.", "Each session ends before the next one begins."),
        Kind::ClockBack => ("The clock goes back by an hour.", "The clock goes back by less than a minute."),
        Kind::ClockJump => (
            "The clock goes on by two hours more than the seconds counted.",
            "The clock goes on by 40 seconds more than the seconds counted.",
        ),
        Kind::SecondsFall => ("The seconds counted begin anew.", "The seconds counted rise."),
        Kind::KeyChange => ("From the third session on the meter has another key.", "All sessions have one key."),
        Kind::Software => ("From the third session on the meter has another firmware.", "All sessions have one firmware."),
        Kind::Exchange => (
            "Another meter took the place of the first one, which has a closing reading.",
            "Another meter signs at another charging point.",
        ),
        Kind::ExchangeUnread => (
            "Another meter took the place of the first one, which has no closing reading.",
            "Another meter signs at another charging point, later.",
        ),
    }
}
