//! Pages made from what the program itself knows, so that they cannot lag behind.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use eichrecht::bill::{read_bill, read_tariff};
use eichrecht::model::{BillRequest, Limits};
use eichrecht::{Input, Verifier, carriers, formats};
use eichrecht_report::{Language, Style, ToolInfo, rule_list_json};
use serde_json::Value;

/// The file shown in the README.
const EXAMPLE: &str = "testvectors/demo/receipt.xml";

const FAMILIES: [(&str, &str); 14] = [
    ("BIL", "bills"),
    ("CON", "containers"),
    ("FMT", "syntax of the record"),
    ("IDN", "user and charge point"),
    ("KEY", "keys"),
    ("LED", "history of meters in a ledger"),
    ("LOS", "compensation of cable loss"),
    ("MTR", "identity and state of the meter"),
    ("OBI", "registers and units"),
    ("PAG", "pagination"),
    ("SIG", "signatures"),
    ("TIM", "times"),
    ("TXN", "shape of sessions"),
    ("VAL", "register values"),
];

/// What is not judged, with the reason.
const NOT_JUDGED: [(&str, &str); 6] = [
    ("whether a key was valid at the time of the session", "needs a register of keys with their periods"),
    ("whether another key of a meter is a good one", "that it changed is told by a ledger (LED011); whose it is needs a register of keys"),
    ("whether the signed identification is that of the driver's contract", "needs data of the backend"),
    ("whether the tariff on a bill is the one agreed on", "needs the contract"),
    ("the key itself, from two signatures, where none is given", "would only say that two records have one signer, never who"),
    ("the smallest amount and the largest power the station was approved for", "needs the type approval"),
];

/// All pages: path below the root of the repository, and content.
pub(crate) fn pages(root: &Path) -> Result<Vec<(&'static str, String)>, String> {
    let page = |path: &str| fs::read_to_string(root.join(path)).map_err(|problem| format!("{path}: {problem}"));
    let readme = between(&page("README.md")?, "formats", &formats_table())?;
    let readme = between(&readme, "report", &example(root)?)?;
    let drivers = between(&page("docs/drivers.md")?, "bill", &bill_example(root, Language::English)?)?;
    let fahrer = between(&page("docs/fahrer.md")?, "bill", &bill_example(root, Language::German)?)?;
    Ok(vec![("docs/rules.md", rules()?), ("README.md", readme), ("docs/drivers.md", drivers), ("docs/fahrer.md", fahrer)])
}

/// The text with what stands between two marks replaced.
fn between(text: &str, mark: &str, content: &str) -> Result<String, String> {
    let (begin, end) = (format!("<!-- {mark}:begin -->"), format!("<!-- {mark}:end -->"));
    let found = text.split_once(&begin).and_then(|(before, rest)| Some((before, rest.split_once(&end)?.1)));
    let (before, after) = found.ok_or_else(|| format!("the page has no marks {begin} and {end}"))?;
    Ok(format!("{before}{begin}\n{content}{end}{after}"))
}

/// The report on the example, as the command line prints it.
fn example(root: &Path) -> Result<String, String> {
    let bytes = fs::read(root.join(EXAMPLE)).map_err(|problem| format!("{EXAMPLE}: {problem}"))?;
    let assessment = Verifier::new().verify(vec![Input::new(EXAMPLE, bytes)]);
    let tool = ToolInfo { version: env!("CARGO_PKG_VERSION"), commit: None };
    let text = eichrecht_report::text(&assessment, Language::English, Style::default(), tool);
    Ok(format!("```text\n{}\n```\n", text.trim_end()))
}

/// What the command line says about the bill of the example: all of it up to the signed data.
fn bill_example(root: &Path, language: Language) -> Result<String, String> {
    let limits = Limits::default();
    let read = |name: &str| fs::read(root.join("testvectors/demo").join(name)).map_err(|problem| format!("{name}: {problem}"));
    let request = BillRequest {
        name: "bill/bill.json".to_owned(),
        bill: read_bill("bill/bill.json", &read("bill/bill.json")?, &limits),
        tariff: Some(read_tariff(&read("bill/tariff.json")?, &limits)),
        session: None,
        days: limits.bill_days,
    };
    let assessment = Verifier::new().bill(request).verify(vec![Input::new("receipt.xml", read("receipt.xml")?)]);
    let tool = ToolInfo { version: env!("CARGO_PKG_VERSION"), commit: None };
    let text = eichrecht_report::text(&assessment, language, Style::default(), tool);
    let heading = match language {
        Language::English => "\nSigned data\n",
        Language::German => "\nSignierte Daten\n",
    };
    let (bill, _) = text.split_once(heading).ok_or("the report has no heading for the signed data")?;
    let option = if language == Language::German { " --lang de" } else { "" };
    let call = format!("$ eichrecht verify receipt.xml{option} --bill bill/bill.json --bill-tariff bill/tariff.json");
    Ok(format!("```text\n{call}\n\n{}\n```\n", bill.trim_end()))
}

