//! Register identification by OBIS code.

use std::fmt;

/// An OBIS code as received, with its groups as far as they can be read.
///
/// Grammar met in the field: `A-B:C.D.E`, with `*F` or `.F` behind it. Groups A to E are hexadecimal,
/// `b`, `e` and `xx` are placeholders. F is decimal when it has three digits (`*255`, `*198`).
/// Source: OCMF 1.4.1, OBIS tables; IEC 62056-61.
#[derive(Clone, Debug)]
pub struct ObisCode {
    raw: String,
    groups: Option<Groups>,
}

/// Groups of an OBIS code; `None` is a placeholder or an absent group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Groups {
    a: u16,
    b: Option<u16>,
    c: u16,
    d: u16,
    e: Option<u16>,
    f: Option<u16>,
}

/// What a register counts, as told by its OBIS code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RegisterKind {
    /// Energy to the vehicle, with what is known about it.
    Import(RegisterScope, MeasuringPoint),
    /// Energy from the vehicle.
    Export(RegisterScope, MeasuringPoint),
    /// B4 to BF and C4 to C7, set aside by OCMF 1.4 for later.
    Reserved,
    /// Duration of the transaction (00.08.06).
    Duration,
    /// No energy register: cable resistance, time integral and whatever else.
    Other,
    /// The code cannot be read.
    Unreadable,
}

/// Over what a register adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RegisterScope {
    /// From the making of the meter on.
    Lifetime,
    /// From the begin of the transaction on.
    Transaction,
}

/// Where the energy is meant to be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MeasuringPoint {
    /// At the meter, or not said.
    Meter,
    /// Mains side of a station with loss compensation.
    Mains,
    /// Vehicle side: the loss of the cable is already taken off.
    Device,
}

impl ObisCode {
    /// Keeps the text and reads its groups if it has any.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        Self { raw: raw.to_owned(), groups: read_groups(raw.trim()) }
    }

    /// The code as received.
    #[must_use]
    pub fn as_received(&self) -> &str {
        &self.raw
    }

    /// Whether the groups could be read.
    #[must_use]
    pub fn is_readable(&self) -> bool {
        self.groups.is_some() || self.is_session_energy()
    }

    /// `128.8.0`, the code without medium and channel that a DC meter writes before the energy of one session. 128 is a
    /// quantity of the manufacturer's own, so it is known by its whole text only.
    fn is_session_energy(&self) -> bool {
        self.raw.trim() == "128.8.0"
    }

    /// Whether two codes name the same register, whatever the spelling.
    /// `*255`, `*FF`, and an absent F all mean the current total; unreadable codes are equal by their letters.
    #[must_use]
    pub fn same_register(&self, other: &Self) -> bool {
        match (self.groups, other.groups) {
            (Some(a), Some(b)) => a == b,
            (None, None) => self.raw.trim() == other.raw.trim(),
            _ => false,
        }
    }

    /// What the register counts.
    #[must_use]
    pub fn kind(&self) -> RegisterKind {
        use MeasuringPoint::{Device, Mains, Meter};
        use RegisterScope::{Lifetime, Transaction};
        if self.is_session_energy() {
            return RegisterKind::Import(Transaction, Meter);
        }
        let Some(groups) = self.groups else { return RegisterKind::Unreadable };
        if groups.a != 1 {
            return RegisterKind::Other;
        }
        // F = 198 is the session register of the Bauer BSM; it starts at zero with each session.
        let scope = if groups.f == Some(198) { Transaction } else { Lifetime };
        match (groups.c, groups.d, groups.e) {
            (0x01 | 0x9E, 8, _) => RegisterKind::Import(scope, Meter),
            (0x02, 8, _) => RegisterKind::Export(scope, Meter),
            (0x98, 8, _) => RegisterKind::Import(Transaction, Device),
            // 1.17.0 is the signed register of EDL40 meters, with group D in hex (11) or in decimal (17); *200 of it
            // has the loss of the cable taken off. Source: EDL40 registers of EMH meters.
            (0x01, 0x11 | 0x17, Some(0)) => match groups.f {
                None => RegisterKind::Import(Lifetime, Meter),
                Some(200) => RegisterKind::Import(Lifetime, Device),
                Some(_) => RegisterKind::Other,
            },
            (0x9C, 8, _) => RegisterKind::Import(Lifetime, Meter),
            (0xB0, 8, _) => RegisterKind::Import(Lifetime, Mains),
            (0xB1, 8, _) => RegisterKind::Import(Lifetime, Device),
            (0xB2, 8, _) => RegisterKind::Import(Transaction, Mains),
            (0xB3, 8, _) => RegisterKind::Import(Transaction, Device),
            (0xC0, 8, _) => RegisterKind::Export(Lifetime, Mains),
            (0xC1, 8, _) => RegisterKind::Export(Lifetime, Device),
            (0xC2, 8, _) => RegisterKind::Export(Transaction, Mains),
            (0xC3, 8, _) => RegisterKind::Export(Transaction, Device),
            (0xB4..=0xBF | 0xC4..=0xC7, 8, _) => RegisterKind::Reserved,
            (0x00, 8, Some(6)) => RegisterKind::Duration,
            _ => RegisterKind::Other,
        }
    }

    /// Whether the code is one of the eight that OCMF 1.4 defines for billing (B0–B3, C0–C3).
    #[must_use]
    pub fn is_ocmf_billing_code(&self) -> bool {
        self.groups.is_some_and(|g| g.a == 1 && g.d == 8 && matches!(g.c, 0xB0..=0xB3 | 0xC0..=0xC3))
    }

    /// A spelling for comparison and display: no leading zeros, upper case, `b`/`e` for placeholders.
    /// An unreadable code is given as received.
    #[must_use]
    pub fn normalised(&self) -> String {
        self.groups.map_or_else(|| self.raw.clone(), |groups| groups.to_string())
    }
}

