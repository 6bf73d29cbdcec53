//! Keys pinned one by one: from a label, a picture of its code, a file.

use eichrecht_model::{RegisteredKey, SourceKind};
use jiff::civil::Date;
use rusqlite::{OptionalExtension, TransactionBehavior, params};

use crate::import::{Entry, insert, source, store_key};
use crate::{KeyStore, StoreError};

/// Name of the source that holds them.
const NAME: &str = "pins";

/// What is known of a key that was read from a label or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pin {
    /// EVSE-ID or number of the charging point.
    pub charge_point: Option<String>,
    /// Serial number of the meter.
    pub meter: Option<String>,
    /// Serial number of the signing component.
    pub gateway: Option<String>,
    /// Who runs the station.
    pub operator: Option<String>,
    /// Where it stands, or where the key was found.
    pub place: Option<String>,
    /// First day on which the key is valid.
    pub valid_from: Option<Date>,
    /// Last day on which the key is valid.
    pub valid_to: Option<Date>,
}

impl KeyStore {
    /// Pins a key. `false` when exactly this was pinned before.
    ///
    /// # Errors
    /// [`StoreError::NothingToPinTo`] when the pin names neither charging point nor meter nor signing component, and
    /// what may be wrong with the store.
    pub fn pin(&self, key: &RegisteredKey, pin: &Pin, today: Date) -> Result<bool, StoreError> {
        let text = match key {
            RegisteredKey::Key { spki, .. } => data_encoding::HEXLOWER.encode(spki),
            RegisteredKey::Ambiguous { text, .. } | RegisteredKey::Unreadable { text, .. } => text.clone(),
            RegisteredKey::Missing => String::new(),
        };
        let field = |text: &Option<String>| text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
        let [charge_point, meter, gateway, operator, place] =
            [&pin.charge_point, &pin.meter, &pin.gateway, &pin.operator, &pin.place].map(field);
        if charge_point.is_none() && meter.is_none() && gateway.is_none() {
            return Err(StoreError::NothingToPinTo);
        }
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let source = source(&transaction, SourceKind::Pin, NAME)?;
        let key = store_key(&transaction, text.trim(), key)?;
        let entry = Entry {
            charge_point: charge_point.as_deref(),
            station: None,
            meter: meter.as_deref(),
            gateway: gateway.as_deref(),
            operator: operator.as_deref(),
            place: place.as_deref(),
            key: Some(key),
            valid_from: pin.valid_from,
            valid_to: pin.valid_to,
        };
        let hash = entry.hash();
        let there: Option<i64> = transaction
            .query_row("SELECT id FROM entries WHERE source = ?1 AND hash = ?2", params![source, hash], |row| row.get(0))
            .optional()?;
        if there.is_some() {
            return Ok(false);
        }
        insert(&transaction, source, &entry, &hash, Some(today))?;
        transaction.commit()?;
        Ok(true)
    }

    /// Takes back every pin of a key. How many there were.
    ///
    /// # Errors
    /// What may be wrong with the store.
    pub fn unpin(&self, fingerprint: &str) -> Result<usize, StoreError> {
        let connection = self.connection();
        let gone = connection.execute(
            "DELETE FROM entries WHERE pinned IS NOT NULL AND key IN (SELECT key FROM prints WHERE fingerprint = ?1)",
            [fingerprint],
        )?;
        Ok(gone)
    }
}
