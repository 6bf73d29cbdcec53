//! MTR002: a record names the gateway and not the meter.

use eichrecht_model::Severity;

use crate::facts::{readable, text};
use crate::registry::ocmf;
use crate::{Facts, Formats, Rule, Sink, Status};

/// The signing component is named, the meter it read is not. That is enough where a gateway serves a single meter and
/// is common in the field, but the meter cannot be compared with the one at the station.
pub(crate) static RULE: Rule = Rule {
    code: "MTR002",
    name: "meter-serial-missing",
    severity: Severity::Warn,
    basis: &[ocmf("field MS")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, record) in readable(facts, sink) {
        sink.looked();
        let content = record.content();
        let Some(gateway) = text(content.gateway.serial.as_ref()) else { continue };
        if text(content.meter.serial.as_ref()).is_none() {
            sink.record(entry.id, vec![("gateway", gateway.to_owned())]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn named(meter: Option<&str>, gateway: Option<&str>) -> eichrecht_model::Assessment {
        let (meter, gateway) = (meter.map(str::to_owned), gateway.map(str::to_owned));
        let record = whole("1", "2").with(|record| {
            record.parsed.meter.serial = meter;
            record.parsed.gateway.serial = gateway;
        });
        Scene::new().record(record).build()
    }

    #[test]
    fn gateway_only() {
        let found = findings(&RULE, &named(None, Some("20250042")));
        assert_eq!((found.len(), fact(&found[0], "gateway")), (1, "20250042"));
    }

    #[test]
    fn quiet_when_the_meter_is_named() {
        assert_eq!(run(&RULE, &named(Some("1"), Some("2"))).1, Outcome::Passed);
    }

    #[test]
    fn neither_is_left_to_mtr001() {
        assert_eq!(run(&RULE, &named(None, None)).1, Outcome::Passed);
    }
}
