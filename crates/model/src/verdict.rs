//! The verdict on a part or on the whole.

/// The verdict, best first: the worst part decides the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Every signature valid, no rule failed or warned.
    Verified,
    /// Every signature valid, no rule failed, at least one warned.
    VerifiedWithWarnings,
    /// Nothing failed, but something could not be checked.
    NotChecked,
    /// At least one signature is invalid or one rule failed.
    Failed,
}

impl Verdict {
    /// The word of reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::VerifiedWithWarnings => "verified-with-warnings",
            Self::NotChecked => "not-checked",
            Self::Failed => "failed",
        }
    }

    /// The worse of two.
    #[must_use]
    pub fn worst(self, other: Self) -> Self {
        self.max(other)
    }
}
