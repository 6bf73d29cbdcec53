//! One thread that writes, for many that read and check.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use crate::{Added, Ledger, LedgerError, Submission};

/// Submissions that may wait. More make the senders wait instead of the memory grow.
const WAITING: usize = 256;
/// Submissions committed together at most.
const TOGETHER: usize = 1024;

/// Takes submissions from any number of threads and adds them on one of its own.
///
/// ```
/// # use eichrecht_ledger::{Ledger, Submission, Writer};
/// # let assessments: Vec<eichrecht::model::Assessment> = Vec::new();
/// let writer = Writer::new(Ledger::in_memory()?)?;
/// std::thread::scope(|scope| {
///     for assessment in &assessments {
///         let writer = &writer;
///         scope.spawn(move || Submission::all(assessment).into_iter().try_for_each(|submission| writer.add(submission)));
///     }
/// });
/// let (ledger, added) = writer.finish()?;
/// # assert_eq!(added.new, 0);
/// # Ok::<(), eichrecht_ledger::LedgerError>(())
/// ```
pub struct Writer {
    sender: Option<SyncSender<Message>>,
    thread: Option<JoinHandle<Result<(Ledger, Added), LedgerError>>>,
}

enum Message {
    Add(Submission),
    /// Answer when everything before this is in the ledger.
    Commit(SyncSender<()>),
}

impl Writer {
    /// Begins to write.
    ///
    /// # Errors
    /// When there can be no thread.
    pub fn new(mut ledger: Ledger) -> Result<Self, LedgerError> {
        let (sender, receiver) = sync_channel::<Message>(WAITING);
        let work = move || {
            let mut added = Added::default();
            while let Ok(first) = receiver.recv() {
                let mut batch = ledger.batch()?;
                let mut asked = Vec::new();
                // What has come meanwhile goes along; nobody waits for more.
                for message in std::iter::once(first).chain(receiver.try_iter().take(TOGETHER)) {
                    match message {
                        Message::Add(submission) => added += batch.add(&submission)?,
                        Message::Commit(answer) => asked.push(answer),
                    }
                }
                batch.commit()?;
                for answer in asked {
                    // Who has gone away meanwhile does not want to know any more.
                    let _ = answer.send(());
                }
            }
            Ok((ledger, added))
        };
        let thread = Builder::new().name("ledger".to_owned()).spawn(work).map_err(|_| LedgerError::WriterGone)?;
        Ok(Self { sender: Some(sender), thread: Some(thread) })
    }

    /// Hands a submission over. It is in the ledger when [`Self::commit`] or [`Self::finish`] says so.
    ///
    /// # Errors
    /// When writing has failed; [`Self::finish`] tells why.
    pub fn add(&self, submission: Submission) -> Result<(), LedgerError> {
        self.send(Message::Add(submission))
    }

    /// Waits until everything handed over so far is in the ledger.
    ///
    /// # Errors
    /// When writing has failed; [`Self::finish`] tells why.
    pub fn commit(&self) -> Result<(), LedgerError> {
        let (answer, answered) = sync_channel(1);
        self.send(Message::Commit(answer))?;
        answered.recv().map_err(|_| LedgerError::WriterGone)
    }

    fn send(&self, message: Message) -> Result<(), LedgerError> {
        let sender = self.sender.as_ref().ok_or(LedgerError::WriterGone)?;
        sender.send(message).map_err(|_| LedgerError::WriterGone)
    }

    /// Waits until everything is in the ledger.
    ///
    /// # Errors
    /// The first failure of the store. What was committed before it is in the ledger.
    pub fn finish(mut self) -> Result<(Ledger, Added), LedgerError> {
        drop(self.sender.take());
        let thread = self.thread.take().ok_or(LedgerError::WriterGone)?;
        thread.join().map_err(|_| LedgerError::WriterGone)?
    }
}
