//! Readings as a plot: registers over time, with gaps and faults marked.
//!
//! A drawing has pixels, and pixels are floats: this is the one place where a value becomes one, for its place on the
//! screen and nothing else. What is read off the plot is the text of the reading as signed.

use std::collections::BTreeMap;

use egui_plot::PlotPoint;
use eichrecht::model::{Assessment, Decimal, Finding, MeasurementRef, MeterListing, PastRole, Severity, Subject, Unit};
use eichrecht_report::Words;
use jiff::Timestamp;

/// Points of one series that are drawn; of more of them a part stands for all.
const DRAWN: usize = 5_000;

/// Everything drawn, made once.
#[derive(Clone, Debug, Default)]
pub struct Chart {
    /// One line a meter and register.
    pub series: Vec<Series>,
    /// Readings the meter does not stand by, or that are not proven.
    pub faults: Vec<PlotPoint>,
    /// Their texts.
    pub fault_texts: Vec<String>,
    /// Places where records are missing or something fails, with what was found.
    pub marks: Vec<(f64, String)>,
    /// Readings without a time or a value, which have no place.
    pub without_place: usize,
    /// Readings that are not drawn because there are too many.
    pub left_out: usize,
    /// Unit of all values drawn.
    pub unit: String,
}

/// A line.
#[derive(Clone, Debug, Default)]
pub struct Series {
    /// Meter and register.
    pub name: String,
    /// Its points by time.
    pub points: Vec<PlotPoint>,
    /// The text of each point.
    pub texts: Vec<String>,
}

struct Point {
    instant: Timestamp,
    value: Decimal,
    text: String,
    faulty: bool,
}

impl Chart {
    /// The readings of records.
    #[must_use]
    pub fn of_readings(words: &Words, assessment: &Assessment, readings: &[MeasurementRef]) -> Self {
        let mut chart = Self { unit: "kWh".to_owned(), ..Self::default() };
        let mut lines: BTreeMap<String, Vec<Point>> = BTreeMap::new();
        for at in readings {
            let (Some(entry), Some(reading)) = (assessment.record(at.record), assessment.measurement(*at)) else { continue };
            let energy =
                reading.unit.as_ref().zip(reading.value.as_ref()).and_then(|(unit, value)| unit.convert(value, &Unit::KilowattHour));
            let (Some(time), Some(value)) = (&reading.time, energy) else {
                chart.without_place += 1;
                continue;
            };
            let worded = words.reading(entry, reading);
            let valid = entry.content.as_ref().is_ok_and(|record| record.signature().is_valid());
            let serial = assessment.checked(at.record).and_then(|record| record.content().meter.serial.clone()).unwrap_or_default();
            let name = format!("{} {}", eichrecht_report::visible(&serial), worded.register);
            let state = if worded.state.is_empty() { String::new() } else { format!("\n{}", worded.state) };
            let text = format!("{}\n{} {}{state}", worded.value, worded.time, worded.reason);
            lines.entry(name).or_default().push(Point { instant: time.instant, value, text, faulty: worded.faulty || !valid });
        }
        for finding in &assessment.findings {
            chart.mark(words, assessment, finding, readings);
        }
        chart.finish(lines);
        chart
    }

