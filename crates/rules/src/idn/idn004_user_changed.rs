//! IDN004: the records of a session name different users.

use eichrecht_model::Severity;

use crate::facts::{has_of, records_of, text, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// Begin and end should name the same user. A card may be held up for ending a session that another one began, and
/// some stations fill the user in late; the bill should say who pays.
pub(crate) static RULE: Rule = Rule {
    code: "IDN004",
    name: "user-changed",
    severity: Severity::Warn,
    basis: &[ocmf("fields IS, IT and ID"), Basis::Own("a session is billed to one user")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink).iter().filter(|transaction| transaction.records.len() > 1) {
        sink.looked();
        let users: Vec<_> = records_of(transaction, facts.assessment)
            .map(|(_, record)| {
                let user = &record.content().user;
                (text(user.id.as_ref()), text(user.kind.as_ref()), user.assigned)
            })
            .collect();
        let mut steps = users.iter().zip(users.iter().skip(1));
        if let Some((before, after)) = steps.find(|(before, after)| before != after) {
            let differs = if before.0 != after.0 {
                "id"
            } else if before.1 != after.1 {
                "kind"
            } else {
                "assigned"
            };
            let shown = |user: &(Option<&str>, Option<&str>, Option<bool>)| match differs {
                "id" => user.0.unwrap_or_default().to_owned(),
                "kind" => user.1.unwrap_or_default().to_owned(),
                _ => String::new(),
            };
            let (before, after) = (shown(before), shown(after));
            let words = vec![("differs", differs.to_owned()), has_of(&before, &after), ("before", before), ("after", after)];
            sink.transaction(transaction.id, words);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn session(change: impl FnOnce(&mut TestRecord)) -> eichrecht_model::Assessment {
        let named = |record: TestRecord| record.with(|record| record.parsed.user.id = Some("04A1B2C3".into()));
        Scene::new()
            .record(named(one_reading(ReadingReason::Begin, "1")))
            .record(named(one_reading(ReadingReason::End, "2")).with(change))
            .transaction(&[1, 2])
            .build()
    }

    #[test]
    fn another_card_at_the_end() {
        let found = findings(&RULE, &session(|record| record.parsed.user.id = Some("04FFFFFF".into())));
        assert_eq!((fact(&found[0], "differs"), fact(&found[0], "before"), fact(&found[0], "after")), ("id", "04A1B2C3", "04FFFFFF"));
        assert_eq!(fact(&findings(&RULE, &session(|record| record.parsed.user.kind = Some("EMAID".into())))[0], "differs"), "kind");
        assert_eq!(fact(&findings(&RULE, &session(|record| record.parsed.user.assigned = Some(false)))[0], "differs"), "assigned");
    }

    #[test]
    fn quiet_on_one_user() {
        assert_eq!(run(&RULE, &session(|record| record.parsed.user.id = Some(" 04A1B2C3 ".into()))).1, Outcome::Passed);
    }

    #[test]
    fn one_record_has_one_user() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }
}
