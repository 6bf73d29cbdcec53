//! Names of signature algorithms, `SA`.

use eichrecht_model::{Algorithm, AlgorithmClaim, Curve, Hash, MlDsaSet, Note, NoteKind};

/// The seven names of OCMF 1.4.1, all with SHA-256.
const OF_THE_SPECIFICATION: [(&str, Curve); 7] = [
    ("ECDSA-secp192k1-SHA256", Curve::Secp192k1),
    ("ECDSA-secp192r1-SHA256", Curve::Secp192r1),
    ("ECDSA-secp256k1-SHA256", Curve::Secp256k1),
    ("ECDSA-secp256r1-SHA256", Curve::Secp256r1),
    ("ECDSA-secp384r1-SHA256", Curve::Secp384r1),
    ("ECDSA-brainpool256r1-SHA256", Curve::BrainpoolP256r1),
    ("ECDSA-brainpool384r1-SHA256", Curve::BrainpoolP384r1),
];

/// What counts when no algorithm is named, from version 0.4 on.
pub(crate) const DEFAULT: Algorithm = Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256);

/// Reads a name. The note says in which way it is not one of the specification's own.
pub(crate) fn read(name: &str) -> (AlgorithmClaim, Option<Note>) {
    if let Some((_, curve)) = OF_THE_SPECIFICATION.iter().find(|(own, _)| *own == name) {
        return (AlgorithmClaim::Known(Algorithm::Ecdsa(*curve, Hash::Sha256)), None);
    }
    let Some(algorithm) = resolve(&name.trim().to_ascii_lowercase()) else {
        return (AlgorithmClaim::Unknown(name.to_owned()), None);
    };
    let own_name = OF_THE_SPECIFICATION.iter().find(|(_, curve)| algorithm == Algorithm::Ecdsa(*curve, Hash::Sha256));
    let note = match own_name {
        Some((own, _)) => Note::new(NoteKind::AlgorithmSynonym, "SA").expected(*own),
        None => Note::new(NoteKind::AlgorithmUnusual, "SA"),
    };
    (AlgorithmClaim::Known(algorithm), Some(note.found(name)))
}

/// Whether two names mean the same algorithm.
pub(crate) fn same(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
        || matches!((read(a).0, read(b).0), (AlgorithmClaim::Known(a), AlgorithmClaim::Known(b)) if a == b)
}

fn resolve(name: &str) -> Option<Algorithm> {
    match name {
        "eddsa-ed25519" | "ed25519" => return Some(Algorithm::Ed25519),
        "eddsa-ed448" | "ed448" => return Some(Algorithm::Ed448),
        "ml-dsa-44" => return Some(Algorithm::MlDsa(MlDsaSet::MlDsa44)),
        "ml-dsa-65" => return Some(Algorithm::MlDsa(MlDsaSet::MlDsa65)),
        "ml-dsa-87" => return Some(Algorithm::MlDsa(MlDsaSet::MlDsa87)),
        _ => {}
    }
    let name = name.strip_prefix("ecdsa-")?;
    let (curve, hash) = [
        ("-sha256", Hash::Sha256),
        ("-sha-256", Hash::Sha256),
        ("-sha384", Hash::Sha384),
        ("-sha-384", Hash::Sha384),
        ("-sha512", Hash::Sha512),
        ("-sha-512", Hash::Sha512),
    ]
    .into_iter()
    .find_map(|(suffix, hash)| Some((name.strip_suffix(suffix)?, hash)))?;
    Some(Algorithm::Ecdsa(curve_of(curve)?, hash))
}

