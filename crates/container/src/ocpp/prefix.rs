//! What a line of a log says in front of a message: the station, perhaps the action.

use super::action::Action;
use super::message::Surroundings;

/// Bytes in front of a message that are looked at.
const LOOKED_AT: usize = 200;
/// Letters of a word that can say anything here.
const SHORTEST: usize = 3;

/// The action that a frame at the begin of the text names: `[2,"id","Action",`. Quotes may be escaped or doubled.
pub(super) fn begins_frame(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('[')?.trim_start();
    let rest = rest.strip_prefix(['2', '6'])?.trim_start().strip_prefix(',')?;
    let rest = rest.get(..rest.len().min(160)).or_else(|| rest.get(..160 - 3)).unwrap_or_default();
    let mut words = rest.split(',');
    let _id = words.next()?;
    let action = words.next()?.trim();
    let action = action.strip_prefix("&quot;").or_else(|| action.strip_prefix("&#34;")).unwrap_or(action);
    let action = action.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let action = action.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_'))).next()?;
    Action::of_name(action).map(|_| action)
}

/// Whether a text begins like a frame of any kind.
pub(super) fn may_be_frame(text: &str) -> bool {
    let frame = || text.strip_prefix('[')?.trim_start().strip_prefix(['2', '3', '4', '5', '6'])?.trim_start().strip_prefix(',');
    frame().is_some()
}

/// What stands in front of a place in its line, behind the message before. No more than can be looked at.
pub(super) fn lead(text: &str, behind_last: usize, start: usize) -> &str {
    let from = start.saturating_sub(LOOKED_AT).max(behind_last);
    let near = (from..=start).find_map(|from| text.get(from..start)).unwrap_or_default();
    near.rsplit('\n').next().unwrap_or_default()
}

/// The line at the begin of a text, cut at `most` bytes.
pub(super) fn line(text: &str, most: usize) -> &str {
    let near = (0..4).find_map(|less| text.get(..text.len().min(most.saturating_sub(less)))).unwrap_or_default();
    near.split('\n').next().unwrap_or_default()
}

/// Reads what stands in front of a message in its line.
pub(super) fn read<'s>(lead: &'s str, around: Surroundings<'s>) -> Surroundings<'s> {
    let mut read = around;
    let mut named = false;
    for token in lead.split(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | ',' | ';' | '|' | '"' | '\'' | '{' | '}')) {
        if token.len() < SHORTEST {
            continue;
        }
        if let Some((key, value)) = token.split_once('=')
            && is_station_key(key)
            && !value.is_empty()
        {
            (read.station, named) = (Some(value), true);
            continue;
        }
        let token = token.trim_matches(|c: char| matches!(c, ':' | '>' | '<' | '-' | '=' | '#'));
        if let Some(found) = Action::of_name(token) {
            read.action = Some(found);
        } else if let Some(station) = station_of_url(token) {
            (read.station, named) = (Some(station), true);
        } else if !named && looks_like_station(token) {
            (read.station, named) = (Some(token), true);
        }
    }
    read
}

fn is_station_key(key: &str) -> bool {
    let key: String = key.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
    ["cp", "cpid", "station", "stationid", "chargepoint", "chargepointid", "chargeboxid", "identity", "charger", "client"]
        .contains(&key.as_str())
}

/// The last part of the address a station connects to.
pub(super) fn station_of_url(text: &str) -> Option<&str> {
    let (scheme, path) = text.split_once("://")?;
    if !matches!(scheme, "ws" | "wss" | "http" | "https") {
        return None;
    }
    let path = path.split(['?', '#']).next()?.trim_end_matches('/');
    path.rsplit_once('/').map(|(_, station)| station).filter(|station| !station.is_empty())
}

/// Whether a word may be the name of a station: letters and digits together, and no time, version or long number of an
/// exchange. A wrong guess only names a station wrongly, for all messages of the log alike.
fn looks_like_station(token: &str) -> bool {
    let letters = token.chars().filter(|c| c.is_alphabetic()).count();
    let digits = token.chars().filter(char::is_ascii_digit).count();
    let clean = token.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '*' | '.' | '/' | '@'));
    let time = token.starts_with(|c: char| c.is_ascii_digit()) && (token.contains(':') || (token.contains('-') && letters <= 2));
    let exchange = token.len() >= 32 && token.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    let subprotocol = token.to_ascii_lowercase().starts_with("ocpp");
    (3..=48).contains(&token.len()) && letters > 0 && digits > 0 && clean && !time && !exchange && !subprotocol
}

#[cfg(test)]
mod tests {
    use super::super::action::Half;
    use super::*;

    fn station(lead: &str) -> Option<&str> {
        read(lead, Surroundings::default()).station
    }

    #[test]
    fn stations_in_front_of_messages() {
        assert_eq!(station("2026-03-29T01:58:00.123Z INFO CP-0042 >> "), Some("CP-0042"));
        assert_eq!(station("2026-03-29 01:58:00,123 [worker-2] DE*TST*S1 recv: "), Some("worker-2"));
        assert_eq!(station("[29.03.2026 01:58:00] cp=garage recv "), Some("garage"));
        assert_eq!(station("wss://csms.example/ocpp/1.6/STATION-A << "), Some("STATION-A"));
        assert_eq!(station("ocpp1.6 f47ac10b-58cc-4372-a567-0e02b2c3d479 SRV->CP "), None);
    }

    #[test]
    fn actions_in_front_of_payloads() {
        let read = read("CP1;StopTransaction.req;", Surroundings::default());
        assert_eq!(read.action, Some((Action::StopTransaction, Half::Request)));
        assert_eq!(begins_frame("[2,\"1\",\"StopTransaction\",{"), Some("StopTransaction"));
        assert_eq!(begins_frame("[ 2, \\\"1\\\", \\\"MeterValues\\\", {"), Some("MeterValues"));
        assert_eq!(begins_frame("[2026-03-29 01:58:00] x"), None);
    }
}
