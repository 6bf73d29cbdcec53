//! Step 4: put every signature to the test.
//!
//! All records of a call are checked together, in rounds: each record offers its next try, the tries of
//! a round go to the crypto crate as one slice. Most records need one round only.

use eichrecht_crypto::{Check, Job, verify};
use eichrecht_model::{
    Algorithm, AlgorithmClaim, CarriedKey, CheckedRecord, DirectoryError, InvalidReason, KeyChoice, KeyFacts, KeyKind, KeyProblem,
    NotCheckedReason, Note, NoteKind, ParsedRecord, SignatureData, SignatureEncoding, SignatureVerdict, SignedBytesReading,
};

use crate::keys::{Candidate, Candidates};
use crate::registered::{Consulted, Register};

/// A record waiting for its check, with the bytes it came in.
pub(crate) struct Pending<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) parsed: Box<ParsedRecord>,
    pub(crate) candidates: Candidates,
    /// What a register has for the record, if one is there and could be asked.
    pub(crate) consulted: Option<Consulted>,
}

/// What came of a record's tries.
struct Outcome {
    verdict: SignatureVerdict,
    /// Position of the deciding key in the order of trial.
    key: Option<usize>,
    matched: Option<SignedBytesReading>,
    notes: Vec<Note>,
}

/// A checked record, and why the register could not be asked about its key, if it could not.
pub(crate) type Checked = (CheckedRecord, Option<DirectoryError>);

/// Checks all records; same order.
pub(crate) fn check_all(pending: Vec<Pending<'_>>, register: Option<&Register>) -> Vec<Checked> {
    let plans: Vec<Plan<'_>> = pending.iter().map(Plan::new).collect();
    let mut outcomes = run(&plans);
    check_inner(&plans, &mut outcomes);
    pending.into_iter().zip(outcomes).map(|(pending, outcome)| seal(pending, outcome, register)).collect()
}

/// The tries of one record: every key with every reading of the signed bytes.
struct Plan<'a> {
    pending: &'a Pending<'a>,
    ready: Result<(&'a AlgorithmClaim, &'a [u8], SignatureEncoding), NotCheckedReason>,
    keys: Vec<&'a Candidate>,
    /// How many of the keys say something when they do not fit: all but those of another time.
    decisive: usize,
}

impl<'a> Plan<'a> {
    fn new(pending: &'a Pending<'a>) -> Self {
        let keys: Vec<&Candidate> = in_order(&pending.candidates).collect();
        let ready = match (&pending.parsed.signature, &pending.parsed.algorithm) {
            (SignatureData::NotTested(reason), _) => Err(reason.clone()),
            (SignatureData::Unreadable(_), _) => Err(NotCheckedReason::SignatureUnreadable),
            (_, AlgorithmClaim::Unknown(_)) => Err(NotCheckedReason::AlgorithmUnknown),
            (SignatureData::Bytes(..), _) if keys.is_empty() => Err(no_key(&pending.candidates)),
            (SignatureData::Bytes(bytes, encoding), claim) => Ok((claim, bytes.as_slice(), *encoding)),
        };
        let decisive = keys.len().saturating_sub(pending.candidates.other_period.len());
        Self { pending, ready, keys, decisive }
    }

    /// Try number `n`, or `None` when all were made.
    fn attempt(&self, n: usize) -> Option<(usize, &'a Candidate, SignedBytesReading, &'a [u8])> {
        let readings = &self.pending.parsed.signed_bytes;
        let key = n.checked_div(readings.len())?;
        let candidate = self.keys.get(key)?;
        let signed = readings.get(n % readings.len())?;
        Some((key, candidate, signed.reading, signed.bytes(self.pending.bytes)))
    }
}

/// The order of trial: what was obtained apart from the data comes first. What only the container's word leads to
/// comes behind what the user gave, and keys of another time come last.
fn in_order(candidates: &Candidates) -> impl Iterator<Item = &Candidate> {
    let Candidates { registered, given, claimed, carried, loose, other_period, .. } = candidates;
    registered.iter().chain(given).chain(claimed).chain(carried).chain(loose).chain(other_period)
}

