//! Whole runs: the same verdicts as one call of the verifier each, from every form to every form; and whatever stops a
//! run, it ends in the same output once it is gone on with.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "code of tests may fail loudly"
)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use arrow_array::cast::AsArray;
use common::{Session, expected};
use eichrecht::Verifier;
use eichrecht_batch::{COLUMNS, Columns, Counts, Ended, Engine, Form, Plan, Progress, ResultForm, Run, RunError, Settings, Summary, Watch};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

/// Lets a run go on, or stops it when so many rows are written.
struct Until(AtomicU64, u64);

impl Until {
    fn rows(most: u64) -> Self {
        Self(AtomicU64::new(0), most)
    }

    fn never() -> Self {
        Self::rows(u64::MAX)
    }
}

impl Watch for Until {
    fn progress(&self, progress: Progress) {
        self.0.store(progress.counts.rows(), Ordering::Relaxed);
    }

    fn wants_stop(&self) -> bool {
        self.0.load(Ordering::Relaxed) >= self.1
    }
}

fn settings(output: &Path, form: ResultForm) -> Settings {
    Settings {
        columns: Columns::default(),
        output: Some(output.to_owned()),
        form,
        resume: true,
        ordered: true,
        max_failed: None,
        // With one worker few rows are under way at a time, so that a run can be stopped in its middle.
        workers: 1,
        save_every: Duration::ZERO,
        marks: Vec::new(),
    }
}

fn try_run(input: &Path, settings: Settings, watch: &dyn Watch) -> Result<Summary, RunError> {
    let plan = Plan::new(&[input.to_string_lossy().into_owned()], Form::Auto).unwrap();
    let run = Run::new(plan, settings, "2026-06-01T00:00:00Z".parse().unwrap())?;
    let engine = Engine::new(Verifier::new().now(run.now()?));
    run.start(&engine, watch)
}

fn run(input: &Path, output: &Path, form: ResultForm) -> Summary {
    try_run(input, Settings { workers: 3, ..settings(output, form) }, &Until::never()).unwrap()
}

/// A cell of the output as text; lists with blanks between.
type Rows = Vec<BTreeMap<String, String>>;

fn ndjson_rows(path: &Path) -> Rows {
    let cell = |value: serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text,
        serde_json::Value::Array(list) => list.iter().map(|one| one.as_str().unwrap()).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let row = |line: &str| -> BTreeMap<String, String> {
        let object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line).unwrap();
        object.into_iter().map(|(name, value)| (name, cell(value))).collect()
    };
    fs::read_to_string(path).unwrap().lines().map(row).collect()
}

fn csv_rows(path: &Path) -> Rows {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().clone();
    let row = |record: csv::StringRecord| header.iter().zip(&record).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect();
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn parquet_rows(path: &Path) -> Rows {
    let reader = ParquetRecordBatchReaderBuilder::try_new(fs::File::open(path).unwrap()).unwrap().build().unwrap();
    let mut rows = Rows::new();
    for batch in reader.map(Result::unwrap) {
        for at in 0..batch.num_rows() {
            let cell = |column: &eichrecht_batch::Column| {
                let array = batch.column_by_name(column.name).unwrap();
                match column.kind {
                    _ if array.is_null(at) => String::new(),
                    eichrecht_batch::Kind::Integer => array.as_primitive::<arrow_array::types::Int64Type>().value(at).to_string(),
                    eichrecht_batch::Kind::Text => array.as_string::<i32>().value(at).to_owned(),
                    eichrecht_batch::Kind::Codes => {
                        let list = array.as_list::<i32>().value(at);
                        list.as_string::<i32>().iter().map(|code| code.unwrap().to_owned()).collect::<Vec<_>>().join(" ")
                    }
                }
            };
            rows.push(COLUMNS.iter().map(|column| (column.name.to_owned(), cell(column))).collect());
        }
    }
    rows
}

/// Payloads of all kinds: everything in the test vectors that is text, whatever it holds.
fn vectors() -> Vec<String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        let mut members: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        members.sort();
        for member in members {
            if member.is_dir() { walk(&member, found) } else { found.push(member) }
        }
    }
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors"), &mut files);
    // Large ones are judged elsewhere; here they would only take time.
    files.iter().filter_map(|path| fs::read_to_string(path).ok()).filter(|text| !text.is_empty() && text.len() < 20_000).collect()
}

