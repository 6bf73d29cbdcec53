//! Links instead of data: an address, or Chargy's "live link" in JSON. They are told and never followed.

use eichrecht_json::{JsonLimits, Node, parse};
use eichrecht_model::Limits;

/// Longest address that is looked at.
const LONGEST: usize = 4096;
/// What the context of a live link ends with, in front of its version.
const LIVE_LINK: &str = "/live/link/";

/// The address, if a text is nothing but a link.
pub(crate) fn link(text: &str, limits: &Limits) -> Option<String> {
    let text = text.trim();
    if is_address(text) {
        return Some(text.to_owned());
    }
    live_link(text, limits)
}

fn is_address(text: &str) -> bool {
    let scheme = text.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let known = scheme.is_some_and(|scheme| matches!(scheme.as_str(), "http" | "https" | "ws" | "wss"));
    known && text.len() <= LONGEST && !text.contains(char::is_whitespace)
}

fn live_link(text: &str, limits: &Limits) -> Option<String> {
    if !text.starts_with('{') || !text.contains(LIVE_LINK) {
        return None;
    }
    let root = parse(text, JsonLimits { depth: limits.json_depth, fields: limits.json_fields }).ok()?;
    let object = root.as_object()?;
    let context = object.get("@context").and_then(Node::as_str).filter(|context| context.contains(LIVE_LINK))?;
    let transports = object.get("transports").and_then(Node::as_array).unwrap_or_default();
    let address = transports.iter().filter_map(|transport| transport.as_object()?.get("url")?.as_str()).find(|url| is_address(url));
    Some(address.unwrap_or(context).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_told_from_texts_with_links() {
        let found = |text: &str| link(text, &Limits::default());
        assert_eq!(found(" https://example.org/a?b=c\n").as_deref(), Some("https://example.org/a?b=c"));
        assert_eq!(found("HTTP://EXAMPLE.ORG").as_deref(), Some("HTTP://EXAMPLE.ORG"));
        for text in ["see https://example.org", "https://example.org and more", "ftp://example.org", "mailto:a@b", ""] {
            assert_eq!(found(text), None, "{text}");
        }
        let live = |rest: &str| format!("{{\"@context\":\"https://example.org/live/link/1.0\"{rest}}}");
        assert_eq!(found(&live(",\"transports\":[{\"url\":\"wss://example.org/x\"}]")).as_deref(), Some("wss://example.org/x"));
        assert_eq!(found(&live("")).as_deref(), Some("https://example.org/live/link/1.0"));
        assert_eq!(found("{\"url\":\"https://example.org/live/link/1.0\"}"), None);
    }
}
