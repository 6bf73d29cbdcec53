//! `eichrecht batch`: many inputs, one row each.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use eichrecht::model::{KeyOrigin, Limits};
use eichrecht::{Verifier, rules};
use eichrecht_batch::{Columns, Counts, Ended, Engine, Plan, Progress, ResultForm, Run, RunError, Settings, Summary, Watch};
use eichrecht_ledger::Added;
use eichrecht_report::{added_summary, visible};

use super::batch_keeper::LedgerKeeper;
use super::batch_progress::Shown;
use super::keys::{directory, given_key, mark};
use crate::args::Lang;
use crate::batch_args::{Batch, ColumnOrigin, RowForm};
use crate::exit::{Exit, Trouble};
use crate::output::{TOOL, language, now, say};

pub(crate) fn run(batch: &Batch, lang: Option<Lang>) -> Result<Exit, Trouble> {
    let plan = Plan::new(&batch.inputs, batch.input_form.into())
        .map_err(|error| Trouble::Usage(format!("{}: {}", visible(&error.argument), error.problem)))?;
    let form = form(batch);
    if batch.to.is_none() && form == ResultForm::Parquet {
        return Err(Trouble::Usage("Parquet can only be written to a file: name it with --to".to_owned()));
    }
    let mut verifier = Verifier::new().require_origin(batch.require_key_origin.into());
    let mut marks = vec![
        ("the program".to_owned(), format!("{} {} rules {}", TOOL.version, TOOL.commit.unwrap_or_default(), rules::RULE_SET)),
        ("--require-key-origin".to_owned(), format!("{:?}", batch.require_key_origin)),
        ("--key-column-origin".to_owned(), format!("{:?}", batch.key_column_origin)),
    ];
    marks.push(("the key store".to_owned(), mark(&batch.store)?));
    marks.push(("--ledger".to_owned(), format!("{:?}", batch.ledger)));
    if let Some(directory) = directory(&batch.store, language(lang))? {
        verifier = verifier.key_directory(directory);
    }
    for argument in &batch.keys {
        let key = given_key(argument, language(lang), &Limits::default())?;
        marks.push(("--key".to_owned(), eichrecht_batch::fingerprint(&key.bytes)));
        verifier = verifier.key(KeyOrigin::User, &key.name, key.bytes);
    }
    let total = plan.bytes();
    let run = Run::new(plan, settings(batch, form, marks), now()).map_err(|error| trouble(&error))?;
    let verifier = verifier.now(run.now().map_err(|error| trouble(&error))?);
    let origin = match batch.key_column_origin {
        ColumnOrigin::Container => KeyOrigin::Container,
        ColumnOrigin::User => KeyOrigin::User,
    };
    let mut engine = Engine::new(verifier).key_origin(origin);
    let ledger = batch.ledger.clone().map(LedgerKeeper::new).transpose()?;
    if let Some(ledger) = &ledger {
        engine = engine.keeper(Arc::<LedgerKeeper>::clone(ledger));
    }
    let watcher = Watcher { stop: stop_on_interrupt(), shown: (!batch.quiet).then(|| Shown::new(total)) };
    let started = Instant::now();
    let summary = run.start(&engine, &watcher);
    if let Some(shown) = &watcher.shown {
        shown.end();
    }
    drop(engine);
    // Why the ledger failed is the better reason.
    let added = ledger.map(LedgerKeeper::finish).transpose()?;
    let summary = summary.map_err(|error| trouble(&error))?;
    if !batch.quiet {
        say(&told(&summary, started.elapsed()));
    }
    if let (Some(Added { new, known, unproven }), false) = (added, batch.quiet) {
        say(added_summary(new, known, unproven, language(lang)).trim_end());
    }
    if let (Some(why), Some(to)) = (why_unfinished(summary.ended), &batch.to) {
        say(&format!("{why}; the same call with --resume goes on with {}", visible(&to.to_string_lossy())));
    }
    Ok(exit(&summary))
}

