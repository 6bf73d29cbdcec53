//! OBI003: a register code that is set aside for later versions.

use std::collections::HashSet;

use eichrecht_model::{ObisCode, RegisterKind, Severity};

use crate::facts::{readable, readings_of};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The codes B4 to BF and C4 to C7 have no meaning yet, so nobody knows what such a register counts. One finding for
/// each register of a record.
pub(crate) static RULE: Rule = Rule {
    code: "OBI003",
    name: "register-reserved",
    severity: Severity::Warn,
    basis: &[ocmf("field RI")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, _) in readable(facts, sink) {
        let mut seen = HashSet::new();
        for (at, reading) in readings_of(facts.assessment, entry.id) {
            let Some(obis) = &reading.obis else { continue };
            sink.looked();
            if obis.kind() == RegisterKind::Reserved && seen.insert(ObisCode::normalised(obis)) {
                sink.measurement(at, vec![("register", obis.normalised())]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn register(obis: Option<&str>) -> eichrecht_model::Assessment {
        let record = whole("1", "2").with(|record| {
            for reading in &mut record.parsed.measurements {
                reading.obis = obis.map(ObisCode::new);
            }
        });
        Scene::new().record(record).build()
    }

    #[test]
    fn set_aside_for_later_once_for_each_register() {
        let found = findings(&RULE, &register(Some("01-00:B4.08.00*FF")));
        assert_eq!((found.len(), fact(&found[0], "register")), (1, "1-0:B4.8.0"));
        assert_eq!(findings(&RULE, &register(Some("1-0:C7.8.0"))).len(), 1);
    }

    #[test]
    fn the_neighbours_are_defined() {
        assert_eq!(run(&RULE, &register(Some("1-0:B3.8.0"))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &register(Some("1-0:C3.8.0"))).1, Outcome::Passed);
    }

    #[test]
    fn no_code_is_nothing_to_look_at() {
        assert_eq!(run(&RULE, &register(None)).1, Outcome::NotApplicable);
    }
}
