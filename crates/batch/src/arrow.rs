//! The engine over Arrow record batches: for other engines to call, and for Parquet.

use std::sync::Arc;

use arrow_array::builder::{Int64Builder, ListBuilder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};

use crate::row::{COLUMNS, Kind, Row, Value};
use crate::source::table;
use crate::{Columns, Engine};

/// The schema of results. Amounts are decimal digits as text: they keep the digits as signed, `0.2600` among them,
/// which a fixed number of places would not, and `CAST(energy AS DECIMAL(18, 4))` makes numbers of them. Times are
/// text, too, as they keep the signed offset.
#[must_use]
pub fn result_schema() -> SchemaRef {
    let field = |column: &crate::Column| {
        let kind = match column.kind {
            Kind::Integer => DataType::Int64,
            Kind::Text => DataType::Utf8,
            Kind::Codes => DataType::List(Arc::new(Field::new("item", DataType::Utf8, false))),
        };
        Field::new(column.name, kind, column.kind != Kind::Codes)
    };
    Arc::new(Schema::new(COLUMNS.iter().map(field).collect::<Vec<_>>()))
}

/// Rows as a record batch of [`result_schema`].
pub(crate) fn to_batch(rows: &[Row]) -> Result<RecordBatch, ArrowError> {
    let schema = result_schema();
    let columns = COLUMNS.iter().map(|column| array(column, rows)).collect();
    RecordBatch::try_new(schema, columns)
}

fn array(column: &crate::Column, rows: &[Row]) -> ArrayRef {
    let values = rows.iter().map(|row| (column.value)(row));
    match column.kind {
        Kind::Integer => {
            let mut builder = Int64Builder::with_capacity(rows.len());
            values.for_each(|value| builder.append_option(if let Value::Integer(number) = value { Some(number) } else { None }));
            Arc::new(builder.finish())
        }
        Kind::Text => {
            let mut builder = StringBuilder::with_capacity(rows.len(), rows.len() * 16);
            values.for_each(|value| match value {
                Value::Word(text) | Value::Foreign(text) => builder.append_value(text),
                _ => builder.append_null(),
            });
            Arc::new(builder.finish())
        }
        Kind::Codes => {
            let mut builder = ListBuilder::new(StringBuilder::new()).with_field(Field::new("item", DataType::Utf8, false));
            values.for_each(|value| {
                if let Value::Codes(codes) = value {
                    codes.iter().for_each(|code| builder.values().append_value(code));
                }
                builder.append(true);
            });
            Arc::new(builder.finish())
        }
    }
}

impl Engine {
    /// Verifies every row of a record batch: one row of [`result_schema`] each, in the same order, numbered from
    /// `first` on. Columns may hold text or bytes.
    ///
    /// # Errors
    /// [`ArrowError::SchemaError`] when the columns are missing or of another type. What is wrong with single rows
    /// stands in their result.
    pub fn verify_batch(&self, input: &str, batch: &RecordBatch, columns: &Columns, first: u64) -> Result<RecordBatch, ArrowError> {
        let places = table::places(columns, &batch.schema()).map_err(ArrowError::SchemaError)?;
        let items = table::items(&Arc::from(input), &places, 1, batch);
        let rows: Vec<Row> = (first..).zip(items).map(|(number, item)| self.verify(number, item)).collect();
        to_batch(&rows)
    }
}
