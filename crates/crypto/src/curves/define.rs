//! From the constants of a curve to its arithmetic.

/// Defines a prime field over `primefield`, encoded in `$bytes` bytes, big end first.
///
/// `$non_residue` is the smallest number that is no square in the field; roots are found with it.
macro_rules! define_field {
    ($name:ident, $params:ident, $uint:ty, $bytes:ty, $modulus:expr, $non_residue:literal, $doc:literal) => {
        elliptic_curve::bigint::const_prime_monty_params!($params, $uint, $modulus, $non_residue, $doc);

        impl primefield::MontyFieldParams<{ <$uint>::LIMBS }> for $params {
            type ByteSize = $bytes;
            const BYTE_ORDER: primefield::ByteOrder = primefield::ByteOrder::BigEndian;
            const MODULUS_HEX: &'static str = $modulus;
            const T: $uint = primefield::compute_t($params::PARAMS.modulus().as_ref());
        }

        primefield::monty_field_element! { name: $name, params: $params, uint: $uint, doc: $doc }
        primefield::monty_field_arithmetic! { name: $name, params: $params, uint: $uint }
    };
}

/// Defines a short Weierstrass curve of prime order: its two fields and the glue to `primeorder`.
///
/// `bytes` is the size of both a coordinate and a number modulo the order, as the generic code knows only one
/// size for both. Where the order is longer than the field, coordinates get a leading zero byte.
macro_rules! define_curve {
    (
        $(#[$doc:meta])*
        name: $curve:ident,
        uint: $uint:ty,
        bytes: $bytes:ty,
        formulas: $formulas:ident,
        p: $p:literal, non_residue_p: $non_residue_p:literal,
        n: $n:literal, n_as_uint: $n_uint:literal, non_residue_n: $non_residue_n:literal,
        a: $a:expr,
        b: $b:literal,
        x: $x:literal,
        y: $y:literal $(,)?
    ) => {
        mod field {
            use elliptic_curve::bigint::modular::ConstMontyParams;
            use elliptic_curve::ff::PrimeField;
            use elliptic_curve::subtle::{Choice, ConstantTimeEq, CtOption};

            define_field!(FieldElement, FieldParams, $uint, $bytes, $p, $non_residue_p, "Field of the coordinates.");
            impl elliptic_curve::ops::BatchInvert for FieldElement {}
        }

        mod scalar {
            use elliptic_curve::bigint::modular::ConstMontyParams;
            use elliptic_curve::ff::PrimeField;
            use elliptic_curve::subtle::{Choice, ConstantTimeEq, ConstantTimeGreater as _, CtOption};

            define_field!(Scalar, ScalarParams, $uint, $bytes, $n, $non_residue_n, "Numbers modulo the order.");
            elliptic_curve::scalar_impls!(super::$curve, Scalar);
            primeorder::wnaf::impl_wnaf_size_for_scalar!(Scalar);

            impl AsRef<Scalar> for Scalar {
                fn as_ref(&self) -> &Scalar {
                    self
                }
            }

            impl elliptic_curve::scalar::FromUintUnchecked for Scalar {
                type Uint = $uint;

                fn from_uint_unchecked(uint: Self::Uint) -> Self {
                    Self::from_uint_unchecked(uint)
                }
            }

            impl elliptic_curve::scalar::IsHigh for Scalar {
                fn is_high(&self) -> Choice {
                    const HALF: $uint = ScalarParams::PARAMS.modulus().as_ref().shr_vartime(1);
                    self.to_canonical().ct_gt(&HALF)
                }
            }

            impl elliptic_curve::ops::Reduce<$uint> for Scalar {
                fn reduce(number: &$uint) -> Self {
                    Self::from_uint_unchecked(*number)
                }
            }

            impl elliptic_curve::ops::Reduce<elliptic_curve::FieldBytes<super::$curve>> for Scalar {
                fn reduce(bytes: &elliptic_curve::FieldBytes<super::$curve>) -> Self {
                    Self::from_uint_unchecked(elliptic_curve::field::bytes_to_uint::<super::$curve>(bytes))
                }
            }
        }

        $(#[$doc])*
        #[derive(Copy, Clone, Debug, Default, Eq, PartialEq, PartialOrd, Ord)]
        pub struct $curve;

        impl elliptic_curve::Curve for $curve {
            type FieldBytesSize = $bytes;
            type Uint = $uint;
            const ORDER: elliptic_curve::bigint::Odd<$uint> = elliptic_curve::bigint::Odd::<$uint>::from_be_hex($n_uint);
        }

        impl elliptic_curve::PrimeCurve for $curve {}

        impl elliptic_curve::point::PointCompression for $curve {
            const COMPRESS_POINTS: bool = false;
        }

        impl elliptic_curve::CurveArithmetic for $curve {
            type AffinePoint = primeorder::AffinePoint<$curve>;
            type ProjectivePoint = primeorder::ProjectivePoint<$curve>;
            type Scalar = scalar::Scalar;
        }

        impl elliptic_curve::hazmat::FieldArithmetic for $curve {
            type FieldElement = field::FieldElement;
        }

        impl elliptic_curve::PrimeCurveArithmetic for $curve {
            type CurveGroup = primeorder::ProjectivePoint<$curve>;
        }

        impl primeorder::PrimeCurveParams for $curve {
            type PointArithmetic = primeorder::point_arithmetic::$formulas;
            type Backend = primeorder::mul_backend::VariableOnly;

            const EQUATION_A: field::FieldElement = $a;
            const EQUATION_B: field::FieldElement = field::FieldElement::from_hex_vartime($b);
            const GENERATOR: (field::FieldElement, field::FieldElement) =
                (field::FieldElement::from_hex_vartime($x), field::FieldElement::from_hex_vartime($y));
        }
    };
}
