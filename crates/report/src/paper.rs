//! What a printed report says besides [`content`](crate::content): headings, readings one by one, what findings rest on,
//! and what was read by which program. Words only; the layout is made elsewhere.

use eichrecht_model::{Assessment, MeterTime, Transaction, TransactionId, Verdict, VerifiedEnergy};
use eichrecht_rules::{Basis, RULE_SET};

use crate::content::{Row, Standing, words};
use crate::text::table::SessionLine;
use crate::texts::{Arg, Texts};
use crate::view::by_input;
use crate::{Language, ReportContent, ToolInfo, content, text, visible};

/// A printed report in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperContent {
    /// What all reports say.
    pub report: ReportContent,
    /// Headings and small words.
    pub words: PaperWords,
    /// One line for each session, in the order of their numbers.
    pub lines: Vec<SessionLine>,
    /// The readings of each session, in the order of their numbers.
    pub readings: Vec<SessionReadings>,
    /// What was read and what read it.
    pub about: Vec<Row>,
    /// The large figure: the amount, where all of the report is about one session.
    pub figure: Option<Figure>,
}

/// The amount a report is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The amount with its unit.
    pub value: String,
    /// That it is proven, or that it is not.
    pub note: String,
    /// Whether it is proven and nothing that was checked fails.
    pub proven: bool,
}

/// The readings of one session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionReadings {
    /// The session.
    pub id: TransactionId,
    /// Its readings in the order of its records; the first of them.
    pub readings: Vec<ReadingContent>,
    /// How many more there are.
    pub more: usize,
}

/// One reading in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingContent {
    /// Number of its record.
    pub record: String,
    /// Why it was taken.
    pub reason: String,
    /// The register.
    pub register: String,
    /// Its value and unit.
    pub value: String,
    /// When, and what the clock is worth.
    pub time: String,
    /// What stands behind the value.
    pub standing: Standing,
    /// The word for that.
    pub mark: String,
}

/// Headings and small words of a printed report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperWords {
    /// Title of the document.
    pub title: String,
    /// When it was made.
    pub made: String,
    /// Heading of the sessions.
    pub sessions: String,
    /// Heading of records outside sessions.
    pub loose: String,
    /// Heading of what is told and not signed.
    pub claims: String,
    /// What such things are worth.
    pub claims_note: String,
    /// Heading of findings.
    pub findings: String,
    /// Heading of what could not be read.
    pub errors: String,
    /// Heading of the readings of a session.
    pub readings: String,
    /// Columns of the readings: record, reason, register, value, time, mark.
    pub reading_columns: [String; 6],
    /// Columns of the list of sessions: number, verdict, energy, proof, begin, duration.
    pub session_columns: [String; 6],
    /// Before what a finding means for the bill.
    pub bill: String,
    /// Before what can be done.
    pub advice: String,
    /// Before what a rule rests on.
    pub basis: String,
    /// Heading of the last part.
    pub about: String,
    /// That the report itself is no proof.
    pub no_proof: String,
    /// The marks of values and what they mean.
    pub legend: [(Standing, String, String); 3],
    language: Language,
}

impl PaperWords {
    /// The word for what stands behind a value; none for what the program says of its own.
    #[must_use]
    pub fn mark(&self, standing: Standing) -> &str {
        self.legend.iter().find(|(one, ..)| *one == standing).map_or("", |(_, mark, _)| mark)
    }

    /// What a rule rests on, a line each.
    #[must_use]
    pub fn basis_of(&self, code: &str) -> Vec<String> {
        let texts = Texts::new(self.language);
        let all = eichrecht_rules::find(code).map_or(&[][..], |rule| rule.basis);
        all.iter().map(|one| basis(&texts, one)).collect()
    }

    /// How many readings of a session are not shown.
    #[must_use]
    pub fn more_readings(&self, count: usize) -> String {
        Texts::new(self.language).say("paper-more-readings", &[("count", Arg::Count(count))])
    }

    /// `Input 2: name`.
    #[must_use]
    pub fn input_title(&self, number: usize, name: &str) -> String {
        let number = number.to_string();
        Texts::new(self.language).say("input-title", &[("number", Arg::Text(&number)), ("name", Arg::Text(name))])
    }

    /// What did not fit into the report, and where it stands.
    #[must_use]
    pub fn left_out(&self, sessions: usize, findings: usize, others: usize) -> String {
        let args = [("sessions", Arg::Count(sessions)), ("findings", Arg::Count(findings)), ("others", Arg::Count(others))];
        Texts::new(self.language).say("paper-left-out", &args)
    }

    /// Alternative text for the sign of a verdict.
    #[must_use]
    pub fn verdict_sign(&self, verdict: Verdict) -> String {
        crate::content::verdict_word(&Texts::new(self.language), verdict)
    }
}

/// Most readings of a session that are shown.
const READINGS: usize = 24;

