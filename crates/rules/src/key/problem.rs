//! Words for what is wrong with a key text, and the rules that speak of it.

use eichrecht_model::KeyProblem;

use crate::sink::readable;
use crate::{Facts, Sink};

/// Which of the rules about unreadable key texts a problem belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Unreadable,
    NotOnCurve,
    Ambiguous,
}

impl Class {
    fn of(problem: &KeyProblem) -> Self {
        match problem {
            KeyProblem::NotOnCurve => Self::NotOnCurve,
            KeyProblem::AmbiguousCurve(_) | KeyProblem::AmbiguousEncoding => Self::Ambiguous,
            _ => Self::Unreadable,
        }
    }
}

/// The word for texts to select on.
fn word(problem: &KeyProblem) -> &'static str {
    match problem {
        KeyProblem::Empty => "empty",
        KeyProblem::TooLong => "too-long",
        KeyProblem::NotDecodable => "not-decodable",
        KeyProblem::NotAKey => "not-a-key",
        KeyProblem::NotOnCurve => "not-on-curve",
        KeyProblem::AmbiguousCurve(_) => "ambiguous-curve",
        KeyProblem::AmbiguousEncoding => "ambiguous-encoding",
        KeyProblem::UnsupportedAlgorithm(_) => "unsupported-algorithm",
        KeyProblem::ExplicitParameters => "explicit-parameters",
        KeyProblem::PrivateKey => "private-key",
        _ => "other",
    }
}

/// What the word leaves open: the object identifier, or the curves that come into question.
fn detail(problem: &KeyProblem) -> String {
    match problem {
        KeyProblem::UnsupportedAlgorithm(identifier) => identifier.clone(),
        KeyProblem::AmbiguousCurve(curves) => curves.iter().map(|curve| curve.as_str()).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

/// One finding for each key text of this class, on the record it was meant for. Facts: `problem`,
/// `detail`, `location`.
pub(super) fn key_texts(facts: Facts<'_>, sink: &mut Sink<'_>, class: Class) {
    for (entry, record) in readable(facts) {
        let keys = record.keys();
        if keys.used.is_some() || !keys.unreadable.is_empty() {
            sink.looked();
        }
        for (location, problem) in keys.unreadable.iter().filter(|(_, problem)| Class::of(problem) == class) {
            let found = vec![("problem", word(problem).to_owned()), ("detail", detail(problem)), ("location", location.to_string())];
            sink.record(entry.id, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::{Curve, Location};

    use super::*;
    use crate::Rule;
    use crate::key::{key002_key_unreadable, key003_key_not_on_curve, key008_key_ambiguous};
    use crate::testing::{Scene, fact, findings, record};

    #[test]
    fn each_problem_belongs_to_exactly_one_rule() {
        let problems = [
            KeyProblem::Empty,
            KeyProblem::NotOnCurve,
            KeyProblem::AmbiguousCurve(vec![Curve::Secp192k1, Curve::Secp192r1]),
            KeyProblem::UnsupportedAlgorithm("1.2.3".to_owned()),
            KeyProblem::PrivateKey,
        ];
        let unreadable: Vec<_> = problems.into_iter().map(|problem| (Location::input("key.pem"), problem)).collect();
        let assessment = Scene::new().record(record().with(|r| r.keys.unreadable = unreadable)).build();
        let seen = |rule: &'static Rule| -> Vec<(String, String)> {
            findings(rule, &assessment).iter().map(|f| (fact(f, "problem").to_owned(), fact(f, "detail").to_owned())).collect()
        };
        let pair = |problem: &str, detail: &str| (problem.to_owned(), detail.to_owned());
        let unreadable = [pair("empty", ""), pair("unsupported-algorithm", "1.2.3"), pair("private-key", "")];
        assert_eq!(seen(&key002_key_unreadable::RULE), unreadable);
        assert_eq!(seen(&key003_key_not_on_curve::RULE), [pair("not-on-curve", "")]);
        assert_eq!(seen(&key008_key_ambiguous::RULE), [pair("ambiguous-curve", "secp192k1, secp192r1")]);
    }
}
