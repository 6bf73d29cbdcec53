//! Genuine records from public test collections, where they are at hand: in the folder `shared` beside the
//! repository, or where `EICHRECHT_SHARED` points. They are third-party data and not part of this repository.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test"
)]

use std::fs;
use std::path::{Path, PathBuf};

use eichrecht::{Input, Verifier};
use eichrecht_model::{Assessment, Decimal, KeyOrigin, SignatureVerdict, Unit, Verdict};

/// Rows that are only run to see that nothing crashes and nothing passes, as their format or carrier is not
/// built yet: beginning of the path, and what is missing. Once it is built, the row passes where it should,
/// the test fails, and the line is to be removed.
const NOT_COVERED: [(&str, &str); 0] = [];

/// Rows where the table itself is wrong: path, what the comparison then says, and why. A line that no longer
/// applies fails the test as well.
const TABLE_IS_WRONG: [(&str, &str, &str); 2] = [
    (
        "ocmf/SAFE-Testdata-02_withXMLNamespace.xml",
        "3 signatures valid, expected Some(2)",
        "the file holds three elements signedData with three different records",
    ),
    ("ocmf/SAFE-Testdata-02_withXMLNamespace.pdf", "3 signatures valid, expected Some(2)", "the same three records, attached to a PDF"),
];

struct Row {
    file: String,
    key: Option<String>,
    valid: Option<usize>,
    invalid: Option<usize>,
    unchecked: Option<usize>,
    energies: Option<Vec<(Decimal, Unit)>>,
    remark: String,
}

fn rows(table: &str) -> Vec<Row> {
    table
        .lines()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let [file, key, _, valid, invalid, unchecked, energy, remark] = columns.as_slice() else {
                panic!("a row with {} columns: {line}", columns.len())
            };
            let stated = |text: &str| (text != "-").then(|| text.to_owned());
            let count = |text: &str| stated(text).map(|text| text.parse().unwrap());
            Row {
                file: (*file).to_owned(),
                key: stated(key),
                valid: count(valid),
                invalid: count(invalid),
                unchecked: count(unchecked),
                energies: stated(energy).map(|text| text.split(" + ").map(amount).collect()),
                remark: (*remark).to_owned(),
            }
        })
        .collect()
}

fn amount(text: &str) -> (Decimal, Unit) {
    let (digits, unit) = text.split_once(' ').unwrap();
    (digits.parse().unwrap(), Unit::from_text(unit))
}

impl Row {
    fn not_covered(&self) -> Option<&'static str> {
        NOT_COVERED.iter().find(|(path, _)| self.file.starts_with(path)).map(|(_, what)| *what)
    }

    /// Whether the row says that the data must not count.
    fn must_not_count(&self) -> bool {
        let says = ["must fail", "not billable", "no transaction", "one reading", "must not pass", "never valid", "not XML", "hostile"];
        let nothing_to_count =
            [self.invalid, self.unchecked].iter().any(|count| count.is_some_and(|count| count > 0)) || self.valid == Some(0);
        nothing_to_count || says.iter().any(|words| self.remark.contains(words))
    }

    fn assess(&self, folder: &Path) -> Assessment {
        let read = |path: &str| fs::read(folder.join(path)).unwrap_or_else(|problem| panic!("{path}: {problem}"));
        let verifier = self.key.iter().fold(Verifier::new(), |verifier, key| verifier.key(KeyOrigin::User, key, read(key)));
        verifier.verify(vec![Input::new(self.file.as_str(), read(&self.file))])
    }

    /// What is not as the row says, a line each.
    fn problems(&self, assessment: &Assessment) -> Vec<String> {
        let mut problems = Vec::new();
        let mut claim = |holds: bool, what: String| {
            if !holds {
                problems.push(format!("{}: {what}", self.file));
            }
        };
        let verified = assessment.verdict <= Verdict::VerifiedWithWarnings;
        claim(!(verified && self.must_not_count()), format!("is {}, although: {}", assessment.verdict.as_str(), self.remark));
        if self.not_covered().is_some() {
            claim(!verified, "is verified, although its format is listed as not covered".to_owned());
            return problems;
        }
        let signatures: Vec<Option<&SignatureVerdict>> =
            assessment.records.iter().map(|entry| entry.content.as_ref().ok().map(|record| record.signature())).collect();
        let count = |wanted: fn(&Option<&SignatureVerdict>) -> bool| signatures.iter().filter(|verdict| wanted(verdict)).count();
        let counts = [
            ("valid", self.valid, count(|verdict| matches!(verdict, Some(SignatureVerdict::Valid)))),
            ("invalid", self.invalid, count(|verdict| matches!(verdict, Some(SignatureVerdict::Invalid(_))))),
            ("not checked", self.unchecked, count(|verdict| matches!(verdict, None | Some(SignatureVerdict::NotChecked(_))))),
        ];
        // Some damage may be called invalid or not checkable alike, as the remark says.
        let either = self.remark.contains("invalid or ");
        let [valid, invalid, unchecked] = counts;
        let counts = if either {
            let sum = invalid.1.zip(unchecked.1).map(|(invalid, unchecked)| invalid + unchecked);
            vec![valid, ("invalid or not checked", sum, invalid.2 + unchecked.2)]
        } else {
            vec![valid, invalid, unchecked]
        };
        for (name, expected, found) in counts {
            claim(expected.is_none_or(|expected| expected == found), format!("{found} signatures {name}, expected {expected:?}"));
        }
        if let Some(expected) = &self.energies {
            let proven = proven(assessment);
            claim(in_watt_hours(expected) == in_watt_hours(&proven), format!("proves {proven:?}, expected {expected:?}"));
        }
        problems
    }
}

fn proven(assessment: &Assessment) -> Vec<(Decimal, Unit)> {
    let energies = assessment.transactions.iter().filter_map(|transaction| assessment.verified_energy(transaction.id));
    energies.map(|proven| (proven.energy().value, proven.energy().unit.clone())).collect()
}

fn in_watt_hours(energies: &[(Decimal, Unit)]) -> Vec<Decimal> {
    let mut amounts: Vec<Decimal> = energies.iter().map(|(value, unit)| unit.convert(value, &Unit::WattHour).unwrap()).collect();
    amounts.sort();
    amounts
}

#[test]
fn genuine_records_give_what_is_known_of_them() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("EICHRECHT_SHARED").map_or(beside, PathBuf::from);
    let folder = root.join("vectors");
    let Ok(table) = fs::read_to_string(folder.join("expected.tsv")) else {
        println!("shared vectors not at hand, skipped");
        return;
    };
    let rows = rows(&table);
    assert!(!rows.is_empty(), "the table is empty");
    let mut problems = Vec::new();
    let mut not_covered = Vec::new();
    for row in &rows {
        let assessment = row.assess(&folder);
        problems.extend(row.problems(&assessment));
        not_covered.extend(row.not_covered().map(|what| format!("{} ({what})", row.file)));
    }
    println!("{} of {} shared vectors covered; not covered: {}", rows.len() - not_covered.len(), rows.len(), not_covered.join(", "));
    for (path, what) in NOT_COVERED {
        assert!(rows.iter().any(|row| row.file.starts_with(path)), "{path} ({what}) is listed as not covered and is no row");
    }
    for (file, problem, why) in TABLE_IS_WRONG {
        let line = format!("{file}: {problem}");
        let at = problems.iter().position(|found| *found == line);
        problems.remove(at.unwrap_or_else(|| panic!("no longer so: {line} ({why})")));
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}
