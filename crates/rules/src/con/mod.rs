//! Rules of the family.

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[];
