//! The evidence bundle: everything a verdict was reached from, in one ZIP archive that is verified like any other file.
//!
//! Nothing in it is believed when it is verified again: the inputs are judged anew, a key in it counts as one that came
//! with the data, and the reports are set aside. Layout: `docs/evidence.md`.

use std::collections::HashSet;
use std::io::{Cursor, Write};

use eichrecht_crypto::decode_key;
use eichrecht_model::{Assessment, InputAssessment, KeyProblem, Limits};
use eichrecht_report::{Language, ToolInfo, json, rule_set};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::{EvidenceError, EvidenceInput, MadeAt, PdfOptions, Program, pdf_report};

/// First line of a manifest.
const MARK: &str = "# eichrecht-evidence/1";

/// How a bundle is made.
#[derive(Clone, Copy, Debug)]
pub struct BundleOptions<'a> {
    /// Language of the reports in it.
    pub language: Language,
    /// The program that makes it.
    pub program: Program<'a>,
    /// When it is made.
    pub made_at: MadeAt,
}

/// A member of the archive.
struct Member {
    name: String,
    bytes: Vec<u8>,
}

/// The bundle: `inputs` exactly as received, `keys` as the user gave them, both reports, and a list of it all with hashes.
///
/// A private key among `keys` is never put into it. Inputs of the assessment that are
/// not among `inputs`, since they could not be read, are named in the list.
///
/// # Errors
/// [`EvidenceError::TooLarge`] when the inputs are more than would be read again, [`EvidenceError::Pdf`] and
/// [`EvidenceError::Archive`] when the libraries refuse.
pub fn bundle(
    inputs: &[EvidenceInput<'_>],
    keys: &[EvidenceInput<'_>],
    assessment: &Assessment,
    options: &BundleOptions<'_>,
) -> Result<Vec<u8>, EvidenceError> {
    let BundleOptions { language, program, made_at } = *options;
    let tool = ToolInfo { version: program.version, commit: program.commit };
    let pdf = pdf_report(assessment, &PdfOptions { language, program, made_at, attachments: &[] })?;
    let (keys, private): (Vec<_>, Vec<_>) = keys.iter().partition(|key| !is_private(key.bytes));

    let mut head = head(assessment, options);
    let mut members = Vec::new();
    for (folder, word, files) in [("inputs", "input", inputs.iter().collect::<Vec<_>>()), ("keys", "key", keys)] {
        for (at, file) in files.iter().enumerate() {
            head.push(format!("# {word} {}: {}", at + 1, quoted(file.name)));
            let number = signed_by(&files, at).unwrap_or(at) + 1;
            members.push(Member { name: format!("{folder}/{number}/{}", plain_name(file.name)), bytes: file.bytes.to_vec() });
        }
    }
    head.extend(not_read(assessment, inputs).map(|input| format!("# not-read: {}", quoted(&input.name))));
    head.extend(private.iter().map(|key| format!("# private-key-left-out: {}", quoted(key.name))));
    members.push(Member { name: "report.json".to_owned(), bytes: json(assessment, language, tool).into_bytes() });
    members.push(Member { name: "report.pdf".to_owned(), bytes: pdf });
    let hashes = members.iter().map(|member| format!("{}  {}", sha256(&member.bytes), member.name));
    let manifest = head.into_iter().chain(hashes).map(|line| line + "\n").collect::<String>();
    let (bytes, limits) = (members.iter().map(|member| member.bytes.len()).sum::<usize>() + manifest.len(), Limits::default());
    if bytes > limits.unpacked_bytes || members.len() >= limits.archive_members {
        return Err(EvidenceError::TooLarge { bytes, limit: limits.unpacked_bytes });
    }
    members.insert(0, Member { name: "MANIFEST".to_owned(), bytes: manifest.into_bytes() });
    archive(&members)
}

/// The file whose signature this one is, by its name: in a bundle the two must lie in one folder to be found again.
fn signed_by(files: &[&EvidenceInput<'_>], at: usize) -> Option<usize> {
    let signature = files.get(at)?.name;
    let data = signature.strip_suffix(".sign")?;
    let found = files.iter().position(|file| file.name.trim_start_matches("./") == data.trim_start_matches("./"))?;
    // A name that was cut could be that of the other.
    let (data, signature) = (plain_name(data), plain_name(signature));
    (format!("{data}.sign") == signature).then_some(found)
}

/// The first lines of the manifest.
fn head(assessment: &Assessment, options: &BundleOptions<'_>) -> Vec<String> {
    let Program { version, commit, sha256 } = options.program;
    let (made, offset) = options.made_at;
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.unsigned_abs();
    vec![
        MARK.to_owned(),
        format!("# program: eichrecht {version}"),
        format!("# commit: {}", commit.unwrap_or("unknown")),
        format!("# program-sha256: {}", sha256.unwrap_or("unknown")),
        format!("# rules: {}", rule_set()),
        format!("# made: {}{sign}{:02}:{:02}", made.strftime("%Y-%m-%dT%H:%M:%S"), minutes / 60, minutes % 60),
        format!("# verdict: {}", assessment.verdict.as_str()),
        format!("# required-key-origin: {}", assessment.required_origin.as_str()),
    ]
}

/// Inputs that were judged and are not at hand.
fn not_read<'a>(assessment: &'a Assessment, inputs: &[EvidenceInput<'_>]) -> impl Iterator<Item = &'a InputAssessment> {
    let there: HashSet<String> = inputs.iter().map(|input| sha256(input.bytes)).collect();
    assessment.inputs.iter().filter(move |input| input.sha256.as_ref().is_none_or(|hash| !there.contains(hash)))
}

/// Whether a key must stay with whoever gave it.
fn is_private(bytes: &[u8]) -> bool {
    matches!(decode_key(bytes, None, None, &Limits::default()), Err(KeyProblem::PrivateKey))
}

/// An archive whose members are stored, with one date for all: the same on every run, and the inputs can be seen in it
/// by any tool.
fn archive(members: &[Member]) -> Result<Vec<u8>, EvidenceError> {
    let refused = |error: &dyn std::fmt::Display| EvidenceError::Archive(error.to_string());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for member in members {
        writer.start_file(member.name.as_str(), options).map_err(|error| refused(&error))?;
        writer.write_all(&member.bytes).map_err(|error| refused(&error))?;
    }
    Ok(writer.finish().map_err(|error| refused(&error))?.into_inner())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name as received, on one line of ASCII and not too long.
fn quoted(name: &str) -> String {
    let shown: String = name.chars().take(200).flat_map(char::escape_default).collect();
    format!("\"{shown}\"")
}

/// Name of an attachment: the last part of its name, with its number in front where two would be alike.
pub(crate) fn attachment_name(inputs: &[EvidenceInput<'_>], at: usize) -> String {
    let names: Vec<String> = inputs.iter().map(|input| plain_name(input.name)).collect();
    let own = names.get(at).cloned().unwrap_or_default();
    if names.iter().filter(|name| **name == own).count() > 1 { format!("{}-{own}", at + 1) } else { own }
}

/// The last part of a name in letters that every system takes; never empty, never longer than it should be. It is kept
/// because names tell which key file belongs to which data.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' };
    let name: String = last.chars().take(100).map(plain).collect();
    let name = name.trim_start_matches('.');
    if name.is_empty() { "unnamed".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_told_apart() {
        for (name, plain) in [
            ("a/b/session.ocmf", "session.ocmf"),
            ("C:\\x\\Rechnung März.xml", "Rechnung_M_rz.xml"),
            ("..", "unnamed"),
            ("", "unnamed"),
            ("-", "-"),
        ] {
            assert_eq!(plain_name(name), plain);
        }
        let file = |name| EvidenceInput { name, bytes: b"" };
        let files = [file("a/x.xml"), file("b/x.xml"), file("y.xml")];
        assert_eq!([0, 1, 2].map(|at| attachment_name(&files, at)), ["1-x.xml", "2-x.xml", "y.xml"]);
        assert_eq!(quoted("a\"b\nä\u{202E}"), "\"a\\\"b\\n\\u{e4}\\u{202e}\"");
    }
}
