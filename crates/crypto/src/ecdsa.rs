//! The ECDSA equation, written once for all curves.
//!
//! ISO/IEC 14888-3, FIPS 186-5 section 6.4.2. Only the arithmetic of field, scalars and points comes from the
//! curve crates; their own ECDSA types are not used, as they refuse a hash shorter than half the order and, for
//! secp256k1, an `s` in the upper half. Both occur in genuine meter data.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, OnceLock};

use eichrecht_model::{Curve, InvalidReason};
use elliptic_curve::bigint::{ArrayEncoding, BitOps, ByteArray};
use elliptic_curve::ops::{Invert, MulByGeneratorVartime, Reduce};
use elliptic_curve::point::{AffineCoordinates, DecompressPoint};
use elliptic_curve::subtle::Choice;
use elliptic_curve::{AffinePoint, CurveArithmetic, CurveGroup, Field, FieldBytes, Group, PrimeCurve, PrimeField, ProjectivePoint, Scalar};

use crate::curves::{BrainpoolP512r1, Secp192k1, Secp224k1};
use crate::multiples::{Multiples, Splittable};

/// `r` and `s` of a signature: big end first, leading zeros allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numbers<'a> {
    pub(crate) r: &'a [u8],
    pub(crate) s: &'a [u8],
}

/// The `y` of a point, in full or as the one bit that tells it from its negative.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Y<'a> {
    Full(&'a [u8]),
    Odd(bool),
}

/// Who does the arithmetic. The answers are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// The quickest that this build has for the curve.
    Quickest,
    /// Plain Rust, which every build has.
    Portable,
}

