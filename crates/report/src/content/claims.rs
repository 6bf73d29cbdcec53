//! What a report says about claims: what is told of sessions and nobody signed.

use eichrecht_model::{ClaimSource, ClaimedCost, ClaimedEvent, ClaimedTime, Energy, SessionClaim};

use super::{ClaimContent, Row, Standing, words};
use crate::texts::{Arg, Texts};
use crate::{names, visible};

/// Most events of one claim that are told one by one.
const EVENTS: usize = 5;

/// Everything to be said about a claim.
pub(crate) fn claim(texts: &Texts, claim: &SessionClaim) -> ClaimContent {
    let mut rows = Rows { texts, claim, rows: Vec::new() };
    rows.write();
    ClaimContent { id: claim.id, title: rows.title(), rows: rows.rows }
}

struct Rows<'a> {
    texts: &'a Texts,
    claim: &'a SessionClaim,
    rows: Vec<Row>,
}

impl Rows<'_> {
    fn write(&mut self) {
        self.row("label-belongs", Some(self.home()));
        let station = self.claim.station.as_deref().map(|name| visible(name).into_owned());
        let connector =
            self.claim.connector.as_deref().map(|name| self.texts.say("claim-connector", &[("name", Arg::Text(&visible(name)))]));
        let place: Vec<String> = station.into_iter().chain(connector).collect();
        self.row("label-station", Some(place.join(", ")));
        self.row("label-charge-point", self.claim.charge_point.as_deref().map(|name| visible(name).into_owned()));
        self.row("label-meter", self.claim.meter.as_deref().map(|serial| visible(serial).into_owned()));
        self.row("label-user", Some(self.user()));
        self.row("label-begin", Some(self.end_point(self.claim.begin.as_ref(), self.claim.begin_state.as_ref(), None)));
        let reason = self.claim.end_reason.as_deref();
        self.row("label-end", Some(self.end_point(self.claim.end.as_ref(), self.claim.end_state.as_ref(), reason)));
        self.row("label-energy", self.claim.claimed_energy().map(|energy| words::energy(self.texts, &energy)));
        let hours = self.claim.hours.map(|hours| words::number(self.texts, &hours));
        self.row("label-hours", hours.map(|hours| self.texts.say("claim-hours", &[("hours", Arg::Text(&hours))])));
        self.row("label-cost", self.claim.total_cost().and_then(|cost| self.cost(cost)));
        if let Some(credit) = &self.claim.credit {
            let of = credit.of.as_deref().map(|of| visible(of).into_owned()).unwrap_or_default();
            self.row("label-credit", Some(self.texts.say("claim-credit", &[("of", Arg::Text(&of))])));
        }
        for event in self.claim.events.iter().take(EVENTS) {
            self.row("label-course", Some(self.event(event)));
        }
    }

    fn row(&mut self, label: &str, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let label = self.texts.plain(label);
            self.rows.push(Row { label, value, note: None, strong: false, standing: Standing::Unproven });
        }
    }

    fn title(&self) -> String {
        let session = self.claim.session.as_deref().map_or_else(|| self.texts.plain("claim-unnamed"), |name| visible(name).into_owned());
        let id = match self.claim.source {
            ClaimSource::ChargeDetailRecord => "claim-title-billed",
            _ => "claim-title-log",
        };
        let number = self.claim.id.0.to_string();
        self.texts.say(id, &[("number", Arg::Text(&number)), ("session", Arg::Text(&session))])
    }

    /// The charging sessions its records belong to.
    fn home(&self) -> String {
        let numbers: Vec<String> = self.claim.transactions.iter().take(10).map(|id| id.0.to_string()).collect();
        match (numbers.is_empty(), self.claim.records.is_empty()) {
            (false, _) => self
                .texts
                .say("claim-home", &[("count", Arg::Count(self.claim.transactions.len())), ("numbers", Arg::Text(&numbers.join(", ")))]),
            (true, false) => self.texts.plain("claim-home-none"),
            (true, true) => self.texts.plain("claim-unsigned"),
        }
    }

    fn user(&self) -> String {
        let mut parts: Vec<String> = self.claim.users.iter().map(|user| visible(user).into_owned()).collect();
        if let Some(allowed) = self.claim.allowed {
            parts.push(self.texts.plain(&format!("claim-allowed-{}", names::permission(allowed))));
        }
        parts.join(", ")
    }

    fn end_point(&self, time: Option<&ClaimedTime>, state: Option<&Energy>, reason: Option<&str>) -> String {
        let time = time.map(|time| visible(&time.raw).into_owned());
        let state = state.map(|state| self.texts.say("claim-state", &[("value", Arg::Text(&words::energy(self.texts, state)))]));
        let reason = reason.map(|reason| self.texts.say("claim-reason", &[("reason", Arg::Text(&visible(reason)))]));
        [time, state, reason].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn cost(&self, cost: &ClaimedCost) -> Option<String> {
        let (id, amount) = match (&cost.gross, &cost.net) {
            (Some(gross), _) => ("claim-cost-gross", gross),
            (None, Some(net)) => ("claim-cost", net),
            (None, None) => return None,
        };
        let currency = cost.currency.as_deref().map(|currency| visible(currency).into_owned()).unwrap_or_default();
        Some(self.texts.say(id, &[("amount", Arg::Text(&words::number(self.texts, amount))), ("currency", Arg::Text(&currency))]))
    }

    fn event(&self, event: &ClaimedEvent) -> String {
        match event {
            ClaimedEvent::Restarted { reason } => {
                let has = if reason.is_empty() { "none" } else { "found" };
                self.texts.say("claim-restarted", &[("has", Arg::Text(has)), ("reason", Arg::Text(&visible(reason)))])
            }
            ClaimedEvent::Silence { from, to, .. } => {
                let (from, to) = (visible(&from.raw), visible(&to.raw));
                self.texts.say("claim-silence", &[("from", Arg::Text(&from)), ("to", Arg::Text(&to))])
            }
            ClaimedEvent::MessagesMissing { count } => {
                self.texts.say("claim-messages-missing", &[("count", Arg::Count(usize::try_from(*count).unwrap_or(usize::MAX)))])
            }
            ClaimedEvent::Setting { name, value } => {
                let has = if value.is_empty() { "none" } else { "found" };
                let (name, value) = (visible(name), visible(value));
                self.texts.say("claim-setting", &[("has", Arg::Text(has)), ("name", Arg::Text(&name)), ("value", Arg::Text(&value))])
            }
            ClaimedEvent::NotEnded => self.texts.plain("claim-not-ended"),
            _ => String::new(),
        }
    }
}