fn settings(batch: &Batch, form: ResultForm, marks: Vec<(String, String)>) -> Settings {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    Settings {
        columns: Columns {
            payload: batch.payload_column.clone(),
            key: batch.key_column.clone(),
            session: batch.session_column.clone(),
            evse: batch.evse_column.clone(),
        },
        output: batch.to.clone(),
        form,
        resume: batch.resume,
        ordered: !batch.unordered,
        max_failed: if batch.fail_fast { Some(0) } else { batch.max_failed },
        workers: batch.jobs.map_or(cores, usize::from),
        save_every: Duration::from_secs(batch.save_every),
        marks,
    }
}

/// The form asked for, or that of the file's name.
fn form(batch: &Batch) -> ResultForm {
    let ending = |ending: &str| batch.to.as_deref().and_then(Path::extension).is_some_and(|known| known.eq_ignore_ascii_case(ending));
    match batch.output {
        Some(form) => form.into(),
        None if ending("csv") => RowForm::Csv.into(),
        None if ending("parquet") => RowForm::Parquet.into(),
        None => RowForm::Ndjson.into(),
    }
}

/// The worst row decides; a run that did not see all of its inputs proves nothing about the rest.
fn exit(summary: &Summary) -> Exit {
    if summary.counts.faults > 0 {
        return Exit::Fault;
    }
    match (Exit::from(summary.counts.verdict()), summary.ended) {
        (Exit::Fine, Ended::Stopped | Ended::TooManyFailed) => Exit::NotChecked,
        (exit, _) => exit,
    }
}

fn why_unfinished(ended: Ended) -> Option<&'static str> {
    match ended {
        Ended::Complete | Ended::OutputClosed => None,
        Ended::Stopped => Some("stopped"),
        Ended::TooManyFailed => Some("stopped, as more inputs failed than --max-failed allows"),
    }
}

fn told(summary: &Summary, elapsed: Duration) -> String {
    let Counts { verified, warned, not_checked, failed, faults } = summary.counts;
    let new = summary.counts.rows() - summary.resumed;
    let seconds = elapsed.as_secs().max(1);
    let mut text = format!(
        "{} inputs: {verified} verified, {warned} verified with warnings, {failed} failed, {not_checked} not checked",
        summary.counts.rows()
    );
    if summary.resumed > 0 {
        text.push_str(&format!("; {} of them were done before", summary.resumed));
    }
    if faults > 0 {
        text.push_str(&format!("; the program failed at {faults} of them, please report it"));
    }
    text.push_str(&format!("; {} s, {} a second", elapsed.as_secs(), new / seconds));
    text
}

fn trouble(error: &RunError) -> Trouble {
    match error {
        RunError::Unfinished(path) => Trouble::Usage(format!(
            "there is the unfinished result {} of an earlier run: --resume goes on with it, or remove it",
            visible(&path.to_string_lossy())
        )),
        RunError::CannotResume(why) => Trouble::Usage(format!("cannot go on with the unfinished result: {}", visible(why))),
        RunError::Keeper(why) => Trouble::Fault(format!("cannot write the ledger: {}", visible(why))),
        RunError::Output(error) => Trouble::Fault(format!("cannot write the result: {error}")),
        _ => Trouble::Fault("this is a fault of the program, please report it".to_owned()),
    }
}

/// Watches a run for the terminal.
struct Watcher {
    stop: Arc<AtomicBool>,
    shown: Option<Shown>,
}

impl Watch for Watcher {
    fn progress(&self, progress: Progress) {
        if let Some(shown) = &self.shown {
            shown.update(progress);
        }
    }

    fn wants_stop(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// The first Ctrl-C finishes what is under way and saves it, the second one ends the program.
fn stop_on_interrupt() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    let installed = ctrlc::set_handler(move || {
        if asked.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Exit::NotChecked.status()));
        }
        if std::io::stderr().is_terminal() {
            say("stopping; once more to stop at once");
        }
    });
    if installed.is_err() {
        say("Ctrl-C will end the run at once; it can be gone on with all the same");
    }
    stop
}
