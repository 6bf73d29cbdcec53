//! What the meters of a fleet signed, and what is wrong with it.

/// A fault that can be planted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A session was never delivered.
    Gap,
    /// A page with two contents.
    Fork,
    /// A session under two transaction numbers.
    ReplayedNumber,
    /// A begin with the end of another session.
    ReplayedPair,
    /// The register falls.
    Fall,
    /// Energy between two sessions.
    Unbilled,
    /// Energy between two sessions without numbers.
    Uncounted,
    /// Two sessions inside one another.
    Overlap,
    /// The clock goes back.
    ClockBack,
    /// The clock jumps against the seconds index.
    ClockJump,
    /// The seconds index falls.
    SecondsFall,
    /// Another key.
    KeyChange,
    /// Other software.
    Software,
    /// Another meter, with a closing reading.
    Exchange,
    /// Another meter, without one.
    ExchangeUnread,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 15] = [
        Self::Gap,
        Self::Fork,
        Self::ReplayedNumber,
        Self::ReplayedPair,
        Self::Fall,
        Self::Unbilled,
        Self::Uncounted,
        Self::Overlap,
        Self::ClockBack,
        Self::ClockJump,
        Self::SecondsFall,
        Self::KeyChange,
        Self::Software,
        Self::Exchange,
        Self::ExchangeUnread,
    ];

    /// The one rule that must find it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Gap => "LED001",
            Self::Fork => "LED002",
            Self::ReplayedNumber | Self::ReplayedPair => "LED003",
            Self::Fall => "LED004",
            Self::Unbilled => "LED005",
            Self::Uncounted => "LED006",
            Self::Overlap => "LED007",
            Self::ClockBack => "LED008",
            Self::ClockJump => "LED009",
            Self::SecondsFall => "LED010",
            Self::KeyChange => "LED011",
            Self::Software => "LED012",
            Self::Exchange => "LED013",
            Self::ExchangeUnread => "LED014",
        }
    }

    /// How a meter must sign to have it.
    #[must_use]
    pub fn style(self) -> Style {
        match self {
            Self::Uncounted => Style::Uncounted,
            Self::ClockJump | Self::SecondsFall => Style::Seconds,
            _ => Style::Counted,
        }
    }
}

/// How a meter signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// OCMF with pagination.
    Counted,
    /// OCMF without.
    Uncounted,
    /// Alfen: pagination and seconds index.
    Seconds,
}

/// A record as a meter made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its number.
    pub page: u64,
    /// Seconds counted.
    pub seconds: u64,
    /// `B`, `E`, or a blank for a reading outside sessions, which has a counter of its own.
    pub role: char,
    /// Register in watt hours.
    pub value: u64,
    /// Unix seconds on its clock.
    pub time: i64,
    /// Firmware of the meter.
    pub firmware: &'static str,
    /// Which of its keys signed it.
    pub key: u8,
}

/// Records handed over in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Name of the file, without its ending.
    pub name: String,
    /// The transaction number, where there is one.
    pub transaction: Option<u64>,
    /// The records.
    pub records: Vec<Made>,
}

/// A meter.
#[derive(Clone, Debug)]
pub struct Meter {
    /// Its place in the fleet; serial number and keys come from it.
    pub number: u32,
    /// How it signs.
    pub style: Style,
    /// Name of its charging point.
    pub point: String,
    /// What was delivered of it.
    pub deliveries: Vec<Delivery>,
    /// What must be found, and nothing else.
    pub expected: Option<Kind>,
}

impl Meter {
    /// The serial number as records of its style show it.
    #[must_use]
    pub fn serial(&self) -> String {
        format!("1TST{:010}", self.number)
    }
}

/// A fleet.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Meters.
    pub meters: u32,
    /// Sessions of each.
    pub sessions: u32,
    /// Meters with a fault, spread over the fleet and over all kinds.
    pub faults: u32,
}

impl Plan {
    /// The meters, made one by one. An exchange has its second meter behind the first.
    pub fn meters(self) -> impl Iterator<Item = Meter> {
        (0..self.meters).flat_map(move |number| {
            let before = u64::from(number) * u64::from(self.faults) / u64::from(self.meters);
            let behind = (u64::from(number) + 1) * u64::from(self.faults) / u64::from(self.meters);
            let kind = (before < behind).then(|| Kind::ALL[usize::try_from(before).unwrap() % Kind::ALL.len()]);
            let style = kind.map_or([Style::Counted, Style::Counted, Style::Seconds][number as usize % 3], Kind::style);
            made(number, style, self.sessions, kind)
        })
    }
}

/// 2026-01-01.
const START: i64 = 1_767_225_600;
/// Seconds a session lasts.
const LASTS: i64 = 1800;
/// Seconds from one begin to the next.
const EVERY: i64 = 5400;

