//! The first lines: the verdict in a sentence.

use eichrecht_model::{Assessment, CheckedRecord, InputRole, KeyOrigin, Severity, SignatureVerdict, Verdict, VerifiedEnergy};

use super::words;
use crate::texts::{Arg, Texts};
use crate::view::InputView;
use crate::{message, names};

/// What the verdict on one input means for the energy.
pub(crate) fn of_input(texts: &Texts, assessment: &Assessment, view: &InputView<'_>) -> String {
    match view.transactions.as_slice() {
        [] => nothing(texts, view),
        [one] => {
            let proven = assessment.verified_energy(one.id);
            match (proven.as_ref().map(VerifiedEnergy::energy), &one.stated_energy) {
                (Some(energy), _) => {
                    let id = if view.input.verdict <= Verdict::VerifiedWithWarnings { "energy-proven" } else { "energy-proven-but" };
                    let sentence = texts.say(id, &[("energy", Arg::Text(&words::energy(texts, energy)))]);
                    with_caveat(texts, assessment, view, sentence)
                }
                (None, Some(energy)) => {
                    let sentence = texts.say("energy-stated", &[("energy", Arg::Text(&words::energy(texts, energy)))]);
                    with_cause(texts, view, sentence)
                }
                (None, None) => with_cause(texts, view, texts.plain("energy-none")),
            }
        }
        several => {
            let proven = several.iter().filter(|t| assessment.verified_energy(t.id).is_some()).count();
            let counts = [("proven", Arg::Count(proven)), ("count", Arg::Count(several.len()))];
            let sentence = texts.say("sessions-proven", &counts);
            let sentence = if proven > 0 { with_caveat(texts, assessment, view, sentence) } else { sentence };
            if view.input.verdict <= Verdict::VerifiedWithWarnings { sentence } else { with_cause(texts, view, sentence) }
        }
    }
}

/// Counts of the verdicts over several inputs.
pub(crate) fn overall(texts: &Texts, views: &[InputView<'_>]) -> String {
    texts.say("inputs-overall", &[("count", Arg::Count(views.len())), ("counts", Arg::Text(&counts(texts, views)))])
}

/// `2 verified, 1 failed`, worst last; keys are counted apart.
pub(crate) fn counts(texts: &Texts, views: &[InputView<'_>]) -> String {
    let data = || views.iter().filter(|view| view.input.role == InputRole::Data);
    let mut parts: Vec<String> = [Verdict::Verified, Verdict::VerifiedWithWarnings, Verdict::NotChecked, Verdict::Failed]
        .into_iter()
        .map(|verdict| (verdict, data().filter(|view| view.input.verdict == verdict).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| texts.say(&format!("count-{}", verdict.as_str()), &[("count", Arg::Count(count))]))
        .collect();
    for (role, id) in [(InputRole::Key, "count-keys"), (InputRole::Signature, "count-signatures")] {
        let count = views.iter().filter(|view| view.input.role == role).count();
        if count > 0 {
            parts.push(texts.say(id, &[("count", Arg::Count(count))]));
        }
    }
    parts.join(", ")
}

/// An input without any session.
fn nothing(texts: &Texts, view: &InputView<'_>) -> String {
    if let Some(elsewhere) = view.shared.first() {
        let (session, input) = (elsewhere.id.0.to_string(), (elsewhere.input + 1).to_string());
        let place = [("count", Arg::Count(view.shared.len())), ("session", Arg::Text(&session)), ("input", Arg::Text(&input))];
        return texts.say("session-elsewhere", &place);
    }
    if view.records.is_empty() {
        let count = view.claims.len();
        if count > 0 {
            return texts.say("only-claims", &[("count", Arg::Count(count))]);
        }
        return texts.plain("nothing-found");
    }
    with_cause(texts, view, texts.say("no-session", &[("count", Arg::Count(view.records.len()))]))
}

/// Adds what stays open although the amount is proven: whose key it is, and whether it was one session.
fn with_caveat(texts: &Texts, assessment: &Assessment, view: &InputView<'_>, mut sentence: String) -> String {
    let records = view.transactions.iter().flat_map(|t| &t.records).filter_map(|id| assessment.checked(*id));
    let mut weak = records.filter_map(|record| record.keys().used.as_ref()).filter(|key| key.origin < KeyOrigin::User).peekable();
    let any_weak = weak.peek().is_some();
    // What a register knows of a key can be compared with the bill; of others only the label can tell.
    let registered = any_weak && weak.all(|key| key.registered.is_some());
    let carried = any_weak && !registered;
    // One unseen record cannot be an end and a begin at once; two can.
    let gap = view.findings.iter().any(|finding| finding.code == "PAG001" && finding.fact("unseen") != Some("1"));
    for (applies, caveat) in [(gap, "caveat-gap"), (carried, "caveat-carried"), (registered, "caveat-registered")] {
        if applies {
            sentence = format!("{sentence} {}", texts.plain(caveat));
        }
    }
    sentence
}

/// Adds why nothing is proven: the first bad signature, or else a failed rule, or a signature not checked.
fn with_cause(texts: &Texts, view: &InputView<'_>, sentence: String) -> String {
    match cause(texts, view) {
        Some(cause) => format!("{sentence} {cause}"),
        None => sentence,
    }
}

fn cause(texts: &Texts, view: &InputView<'_>) -> Option<String> {
    let verdicts = || view.records.iter().filter_map(|entry| entry.content.as_ref().ok()).map(CheckedRecord::signature);
    if verdicts().any(|verdict| matches!(verdict, SignatureVerdict::Invalid(_))) {
        return Some(texts.plain("cause-invalid"));
    }
    if let Some(finding) = view.findings.iter().find(|finding| finding.severity == Severity::Fail) {
        let title = message::title(texts, finding);
        return Some(texts.say("cause-rule", &[("code", Arg::Text(finding.code)), ("title", Arg::Text(&title))]));
    }
    let not_checked = verdicts().find(|verdict| matches!(verdict, SignatureVerdict::NotChecked(_)));
    if let Some(reason) = not_checked.and_then(names::signature_reason) {
        return Some(texts.plain(&format!("cause-{reason}")));
    }
    (view.input.verdict == Verdict::NotChecked).then(|| texts.plain("cause-incomplete"))
}
