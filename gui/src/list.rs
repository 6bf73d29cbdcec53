//! The list of what was found: one line a charging session, and one for each input that is more, or other, than its
//! sessions.

use std::cmp::Ordering;

use eichrecht::model::{Assessment, Decimal, InputRole, TransactionId, Unit, Verdict};
use jiff::Timestamp;

/// A line. Its words are made when it is shown; this is what it is found and sorted by.
#[derive(Clone, Debug)]
pub struct Line {
    /// Position of the input.
    pub input: usize,
    /// The session; `None` for an input as a whole.
    pub session: Option<TransactionId>,
    /// The verdict shown; `None` for a key or a signature, which have none of their own.
    pub verdict: Option<Verdict>,
    energy: Option<Decimal>,
    begin: Option<Timestamp>,
    /// Everything one may look for, in lower case.
    haystack: String,
}

/// What the lines are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Column {
    /// As in the data.
    #[default]
    Order,
    /// By verdict, worst first.
    Verdict,
    /// By the amount of energy.
    Energy,
    /// By the time of the begin.
    Begin,
    /// By the name of the input.
    Input,
}

/// The lines of an assessment.
#[must_use]
pub(crate) fn lines(assessment: &Assessment) -> Vec<Line> {
    let mut by_input: Vec<Vec<TransactionId>> = vec![Vec::new(); assessment.inputs.len()];
    let mut placed = vec![false; assessment.records.len()];
    for transaction in &assessment.transactions {
        if let Some(list) = by_input.get_mut(transaction.input) {
            list.push(transaction.id);
        }
        for record in &transaction.records {
            if let Some(flag) = record.0.checked_sub(1).and_then(|position| placed.get_mut(position)) {
                *flag = true;
            }
        }
    }
    let mut lines = Vec::with_capacity(assessment.transactions.len().max(by_input.len()));
    for (position, (input, sessions)) in assessment.inputs.iter().zip(&by_input).enumerate() {
        let worst = sessions.iter().map(|id| assessment.transaction_verdict(*id)).max();
        let loose = placed.get(input.records.clone()).is_some_and(|flags| flags.contains(&false));
        let whole = match sessions.as_slice() {
            [] => true,
            // The line of a single session shows the verdict on its input, see below.
            [_] => loose,
            _ => loose || worst.is_none_or(|worst| worst < input.verdict),
        };
        if whole {
            let verdict = (input.role == InputRole::Data).then_some(input.verdict);
            lines.push(Line { input: position, session: None, verdict, energy: None, begin: None, haystack: input.name.to_lowercase() });
        }
        for id in sessions {
            let verdict = if sessions.len() == 1 { input.verdict } else { assessment.transaction_verdict(*id) };
            lines.push(session(assessment, position, *id, verdict));
        }
    }
    lines
}

fn session(assessment: &Assessment, input: usize, id: TransactionId, verdict: Verdict) -> Line {
    let transaction = assessment.transaction(id);
    let energy = transaction.and_then(|t| t.stated_energy.as_ref());
    let begin = transaction.and_then(|t| t.begin(assessment)).and_then(|reading| reading.time.as_ref());
    let mut haystack = assessment.inputs.get(input).map(|input| input.name.to_lowercase()).unwrap_or_default();
    let records = transaction.map(|t| t.records.as_slice()).unwrap_or_default();
    // The first and the last name the meter, the charging point and the user; a session may have thousands between.
    let ends = records.first().into_iter().chain(records.last().filter(|_| records.len() > 1));
    for content in ends.filter_map(|id| assessment.checked(*id)).map(|record| record.content()) {
        let texts = [&content.meter.serial, &content.gateway.serial, &content.charge_point.id, &content.user.id, &content.session];
        for text in texts.into_iter().flatten() {
            haystack.push('\n');
            haystack.push_str(&text.to_lowercase());
        }
    }
    if let Some(energy) = energy {
        haystack.push('\n');
        haystack.push_str(&energy.value.to_string());
    }
    if let Some(time) = begin {
        haystack.push_str(&format!("\n{}", time.local.date()));
    }
    Line {
        input,
        session: Some(id),
        verdict: Some(verdict),
        energy: energy.and_then(|energy| energy.unit.convert(&energy.value, &Unit::WattHour)),
        begin: begin.map(|time| time.instant),
        haystack,
    }
}

/// Which lines are shown, and in which order. Made anew when something of it changes, never for a frame.
#[derive(Clone, Debug, Default)]
pub struct Arrangement {
    /// Text every line must hold, as typed.
    pub text: String,
    /// Only lines of this verdict; `None` for all.
    pub verdict: Option<Verdict>,
    /// What is sorted by.
    pub column: Column,
    /// Whether backwards.
    pub reverse: bool,
    /// Positions of the lines shown.
    pub shown: Vec<usize>,
    /// Lines of each verdict before any filter: verified, with remarks, not checked, failed.
    pub counts: [usize; 4],
}

/// The verdicts in the order of [`Arrangement::counts`].
pub(crate) const VERDICTS: [Verdict; 4] = [Verdict::Verified, Verdict::VerifiedWithWarnings, Verdict::NotChecked, Verdict::Failed];

impl Arrangement {
    /// Arranges the lines.
    pub fn arrange(&mut self, lines: &[Line]) {
        self.counts = VERDICTS.map(|verdict| lines.iter().filter(|line| line.verdict == Some(verdict)).count());
        let wanted: Vec<String> = self.text.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let fits = |line: &Line| {
            self.verdict.is_none_or(|verdict| line.verdict == Some(verdict))
                && wanted.iter().all(|text| line.haystack.contains(text.as_str()))
        };
        let mut shown: Vec<(usize, &Line)> = lines.iter().enumerate().filter(|(_, line)| fits(line)).collect();
        let column = self.column;
        shown.sort_by(|(_, a), (_, b)| compare(column, a, b));
        if self.reverse {
            shown.reverse();
        }
        self.shown = shown.into_iter().map(|(position, _)| position).collect();
    }

    /// Sorts by a column, or backwards if that is what is sorted by already.
    pub fn sort_by(&mut self, column: Column) {
        self.reverse = self.column == column && !self.reverse;
        self.column = column;
    }
}

fn compare(column: Column, a: &Line, b: &Line) -> Ordering {
    match column {
        Column::Order => Ordering::Equal,
        Column::Verdict => b.verdict.cmp(&a.verdict),
        // Lines without an amount come first.
        Column::Energy => a.energy.cmp(&b.energy),
        Column::Begin => a.begin.cmp(&b.begin),
        Column::Input => a.input.cmp(&b.input),
    }
}
