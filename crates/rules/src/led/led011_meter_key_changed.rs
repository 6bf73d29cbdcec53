//! LED011: the same meter signed with another key.

use eichrecht_model::{Relative, Severity};

use crate::history::{Course, HistorySink, moment, short_key, time_of};
use crate::registry::only_in_a_history;
use crate::{Basis, Formats, HistoryRule, Rule, Status};

use super::span::span;

/// Manufacturer, model and serial number are the same, the key is not. Records of the two keys are never held against each
/// other, for anybody can sign with a key of his own.
pub(crate) static RULE: HistoryRule = HistoryRule {
    rule: Rule {
        code: "LED011",
        name: "meter-key-changed",
        severity: Severity::Warn,
        basis: &[
            Basis::Law("MessEG", "§ 33 (3)"),
            Basis::Own("the key is what a driver knows the meter by: it changes only with the device or in an approved procedure"),
        ],
        formats: Formats::All,
        status: Status::Stable { since: "0.1.0" },
        check: only_in_a_history,
    },
    judge,
};

fn judge(course: &Course<'_>, sink: &mut HistorySink) {
    let meter = &course.history.meter;
    let Some((own, first, last)) = span(course.history) else { return };
    let same = |relative: &&Relative| relative.meter.same_device(meter) && relative.meter.key != meter.key;
    let later = |relative: &&Relative| (relative.first, &relative.meter.key) > (Some(first), &meter.key);
    let next = course.history.relatives.iter().filter(same).filter(later).min_by_key(|relative| (relative.first, &relative.meter.key));
    let Some(next) = next else { return };
    let order = match next.first {
        Some(begin) if begin >= last => "after",
        Some(_) => "together",
        None => "unknown",
    };
    let facts = vec![
        ("before", short_key(&meter.key)),
        ("after", short_key(&next.meter.key)),
        ("order", order.to_owned()),
        ("when", moment(time_of(own))),
        ("gateway", if next.meter.gateway == meter.gateway { "same" } else { "other" }.to_owned()),
    ];
    sink.found([own], facts);
}
