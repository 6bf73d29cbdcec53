//! Algorithms.

use eichrecht_model::{Curve, Hash, MlDsaSet};

use super::super::book::Group;
use super::super::keys::{ED448, ED25519, Key, METER, of_curve, of_set};
use super::super::ocmf::{ENERGY, Payload, Seal};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("curves", "Every curve with every hash, EdDSA, ML-DSA, and the names of algorithms.");
    for curve in Curve::ALL {
        for hash in [Hash::Sha256, Hash::Sha384, Hash::Sha512] {
            ecdsa(&mut group, curve, hash);
        }
    }
    for key in [ED25519, ED448, of_set(MlDsaSet::MlDsa44), of_set(MlDsaSet::MlDsa65), of_set(MlDsaSet::MlDsa87)] {
        native(&mut group, &key);
    }
    names(&mut group);
    group
}

/// The list of OCMF 1.4.1: all with SHA-256.
fn listed(curve: Curve, hash: Hash) -> bool {
    use Curve::{BrainpoolP256r1, BrainpoolP384r1, Secp192k1, Secp192r1, Secp256k1, Secp256r1, Secp384r1};
    hash == Hash::Sha256 && matches!(curve, Secp192k1 | Secp192r1 | Secp256k1 | Secp256r1 | BrainpoolP256r1 | Secp384r1 | BrainpoolP384r1)
}

fn ecdsa(group: &mut Group, curve: Curve, hash: Hash) {
    let key = of_curve(curve);
    let weak = matches!(curve, Curve::Secp192k1 | Curve::Secp192r1);
    let findings: Vec<&str> =
        [(weak, "SIG007"), (!listed(curve, hash), "SIG009")].iter().filter(|(there, _)| *there).map(|(_, code)| *code).collect();
    let draft = group
        .case(&format!("{curve}-{hash}"), &format!("ECDSA on {curve} with {hash}."))
        .flag("algorithm")
        .ocmf(Seal::hashed(&key, hash).record(&Payload::whole().json()))
        .key(&key)
        .valid(1)
        .proven(ENERGY)
        .findings(&findings);
    if findings.is_empty() { draft.verified() } else { draft.warned() }
}

fn native(group: &mut Group, key: &Key) {
    let seal = Seal::by(key).base64();
    group
        .case(key.name, &format!("{} on the text itself.", key.usual_algorithm()))
        .flag("algorithm")
        .ocmf(seal.record(&Payload::whole().json()))
        .key(key)
        .valid(1)
        .proven(ENERGY)
        .findings(&["SIG009"])
        .warned();
}

/// Spellings of names that occur beside those of the list.
fn names(group: &mut Group) {
    let p256 = ["ecdsa-SECP256R1-sha256", "ECDSA-secp256r1-SHA-256", "ECDSA-prime256v1-SHA256", "ECDSA-P-256-SHA256"];
    let brainpool = of_curve(Curve::BrainpoolP256r1);
    let others = [(METER, p256.as_slice()), (brainpool, ["ECDSA-brainpoolP256r1-SHA256"].as_slice())];
    for (key, names) in &others {
        for name in *names {
            group
                .case(&format!("name-{name}"), &format!("The algorithm is called {name}."))
                .flag("algorithm-name")
                .ocmf(Seal::by(key).set("SA", &format!("\"{name}\"")).record(&Payload::whole().json()))
                .key(key)
                .valid(1)
                .proven(ENERGY)
                .findings(&["SIG010"])
                .verified();
        }
    }
}
