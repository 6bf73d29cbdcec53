//! IDN010 user-differs.

use eichrecht_model::{AssignmentLevel, ClaimSource, SessionClaim, Severity, UserAssignment};

use crate::claims::{bare, comparable, session_facts};
use crate::facts::{records_of, text};
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Kinds of signed identification that a log and a bill name in the same way.
const CARDS: [&str; 3] = ["ISO14443", "ISO15693", "EMAID"];
/// Kinds that a log names in the same way: they are what the back end sent.
const SENT: [&str; 4] = ["CENTRAL", "CENTRAL_1", "CENTRAL_2", "ISO7812"];
/// Longest user a station can be told of in OCPP 1.6: longer ones are cut.
const CUT: usize = 20;

/// The user told is another one than the user signed. Spellings, check digits, cut ends and turned bytes are the same user;
/// what is no card and no contract is not compared, as back ends give users numbers of their own.
pub(crate) static RULE: Rule = Rule {
    code: "IDN010",
    name: "user-differs",
    severity: Severity::Fail,
    basis: &[Basis::Own("a session is billed to the user it was signed for")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (claim, transactions) in comparable(facts, sink, None) {
        let users: Vec<&UserAssignment> = transactions
            .iter()
            .flat_map(|transaction| records_of(transaction, facts.assessment))
            .map(|(_, record)| &record.content().user)
            .filter(|user| compares(user, claim.source))
            .collect();
        if claim.users.is_empty() || users.is_empty() {
            continue;
        }
        sink.looked();
        let stranger = users.into_iter().filter_map(|user| text(user.id.as_ref())).find(|id| !is_named(id, claim));
        if let Some(id) = stranger {
            let mut words = session_facts(claim);
            words.extend([("claimed", claim.users.join(", ")), ("signed", id.to_owned())]);
            sink.claim(claim.id, words);
        }
    }
}

/// Whether a signed user is one that a claim can be held against.
fn compares(user: &UserAssignment, source: ClaimSource) -> bool {
    let refused = matches!(user.level, Some(AssignmentLevel::Mismatch | AssignmentLevel::Invalid | AssignmentLevel::Unknown));
    let kind = text(user.kind.as_ref()).unwrap_or_default();
    let known = CARDS.contains(&kind) || (SENT.contains(&kind) && source == ClaimSource::MessageLog);
    known && !refused && user.assigned != Some(false) && text(user.id.as_ref()).is_some()
}

/// Whether a claim names the signed user. Some stations sign the number of the session in its place.
fn is_named(id: &str, claim: &SessionClaim) -> bool {
    claim.users.iter().chain(&claim.session).any(|told| same_user(&bare(told), &bare(id)))
}

fn same_user(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    // Contract numbers may carry a check digit behind them.
    let check_digit = short.len() >= 14 && long.len() == short.len() + 1;
    let cut = short.len() == CUT;
    let turned = || {
        let pairs: Option<Vec<&str>> = (0..short.len() / 2).rev().map(|at| short.get(at * 2..at * 2 + 2)).collect();
        short.len() % 2 == 0 && short.bytes().all(|byte| byte.is_ascii_hexdigit()) && pairs.is_some_and(|pairs| pairs.concat() == long)
    };
    !short.is_empty() && (one == other || ((check_digit || cut) && long.starts_with(short)) || turned())
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn told(kind: &str, signed: &str, told: &str) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| {
            record.parsed.user = UserAssignment {
                assigned: Some(true),
                kind: Some(kind.to_owned()),
                id: Some(signed.to_owned()),
                ..UserAssignment::default()
            };
        });
        let scene = Scene::new().record(record).transaction(&[1]);
        scene.claim(ClaimSource::MessageLog, &[1], |claim| claim.users.push(told.to_owned())).build()
    }

    #[test]
    fn another_card() {
        let found = findings(&RULE, &told("ISO14443", "04A1B2C3", "04FFFFFF"));
        assert_eq!((found.len(), fact(&found[0], "claimed"), fact(&found[0], "signed")), (1, "04FFFFFF", "04A1B2C3"));
    }

    #[test]
    fn the_same_user_in_other_spellings() {
        for (signed, other) in [
            ("04A1B2C3", "04a1b2c3"),
            ("04A1B2C3", "04:A1:B2:C3"),
            ("04A1B2C3", "C3B2A104"),
            ("DE*8AA*CA2B3C4D5*L", "DE-8AA-CA2B3C4D5"),
            ("DE8AACA2B3C4D5E6F7G8H9", "DE8AACA2B3C4D5E6F7G8"),
        ] {
            assert_eq!(run(&RULE, &told("ISO14443", signed, other)).1, Outcome::Passed, "{other}");
        }
        assert_eq!(run(&RULE, &told("PHONE_NUMBER", "004912345", "04FFFFFF")).1, Outcome::NotApplicable);
    }
}
