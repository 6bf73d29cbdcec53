//! IDN006: the records of a session name different charging points.

use eichrecht_model::Severity;

use crate::facts::{has_of, records_of, text, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A session happens at one charging point. Another one at the end means that the station was set up anew in between,
/// or that records were mixed up.
pub(crate) static RULE: Rule = Rule {
    code: "IDN006",
    name: "charge-point-changed",
    severity: Severity::Warn,
    basis: &[ocmf("fields CT and CI"), Basis::Own("a session happens at one charging point")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink).iter().filter(|transaction| transaction.records.len() > 1) {
        sink.looked();
        let points: Vec<_> = records_of(transaction, facts.assessment)
            .map(|(_, record)| {
                let point = &record.content().charge_point;
                (text(point.id.as_ref()), text(point.scheme.as_ref()))
            })
            .collect();
        let mut steps = points.iter().zip(points.iter().skip(1));
        if let Some((before, after)) = steps.find(|(before, after)| before != after) {
            let shown = |point: &(Option<&str>, Option<&str>)| [point.1, point.0].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let (before, after) = (shown(before), shown(after));
            sink.transaction(transaction.id, vec![has_of(&before, &after), ("before", before), ("after", after)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{ChargePoint, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn session(begin: &str, end: &str) -> eichrecht_model::Assessment {
        let at = |reason, id: &str| {
            let point = ChargePoint { scheme: Some("EVSEID".into()), id: Some(id.to_owned()) };
            one_reading(reason, "1").with(|record| record.parsed.charge_point = point)
        };
        Scene::new().record(at(ReadingReason::Begin, begin)).record(at(ReadingReason::End, end)).transaction(&[1, 2]).build()
    }

    #[test]
    fn another_point_at_the_end() {
        let found = findings(&RULE, &session("DE*XYZ*E1*1", "DE*XYZ*E1*2"));
        assert_eq!((fact(&found[0], "before"), fact(&found[0], "after")), ("EVSEID DE*XYZ*E1*1", "EVSEID DE*XYZ*E1*2"));
    }

    #[test]
    fn a_point_that_vanishes() {
        assert_eq!(fact(&findings(&RULE, &session("DE*XYZ*E1*1", ""))[0], "after"), "EVSEID");
    }

    #[test]
    fn quiet_on_one_point() {
        assert_eq!(run(&RULE, &session("DE*XYZ*E1*1", "DE*XYZ*E1*1")).1, Outcome::Passed);
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).transaction(&[1]).build()).1, Outcome::NotApplicable);
    }
}
