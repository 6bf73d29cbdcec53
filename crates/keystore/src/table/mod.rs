//! Tables: text with separators, or a workbook. Row by row, within limits.

mod text;
mod workbook;

use eichrecht_model::{LimitName, Limits};

use crate::StoreError;
use crate::layout::{Columns, find_header};

/// Rows above the header that are looked at; real registers have ten.
const PREAMBLE_ROWS: usize = 64;

/// Takes the number and the cells of a row.
type TakeRow<'a> = &'a mut dyn FnMut(u64, &[String]) -> Result<(), StoreError>;

/// A row below the header.
pub(crate) struct Row<'a> {
    /// Number of the row in the table, counted from 1 with everything above the header.
    pub(crate) number: u64,
    /// Its cells, without blanks around them.
    pub(crate) cells: &'a [String],
}

/// What stands above the rows.
pub(crate) struct Head {
    pub(crate) columns: Columns,
    /// Texts above the header.
    pub(crate) preamble: Vec<String>,
}

/// Takes what is read from a table.
pub(crate) trait Taker {
    /// The header; called once, before any row.
    fn head(&mut self, head: Head) -> Result<(), StoreError>;
    /// A row below the header in which something stands.
    fn row(&mut self, columns: &Columns, row: Row<'_>) -> Result<(), StoreError>;
}

/// Reads a table of either kind.
pub(crate) fn read(bytes: &[u8], limits: &Limits, taker: &mut dyn Taker) -> Result<(), StoreError> {
    if bytes.len() > limits.register_bytes {
        return Err(StoreError::Limit(LimitName::RegisterBytes));
    }
    let mut reader = Reader { limits, state: State::Above(Vec::new()), taker, rows: 0 };
    if bytes.starts_with(b"PK\x03\x04") {
        workbook::rows(bytes, limits, &mut |number, cells| reader.take(number, cells))?;
    } else {
        text::rows(bytes, &mut |number, cells| reader.take(number, cells))?;
    }
    match reader.state {
        State::Below(_) => Ok(()),
        State::Above(_) => Err(StoreError::NoHeader),
    }
}

enum State {
    /// Above the header, with the texts found so far.
    Above(Vec<String>),
    Below(Columns),
}

struct Reader<'a> {
    limits: &'a Limits,
    state: State,
    taker: &'a mut dyn Taker,
    rows: usize,
}

impl Reader<'_> {
    fn take(&mut self, number: u64, cells: &[String]) -> Result<(), StoreError> {
        if cells.len() > self.limits.register_columns {
            return Err(StoreError::Limit(LimitName::RegisterColumns));
        }
        if cells.iter().any(|cell| cell.len() > self.limits.cell_bytes) {
            return Err(StoreError::Limit(LimitName::CellBytes));
        }
        match &mut self.state {
            State::Below(columns) => {
                self.rows += 1;
                if self.rows > self.limits.register_rows {
                    return Err(StoreError::Limit(LimitName::RegisterRows));
                }
                if cells.iter().all(String::is_empty) { Ok(()) } else { self.taker.row(columns, Row { number, cells }) }
            }
            State::Above(preamble) => {
                if let Some(columns) = find_header(cells) {
                    self.taker.head(Head { columns: columns.clone(), preamble: std::mem::take(preamble) })?;
                    self.state = State::Below(columns);
                    return Ok(());
                }
                preamble.extend(cells.iter().filter(|cell| !cell.is_empty()).cloned());
                // Without a header near the top this is no register, however long it is.
                if usize::try_from(number).is_ok_and(|number| number < PREAMBLE_ROWS) { Ok(()) } else { Err(StoreError::NoHeader) }
            }
        }
    }
}
