//! OBI002: the amount comes from a register that is not known for billing.

use eichrecht_model::{BillingChoice, Severity};

use crate::facts::{has, register_name, transactions};
use crate::registry::ocmf;
use crate::{Basis, Facts, Formats, Rule, Sink, Status};

/// It is the only register of energy in the session, so there is no doubt which was meant, but its code is none of
/// those known to count import for billing.
pub(crate) static RULE: Rule = Rule {
    code: "OBI002",
    name: "register-unusual",
    severity: Severity::Warn,
    basis: &[ocmf("field RI"), Basis::Own("the only register of energy is taken, and the reader is told so")],
    formats: Formats::All,
    status: Status::Stable { since: "0.1.0" },
    check,
};

fn check(facts: Facts<'_>, sink: &mut Sink<'_>) {
    for transaction in transactions(facts, sink) {
        let Some((_, choice)) = transaction.billing else { continue };
        sink.looked();
        if choice == BillingChoice::OnlyEnergyRegister {
            let register = transaction.billing_register().map(register_name).unwrap_or_default();
            sink.transaction(transaction.id, vec![has(&register), ("register", register)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use eichrecht_model::Outcome;

    use super::*;
    use crate::testing::*;

    fn chosen(choice: Option<BillingChoice>) -> eichrecht_model::Assessment {
        let mut assessment = Scene::new().record(whole("1", "2")).transaction(&[1]).build();
        assessment.transactions[0].billing = choice.map(|choice| (0, choice));
        assessment
    }

    #[test]
    fn the_only_one_there_was() {
        let found = findings(&RULE, &chosen(Some(BillingChoice::OnlyEnergyRegister)));
        assert_eq!((found.len(), fact(&found[0], "register")), (1, "1-0:1.8.0"));
    }

    #[test]
    fn quiet_on_registers_for_billing() {
        assert_eq!(run(&RULE, &chosen(Some(BillingChoice::Import))).1, Outcome::Passed);
        assert_eq!(run(&RULE, &chosen(Some(BillingChoice::CompensatedImport))).1, Outcome::Passed);
    }

    #[test]
    fn no_choice_is_left_to_txn006() {
        assert_eq!(run(&RULE, &chosen(None)).1, Outcome::NotApplicable);
    }
}
