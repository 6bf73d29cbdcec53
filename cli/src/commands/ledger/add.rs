//! `ledger add`.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use eichrecht::model::{KeyOrigin, Limits};
use eichrecht::{Input, Verifier};
use eichrecht_ledger::{Added, Batch, LedgerError, Reports, Submission, is_report};
use eichrecht_report::{AddedNote, Language, added_note, added_summary, content};
use jiff::Timestamp;

use super::args::Add;
use super::trouble;
use crate::args::Lang;
use crate::commands::keys::given_key;
use crate::exit::{Exit, Trouble};
use crate::output::{language, say, write};
use crate::source;

/// Inputs committed together. What was not committed when the program is killed has to be added again.
const TOGETHER: usize = 32;

pub(super) fn run(add: &Add, file: &Path, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let limits = Limits::default();
    if add.inputs.iter().filter(|input| *input == source::STDIN).count() > 1 {
        return Err(Trouble::Usage("standard input (-) can be read once only".to_owned()));
    }
    #[allow(clippy::disallowed_methods, reason = "the front end is where the present comes from")]
    let mut verifier = Verifier::new().now(Timestamp::now());
    for argument in &add.keys {
        let key = given_key(argument, language(lang), &limits)?;
        verifier = verifier.key(KeyOrigin::User, &key.name, key.bytes);
    }
    let mut ledger = super::open(file)?;
    let mut tally = Tally::new(language(lang));
    for inputs in add.inputs.chunks(TOGETHER) {
        let mut batch = ledger.batch().map_err(|error| trouble(error, file))?;
        for argument in inputs {
            one(argument, &verifier, limits.input_bytes, &mut batch, &mut tally).map_err(|error| trouble(error, file))?;
        }
        batch.commit().map_err(|error| trouble(error, file))?;
        // What is said to be in the ledger is in it.
        tally.tell();
    }
    let Added { new, known, unproven } = tally.added;
    write(&added_summary(new, known, unproven, tally.language))?;
    Ok(tally.exit)
}

/// What became of the inputs.
struct Tally {
    added: Added,
    exit: Exit,
    language: Language,
    /// Lines for people, until what they say is committed.
    lines: Vec<String>,
}

impl Tally {
    fn new(language: Language) -> Self {
        Self { added: Added::default(), exit: Exit::Fine, language, lines: Vec::new() }
    }

    fn worse(&mut self, exit: Exit) {
        if exit == Exit::Failed || self.exit == Exit::Fine {
            self.exit = exit;
        }
    }

    fn line(&mut self, argument: &OsStr, note: AddedNote<'_>) {
        self.lines.push(added_note(&argument.to_string_lossy(), note, self.language));
    }

    fn tell(&mut self) {
        self.lines.drain(..).for_each(|line| say(&line));
    }
}

fn one(argument: &OsStr, verifier: &Verifier, limit: usize, batch: &mut Batch<'_>, tally: &mut Tally) -> Result<(), LedgerError> {
    // Reports may come by the million in one file: they are told by their beginning and read one by one.
    if argument != source::STDIN
        && let Some(reports) = report_file(Path::new(argument))
    {
        return add_reports(argument, Reports::new(reports, limit), batch, tally);
    }
    let input = source::input(argument, limit);
    match &input.bytes {
        Ok(bytes) if is_report(bytes) => add_reports(argument, Reports::new(bytes.as_slice(), limit), batch, tally),
        _ => add_data(argument, verifier, input, batch, tally),
    }
}

/// The file, if it begins like a report.
fn report_file(path: &Path) -> Option<impl Read> {
    let mut head = Vec::new();
    File::open(path).ok()?.take(200).read_to_end(&mut head).ok()?;
    if is_report(&head) { File::open(path).ok().map(BufReader::new) } else { None }
}

fn add_data(argument: &OsStr, verifier: &Verifier, input: Input, batch: &mut Batch<'_>, tally: &mut Tally) -> Result<(), LedgerError> {
    // Each input for itself, so that what lies beside it never changes what is added.
    let assessment = verifier.verify(vec![input]);
    let mut records = 0;
    for submission in Submission::all(&assessment) {
        tally.added += batch.add(&submission)?;
        records += submission.counts().0 + submission.counts().1;
        if submission.unproven().iter().any(|record| record.invalid) {
            tally.worse(Exit::Failed);
            tally.line(argument, AddedNote::Invalid);
        } else if submission.counts().1 > 0 {
            tally.worse(Exit::NotChecked);
            tally.line(argument, AddedNote::NotChecked);
        }
    }
    if !assessment.errors.is_empty() {
        tally.worse(Exit::NotChecked);
        for sentence in content(&assessment, tally.language).inputs.iter().flat_map(|input| &input.errors) {
            tally.line(argument, AddedNote::Unread(sentence));
        }
    } else if records == 0 {
        tally.worse(Exit::NotChecked);
        tally.line(argument, AddedNote::Nothing);
    }
    Ok(())
}

fn add_reports<R: Read>(argument: &OsStr, mut reports: Reports<R>, batch: &mut Batch<'_>, tally: &mut Tally) -> Result<(), LedgerError> {
    loop {
        match batch.add_next(&mut reports) {
            Ok(Some(added)) => {
                tally.added += added;
                if added.unproven > 0 {
                    tally.worse(Exit::NotChecked);
                }
            }
            Ok(None) => return Ok(()),
            Err(LedgerError::Report { number, reason }) => {
                tally.worse(Exit::NotChecked);
                tally.line(argument, AddedNote::Report { number, reason: &reason });
                return Ok(());
            }
            Err(error) => return Err(error),
        }
    }
}
