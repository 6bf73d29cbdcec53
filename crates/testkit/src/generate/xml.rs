//! SAFE XML files, written literally so that every oddity can be had.

use super::keys::Key;

/// A `value` element.
#[derive(Clone, Debug)]
pub struct Value {
    attributes: String,
    data_attributes: String,
    data: String,
    key: Option<(String, String)>,
    key_first: bool,
}

impl Value {
    /// A value that names format and encoding and nothing else.
    #[must_use]
    pub fn new(record: &str) -> Self {
        Self {
            attributes: String::new(),
            data_attributes: " format=\"OCMF\" encoding=\"plain\"".to_owned(),
            data: escape(record),
            key: None,
            key_first: false,
        }
    }

    /// Sets transaction number and role.
    #[must_use]
    pub fn role(self, transaction: &str, context: &str) -> Self {
        self.attributes(&format!(" transactionId=\"{transaction}\" context=\"{context}\""))
    }

    /// Sets the attributes of `value`, literally.
    #[must_use]
    pub fn attributes(mut self, literal: &str) -> Self {
        literal.clone_into(&mut self.attributes);
        self
    }

    /// Sets the attributes of `signedData`, literally.
    #[must_use]
    pub fn data_attributes(mut self, literal: &str) -> Self {
        literal.clone_into(&mut self.data_attributes);
        self
    }

    /// Sets the content of `signedData`, literally.
    #[must_use]
    pub fn data(mut self, literal: &str) -> Self {
        literal.clone_into(&mut self.data);
        self
    }

    /// Adds the key in hex.
    #[must_use]
    pub fn key(self, key: &Key) -> Self {
        self.key_text(" encoding=\"hex\"", &key.hex())
    }

    /// Adds a key element with these attributes and this content, literally.
    #[must_use]
    pub fn key_text(mut self, attributes: &str, literal: &str) -> Self {
        self.key = Some((attributes.to_owned(), literal.to_owned()));
        self
    }

    /// Puts the key in front of the data.
    #[must_use]
    pub fn key_first(mut self) -> Self {
        self.key_first = true;
        self
    }

    /// The element.
    #[must_use]
    pub fn text(&self) -> String {
        let data = format!("    <signedData{}>{}</signedData>\n", self.data_attributes, self.data);
        let key =
            self.key.as_ref().map(|(attributes, text)| format!("    <publicKey{attributes}>{text}</publicKey>\n")).unwrap_or_default();
        let content = if self.key_first { format!("{key}{data}") } else { format!("{data}{key}") };
        format!("  <value{}>\n{content}  </value>\n", self.attributes)
    }
}

/// A file of values without namespace.
#[must_use]
pub fn file(values: &[Value]) -> String {
    with_root("", "", values)
}

/// A file whose root has these attributes and which has this text in front of its values, both literally.
#[must_use]
pub fn with_root(attributes: &str, before: &str, values: &[Value]) -> String {
    let values: String = values.iter().map(Value::text).collect();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<values{attributes}>\n{before}{values}</values>\n")
}

/// Text as character data.
#[must_use]
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
