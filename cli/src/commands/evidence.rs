//! Files for a dispute: the report as PDF, and the evidence bundle.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use eichrecht::model::Assessment;
use eichrecht::{Input, Verifier};
use eichrecht_evidence::{BundleOptions, EvidenceError, EvidenceInput, PdfOptions, Program, bundle, pdf_report};
use eichrecht_report::{Language, visible};
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

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
        let own = own_hash();
        let program = Program { version: TOOL.version, commit: TOOL.commit, sha256: own.as_deref() };
        // In UTC, since zones would need their data base.
        let made_at = (now().to_zoned(TimeZone::UTC).datetime(), 0);
        let files: Vec<EvidenceInput<'_>> =
            inputs.iter().filter_map(|input| Some(EvidenceInput { name: &input.name, bytes: input.bytes.as_deref().ok()? })).collect();
        let keys: Vec<EvidenceInput<'_>> = keys.iter().map(|key| EvidenceInput { name: &key.name, bytes: &key.bytes }).collect();
        if let Some(path) = &self.pdf {
            let size: usize = files.iter().map(|file| file.bytes.len()).sum();
            let attachments = if size <= ATTACHED { files.as_slice() } else { &[] };
            let pdf =
                pdf_report(assessment, &PdfOptions { language, program, made_at, attachments }).map_err(|error| unmade(path, &error))?;
            replace(path, &pdf).map_err(|error| unwritten(path, &error))?;
        }
        if let Some(path) = &self.bundle {
            let bytes =
                bundle(&files, &keys, assessment, &BundleOptions { language, program, made_at }).map_err(|error| unmade(path, &error))?;
            replace(path, &bytes).map_err(|error| unwritten(path, &error))?;
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

/// Writes a file so that it is there as a whole or not at all, and the one it replaces stays until then. What is no
/// regular file, like a pipe, is written as it is.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if fs::metadata(&path).is_ok_and(|there| !there.is_file()) {
        return OpenOptions::new().write(true).open(&path)?.write_all(bytes);
    }
    let name = path.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut part = std::ffi::OsString::from(".");
    part.push(name);
    part.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(part);
    let written = write_new(&part, bytes).and_then(|()| fs::rename(&part, &path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// SHA-256 of this program's own file, if it can be read.
fn own_hash() -> Option<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(std::env::current_exe().ok()?).ok()?, &mut Hashing(&mut hash)).ok()?;
    Some(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What is written is hashed.
struct Hashing<'a>(&'a mut Sha256);

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn unmade(path: &Path, error: &EvidenceError) -> Trouble {
    Trouble::Unwritten(format!("cannot make {}: {error}", visible(&path.to_string_lossy())))
}

fn unwritten(path: &Path, error: &io::Error) -> Trouble {
    Trouble::Unwritten(format!("cannot write {}: {error}", visible(&path.to_string_lossy())))
}
