//! What an argument names as an input. A failure to read it is a result like any other.

use std::ffi::OsStr;
use std::io;
use std::path::Path;

use eichrecht::{Input, Refused};
use eichrecht_front::files;

/// Standard input on the command line.
pub(crate) const STDIN: &str = "-";

/// The input an argument names: a file, `-`, or data pasted as the argument itself.
pub(crate) fn input(argument: &OsStr, limit: usize) -> Input {
    let name = argument.to_string_lossy().into_owned();
    if argument == STDIN {
        return finish(name, files::bounded(io::stdin().lock(), 0, limit));
    }
    if is_pasted(argument) {
        return Input::new("(text)", name.into_bytes());
    }
    finish(name, files::read(Path::new(argument), limit))
}

fn finish(name: String, bytes: Result<Vec<u8>, Refused>) -> Input {
    match bytes {
        Ok(bytes) => Input::new(name, bytes),
        Err(refused) => Input::refused(name, refused),
    }
}

/// Whether an argument is data and no file name: there is no such file, and it holds characters that
/// signed data begins or is divided with.
fn is_pasted(argument: &OsStr) -> bool {
    argument.to_str().is_some_and(|text| text.contains(['|', '<', '{', '\n'])) && !Path::new(argument).exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_told_from_file_names() {
        assert!(is_pasted(OsStr::new("OCMF|{}|{}")));
        assert!(is_pasted(OsStr::new("<values/>")));
        assert!(!is_pasted(OsStr::new("missing.xml")));
        assert!(!is_pasted(OsStr::new("Cargo.toml")));
    }
}
