//! The progress of `batch`: a bar on a terminal, a line now and then elsewhere.

use std::io::IsTerminal;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use eichrecht_batch::Progress;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::output::say;

/// How often a line is written where there is no terminal.
const LINE_EVERY: Duration = Duration::from_secs(30);

/// Shows how far a run has come.
pub(crate) enum Shown {
    Bar(ProgressBar),
    Lines { started: Instant, last: Mutex<Instant> },
}

impl Shown {
    pub(crate) fn new(total: Option<u64>) -> Self {
        let dumb = std::env::var_os("TERM").is_some_and(|value| value == "dumb");
        if !std::io::stderr().is_terminal() || dumb {
            let now = Instant::now();
            return Self::Lines { started: now, last: Mutex::new(now) };
        }
        let template = match total {
            Some(_) => "{bar:30} {percent:>3} % of {total_bytes}, {eta} left  {msg}",
            None => "{spinner} {bytes} read  {msg}",
        };
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::stderr_with_hz(5));
        // The template is ours; if it were wrong, the plain look does as well.
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self::Bar(bar)
    }

    pub(crate) fn update(&self, progress: Progress) {
        match self {
            Self::Bar(bar) => {
                bar.set_position(progress.read);
                bar.set_message(words(&progress, bar.elapsed()));
            }
            Self::Lines { started, last } => {
                let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
                if last.elapsed() >= LINE_EVERY {
                    *last = Instant::now();
                    say(&words(&progress, started.elapsed()));
                }
            }
        }
    }

    pub(crate) fn end(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}

fn words(progress: &Progress, elapsed: Duration) -> String {
    let counts = &progress.counts;
    let rate = u128::from(counts.rows()) * 1000 / elapsed.as_millis().max(1);
    let good = counts.verified + counts.warned;
    format!("{} inputs, {rate} a second: {good} verified, {} failed, {} not checked", counts.rows(), counts.failed, counts.not_checked)
}
