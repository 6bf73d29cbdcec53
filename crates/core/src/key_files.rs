//! Keys in what a user gives for one.

use eichrecht_container::unwrap;
use eichrecht_crypto::{decode_key, looks_like_key};
use eichrecht_model::{KeyProblem, KeyText, Limits};

use crate::formats;

/// The key texts in a file that is, or holds, keys: the file itself, or what a QR code, an archive, a PDF or a JSON
/// document in it holds. `name` begins their locations.
///
/// # Errors
/// The problem with the file as a key, when there are none in it either.
pub fn find_keys(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<KeyText>, KeyProblem> {
    let problem = match decode_key(bytes, None, None, limits) {
        Err(problem) if !matches!(problem, KeyProblem::AmbiguousCurve(_) | KeyProblem::PrivateKey) => problem,
        _ => {
            let location = eichrecht_model::Location::input(name);
            return Ok(vec![KeyText { bytes: bytes.to_vec(), declared_encoding: None, location }]);
        }
    };
    let found = unwrap(name, bytes, formats(), &looks_like_key, limits).keys;
    if found.is_empty() { Err(problem) } else { Ok(found) }
}