/// A meter that has nothing wrong, or one fault in the middle; an exchange gives two.
#[must_use]
pub fn made(number: u32, style: Style, sessions: u32, fault: Option<Kind>) -> Vec<Meter> {
    let mut records: Vec<[Made; 2]> = (0..sessions).map(|at| session(number, at)).collect();
    let middle = sessions as usize / 2;
    let shift = |records: &mut [[Made; 2]], change: &dyn Fn(&mut Made)| records.iter_mut().skip(middle).flatten().for_each(change);
    let later = 1_000_000 + number;
    match fault {
        Some(Kind::Fall) => shift(&mut records, &|made| made.value -= 2500),
        Some(Kind::Unbilled | Kind::Uncounted) => shift(&mut records, &|made| made.value += 1500),
        Some(Kind::ClockBack) => shift(&mut records, &|made| made.time -= 7200),
        Some(Kind::ClockJump) => shift(&mut records, &|made| made.time += 7200),
        Some(Kind::SecondsFall) => {
            let first = records[middle][0].seconds - 60;
            shift(&mut records, &|made| made.seconds -= first);
        }
        Some(Kind::KeyChange) => shift(&mut records, &|made| made.key = 1),
        Some(Kind::Software) => shift(&mut records, &|made| made.firmware = "1.1"),
        Some(Kind::Overlap) => overlap(&mut records, middle),
        _ => {}
    }
    let closing = records[middle][1].clone();
    let mut deliveries: Vec<Delivery> = records.iter().enumerate().map(|(at, pair)| delivery(number, at, pair)).collect();
    let point = format!("DE*TST*E{number}");
    match fault {
        Some(Kind::Gap) => {
            deliveries.remove(middle);
        }
        Some(Kind::Fork) => {
            let begin = &records[middle][0];
            let other = Made { value: begin.value + 700, ..begin.clone() };
            deliveries.push(Delivery { name: format!("{number:05}-other"), transaction: None, records: vec![other] });
        }
        Some(Kind::ReplayedNumber) => {
            let again = deliveries[middle].clone();
            deliveries.push(Delivery { name: again.name.clone() + "-again", transaction: again.transaction.map(|id| id + 5000), ..again });
        }
        Some(Kind::ReplayedPair) => {
            let pair = vec![records[middle - 1][0].clone(), records[middle][1].clone()];
            deliveries.push(Delivery { name: format!("{number:05}-pair"), transaction: None, records: pair });
        }
        Some(kind @ (Kind::Exchange | Kind::ExchangeUnread)) => {
            let behind = deliveries.split_off(middle + 1);
            if kind == Kind::Exchange {
                let reading = Made { page: 1, role: ' ', time: closing.time + 60, ..closing };
                deliveries.push(Delivery { name: format!("{number:05}-closing"), transaction: None, records: vec![reading] });
            }
            let old = Meter { number, style, point: point.clone(), deliveries, expected: Some(kind) };
            return vec![old, Meter { number: later, style, point, deliveries: behind, expected: None }];
        }
        _ => {}
    }
    vec![Meter { number, style, point, deliveries, expected: fault }]
}

fn session(number: u32, at: u32) -> [Made; 2] {
    // Another start for each meter, so that no two sign the same.
    let begin = u64::from(number) * 1000 + u64::from(at) * 4000 + 10_000;
    let time = START + i64::from(at) * EVERY;
    let seconds = 1_000_000 + u64::from(at) * EVERY.unsigned_abs();
    let page = 2 * u64::from(at) + 1;
    let first = Made { page, seconds, role: 'B', value: begin, time, firmware: "1.0", key: 0 };
    let (seconds, time) = (seconds + LASTS.unsigned_abs(), time + LASTS);
    let last = Made { page: page + 1, seconds, role: 'E', value: begin + 4000, time, ..first.clone() };
    [first, last]
}

/// The second session begins before the first one has ended.
fn overlap(records: &mut [[Made; 2]], middle: usize) {
    let page = records[middle - 1][0].page;
    let (start, value, seconds) = (records[middle - 1][0].time, records[middle - 1][0].value, records[middle - 1][0].seconds);
    let moments = [(0, 0, 0), (1, 2, 2000), (2, 1, 1000), (3, 3, 8000)];
    let places = [(middle - 1, 0), (middle - 1, 1), (middle, 0), (middle, 1)];
    // begin, other begin, end, other end: pages in this order, the register rising all the while.
    for ((session, part), (_, order, energy)) in places.into_iter().zip(moments) {
        let made = &mut records[session][part];
        made.page = page + order;
        made.time = start + i64::try_from(order).unwrap() * 600;
        made.seconds = seconds + order * 600;
        made.value = value + energy;
    }
}

fn delivery(number: u32, at: usize, pair: &[Made; 2]) -> Delivery {
    Delivery { name: format!("{number:05}-{at:04}"), transaction: Some(at as u64 + 1), records: pair.to_vec() }
}
