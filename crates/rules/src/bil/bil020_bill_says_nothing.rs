//! BIL020: the bill states neither energy nor a total.

use eichrecht_model::Severity;

use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// There is nothing in it that could be compared, so it counts as not checked.
pub(crate) static RULE: Rule = Rule {
    code: "BIL020",
    name: "bill-says-nothing",
    severity: Severity::Warn,
    basis: &[Basis::Own("an empty bill is not a right one")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    let Some(bill) = &facts.assessment.bill else { return };
    let Ok(content) = &bill.request.bill else { return };
    sink.looked();
    if content.energy.is_none() && content.gross.is_none() && content.net.is_none() {
        sink.bill(Vec::new());
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::*;

    use super::*;
    use crate::bil::testing::*;
    use crate::testing::{findings, run};

    #[test]
    fn nothing_to_compare() {
        let empty = with(|check| check.request.bill = Ok(Bill::default()));
        assert_eq!(findings(&RULE, &empty).len(), 1);
    }

    #[test]
    fn quiet_with_a_figure() {
        assert_eq!(run(&RULE, &with(|_| {})).1, Outcome::Passed);
    }
}
