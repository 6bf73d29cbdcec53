//! Files for a dispute: the report as PDF, and the evidence bundle.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use eichrecht::model::Assessment;
use eichrecht::{Input, Verifier};
use eichrecht_evidence::{BundleOptions, EvidenceError, EvidenceInput, PdfOptions, Program, bundle, pdf_report};
use eichrecht_front::files;
use eichrecht_report::{Language, visible};
use jiff::tz::TimeZone;

use super::keys::KeyBytes;
use crate::args::Verify;
use crate::exit::Trouble;
use crate::output::{TOOL, now, say};

/// Inputs of more bytes than this are not attached to a PDF: mail servers and readers would refuse it.
const ATTACHED: usize = 16 << 20;

/// The files asked for.
pub(crate) struct Wanted {
    pdf: Option<PathBuf>,
    bundle: Option<PathBuf>,
}

impl Wanted {
    /// `None` when no file is asked for. A file that would be written over an input or a key is wrong usage.
    pub(crate) fn new(verify: &Verify) -> Result<Option<Self>, Trouble> {
        let wanted = Self { pdf: verify.evidence.pdf.clone(), bundle: verify.evidence.bundle.clone() };
        let store = verify.store.keys_file.as_deref();
        let read = || verify.inputs.iter().chain(&verify.keys).chain(verify.bill.files()).map(Path::new).chain(store);
        let mut taken: Vec<&Path> = Vec::new();
        for target in [&wanted.pdf, &wanted.bundle].into_iter().flatten() {
            if let Some(input) = read().find(|input| same(input, target)) {
                return Err(Trouble::Usage(format!("{} is read, it cannot be written as well", visible(&input.to_string_lossy()))));
            }
            if taken.iter().any(|other| same(other, target)) {
                return Err(Trouble::Usage("--pdf and --bundle name the same file".to_owned()));
            }
            taken.push(target);
        }
        Ok((!taken.is_empty()).then_some(wanted))
    }

    /// Makes the files and writes them.
    pub(crate) fn write(
        &self,
        inputs: &[Input],
        keys: &[KeyBytes],
        assessment: &Assessment,
        language: Language,
        verifier: &Verifier,
    ) -> Result<(), Trouble> {
        let own = files::own_hash();
        let program = Program { version: TOOL.version, commit: TOOL.commit, sha256: own.as_deref() };
        // In UTC, since zones would need their data base.
        let made_at = (now().to_zoned(TimeZone::UTC).datetime(), 0);
        let inputs: Vec<EvidenceInput<'_>> =
            inputs.iter().filter_map(|input| Some(EvidenceInput { name: &input.name, bytes: input.bytes.as_deref().ok()? })).collect();
        let keys: Vec<EvidenceInput<'_>> = keys.iter().map(|key| EvidenceInput { name: &key.name, bytes: &key.bytes }).collect();
        if let Some(path) = &self.pdf {
            let size: usize = inputs.iter().map(|file| file.bytes.len()).sum();
            let attachments = if size <= ATTACHED { inputs.as_slice() } else { &[] };
            let pdf =
                pdf_report(assessment, &PdfOptions { language, program, made_at, attachments }).map_err(|error| unmade(path, &error))?;
            files::replace(path, &pdf).map_err(|error| unwritten(path, &error))?;
        }
        if let Some(path) = &self.bundle {
            let bytes =
                bundle(&inputs, &keys, assessment, &BundleOptions { language, program, made_at }).map_err(|error| unmade(path, &error))?;
            files::replace(path, &bytes).map_err(|error| unwritten(path, &error))?;
            tell_if_otherwise(path, bytes, assessment, verifier);
        }
        Ok(())
    }
}

/// Says so when the bundle, read again, gives another verdict: several inputs are one there, and its limits are those
/// of one input.
fn tell_if_otherwise(path: &Path, bytes: Vec<u8>, assessment: &Assessment, verifier: &Verifier) {
    let again = verifier.verify(vec![Input::new(path.to_string_lossy(), bytes)]).verdict;
    if again != assessment.verdict {
        let name = path.to_string_lossy();
        say(&format!("note: read again as one file, {} is {} and not {}", visible(&name), again.as_str(), assessment.verdict.as_str()));
    }
}

/// Whether two paths lead to one file.
fn same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

fn unmade(path: &Path, error: &EvidenceError) -> Trouble {
    Trouble::Unwritten(format!("cannot make {}: {error}", visible(&path.to_string_lossy())))
}

fn unwritten(path: &Path, error: &io::Error) -> Trouble {
    Trouble::Unwritten(format!("cannot write {}: {error}", visible(&path.to_string_lossy())))
}