impl fmt::Display for Groups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:X}-", self.a)?;
        match self.b {
            Some(b) => write!(f, "{b:X}")?,
            None => f.write_str("b")?,
        }
        write!(f, ":{:X}.{}.", self.c, self.d)?;
        match self.e {
            Some(e) => write!(f, "{e}")?,
            None => f.write_str("e")?,
        }
        if let Some(last) = self.f {
            write!(f, "*{last}")?;
        }
        Ok(())
    }
}

impl PartialEq for ObisCode {
    fn eq(&self, other: &Self) -> bool {
        self.same_register(other)
    }
}

impl Eq for ObisCode {}

fn read_groups(text: &str) -> Option<Groups> {
    let (a, rest) = text.split_once('-')?;
    let (b, rest) = rest.split_once(':')?;
    let (c, rest) = rest.split_once('.')?;
    let (d, rest) = rest.split_once('.')?;
    let (e, f) = match rest.split_once(['*', '.']) {
        Some((e, f)) => (e, Some(f)),
        None => (rest, None),
    };
    Some(Groups {
        a: hex_group(a)?,
        b: if b.eq_ignore_ascii_case("b") { None } else { Some(hex_group(b)?) },
        c: hex_group(c)?,
        d: hex_group(d)?,
        e: if e.eq_ignore_ascii_case("e") { None } else { Some(hex_group(e)?) },
        f: match f {
            None => None,
            Some(f) => last_group(f)?,
        },
    })
}

fn hex_group(text: &str) -> Option<u16> {
    let digits = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit());
    if digits { u16::from_str_radix(text, 16).ok() } else { None }
}

/// The F group: `xx` and the two spellings of "total" are no distinction, everything else is.
fn last_group(text: &str) -> Option<Option<u16>> {
    if text.eq_ignore_ascii_case("xx") {
        return Some(None);
    }
    let value = match text.len() {
        3 if text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok()?,
        _ => hex_group(text)?,
    };
    Some(if value == 255 { None } else { Some(value) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_register_are_equal() {
        let code = ObisCode::new("1-0:1.8.0");
        for other in ["01-00:01.08.00.FF", "1-0:1.8.0*255", "01-00:01.08.00*ff", "1-0:1.8.0*xx"] {
            assert!(code.same_register(&ObisCode::new(other)), "{other}");
        }
        for other in ["1-0:2.8.0", "1-0:1.8.1", "1-0:1.8.0*198", "1-b:1.8.0", "1-b"] {
            assert!(!code.same_register(&ObisCode::new(other)), "{other}");
        }
    }

    #[test]
    fn kinds_follow_the_table() {
        use MeasuringPoint::*;
        use RegisterScope::*;
        for (code, kind) in [
            ("1-b:1.8.e", RegisterKind::Import(Lifetime, Meter)),
            ("1-0:1.8.0*198", RegisterKind::Import(Transaction, Meter)),
            ("01-00:98.08.00.FF", RegisterKind::Import(Transaction, Device)),
            ("01-00:B0.08.00*FF", RegisterKind::Import(Lifetime, Mains)),
            ("1-0:B3.8.0", RegisterKind::Import(Transaction, Device)),
            ("1-0:C2.8.0", RegisterKind::Export(Transaction, Mains)),
            ("1-0:B7.8.0", RegisterKind::Reserved),
            ("01-00:00.08.06.FF", RegisterKind::Duration),
            ("1-0:1.17.0*255", RegisterKind::Import(Lifetime, Meter)),
            ("01-00:01.11.00*255", RegisterKind::Import(Lifetime, Meter)),
            ("1-0:1.17.0*200", RegisterKind::Import(Lifetime, Device)),
            ("1-0:1.17.0*100", RegisterKind::Other),
            ("1-b:1.9.0", RegisterKind::Other),
            ("2-0:1.8.0", RegisterKind::Other),
            ("128.8.0", RegisterKind::Import(Transaction, Meter)),
            ("128.8.1", RegisterKind::Unreadable),
            ("1-b", RegisterKind::Unreadable),
            ("", RegisterKind::Unreadable),
        ] {
            assert_eq!(ObisCode::new(code).kind(), kind, "{code}");
        }
    }

    #[test]
    fn normalised_spelling() {
        assert_eq!(ObisCode::new("01-0B:01.08.00*FF").normalised(), "1-B:1.8.0");
        assert_eq!(ObisCode::new("1-b:1.8.e").normalised(), "1-b:1.8.e");
        assert_eq!(ObisCode::new("1-0:1.8.0*198").normalised(), "1-0:1.8.0*198");
    }
}