fn only<'a>(row: &'a BTreeMap<String, String>, like: &BTreeMap<String, String>) -> BTreeMap<&'a str, &'a str> {
    row.iter().filter(|(name, _)| like.contains_key(*name)).map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

#[test]
fn ten_thousand_rows_in_every_form_say_what_the_verifier_says() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let mut sessions = common::sessions(9_000, 300);
    let vectors = vectors();
    assert!(vectors.len() > 300, "{}", vectors.len());
    // Neighbours with keys of other meters, with broken keys, without a key.
    let odd = vectors.iter().cycle().take(1_000).enumerate().map(|(index, text)| Session {
        id: format!("V{index}"),
        evse: String::new(),
        ocmf: text.clone(),
        key: [sessions[index].key.as_str(), "no key", "", "-----BEGIN PRIVATE KEY-----"][index % 4].to_owned(),
    });
    let odd: Vec<Session> = odd.collect();
    for (index, session) in odd.into_iter().enumerate() {
        sessions.insert(index * 9, session);
    }
    assert_eq!(sessions.len(), 10_000);
    common::write_ndjson(&sessions, &mut fs::File::create(at("in.ndjson")).unwrap());
    common::write_csv(&sessions, true, &mut fs::File::create(at("in.csv")).unwrap());
    common::write_parquet(&sessions, &at("in.parquet"));
    let mut found: BTreeMap<String, Rows> = BTreeMap::new();
    for (input, output, form) in [
        ("in.ndjson", "a.ndjson", ResultForm::Ndjson),
        ("in.csv", "b.csv", ResultForm::Csv),
        ("in.parquet", "c.parquet", ResultForm::Parquet),
    ] {
        let summary = run(&at(input), &at(output), form);
        assert_eq!((summary.ended, summary.counts.rows(), summary.counts.faults), (Ended::Complete, 10_000, 0));
        let rows = match form {
            ResultForm::Ndjson => ndjson_rows(&at(output)),
            ResultForm::Csv => csv_rows(&at(output)),
            ResultForm::Parquet => parquet_rows(&at(output)),
        };
        assert_eq!(rows.len(), 10_000);
        found.insert(output.to_owned(), rows);
    }
    let mut verdicts = Counts::default();
    for (number, session) in sessions.iter().enumerate() {
        let expected = expected(session);
        match expected["verdict"].as_str() {
            "failed" => verdicts.failed += 1,
            "not-checked" => verdicts.not_checked += 1,
            _ => verdicts.warned += 1,
        }
        for (name, rows) in &found {
            let row = &rows[number];
            assert_eq!(only(row, &expected), expected.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect(), "{name} {number}");
            assert_eq!((row["row"].parse(), row["position"].parse()), (Ok(number + 1), Ok(number + 1)), "{name}");
            assert_eq!((&row["session_ref"], &row["evse_ref"]), (&session.id, &session.evse), "{name}");
        }
    }
    // All of it was there: what holds, what fails, what cannot be checked.
    assert!(verdicts.failed > 90 && verdicts.not_checked > 100 && verdicts.warned > 8_000, "{verdicts:?}");
}

#[test]
fn arrow_files_and_streams_are_tables_like_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let sessions = common::sessions(700, 20);
    common::write_ndjson(&sessions, &mut fs::File::create(at("in.ndjson")).unwrap());
    let batch = common::to_batch(&sessions);
    let file = |name: &str| fs::File::create(at(name)).unwrap();
    let mut stream = arrow_ipc::writer::StreamWriter::try_new(file("in.arrows"), &batch.schema()).unwrap();
    stream.write(&batch).unwrap();
    stream.finish().unwrap();
    let mut whole = arrow_ipc::writer::FileWriter::try_new(file("in.arrow"), &batch.schema()).unwrap();
    whole.write(&batch.slice(0, 300)).unwrap();
    whole.write(&batch.slice(300, 400)).unwrap();
    whole.finish().unwrap();
    let rows = |input: &str| {
        run(&at(input), &at("out.csv"), ResultForm::Csv);
        let mut rows = csv_rows(&at("out.csv"));
        rows.iter_mut().for_each(|row| drop(row.remove("input")));
        rows
    };
    let expected = rows("in.ndjson");
    assert_eq!(expected.len(), 700);
    for input in ["in.arrows", "in.arrow"] {
        let found = rows(input);
        let other = found.iter().zip(&expected).find(|(found, expected)| found != expected);
        assert_eq!((found.len(), other), (700, None), "{input}");
    }
}

