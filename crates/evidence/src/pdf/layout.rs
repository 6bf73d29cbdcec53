//! The content of a report laid out on pages: the verdict first, then what was charged, then what was found.

use eichrecht_model::{Severity, Verdict};
use eichrecht_report::{
    BillContent, FindingContent, InputContent, PaperContent, PaperWords, Row, SessionContent, SessionLine, SessionReadings, Standing,
};

use super::face::{Faces, Weight};
use super::sheet::{Colour, INK, LEFT, MUTED, PALE, Pt, RIGHT, Sheet, Sign, Style, Tag, Thing};

/// Up to this many sessions of an input are shown in full; more of them become a table.
const SESSIONS_IN_FULL: usize = 3;
/// Most records outside sessions, and most claims, of one input that are listed one by one.
const LISTED: usize = 40;
/// Width of labels.
const LABEL: Pt = 9_600;
/// Width of the marks behind values.
const MARK: Pt = 7_900;

const HEADING: Style = Style { weight: Weight::Bold, size: 1_250, colour: INK };
const SUBHEADING: Style = Style { weight: Weight::Bold, size: 1_050, colour: INK };
const TABLE: Style = Style { weight: Weight::Regular, size: 830, colour: INK };
const TABLE_HEAD: Style = Style { weight: Weight::Bold, size: 780, colour: MUTED };

/// The colour that goes with the sign of a verdict.
pub(super) fn verdict_colour(verdict: Verdict) -> Colour {
    match verdict {
        Verdict::Verified => Colour(0x14, 0x73, 0x43),
        Verdict::VerifiedWithWarnings => Colour(0x8A, 0x56, 0x00),
        Verdict::NotChecked => Colour(0x57, 0x4B, 0x90),
        Verdict::Failed => Colour(0xB0, 0x21, 0x1C),
    }
}

fn verdict_ground(verdict: Verdict) -> Colour {
    match verdict {
        Verdict::Verified => Colour(0xEC, 0xF6, 0xF0),
        Verdict::VerifiedWithWarnings => Colour(0xFC, 0xF4, 0xE4),
        Verdict::NotChecked => Colour(0xF1, 0xEF, 0xF9),
        Verdict::Failed => Colour(0xFB, 0xEC, 0xEB),
    }
}

pub(super) fn severity_colour(severity: Severity) -> Colour {
    match severity {
        Severity::Fail => verdict_colour(Verdict::Failed),
        Severity::Warn => verdict_colour(Verdict::VerifiedWithWarnings),
        Severity::Info => Colour(0x2A, 0x5B, 0x8C),
    }
}

/// What did not fit.
#[derive(Default)]
struct LeftOut {
    sessions: usize,
    findings: usize,
    others: usize,
}

/// Lays everything out, on so many pages at most and some more for the last part.
pub(super) fn lay_out(content: &PaperContent, faces: Faces, pages: usize, last_pages: usize) -> Sheet {
    let mut layout = Layout { sheet: Sheet::new(faces, pages), content, words: &content.words, left_out: LeftOut::default() };
    layout.head();
    if let Some(bill) = &content.report.bill {
        layout.bill(bill);
    }
    let several = content.report.inputs.len() > 1;
    for (number, input) in content.report.inputs.iter().enumerate() {
        layout.input(input, several.then_some(number + 1));
    }
    layout.sheet.allow(last_pages);
    layout.last_part();
    layout.sheet
}

struct Layout<'a> {
    sheet: Sheet,
    content: &'a PaperContent,
    words: &'a PaperWords,
    left_out: LeftOut,
}

