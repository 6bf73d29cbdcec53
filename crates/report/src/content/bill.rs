//! What a report says about a bill: it beside what is proven, line by line, so that a driver can follow it.

use eichrecht_model::{
    Assessment, AssignedBy, Assignment, Bill, BillCheck, BillKind, BillTime, Bounded, Compared, ComponentKind, Computation, Decimal,
    PriceCheck, PriceStep, Proof, RestrictionKind, Severity, SkippedElement, TariffOrigin, Taxes, TimeCheck, Verdict,
};

use super::{BillContent, Row, Standing, findings, verdict_word, words};
use crate::texts::{Arg, Texts};
use crate::view::about_bill;
use crate::{message, visible, visible_whole};

/// Most elements of a tariff that do not apply which are listed.
const SKIPPED: usize = 10;
/// Most lines of a price that are shown; all of them are in the JSON report.
const STEPS: usize = 50;

/// The bill: a sentence, its figures, and what was found about it.
pub(crate) fn bill(texts: &Texts, assessment: &Assessment, check: &BillCheck) -> BillContent {
    let mut rows = Rows { texts, check, rows: Vec::new() };
    if let Ok(bill) = &check.request.bill {
        rows.head(bill);
        rows.measured();
        rows.price();
    }
    BillContent {
        title: texts.plain("bill-title"),
        verdict: check.verdict,
        verdict_word: verdict_word(texts, check.verdict),
        sentence: sentence(texts, assessment, check),
        rows: rows.rows,
        findings: findings(texts, &about_bill(assessment)),
    }
}

/// Rules whose finding leaves a bill not checked, the one that says most first.
const LEAVE_OPEN: [&str; 8] = ["BIL018", "BIL004", "BIL003", "BIL012", "BIL013", "BIL014", "BIL019", "BIL020"];

fn sentence(texts: &Texts, assessment: &Assessment, check: &BillCheck) -> String {
    let found = about_bill(assessment);
    let wrong = || found.iter().find(|finding| finding.severity == Severity::Fail).map(|finding| message::title(texts, finding));
    let open = || {
        let first = LEAVE_OPEN.iter().find_map(|code| found.iter().find(|finding| finding.code == *code));
        first.map(|finding| message::title(texts, finding))
    };
    match check.verdict {
        Verdict::Failed => texts.say("bill-wrong", &[("title", Arg::Text(&wrong().unwrap_or_default()))]),
        Verdict::NotChecked => match open() {
            Some(title) => texts.say("bill-not-checked", &[("title", Arg::Text(&title))]),
            None => texts.plain("bill-not-checked-alone"),
        },
        _ if assessment.verdict > Verdict::VerifiedWithWarnings => texts.plain("bill-agrees-but"),
        _ => {
            let lower = |outcome: Option<Compared>| outcome == Some(Compared::Lower);
            let favour = lower(check.energy.as_ref().map(|e| e.outcome)) || lower(check.price.as_ref().map(|p| p.outcome));
            texts.plain(if favour { "bill-in-favour" } else { "bill-agrees" })
        }
    }
}

struct Rows<'a> {
    texts: &'a Texts,
    check: &'a BillCheck,
    rows: Vec<Row>,
}