/// Names of SEC 2, ANSI X9.62, NIST and RFC 5639, and OCMF's own for Brainpool. Lower case.
fn curve_of(name: &str) -> Option<Curve> {
    Some(match name {
        "secp192k1" => Curve::Secp192k1,
        "secp192r1" | "prime192v1" | "p-192" => Curve::Secp192r1,
        "secp224k1" => Curve::Secp224k1,
        "secp224r1" | "p-224" => Curve::Secp224r1,
        "secp256k1" => Curve::Secp256k1,
        "secp256r1" | "prime256v1" | "p-256" => Curve::Secp256r1,
        "secp384r1" | "p-384" => Curve::Secp384r1,
        "secp521r1" | "p-521" => Curve::Secp521r1,
        "brainpool256r1" | "brainpoolp256r1" => Curve::BrainpoolP256r1,
        "brainpool384r1" | "brainpoolp384r1" => Curve::BrainpoolP384r1,
        "brainpool512r1" | "brainpoolp512r1" => Curve::BrainpoolP512r1,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(name: &str) -> (Algorithm, Option<NoteKind>) {
        match read(name) {
            (AlgorithmClaim::Known(algorithm), note) => (algorithm, note.map(|note| note.kind)),
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn names_of_the_specification_need_no_note() {
        for (name, curve) in OF_THE_SPECIFICATION {
            assert_eq!(known(name), (Algorithm::Ecdsa(curve, Hash::Sha256), None));
            assert_eq!(known(&name.to_lowercase()), (Algorithm::Ecdsa(curve, Hash::Sha256), Some(NoteKind::AlgorithmSynonym)));
        }
    }

    #[test]
    fn synonyms() {
        for (name, curve) in [
            ("ECDSA-prime192v1-SHA256", Curve::Secp192r1),
            ("ECDSA-P-192-SHA256", Curve::Secp192r1),
            ("ECDSA-prime256v1-SHA256", Curve::Secp256r1),
            ("ecdsa-p-256-sha-256", Curve::Secp256r1),
            ("ECDSA-secp256r1-SHA-256", Curve::Secp256r1),
            ("ECDSA-P-384-SHA256", Curve::Secp384r1),
            ("ECDSA-brainpoolP256r1-SHA256", Curve::BrainpoolP256r1),
            ("ECDSA-brainpoolP384r1-SHA256", Curve::BrainpoolP384r1),
            (" ECDSA-secp192k1-SHA256", Curve::Secp192k1),
        ] {
            assert_eq!(known(name), (Algorithm::Ecdsa(curve, Hash::Sha256), Some(NoteKind::AlgorithmSynonym)), "{name}");
        }
        let (_, note) = read("ECDSA-brainpoolP256r1-SHA256");
        assert_eq!(note.unwrap().expected, "ECDSA-brainpool256r1-SHA256");
    }

    #[test]
    fn beyond_the_specification() {
        for (name, algorithm) in [
            ("ECDSA-secp384r1-SHA384", Algorithm::Ecdsa(Curve::Secp384r1, Hash::Sha384)),
            ("ECDSA-brainpool384r1-SHA384", Algorithm::Ecdsa(Curve::BrainpoolP384r1, Hash::Sha384)),
            ("ECDSA-secp521r1-SHA512", Algorithm::Ecdsa(Curve::Secp521r1, Hash::Sha512)),
            ("ECDSA-secp256r1-SHA512", Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha512)),
            ("EdDSA-Ed25519", Algorithm::Ed25519),
            ("EdDSA-Ed448", Algorithm::Ed448),
            ("ML-DSA-44", Algorithm::MlDsa(MlDsaSet::MlDsa44)),
            ("ML-DSA-65", Algorithm::MlDsa(MlDsaSet::MlDsa65)),
            ("ml-dsa-87", Algorithm::MlDsa(MlDsaSet::MlDsa87)),
        ] {
            assert_eq!(known(name), (algorithm, Some(NoteKind::AlgorithmUnusual)), "{name}");
        }
    }

    #[test]
    fn unknown_names_are_kept_as_received() {
        for name in ["", "RSA-2048", "ECDSA-secp256r1", "ECDSA-secp256r1-SHA1", "ECDSA-secp256r2-SHA256", "secp256r1-SHA256", "none"] {
            assert_eq!(read(name), (AlgorithmClaim::Unknown(name.to_owned()), None));
        }
    }

    #[test]
    fn sameness_looks_through_spelling() {
        assert!(same("ECDSA-prime256v1-SHA256", "ECDSA-secp256r1-SHA256"));
        assert!(same("foo", " FOO"));
        assert!(!same("ECDSA-secp256k1-SHA256", "ECDSA-secp256r1-SHA256"));
        assert!(!same("foo", "bar"));
    }
}