/// A validated point of some curve, ready to verify with.
pub(crate) trait Point: Send + Sync {
    /// Checks `r` and `s` against a digest. Only the leftmost bits of the digest count, as many as the order has.
    fn check(&self, digest: &[u8], numbers: Numbers<'_>, by: Arithmetic) -> Result<(), InvalidReason>;

    /// `X‖Y`, each as long as an element of the field.
    fn coordinates(&self) -> Vec<u8>;

    /// Whether a quicker library than plain Rust is at hand.
    fn is_quick(&self) -> bool;
}

/// Makes a point from its coordinates, each `curve.field_bytes()` long.
///
/// `None` when a coordinate is not below the field's modulus or the point is not on the curve. The point at
/// infinity has no coordinates and cannot come out of this. All curves here have a cofactor of 1, so a point on
/// the curve is one of the right group.
pub(crate) fn point(curve: Curve, x: &[u8], y: Y<'_>) -> Option<Arc<dyn Point>> {
    let full = |y: Y<'_>| if let Y::Full(bytes) = y { bytes.len() } else { curve.field_bytes() };
    if x.len() != curve.field_bytes() || full(y) != curve.field_bytes() {
        return None;
    }
    match curve {
        Curve::Secp192k1 => on::<Secp192k1>(curve, x, y),
        Curve::Secp192r1 => on::<p192::NistP192>(curve, x, y),
        Curve::Secp224k1 => on::<Secp224k1>(curve, x, y),
        Curve::Secp224r1 => on::<p224::NistP224>(curve, x, y),
        Curve::Secp256k1 => on::<k256::Secp256k1>(curve, x, y),
        Curve::Secp256r1 => on::<p256::NistP256>(curve, x, y),
        Curve::Secp384r1 => on::<p384::NistP384>(curve, x, y),
        Curve::Secp521r1 => on::<p521::NistP521>(curve, x, y),
        Curve::BrainpoolP256r1 => on::<bp256::BrainpoolP256r1>(curve, x, y),
        Curve::BrainpoolP384r1 => on::<bp384::BrainpoolP384r1>(curve, x, y),
        Curve::BrainpoolP512r1 => on::<BrainpoolP512r1>(curve, x, y),
        // A curve that the vocabulary knows and this crate does not: no key of it can be made.
        _ => None,
    }
}

/// A point of the curve `C`.
struct PointOn<C: CurveArithmetic> {
    point: ProjectivePoint<C>,
    /// `X‖Y`. Kept, as getting them back from the point takes a division.
    coordinates: Vec<u8>,
    uses: AtomicU8,
    multiples: OnceLock<Multiples<C>>,
    #[cfg(feature = "native")]
    quick: Option<crate::quick::QuickKey>,
}

/// Verifications without a table of multiples. Making one costs about as much as a verification and each one
/// after that takes less than half the time, so that it pays from the third on.
const USES_WITHOUT_TABLE: u8 = 2;

fn on<C>(curve: Curve, x: &[u8], y: Y<'_>) -> Option<Arc<dyn Point>>
where
    C: PrimeCurve + Splittable,
    AffinePoint<C>: DecompressPoint<C>,
{
    let x = pad::<C>(x)?;
    let affine: Option<AffinePoint<C>> = match y {
        Y::Full(y) => AffinePoint::<C>::from_coordinates(&x, &pad::<C>(y)?).into_option(),
        Y::Odd(odd) => AffinePoint::<C>::decompress(&x, Choice::from(u8::from(odd))).into_option(),
    };
    let affine = affine?;
    let point = ProjectivePoint::<C>::from(affine);
    if bool::from(point.is_identity()) {
        return None;
    }
    let last = |bytes: &[u8]| bytes.get(bytes.len().saturating_sub(curve.field_bytes())..).unwrap_or(bytes).to_vec();
    let (x, y) = (last(affine.x().as_ref()), last(affine.y().as_ref()));
    Some(Arc::new(PointOn::<C> {
        point,
        #[cfg(feature = "native")]
        quick: crate::quick::QuickKey::new(curve, &x, &y),
        coordinates: [x, y].concat(),
        uses: AtomicU8::new(0),
        multiples: OnceLock::new(),
    }))
}

impl<C: Splittable> PointOn<C> {
    /// Whether numbers in range hold, by a quicker library; `None` where there is none for this curve.
    #[cfg(feature = "native")]
    fn quickly(&self, digest: &[u8], numbers: Numbers<'_>) -> Option<bool> {
        self.quick.as_ref()?.holds(digest, without_leading_zeros(numbers.r), without_leading_zeros(numbers.s))
    }

    #[cfg(feature = "native")]
    fn has_quick(&self) -> bool {
        self.quick.is_some()
    }

    #[cfg(not(feature = "native"))]
    fn quickly(&self, _: &[u8], _: Numbers<'_>) -> Option<bool> {
        None
    }

    #[cfg(not(feature = "native"))]
    fn has_quick(&self) -> bool {
        false
    }

    /// `u1 * G + u2 * Q`.
    fn sum(&self, u1: &Scalar<C>, u2: &Scalar<C>) -> ProjectivePoint<C> {
        let uses = self.uses.load(Ordering::Relaxed);
        if uses < USES_WITHOUT_TABLE {
            self.uses.store(uses + 1, Ordering::Relaxed);
            return ProjectivePoint::<C>::mul_by_generator_and_mul_add_vartime(u1, u2, &self.point);
        }
        self.multiples.get_or_init(|| Multiples::of(&self.point)).sum(u1, u2)
    }
}

impl<C> Point for PointOn<C>
where
    C: PrimeCurve + Splittable,
{
    fn check(&self, digest: &[u8], numbers: Numbers<'_>, by: Arithmetic) -> Result<(), InvalidReason> {
        let r = in_range::<C>(numbers.r)?;
        let s = in_range::<C>(numbers.s)?;
        if by == Arithmetic::Quickest
            && let Some(holds) = self.quickly(digest, numbers)
        {
            return if holds { Ok(()) } else { Err(InvalidReason::Mismatch) };
        }
        let s_inverse: Scalar<C> = s.invert_vartime().into_option().ok_or(InvalidReason::OutOfRange)?;
        let u1 = digest_number::<C>(digest) * s_inverse;
        let u2 = r * s_inverse;
        let sum = self.sum(&u1, &u2);
        // The point at infinity has no x. It must not be mistaken for one whose x is zero.
        if bool::from(sum.is_identity()) {
            return Err(InvalidReason::Mismatch);
        }
        let x = Scalar::<C>::reduce(&number::<C>(sum.to_affine().x().as_ref()));
        if x == r { Ok(()) } else { Err(InvalidReason::Mismatch) }
    }

    fn coordinates(&self) -> Vec<u8> {
        self.coordinates.clone()
    }

    fn is_quick(&self) -> bool {
        self.has_quick()
    }
}

/// A number of a signature: at least 1 and below the order.
fn in_range<C>(bytes: &[u8]) -> Result<Scalar<C>, InvalidReason>
where
    C: PrimeCurve + CurveArithmetic,
{
    pad::<C>(without_leading_zeros(bytes))
        .and_then(|bytes| Option::<Scalar<C>>::from(Scalar::<C>::from_repr(bytes)))
        .filter(|scalar| !bool::from(scalar.is_zero()))
        .ok_or(InvalidReason::OutOfRange)
}

/// The digest as a number: its leftmost bits, as many as the order has.
fn digest_number<C>(digest: &[u8]) -> Scalar<C>
where
    C: PrimeCurve + CurveArithmetic,
{
    let order_bits = usize::try_from(C::ORDER.as_ref().bits()).unwrap_or(usize::MAX);
    let kept = digest.get(..order_bits.div_ceil(8)).unwrap_or(digest);
    let mut value = number::<C>(kept);
    // The order may end inside a byte: 225 bits of secp224k1, 521 bits of secp521r1.
    value >>= (kept.len() * 8).saturating_sub(order_bits);
    Scalar::<C>::reduce(&value)
}

/// Bytes as a number, big end first; never longer than what `C::Uint` holds.
fn number<C: elliptic_curve::Curve>(bytes: &[u8]) -> C::Uint {
    let mut padded = ByteArray::<C::Uint>::default();
    for (to, from) in padded.iter_mut().rev().zip(bytes.iter().rev()) {
        *to = *from;
    }
    C::Uint::from_be_byte_array(padded)
}

/// Bytes as an element of the field or a number modulo the order, with leading zeros; `None` when too long.
fn pad<C: elliptic_curve::Curve>(bytes: &[u8]) -> Option<FieldBytes<C>> {
    let mut padded = FieldBytes::<C>::default();
    if bytes.len() > padded.len() {
        return None;
    }
    for (to, from) in padded.iter_mut().rev().zip(bytes.iter().rev()) {
        *to = *from;
    }
    Some(padded)
}

fn without_leading_zeros(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    bytes.get(zeros..).unwrap_or_default()
}
