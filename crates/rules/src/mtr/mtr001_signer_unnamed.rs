//! MTR001: a record names neither meter nor gateway.

use eichrecht_model::Severity;

use crate::facts::{readable, text};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// A key is tied to a device by the serial number in the signed data. Without any, nobody can say which device
/// measured, and the record could come from any station with that key.
pub(crate) static RULE: Rule = Rule {
    code: "MTR001",
    name: "signer-unnamed",
    severity: Severity::Fail,
    basis: &[ocmf("fields GS and MS"), Basis::Law("MessEG", "§ 33 (1)")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for (entry, record) in readable(facts, sink) {
        sink.looked();
        let content = record.content();
        if text(content.meter.serial.as_ref()).is_none() && text(content.gateway.serial.as_ref()).is_none() {
            sink.record(entry.id, Vec::new());
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
    fn neither_serial() {
        assert_eq!(findings(&RULE, &named(None, None)).len(), 1);
    }

    #[test]
    fn either_is_enough() {
        assert_eq!(run(&RULE, &named(Some("1"), None)).1, Outcome::Passed);
        assert_eq!(run(&RULE, &named(None, Some("1"))).1, Outcome::Passed);
    }

    #[test]
    fn blanks_are_no_name() {
        assert_eq!(findings(&RULE, &named(Some(" "), Some(""))).len(), 1);
    }
}
