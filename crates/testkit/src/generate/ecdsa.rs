//! ECDSA signing with big integers: plain, slow, and on purpose another implementation than the one that verifies.
//!
//! Nonces follow RFC 6979, so the same key and text always give the same signature. Nothing here runs in
//! constant time; it must never see a key that matters.

use eichrecht_model::{Curve, Hash};
use num_bigint::BigUint;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::curves::Domain;

/// A point in affine coordinates; `None` is the point at infinity.
type Affine = Option<(BigUint, BigUint)>;

/// The two numbers of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// First number.
    pub r: BigUint,
    /// Second number.
    pub s: BigUint,
}

/// The public point of a private number.
#[must_use]
pub fn public_point(curve: Curve, private: &BigUint) -> (BigUint, BigUint) {
    let domain = Domain::of(curve);
    multiply(&domain, private, &domain.base).expect("a private number below the order")
}

/// Signs a message.
#[must_use]
pub fn sign(curve: Curve, hash: Hash, private: &BigUint, message: &[u8]) -> Pair {
    let domain = Domain::of(curve);
    let digest = digest(hash, message);
    let e = truncate(&digest, &domain.n);
    let mut nonces = Nonces::new(&domain.n, hash, private, &e);
    loop {
        let k = nonces.next();
        let Some((x, _)) = multiply(&domain, &k, &domain.base) else { continue };
        let r = x % &domain.n;
        let inverse = k.modinv(&domain.n).expect("the order is prime");
        let s = inverse * (&e + &r * private) % &domain.n;
        if r != BigUint::ZERO && s != BigUint::ZERO {
            return Pair { r, s };
        }
    }
}

/// The digest of a message.
#[must_use]
pub fn digest(hash: Hash, message: &[u8]) -> Vec<u8> {
    match hash {
        Hash::Sha256 => Sha256::digest(message).to_vec(),
        Hash::Sha384 => Sha384::digest(message).to_vec(),
        Hash::Sha512 => Sha512::digest(message).to_vec(),
    }
}

/// A number as big-endian bytes of fixed length.
#[must_use]
pub fn octets(number: &BigUint, length: usize) -> Vec<u8> {
    let bytes = number.to_bytes_be();
    let mut padded = vec![0; length - bytes.len().min(length)];
    padded.extend(bytes);
    padded
}

/// The leftmost bits of a digest, as many as the order has.
fn truncate(digest: &[u8], n: &BigUint) -> BigUint {
    let number = BigUint::from_bytes_be(digest);
    let surplus = (digest.len() as u64 * 8).saturating_sub(n.bits());
    number >> surplus
}

/// The stream of candidates of RFC 6979, section 3.2.
struct Nonces {
    hash: Hash,
    n: BigUint,
    key: Vec<u8>,
    value: Vec<u8>,
    first: bool,
}

impl Nonces {
    fn new(n: &BigUint, hash: Hash, private: &BigUint, e: &BigUint) -> Self {
        let length = digest(hash, b"").len();
        let order_bytes = usize::try_from(n.bits().div_ceil(8)).unwrap();
        let seed = [octets(private, order_bytes), octets(&(e % n), order_bytes)].concat();
        let mut stream = Self { hash, n: n.clone(), key: vec![0; length], value: vec![1; length], first: true };
        for mark in [0u8, 1] {
            stream.key = hmac(hash, &stream.key, &[stream.value.as_slice(), &[mark], &seed].concat());
            stream.value = hmac(hash, &stream.key, &stream.value);
        }
        stream
    }

    fn next(&mut self) -> BigUint {
        loop {
            if !self.first {
                self.key = hmac(self.hash, &self.key, &[self.value.as_slice(), &[0]].concat());
                self.value = hmac(self.hash, &self.key, &self.value);
            }
            self.first = false;
            let mut bits = Vec::new();
            while (bits.len() as u64) * 8 < self.n.bits() {
                self.value = hmac(self.hash, &self.key, &self.value);
                bits.extend(&self.value);
            }
            let candidate = truncate(&bits, &self.n);
            if candidate != BigUint::ZERO && candidate < self.n {
                return candidate;
            }
        }
    }
}

/// HMAC, RFC 2104.
fn hmac(hash: Hash, key: &[u8], message: &[u8]) -> Vec<u8> {
    let block = if hash == Hash::Sha256 { 64 } else { 128 };
    let pad = |with: u8| -> Vec<u8> { (0..block).map(|at| key.get(at).copied().unwrap_or(0) ^ with).collect() };
    let inner = digest(hash, &[pad(0x36), message.to_vec()].concat());
    digest(hash, &[pad(0x5c), inner].concat())
}