    /// The history of a meter from a ledger.
    #[must_use]
    pub fn of_history(words: &Words, listing: &MeterListing, findings: &[eichrecht::model::HistoryFinding]) -> Self {
        let mut chart = Self { unit: "kWh".to_owned(), ..Self::default() };
        let mut lines: BTreeMap<String, Vec<Point>> = BTreeMap::new();
        for (record, session) in &listing.records {
            for reading in &record.readings {
                let energy =
                    reading.unit.as_ref().zip(reading.value.as_ref()).and_then(|(unit, value)| unit.convert(value, &Unit::KilowattHour));
                let (Some(time), Some(value)) = (reading.time, energy) else {
                    chart.without_place += 1;
                    continue;
                };
                // A begin told again by each record of a session stands at its first one.
                if record.begin_retold && reading.role == PastRole::Begin {
                    continue;
                }
                let name =
                    reading.register.as_ref().map_or_else(String::new, |code| eichrecht_report::visible(&code.normalised()).into_owned());
                let number = session.map_or_else(String::new, |number| format!("\n#{number}"));
                let text = format!(
                    "{} {}\n{}{number}",
                    reading.value.map(|v| v.to_string()).unwrap_or_default(),
                    reading.unit.as_ref().map(ToString::to_string).unwrap_or_default(),
                    time.instant
                );
                lines.entry(name).or_default().push(Point { instant: time.instant, value, text, faulty: !reading.usable });
            }
        }
        for finding in findings.iter().filter(|finding| finding.severity >= Severity::Warn) {
            let text = format!("{}: {}", finding.code, words.history_finding(finding));
            for record in &finding.records {
                if let Some(time) = record.time {
                    chart.marks.push((seconds(time.instant), text.clone()));
                }
            }
        }
        chart.finish(lines);
        chart
    }

    /// A finding that stands at one of the records drawn.
    fn mark(&mut self, words: &Words, assessment: &Assessment, finding: &Finding, readings: &[MeasurementRef]) {
        if finding.severity < Severity::Warn || (finding.severity == Severity::Warn && timeless(finding.code)) {
            return;
        }
        let record = match finding.subject {
            Subject::Record(record) => record,
            Subject::Measurement(at) => at.record,
            // Of a session its end: that is where what is missing should have come before.
            Subject::Transaction(id) => match assessment.transaction(id).and_then(|session| session.records.last()) {
                Some(record) => *record,
                None => return,
            },
            Subject::Input | Subject::Claim(_) | Subject::Bill => return,
        };
        if readings.binary_search_by_key(&record, |at| at.record).is_err() && !readings.iter().any(|at| at.record == record) {
            return;
        }
        let time = assessment.checked(record).and_then(|record| record.content().measurements.iter().rev().find_map(|m| m.time.as_ref()));
        if let Some(time) = time {
            let title = eichrecht::rules::find(finding.code).map(|rule| words.rule(rule).title).unwrap_or_default();
            self.marks.push((seconds(time.instant), format!("{}: {title}", finding.code)));
        }
    }

    fn finish(&mut self, lines: BTreeMap<String, Vec<Point>>) {
        for (name, mut points) in lines {
            points.sort_by_key(|point| point.instant);
            let stride = points.len().div_ceil(DRAWN).max(1);
            let mut series = Series { name: name.trim().to_owned(), ..Series::default() };
            let last = points.len().saturating_sub(1);
            for (position, point) in points.into_iter().enumerate() {
                let place = PlotPoint::new(seconds(point.instant), height(&point.value));
                if point.faulty && self.faults.len() < DRAWN {
                    self.faults.push(place);
                    self.fault_texts.push(point.text.clone());
                }
                if position % stride == 0 || position == last {
                    series.points.push(place);
                    series.texts.push(point.text);
                } else {
                    self.left_out += 1;
                }
            }
            self.series.push(series);
        }
        self.marks.sort_by(|(a, first), (b, second)| a.total_cmp(b).then_with(|| first.cmp(second)));
        self.marks.dedup();
        self.marks.truncate(DRAWN);
    }

    /// Whether there is nothing to draw.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.series.iter().all(|series| series.points.is_empty())
    }
}

/// Whether a rule is about keys, wrapping or people: such a remark stands at no point in time, and often at every record.
fn timeless(code: &str) -> bool {
    ["KEY", "SIG", "IDN", "CON", "FMT"].iter().any(|family| code.starts_with(family))
}

#[allow(clippy::cast_precision_loss, reason = "seconds since 1970 are far below 2^53, and this is a place on the screen")]
fn seconds(instant: Timestamp) -> f64 {
    instant.as_second() as f64
}

/// Where a value is drawn. Its digits are told by its text.
fn height(value: &Decimal) -> f64 {
    value.to_string().parse().unwrap_or(0.0)
}
