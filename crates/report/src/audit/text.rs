//! An audit for people: each meter with findings, and at the end what the audit rests on.

use eichrecht_model::{AuditSummary, HistoryFinding, KeyedMeter, MeterAudit, Severity, UnprovenRecord};

use crate::message;
use crate::style::{Page, Tone};
use crate::texts::{Arg, Texts};
use crate::{Style, visible};

/// Records without proof that are shown one by one; the rest is counted.
const UNPROVEN: usize = 10;
/// Findings of one code that are shown of one meter when they do not fail.
const SHOWN: usize = 10;

pub(super) fn meter(texts: &Texts, style: Style, audit: &MeterAudit) -> String {
    if audit.findings.is_empty() {
        return String::new();
    }
    let mut page = Page::new(style);
    head(&mut page, texts, &audit.meter);
    let records =
        texts.say("audit-records", &[("records", Arg::Count(audit.checked + audit.reported)), ("sessions", Arg::Count(audit.sessions))]);
    page.row(&texts.plain("label-records"), &records);
    if audit.reported > 0 {
        page.row("", &texts.say("audit-reported", &[("count", Arg::Count(audit.reported))]));
    }
    let origin = texts.plain(&format!("origin-{}", audit.key_origin.as_str()));
    page.row(&texts.plain("label-key"), &origin);
    let mut findings: Vec<&HistoryFinding> = audit.findings.iter().collect();
    findings.sort_by_key(|finding| (std::cmp::Reverse(finding.severity), finding.code));
    for group in findings.chunk_by(|a, b| a.code == b.code) {
        page.gap();
        tell(&mut page, texts, group);
    }
    page.gap();
    page.finish()
}

/// Name of a meter, and the fingerprint of its key.
pub(super) fn head(page: &mut Page, texts: &Texts, meter: &KeyedMeter) {
    let serial = meter.serial.as_deref().map_or_else(|| texts.plain("audit-no-serial"), |serial| visible(serial).into_owned());
    let title = page.paint(Tone::Strong, &texts.say("audit-meter", &[("serial", Arg::Text(&serial))]));
    page.line(&title);
    let parts = [&meter.manufacturer, &meter.model].into_iter().flatten().map(|text| visible(text).into_owned());
    let parts: Vec<String> = parts.collect();
    if !parts.is_empty() {
        page.row(&texts.plain("label-meter"), &parts.join(", "));
    }
    if let Some(gateway) = &meter.gateway {
        page.row(&texts.plain("label-gateway"), &visible(gateway));
    }
    page.row(&texts.plain("label-fingerprint"), &crate::key::grouped(&meter.key));
}

/// Findings of one rule: what was seen each time, and once what it means.
fn tell(page: &mut Page, texts: &Texts, group: &[&HistoryFinding]) {
    let Some(first) = group.first() else { return };
    let mark = texts.plain(&format!("mark-{}", first.severity.as_str()));
    let mark = page.paint(Tone::of_severity(first.severity), &mark);
    page.wrapped("  ", 4, &format!("{mark} {} {}", first.code, first.name));
    let shown = if first.severity == Severity::Fail { group.len() } else { SHOWN };
    for finding in group.iter().take(shown) {
        let mut text = message::of(texts, finding.code, finding.name, &finding.facts);
        if finding.rests_on_report() {
            text = format!("{text} {}", texts.plain("audit-rests-on-report"));
        }
        page.wrapped("    ", 4, &text);
    }
    if let Some(hidden @ 1..) = group.len().checked_sub(shown) {
        page.wrapped("    ", 4, &texts.say("and-more-findings", &[("count", Arg::Count(hidden)), ("code", Arg::Text(first.code))]));
    }
    for (id, part) in [("finding-bill", "bill"), ("finding-advice", "advice")] {
        let sentence = texts.rule(first.code, part, &fluent_bundle::FluentArgs::new()).unwrap_or_default();
        page.wrapped("    ", 6, &format!("{} {sentence}", texts.plain(id)));
    }
}

pub(super) fn unproven(texts: &Texts, style: Style, record: &UnprovenRecord, number: usize) -> String {
    let mut page = Page::new(style);
    if number == 1 {
        page.heading(&texts.plain("heading-unproven"));
    }
    if number <= UNPROVEN {
        let page_number = record.pagination.map(|page| page.to_string()).unwrap_or_default();
        let of = texts.say(
            &format!("audit-unproven-{}", record.verdict()),
            &[
                ("input", Arg::Text(&visible(&record.input))),
                ("serial", Arg::Text(&visible(&record.serial))),
                ("pagination", Arg::Text(&page_number)),
            ],
        );
        page.wrapped("  ", 4, &of);
    }
    page.finish()
}

pub(super) fn summary(texts: &Texts, style: Style, summary: &AuditSummary) -> String {
    let mut page = Page::new(style);
    if summary.unproven > UNPROVEN {
        page.wrapped("  ", 4, &texts.say("audit-unproven-more", &[("count", Arg::Count(summary.unproven - UNPROVEN))]));
    }
    page.heading(&texts.plain("heading-audit"));
    let (tone, verdict) = verdict(summary);
    let verdict = page.paint(tone, &texts.plain(verdict));
    let count = summary.fail + summary.warn + summary.info;
    let said = texts.say("audit-findings", &[("count", Arg::Count(count)), ("meters", Arg::Count(summary.meters_with_findings))]);
    page.wrapped("  ", 2, &format!("{verdict} {said}"));
    page.row(&texts.plain("label-fail"), &summary.fail.to_string());
    page.row(&texts.plain("label-warn"), &summary.warn.to_string());
    page.row(&texts.plain("label-info"), &summary.info.to_string());
    page.row(&texts.plain("label-meters"), &summary.meters.to_string());
    let records = texts
        .say("audit-records", &[("records", Arg::Count(summary.checked + summary.reported)), ("sessions", Arg::Count(summary.sessions))]);
    page.row(&texts.plain("label-records"), &records);
    if summary.reported > 0 {
        page.row("", &texts.say("audit-reported", &[("count", Arg::Count(summary.reported))]));
    }
    if summary.unproven > 0 {
        page.row(&texts.plain("label-unproven"), &texts.say("audit-unproven", &[("count", Arg::Count(summary.unproven))]));
    }
    page.finish()
}

/// The worst finding decides; without any evidence nothing was judged.
fn verdict(summary: &AuditSummary) -> (Tone, &'static str) {
    if summary.checked + summary.reported == 0 {
        (Tone::Unknown, "audit-empty")
    } else if summary.fail > 0 {
        (Tone::Bad, "audit-fail")
    } else if summary.warn > 0 {
        (Tone::Remark, "audit-warn")
    } else {
        (Tone::Good, "audit-fine")
    }
}