#[test]
fn a_key_serves_its_own_row_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let mut sessions = common::sessions(600, 2);
    for (index, session) in sessions.iter_mut().enumerate() {
        if index % 3 > 0 {
            session.key.clear();
        }
    }
    common::write_ndjson(&sessions, &mut fs::File::create(at("in.ndjson")).unwrap());
    run(&at("in.ndjson"), &at("out.ndjson"), ResultForm::Ndjson);
    for (index, row) in ndjson_rows(&at("out.ndjson")).iter().enumerate() {
        assert_eq!(row["signature"] == "not-checked", index % 3 > 0, "{index}");
        assert_eq!(row["key_origin"].is_empty(), index % 3 > 0);
    }
}

#[test]
fn what_stops_a_run_leaves_no_trace_in_its_output() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let sessions = common::sessions(3_000, 10);
    let mut broken = Vec::new();
    common::write_ndjson(&sessions, &mut broken);
    broken.extend_from_slice(b"{\"ocmf\":\n");
    fs::write(at("in.ndjson"), &broken).unwrap();
    for (form, ending) in [(ResultForm::Ndjson, "ndjson"), (ResultForm::Csv, "csv"), (ResultForm::Parquet, "parquet")] {
        let whole = at(&format!("whole.{ending}"));
        assert_eq!(run(&at("in.ndjson"), &whole, form).ended, Ended::Complete);
        let output = at(&format!("out.{ending}"));
        let mut starts = 0;
        loop {
            starts += 1;
            let watch = Until::rows(700 * starts);
            let summary = try_run(&at("in.ndjson"), settings(&output, form), &watch).unwrap();
            if summary.ended == Ended::Complete {
                assert_eq!(summary.counts.rows(), 3_001);
                break;
            }
            assert_eq!(summary.ended, Ended::Stopped);
            assert!(!output.exists(), "the result has no name before it is complete");
            // What was written behind the last save, in the middle of a row, does not count.
            if form != ResultForm::Parquet {
                let part = output.with_extension(format!("{ending}.part"));
                fs::OpenOptions::new().append(true).open(part).unwrap().write_all(b"{\"row\": 99, \"verdict\": \"veri").unwrap();
            }
        }
        assert!(starts > 2, "{starts}");
        assert!(fs::read(&output).unwrap() == fs::read(&whole).unwrap(), "{ending}");
        let left: Vec<String> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        assert!(left.iter().all(|name| !name.contains("part") && !name.contains("journal")), "{left:?}");
    }
}

#[test]
fn rows_in_any_order_are_all_there_even_after_a_stop() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    common::write_ndjson(&common::sessions(3_000, 10), &mut fs::File::create(at("in.ndjson")).unwrap());
    let unordered = || Settings { ordered: false, workers: 2, ..settings(&at("out.ndjson"), ResultForm::Ndjson) };
    assert_eq!(try_run(&at("in.ndjson"), unordered(), &Until::rows(500)).unwrap().ended, Ended::Stopped);
    assert_eq!(try_run(&at("in.ndjson"), unordered(), &Until::never()).unwrap().ended, Ended::Complete);
    run(&at("in.ndjson"), &at("whole.ndjson"), ResultForm::Ndjson);
    let mut rows = ndjson_rows(&at("out.ndjson"));
    rows.sort_by_key(|row| row["row"].parse::<u64>().unwrap());
    assert!(rows == ndjson_rows(&at("whole.ndjson")));
}

#[test]
fn an_unfinished_run_is_gone_on_with_only_when_nothing_changed() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let sessions = common::sessions(2_000, 5);
    common::write_ndjson(&sessions, &mut fs::File::create(at("in.ndjson")).unwrap());
    let again = |settings: Settings| try_run(&at("in.ndjson"), settings, &Until::never());
    let wanted = || settings(&at("out.ndjson"), ResultForm::Ndjson);
    assert_eq!(try_run(&at("in.ndjson"), wanted(), &Until::rows(300)).unwrap().ended, Ended::Stopped);

    assert!(matches!(again(Settings { resume: false, ..wanted() }), Err(RunError::Unfinished(_))));
    let refused = |settings| match again(settings) {
        Err(RunError::CannotResume(why)) => why,
        other => panic!("{other:?}"),
    };
    assert!(refused(Settings { form: ResultForm::Csv, ..wanted() }).contains("form of the output"));
    assert!(refused(Settings { ordered: false, ..wanted() }).contains("order"));
    assert!(refused(Settings { marks: vec![("--key".to_owned(), "x".to_owned())], ..wanted() }).contains("--key"));
    assert!(refused(Settings { columns: Columns { key: Some("k".to_owned()), ..Columns::default() }, ..wanted() }).contains("columns"));
    common::write_ndjson(&sessions[..1_999], &mut fs::File::create(at("in.ndjson")).unwrap());
    assert!(refused(wanted()).contains("was changed"));
}

