//! Signed counters of records.

use std::fmt;

/// A signed counter with its context: one record, one number, +1 each. OCMF `PG`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Pagination {
    /// Which counter it is; each counts for itself.
    pub context: PaginationContext,
    /// The count. No wrap is assumed.
    pub number: u64,
}

/// The counter a [`Pagination`] belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PaginationContext {
    /// Records of charging transactions. OCMF `T`.
    Transaction,
    /// Readings for other legal purposes. OCMF `F`.
    Fiscal,
    /// The format has one counter only.
    Only,
}

impl fmt::Display for Pagination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = match self.context {
            PaginationContext::Transaction => "T",
            PaginationContext::Fiscal => "F",
            PaginationContext::Only => "",
        };
        write!(f, "{letter}{}", self.number)
    }
}