/// `factor` times a point, by doubling and adding in Jacobian coordinates.
fn multiply(domain: &Domain, factor: &BigUint, point: &(BigUint, BigUint)) -> Affine {
    let mut sum = Jacobian::infinity();
    for bit in (0..factor.bits()).rev() {
        sum = sum.double(domain);
        if factor.bit(bit) {
            sum = sum.add_affine(domain, point);
        }
    }
    sum.affine(domain)
}

/// A point (X/Z², Y/Z³); Z = 0 is the point at infinity.
struct Jacobian {
    x: BigUint,
    y: BigUint,
    z: BigUint,
}

impl Jacobian {
    fn infinity() -> Self {
        Self { x: BigUint::from(1u8), y: BigUint::from(1u8), z: BigUint::ZERO }
    }

    fn double(&self, Domain { p, a, .. }: &Domain) -> Self {
        if self.z == BigUint::ZERO || self.y == BigUint::ZERO {
            return Self::infinity();
        }
        let yy = &self.y * &self.y % p;
        let s = BigUint::from(4u8) * &self.x * &yy % p;
        let zz = &self.z * &self.z % p;
        let m = (BigUint::from(3u8) * &self.x * &self.x + a * (&zz * &zz % p)) % p;
        let x = minus(&(&m * &m % p), &(BigUint::from(2u8) * &s % p), p);
        let y = minus(&(m * minus(&s, &x, p) % p), &(BigUint::from(8u8) * &yy * &yy % p), p);
        let z = BigUint::from(2u8) * &self.y * &self.z % p;
        Self { x, y, z }
    }

    fn add_affine(&self, domain: &Domain, (x2, y2): &(BigUint, BigUint)) -> Self {
        let p = &domain.p;
        if self.z == BigUint::ZERO {
            return Self { x: x2.clone(), y: y2.clone(), z: BigUint::from(1u8) };
        }
        let zz = &self.z * &self.z % p;
        let h = minus(&(x2 * &zz % p), &self.x, p);
        let r = minus(&(y2 * &zz * &self.z % p), &self.y, p);
        if h == BigUint::ZERO {
            return if r == BigUint::ZERO { self.double(domain) } else { Self::infinity() };
        }
        let hh = &h * &h % p;
        let hhh = &hh * &h % p;
        let v = &self.x * &hh % p;
        let x = minus(&minus(&(&r * &r % p), &hhh, p), &(BigUint::from(2u8) * &v % p), p);
        let y = minus(&(r * minus(&v, &x, p) % p), &(&self.y * &hhh % p), p);
        let z = &self.z * &h % p;
        Self { x, y, z }
    }

    fn affine(&self, Domain { p, .. }: &Domain) -> Affine {
        let inverse = self.z.modinv(p)?;
        let square = &inverse * &inverse % p;
        Some((&self.x * &square % p, &self.y * &square * inverse % p))
    }
}

/// The difference modulo `p` of two numbers below it.
fn minus(a: &BigUint, b: &BigUint, p: &BigUint) -> BigUint {
    (a + p - b) % p
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6979, appendix A.2: message "sample".
    #[test]
    fn published_signatures_come_out() {
        let cases = [
            (
                Curve::Secp192r1,
                Hash::Sha256,
                "6FAB034934E4C0FC9AE67F5B5659A9D7D1FEFD187EE09FD4",
                "4B0B8CE98A92866A2820E20AA6B75B56382E0F9BFD5ECB55",
                "CCDB006926EA9565CBADC840829D8C384E06DE1F1E381B85",
            ),
            (
                Curve::Secp256r1,
                Hash::Sha256,
                "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
                "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716",
                "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
            ),
            (
                Curve::Secp256r1,
                Hash::Sha512,
                "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
                "8496A60B5E9B47C825488827E0495B0E3FA109EC4568FD3F8D1097678EB97F00",
                "2362AB1ADBE2B8ADF9CB9EDAB740EA6049C028114F2460F96554F61FAE3302FE",
            ),
        ];
        for (curve, hash, private, r, s) in cases {
            let number = |digits: &str| BigUint::parse_bytes(digits.as_bytes(), 16).unwrap();
            let signature = sign(curve, hash, &number(private), b"sample");
            assert_eq!(signature, Pair { r: number(r), s: number(s) }, "{curve} {hash}");
        }
    }

    #[test]
    fn order_times_base_is_infinity() {
        for curve in Curve::ALL {
            let domain = Domain::of(curve);
            assert_eq!(multiply(&domain, &domain.n, &domain.base), None, "{curve}");
        }
    }
}
