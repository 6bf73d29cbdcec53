//! From texts to bytes: hex, Base32, Base64, and the rule that decides between them.

use data_encoding::{BASE32_NOPAD, BASE64_NOPAD, HEXLOWER_PERMISSIVE};
use eichrecht_model::{KeyKind, KeyProblem};

use super::PublicKey;
use super::envelope;
use super::shape::{self, Failure, Shape, Shaped};

/// One layer around a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layer {
    Binary,
    Hex,
    Base32,
    Base64,
    Pem,
    Oca,
    KebaJson,
    ChargyJson,
    Certificate,
}

impl Layer {
    /// The word of notes.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Binary => "binary",
            Self::Hex => "hex",
            Self::Base32 => "base32",
            Self::Base64 => "base64",
            Self::Pem => "pem",
            Self::Oca => "oca",
            Self::KebaJson => "json-uk",
            Self::ChargyJson => "json-chargy",
            Self::Certificate => "x509",
        }
    }

    /// Whether a declared encoding means this one. `plain` is hex in every file known to say so.
    pub(super) fn is_called(self, declared: &str) -> bool {
        let names: &[&str] = match self {
            Self::Binary => &["binary", "der", "raw"],
            Self::Hex => &["hex", "base16", "plain"],
            Self::Base32 => &["base32"],
            Self::Base64 => &["base64", "base64url"],
            Self::Pem => &["pem", "plain"],
            Self::Oca => &["oca"],
            Self::KebaJson | Self::ChargyJson => &["json"],
            Self::Certificate => &["x509", "binary", "der"],
        };
        names.iter().any(|name| declared.eq_ignore_ascii_case(name))
    }

    /// The bytes behind a text in this encoding; `None` when it does not decode or this is no encoding of bytes.
    fn decode(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Hex => hex(text),
            Self::Base32 => base32(text),
            Self::Base64 => base64(text),
            _ => None,
        }
    }
}

/// Encodings whose texts cannot be told apart by how they begin, in the order in which they are tried.
const ENCODINGS: [Layer; 3] = [Layer::Hex, Layer::Base32, Layer::Base64];

/// A key and the layers it was in, from outside in.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) key: PublicKey,
    shape: Shape,
    layers: Vec<Layer>,
}

impl Found {
    /// The outermost layer.
    pub(super) fn encoding(&self) -> Layer {
        self.layers.first().copied().unwrap_or(Layer::Binary)
    }

    /// Names of the layers when they are more than one plain encoding.
    pub(super) fn wrapping(&self) -> Option<String> {
        match self.layers.as_slice() {
            [] | [Layer::Binary | Layer::Hex | Layer::Base32 | Layer::Base64 | Layer::Pem] => None,
            layers => Some(layers.iter().map(|layer| layer.as_str()).collect::<Vec<_>>().join(":")),
        }
    }

    /// The same key with one more layer around it.
    pub(super) fn inside(mut self, layer: Layer) -> Self {
        self.layers.insert(0, layer);
        self
    }
}

/// Reads keys; carries what stays the same on the way down.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    /// What the algorithm of the signature asks for.
    pub(super) hint: Option<KeyKind>,
    /// Layers that may still be taken off.
    pub(super) wrappings: usize,
}

impl Reader {
    /// Reads bytes as found.
    pub(super) fn read(self, bytes: &[u8], declared: Option<&str>) -> Result<Found, Failure> {
        if bytes.trim_ascii().is_empty() {
            return Err(Failure::no_key(KeyProblem::Empty));
        }
        match plain_text(bytes) {
            Some(text) => self.text(text, declared, &ENCODINGS),
            None => self.binary(bytes).map(|found| if found.layers.is_empty() { found.inside(Layer::Binary) } else { found }),
        }
    }

    /// Reads a text: by the mark it begins with, or by trying encodings.
    pub(super) fn text(self, text: &str, declared: Option<&str>, encodings: &[Layer]) -> Result<Found, Failure> {
        let Some(inner) = self.one_less() else {
            return Err(Failure::no_key(KeyProblem::NotDecodable));
        };
        envelope::read(text, inner).unwrap_or_else(|| inner.encoded(text, declared, encodings))
    }

    /// The declared encoding if a key comes out of it, otherwise the one key on which all encodings agree.
    pub(super) fn encoded(self, text: &str, declared: Option<&str>, encodings: &[Layer]) -> Result<Found, Failure> {
        let named = declared.and_then(|declared| encodings.iter().find(|layer| layer.is_called(declared)));
        let mut found: Option<Found> = None;
        let mut failure = Failure::no_key(KeyProblem::NotDecodable);
        for layer in named.into_iter().chain(encodings.iter().filter(|layer| Some(*layer) != named)) {
            let Some(bytes) = layer.decode(text) else { continue };
            match (self.decoded(&bytes), &found) {
                (Ok(key), None) if Some(layer) == named => return Ok(key.inside(*layer)),
                (Ok(key), None) => found = Some(key.inside(*layer)),
                (Ok(key), Some(other)) if key.key == other.key => {}
                (Ok(_), Some(_)) => return Err(Failure::bad_key(KeyProblem::AmbiguousEncoding)),
                (Err(found), _) if found.problem == KeyProblem::PrivateKey => return Err(found),
                (Err(found), _) => failure = worse(failure, found),
            }
        }
        match (found, &failure.problem) {
            // One encoding gives a key, another a point that may be one on several curves: not decided.
            (Some(_), KeyProblem::AmbiguousCurve(_)) => Err(Failure::no_key(KeyProblem::AmbiguousEncoding)),
            (Some(found), _) => Ok(found),
            (None, _) => Err(failure),
        }
    }

