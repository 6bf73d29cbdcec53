//! Inputs made to cost time or memory. Each is large enough that more than linear work would show: these
//! tests then run for minutes.

use crate::testing::{errors, open, texts};

/// Unoptimised code gets less to do.
const MEGABYTES: usize = if cfg!(debug_assertions) { 1 << 20 } else { 10 << 20 };

#[test]
fn a_hundred_thousand_records() {
    assert_eq!(open("*1*\n".repeat(100_000)).records.len(), 100_000);
    let values = "<value transactionId='1'><signedData format='STAR'>*1*</signedData><publicKey>KEY</publicKey></value>".repeat(100_000);
    assert_eq!(open(format!("<values>{values}</values>")).records.len(), 100_000);
    let hex = "2a20612066657720776f726473202a0a\n".repeat(100_000);
    assert_eq!(open(hex).records.len(), 100_000);
    let escaped = r#""J|{\"a\":1}|{\"s\":2}","#.repeat(100_000);
    assert_eq!(open(escaped).records.len(), 100_000);
    let entities = "J|{&quot;a&quot;:1}|{&quot;s&quot;:2}\n".repeat(100_000);
    assert_eq!(open(entities).records.len(), 100_000);
}

#[test]
fn megabytes_of_the_same_thing() {
    for part in [
        "J|",
        "{",
        "\\",
        "\"",
        "2b",
        "&#42",
        "&quot;",
        "\\\"",
        "{\\",
        "\\u00",
        "=",
        "A",
        "KEY\n",
        "-----BEGIN \n",
        "\n",
        "&amp;",
        "OCMF|",
        "*1*KEY\n",
        "[1]-----BEGIN \n",
        "[1]x\n",
    ] {
        let unwrapped = open(part.repeat(MEGABYTES / part.len()));
        assert!(unwrapped.records.len() <= 100_000, "{part}");
    }
    for part in ["<", "<a", "<a>", "</a>", "<values>", "<!--", "<![CDATA[", "<?", "<a b='", "&", "<values a='b' "] {
        let unwrapped = open(format!("<values>{}", part.repeat(MEGABYTES / part.len())));
        assert!(!unwrapped.errors.is_empty(), "{part}");
    }
    let unwrapped = open("J|{\\\"".repeat(MEGABYTES / 5));
    assert!(unwrapped.records.len() <= 100_000);
}

#[test]
fn a_hundred_megabytes_of_zeros() {
    let zeros = vec![0; 100 << 20];
    assert_eq!(errors(&open(zeros)), [("unknown-content", "in")]);
}

#[test]
fn attributes_by_the_hundred_thousand() {
    let names: String = (0..100_000).map(|number| format!(" a{number}=''")).collect();
    assert_eq!(errors(&open(format!("<values{names}><value/></values>"))), [("limit", "in")]);
    let names: String = (0..100_000).map(|number| format!(" xmlns:a{number}='x'")).collect();
    assert_eq!(errors(&open(format!("<values{names}><value/></values>"))).len(), 1);
}

#[test]
fn one_large_key_is_not_copied_to_a_hundred_thousand_records() {
    let mut limits = eichrecht_model::Limits::default();
    limits.input_bytes = 2 << 20;
    let text = format!(
        "<values><value><publicKey>KEY{}</publicKey><signedData>{}</signedData></value></values>",
        "x".repeat(60_000),
        "*1*".repeat(100_000)
    );
    let unwrapped = crate::testing::open_with(text, &limits);
    assert!(unwrapped.records.len() < 100);
    assert_eq!(errors(&unwrapped).last().unwrap().0, "limit");
}

#[test]
fn many_unknown_parts_leave_few_notes() {
    let unwrapped = open(format!("<values>{}<value><signedData>*1*</signedData></value></values>", "<a b='c'/>x".repeat(100_000)));
    assert_eq!(texts(&unwrapped), ["*1*"]);
    assert!(unwrapped.notes.len() < 100);
}