fn no_key(candidates: &Candidates) -> NotCheckedReason {
    let ambiguous = |problem: &KeyProblem| matches!(problem, KeyProblem::AmbiguousCurve(_) | KeyProblem::AmbiguousEncoding);
    match candidates.unreadable.as_slice() {
        [] => NotCheckedReason::NoKey,
        problems if problems.iter().all(|(_, problem)| ambiguous(problem)) => NotCheckedReason::KeyAmbiguous,
        _ => NotCheckedReason::KeyUnreadable,
    }
}

fn run(plans: &[Plan<'_>]) -> Vec<Outcome> {
    let mut outcomes: Vec<Option<Outcome>> = plans
        .iter()
        .map(|plan| {
            let reason = plan.ready.as_ref().err()?;
            Some(not_checked(reason.clone()))
        })
        .collect();
    // The first refusal of each record is the one to report: it is that of the most trusted key and the
    // most faithful reading.
    let mut refusals: Vec<Option<InvalidReason>> = vec![None; plans.len()];
    let mut open: Vec<usize> = (0..plans.len()).filter(|at| outcomes.get(*at).is_some_and(Option::is_none)).collect();
    let mut round = 0;
    while !open.is_empty() {
        let tries: Vec<_> = open
            .iter()
            .filter_map(|&at| {
                let plan = plans.get(at)?;
                let (claim, signature, encoding) = *plan.ready.as_ref().ok()?;
                let attempt = plan.attempt(round);
                let algorithm = attempt.and_then(|(_, candidate, ..)| algorithm_with(claim, candidate.key.kind()));
                Some((at, attempt, algorithm, signature, encoding))
            })
            .collect();
        let jobs: Vec<Job<'_>> = tries
            .iter()
            .filter_map(|(_, attempt, algorithm, signature, encoding)| {
                let (_, candidate, _, message) = (*attempt)?;
                Some(Job { message, algorithm: (*algorithm)?, signature, encoding: *encoding, key: &candidate.key })
            })
            .collect();
        let mut checks = verify(&jobs).into_iter();
        open.clear();
        for (at, attempt, algorithm, _, _) in tries {
            let (Some(outcome), Some(refusal)) = (outcomes.get_mut(at), refusals.get_mut(at)) else { continue };
            let Some((key, _, reading, _)) = attempt else {
                let plan = plans.get(at).filter(|plan| plan.decisive == 0);
                *outcome = Some(plan.map_or_else(|| refused(*refusal), |plan| not_checked(no_key(&plan.pending.candidates))));
                continue;
            };
            let check = if algorithm.is_some() {
                checks.next().unwrap_or(Check { verdict: Err(InvalidReason::Malformed), notes: Vec::new() })
            } else {
                Check { verdict: Err(InvalidReason::KeyDoesNotFitAlgorithm), notes: Vec::new() }
            };
            match check.verdict {
                Ok(()) => {
                    *outcome =
                        Some(Outcome { verdict: SignatureVerdict::Valid, key: Some(key), matched: Some(reading), notes: check.notes });
                }
                Err(reason) => {
                    refusal.get_or_insert(reason);
                    open.push(at);
                }
            }
        }
        round += 1;
    }
    outcomes.into_iter().map(|outcome| outcome.unwrap_or_else(|| not_checked(NotCheckedReason::NoKey))).collect()
}

fn not_checked(reason: NotCheckedReason) -> Outcome {
    Outcome { verdict: SignatureVerdict::NotChecked(reason), key: None, matched: None, notes: Vec::new() }
}

/// No key fits. The most trusted one is named with the first refusal.
fn refused(refusal: Option<InvalidReason>) -> Outcome {
    let reason = refusal.unwrap_or(InvalidReason::Mismatch);
    Outcome { verdict: SignatureVerdict::Invalid(reason), key: Some(0), matched: None, notes: Vec::new() }
}

/// Puts the inner signatures of valid records to the test, with the key that fits the whole. One that does
/// not hold becomes a note: the whole, inner signature included, is proven by the outer one.
fn check_inner(plans: &[Plan<'_>], outcomes: &mut [Outcome]) {
    let inner: Vec<(usize, Job<'_>)> = plans
        .iter()
        .zip(outcomes.iter())
        .enumerate()
        .filter_map(|(at, (plan, outcome))| {
            let part = plan.pending.parsed.inner_signature.as_ref().filter(|_| outcome.verdict.is_valid())?;
            let key = &plan.keys.get(outcome.key?)?.key;
            let job = Job { message: &part.signed, algorithm: part.algorithm, signature: &part.signature, encoding: part.encoding, key };
            (part.algorithm.key_kind() == key.kind()).then_some((at, job))
        })
        .collect();
    let (places, jobs): (Vec<usize>, Vec<Job<'_>>) = inner.into_iter().unzip();
    for (at, check) in places.into_iter().zip(verify(&jobs)) {
        if let (Err(_), Some(outcome)) = (check.verdict, outcomes.get_mut(at)) {
            outcome.notes.push(Note::new(NoteKind::InnerSignatureInvalid, ""));
        }
    }
}

/// The algorithm to check with a key of this kind, or `None` when the key does not fit the claim. The name of the algorithm
/// is not signed, but neither may it be overruled: a record that names another curve than its key has is wrong.
fn algorithm_with(claim: &AlgorithmClaim, kind: KeyKind) -> Option<Algorithm> {
    match (claim, kind) {
        (AlgorithmClaim::Known(algorithm), _) => (algorithm.key_kind() == kind).then_some(*algorithm),
        (AlgorithmClaim::ByKey(hash), KeyKind::Ec(curve)) => Some(Algorithm::Ecdsa(curve, *hash)),
        _ => None,
    }
}

/// The one place where a record becomes a checked one.
#[allow(clippy::disallowed_methods, reason = "this is the place the lint reserves the constructor for")]
fn seal(pending: Pending<'_>, outcome: Outcome, register: Option<&Register>) -> Checked {
    let Pending { mut parsed, candidates, consulted, .. } = pending;
    let mut keys = key_facts(&candidates, &outcome);
    let mut failure = None;
    if let (Some(register), Some(consulted)) = (register, consulted) {
        let of_key = keys.used.as_ref().map_or(Ok([].into()), |used| register.of_key(&used.fingerprint, &consulted));
        match of_key {
            Ok(of_key) => keys.register = Some(consulted.facts(keys.used.as_mut(), &of_key)),
            Err(error) => failure = Some(error),
        }
    }
    parsed.notes.extend(outcome.notes);
    if let Some(kind) = outcome.matched.and_then(reading_note) {
        parsed.notes.push(Note::new(kind, ""));
    }
    (CheckedRecord::seal_after_signature_check(parsed, outcome.verdict, outcome.matched, keys), failure)
}

fn reading_note(reading: SignedBytesReading) -> Option<NoteKind> {
    match reading {
        SignedBytesReading::Trimmed => Some(NoteKind::MatchedTrimmed),
        SignedBytesReading::Minified => Some(NoteKind::MatchedMinified),
        SignedBytesReading::CrLf => Some(NoteKind::MatchedCrlf),
        _ => None,
    }
}

fn key_facts(candidates: &Candidates, outcome: &Outcome) -> KeyFacts {
    let used = outcome.key.and_then(|position| in_order(candidates).nth(position));
    let carried_differs = used.and_then(|used| {
        let other = candidates.carried.iter().find(|carried| carried.used.fingerprint != used.used.fingerprint)?;
        Some(CarriedKey { origin: other.used.origin, fingerprint: other.used.fingerprint.clone(), kind: other.used.kind })
    });
    // A key of the register that fits does not take back that the user's own key does not.
    let is_given = |used: &Candidate| candidates.given.iter().any(|given| given.used.fingerprint == used.used.fingerprint);
    let given_keys_do_not_fit = outcome.verdict.is_valid() && !candidates.given.is_empty() && used.is_some_and(|used| !is_given(used));
    KeyFacts {
        used: used.map(|used| {
            let mut key = used.used.clone();
            // A given key that is also the carried one was not found by trial.
            let carried = candidates.carried.iter().any(|carried| carried.used.fingerprint == key.fingerprint);
            if carried && key.choice == KeyChoice::Trial {
                key.choice = KeyChoice::Carried;
            }
            key
        }),
        carried_differs,
        given_keys_do_not_fit,
        unreadable: candidates.unreadable.clone(),
        notes: used.map(|used| used.notes.clone()).unwrap_or_default(),
        register: None,
    }
}
