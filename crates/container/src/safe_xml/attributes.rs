//! Attributes of one element, within limits.

use eichrecht_model::{LimitName, Limits};
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::document::Stop;

/// An attribute that is no namespace declaration.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// Name as written, with prefix.
    pub(super) name: String,
    pub(super) value: String,
}

/// Reads the attributes of an element in their order. `at` is the offset of the element.
pub(super) fn read(element: &BytesStart<'_>, limits: &Limits, at: usize) -> Result<Vec<Attribute>, Stop> {
    if element.attributes_raw().len() > limits.xml_attribute_bytes {
        return Err(Stop::Limit(LimitName::XmlAttributeBytes));
    }
    let syntax = |detail: String| Stop::Syntax { offset: at, detail };
    let mut found: Vec<Attribute> = Vec::new();
    // The reader's own check for repeated names compares each with each; here the limit comes first.
    for (index, attribute) in element.attributes().with_checks(false).enumerate() {
        if index >= limits.xml_attributes {
            return Err(Stop::Limit(LimitName::XmlAttributes));
        }
        let attribute = attribute.map_err(|error| syntax(error.to_string()))?;
        let name = attribute.key.into_inner();
        if found.iter().any(|known| known.name == name) {
            return Err(syntax(format!("attribute `{name}` repeated")));
        }
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| syntax(error.to_string()))?;
        found.push(Attribute { name: name.to_owned(), value: value.into_owned() });
    }
    // Declarations of namespaces and hints for schema validators say nothing about the data.
    found.retain(|attribute| {
        let prefix = attribute.name.split_once(':').map(|(prefix, _)| prefix);
        attribute.name != "xmlns" && !matches!(prefix, Some("xmlns" | "xsi" | "xml"))
    });
    Ok(found)
}
