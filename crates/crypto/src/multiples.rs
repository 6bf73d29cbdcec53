//! u1·G + u2·Q with multiples of both points kept: the costly step of a verification, made cheaper for keys that
//! verify many signatures, as those of meters do.
//!
//! A scalar of `n` bits is cut into four parts. With 2^(n/4)·Q, 2^(2n/4)·Q and 2^(3n/4)·Q at hand all parts are
//! worked off side by side, which takes a quarter of the doublings. The digits are those of wNAF.

use elliptic_curve::consts::U6;
use elliptic_curve::{CurveArithmetic, FieldBytes, Group, ProjectivePoint, Scalar};
use primeorder::PrimeFieldExt;
use primeorder::wnaf::{WnafBase, WnafScalar, WnafSize};

/// Parts of a scalar.
const PARTS: usize = 4;

/// Signed digits of six bits, of which 16 odd multiples are kept.
type Window = U6;

/// What the arithmetic of a curve has to offer; all here do.
pub(crate) trait Splittable: CurveArithmetic<Scalar: WnafSize> {
    /// Multiples of the generator, made when first asked for.
    fn generator() -> &'static Multiples<Self>;
}

/// A point times 2^0, 2^(n/4), 2^(2n/4), 2^(3n/4), and the odd multiples of each.
pub(crate) struct Multiples<C: CurveArithmetic> {
    parts: Vec<WnafBase<ProjectivePoint<C>, Window>>,
}

impl<C: Splittable> Multiples<C> {
    pub(crate) fn of(point: &ProjectivePoint<C>) -> Self {
        let mut shifted = *point;
        let mut parts = vec![WnafBase::new(&shifted)];
        for _ in 1..PARTS {
            for _ in 0..8 * part_bytes::<C>() {
                shifted = shifted.double();
            }
            parts.push(WnafBase::new(&shifted));
        }
        Self { parts }
    }

    /// `u1 * G + u2 * self`.
    pub(crate) fn sum(&self, u1: &Scalar<C>, u2: &Scalar<C>) -> ProjectivePoint<C> {
        let (u1, u2) = (digits::<C>(u1), digits::<C>(u2));
        let of_generator = C::generator().parts.iter().zip(&u1);
        WnafBase::multiscalar_mul(of_generator.chain(self.parts.iter().zip(&u2)))
    }
}

fn part_bytes<C: CurveArithmetic>() -> usize {
    FieldBytes::<C>::default().len().div_ceil(PARTS)
}

/// The parts of a scalar, least significant first.
fn digits<C: Splittable>(scalar: &Scalar<C>) -> Vec<WnafScalar<Scalar<C>, Window>> {
    scalar.to_le_repr().chunks(part_bytes::<C>()).map(WnafScalar::from_le_bytes).collect()
}

/// Gives a curve its table for the generator.
macro_rules! splittable {
    ($($curve:ty),* $(,)?) => {
        $(
            impl Splittable for $curve {
                fn generator() -> &'static Multiples<Self> {
                    static MULTIPLES: std::sync::OnceLock<Multiples<$curve>> = std::sync::OnceLock::new();
                    MULTIPLES.get_or_init(|| Multiples::of(&ProjectivePoint::<$curve>::generator()))
                }
            }
        )*
    };
}

splittable! {
    crate::curves::Secp192k1,
    p192::NistP192,
    crate::curves::Secp224k1,
    p224::NistP224,
    k256::Secp256k1,
    p256::NistP256,
    p384::NistP384,
    p521::NistP521,
    bp256::BrainpoolP256r1,
    bp384::BrainpoolP384r1,
    crate::curves::BrainpoolP512r1,
}

#[cfg(test)]
mod tests {
    use super::*;
    use elliptic_curve::Field;
    use elliptic_curve::ops::MulByGeneratorVartime;

    /// The sum is that of the curve's own multiplication: for small and large scalars, their neighbours, powers of
    /// two around the borders of the parts, and a walk through numbers without pattern.
    fn agrees<C: Splittable>() {
        let one = Scalar::<C>::ONE;
        let mut scalars = vec![Scalar::<C>::ZERO, one, one + one, -one, -(one + one)];
        let mut power = one;
        for bit in 1..8 * part_bytes::<C>() * 3 + 2 {
            power = power + power;
            if (bit + 1) % (8 * part_bytes::<C>()) <= 2 {
                scalars.extend([power, power - one, -power]);
            }
        }
        let mut walk = (-one) * (power - one).square() + power;
        for _ in 0..12 {
            walk = walk.square() + power;
            scalars.push(walk);
        }
        let generator = ProjectivePoint::<C>::generator();
        for point in [generator, generator * (walk + one), -generator] {
            let multiples = Multiples::<C>::of(&point);
            for (u1, u2) in scalars.iter().zip(scalars.iter().rev()).chain(scalars.iter().zip(&scalars)) {
                let expected = ProjectivePoint::<C>::mul_by_generator_and_mul_add_vartime(u1, u2, &point);
                assert!(multiples.sum(u1, u2) == expected, "{u1:?} {u2:?}");
                assert!(expected == generator * *u1 + point * *u2, "{u1:?} {u2:?}");
            }
        }
    }

    #[test]
    fn sums_are_those_of_the_plain_way_on_every_curve() {
        agrees::<crate::curves::Secp192k1>();
        agrees::<p192::NistP192>();
        agrees::<crate::curves::Secp224k1>();
        agrees::<p224::NistP224>();
        agrees::<k256::Secp256k1>();
        agrees::<p256::NistP256>();
        agrees::<p384::NistP384>();
        agrees::<p521::NistP521>();
        agrees::<bp256::BrainpoolP256r1>();
        agrees::<bp384::BrainpoolP384r1>();
        agrees::<crate::curves::BrainpoolP512r1>();
    }
}
