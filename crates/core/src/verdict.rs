//! From findings and signature verdicts to verdicts on records, transactions, inputs and the whole.
//!
//! The worst part decides. Nothing is verified by default: every path to a green verdict passes a
//! signature that was checked, a key of sufficient origin and a complete transaction.

use eichrecht_model::{Assessment, InputRole, RecordEntry, SignatureVerdict, Subject, Verdict};

/// Sets all verdicts. The findings must be complete.
pub(crate) fn decide(assessment: &mut Assessment) {
    let of_signature: Vec<Verdict> = assessment.records.iter().map(|entry| signature_verdict(entry, assessment)).collect();
    for (entry, verdict) in assessment.records.iter_mut().zip(of_signature) {
        entry.verdict = verdict;
    }
    let mut own: Vec<Verdict> = vec![Verdict::Verified; assessment.transactions.len()];
    for finding in &assessment.findings {
        let worst = finding.severity.verdict();
        match finding.subject {
            Subject::Record(id) | Subject::Measurement(eichrecht_model::MeasurementRef { record: id, .. }) => {
                if let Some(entry) = id.0.checked_sub(1).and_then(|at| assessment.records.get_mut(at)) {
                    entry.verdict = entry.verdict.worst(worst);
                }
            }
            Subject::Transaction(id) => {
                if let Some(verdict) = id.0.checked_sub(1).and_then(|at| own.get_mut(at)) {
                    *verdict = verdict.worst(worst);
                }
            }
            // They count against the input; what was signed is not made worse by what is told of it.
            Subject::Input | Subject::Claim(_) | Subject::Bill => {}
        }
    }
    let of_transactions: Vec<Verdict> =
        assessment.transactions.iter().zip(own).map(|(transaction, own)| own.worst(transaction_verdict(assessment, transaction))).collect();
    for (transaction, verdict) in assessment.transactions.iter_mut().zip(of_transactions) {
        transaction.verdict = verdict;
    }
    decide_inputs(assessment);
}

/// Sets the verdict on the bill and lowers that on the whole. The findings about the bill must be complete.
pub(crate) fn decide_bill(assessment: &mut Assessment) {
    let about_bill = assessment.findings.iter().filter(|finding| finding.subject == Subject::Bill);
    let worst = about_bill.map(|finding| finding.severity.verdict()).max().unwrap_or(Verdict::Verified);
    let Some(bill) = &mut assessment.bill else { return };
    let complete = if bill.is_complete() { Verdict::Verified } else { Verdict::NotChecked };
    bill.verdict = worst.worst(complete);
    assessment.verdict = assessment.verdict.worst(bill.verdict);
}

fn signature_verdict(entry: &RecordEntry, assessment: &Assessment) -> Verdict {
    let Ok(record) = &entry.content else { return Verdict::NotChecked };
    match record.signature() {
        SignatureVerdict::Valid => {
            let sufficient = record.keys().used.as_ref().is_some_and(|key| key.origin >= assessment.required_origin);
            if sufficient { Verdict::Verified } else { Verdict::NotChecked }
        }
        SignatureVerdict::Invalid(_) => Verdict::Failed,
        SignatureVerdict::NotChecked(_) => Verdict::NotChecked,
    }
}

/// The worst of its records; a complete transaction without a computable amount cannot be called checked.
fn transaction_verdict(assessment: &Assessment, transaction: &eichrecht_model::Transaction) -> Verdict {
    let records = transaction.records.iter().map(|id| assessment.record(*id).map_or(Verdict::NotChecked, |entry| entry.verdict));
    let worst = records.max().unwrap_or(Verdict::NotChecked);
    let computable = transaction.shape.is_complete() && transaction.stated_energy.is_some();
    if computable { worst } else { worst.worst(Verdict::NotChecked) }
}

fn decide_inputs(assessment: &mut Assessment) {
    // Until something is proven in an input, it is not checked.
    let mut proven = vec![false; assessment.inputs.len()];
    let mut worst = vec![Verdict::Verified; assessment.inputs.len()];
    let mut lower = |input: usize, verdict: Verdict| {
        if let Some(worst) = worst.get_mut(input) {
            *worst = worst.worst(verdict);
        }
    };
    for entry in &assessment.records {
        lower(entry.input, entry.verdict);
    }
    for transaction in &assessment.transactions {
        // A transaction may reach over several inputs: it counts in each of them.
        let inputs = transaction.records.iter().filter_map(|id| assessment.record(*id).map(|entry| entry.input));
        for input in inputs {
            lower(input, transaction.verdict);
            if let Some(proven) = proven.get_mut(input) {
                *proven |= transaction.verdict <= Verdict::VerifiedWithWarnings;
            }
        }
    }
    for finding in assessment.findings.iter().filter(|finding| finding.subject != Subject::Bill) {
        lower(finding.input, finding.severity.verdict());
    }
    for error in &assessment.errors {
        lower(error.input, Verdict::NotChecked);
    }
    // A session that is only told of is proven by nothing.
    for claim in assessment.claims.iter().filter(|claim| claim.transactions.is_empty()) {
        lower(claim.input, Verdict::NotChecked);
    }
    for (input, (worst, proven)) in assessment.inputs.iter_mut().zip(worst.into_iter().zip(proven)) {
        input.verdict = if proven { worst } else { worst.worst(Verdict::NotChecked) };
    }
    let data = assessment.inputs.iter().filter(|input| input.role == InputRole::Data).map(|input| input.verdict);
    let is_aside = |input: usize| assessment.inputs.get(input).is_some_and(|input| input.role != InputRole::Data);
    let about_keys = assessment.findings.iter().filter(|finding| is_aside(finding.input)).map(|finding| finding.severity.verdict());
    let overall = data.max().unwrap_or(Verdict::NotChecked).worst(about_keys.max().unwrap_or(Verdict::Verified));
    // A key or a signature on its own proves nothing: it stands with the whole.
    for input in assessment.inputs.iter_mut().filter(|input| input.role != InputRole::Data) {
        input.verdict = overall;
    }
    assessment.verdict = overall;
}
