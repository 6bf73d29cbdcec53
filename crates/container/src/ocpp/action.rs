//! The messages that tell something about charging sessions, by name and by shape.

use eichrecht_json::Object;

use crate::json::names::{list, member, text, word};

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Action {
    Authorize,
    BootNotification,
    ChangeConfiguration,
    DataTransfer,
    GetConfiguration,
    GetVariables,
    MeterValues,
    NotifyReport,
    /// `RemoteStartTransaction`, from OCPP 2.0.1 on `RequestStartTransaction`.
    RemoteStart,
    SetVariables,
    StartTransaction,
    StopTransaction,
    TransactionEvent,
    /// Any other message of the protocol.
    Other,
}

/// Which half of an exchange a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Request,
    Answer,
    /// The log does not say.
    Unknown,
}

const KNOWN: [(&str, Action); 14] = [
    ("authorize", Action::Authorize),
    ("bootnotification", Action::BootNotification),
    ("changeconfiguration", Action::ChangeConfiguration),
    ("datatransfer", Action::DataTransfer),
    ("getconfiguration", Action::GetConfiguration),
    ("getvariables", Action::GetVariables),
    ("metervalues", Action::MeterValues),
    ("notifyreport", Action::NotifyReport),
    ("remotestarttransaction", Action::RemoteStart),
    ("requeststarttransaction", Action::RemoteStart),
    ("setvariables", Action::SetVariables),
    ("starttransaction", Action::StartTransaction),
    ("stoptransaction", Action::StopTransaction),
    ("transactionevent", Action::TransactionEvent),
];
/// Messages that tell nothing here and are known all the same, so that a log is recognised by them.
const OTHERS: [&str; 14] = [
    "cancelreservation",
    "changeavailability",
    "clearcache",
    "diagnosticsstatusnotification",
    "firmwarestatusnotification",
    "heartbeat",
    "remotestoptransaction",
    "requeststoptransaction",
    "reset",
    "statusnotification",
    "triggermessage",
    "unlockconnector",
    "updatefirmware",
    "notifyevent",
];

impl Action {
    /// The action of a name: `StopTransaction`, `StopTransaction.req`, `stopTransactionRequest`, `stop_transaction`.
    pub(super) fn of_name(name: &str) -> Option<(Self, Half)> {
        if !(5..=64).contains(&name.len()) {
            return None;
        }
        let letters: String = name.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
        let ends = [("request", Half::Request), ("req", Half::Request), ("response", Half::Answer), ("conf", Half::Answer)];
        let whole = (letters.as_str(), Half::Unknown);
        let cut = ends.into_iter().filter_map(|(end, half)| Some((letters.strip_suffix(end)?, half)));
        std::iter::once(whole).chain(cut).find_map(|(name, half)| {
            let known = KNOWN.iter().find(|(known, _)| *known == name).map(|(_, action)| *action);
            let other = || OTHERS.contains(&name).then_some(Self::Other);
            Some((known.or_else(other)?, half))
        })
    }

    /// The action that the payload alone shows. Only what cannot be anything else is taken.
    pub(super) fn of_payload(payload: &Object<'_>) -> Option<(Self, Half)> {
        let has = |name: &str| member(payload, name).is_some();
        if has("meterstop") && has("transactionid") {
            return Some((Self::StopTransaction, Half::Request));
        }
        if has("meterstart") && has("idtag") {
            return Some((Self::StartTransaction, Half::Request));
        }
        if has("transactioninfo") && text(payload, "eventtype").is_some() {
            return Some((Self::TransactionEvent, Half::Request));
        }
        if has("transactionid") && has("idtaginfo") {
            return Some((Self::StartTransaction, Half::Answer));
        }
        let sampled = |value: &eichrecht_json::Node<'_>| value.as_object().is_some_and(|value| member(value, "sampledvalue").is_some());
        if list(payload, "metervalue").iter().any(sampled) && ["connectorid", "evseid", "transactionid"].into_iter().any(has) {
            return Some((Self::MeterValues, Half::Request));
        }
        if has("configurationkey") && list(payload, "configurationkey").iter().all(|one| one.as_object().is_some()) {
            return Some((Self::GetConfiguration, Half::Answer));
        }
        if word(payload, "chargepointvendor").is_some() && has("chargepointmodel") {
            return Some((Self::BootNotification, Half::Request));
        }
        None
    }

    /// Whether sessions or signed values are in such a message: a broken one may not be passed over.
    pub(super) fn matters(self) -> bool {
        matches!(self, Self::StartTransaction | Self::StopTransaction | Self::MeterValues | Self::TransactionEvent | Self::DataTransfer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_every_spelling() {
        for name in ["StopTransaction", "stopTransaction", "StopTransaction.req", "stopTransactionRequest", "stop_transaction"] {
            assert_eq!(Action::of_name(name).map(|(action, _)| action), Some(Action::StopTransaction), "{name}");
        }
        assert_eq!(Action::of_name("StartTransaction.conf"), Some((Action::StartTransaction, Half::Answer)));
        assert_eq!(Action::of_name("Heartbeat"), Some((Action::Other, Half::Unknown)));
        assert_eq!(Action::of_name("values"), None);
    }
}
