//! Bills and tariffs as files.

mod cdr;
mod fields;
mod own;
mod tariff;
mod tariff_text;

use eichrecht_json::{JsonErrorKind, JsonLimits, Node, Value};
use eichrecht_model::{Bill, BillProblem, BillProblemKind, LimitName, Limits, Tariff};

use fields::Fields;

/// Objects and lists around a bill or tariff at most: envelope of a response, page.
const WRAPPED: usize = 2;

/// Reads a bill: the JSON of this program (`eichrecht-bill/1`) or a charge detail record of OCPI 2.1.1 to 2.3.0, which
/// may stand in the envelope of a response or alone in a list.
///
/// # Errors
/// [`BillProblem`] when it is neither, holds several bills, or exceeds a limit. A single field that cannot be read is no
/// error: it is noted, and what it says is not compared.
pub fn read_bill(name: &str, bytes: &[u8], limits: &Limits) -> Result<Bill, BillProblem> {
    let text = text(bytes, limits)?;
    let node = parse(text, limits)?;
    let object = only(&node, limits, |fields| own::recognise(fields) || cdr::recognise(fields))?;
    let mut bill = if own::recognise(&object) { own::read(&object)? } else { cdr::read(&object)? };
    name.clone_into(&mut bill.source);
    Ok(bill)
}

/// Reads a tariff: one of OCPI 2.1.1 to 2.3.0 in JSON, a tariff text by the convention of the Bonner Eichrechtstage
/// (`001;EUR;50;39.9;10;240`), or the price of a kilowatt hour (`0,45 EUR/kWh`, `45 ct/kWh`).
///
/// # Errors
/// [`BillProblem`] when it is none of them, holds several tariffs, or exceeds a limit.
pub fn read_tariff(bytes: &[u8], limits: &Limits) -> Result<Tariff, BillProblem> {
    let text = text(bytes, limits)?.trim();
    if !text.starts_with(['{', '[']) {
        return tariff_text::read(text, limits).ok_or_else(|| problem(BillProblemKind::Syntax, ""));
    }
    let node = parse(text, limits)?;
    let object = only(&node, limits, tariff::recognise)?;
    tariff::read(&object, None, &mut limits.tariff_elements.clone())
}

/// The tariff a signed text names, if it follows the convention.
pub(crate) fn signed_tariff(text: &str, limits: &Limits) -> Option<Tariff> {
    tariff_text::convention(text, limits)
}

fn problem(kind: BillProblemKind, place: impl Into<String>) -> BillProblem {
    BillProblem { kind, place: place.into() }
}

fn text<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, BillProblem> {
    if bytes.len() > limits.bill_bytes {
        return Err(problem(BillProblemKind::Limit(LimitName::BillBytes), ""));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| problem(BillProblemKind::Syntax, format!("byte {}", error.valid_up_to())))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(problem(BillProblemKind::Empty, "")) } else { Ok(text) }
}

fn parse<'a>(text: &'a str, limits: &Limits) -> Result<Node<'a>, BillProblem> {
    let json = JsonLimits { depth: limits.json_depth, fields: limits.json_fields };
    eichrecht_json::parse(text, json).map_err(|error| {
        let kind = match error.kind {
            JsonErrorKind::TooDeep => BillProblemKind::Limit(LimitName::JsonDepth),
            JsonErrorKind::TooManyFields => BillProblemKind::Limit(LimitName::JsonFields),
            _ => BillProblemKind::Syntax,
        };
        problem(kind, format!("byte {}", error.offset))
    })
}

/// The one object that is what is looked for; itself, in `data`, or alone in a list.
fn only<'n, 't>(
    node: &'n Node<'t>,
    limits: &'n Limits,
    recognise: impl Fn(&Fields<'n, 't>) -> bool,
) -> Result<Fields<'n, 't>, BillProblem> {
    let mut found = Vec::new();
    collect(node, limits, &recognise, 0, &mut found);
    let mut found = found.into_iter();
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(problem(BillProblemKind::NotABill, "")),
        _ => Err(problem(BillProblemKind::Several, "")),
    }
}

fn collect<'n, 't>(
    node: &'n Node<'t>,
    limits: &'n Limits,
    recognise: &dyn Fn(&Fields<'n, 't>) -> bool,
    depth: usize,
    found: &mut Vec<Fields<'n, 't>>,
) {
    match &node.value {
        Value::Array(elements) if depth <= WRAPPED => {
            elements.iter().for_each(|element| collect(element, limits, recognise, depth + 1, found));
        }
        Value::Object(object) => {
            let fields = Fields::new(object, limits, "");
            if recognise(&fields) {
                found.push(fields);
            } else if depth <= WRAPPED
                && let Some(inner) = fields.node("data")
            {
                collect(inner, limits, recognise, depth + 1, found);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
