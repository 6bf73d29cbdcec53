//! KEY007 key-shared-by-meters.

use std::collections::{BTreeMap, BTreeSet};

use eichrecht_model::{NotEvaluated, RecordId, Severity};

use crate::registry::ocmf;
use crate::sink::valid;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// One key verifies records of two meters. A key belongs to one signer; only a gateway signs for several
/// meters, and then it names itself in each record.
pub(crate) static RULE: Rule = Rule {
    code: "KEY007",
    name: "key-shared-by-meters",
    severity: Severity::Fail,
    basis: &[
        Basis::Law("MessEG", "§ 33 (1)"),
        ocmf("public key, relation to serial numbers"),
        Basis::Own("if two meters hold one private key, neither of them alone can have signed"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

/// How many serial numbers a finding names.
const NAMED: usize = 4;

/// Who the records of one key say they come from.
#[derive(Default)]
struct Signers<'a> {
    records: Vec<(RecordId, &'a str, Option<&'a str>)>,
    /// Distinct pairs of meter and gateway.
    pairs: BTreeSet<(&'a str, Option<&'a str>)>,
}

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let mut keys: BTreeMap<&str, Signers<'_>> = BTreeMap::new();
    for (entry, record) in valid(facts) {
        let (Some(key), Some(meter)) = (&record.keys().used, &record.content().meter.serial) else { continue };
        sink.looked();
        let signers = keys.entry(key.fingerprint.as_str()).or_default();
        let gateway = record.content().gateway.serial.as_deref();
        signers.records.push((entry.id, meter.as_str(), gateway));
        signers.pairs.insert((meter.as_str(), gateway));
    }
    if keys.is_empty() && !facts.assessment.records.is_empty() {
        let any_valid = valid(facts).next().is_some();
        sink.not_evaluated(if any_valid { NotEvaluated::ValuesMissing } else { NotEvaluated::NoValidSignature });
    }
    for (fingerprint, signers) in keys {
        signers.report(fingerprint, sink);
    }
}

impl Signers<'_> {
    fn report(&self, fingerprint: &str, sink: &mut Sink<'_>) {
        let serials: BTreeSet<&str> = self.pairs.iter().map(|(meter, _)| *meter).collect();
        if serials.len() < 2 {
            return;
        }
        // Pairs are counted rather than compared one with another: a file may hold a hundred thousand of them.
        let mut of_meter: BTreeMap<&str, usize> = BTreeMap::new();
        let mut of_gateway: BTreeMap<&str, usize> = BTreeMap::new();
        for (meter, gateway) in &self.pairs {
            *of_meter.entry(*meter).or_default() += 1;
            if let Some(gateway) = gateway {
                *of_gateway.entry(*gateway).or_default() += 1;
            }
        }
        let named: Vec<&str> = serials.iter().take(NAMED).copied().collect();
        for (id, meter, gateway) in &self.records {
            let same_meter = of_meter.get(meter).copied().unwrap_or_default();
            // Other meters behind the same gateway; the record's own pair is among those of its meter.
            let same_gateway = gateway.map_or(0, |gateway| of_gateway.get(gateway).copied().unwrap_or_default().saturating_sub(1));
            if self.pairs.len() > same_meter + same_gateway {
                sink.record(
                    *id,
                    vec![("fingerprint", fingerprint.to_owned()), ("serials", named.join(", ")), ("count", serials.len().to_string())],
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{InvalidReason, KeyOrigin, Outcome, SignatureVerdict, Subject};

    use super::*;
    use crate::testing::{Scene, TestRecord, fact, findings, record, run, used_key};

    fn signed_by(key: &str, meter: &str, gateway: &str) -> TestRecord {
        record().key(used_key(key, KeyOrigin::User)).with(|r| {
            r.parsed.meter.serial = Some(meter.to_owned());
            r.parsed.gateway.serial = (!gateway.is_empty()).then(|| gateway.to_owned());
        })
    }

    fn named(records: &[(&str, &str, &str)]) -> Vec<usize> {
        let scene = records.iter().fold(Scene::new(), |scene, (key, meter, gateway)| scene.record(signed_by(key, meter, gateway)));
        let found = findings(&RULE, &scene.build());
        let number = |subject| match subject {
            Subject::Record(id) => id.0,
            other => panic!("{other:?}"),
        };
        found.iter().map(|finding| number(finding.subject)).collect()
    }

    #[test]
    fn two_meters_under_one_key() {
        assert_eq!(named(&[("k", "A", ""), ("k", "B", ""), ("other", "C", "")]), [1, 2]);
        assert_eq!(named(&[("k", "A", "G1"), ("k", "B", "G2")]), [1, 2], "two gateways");
        assert_eq!(named(&[("k", "A", "G1"), ("k", "B", "")]), [1, 2], "one names its gateway, the other does not");
    }

    #[test]
    fn one_meter_or_one_gateway_is_quiet() {
        assert!(named(&[("k", "A", ""), ("k", "A", "")]).is_empty());
        assert!(named(&[("k", "A", "G"), ("k", "B", "G"), ("k", "C", "G")]).is_empty());
        assert!(named(&[("k", "A", "G1"), ("k", "A", "G2"), ("k", "A", "")]).is_empty(), "one meter, whatever the gateway");
    }

    #[test]
    fn only_records_with_a_contradiction_are_named() {
        // 1 and 2 stand against 3, which shares the gateway of neither.
        assert_eq!(named(&[("k", "A", "G"), ("k", "B", "G"), ("k", "C", "H")]), [1, 2, 3]);
        // 1 has the meter of 3 and the gateway of 2; only 2 and 3 contradict each other.
        assert_eq!(named(&[("k", "A", "G"), ("k", "B", "G"), ("k", "A", "H")]), [2, 3]);
    }

    #[test]
    fn invalid_records_accuse_nobody() {
        let invalid = signed_by("k", "B", "").signature(SignatureVerdict::Invalid(InvalidReason::Mismatch));
        let scene = Scene::new().record(signed_by("k", "A", "")).record(invalid);
        assert_eq!(run(&RULE, &scene.build()).1, Outcome::Passed);
    }

    #[test]
    fn names_the_meters() {
        let scene = Scene::new().record(signed_by("k", "B", "")).next_input().record(signed_by("k", "A", ""));
        let found = findings(&RULE, &scene.build());
        assert_eq!((fact(&found[0], "serials"), fact(&found[0], "count"), fact(&found[0], "fingerprint")), ("A, B", "2", "k"));
    }
}
