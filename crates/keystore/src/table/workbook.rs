//! Workbooks (XLSX): a ZIP archive of XML, and as such able to be far larger than it looks.

use std::io::{Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use eichrecht_model::{LimitName, Limits};
use zip::ZipArchive;

use super::TakeRow;
use crate::StoreError;

/// Below this size a member may unpack to any multiple of itself.
const HARMLESS: u64 = 1 << 20;
/// Part of the bytes allowed that texts shared by cells may have: they are held in memory as a whole.
const SHARED_PART: u64 = 8;

/// All rows of the first sheet with any.
pub(super) fn rows(bytes: &[u8], limits: &Limits, row: TakeRow<'_>) -> Result<(), StoreError> {
    measure(bytes, limits)?;
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    for sheet in book.sheet_names() {
        let mut cells = match book.worksheet_cells_reader(&sheet) {
            Ok(cells) => cells,
            // A chart or macro sheet has no cells.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            Err(error) => return Err(unreadable(&error)),
        };
        let mut current: Option<(u32, Vec<String>)> = None;
        let mut any = false;
        while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
            any = true;
            let (at, column) = cell.get_position();
            let column = usize::try_from(column).unwrap_or(usize::MAX);
            if column >= limits.register_columns {
                // Formats reach to the last column; texts there would be another table.
                if matches!(cell.get_value(), DataRef::Empty) {
                    continue;
                }
                return Err(StoreError::Limit(LimitName::RegisterColumns));
            }
            if current.as_ref().is_none_or(|(number, _)| *number != at) {
                if let Some((number, cells)) = current.take() {
                    row(u64::from(number) + 1, &cells)?;
                }
                current = Some((at, Vec::new()));
            }
            if let Some((_, cells)) = &mut current {
                if cells.len() <= column {
                    cells.resize(column + 1, String::new());
                }
                if let Some(place) = cells.get_mut(column) {
                    *place = text(cell.get_value(), limits)?;
                }
            }
        }
        if let Some((number, cells)) = current.take() {
            row(u64::from(number) + 1, &cells)?;
        }
        if any {
            return Ok(());
        }
    }
    Ok(())
}

/// Unpacks every member to nowhere and counts: what the archive says of its own sizes is only a claim.
fn measure(bytes: &[u8], limits: &Limits) -> Result<(), StoreError> {
    let damaged = |error: &dyn std::fmt::Display| StoreError::NotATable(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > limits.archive_members {
        return Err(StoreError::Limit(LimitName::ArchiveMembers));
    }
    let ratio = u64::try_from(limits.unpacking_ratio).unwrap_or(u64::MAX);
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(|error| damaged(&error))?;
        let sheet = member.name().map_err(|error| damaged(&error))?.to_ascii_lowercase().contains("worksheets/");
        let allowed = limits.workbook_bytes.saturating_sub(total);
        let allowed = if sheet { allowed } else { allowed.min(limits.workbook_bytes / SHARED_PART) };
        let by_ratio = member.compressed_size().saturating_mul(ratio).max(HARMLESS);
        let (allowed, name) = if by_ratio < allowed { (by_ratio, LimitName::UnpackingRatio) } else { (allowed, LimitName::WorkbookBytes) };
        let unpacked = std::io::copy(&mut member.take(allowed.saturating_add(1)), &mut std::io::sink()).map_err(|error| damaged(&error))?;
        if unpacked > allowed {
            return Err(StoreError::Limit(name));
        }
        total = total.saturating_add(unpacked);
    }
    Ok(())
}

fn unreadable(error: &XlsxError) -> StoreError {
    StoreError::NotATable(error.to_string())
}

/// A cell as a spreadsheet shows it. A key or EVSE-ID is never a number; where one was typed as such, its digits are
/// lost and what is left will be found to be no key.
fn text(value: &DataRef<'_>, limits: &Limits) -> Result<String, StoreError> {
    let text = match value {
        DataRef::Empty => return Ok(String::new()),
        DataRef::String(text) => text.as_str(),
        DataRef::SharedString(text) => text,
        DataRef::DateTime(time) => {
            let day = time.to_ymd_hms_milli();
            return Ok(format!("{:04}-{:02}-{:02}", day.0, day.1, day.2));
        }
        DataRef::DateTimeIso(text) => text.as_str(),
        DataRef::Int(number) => return Ok(number.to_string()),
        DataRef::Float(number) => return Ok(number.to_string()),
        DataRef::Bool(yes) => return Ok(yes.to_string()),
        _ => "#",
    };
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    if text.len() > limits.cell_bytes { Err(StoreError::Limit(LimitName::CellBytes)) } else { Ok(text.to_owned()) }
}
