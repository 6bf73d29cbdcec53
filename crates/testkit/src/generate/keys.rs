//! Test keys: derived from published words, worth nothing, never to be used outside tests.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eichrecht_model::{Algorithm, Curve, Hash, KeyKind, MlDsaSet};
use num_bigint::BigUint;
use sha2::{Digest, Sha256, Sha512};

use super::curves::Domain;
use super::der::{bit_string, object_identifier, sequence};
use super::ecdsa::{self, octets};

/// A key pair with the word it is derived from.
#[derive(Clone, Debug)]
pub struct Key {
    /// The word: the private number is SHA-256 of `eichrecht test key: <name>`, reduced.
    pub name: &'static str,
    /// Its kind.
    pub kind: KeyKind,
}

/// Name of the meter's usual key.
pub const METER: Key = Key { name: "meter", kind: KeyKind::Ec(Curve::Secp256r1) };
/// Key of another meter of the same make.
pub const OTHER: Key = Key { name: "other meter", kind: KeyKind::Ec(Curve::Secp256r1) };

/// Every key of the vectors.
#[must_use]
pub fn all() -> Vec<Key> {
    let mut keys = vec![METER, OTHER];
    keys.extend(Curve::ALL.into_iter().map(of_curve));
    keys.extend([ED25519, ED448]);
    keys.extend([MlDsaSet::MlDsa44, MlDsaSet::MlDsa65, MlDsaSet::MlDsa87].map(of_set));
    keys
}

/// The test key on a curve.
#[must_use]
pub fn of_curve(curve: Curve) -> Key {
    Key { name: curve.as_str(), kind: KeyKind::Ec(curve) }
}

/// The test key for Ed25519.
pub const ED25519: Key = Key { name: "Ed25519", kind: KeyKind::Ed25519 };
/// The test key for Ed448.
pub const ED448: Key = Key { name: "Ed448", kind: KeyKind::Ed448 };

/// The test key for a parameter set of ML-DSA.
#[must_use]
pub fn of_set(set: MlDsaSet) -> Key {
    Key { name: set.as_str(), kind: KeyKind::MlDsa(set) }
}

impl Key {
    /// Name of its files.
    #[must_use]
    pub fn file_name(&self) -> String {
        self.name.replace(' ', "-")
    }

    /// The word everything is derived from.
    #[must_use]
    pub fn word(&self) -> String {
        format!("eichrecht test key: {}", self.name)
    }

    fn seed(&self) -> [u8; 32] {
        Sha256::digest(self.word()).into()
    }

    /// 57 bytes for Ed448, from SHA-512 as SHA-256 is too short.
    fn seed_448(&self) -> [u8; 57] {
        let long: [u8; 64] = Sha512::digest(self.word()).into();
        long[..57].try_into().unwrap()
    }

    /// The private number or seed, hex.
    #[must_use]
    pub fn private_hex(&self) -> String {
        match self.kind {
            KeyKind::Ec(curve) => hex::encode(octets(&self.private(curve), curve.order_bytes())),
            KeyKind::Ed448 => hex::encode(self.seed_448()),
            _ => hex::encode(self.seed()),
        }
    }

    fn private(&self, curve: Curve) -> BigUint {
        BigUint::from_bytes_be(&self.seed()) % Domain::of(curve).n
    }

    /// The public point of a curve key.
    #[must_use]
    pub fn point(&self) -> (Vec<u8>, Vec<u8>) {
        let KeyKind::Ec(curve) = self.kind else { panic!("{} has no point", self.name) };
        let (x, y) = ecdsa::public_point(curve, &self.private(curve));
        (octets(&x, curve.field_bytes()), octets(&y, curve.field_bytes()))
    }

    /// The bare public key: `04‖X‖Y` for curves, the raw bytes else.
    #[must_use]
    pub fn public_bytes(&self) -> Vec<u8> {
        match self.kind {
            KeyKind::Ec(_) => {
                let (x, y) = self.point();
                [vec![4], x, y].concat()
            }
            KeyKind::Ed25519 => self.ed25519().verifying_key().to_bytes().to_vec(),
            KeyKind::Ed448 => self.ed448().verifying_key().to_bytes().to_vec(),
            KeyKind::MlDsa(set) => ml_dsa_public(set, self.seed()),
            _ => panic!("unknown kind of key"),
        }
    }

    /// The bare compressed point.
    #[must_use]
    pub fn compressed(&self) -> Vec<u8> {
        let (x, y) = self.point();
        [vec![2 + (y.last().unwrap() & 1)], x].concat()
    }