fn formats_table() -> String {
    let mut page = String::from("| Format | Versions | Algorithms | Key in the record | Comes in |\n|---|---|---|---|---|\n");
    for info in formats().iter().map(|format| format.info()) {
        let key = if info.carries_key { "yes" } else { "no" };
        let named: Vec<String> = info.carriers.iter().map(|id| format!("`{id}`")).collect();
        let (title, versions, algorithms) = (cell(info.title), cell(info.versions), cell(info.algorithms));
        let _ = writeln!(page, "| {title} (`{}`) | {versions} | {algorithms} | {key} | {} |", info.id, named.join(", "));
    }
    page.push_str("\nText, archives and whatever else no format names carry every format.\n");
    page.push_str("\n| Comes in | Recognised by |\n|---|---|\n");
    for carrier in carriers() {
        let _ = writeln!(page, "| {} (`{}`) | {} |", cell(carrier.title), carrier.id, cell(carrier.recognised_by));
    }
    page
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn rules() -> Result<String, String> {
    let list: Value = serde_json::from_str(&rule_list_json(Language::English)).map_err(|problem| problem.to_string())?;
    let rules = list.get("rules").and_then(Value::as_array).ok_or("the list of rules has no rules")?;
    let mut page = format!(
        "# Rules\n\nMade by `cargo run -p xtask -- pages` from the rules themselves; do not edit. Rule set {}, {} rules.\n\n\
         `fail`: what it is about does not count as proven. `warn`: to be looked at, the verdict stands. `info`: worth knowing.\n\
         Rules that an OCMF record can trigger have a test case that does and a quiet one in \
         [testvectors](../testvectors/README.md): `rules/CODE/triggers` and `rules/CODE/quiet`.\n",
        text(&list, "version"),
        rules.len()
    );
    let mut family = "";
    for rule in rules {
        let code = text(rule, "code");
        if !code.starts_with(family) || family.is_empty() {
            let (own, name) =
                FAMILIES.iter().find(|(own, _)| code.starts_with(own)).ok_or_else(|| format!("{code} is of no known family"))?;
            family = own;
            let _ = write!(page, "\n## {own}: {name}\n");
        }
        page.push_str(&section(rule));
    }
    page.push_str("\n## Not judged\n\n| What | Why not |\n|---|---|\n");
    for (what, why) in NOT_JUDGED {
        let _ = writeln!(page, "| {what} | {why} |");
    }
    Ok(page)
}

fn section(rule: &Value) -> String {
    let of = |key| text(rule, key);
    let listed = rule.get("formats").and_then(Value::as_array);
    let formats = match listed {
        Some(formats) => formats.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        None => "all formats".to_owned(),
    };
    let scope = if of("scope") == "history" { "history of a meter" } else { "inputs" };
    let mut page = format!(
        "\n### {} {}\n\n**{}** · `{}` · {scope} · {formats} · {} since {}\n",
        of("code"),
        of("name"),
        of("title"),
        of("severity"),
        of("status"),
        of("since")
    );
    for (label, key) in [("", "about"), ("For the bill: ", "bill"), ("What to do: ", "advice")] {
        if !of(key).is_empty() {
            let _ = write!(page, "\n{label}{}\n", of(key));
        }
    }
    let bases = rule.get("basis").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let words: Vec<String> = bases
        .iter()
        .map(|basis| match (text(basis, "kind"), text(basis, "section")) {
            ("own", _) => format!("our own judgement: {}", text(basis, "name")),
            (_, "") => text(basis, "name").to_owned(),
            (_, section) => format!("{}, {section}", text(basis, "name")),
        })
        .collect();
    let _ = write!(page, "\nBasis: {}.\n", words.join("; "));
    page
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