/// Everything a printed report says. `made` is when it is made, with the offset in minutes from UTC, and `program` the
/// SHA-256 of the program's own file, where it is known.
#[must_use]
pub fn paper(
    assessment: &Assessment,
    language: Language,
    tool: ToolInfo<'_>,
    program: Option<&str>,
    made: (jiff::civil::DateTime, i32),
) -> PaperContent {
    let texts = Texts::new(language);
    let report = content(assessment, language);
    let made = moment(&texts, made);
    let mut about = text::about(&texts, assessment, &by_input(assessment), tool);
    if let Some(sha256) = program {
        about.push(Row::own(texts.plain("label-program-file"), crate::key::grouped(sha256)));
    }
    about.push(Row::own(texts.plain("label-made"), made.clone()));
    let figure = figure(&texts, assessment);
    PaperContent {
        words: paper_words(&texts, made),
        lines: assessment.transactions.iter().map(|transaction| text::table::line(&texts, assessment, transaction)).collect(),
        readings: assessment.transactions.iter().map(|transaction| readings(&texts, assessment, transaction)).collect(),
        report,
        about,
        figure,
    }
}

fn paper_words(texts: &Texts, made: String) -> PaperWords {
    let columns = |ids: [&str; 6]| ids.map(|id| texts.plain(id));
    PaperWords {
        title: texts.plain("paper-title"),
        made,
        sessions: texts.plain("paper-sessions"),
        loose: texts.plain("heading-loose"),
        claims: texts.plain("heading-claims"),
        claims_note: texts.plain("claims-are-claims"),
        findings: texts.plain("heading-findings"),
        errors: texts.plain("heading-errors"),
        readings: texts.plain("paper-readings"),
        reading_columns: columns([
            "paper-column-record",
            "paper-column-reason",
            "label-register",
            "paper-column-value",
            "paper-column-time",
            "column-proof",
        ]),
        session_columns: columns(text::table::COLUMNS),
        bill: texts.plain("finding-bill"),
        advice: texts.plain("finding-advice"),
        basis: texts.plain("paper-basis"),
        about: texts.plain("heading-about-report"),
        no_proof: texts.plain("paper-no-proof"),
        legend: [
            (Standing::Signed, texts.plain("standing-signed"), texts.plain("standing-signed-means")),
            (Standing::Derived, texts.plain("standing-derived"), texts.plain("standing-derived-means")),
            (Standing::Unproven, texts.plain("standing-unproven"), texts.plain("standing-unproven-means")),
        ],
        language: texts.language(),
    }
}

/// `2026-11-26 10:30 +01:00`.
fn moment(texts: &Texts, (made, offset): (jiff::civil::DateTime, i32)) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs();
    let day = words::day(texts, made.date());
    format!("{day} {:02}:{:02} {sign}{:02}:{:02}", made.hour(), made.minute(), minutes / 60, minutes % 60)
}

/// The amount, if there is one session and it has one, and the verdict on the whole does not say otherwise.
fn figure(texts: &Texts, assessment: &Assessment) -> Option<Figure> {
    let [transaction] = assessment.transactions.as_slice() else { return None };
    let proven = assessment.verified_energy(transaction.id);
    // A large "proven" must never stand beside a verdict that is none.
    if proven.is_some() && assessment.verdict > Verdict::VerifiedWithWarnings {
        return None;
    }
    let (energy, note) = match (proven.as_ref().map(VerifiedEnergy::energy), &transaction.stated_energy) {
        (Some(energy), _) => (energy, "proven"),
        (None, Some(energy)) => (energy, "stated-not-proven"),
        (None, None) => return None,
    };
    Some(Figure { value: words::energy(texts, energy), note: texts.plain(note), proven: proven.is_some() })
}

fn readings(texts: &Texts, assessment: &Assessment, transaction: &Transaction) -> SessionReadings {
    let all = transaction.records.iter().filter_map(|id| Some((*id, assessment.checked(*id)?)));
    let all = all.flat_map(|(id, record)| record.content().measurements.iter().map(move |reading| (id, record, reading)));
    let mut found = SessionReadings { id: transaction.id, readings: Vec::new(), more: 0 };
    for (id, record, reading) in all {
        if found.readings.len() >= READINGS {
            found.more += 1;
            continue;
        }
        let (standing, mark) = Standing::of_reading(reading.provenance, record.signature().is_valid());
        found.readings.push(ReadingContent {
            record: id.0.to_string(),
            reason: words::reason(texts, reading.reason.as_ref()),
            register: reading.obis.as_ref().map(|code| visible(&code.normalised()).into_owned()).unwrap_or_default(),
            value: words::value(texts, reading),
            time: reading.time.as_ref().map(|time: &MeterTime| words::time_with_quality(texts, time)).unwrap_or_default(),
            standing,
            mark: texts.plain(mark),
        });
    }
    found
}

/// A basis in one line. Our own reasons are kept in English, so other languages say only whose judgement it is.
fn basis(texts: &Texts, basis: &Basis) -> String {
    match basis {
        Basis::Own(_) if texts.language() != Language::English => texts.plain("basis-own-short"),
        other => crate::explain::basis_words(texts, other),
    }
}

/// The rule set of this program.
#[must_use]
pub fn rule_set() -> &'static str {
    RULE_SET
}