    /// Bytes behind an encoding: text once more, or the key itself.
    fn decoded(self, bytes: &[u8]) -> Result<Found, Failure> {
        self.binary(bytes).or_else(|failure| match plain_text(bytes) {
            // Only what says of itself what it is, and hex: a second guess among encodings would be one too many.
            Some(text) => self.text(text, None, &[Layer::Hex]).map_err(|inner| worse(failure, inner)),
            None => Err(failure),
        })
    }

    /// Bytes that stand for nothing else.
    pub(super) fn binary(self, bytes: &[u8]) -> Result<Found, Failure> {
        let Shaped { key, shape } = shape::read(bytes, self.hint)?;
        let layers = if shape == Shape::Certificate { vec![Layer::Certificate] } else { Vec::new() };
        Ok(Found { key, shape, layers })
    }

    fn one_less(self) -> Option<Self> {
        Some(Self { wrappings: self.wrappings.checked_sub(1)?, ..self })
    }
}

/// The more telling of two failures; of equals the earlier one.
fn worse(one: Failure, other: Failure) -> Failure {
    let rank = |failure: &Failure| match (failure.surely_a_key, &failure.problem) {
        (true, _) => 3,
        (_, KeyProblem::AmbiguousCurve(_)) => 2,
        (_, KeyProblem::NotDecodable) => 0,
        _ => 1,
    };
    if rank(&other) > rank(&one) { other } else { one }
}

/// Whether a key found may as well be a sentence: a compressed point in Base32 or Base64 with blanks inside.
pub(super) fn may_be_a_sentence(bytes: &[u8], found: &Found) -> bool {
    found.shape == Shape::CompressedPoint && matches!(found.encoding(), Layer::Base32 | Layer::Base64) && has_inner_blanks(bytes)
}

/// Whether there is white space between other bytes.
pub(super) fn has_inner_blanks(bytes: &[u8]) -> bool {
    bytes.trim_ascii().iter().any(u8::is_ascii_whitespace)
}

/// The bytes as text without a byte order mark; `None` when they hold control characters or are no UTF-8.
fn plain_text(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let controls = match text.is_ascii() {
        true => text.bytes().any(|byte| byte.is_ascii_control() && !char::from(byte).is_whitespace()),
        false => text.chars().any(|c| c.is_control() && !c.is_whitespace()),
    };
    if controls { None } else { Some(text.trim()) }
}

/// Without white space, and without the invisible characters that come along when a text is copied.
fn squeezed(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
}

/// Hex digits in either case; white space, colons and `0x` are left out.
fn hex(text: &str) -> Option<Vec<u8>> {
    let mut digits = String::with_capacity(text.len());
    for c in squeezed(text).filter(|c| *c != ':') {
        match c {
            'x' | 'X' => digits.pop().filter(|before| *before == '0').map(|_| ())?,
            // Most texts are no key: the first letter that is none of the alphabet tells.
            c if !c.is_ascii_hexdigit() => return None,
            c => digits.push(c),
        }
    }
    if digits.is_empty() { None } else { HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok() }
}

/// Base32, RFC 4648 section 6, in either case, padding optional.
fn base32(text: &str) -> Option<Vec<u8>> {
    let letter = |c: char| (c.is_ascii_alphanumeric() || c == '=').then(|| c.to_ascii_uppercase());
    let letters: String = squeezed(text).map(letter).collect::<Option<_>>()?;
    BASE32_NOPAD.decode(letters.trim_end_matches('=').as_bytes()).ok()
}

/// Base64 or Base64url, RFC 4648 sections 4 and 5, padding optional.
pub(super) fn base64(text: &str) -> Option<Vec<u8>> {
    let standard = |c| match c {
        '-' => Some('+'),
        '_' => Some('/'),
        '+' | '/' | '=' => Some(c),
        c => c.is_ascii_alphanumeric().then_some(c),
    };
    let letters: String = squeezed(text).map(standard).collect::<Option<_>>()?;
    BASE64_NOPAD.decode(letters.trim_end_matches('=').as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_ignores_what_people_put_between_digits() {
        for text in ["3059aB", "30 59 ab", "30:59:AB", "0x3059ab", "0x30 0x59 0xAB", "30\t59\r\nab", "30\u{a0}59\u{200b}ab"] {
            assert_eq!(hex(text), Some(vec![0x30, 0x59, 0xab]), "{text:?}");
        }
        for text in ["", "305", "30-59", "x3059", "1x3059", "3O59"] {
            assert_eq!(hex(text), None, "{text:?}");
        }
    }

    /// RFC 4648, section 10.
    #[test]
    fn base32_and_base64_work_with_and_without_padding() {
        for text in ["MZXW6YQ=", "MZXW6YQ", "mzxw6yq", "MzXw6Yq", "MZXW 6YQ=\n"] {
            assert_eq!(base32(text), Some(b"foob".to_vec()), "{text:?}");
        }
        for text in ["Zm9vYg==", "Zm9vYg", "Zm9v\nYg="] {
            assert_eq!(base64(text), Some(b"foob".to_vec()), "{text:?}");
        }
        assert_eq!(base64("-_-_"), base64("+/+/"));
        assert_eq!(base32("MZXW1YQ"), None);
        assert_eq!(base64("Zm9v!"), None);
    }
}
