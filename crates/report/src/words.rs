//! Words for a front end that shows parts of a report as they are asked for.
//!
//! A report of 10,000 charging sessions is never read as a whole: the window words the line, the session or the record
//! that is on the screen. The sentences are those of the other outputs.

use eichrecht_model::{
    Assessment, Finding, HistoryFinding, InputAssessment, InputRole, Measurement, MeterStatus, ReadingReason, RecordEntry, RecordId,
    Subject, Transaction, TransactionId, Verdict, VerifiedEnergy,
};
use eichrecht_rules::Rule;

use crate::content::{self, BillContent, ClaimContent, FindingContent, Row, SessionContent, Standing, headline, verdict_word, words};
use crate::explain::{self, RulePage};
use crate::text::table::{self, SessionLine};
use crate::texts::{Arg, Texts};
use crate::view::by_input;
use crate::{Language, key, message, names, visible, visible_whole};

/// Words of one language. Texts are parsed when first asked for, so keep it.
pub struct Words {
    texts: Texts,
}

/// A verdict and its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The verdict.
    pub verdict: Verdict,
    /// Its word, in capital letters.
    pub word: String,
    /// What it means for the energy.
    pub sentence: String,
}

/// An input without its sessions and records, of which there may be very many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputHead {
    /// Its name, made harmless for showing.
    pub name: String,
    /// The verdict on it and what it means. A key has none of its own: its sentence says so.
    pub headline: Headline,
    /// What the input is, where it is a key or the signature of another: it has no verdict of its own then.
    pub aside: Option<String>,
    /// Size in bytes and SHA-256, as far as it was read.
    pub facts: Vec<Row>,
    /// Records that belong to no session.
    pub loose: Vec<RecordId>,
    /// What is told of charging sessions and nobody signed; the first ones.
    pub claims: Vec<ClaimContent>,
    /// Findings, worst first, equal ones merged.
    pub findings: Vec<FindingContent>,
    /// What could not be read, a sentence each; equal ones merged.
    pub errors: Vec<String>,
}

/// A reading in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordReading {
    /// Time and what it is worth; empty where there is none.
    pub time: String,
    /// Value and unit.
    pub value: String,
    /// Code of the register.
    pub register: String,
    /// Its part in the session.
    pub reason: String,
    /// State of the meter, and what it declares unusable.
    pub state: String,
    /// Whether the meter itself does not stand by the reading.
    pub faulty: bool,
    /// What stands behind it.
    pub standing: Standing,
}

/// A record in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordContent {
    /// The verdict on it.
    pub verdict: Verdict,
    /// Outcome of the signature check, or why it could not be read.
    pub signature: String,
    /// What it says of itself and what is said beside it.
    pub rows: Vec<Row>,
}

/// Claims that are worded at most; reports have all of them.
const CLAIMS: usize = 20;

