use eichrecht_model::*;

use super::*;
use crate::testing::{Scene, TOOL, failed, parsed, proven};

fn plain(assessment: &Assessment, language: Language) -> String {
    text(assessment, language, Style::default(), TOOL)
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn telling_reports() {
    for (name, assessment) in [("proven", proven()), ("failed", failed()), ("many", many(5))] {
        for language in [Language::English, Language::German] {
            insta::assert_snapshot!(format!("{name}_{}", language.tag()), plain(&assessment, language));
        }
    }
}

/// A table of sessions, the last of which failed.
fn many(count: usize) -> Assessment {
    let mut scene = Scene::new();
    for number in 1..=count {
        let failed = number == count;
        let signature = if failed { SignatureVerdict::Invalid(InvalidReason::Mismatch) } else { SignatureVerdict::Valid };
        let verdict = if failed { Verdict::Failed } else { Verdict::Verified };
        scene = scene.record(parsed(), signature, Some(KeyOrigin::User)).session(number, verdict);
        scene = scene.finding("SIG010", Subject::Record(RecordId(number)), &[("field", "SA"), ("found", "")]);
        if failed {
            scene = scene.finding("SIG001", Subject::Record(RecordId(number)), &[("reason", "mismatch")]);
        }
    }
    scene.verdict(Verdict::Failed)
}

#[test]
fn the_verdict_comes_first_and_in_words() {
    for (verdict, english, german) in [
        (Verdict::Verified, "VERIFIED:", "BESTÄTIGT:"),
        (Verdict::VerifiedWithWarnings, "VERIFIED, WITH REMARKS:", "BESTÄTIGT, MIT HINWEISEN:"),
        (Verdict::NotChecked, "NOT CHECKED:", "NICHT GEPRÜFT:"),
        (Verdict::Failed, "FAILED:", "NICHT BESTANDEN:"),
    ] {
        let assessment = Scene::new().verdict(verdict);
        assert!(plain(&assessment, Language::English).starts_with(english));
        assert!(plain(&assessment, Language::German).starts_with(german));
    }
}

#[test]
fn what_is_not_proven_is_never_called_proven() {
    for signature in [SignatureVerdict::Invalid(InvalidReason::Mismatch), SignatureVerdict::NotChecked(NotCheckedReason::NoKey)] {
        let verdict =
            if signature == SignatureVerdict::NotChecked(NotCheckedReason::NoKey) { Verdict::NotChecked } else { Verdict::Failed };
        let assessment = Scene::new().record(parsed(), signature, None).session(1, verdict).verdict(verdict);
        let english = flat(&plain(&assessment, Language::English));
        assert!(english.contains("5.60 kWh are stated, not proven."), "{english}");
        for word in ["(proven)", "are proven", "is proven."] {
            assert!(!english.contains(word), "{word} in {english}");
        }
        // Each single value of the record carries the mark.
        for label in ["Energy", "Begin", "End", "Duration", "Register", "Meter", "Charge point", "User"] {
            let row = english.split(&format!(" {label} ")).nth(1).unwrap_or_else(|| panic!("{label} in {english}"));
            assert!(row.split(')').take(4).any(|part| part.ends_with("stated, not proven")), "{label}: {row}");
        }
        let german = flat(&plain(&assessment, Language::German));
        assert!(german.contains("5,60 kWh sind angegeben, nicht bewiesen."), "{german}");
        assert!(!german.contains("(bewiesen)") && !german.contains("sind bewiesen"), "{german}");
    }
}

#[test]
fn a_duration_is_proven_only_by_times_that_prove_it() {
    let mut assessment = proven();
    assert!(flat(&plain(&assessment, Language::English)).contains("1 h 05 min 30 s (proven)"));
    assessment.transactions[0].time_quality = TimeQuality::Informative;
    assert!(flat(&plain(&assessment, Language::English)).contains("1 h 05 min 30 s (stated, not proven)"));
}

#[test]
fn all_findings_are_there_and_no_fail_is_hidden() {
    let mut scene = Scene::new();
    for rule in eichrecht_rules::all() {
        scene = scene.finding(rule.code, Subject::Input, &[]);
    }
    for number in 0..40 {
        let found = format!("value {number}");
        scene = scene.finding(
            "FMT001",
            Subject::Input,
            &[("field", &found), ("found", &found), ("expected", ""), ("has", "found"), ("named", "yes")],
        );
        scene = scene.finding(
            "FMT010",
            Subject::Input,
            &[("field", "x"), ("found", &found), ("expected", ""), ("has", "found"), ("named", "yes")],
        );
    }
    let assessment = scene.verdict(Verdict::Failed);
    for language in [Language::English, Language::German] {
        let report = plain(&assessment, language);
        for rule in eichrecht_rules::all() {
            assert!(report.contains(rule.code), "{} is lost", rule.code);
        }
        for number in 0..40 {
            let fails = report.split("FMT010").next().unwrap();
            assert!(fails.contains(&format!("value {number}")), "fail {number} is hidden");
        }
        // 41 findings of FMT010 in as many words: five are shown, the others are counted.
        assert!(flat(&report).contains("… "), "{report}");
        assert!(flat(&report).contains(" 36 "), "{report}");
    }
    // Fails stand before warnings, warnings before notes.
    let report = plain(&assessment, Language::English);
    let place = |mark: &str| (report.find(&format!("\n  {mark} ")).unwrap(), report.rfind(&format!("\n  {mark} ")).unwrap());
    assert!(place("FAIL").1 < place("REMARK").0 && place("REMARK").1 < place("NOTE").0);
}

#[test]
fn equal_findings_are_merged_with_their_count() {
    let mut scene = Scene::new();
    for number in 1..=12 {
        scene = scene.record(parsed(), SignatureVerdict::Valid, Some(KeyOrigin::User));
        scene = scene.finding("ZZZ999", Subject::Record(RecordId(number)), &[]);
    }
    let report = flat(&plain(&scene.verdict(Verdict::Failed), Language::English));
    assert!(report.contains("(record 1, record 2, record 3, record 4, record 5, …; 12 times)"), "{report}");
}

#[test]
fn foreign_text_cannot_touch_the_terminal() {
    let hostile = format!("\u{1b}[31mVERIFIED\u{202E}\r\nFAKE{}", "x".repeat(1000));
    let mut record = parsed();
    record.meter.serial = Some(hostile.clone());
    record.meter.model = Some(hostile.clone());
    record.user.id = Some(hostile.clone());
    record.user.flags = vec![hostile.clone(); 3];
    record.user.level = Some(AssignmentLevel::Other(hostile.clone()));
    record.charge_point.id = Some(hostile.clone());
    record.tariff = Some(TariffText { text: hostile.clone(), prices: None });
    record.gateway.id = Some(hostile.clone());
    record.algorithm = AlgorithmClaim::Unknown(hostile.clone());
    for reading in &mut record.measurements {
        reading.unit = Some(Unit::Other(hostile.clone()));
        reading.obis = Some(ObisCode::new(&hostile));
    }
    let mut assessment = Scene::new()
        .record(record, SignatureVerdict::NotChecked(NotCheckedReason::AlgorithmUnknown), None)
        .session(1, Verdict::NotChecked)
        .finding("CON003", Subject::Input, &[("found", &hostile), ("field", &hostile), ("has", "found"), ("named", "no")])
        .error(ReadErrorKind::NotDecodable, &hostile)
        .verdict(Verdict::NotChecked);
    assessment.inputs[0].name = hostile.clone();
    assessment.transactions[0].registers[0].obis = Some(ObisCode::new(&hostile));
    assessment.transactions[0].stated_energy = Some(Energy { value: Decimal::ZERO, unit: Unit::Other(hostile) });
    for language in [Language::English, Language::German] {
        let report = plain(&assessment, language);
        let bad = report.chars().find(|c| (c.is_control() && *c != '\n') || *c == '\u{202E}');
        assert_eq!(bad, None);
        assert!(!report.lines().any(|line| line.trim_start().starts_with("FAKE")), "{report}");
        assert!(report.contains("\\u{1B}[31mVERIFIED\\u{202E}"));
    }
}

#[test]
fn colour_only_where_it_is_wanted_and_with_the_same_words() {
    let assessment = failed();
    let coloured = text(&assessment, Language::English, Style { colour: true, width: 100 }, TOOL);
    assert!(coloured.contains("\u{1b}["));
    let mut stripped = String::new();
    for (position, part) in coloured.split('\u{1b}').enumerate() {
        stripped.push_str(if position == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(stripped, plain(&assessment, Language::English));
}

#[test]
fn lines_keep_to_the_width() {
    for width in [60, 80, 100] {
        for language in [Language::English, Language::German] {
            let report = text(&proven(), language, Style { colour: false, width }, TOOL);
            for line in report.lines() {
                assert!(line.chars().count() <= width, "{} > {width}: {line}", line.chars().count());
            }
        }
    }
}

#[test]
fn several_inputs_end_with_a_summary() {
    let mut assessment = failed();
    assessment.inputs.push(InputAssessment {
        name: "key.pem".to_owned(),
        role: InputRole::Key,
        records: 2..2,
        ..assessment.inputs[0].clone()
    });
    assessment.inputs.push(InputAssessment {
        name: "empty.xml".to_owned(),
        sha256: None,
        records: 2..2,
        verdict: Verdict::NotChecked,
        ..assessment.inputs[0].clone()
    });
    let report = flat(&plain(&assessment, Language::English));
    assert!(report.starts_with("FAILED: 1 not checked, 1 failed, 1 key out of 3 inputs; the worst one decides."), "{report}");
    let summary = report.split("Summary").nth(1).unwrap();
    for row in ["1 FAILED 5.60 kWh stated, not proven data.xml", "2 key - key.pem", "3 NOT CHECKED - empty.xml"] {
        assert!(summary.contains(row), "{row} in {summary}");
    }
    assert!(report.contains("not computed, because the input was not read completely"));
}

#[test]
fn a_session_over_two_inputs_is_named_in_both() {
    let mut assessment = proven();
    assessment.transactions[0].records.push(RecordId(2));
    let mut second = assessment.records[0].clone();
    second.id = RecordId(2);
    second.input = 1;
    assessment.records.push(second);
    assessment.inputs.push(InputAssessment { name: "end.xml".to_owned(), records: 1..2, ..assessment.inputs[0].clone() });
    let report = flat(&plain(&assessment, Language::English));
    assert!(report.contains("belong to charging session 1, which is listed under input 1"), "{report}");
    assert!(!report.contains("no charging session"), "{report}");
}
