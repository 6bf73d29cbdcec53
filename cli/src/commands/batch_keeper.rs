//! The ledger of `batch`.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use eichrecht::model::Assessment;
use eichrecht_batch::Keeper;
use eichrecht_ledger::{Added, Submission, Writer};

use super::ledger;
use crate::exit::Trouble;

/// Writes everything that is found to a ledger, on a thread of its own.
pub(crate) struct LedgerKeeper {
    writer: Writer,
    file: PathBuf,
}

impl fmt::Debug for LedgerKeeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LedgerKeeper").field("file", &self.file).finish_non_exhaustive()
    }
}

impl LedgerKeeper {
    pub(crate) fn new(file: PathBuf) -> Result<Arc<Self>, Trouble> {
        let writer = Writer::new(ledger::open(&file)?).map_err(|error| ledger::trouble(error, &file))?;
        Ok(Arc::new(Self { writer, file }))
    }

    /// Ends the writing. What was added, or why it could not be.
    pub(crate) fn finish(self: Arc<Self>) -> Result<Added, Trouble> {
        let Self { writer, file } = Arc::into_inner(self).ok_or_else(|| Trouble::Fault("the ledger is still in use".to_owned()))?;
        writer.finish().map(|(_, added)| added).map_err(|error| ledger::trouble(error, &file))
    }
}

impl Keeper for LedgerKeeper {
    fn keep(&self, assessment: &Assessment) {
        for submission in Submission::all(assessment) {
            // A writer that has failed says so when it is to commit, and why when it is finished.
            let _ = self.writer.add(submission);
        }
    }

    fn commit(&self) -> Result<(), String> {
        self.writer.commit().map_err(|error| error.to_string())
    }
}
