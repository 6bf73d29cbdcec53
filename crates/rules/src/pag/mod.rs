//! Pagination: the signer's count of its records.

mod pag001_pagination_gap;
mod pag002_pagination_malformed;
mod pag003_pagination_order;
mod pag004_pagination_fork;
mod pag005_foreign_record_inside;
mod pag006_fiscal_record_in_session;
mod pag007_pagination_falls;

use crate::Rule;

/// Rules of the family, by code.
pub(crate) static RULES: &[&Rule] = &[
    &pag001_pagination_gap::RULE,
    &pag002_pagination_malformed::RULE,
    &pag003_pagination_order::RULE,
    &pag004_pagination_fork::RULE,
    &pag005_foreign_record_inside::RULE,
    &pag006_fiscal_record_in_session::RULE,
    &pag007_pagination_falls::RULE,
];