impl Rows<'_> {
    fn row(&mut self, label: &str, value: String) {
        self.rows.push(Row::own(self.texts.plain(label), value));
    }

    /// A row that is right only as far as something else is proven.
    fn standing(&mut self, label: &str, value: String, proven: bool) {
        let standing = if proven { Standing::Derived } else { Standing::Unproven };
        self.rows.push(Row { standing, ..Row::own(self.texts.plain(label), value) });
    }

    fn head(&mut self, bill: &Bill) {
        let kind = self.texts.plain(match bill.kind {
            BillKind::Own => "bill-kind-own",
            BillKind::OcpiCdr => "bill-kind-cdr",
            _ => "bill-kind-figures",
        });
        let name = visible_whole(&self.check.request.name);
        let value = if name.is_empty() || bill.kind == BillKind::Figures { kind } else { format!("{name} ({kind})") };
        self.row("label-bill", value);
        let session = match &self.check.assignment {
            Assignment::None(..) => self.texts.plain("bill-session-none"),
            Assignment::To(id, by) => {
                let text = match by {
                    AssignedBy::Named => "bill-session-named",
                    AssignedBy::Only => "bill-session-only",
                    AssignedBy::Fits => "bill-session-fits",
                    AssignedBy::AmountAlone => "bill-session-amount",
                };
                self.texts.say(text, &[("number", Arg::Text(&id.0.to_string()))])
            }
        };
        self.row("label-bill-session", session);
    }

    fn measured(&mut self) {
        if let Some(energy) = &self.check.energy {
            let billed = words::energy(self.texts, &energy.billed);
            let value = match &energy.proven {
                Some(proven) => self.compared("bill-energy", &billed, ("proven", &words::energy(self.texts, proven)), energy.outcome),
                None => self.texts.say("bill-energy-unproven", &[("billed", Arg::Text(&billed))]),
            };
            self.row("label-energy", value);
        }
        for (label, check) in [("label-begin", &self.check.begin), ("label-end", &self.check.end)] {
            if let Some(check) = check {
                self.row(label, self.time(check));
            }
        }
        if let Some(duration) = &self.check.duration {
            let billed = duration_words(&duration.billed_s);
            let value = match duration.signed_s {
                Some(signed) => {
                    let value = self.compared("bill-duration", &billed, ("signed", &words::duration(signed)), duration.outcome);
                    let proof = self.texts.plain(if duration.proven { "step-proven" } else { "step-stated" });
                    format!("{value} ({proof})")
                }
                None => self.texts.say("bill-duration-unsigned", &[("billed", Arg::Text(&billed))]),
            };
            self.row("label-duration", value);
        }
        if let Some(evse) = &self.check.evse {
            let outcome = self.texts.plain(if evse.agrees { "compared-agrees" } else { "compared-differs" });
            let (billed, signed) = (visible(&evse.billed), visible(&evse.signed));
            let args = [("billed", Arg::Text(&billed)), ("signed", Arg::Text(&signed)), ("outcome", Arg::Text(&outcome))];
            self.row("label-bill-evse", self.texts.say("bill-evse", &args));
        }
    }

    fn compared(&self, text: &str, billed: &str, other: (&'static str, &str), outcome: Compared) -> String {
        let outcome = outcome_word(self.texts, outcome);
        self.texts.say(text, &[("billed", Arg::Text(billed)), (other.0, Arg::Text(other.1)), ("outcome", Arg::Text(&outcome))])
    }

    fn time(&self, check: &TimeCheck) -> String {
        let billed = billed_time(&check.billed);
        let (Some(signed), Some(agrees)) = (&check.signed, check.agrees) else {
            return self.texts.say("bill-time-unsigned", &[("billed", Arg::Text(&billed))]);
        };
        let outcome = self.texts.plain(if agrees { "compared-agrees" } else { "compared-differs" });
        let clock = match check.quality {
            eichrecht_model::TimeQuality::Synchronised => "clock-proves",
            _ => "clock-informs",
        };
        let outcome = format!("{outcome} ({})", self.texts.plain(clock));
        let signed = words::time(self.texts, signed);
        self.texts.say("bill-time", &[("billed", Arg::Text(&billed)), ("signed", Arg::Text(&signed)), ("outcome", Arg::Text(&outcome))])
    }

    fn price(&mut self) {
        let Some(price) = &self.check.price else { return };
        if let Ok(computed) = &price.computed {
            self.computation(computed);
        }
        if let Some(value) = self.total(price) {
            self.row("label-total", value);
        }
    }

    fn total(&self, price: &PriceCheck) -> Option<String> {
        let currency = match (&price.computed, &self.check.request.bill) {
            (Ok(computed), _) => Some(computed.currency.as_str()),
            (Err(_), Ok(bill)) => bill.currency.as_deref(),
            _ => None,
        };
        let money =
            |amount: &Decimal| format!("{} {}", words::number(self.texts, &amount.trimmed(2)), visible(currency.unwrap_or_default()));
        let tax = self.texts.plain(if price.gross { "with-tax" } else { "without-tax" });
        let billed = price.billed.as_ref().map(|billed| format!("{} {tax}", money(billed)));
        match (billed, &price.computed) {
            (Some(billed), Ok(computed)) if price.parts_rounded => {
                let computed = money(&computed.total);
                Some(self.texts.say("bill-total-parts", &[("billed", Arg::Text(&billed)), ("computed", Arg::Text(&computed))]))
            }
            (Some(billed), Ok(computed)) => {
                Some(self.compared("bill-total", &billed, ("computed", &money(&computed.total)), price.outcome))
            }
            (Some(billed), Err(_)) => Some(self.texts.say("bill-total-alone", &[("billed", Arg::Text(&billed))])),
            (None, Ok(computed)) => Some(self.texts.say("bill-total-computed", &[("computed", Arg::Text(&money(&computed.total)))])),
            (None, Err(_)) => None,
        }
    }

    fn computation(&mut self, computed: &Computation) {
        let texts = self.texts;
        let name = if computed.tariff.is_empty() { texts.plain("tariff-unnamed") } else { visible(&computed.tariff).into_owned() };
        let origin = texts.plain(match computed.origin {
            TariffOrigin::Bill => "tariff-origin-bill",
            TariffOrigin::User => "tariff-origin-user",
            TariffOrigin::Signed => "tariff-origin-signed",
        });
        let taxes = texts.plain(match computed.taxes {
            Taxes::Included => "tariff-taxes-included",
            Taxes::Excluded => "tariff-taxes-excluded",
            Taxes::None => "tariff-taxes-none",
        });
        let args = [("name", Arg::Text(&name)), ("origin", Arg::Text(&origin)), ("taxes", Arg::Text(&taxes))];
        self.row("label-bill-tariff", texts.say("tariff-line", &args));
        for step in computed.steps.iter().take(STEPS) {
            self.standing("label-price", self.step(step, &computed.currency), step.proof == Proof::Proven);
        }
        if computed.steps.len() > STEPS {
            self.row("label-price", texts.say("and-more", &[("count", Arg::Count(computed.steps.len() - STEPS))]));
        }
        for skipped in computed.skipped.iter().take(SKIPPED) {
            self.row("label-not-applied", self.skipped(skipped, &computed.currency));
        }
        if computed.skipped.len() > SKIPPED {
            self.row("label-not-applied", texts.say("and-more", &[("count", Arg::Count(computed.skipped.len() - SKIPPED))]));
        }
        let amount = |value: &Decimal| words::number(texts, value);
        let currency = visible(&computed.currency);
        let mut sums = Vec::new();
        if let Some(net) = &computed.net {
            sums.push(texts.say("sum-net", &[("net", Arg::Text(&amount(net))), ("currency", Arg::Text(&currency))]));
        }
        if let Some(gross) = &computed.gross {
            sums.push(texts.say("sum-gross", &[("gross", Arg::Text(&amount(gross))), ("currency", Arg::Text(&currency))]));
        }
        match computed.bounded {
            Some(Bounded::Least) => sums.push(texts.plain("sum-least")),
            Some(Bounded::Greatest) => sums.push(texts.plain("sum-greatest")),
            None => {}
        }
        self.row("label-sum", sums.join("; "));
    }

    fn step(&self, step: &PriceStep, currency: &str) -> String {
        let texts = self.texts;
        let (price, currency) = (words::number(texts, &step.price.trimmed(2)), visible(currency));
        let quantity = self.quantity(step.kind, &step.billed);
        let text = match step.kind {
            ComponentKind::Flat => "step-flat",
            ComponentKind::Energy => "step-energy",
            ComponentKind::Time => "step-time",
            ComponentKind::Parking => "step-parking",
            ComponentKind::Session => "step-session",
        };
        let args = [("quantity", Arg::Text(&quantity)), ("price", Arg::Text(&price)), ("currency", Arg::Text(&currency))];
        let line = texts.say(text, &args);
        let amount = words::number(texts, &step.amount);
        let line =
            texts.say("step-line", &[("step", Arg::Text(&line)), ("amount", Arg::Text(&amount)), ("currency", Arg::Text(&currency))]);
        let mut notes = vec![texts.plain(match step.proof {
            Proof::Proven => "step-proven",
            Proof::Stated => "step-stated",
            Proof::Claimed => "step-claimed",
        })];
        if let Some(size) = &step.step {
            let used = self.with_unit(step.kind, &step.used);
            let size = self.with_unit(step.kind, size);
            notes.push(texts.say("step-filled", &[("used", Arg::Text(&used)), ("step", Arg::Text(&size))]));
        }
        if let Some(rate) = &step.vat {
            notes.push(texts.say("step-vat", &[("rate", Arg::Text(&words::number(texts, &rate.trimmed(0))))]));
        }
        if !step.met.is_empty() {
            let met: Vec<String> = step.met.iter().map(|kind| restriction(texts, *kind)).collect();
            notes.push(texts.say("step-met", &[("restrictions", Arg::Text(&met.join(", ")))]));
        }
        format!("{line} ({})", notes.join("; "))
    }

    fn quantity(&self, kind: ComponentKind, value: &Decimal) -> String {
        if kind.is_time() { duration_words(value) } else { words::number(self.texts, value) }
    }

    fn with_unit(&self, kind: ComponentKind, value: &Decimal) -> String {
        if kind.is_time() { duration_words(value) } else { format!("{} kWh", words::number(self.texts, value)) }
    }

    fn skipped(&self, skipped: &SkippedElement, currency: &str) -> String {
        let texts = self.texts;
        let why = match skipped.because {
            None => texts.plain("skipped-earlier"),
            Some(kind) => texts.say("skipped-unmet", &[("restriction", Arg::Text(&restriction(texts, kind)))]),
        };
        let kind = texts.plain(match skipped.kind {
            ComponentKind::Flat => "kind-flat",
            ComponentKind::Energy => "kind-energy",
            ComponentKind::Time => "kind-time",
            ComponentKind::Parking => "kind-parking",
            ComponentKind::Session => "kind-session",
        });
        let (element, price) = (skipped.element.to_string(), words::number(texts, &skipped.price.trimmed(2)));
        let args = [
            ("element", Arg::Text(&element)),
            ("price", Arg::Text(&price)),
            ("currency", Arg::Text(currency)),
            ("kind", Arg::Text(&kind)),
            ("why", Arg::Text(&why)),
        ];
        texts.say("skipped-line", &args)
    }
}