#[test]
fn too_many_failures_stop_a_run() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    common::write_ndjson(&common::sessions(4_000, 5)[..], &mut fs::File::create(at("in.ndjson")).unwrap());
    let few = Settings { max_failed: Some(3), ..settings(&at("out.ndjson"), ResultForm::Ndjson) };
    let summary = try_run(&at("in.ndjson"), few, &Until::never()).unwrap();
    assert_eq!(summary.ended, Ended::TooManyFailed);
    assert!(summary.counts.failed > 3 && summary.counts.rows() < 4_000, "{summary:?}");
    assert_eq!(run(&at("in.ndjson"), &at("out.ndjson"), ResultForm::Ndjson).counts.failed, 40);
}

#[test]
fn files_folders_archives_and_packed_tables_are_read_by_their_names() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let sessions = common::sessions(3, 3);
    fs::create_dir(at("in")).unwrap();
    let vectors = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors/demo");
    fs::copy(vectors.join("receipt.xml"), at("in/a.xml")).unwrap();
    fs::write(at("in/b.xml"), "").unwrap();
    let mut csv = Vec::new();
    common::write_csv(&sessions, true, &mut csv);
    let packed = |bytes: &[u8]| {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap()
    };
    fs::write(at("in/c.csv.gz"), packed(&csv)).unwrap();
    let mut archive = tar::Builder::new(Vec::new());
    for (name, bytes) in [("x/one.ocmf", sessions[0].ocmf.as_bytes()), ("x/many.csv", csv.as_slice())] {
        let mut header = tar::Header::new_gnu();
        header.set_size(u64::try_from(bytes.len()).unwrap());
        header.set_mode(0o644);
        header.set_cksum();
        archive.append_data(&mut header, name, bytes).unwrap();
    }
    fs::write(at("in/d.tar.gz"), packed(&archive.into_inner().unwrap())).unwrap();
    fs::write(at("in/e.ndjson"), "\n").unwrap();
    run(&at("in"), &at("out.ndjson"), ResultForm::Ndjson);
    let rows = ndjson_rows(&at("out.ndjson"));
    let seen: Vec<(String, &str, &str)> = rows
        .iter()
        .map(|row| {
            (
                row["input"].replace(&format!("{}/in/", folder.path().to_string_lossy()), ""),
                row["position"].as_str(),
                row["verdict"].as_str(),
            )
        })
        .collect();
    let seen: Vec<(&str, &str, &str)> = seen.iter().map(|(a, b, c)| (a.as_str(), *b, *c)).collect();
    let warned = "verified-with-warnings";
    assert_eq!(
        seen,
        [
            ("a.xml", "", warned),
            ("b.xml", "", "not-checked"),
            ("c.csv.gz", "1", warned),
            ("c.csv.gz", "2", warned),
            ("c.csv.gz", "3", warned),
            ("d.tar.gz > x/one.ocmf", "", "not-checked"),
            ("d.tar.gz > x/many.csv", "1", warned),
            ("d.tar.gz > x/many.csv", "2", warned),
            ("d.tar.gz > x/many.csv", "3", warned),
            ("e.ndjson", "", "not-checked"),
        ]
    );
}

#[test]
fn the_documentation_lists_every_column() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/batch.md")).unwrap();
    let listed: Vec<String> =
        COLUMNS.iter().map(|column| format!("| `{}` | {} | {} |", column.name, column.kind.as_str(), column.about)).collect();
    let missing: Vec<&String> = listed.iter().filter(|line| !page.contains(line.as_str())).collect();
    assert!(missing.is_empty(), "docs/batch.md lacks:\n{}", listed.join("\n"));
}
