//! From the arguments to the files that are read, in their order.

use std::path::{Path, PathBuf};

use super::{Form, told};

/// The inputs of a run in reading order.
#[derive(Clone, Debug)]
pub struct Plan {
    sources: Vec<Source>,
    form: Form,
}

/// One thing to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input.
    Stdin,
    /// A file.
    File {
        /// Where it is.
        path: PathBuf,
        /// The name that stands in the result.
        name: String,
        /// Bytes, when the run was planned.
        size: u64,
        /// When it was last changed, in nanoseconds since 1970; 0 where that is not known.
        modified: i64,
    },
}

/// An argument that names nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// The argument.
    pub argument: String,
    /// What is wrong.
    pub problem: String,
}

impl Plan {
    /// Finds the files of the arguments: files, folders with all below them, patterns, `-` for standard input. Folders
    /// and patterns give their files in the order of their names.
    ///
    /// # Errors
    /// An argument that names no file, or standard input twice.
    pub fn new(arguments: &[String], form: Form) -> Result<Self, PlanError> {
        let mut sources = Vec::new();
        for argument in arguments {
            let problem = |problem: String| PlanError { argument: argument.clone(), problem };
            if argument == "-" {
                if sources.contains(&Source::Stdin) {
                    return Err(problem("standard input can be read once only".to_owned()));
                }
                sources.push(Source::Stdin);
                continue;
            }
            let path = Path::new(argument);
            if path.exists() {
                add(path, &mut sources).map_err(|error| problem(told(&error)))?;
            } else if argument.contains(['*', '?', '[']) {
                let found = glob::glob(argument).map_err(|error| problem(told(&error)))?;
                let before = sources.len();
                for path in found {
                    let path = path.map_err(|error| problem(told(&error)))?;
                    add(&path, &mut sources).map_err(|error| problem(told(&error)))?;
                }
                if sources.len() == before {
                    return Err(problem("no file fits the pattern".to_owned()));
                }
            } else {
                return Err(problem("there is no such file or folder".to_owned()));
            }
        }
        Ok(Self { sources, form })
    }

    /// The files.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// What they are taken for.
    #[must_use]
    pub fn form(&self) -> Form {
        self.form
    }

    /// Bytes of all files; `None` where standard input is among them.
    #[must_use]
    pub fn bytes(&self) -> Option<u64> {
        self.sources.iter().map(|source| if let Source::File { size, .. } = source { Some(*size) } else { None }).sum()
    }
}

/// Adds a file, or all files below a folder. What a link in a folder points at is not followed.
fn add(path: &Path, sources: &mut Vec<Source>) -> std::io::Result<()> {
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_dir() {
        let modified = metadata.modified().ok().and_then(|time| jiff::Timestamp::try_from(time).ok());
        let modified = modified.and_then(|time| i64::try_from(time.as_nanosecond()).ok()).unwrap_or(0);
        sources.push(Source::File { path: path.to_owned(), name: path.to_string_lossy().into_owned(), size: metadata.len(), modified });
        return Ok(());
    }
    let mut members: Vec<PathBuf> = std::fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    members.sort();
    for member in members {
        let kind = std::fs::symlink_metadata(&member)?.file_type();
        if kind.is_dir() || kind.is_file() {
            add(&member, sources)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_and_patterns_give_their_files_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("b")).unwrap();
        for name in ["c.xml", "a.ocmf", "b/2.ocmf", "b/10.ocmf"] {
            std::fs::write(at(name), name).unwrap();
        }
        let names = |argument: &str| -> Vec<String> {
            let plan = Plan::new(&[at(argument).to_string_lossy().into_owned()], Form::Auto).unwrap();
            let root = format!("{}/", folder.path().to_string_lossy());
            plan.sources()
                .iter()
                .map(|source| if let Source::File { name, .. } = source { name.replace(&root, "") } else { "-".to_owned() })
                .collect()
        };
        assert_eq!(names(""), ["a.ocmf", "b/10.ocmf", "b/2.ocmf", "c.xml"]);
        assert_eq!(names("*.ocmf"), ["a.ocmf"]);
        assert_eq!(names("c.xml"), ["c.xml"]);
        let plan = |arguments: &[&str]| Plan::new(&arguments.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>(), Form::Auto);
        assert!(plan(&["missing"]).is_err());
        assert!(plan(&["missing*"]).is_err());
        assert!(plan(&["-", "-"]).is_err());
        assert_eq!(plan(&["-"]).unwrap().bytes(), None);
    }
}
