//! SIG010 algorithm-assumed.

use eichrecht_model::{NoteKind, Severity};

use crate::registry::ocmf;
use crate::sink::{from_notes_with, note_facts};
use crate::{Facts, Formats, Rule, Sink, Status};

/// The record names no algorithm, so the default was taken, or names it in another spelling.
pub(crate) static RULE: Rule = Rule {
    code: "SIG010",
    name: "algorithm-assumed",
    severity: Severity::Info,
    basis: &[ocmf("signature section, field SA")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

/// `how` tells the two cases apart: `default`, `synonym`.
fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    from_notes_with(facts, sink, &[NoteKind::AlgorithmDefaulted, NoteKind::AlgorithmSynonym], |note| {
        let how = if note.kind == NoteKind::AlgorithmDefaulted { "default" } else { "synonym" };
        let mut found = note_facts(note);
        found.push(("how", how.to_owned()));
        found
    });
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Note;

    use super::*;
    use crate::testing::{Scene, fact, findings, record};

    #[test]
    fn tells_assumed_from_spelt_otherwise() {
        let scene = Scene::new()
            .record(record().note(Note::new(NoteKind::AlgorithmDefaulted, "SA").found("ECDSA-secp256r1-SHA256")))
            .record(record().note(Note::new(NoteKind::AlgorithmSynonym, "SA").found("ecdsa-p-256-sha256")));
        let found = findings(&RULE, &scene.build());
        assert_eq!(found.iter().map(|f| fact(f, "how")).collect::<Vec<_>>(), ["default", "synonym"]);
    }
}
