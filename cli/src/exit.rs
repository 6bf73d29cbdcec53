//! Exit statuses. They are a promise to scripts.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use eichrecht::model::Verdict;

use crate::output::{say, write};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Verified, with or without warnings; or the command has no verdict and did its work.
    Fine,
    /// A signature is invalid or a rule failed.
    Failed,
    /// Wrong usage.
    Usage,
    /// Something could not be checked.
    NotChecked,
    /// A fault of the program itself.
    Fault,
}

impl Exit {
    /// The number.
    pub(crate) fn status(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::NotChecked => 3,
            Self::Fault => 4,
        }
    }
}

impl From<Verdict> for Exit {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Verified | Verdict::VerifiedWithWarnings => Self::Fine,
            Verdict::NotChecked => Self::NotChecked,
            Verdict::Failed => Self::Failed,
        }
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The arguments are wrong.
    Usage(String),
    /// Our fault, or that of the machine.
    Fault(String),
    /// A file that was asked for cannot be written.
    Unwritten(String),
    /// The key store is damaged, busy or cannot be written.
    Store(String),
}

/// Runs the work. Trouble is told on standard error; so is a panic, which must never look like a verdict:
/// all that may follow it on standard output is `document`, which has none.
pub(crate) fn guarded(document: Option<&str>, work: impl FnOnce() -> Result<Exit, Trouble>) -> ExitCode {
    ExitCode::from(outcome(document, work).status())
}

fn outcome(document: Option<&str>, work: impl FnOnce() -> Result<Exit, Trouble>) -> Exit {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(exit)) => exit,
        Ok(Err(Trouble::Usage(message))) => {
            say(&format!("error: {message}"));
            Exit::Usage
        }
        Ok(Err(Trouble::Store(message))) => {
            say(&format!("error: {message}"));
            Exit::Fault
        }
        Ok(Err(Trouble::Unwritten(message))) => {
            say(&format!("eichrecht: {message}; no verdict was given"));
            // Files are written before the report, so nothing stands before it.
            if let Some(document) = document {
                let _ = write(document);
            }
            Exit::Fault
        }
        Ok(Err(Trouble::Fault(message))) => {
            say(&format!("eichrecht: {message}; no verdict was given"));
            Exit::Fault
        }
        Err(_) => {
            say("eichrecht: this is a fault of the program, please report it; no verdict was given");
            if let Some(document) = document {
                // Reports are written in one go at the end, so nothing stands before it.
                let _ = write(document);
            }
            Exit::Fault
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses_are_those_promised() {
        for (verdict, status) in
            [(Verdict::Verified, 0), (Verdict::VerifiedWithWarnings, 0), (Verdict::Failed, 1), (Verdict::NotChecked, 3)]
        {
            assert_eq!(Exit::from(verdict).status(), status);
        }
    }

    #[test]
    fn a_panic_is_a_fault_and_no_verdict() {
        assert_eq!(outcome(None, || panic!("on purpose")), Exit::Fault);
        assert_eq!(outcome(None, || Err(Trouble::Fault("disk full".to_owned()))), Exit::Fault);
        assert_eq!(outcome(None, || Err(Trouble::Usage("no such rule".to_owned()))), Exit::Usage);
        assert_eq!(Exit::Fault.status(), 4);
        assert_eq!(Exit::Usage.status(), 2);
    }
}
