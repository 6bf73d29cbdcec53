//! An assessment sorted by input, so that every output walks the same lists.

use std::collections::{BTreeSet, HashMap, HashSet};

use eichrecht_model::{
    Assessment, Finding, InputAssessment, MeasurementRef, ReadError, RecordEntry, RecordId, SessionClaim, Subject, Transaction,
    TransactionId,
};

/// Everything about one input.
pub(crate) struct InputView<'a> {
    pub(crate) input: &'a InputAssessment,
    pub(crate) records: &'a [RecordEntry],
    /// Transactions listed under this input.
    pub(crate) transactions: Vec<&'a Transaction>,
    /// Transactions listed under another input that records of this one belong to.
    pub(crate) shared: Vec<&'a Transaction>,
    /// What the input tells of charging sessions, unsigned.
    pub(crate) claims: Vec<&'a SessionClaim>,
    pub(crate) findings: Vec<&'a Finding>,
    pub(crate) errors: Vec<&'a ReadError>,
    /// Records that belong to no transaction of any input.
    pub(crate) unplaced: Vec<&'a RecordEntry>,
}

/// The inputs in their order. Nothing is left out: what names an input that does not exist is listed under
/// the last one.
pub(crate) fn by_input(assessment: &Assessment) -> Vec<InputView<'_>> {
    let placed: HashSet<RecordId> = assessment.transactions.iter().flat_map(|t| t.records.iter().copied()).collect();
    let mut views: Vec<InputView<'_>> = assessment
        .inputs
        .iter()
        .enumerate()
        .map(|(number, input)| {
            let records = assessment.records_of(number);
            let unplaced = records.iter().filter(|entry| !placed.contains(&entry.id)).collect();
            InputView {
                input,
                records,
                transactions: Vec::new(),
                shared: Vec::new(),
                claims: Vec::new(),
                findings: Vec::new(),
                errors: Vec::new(),
                unplaced,
            }
        })
        .collect();
    let last = views.len().saturating_sub(1);
    for transaction in &assessment.transactions {
        if let Some(view) = views.get_mut(transaction.input.min(last)) {
            view.transactions.push(transaction);
        }
        let inputs = transaction.records.iter().filter_map(|id| assessment.record(*id)).map(|entry| entry.input);
        for input in inputs.collect::<BTreeSet<_>>() {
            if input != transaction.input
                && let Some(view) = views.get_mut(input)
            {
                view.shared.push(transaction);
            }
        }
    }
    for claim in &assessment.claims {
        if let Some(view) = views.get_mut(claim.input.min(last)) {
            view.claims.push(claim);
        }
    }
    for finding in assessment.findings.iter().filter(|finding| finding.subject != Subject::Bill) {
        if let Some(view) = views.get_mut(finding.input.min(last)) {
            view.findings.push(finding);
        }
    }
    for error in &assessment.errors {
        if let Some(view) = views.get_mut(error.input.min(last)) {
            view.errors.push(error);
        }
    }
    views
}

/// The findings about the bill.
pub(crate) fn about_bill(assessment: &Assessment) -> Vec<&Finding> {
    assessment.findings.iter().filter(|finding| finding.subject == Subject::Bill).collect()
}

/// Findings by what they are about.
pub(crate) struct BySubject<'a> {
    input: Vec<&'a Finding>,
    records: HashMap<RecordId, Vec<&'a Finding>>,
    transactions: HashMap<TransactionId, Vec<&'a Finding>>,
}

impl<'a> BySubject<'a> {
    pub(crate) fn new(assessment: &Assessment, findings: &[&'a Finding]) -> Self {
        let mut sorted = Self { input: Vec::new(), records: HashMap::new(), transactions: HashMap::new() };
        for finding in findings {
            match finding.subject {
                Subject::Input => sorted.input.push(finding),
                Subject::Record(record) | Subject::Measurement(MeasurementRef { record, .. }) => {
                    sorted.records.entry(record).or_default().push(finding);
                }
                Subject::Transaction(id) => sorted.transactions.entry(id).or_default().push(finding),
                // Of a claim is told where its records went; with none of them it is the input's own.
                Subject::Claim(id) => match assessment.claim(id).map(|claim| claim.transactions.as_slice()) {
                    None | Some([]) => sorted.input.push(finding),
                    Some(homes) => homes.iter().for_each(|home| sorted.transactions.entry(*home).or_default().push(finding)),
                },
                Subject::Bill => {}
            }
        }
        sorted
    }

    /// Findings about the input, a transaction and records.
    pub(crate) fn about(&self, transaction: Option<TransactionId>, records: &[RecordId]) -> Vec<&'a Finding> {
        let of_transaction = transaction.and_then(|id| self.transactions.get(&id)).into_iter().flatten();
        let of_records = records.iter().filter_map(|id| self.records.get(id)).flatten();
        self.input.iter().chain(of_transaction).chain(of_records).copied().collect()
    }
}
