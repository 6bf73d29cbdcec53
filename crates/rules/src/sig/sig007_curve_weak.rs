//! SIG007 curve-weak.

use eichrecht_model::{KeyKind, Severity};

use crate::key::each_used;
use crate::{Basis, Formats, Rule, Status};

/// Least strength of a curve that is not remarked on, in bits.
const STRONG_ENOUGH: u16 = 112;

/// The curve of the key is weaker than today's rules ask of new signatures. The specification of OCMF allows
/// it, and meters with it are in use.
pub(crate) static RULE: Rule = Rule {
    code: "SIG007",
    name: "curve-weak",
    severity: Severity::Warn,
    basis: &[
        Basis::Standard("NIST SP 800-131A rev. 2", "3"),
        Basis::Own("breaking such a key is out of reach for a driver's bill and not for good, so the verdict stands"),
    ],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check: |facts, sink| {
        each_used(facts, sink, |key, _| {
            let KeyKind::Ec(curve) = key.kind else { return None };
            let bits = curve.security_bits();
            (bits < STRONG_ENOUGH).then(|| vec![("curve", curve.as_str().to_owned()), ("bits", bits.to_string())])
        });
    },
};

#[cfg(test)]
mod tests {
    use eichrecht_model::{Curve, KeyOrigin, UsedKey};

    use super::*;
    use crate::testing::{KEY, Scene, fact, findings, record, used_key};

    #[test]
    fn weak_are_the_curves_of_192_bits() {
        let with = |kind| record().key(UsedKey { kind, ..used_key(KEY, KeyOrigin::User) });
        let scene = Curve::ALL.into_iter().fold(Scene::new(), |scene, curve| scene.record(with(KeyKind::Ec(curve))));
        let found = findings(&RULE, &scene.record(with(KeyKind::Ed25519)).build());
        let seen: Vec<_> = found.iter().map(|f| (fact(f, "curve"), fact(f, "bits"))).collect();
        assert_eq!(seen, [("secp192k1", "96"), ("secp192r1", "96")]);
    }
}
