//! Sessions as the messages tell them, put together whatever the order in which they came and however often.
//!
//! A session is known by the station and the number it was given there. Before the number is there (OCPP 1.6 gives it in
//! the answer to the start), and where it never comes, by the connector on which it is open. All of it is a claim: which
//! signed values belong together is decided elsewhere, by what was signed.

use std::collections::{BTreeSet, HashMap, HashSet};

use eichrecht_model::{ClaimSource, ClaimedEvent, ClaimedPermission, ClaimedTime, Energy, KeyText, Location, SessionClaim};

/// Connectors of one station that are kept in mind.
const CONNECTORS: usize = 256;
/// Halves of exchanges of one number that wait for their other halves.
const WAITING: usize = 200;
/// Users of one session that are told.
const USERS: usize = 10;

/// A session in the making.
pub(super) struct Session {
    pub(super) claim: SessionClaim,
    pub(super) started: bool,
    pub(super) ended: bool,
    /// Times of samples that came while it went on.
    pub(super) times: Vec<ClaimedTime>,
    /// Samples that came in messages of their own.
    pub(super) sampled: usize,
    /// Numbers of its events (OCPP 2).
    pub(super) numbers: BTreeSet<u64>,
    /// The station restarted while it was open.
    pub(super) restarted: Option<String>,
    /// It turned out to be this other one.
    same_as: Option<usize>,
}

/// What is known of a station.
#[derive(Default)]
pub(super) struct Station {
    /// Serial number of its meter, as it reported it when it started.
    pub(super) meter: Option<String>,
    /// Serial numbers of meters by connector.
    pub(super) meters: HashMap<String, String>,
    /// Public keys by connector.
    pub(super) keys: HashMap<String, KeyText>,
    pub(super) settings: HashMap<String, String>,
    /// Users the back end was asked about, and those it started for.
    pub(super) presented: HashSet<String>,
    pub(super) remote: HashSet<String>,
}

#[derive(Default)]
pub(super) struct Sessions {
    pub(super) list: Vec<Session>,
    by_number: HashMap<(String, String), usize>,
    /// Starts by what they tell: a repeated one is the same.
    by_start: HashMap<String, usize>,
    /// Calls that start a session, by the number of the exchange; with their stations.
    calls: HashMap<String, Vec<(String, usize)>>,
    /// Answers that came before their calls.
    answers: HashMap<String, Vec<(String, String)>>,
    /// The session that is open on each connector, by station.
    open: HashMap<String, HashMap<String, usize>>,
    pub(super) stations: HashMap<String, Station>,
}

/// What the start of a session tells (OCPP 1.5 and 1.6).
pub(super) struct Start<'m> {
    pub(super) exchange: Option<&'m str>,
    pub(super) connector: Option<&'m str>,
    pub(super) user: Option<&'m str>,
    pub(super) time: Option<&'m str>,
    pub(super) state: Option<Energy>,
}

/// A number that a session was really given; a station that never got one writes 0 or -1.
pub(super) fn given(number: Option<&str>) -> Option<&str> {
    number.map(str::trim).filter(|number| !matches!(*number, "" | "0" | "-1"))
}

impl Sessions {
    pub(super) fn station(&mut self, name: &str) -> &mut Station {
        self.stations.entry(name.to_owned()).or_default()
    }