    /// SubjectPublicKeyInfo, DER.
    #[must_use]
    pub fn spki(&self) -> Vec<u8> {
        let algorithm = match self.kind {
            KeyKind::Ec(curve) => {
                // id-ecPublicKey and the curve's name, RFC 5480.
                sequence(&[object_identifier(&hex::decode("2a8648ce3d0201").unwrap()), object_identifier(&Domain::of(curve).oid)])
            }
            KeyKind::Ed25519 => sequence(&[object_identifier(&[0x2b, 0x65, 0x70])]),
            KeyKind::Ed448 => sequence(&[object_identifier(&[0x2b, 0x65, 0x71])]),
            KeyKind::MlDsa(set) => {
                let last = match set {
                    MlDsaSet::MlDsa44 => 17,
                    MlDsaSet::MlDsa65 => 18,
                    MlDsaSet::MlDsa87 => 19,
                };
                sequence(&[object_identifier(&[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, last])])
            }
            _ => panic!("unknown kind of key"),
        };
        sequence(&[algorithm, bit_string(&self.public_bytes())])
    }

    /// SubjectPublicKeyInfo in upper-case hex: the commonest spelling in the field.
    #[must_use]
    pub fn hex(&self) -> String {
        hex::encode_upper(self.spki())
    }

    /// SubjectPublicKeyInfo as PEM.
    #[must_use]
    pub fn pem(&self) -> String {
        let text = STANDARD.encode(self.spki());
        let lines: Vec<&str> = text.as_bytes().chunks(64).map(|line| str::from_utf8(line).unwrap()).collect();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", lines.join("\n"))
    }

    /// SHA-256 of the SubjectPublicKeyInfo, hex.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(self.spki()))
    }

    /// The algorithm a record signed with it usually names.
    #[must_use]
    pub fn usual_algorithm(&self) -> Algorithm {
        match self.kind {
            KeyKind::Ec(curve) => Algorithm::Ecdsa(curve, Hash::Sha256),
            KeyKind::Ed25519 => Algorithm::Ed25519,
            KeyKind::Ed448 => Algorithm::Ed448,
            KeyKind::MlDsa(set) => Algorithm::MlDsa(set),
            _ => panic!("unknown kind of key"),
        }
    }

    /// Signs with ECDSA.
    #[must_use]
    pub fn sign_pair(&self, hash: Hash, message: &[u8]) -> ecdsa::Pair {
        let KeyKind::Ec(curve) = self.kind else { panic!("{} is no curve key", self.name) };
        ecdsa::sign(curve, hash, &self.private(curve), message)
    }

    /// Signs with an algorithm that signs the message itself.
    #[must_use]
    pub fn sign_native(&self, message: &[u8]) -> Vec<u8> {
        use ed25519_dalek::Signer as _;
        match self.kind {
            KeyKind::Ed25519 => self.ed25519().sign(message).to_bytes().to_vec(),
            KeyKind::Ed448 => self.ed448().sign_raw(message).to_bytes().to_vec(),
            KeyKind::MlDsa(set) => ml_dsa_sign(set, self.seed(), message),
            _ => panic!("{} signs digests", self.name),
        }
    }

    fn ed25519(&self) -> ed25519_dalek::SigningKey {
        ed25519_dalek::SigningKey::from_bytes(&self.seed())
    }

    fn ed448(&self) -> ed448_goldilocks::SigningKey {
        ed448_goldilocks::SigningKey::try_from(self.seed_448().as_slice()).unwrap()
    }
}

fn ml_dsa_public(set: MlDsaSet, seed: [u8; 32]) -> Vec<u8> {
    fn public<P: ml_dsa::MlDsaParams>(seed: [u8; 32]) -> Vec<u8> {
        use ml_dsa::Keypair as _;
        ml_dsa::SigningKey::<P>::from_seed(&seed.into()).verifying_key().encode().to_vec()
    }
    match set {
        MlDsaSet::MlDsa44 => public::<ml_dsa::MlDsa44>(seed),
        MlDsaSet::MlDsa65 => public::<ml_dsa::MlDsa65>(seed),
        MlDsaSet::MlDsa87 => public::<ml_dsa::MlDsa87>(seed),
    }
}

fn ml_dsa_sign(set: MlDsaSet, seed: [u8; 32], message: &[u8]) -> Vec<u8> {
    fn signed<P: ml_dsa::MlDsaParams>(seed: [u8; 32], message: &[u8]) -> Vec<u8> {
        ml_dsa::ExpandedSigningKey::<P>::from_seed(&seed.into()).sign_deterministic(message, b"").unwrap().encode().to_vec()
    }
    match set {
        MlDsaSet::MlDsa44 => signed::<ml_dsa::MlDsa44>(seed, message),
        MlDsaSet::MlDsa65 => signed::<ml_dsa::MlDsa65>(seed, message),
        MlDsaSet::MlDsa87 => signed::<ml_dsa::MlDsa87>(seed, message),
    }
}
