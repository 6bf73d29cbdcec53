//! LOS001: a cable loss is stated on a register that does not count energy.

use std::collections::HashSet;

use eichrecht_model::{Measurement, ObisCode, RegisterKind, Severity, Unit};

use crate::facts::{has, readable, readings_of};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// A loss is taken off an amount of energy. On a duration or a resistance it makes no sense and shows that the reading
/// was put together wrongly. One finding for each register of a record.
pub(crate) static RULE: Rule = Rule {
    code: "LOS001",
    name: "loss-on-other-register",
    severity: Severity::Warn,
    basis: &[ocmf("field CL")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, _) in readable(facts, sink) {
        let mut seen = HashSet::new();
        for (at, reading) in readings_of(facts.assessment, entry.id).filter(|(_, reading)| reading.cumulated_loss.is_some()) {
            sink.looked();
            let register = reading.obis.as_ref().map(ObisCode::normalised).unwrap_or_default();
            if counts_no_energy(reading) && seen.insert(register.clone()) {
                sink.measurement(at, vec![has(&register), ("register", register)]);
            }
        }
    }
}

/// By its code, or by its unit where there is no readable code.
fn counts_no_energy(reading: &Measurement) -> bool {
    match reading.obis.as_ref().map(ObisCode::kind) {
        Some(RegisterKind::Import(..) | RegisterKind::Export(..) | RegisterKind::Reserved) => false,
        None | Some(RegisterKind::Unreadable) => !reading.unit.as_ref().is_some_and(Unit::is_energy),
        Some(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Decimal, Outcome, ReadingReason};

    use super::*;
    use crate::testing::*;

    fn loss_on(obis: Option<&str>, unit: Unit) -> eichrecht_model::Assessment {
        let mut reading = reading(ReadingReason::End, "1", "2024-05-01T13:00:00Z");
        reading.obis = obis.map(ObisCode::new);
        reading.unit = Some(unit);
        reading.cumulated_loss = Some(Decimal::ZERO);
        Scene::new().record(record().reading(reading.clone()).reading(reading)).build()
    }

    #[test]
    fn on_a_duration_once_for_each_register() {
        let found = findings(&RULE, &loss_on(Some("1-0:0.8.6"), Unit::Second));
        assert_eq!((found.len(), fact(&found[0], "register")), (1, "1-0:0.8.6"));
        assert_eq!(findings(&RULE, &loss_on(None, Unit::Second)).len(), 1);
    }

    #[test]
    fn energy_registers_of_old_and_new_codes_are_fine() {
        for obis in ["1-0:1.8.0", "1-0:B3.8.0", "1-0:C1.8.0"] {
            assert_eq!(run(&RULE, &loss_on(Some(obis), Unit::KilowattHour)).1, Outcome::Passed);
        }
        assert_eq!(run(&RULE, &loss_on(None, Unit::WattHour)).1, Outcome::Passed);
    }

    #[test]
    fn without_a_loss_there_is_nothing_to_look_at() {
        assert_eq!(run(&RULE, &Scene::new().record(whole("1", "2")).build()).1, Outcome::NotApplicable);
    }
}
