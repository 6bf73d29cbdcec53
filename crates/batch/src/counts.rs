//! How many rows there were of each kind.

use eichrecht::model::Verdict;
use serde::{Deserialize, Serialize};

use crate::Row;

/// Rows by verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Verified.
    pub verified: u64,
    /// Verified with warnings.
    pub warned: u64,
    /// Not checked, faults among them.
    pub not_checked: u64,
    /// Failed.
    pub failed: u64,
    /// Inputs at which the program itself failed.
    pub faults: u64,
}

impl Counts {
    /// All rows.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.verified + self.warned + self.not_checked + self.failed
    }

    /// The worst of all rows; not checked when there is none.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        match self {
            Self { failed: 1.., .. } => Verdict::Failed,
            Self { not_checked: 1.., .. } => Verdict::NotChecked,
            Self { warned: 1.., .. } => Verdict::VerifiedWithWarnings,
            Self { verified: 1.., .. } => Verdict::Verified,
            _ => Verdict::NotChecked,
        }
    }

    pub(crate) fn add(&mut self, row: &Row) {
        match row.verdict() {
            Verdict::Verified => self.verified += 1,
            Verdict::VerifiedWithWarnings => self.warned += 1,
            Verdict::NotChecked => self.not_checked += 1,
            Verdict::Failed => self.failed += 1,
        }
        self.faults += u64::from(row.is_fault());
    }

    pub(crate) fn add_all(&mut self, more: &Self) {
        self.verified += more.verified;
        self.warned += more.warned;
        self.not_checked += more.not_checked;
        self.failed += more.failed;
        self.faults += more.faults;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_row_decides_and_no_row_proves_nothing() {
        let mut counts = Counts::default();
        assert_eq!(counts.verdict(), Verdict::NotChecked);
        counts.verified = 10;
        assert_eq!(counts.verdict(), Verdict::Verified);
        counts.warned = 1;
        assert_eq!(counts.verdict(), Verdict::VerifiedWithWarnings);
        counts.not_checked = 1;
        assert_eq!(counts.verdict(), Verdict::NotChecked);
        counts.failed = 1;
        assert_eq!((counts.verdict(), counts.rows()), (Verdict::Failed, 13));
    }
}
