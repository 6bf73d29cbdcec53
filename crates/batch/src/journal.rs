//! What an unfinished run has to remember so that another one can go on with it.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::source::{Plan, Source};
use crate::{Counts, source::told};

/// State of a run, as written beside its output. Everything counted in it is safely on the disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Journal {
    /// Version of this file's form.
    version: u32,
    /// Program and set of rules, and the settings that make a difference: name and value.
    pub(crate) settings: Vec<(String, String)>,
    /// The inputs as they were.
    inputs: Vec<InputMark>,
    /// The present of the whole run, so that a row does not depend on when it was verified.
    pub(crate) now: String,
    pub(crate) state: State,
}

/// How far it has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct State {
    /// All chunks before this one are written.
    pub(crate) chunks: u64,
    /// Of the chunks from there on those that are written, too.
    pub(crate) ahead: Vec<u64>,
    /// What the rows written say.
    pub(crate) counts: Counts,
    /// Bytes of the output, where it is text.
    pub(crate) bytes: u64,
    /// Finished pieces of the output, where it is Parquet.
    pub(crate) pieces: u64,
    /// Whether one more piece is there that is not full.
    pub(crate) short_piece: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct InputMark {
    name: String,
    size: u64,
    modified: i64,
}

const VERSION: u32 = 1;

impl Journal {
    pub(crate) fn new(plan: &Plan, settings: Vec<(String, String)>, now: jiff::Timestamp) -> Self {
        Self { version: VERSION, settings, inputs: marks(plan), now: now.to_string(), state: State::default() }
    }

    /// Reads the journal of an unfinished run.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|error| told(&error))?;
        let journal: Self = serde_json::from_str(&text).map_err(|error| told(&error))?;
        if journal.version == VERSION { Ok(journal) } else { Err("it was written by another version of the program".to_owned()) }
    }

    /// Whether a run with this plan and these settings may go on where the journal ends; if not, why.
    pub(crate) fn fits(&self, plan: &Plan, settings: &[(String, String)]) -> Result<(), String> {
        for (name, value) in settings {
            let before = self.settings.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
            if before != Some(value) {
                return Err(format!("{name} is {value:?} now and was {:?} before", before.unwrap_or_default()));
            }
        }
        if self.settings.len() != settings.len() {
            return Err("it was started with other settings".to_owned());
        }
        let now = marks(plan);
        if let Some((before, now)) = self.inputs.iter().zip(&now).find(|(before, now)| before != now) {
            return Err(if before.name == now.name {
                format!("the input {} was changed since", now.name)
            } else {
                format!("the input {} stands where {} stood", now.name, before.name)
            });
        }
        match self.inputs.len() == now.len() {
            true => Ok(()),
            false => Err(format!("there were {} inputs, now there are {}", self.inputs.len(), now.len())),
        }
    }

    /// Writes the journal in one step: after a power failure there is the old one or the new one.
    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        let aside = with_ending(path, ".new");
        let mut file = File::create(&aside)?;
        file.write_all(serde_json::to_string(self)?.as_bytes())?;
        file.sync_data()?;
        fs::rename(&aside, path)?;
        sync_folder(path)
    }
}

fn marks(plan: &Plan) -> Vec<InputMark> {
    let mark = |source: &Source| match source {
        Source::Stdin => InputMark { name: "-".to_owned(), size: 0, modified: 0 },
        Source::File { name, size, modified, .. } => InputMark { name: name.clone(), size: *size, modified: *modified },
    };
    plan.sources().iter().map(mark).collect()
}

/// SHA-256 of bytes in hex, for [`crate::Settings::marks`].
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex::encode(sha2::Sha256::digest(bytes))
}

/// [`fingerprint`] of a file; of one that cannot be read it says so, for who uses the file will tell.
#[must_use]
pub fn file_fingerprint(path: &Path) -> String {
    use sha2::Digest;
    let digest = || {
        let (mut file, mut hash, mut piece) = (File::open(path)?, sha2::Sha256::new(), vec![0; 64 << 10]);
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(hash.finalize()),
                read => hash.update(piece.get(..read).unwrap_or_default()),
            }
        }
    };
    digest().map_or_else(|error: io::Error| told(&error), hex::encode)
}

/// The path with something behind its name.
pub(crate) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Makes a rename in a folder last. Where folders cannot be opened there is nothing to be done.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    match File::open(folder) {
        Ok(folder) => folder.sync_all().or(Ok(())),
        Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Form;

    #[test]
    fn a_journal_says_why_it_does_not_fit() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
        fs::write(at("a"), "1").unwrap();
        let plan = |names: &[&str]| Plan::new(&names.iter().map(|name| at(name)).collect::<Vec<_>>(), Form::Auto).unwrap();
        let settings = |value: &str| vec![("--key".to_owned(), value.to_owned())];
        let journal = Journal::new(&plan(&["a"]), settings("x"), jiff::Timestamp::UNIX_EPOCH);
        journal.write(Path::new(&at("journal"))).unwrap();
        let journal = Journal::read(Path::new(&at("journal"))).unwrap();
        assert_eq!(journal.fits(&plan(&["a"]), &settings("x")), Ok(()));
        assert!(journal.fits(&plan(&["a"]), &settings("y")).unwrap_err().contains("--key is \"y\" now"));
        fs::write(at("b"), "2").unwrap();
        assert!(journal.fits(&plan(&["b"]), &settings("x")).unwrap_err().contains("stands where"));
        assert!(journal.fits(&plan(&["a", "b"]), &settings("x")).unwrap_err().contains("2"));
        fs::write(at("a"), "other").unwrap();
        assert!(journal.fits(&plan(&["a"]), &settings("x")).unwrap_err().contains("was changed"));
        fs::write(at("broken"), "{").unwrap();
        assert!(Journal::read(Path::new(&at("broken"))).is_err());
    }
}