impl Words {
    /// Words of this language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { texts: Texts::new(language) }
    }

    /// The language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.texts.language()
    }

    /// A text of the window.
    #[must_use]
    pub fn plain(&self, id: &str) -> String {
        self.texts.window(id, &[])
    }

    /// A text of the window with values in it.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.window(id, args)
    }

    /// The word for a verdict in capital letters.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> String {
        verdict_word(&self.texts, verdict)
    }

    /// The word for a verdict in a table.
    #[must_use]
    pub fn short_verdict(&self, verdict: Verdict) -> String {
        self.texts.plain(&format!("short-{}", verdict.as_str()))
    }

    /// What an input is, where it is no data.
    #[must_use]
    pub fn aside(&self, input: &InputAssessment) -> Option<String> {
        match input.role {
            InputRole::Data => None,
            InputRole::Key => Some(self.texts.plain("short-key")),
            InputRole::Signature => Some(self.texts.plain("short-signature")),
        }
    }

    /// The verdict on everything: on the bill if there is one, then on the input or the inputs.
    #[must_use]
    pub fn headline(&self, assessment: &Assessment) -> Headline {
        let views = by_input(assessment);
        let sentence = match views.as_slice() {
            [one] => content::of_input(&self.texts, assessment, one),
            several => headline::overall(&self.texts, several),
        };
        let sentence = match self.bill(assessment) {
            Some(bill) => format!("{} {sentence}", bill.sentence),
            None => sentence,
        };
        Headline { verdict: assessment.verdict, word: self.verdict(assessment.verdict), sentence }
    }

    /// The bill, if there is one.
    #[must_use]
    pub fn bill(&self, assessment: &Assessment) -> Option<BillContent> {
        assessment.bill.as_ref().map(|check| content::bill(&self.texts, assessment, check))
    }

    /// What is to be said of an input; `None` for a position that does not exist.
    #[must_use]
    pub fn input(&self, assessment: &Assessment, position: usize) -> Option<InputHead> {
        let views = by_input(assessment);
        let view = views.get(position)?;
        let sentence = content::of_input(&self.texts, assessment, view);
        let mut facts = vec![self.own("field-size", self.say("bytes", &[("count", Arg::Text(&view.input.size.to_string()))]))];
        facts.extend(view.input.sha256.as_ref().map(|sha256| Row::own("SHA-256".to_owned(), key::grouped(sha256))));
        Some(InputHead {
            name: visible_whole(&view.input.name).into_owned(),
            headline: Headline { verdict: view.input.verdict, word: self.verdict(view.input.verdict), sentence },
            aside: self.aside(view.input),
            facts,
            loose: view.unplaced.iter().map(|entry| entry.id).collect(),
            claims: view.claims.iter().take(CLAIMS).map(|claim| content::claim(&self.texts, claim)).collect(),
            findings: content::findings(&self.texts, &view.findings),
            errors: content::errors(&self.texts, view),
        })
    }

    /// A charging session; `None` for a number that does not exist.
    #[must_use]
    pub fn session(&self, assessment: &Assessment, id: TransactionId) -> Option<SessionContent> {
        Some(content::session(&self.texts, assessment, assessment.transaction(id)?))
    }

    /// A charging session in one line; `None` for a number that does not exist.
    #[must_use]
    pub fn session_line(&self, assessment: &Assessment, id: TransactionId) -> Option<SessionLine> {
        Some(table::line(&self.texts, assessment, assessment.transaction(id)?))
    }

    /// What the verdict on a session means for the energy.
    #[must_use]
    pub fn session_sentence(&self, assessment: &Assessment, id: TransactionId) -> String {
        let proven = assessment.verified_energy(id);
        let stated = assessment.transaction(id).and_then(|session| session.stated_energy.as_ref());
        match (proven.as_ref().map(VerifiedEnergy::energy), stated) {
            (Some(energy), _) => self.texts.say("energy-proven", &[("energy", Arg::Text(&words::energy(&self.texts, energy)))]),
            (None, Some(energy)) => self.texts.say("energy-stated", &[("energy", Arg::Text(&words::energy(&self.texts, energy)))]),
            (None, None) => self.texts.plain("energy-none"),
        }
    }

    /// Findings about a session and its records, and those about the input it is listed under.
    #[must_use]
    pub fn session_findings(&self, assessment: &Assessment, id: TransactionId) -> Vec<FindingContent> {
        let Some(session) = assessment.transaction(id) else { return Vec::new() };
        let about: Vec<&Finding> = assessment.findings.iter().filter(|finding| concerns(finding, session, assessment)).collect();
        content::findings(&self.texts, &about)
    }

    /// A record outside any session, in one line.
    #[must_use]
    pub fn loose_record(&self, entry: &RecordEntry) -> String {
        content::loose_record(&self.texts, entry)
    }

    /// A record in words.
    #[must_use]
    pub fn record(&self, entry: &RecordEntry) -> RecordContent {
        let mut rows = Vec::new();
        let source = &entry.source;
        rows.push(self.own("field-place", words::location(source.location.parts())));
        if let Some(format) = entry.format {
            rows.push(self.own("field-format", format.as_str().to_owned()));
        }
        let signature = match &entry.content {
            Err(why) => self.texts.plain(&format!("reason-{}", names::unread(why))),
            Ok(record) => {
                self.record_rows(record.content(), record.signature().is_valid(), &mut rows);
                words::signature(&self.texts, record.signature())
            }
        };
        let declared = &source.declared;
        let told = [("@format", &declared.format), ("@encoding", &declared.encoding), ("@context", &declared.context)];
        let told = told.into_iter().chain([("@transaction", &declared.transaction_id), ("@chargePoint", &declared.charge_point)]);
        rows.extend(told.filter_map(|(name, value)| Some(unsigned(name, value.as_deref()?))));
        RecordContent { verdict: entry.verdict, signature, rows }
    }

    fn record_rows(&self, parsed: &eichrecht_model::ParsedRecord, valid: bool, rows: &mut Vec<Row>) {
        let standing = if valid { Standing::Signed } else { Standing::Unproven };
        let algorithm = visible(&names::algorithm(&parsed.algorithm)).into_owned();
        rows.push(Row::own(self.texts.plain("label-algorithms"), algorithm));
        let shown = |text: &str| visible(text).into_owned();
        if let Some(page) = parsed.pagination {
            rows.push(Row { standing, ..self.own("field-pagination", page.to_string()) });
        }
        let fields = [
            ("label-meter", content::meter(&self.texts, &parsed.meter)),
            ("label-gateway", content::gateway(&self.texts, &parsed.gateway)),
            ("label-session", parsed.session.as_deref().map(shown)),
            ("label-charge-point", parsed.charge_point.id.as_deref().map(shown)),
            ("label-user", words::user(&self.texts, &parsed.user)),
            ("label-tariff", parsed.tariff.as_ref().map(|tariff| shown(&tariff.text))),
            ("label-counted", parsed.counted_seconds.map(words::counted)),
        ];
        for (label, value) in fields {
            if let Some(value) = value {
                rows.push(Row { standing, ..Row::own(self.texts.plain(label), value) });
            }
        }
        rows.extend(parsed.extensions.iter().map(|(path, value)| Row { standing, ..Row::own(shown(path), shown(value)) }));
        rows.extend(parsed.unsigned.iter().map(|(path, value)| unsigned(path, value)));
    }

    fn own(&self, label: &str, value: String) -> Row {
        Row::own(self.plain(label), value)
    }

    /// A reading of a record.
    #[must_use]
    pub fn reading(&self, entry: &RecordEntry, reading: &Measurement) -> RecordReading {
        let valid = entry.content.as_ref().is_ok_and(|record| record.signature().is_valid());
        let status_bad = reading.status.as_ref().is_some_and(|status| !status.is_ok());
        let flags = reading.error_flags.unwrap_or_default();
        let exception = matches!(reading.reason, Some(ReadingReason::Exception));
        let unusable = [(flags.energy, "state-energy-unusable"), (flags.time, "state-time-unusable")];
        let state: Vec<String> = reading
            .status
            .iter()
            .map(|status| self.status(status))
            .chain(unusable.into_iter().filter(|(set, _)| *set).map(|(_, id)| self.plain(id)))
            .collect();
        RecordReading {
            time: reading.time.as_ref().map_or_else(String::new, |time| words::time_with_quality(&self.texts, time)),
            value: words::value(&self.texts, reading),
            register: reading.obis.as_ref().map_or_else(String::new, |code| visible(&code.normalised()).into_owned()),
            reason: words::reason(&self.texts, reading.reason.as_ref()),
            state: state.join(", "),
            faulty: status_bad || flags.energy || flags.time || exception,
            standing: Standing::of_reading(reading.provenance, valid).0,
        }
    }

    fn status(&self, status: &MeterStatus) -> String {
        match names::meter_status_detail(status) {
            Some(text) => visible(text).into_owned(),
            None => self.plain(&format!("state-{}", names::meter_status(status))),
        }
    }

    /// What a finding about the history of a meter says.
    #[must_use]
    pub fn history_finding(&self, finding: &HistoryFinding) -> String {
        message::of(&self.texts, finding.code, finding.name, &finding.facts)
    }

    /// The word for a weight.
    #[must_use]
    pub fn mark(&self, severity: eichrecht_model::Severity) -> String {
        self.texts.plain(&format!("mark-{}", severity.as_str()))
    }

    /// The page of a rule.
    #[must_use]
    pub fn rule(&self, rule: &Rule) -> RulePage {
        explain::page(&self.texts, rule)
    }

    /// A day in the manner of the language.
    #[must_use]
    pub fn day(&self, date: jiff::civil::Date) -> String {
        words::day(&self.texts, date)
    }
}

/// A fingerprint or another row of hex digits in groups of four, to be compared by eye.
#[must_use]
pub fn grouped(digits: &str) -> String {
    key::grouped(digits)
}

fn unsigned(path: &str, value: &str) -> Row {
    Row { standing: Standing::Unproven, ..Row::own(visible(path).into_owned(), visible(value).into_owned()) }
}

/// Whether a finding is to be read with this session.
fn concerns(finding: &Finding, session: &Transaction, assessment: &Assessment) -> bool {
    match finding.subject {
        Subject::Bill => false,
        Subject::Input => finding.input == session.input,
        Subject::Record(id) => session.records.contains(&id),
        Subject::Measurement(at) => session.records.contains(&at.record),
        Subject::Transaction(id) => id == session.id,
        Subject::Claim(id) => assessment.claim(id).is_some_and(|claim| claim.transactions.contains(&session.id)),
    }
}
