//! Which column of a table holds what.

/// Names of the columns to read. Where none is given, the usual names are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The signed data; several columns when begin and end stand in columns of their own.
    pub payload: Vec<String>,
    /// The public key.
    pub key: Option<String>,
    /// The caller's number of the session, handed through to the result.
    pub session: Option<String>,
    /// The charging point by the caller's word, handed through to the result.
    pub evse: Option<String>,
}

/// Usual names of the column with the signed data, most telling first; the first one present counts.
pub const USUAL_PAYLOAD: &[&str] = &[
    "payload",
    "ocmf",
    "signed_data",
    "signedData",
    "signed_meter_data",
    "signedMeterData",
    "signed_meter_value",
    "signedMeterValue",
    "record",
    "data",
];
/// Usual names of the column with the key.
pub const USUAL_KEY: &[&str] = &["public_key", "publicKey", "meter_public_key", "meterPublicKey", "key"];
/// Usual names of the column with the number of the session.
pub const USUAL_SESSION: &[&str] = &["session_id", "sessionId", "session", "cdr_id", "cdrId", "transaction_id", "transactionId", "id"];
/// Usual names of the column with the charging point.
pub const USUAL_EVSE: &[&str] = &["evse_id", "evseId", "evse", "evse_uid", "charge_point_id", "chargePointId"];

/// Positions of the columns in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Places {
    pub(crate) payload: Vec<usize>,
    pub(crate) key: Option<usize>,
    pub(crate) session: Option<usize>,
    pub(crate) evse: Option<usize>,
}

impl Columns {
    /// Finds the columns by the names of a table's header.
    ///
    /// # Errors
    /// A sentence naming the column that is missing or stands there twice, and those there are.
    pub(crate) fn places(&self, header: &[&str]) -> Result<Places, String> {
        let payload = if self.payload.is_empty() {
            vec![usual(USUAL_PAYLOAD, header)?.ok_or_else(|| missing("signed data", USUAL_PAYLOAD, header))?]
        } else {
            self.payload.iter().map(|name| named(name, header)).collect::<Result<_, _>>()?
        };
        let optional = |given: &Option<String>, usual_names| match given {
            Some(name) => named(name, header).map(Some),
            None => usual(usual_names, header),
        };
        Ok(Places {
            payload,
            key: optional(&self.key, USUAL_KEY)?,
            session: optional(&self.session, USUAL_SESSION)?,
            evse: optional(&self.evse, USUAL_EVSE)?,
        })
    }
}

/// Where a name stands; a name that stands twice is no answer.
fn place(name: &str, header: &[&str]) -> Result<Option<usize>, String> {
    let mut places = header.iter().enumerate().filter(|(_, known)| **known == name).map(|(at, _)| at);
    match (places.next(), places.next()) {
        (_, Some(_)) => Err(format!("the column {name} stands there twice")),
        (one, None) => Ok(one),
    }
}

fn named(name: &str, header: &[&str]) -> Result<usize, String> {
    place(name, header)?.ok_or_else(|| format!("there is no column {name}; there are: {}", listed(header)))
}

fn usual(names: &[&str], header: &[&str]) -> Result<Option<usize>, String> {
    for name in names {
        if let Some(at) = place(name, header)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

fn missing(what: &str, names: &[&str], header: &[&str]) -> String {
    format!("no column with {what} was named, and none is called {}; there are: {}", names.join(", "), listed(header))
}

fn listed(header: &[&str]) -> String {
    const MOST: usize = 30;
    let mut list = header.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    if header.len() > MOST {
        list.push_str(", …");
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_are_found_and_given_ones_must_be_there() {
        let header = ["id", "ocmf", "data", "public_key"];
        let found = Columns::default().places(&header).unwrap();
        assert_eq!((found.payload, found.key, found.session, found.evse), (vec![1], Some(3), Some(0), None));
        let given = Columns { payload: vec!["data".to_owned(), "ocmf".to_owned()], ..Columns::default() };
        assert_eq!(given.places(&header).unwrap().payload, [2, 1]);
        let wrong = Columns { key: Some("schluessel".to_owned()), ..Columns::default() };
        assert!(wrong.places(&header).unwrap_err().contains("no column schluessel; there are: id, ocmf"));
        assert!(Columns::default().places(&["a", "b"]).unwrap_err().contains("signed data"));
    }

    #[test]
    fn a_column_that_stands_there_twice_is_not_guessed() {
        assert!(Columns::default().places(&["ocmf", "ocmf"]).is_err());
        assert!(Columns::default().places(&["ocmf", "x", "x"]).is_ok());
    }
}