impl Layout<'_> {
    /// Title, verdict in words, shape and colour, and the amount.
    fn head(&mut self) {
        let PaperContent { report, words, figure, .. } = self.content;
        let sheet = &mut self.sheet;
        let y = sheet.y;
        let made = sheet.width(Style::SMALL, &words.made);
        sheet.within(Tag::Paragraph, |sheet| sheet.line(Style::SMALL, RIGHT - made, y, &words.made));
        sheet.heading(1, Style { weight: Weight::Bold, size: 1_000, colour: MUTED }, &words.title);
        sheet.gap(700);

        let (top, place) = (sheet.y, sheet.place());
        let colour = verdict_colour(report.verdict);
        let (x, width) = (LEFT + 6_800, RIGHT - LEFT - 6_800 - 1_600);
        sheet.sign(Sign::Verdict(report.verdict), LEFT + 1_900, top + 1_500, 3_600, &words.verdict_sign(report.verdict));
        sheet.y += 1_100;
        sheet.text(Style { weight: Weight::Bold, size: 2_000, colour }, x, width, &report.verdict_word);
        sheet.y += 150;
        sheet.text(Style { weight: Weight::Regular, size: 1_080, colour: INK }, x, width, &report.sentence);
        if let Some(figure) = figure {
            sheet.y += 250;
            let amount = Style { weight: Weight::Bold, size: 2_800, colour: if figure.proven { INK } else { MUTED } };
            let y = sheet.y;
            let length = sheet.width(amount, &figure.value);
            sheet.within(Tag::Paragraph, |sheet| {
                sheet.line(amount, x, y, &figure.value);
                let (standing, x) = (if figure.proven { Standing::Derived } else { Standing::Unproven }, x + length + 900);
                sheet.decorate(x, y + 1_980, Thing::Sign { sign: Sign::Standing(standing), size: 760 });
                sheet.line(Style { size: 1_150, ..Style::BODY }, x + 1_100, y + 1_640, &figure.note);
            });
            sheet.y += amount.leading();
        }
        sheet.y = sheet.y.max(top + 6_600) + 900;
        let height = sheet.y - top;
        sheet.under(place, LEFT, top, Thing::Fill { colour: verdict_ground(report.verdict), width: RIGHT - LEFT, height });
        sheet.under((place.0, place.1 + 1), LEFT, top, Thing::Fill { colour, width: 500, height });
        sheet.gap(1_600);
    }

    fn bill(&mut self, bill: &BillContent) {
        self.title(2, HEADING, &bill.title, bill.verdict, &bill.verdict_word);
        self.sheet.text(Style::BODY, LEFT, RIGHT - LEFT, &bill.sentence);
        self.sheet.gap(500);
        self.rows(&bill.rows);
        self.findings(&bill.findings);
        self.sheet.gap(1_200);
    }

    /// A heading with a verdict behind it.
    fn title(&mut self, level: u16, style: Style, title: &str, verdict: Verdict, word: &str) {
        self.sheet.heading(level, style, title);
        let length = self.sheet.width(style, title);
        let sheet = &mut self.sheet;
        // Behind the title where there is room, else under it.
        let size = style.size;
        let small = Style { weight: Weight::Bold, size: 900, colour: verdict_colour(verdict) };
        let (x, y) = if length < (RIGHT - LEFT) / 2 { (LEFT + length + 1_000, sheet.y - style.leading()) } else { (LEFT, sheet.y) };
        if y == sheet.y {
            sheet.y += style.leading();
        }
        let base = y + size * 108 / 100;
        sheet.decorate(x, base - 830, Thing::Sign { sign: Sign::Verdict(verdict), size: 940 });
        sheet.within(Tag::Paragraph, |sheet| sheet.line(small, x + 1_300, base - 972, word));
        sheet.gap(350);
    }

    fn input(&mut self, input: &InputContent, number: Option<usize>) {
        if self.sheet.is_full() {
            self.left_out.sessions += input.sessions.len();
            self.left_out.findings += input.findings.len();
            self.left_out.others += 1 + input.loose.len() + input.claims.len() + input.errors.len();
            return;
        }
        if let Some(number) = number {
            let title = self.words.input_title(number, &input.name);
            if input.is_aside {
                self.sheet.heading(2, HEADING, &title);
            } else {
                self.title(2, HEADING, &title, input.verdict, &input.verdict_word);
            }
            self.sheet.text(Style::BODY, LEFT, RIGHT - LEFT, &input.sentence);
            self.sheet.gap(900);
        }
        if input.sessions.len() <= SESSIONS_IN_FULL {
            input.sessions.iter().for_each(|session| self.session(session));
        } else {
            self.session_table(&input.sessions);
        }
        let words = self.words;
        let loose: Vec<&str> = input.loose.iter().map(|record| record.text.as_str()).collect();
        self.list(&words.loose, &loose);
        self.claims(input);
        if !input.findings.is_empty() {
            self.sheet.heading(2, HEADING, &words.findings);
            self.sheet.gap(400);
            self.findings(&input.findings);
        }
        let errors: Vec<&str> = input.errors.iter().map(String::as_str).collect();
        self.list(&words.errors, &errors);
        self.sheet.gap(900);
    }

    fn session(&mut self, session: &SessionContent) {
        if self.sheet.is_full() {
            self.left_out.sessions += 1;
            return;
        }
        self.title(2, HEADING, &session.title, session.verdict, &session.verdict_word);
        if let Some(sentence) = &session.not_proven {
            let colour = verdict_colour(session.verdict);
            self.sheet.text(Style::STRONG.colour(colour), LEFT, RIGHT - LEFT, sentence);
            self.sheet.gap(300);
        }
        self.rows(&session.rows);
        let readings = session.id.0.checked_sub(1).and_then(|at| self.content.readings.get(at));
        if let Some(readings) = readings.filter(|readings| !readings.readings.is_empty()) {
            self.readings(readings);
        }
        self.sheet.gap(1_400);
    }

    /// Labelled values with what stands behind them.
    fn rows(&mut self, rows: &[Row]) {
        if rows.is_empty() {
            return;
        }
        let words = self.words;
        let sheet = &mut self.sheet;
        sheet.open(Tag::Table);
        for row in rows {
            let hexadecimal = row.value.len() > 20 && row.value.bytes().all(|byte| byte == b' ' || byte.is_ascii_hexdigit());
            let style = match (row.strong, hexadecimal) {
                (true, _) => Style::STRONG,
                (false, true) => Style::MONO,
                (false, false) => Style::BODY,
            };
            let mark = words.mark(row.standing);
            let (x, width) = (LEFT + LABEL, RIGHT - LEFT - LABEL - if mark.is_empty() { 0 } else { MARK });
            let value = match &row.note {
                // The mark says it already.
                Some(_) if row.standing == Standing::Unproven => row.value.clone(),
                Some(note) => format!("{} ({note})", row.value),
                None => row.value.clone(),
            };
            let lines = sheet.wrap(style, width, &value);
            let label = sheet.cell(Style::BODY.colour(MUTED), LABEL - 600, &row.label);
            sheet.need(Style::BODY.leading() * Pt::try_from(label.len().max(lines.len().min(3))).unwrap_or(1));
            sheet.within(Tag::Row, |sheet| {
                let top = sheet.y;
                sheet.within(Tag::RowHead, |sheet| {
                    for (number, line) in (0..).zip(&label) {
                        sheet.line(Style::BODY.colour(MUTED), LEFT, top + number * Style::BODY.leading(), line);
                    }
                });
                sheet.within(Tag::Cell, |sheet| {
                    for line in &lines {
                        sheet.need(style.leading());
                        let y = sheet.y + if hexadecimal { 150 } else { 0 };
                        sheet.line(style, x, y, line);
                        sheet.y += style.leading();
                    }
                    if !mark.is_empty() {
                        standing(sheet, row.standing, mark, RIGHT - MARK + 800, top);
                    }
                });
                let labelled = top + Style::BODY.leading() * Pt::try_from(label.len()).unwrap_or(1);
                // A value that went over to another page ends below its label in any case.
                if sheet.y > top {
                    sheet.y = sheet.y.max(labelled);
                }
            });
            sheet.y += if hexadecimal { 280 } else { 110 };
        }
        sheet.close();
    }

    fn readings(&mut self, readings: &SessionReadings) {
        let words = self.words;
        self.sheet.gap(700);
        if self.sheet.is_full() {
            let all = readings.readings.len() + readings.more;
            return self.sheet.text(Style::SMALL, LEFT, RIGHT - LEFT, &words.more_readings(all));
        }
        self.sheet.heading(3, SUBHEADING, &words.readings);
        self.sheet.gap(250);
        let columns = [(0, 4_300), (4_300, 6_400), (10_700, 8_200), (18_900, 9_000), (27_900, 12_700), (40_600, 7_700)];
        let heads = words.reading_columns.clone();
        let rows = readings.readings.iter().map(|reading| {
            let cells = [&reading.record, &reading.reason, &reading.register, &reading.value, &reading.time, &reading.mark];
            TableRow {
                cells: cells.map(Clone::clone),
                sign: Some((5, Sign::Standing(reading.standing))),
                muted: reading.standing == Standing::Unproven,
            }
        });
        let rows: Vec<TableRow> = rows.collect();
        let more = readings.more + rows.len() - self.table(&columns, &heads, &rows);
        if more > 0 {
            self.sheet.text(Style::SMALL, LEFT, RIGHT - LEFT, &words.more_readings(more));
        }
    }

    /// Many sessions: one line each.
    fn session_table(&mut self, sessions: &[SessionContent]) {
        let words = self.words;
        self.sheet.heading(2, HEADING, &words.sessions);
        self.sheet.gap(300);
        let columns = [(0, 3_600), (3_600, 10_600), (14_200, 8_400), (22_600, 9_200), (31_800, 10_200), (42_000, 6_300)];
        let lines: Vec<&SessionLine> = sessions.iter().filter_map(|session| self.content.lines.get(session.id.0.checked_sub(1)?)).collect();
        let rows: Vec<TableRow> = lines
            .iter()
            .map(|line| TableRow { cells: line.cells.clone(), sign: Some((1, Sign::Verdict(line.verdict))), muted: !line.proven })
            .collect();
        let shown = self.table(&columns, &words.session_columns.clone(), &rows);
        self.left_out.sessions += rows.len() - shown;
        self.sheet.gap(1_400);
    }

    /// A table whose head is repeated on every page. Returns how many rows fitted into the report.
    fn table(&mut self, columns: &[(Pt, Pt); 6], heads: &[String; 6], rows: &[TableRow]) -> usize {
        let sheet = &mut self.sheet;
        sheet.need(5_000);
        sheet.open(Tag::Table);
        sheet.within(Tag::Row, |sheet| table_head(sheet, columns, heads, true));
        let mut shown = 0;
        for row in rows {
            if sheet.is_full() {
                break;
            }
            shown += 1;
            let ink = if row.muted { TABLE.colour(MUTED) } else { TABLE };
            let cells: Vec<Vec<String>> = columns
                .iter()
                .zip(&row.cells)
                .enumerate()
                .map(|(number, ((_, width), text))| {
                    let sign = if row.sign.is_some_and(|(at, _)| at == number) { 1_050 } else { 0 };
                    let text = if text.is_empty() { "–" } else { text };
                    sheet.cell(ink, width - 500 - sign, text)
                })
                .collect();
            let lines = Pt::try_from(cells.iter().map(Vec::len).max().unwrap_or(1)).unwrap_or(1);
            if sheet.need(lines * ink.leading() + 500) {
                table_head(sheet, columns, heads, false);
            }
            let top = sheet.y + 200;
            sheet.within(Tag::Row, |sheet| {
                for (number, ((offset, _), lines)) in columns.iter().zip(&cells).enumerate() {
                    let mut x = LEFT + offset;
                    if let Some((at, sign)) = row.sign
                        && at == number
                    {
                        sheet.decorate(x, top + 230, Thing::Sign { sign, size: 700 });
                        x += 1_050;
                    }
                    sheet.within(Tag::Cell, |sheet| {
                        for (line, text) in (0..).zip(lines) {
                            sheet.line(ink, x, top + line * ink.leading(), text);
                        }
                    });
                }
            });
            sheet.y = top + lines * ink.leading() + 200;
            sheet.rule();
        }
        sheet.close();
        shown
    }

    /// Sentences under a heading.
    fn list(&mut self, heading: &str, sentences: &[&str]) {
        if sentences.is_empty() {
            return;
        }
        if self.sheet.is_full() {
            self.left_out.others += sentences.len();
            return;
        }
        self.sheet.heading(2, HEADING, heading);
        self.sheet.gap(300);
        for (number, sentence) in sentences.iter().enumerate() {
            if self.sheet.is_full() || number >= LISTED {
                self.left_out.others += sentences.len() - number;
                break;
            }
            self.sheet.text(Style::BODY, LEFT, RIGHT - LEFT, sentence);
            self.sheet.gap(350);
        }
        self.sheet.gap(1_100);
    }

    fn claims(&mut self, input: &InputContent) {
        if input.claims.is_empty() {
            return;
        }
        let words = self.words;
        self.sheet.heading(2, HEADING, &words.claims);
        self.sheet.text(Style::BODY, LEFT, RIGHT - LEFT, &words.claims_note);
        self.sheet.gap(500);
        for (number, claim) in input.claims.iter().enumerate() {
            if self.sheet.is_full() || number >= LISTED {
                self.left_out.others += input.claims.len() - number;
                break;
            }
            self.sheet.heading(3, SUBHEADING, &claim.title);
            self.sheet.gap(200);
            self.rows(&claim.rows);
            self.sheet.gap(800);
        }
        self.sheet.gap(600);
    }

    fn findings(&mut self, findings: &[FindingContent]) {
        for (number, finding) in findings.iter().enumerate() {
            if self.sheet.is_full() {
                self.left_out.findings += findings.len() - number;
                return;
            }
            self.finding(finding);
        }
    }

    /// A finding: sign, weight, code and title; what was found; what it means, what to do, what it rests on.
    fn finding(&mut self, finding: &FindingContent) {
        let words = self.words;
        let sheet = &mut self.sheet;
        let colour = severity_colour(finding.severity);
        let (x, width) = (LEFT + 2_000, RIGHT - LEFT - 2_000);
        let head = Style::STRONG.colour(colour);
        sheet.need(Style::BODY.leading() * 4);
        let y = sheet.y;
        sheet.decorate(LEFT, y + 60, Thing::Sign { sign: Sign::Severity(finding.severity), size: 1_150 });
        let title = format!("{}  {}  {}", finding.mark, finding.code, finding.title);
        sheet.text(head, x, width, &title);
        for message in &finding.messages {
            let text = if message.place.is_empty() { message.text.clone() } else { format!("{} {}", message.text, message.place) };
            sheet.text(Style::BODY, x, width, &text);
        }
        if let Some(more) = &finding.more {
            sheet.text(Style::BODY, x, width, more);
        }
        let basis = words.basis_of(finding.code).join("; ");
        for (label, text) in [(&words.bill, &finding.bill), (&words.advice, &finding.advice), (&words.basis, &basis)] {
            if text.is_empty() {
                continue;
            }
            sheet.gap(120);
            let style = if *label == words.basis { Style::SMALL } else { Style::BODY };
            sheet.text(style, x, width, &format!("{label} {text}"));
        }
        sheet.gap(1_000);
    }

    /// What was left out, what was read, and what read it.
    fn last_part(&mut self) {
        let LeftOut { sessions, findings, others } = self.left_out;
        if sessions + findings + others > 0 {
            let sentence = self.words.left_out(sessions, findings, others);
            self.sheet.need(4_000);
            self.sheet.text(Style::STRONG, LEFT, RIGHT - LEFT, &sentence);
            self.sheet.gap(1_200);
        }
        let words = self.words;
        self.sheet.heading(2, HEADING, &words.about);
        self.sheet.gap(400);
        let about = &self.content.about;
        // The last rows, about the program, must not be missing.
        let (inputs, program) = about.split_at(about.len().saturating_sub(8));
        let mut shown = 0;
        for rows in inputs.chunks(40) {
            if self.sheet.is_full() {
                break;
            }
            shown += rows.len();
            self.rows(rows);
        }
        if shown < inputs.len() {
            let sentence = words.left_out(0, 0, inputs.len() - shown);
            self.sheet.text(Style::STRONG, LEFT, RIGHT - LEFT, &sentence);
        }
        self.rows(program);
        self.sheet.gap(900);
        self.legend();
        self.sheet.gap(700);
        self.sheet.need(4_000);
        self.sheet.text(Style::SMALL, LEFT, RIGHT - LEFT, &words.no_proof);
    }

    /// What the marks behind values mean.
    fn legend(&mut self) {
        let words = self.words;
        self.sheet.need(Style::SMALL.leading() * 4 + 1_600);
        let (place, top) = (self.sheet.place(), self.sheet.y);
        self.sheet.y += 700;
        for (standing, mark, meaning) in &words.legend {
            let sheet = &mut self.sheet;
            let y = sheet.y;
            sheet.decorate(LEFT + 900, y + 230, Thing::Sign { sign: Sign::Standing(*standing), size: 720 });
            sheet.text(Style::SMALL, LEFT + 2_100, RIGHT - LEFT - 3_000, &format!("{mark}: {meaning}"));
            sheet.y += 100;
        }
        self.sheet.y += 500;
        let height = self.sheet.y - top;
        if height > 0 {
            self.sheet.under(place, LEFT, top, Thing::Fill { colour: PALE, width: RIGHT - LEFT, height });
        }
    }
}

