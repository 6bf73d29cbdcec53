//! Behaviour seen from outside, one file per kind of input.

mod archive;
mod bare_text;
mod billing_xml;
mod hostile;
mod json;
mod ocpp;
mod properties;
mod safe_xml;
mod whole_input;
