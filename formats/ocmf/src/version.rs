//! The format version of a record, `FV`.

/// `FV` as two whole numbers: `1.10` is a later version than `1.2`, and not `1.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    major: u32,
    minor: u32,
}

impl Version {
    pub(crate) const V0_3: Self = Self::new(0, 3);
    pub(crate) const V0_4: Self = Self::new(0, 4);
    pub(crate) const V0_5: Self = Self::new(0, 5);
    pub(crate) const V1_0: Self = Self::new(1, 0);
    pub(crate) const V1_1: Self = Self::new(1, 1);
    pub(crate) const V1_2: Self = Self::new(1, 2);
    pub(crate) const V1_3: Self = Self::new(1, 3);
    pub(crate) const V1_4: Self = Self::new(1, 4);

    const fn new(major: u32, minor: u32) -> Self {
        Self { major, minor }
    }

    /// Reads `major.minor`, each without leading zeros.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        Some(Self { major: whole_number(major)?, minor: whole_number(minor)? })
    }

    /// Whether a version of this number was published.
    pub(crate) fn is_known(self) -> bool {
        matches!((self.major, self.minor), (0, 1..=5) | (1, 0..=4))
    }

    /// Whether the algorithm stands in the payload (0.4 and 0.5 only).
    pub(crate) fn has_algorithm_in_payload(self) -> bool {
        self == Self::V0_4 || self == Self::V0_5
    }
}

fn whole_number(text: &str) -> Option<u32> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_whole_numbers() {
        assert_eq!(Version::parse("1.4"), Some(Version::V1_4));
        assert!(Version::parse("1.10").unwrap() > Version::V1_4);
        assert_ne!(Version::parse("1.10"), Version::parse("1.1"));
        for text in ["", "1", "1.", ".1", "1.0.1", "01.0", "1.00", "1.-0", "1.+1", " 1.0", "1,0", "a.b", "1.4294967296"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
    }

    #[test]
    fn published_versions() {
        let known: Vec<String> = (0..3)
            .flat_map(|major| (0..12).map(move |minor| format!("{major}.{minor}")))
            .filter(|text| Version::parse(text).unwrap().is_known())
            .collect();
        assert_eq!(known, ["0.1", "0.2", "0.3", "0.4", "0.5", "1.0", "1.1", "1.2", "1.3", "1.4"]);
    }
}