fn outcome_word(texts: &Texts, outcome: Compared) -> String {
    texts.plain(match outcome {
        Compared::Agrees => "compared-agrees",
        Compared::RoundedDown => "compared-rounded-down",
        Compared::Lower => "compared-lower",
        Compared::Higher => "compared-higher",
        Compared::NotChecked => "compared-not-checked",
    })
}

fn restriction(texts: &Texts, kind: RestrictionKind) -> String {
    texts.plain(match kind {
        RestrictionKind::TimeOfDay => "restriction-time-of-day",
        RestrictionKind::Date => "restriction-date",
        RestrictionKind::Weekday => "restriction-weekday",
        RestrictionKind::Energy => "restriction-energy",
        RestrictionKind::Duration => "restriction-duration",
        RestrictionKind::Power => "restriction-power",
        RestrictionKind::Current => "restriction-current",
        RestrictionKind::Reservation => "restriction-reservation",
        RestrictionKind::Unknown => "restriction-unknown",
    })
}

/// A time as the bill has it: that is what its reader looks for.
fn billed_time(time: &BillTime) -> String {
    visible(&time.raw).into_owned()
}

/// Seconds, of which fractions are cut off for show only.
fn duration_words(seconds: &Decimal) -> String {
    let whole = seconds.rounded(0, eichrecht_model::Rounding::Down).and_then(|seconds| seconds.to_string().parse().ok());
    whole.map_or_else(|| format!("{seconds} s"), words::duration)
}
