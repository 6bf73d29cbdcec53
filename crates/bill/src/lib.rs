//! Bills and tariffs: reads them, recomputes prices step by step, and compares with what is proven.
//!
//! Nothing on a bill is signed. So it is compared with proven energy only
//! ([`VerifiedEnergy`](eichrecht_model::VerifiedEnergy)), and with times by what their clock is worth; where nothing
//! is proven a bill is neither right nor wrong. Findings are made by the rules of the family BIL, from the
//! [`BillCheck`] that [`check`] gives.
//!
//! No clock, no files: a bill comes as bytes ([`read_bill`]) or as single figures ([`read_figures`]). All arithmetic
//! is exact; amounts are rounded where the result says so and nowhere else.
//!
//! ```
//! use eichrecht_bill::{Figures, read_figures};
//! use eichrecht_model::Limits;
//!
//! let figures = Figures { energy: Some("12,34 kWh"), total: Some("7,89 EUR"), ..Figures::default() };
//! let bill = read_figures(&figures, &Limits::default()).unwrap();
//! assert_eq!(bill.energy.unwrap().value.to_string(), "12.34");
//! assert_eq!(bill.gross.unwrap().to_string(), "7.89");
//! ```

mod assign;
mod compare;
mod figures;
mod number;
mod price;
mod read;
#[cfg(test)]
mod testing;
mod time;

pub use figures::{BadFigure, Figure, Figures, read_figures, read_zone, set_figures};
pub use read::{read_bill, read_tariff};

use eichrecht_model::{Assessment, Assignment, BillCheck, BillRequest, Verdict};

/// Compares a bill with an assessment whose verdicts have been decided. The verdict of the result is still open: the
/// rules have to run over it.
#[must_use]
pub fn check(assessment: &Assessment, request: BillRequest) -> BillCheck {
    let assignment = assign::assign(assessment, &request);
    let mut check = BillCheck {
        request,
        assignment,
        energy: None,
        begin: None,
        end: None,
        duration: None,
        evse: None,
        price: None,
        verdict: Verdict::NotChecked,
    };
    if let (Ok(bill), Assignment::To(id, _)) = (check.request.bill.clone(), check.assignment.clone())
        && let Some(transaction) = assessment.transaction(id)
    {
        let session = compare::Session::new(assessment, transaction);
        check.energy = session.energy(&bill);
        check.begin = session.time(&bill, compare::Which::Begin);
        check.end = session.time(&bill, compare::Which::End);
        check.duration = session.duration(&bill);
        check.evse = session.evse(&bill);
        check.price = price::check(&session, &bill, &check.request, check.energy.as_ref());
    }
    check
}