/// One row of a table; a sign stands in front of one of its cells.
struct TableRow {
    cells: [String; 6],
    sign: Option<(usize, Sign)>,
    muted: bool,
}

/// The heads of columns; read out once only.
fn table_head(sheet: &mut Sheet, columns: &[(Pt, Pt); 6], heads: &[String; 6], read_out: bool) {
    let y = sheet.y;
    for ((offset, _), head) in columns.iter().zip(heads) {
        if read_out {
            sheet.within(Tag::ColumnHead, |sheet| sheet.line(TABLE_HEAD, LEFT + offset, y, head));
        } else {
            let Style { weight, size, colour } = TABLE_HEAD;
            sheet.decorate(LEFT + offset, y + size * 108 / 100, Thing::Text { weight, size, colour, text: head.clone() });
        }
    }
    sheet.y += TABLE_HEAD.leading() + 150;
    sheet.rule();
}

/// The mark for what stands behind a value.
fn standing(sheet: &mut Sheet, standing: Standing, mark: &str, x: Pt, y: Pt) {
    // The value may have gone over to another page; then its mark goes with its last line.
    let y = y.min(sheet.y - Style::BODY.leading());
    sheet.decorate(x, y + 290, Thing::Sign { sign: Sign::Standing(standing), size: 700 });
    sheet.line(Style::SMALL, x + 1_050, y + 100, mark);
}