    /// A session that is one with another is that other one.
    pub(super) fn resolve(&self, mut at: usize) -> usize {
        while let Some(other) = self.list.get(at).and_then(|session| session.same_as) {
            at = other;
        }
        at
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut Session> {
        let at = self.resolve(at);
        self.list.get_mut(at)
    }

    fn add(&mut self, station: &str, location: &Location) -> usize {
        let mut claim = SessionClaim::new(ClaimSource::MessageLog, location.clone());
        claim.station = Some(station.to_owned()).filter(|station| !station.is_empty());
        self.list.push(Session {
            claim,
            started: false,
            ended: false,
            times: Vec::new(),
            sampled: 0,
            numbers: BTreeSet::new(),
            restarted: None,
            same_as: None,
        });
        self.list.len() - 1
    }

    /// The session of a number, new if nothing is known of it.
    pub(super) fn of_number(&mut self, station: &str, number: &str, location: &Location) -> usize {
        if let Some(at) = self.known(station, number) {
            return at;
        }
        let at = self.add(station, location);
        if let Some(session) = self.list.get_mut(at) {
            session.claim.session = Some(number.to_owned());
        }
        self.by_number.insert((station.to_owned(), number.to_owned()), at);
        at
    }

    /// The session of a number, if anything is known of it.
    pub(super) fn known(&self, station: &str, number: &str) -> Option<usize> {
        self.by_number.get(&(station.to_owned(), number.to_owned())).map(|at| self.resolve(*at))
    }

    /// The session that is open on a connector.
    pub(super) fn on_connector(&self, station: &str, connector: &str) -> Option<usize> {
        let at = self.resolve(*self.open.get(station)?.get(connector)?);
        self.list.get(at).filter(|session| !session.ended).map(|_| at)
    }

    /// The one session of a station that was started and has neither number nor end; `None` when there are several.
    pub(super) fn unnumbered(&self, station: &str) -> Option<usize> {
        let mut open = self.open_at(station);
        open.retain(|at| self.list.get(*at).is_some_and(|session| !session.ended && session.claim.session.is_none()));
        match open.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// A start, told once or several times.
    pub(super) fn start(&mut self, station: &str, start: Start<'_>, location: &Location) -> usize {
        let state = start.state.as_ref().map(|state| state.value.to_string());
        let told = format!("{station}\n{:?}\n{:?}\n{:?}\n{state:?}", start.connector, start.user, start.time);
        let at = match self.by_start.get(&told) {
            Some(at) => self.resolve(*at),
            None => {
                let at = self.add(station, location);
                self.by_start.insert(told, at);
                at
            }
        };
        let allowed = start.user.map(|user| self.permission(station, user));
        if let Some(session) = self.list.get_mut(at) {
            session.started = true;
            let claim = &mut session.claim;
            claim.allowed = claim.allowed.or(allowed);
            claim.connector = claim.connector.take().or_else(|| start.connector.map(str::to_owned));
            claim.begin = claim.begin.take().or_else(|| start.time.map(ClaimedTime::new));
            claim.begin_state = claim.begin_state.take().or(start.state);
            add_user(claim, start.user);
        }
        if let Some(connector) = start.connector {
            self.opened(at, station, connector);
        }
        if let Some(exchange) = start.exchange {
            let early = self.answers.get_mut(exchange).and_then(|answers| {
                let place = answers.iter().position(|(of, _)| of == station).or((answers.len() == 1).then_some(0))?;
                Some(answers.swap_remove(place).1)
            });
            match early {
                Some(number) => self.number(at, &number),
                None => remember(&mut self.calls, exchange, (station.to_owned(), at)),
            }
        }
        self.resolve(at)
    }

    /// The answer to a start gives the session its number.
    pub(super) fn answer(&mut self, station: &str, exchange: &str, number: &str) {
        let calls = self.calls.get_mut(exchange);
        let call = calls.and_then(|calls| {
            // The last call of that number of the same station; the only one, where the log names no station.
            let place = calls.iter().rposition(|(of, _)| of == station).or((calls.len() == 1).then_some(0))?;
            Some(calls.remove(place).1)
        });
        match (call, given(Some(number))) {
            (Some(at), Some(number)) => self.number(at, number),
            (None, Some(number)) => {
                remember(&mut self.answers, exchange, (station.to_owned(), number.to_owned()));
            }
            _ => {}
        }
    }

    /// Gives a session its number. What was told under that number before is the same session, unless it had a start
    /// of its own: then the number was used a second time.
    pub(super) fn number(&mut self, at: usize, number: &str) {
        let at = self.resolve(at);
        let Some(session) = self.list.get_mut(at) else { return };
        let key = (session.claim.station.clone().unwrap_or_default(), number.to_owned());
        session.claim.session.get_or_insert_with(|| number.to_owned());
        if let Some(other) = self.by_number.insert(key, at).map(|other| self.resolve(other))
            && other != at
            && self.list.get(other).is_some_and(|session| !session.started)
        {
            self.merge(at, other);
        }
    }

    /// Takes over what was told of a session that turned out to be this one.
    fn merge(&mut self, into: usize, other: usize) {
        let Some(from) = self.list.get_mut(other) else { return };
        from.same_as = Some(into);
        let (ended, sampled, restarted) = (from.ended, from.sampled, from.restarted.take());
        let (times, numbers) = (std::mem::take(&mut from.times), std::mem::take(&mut from.numbers));
        let claim = from.claim.clone();
        let Some(session) = self.list.get_mut(into) else { return };
        session.ended |= ended;
        session.sampled += sampled;
        session.times.extend(times);
        session.numbers.extend(numbers);
        session.restarted = session.restarted.take().or(restarted);
        let own = &mut session.claim;
        own.connector = own.connector.take().or(claim.connector);
        own.begin = own.begin.take().or(claim.begin);
        own.end = own.end.take().or(claim.end);
        own.begin_state = own.begin_state.take().or(claim.begin_state);
        own.end_state = own.end_state.take().or(claim.end_state);
        own.end_reason = own.end_reason.take().or(claim.end_reason);
        own.allowed = own.allowed.or(claim.allowed);
        claim.users.iter().for_each(|user| add_user(own, Some(user)));
    }

    /// A session is open on a connector from now on.
    pub(super) fn opened(&mut self, at: usize, station: &str, connector: &str) {
        let connectors = self.open.entry(station.to_owned()).or_default();
        if connectors.len() < CONNECTORS || connectors.contains_key(connector) {
            connectors.insert(connector.to_owned(), at);
        }
    }

    /// The sessions that were last opened on the connectors of a station.
    fn open_at(&self, station: &str) -> Vec<usize> {
        self.open.get(station).into_iter().flat_map(HashMap::values).map(|at| self.resolve(*at)).collect()
    }

    pub(super) fn permission(&mut self, station: &str, user: &str) -> ClaimedPermission {
        let station = self.station(station);
        match (station.remote.remove(user), station.presented.remove(user)) {
            (true, _) => ClaimedPermission::Remote,
            (false, true) => ClaimedPermission::Presented,
            (false, false) => ClaimedPermission::Local,
        }
    }

    /// The station started: whatever is open on it was interrupted.
    pub(super) fn restarted(&mut self, station: &str, reason: &str) {
        for at in self.open_at(station) {
            if let Some(session) = self.list.get_mut(at).filter(|session| session.started && !session.ended) {
                session.restarted.get_or_insert_with(|| reason.to_owned());
            }
        }
    }

    /// The sessions that are left, with what their messages show; each with its place.
    pub(super) fn finish(&mut self) -> Vec<(usize, SessionClaim)> {
        let mut claims = Vec::new();
        for (at, session) in self.list.iter_mut().enumerate().filter(|(_, session)| session.same_as.is_none()) {
            let name = session.claim.station.clone().unwrap_or_default();
            let none = Station::default();
            let station = self.stations.get(&name).unwrap_or(&none);
            let mut claim = session.claim.clone();
            let of_connector = claim.connector.as_ref().and_then(|connector| station.meters.get(connector));
            claim.meter = of_connector.or(station.meter.as_ref()).cloned();
            if let Some(reason) = session.restarted.take() {
                claim.events.push(ClaimedEvent::Restarted { reason });
            }
            if session.started && !session.ended {
                claim.events.push(ClaimedEvent::NotEnded);
            }
            super::course::silences(session, station, &mut claim);
            super::course::missing_messages(session, &mut claim);
            claims.push((at, claim));
        }
        claims
    }
}

/// Keeps one half of an exchange until the other comes; of many under one number the oldest are forgotten.
fn remember<T>(halves: &mut HashMap<String, Vec<T>>, exchange: &str, half: T) {
    let waiting = halves.entry(exchange.to_owned()).or_default();
    if waiting.len() >= WAITING {
        waiting.remove(0);
    }
    waiting.push(half);
}

pub(super) fn add_user(claim: &mut SessionClaim, user: Option<&str>) {
    if claim.users.len() >= USERS {
        return;
    }
    if let Some(user) = user.map(str::trim).filter(|user| !user.is_empty() && !claim.users.iter().any(|known| known == user)) {
        claim.users.push(user.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start<'m>(exchange: &'m str, connector: &'m str) -> Start<'m> {
        Start { exchange: Some(exchange), connector: Some(connector), user: Some("A"), time: Some("2026-03-29T01:58:00Z"), state: None }
    }

    #[test]
    fn numbers_come_with_answers_before_and_after() {
        let here = Location::input("log");
        let mut sessions = Sessions::default();
        let first = sessions.start("CP1", start("x", "1"), &here);
        sessions.answer("CP1", "x", "17");
        assert_eq!(sessions.of_number("CP1", "17", &here), first);
        // The same number of an exchange at another station is another exchange.
        sessions.answer("CP2", "x", "18");
        let second = sessions.start("CP2", start("x", "1"), &here);
        assert_ne!(first, second);
        assert_eq!(sessions.of_number("CP2", "18", &here), second);
        assert_ne!(sessions.of_number("CP1", "18", &here), second);
    }

    #[test]
    fn a_repeated_start_is_one_session_and_what_came_before_it_is_taken_over() {
        let here = Location::input("log");
        let mut sessions = Sessions::default();
        let early = sessions.of_number("CP1", "17", &here);
        sessions.get_mut(early).unwrap().ended = true;
        let first = sessions.start("CP1", start("x", "1"), &here);
        let again = sessions.start("CP1", start("y", "1"), &here);
        assert_eq!(first, again);
        sessions.answer("CP1", "y", "17");
        assert_eq!(sessions.resolve(early), first);
        let claims = sessions.finish();
        assert_eq!(claims.len(), 1);
        assert!(claims[0].1.events.is_empty(), "started and ended: {:?}", claims[0].1.events);
    }

    #[test]
    fn a_number_given_twice_means_two_sessions() {
        let here = Location::input("log");
        let mut sessions = Sessions::default();
        let first = sessions.start("CP1", start("x", "1"), &here);
        sessions.answer("CP1", "x", "17");
        let second = sessions.start("CP1", Start { time: Some("2026-03-30T01:58:00Z"), ..start("y", "1") }, &here);
        sessions.answer("CP1", "y", "17");
        assert_ne!(sessions.resolve(first), sessions.resolve(second));
        assert_eq!(sessions.of_number("CP1", "17", &here), second);
    }
}
