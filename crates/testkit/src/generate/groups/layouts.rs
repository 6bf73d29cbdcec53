//! How sessions are spread over records and registers.

use eichrecht_model::Curve;

use super::super::book::{Draft, Group};
use super::super::curves::Domain;
use super::super::der::{Spelling, signature};
use super::super::ecdsa::Pair;
use super::super::keys::{METER, of_curve};
use super::super::ocmf::{BEGIN, END, ENERGY, INNER, Payload, Seal};
use super::super::xml::{Value, file};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("layouts", "Sessions over one or several records, registers and clocks.");
    records(&mut group);
    registers(&mut group);
    values(&mut group);
    clocks(&mut group);
    stations(&mut group);
    group
}

fn case<'a>(group: &'a mut Group, name: &str, description: &str, payloads: &[Payload]) -> Draft<'a> {
    let text: String = payloads.iter().map(|payload| payload.record() + "\n").collect();
    group.case(name, description).flag("layout").ocmf(text).key(&METER).valid(payloads.len())
}

fn records(group: &mut Group) {
    case(group, "one-record", "Begin and end stand in one record.", &[Payload::whole()]).proven(ENERGY).verified();
    case(group, "begin-end", "Begin and end stand in a record each.", &[Payload::begin(), Payload::end()]).proven(ENERGY).verified();
    let inner = |page: &str, reason: &str, time: &str, value: &str| Payload::bare().text("PG", page).reading(reason, time, value);
    let course = [
        Payload::begin(),
        inner("T2", "C", "2026-03-29T03:05:00,000+0200 S", "1201.50"),
        inner("T3", "S", INNER, "1203.00"),
        inner("T4", "T", "2026-03-29T03:20:00,000+0200 S", "1203.00"),
        Payload::end().text("PG", "T5"),
    ];
    case(group, "begin-inner-end", "Three readings in records of their own lie between begin and end.", &course).proven(ENERGY).verified();
    let reversed: Vec<Payload> = course.iter().rev().cloned().collect();
    case(group, "end-inner-begin", "The same in reverse order.", &reversed).proven(ENERGY).verified();
    let inside = Payload::bare().reading("B", BEGIN, "1200.50").reading("C", INNER, "1203.00").reading("E", END, "1206.10");
    case(group, "one-record-three-readings", "One record holds begin, end and a reading in between.", &[inside]).proven(ENERGY).verified();

    let chain: Vec<Payload> = (0..24u32)
        .map(|hour| {
            let time = |minute: u32| format!("2026-06-01T{hour:02}:{minute:02}:00,000+0200 S");
            Payload::bare().text("PG", &format!("T{}", 500 + hour)).reading("B", &time(5), &format!("{}.00", 100 + hour * 3)).reading(
                "E",
                &time(50),
                &format!("{}.00", 103 + hour * 3),
            )
        })
        .collect();
    let mut draft = case(group, "day", "Twenty-four sessions of one meter that join on to one another.", &chain);
    for _ in &chain {
        draft = draft.proven("3.00 kWh");
    }
    draft.verified();

    hundred(group);

    let other = of_curve(Curve::Secp256k1);
    let of_other = |payload: Payload| Seal::by(&other).record(&payload.text("GS", "GW-8").text("MS", "1TST0000000043").json());
    let mixed =
        [Payload::begin().record(), of_other(Payload::begin()), Payload::end().record(), of_other(Payload::end().at(0, "RV", "1201.50"))];
    group
        .case("two-meters", "Sessions of two meters stand among each other.")
        .flag("layout")
        .ocmf(mixed.join("\n"))
        .key(&METER)
        .key(&other)
        .valid(4)
        .proven(ENERGY)
        .proven("1.00 kWh")
        .verified();

    // The signature section is not signed: a copy can be made to look different, and must not count twice.
    let whole = Payload::whole();
    let seal = Seal::new();
    let Pair { r, s } = seal.pair(&whole.json());
    let other_s = signature(&Pair { r, s: Domain::of(Curve::Secp256r1).n - s }, Spelling::Strict, 32);
    let copies = [
        ("copy-respelled", "A session and a copy with a blank in the signature section.", whole.record().replace("|{\"SA\"", "|{ \"SA\"")),
        ("copy-other-encoding", "A session and a copy with the signature in Base64.", Seal::new().base64().record(&whole.json())),
        (
            "copy-other-signature",
            "A session and a copy with the other signature that fits: n - s in place of s.",
            format!("OCMF|{}|{}", whole.json(), seal.section(&other_s)),
        ),
    ];
    for (name, description, copy) in copies {
        group
            .case(name, description)
            .flag("layout")
            .flag("counted-twice")
            .ocmf(format!("{}\n{copy}\n", whole.record()))
            .key(&METER)
            .valid(2)
            .proven(ENERGY)
            .findings(&["CON010"])
            .verified();
    }

    // Between these two lie at least one end and one begin that nobody shows; only the numbers tell.
    let spliced = [Payload::begin(), Payload::end().text("PG", "T4")];
    case(group, "unseen-records", "Two signed records between begin and end are not shown.", &spliced)
        .proven(ENERGY)
        .findings(&["PAG001"])
        .warned();
}

/// As stations export their storage: a file of a hundred sessions, each with the key. The benchmark of the
/// pipeline reads it too.
fn hundred(group: &mut Group) {
    let session = |number: u32| {
        let time = |minute: u32| format!("2026-06-{:02}T{:02}:{minute:02}:00,000+0200 S", 1 + number / 20, number % 20);
        let register = |half: u32| format!("{}.{}", 100 + (number * 5 + half * 5) / 10, (number * 5 + half * 5) % 10);
        let record = Payload::bare()
            .text("PG", &format!("T{}", 700 + number))
            .reading("B", &time(5), &register(0))
            .reading("E", &time(50), &register(1))
            .record();
        Value::new(&record).role(&(number + 1).to_string(), "Transaction.Begin").key(&METER)
    };
    let values: Vec<Value> = (0..100).map(session).collect();
    let mut draft = group
        .case("hundred-sessions", "A hundred sessions of one meter that join on to one another, with the key.")
        .flag("layout")
        .input("xml", file(&values))
        .valid(100)
        .findings(&["KEY004"]);
    for _ in &values {
        draft = draft.proven("0.5 kWh");
    }
    draft.warned();
}

fn registers(group: &mut Group) {
    // Two registers at an instant: the second reading leaves out what it has in common with the first.
    let export = |value: &'static str| [("RV", value), ("RI", "\"1-0:2.8.0\""), ("RU", "\"kWh\"")];
    let both = |last: &'static str| {
        Payload::bare()
            .reading("B", BEGIN, "1200.50")
            .short(&export("3.00"))
            .reading("C", INNER, "1203.00")
            .short(&export("3.00"))
            .reading("E", END, "1206.10")
            .short(&export(last))
    };
    case(group, "import-export", "Import and export are read in turn, the second inherits from the first.", &[both("3.00")])
        .proven(ENERGY)
        .verified();
    case(group, "import-export-moved", "Import and export are read in turn, and both move.", &[both("3.75")])
        .proven(ENERGY)
        .findings(&["OBI005"])
        .verified();

    // Everything that stays is left out: the end consists of its time, reason and value.
    let sparse = Payload::bare()
        .reading("B", BEGIN, "1200.50")
        .short(&[("TM", &quoted(INNER)), ("TX", "\"C\""), ("RV", "1203.00")])
        .short(&[("TM", &quoted(END)), ("TX", "\"E\""), ("RV", "1206.10")]);
    case(group, "inheritance", "Later readings leave out register, unit, kind of current, flags and state.", &[sparse])
        .proven(ENERGY)
        .verified();

    let block = Payload::bare()
        .register("B", BEGIN, "1200.50", "1-0:1.8.0", "kWh")
        .register("E", END, "1206.10", "1-0:1.8.0", "kWh")
        .register("B", BEGIN, "0", "1-0:0.8.6", "s")
        .register("E", END, "1620", "1-0:0.8.6", "s");
    case(group, "register-by-register", "First one register from begin to end, then the duration.", &[block]).proven(ENERGY).verified();

    let sides = |payload: Payload, reason: &str, time: &str, [mains, device, loss]: [&str; 3]| {
        payload.register(reason, time, mains, "01-00:B2.08.00*FF", "kWh").register(reason, time, device, "01-00:B3.08.00*FF", "kWh").at(
            if reason == "B" { 1 } else { 3 },
            "CL",
            loss,
        )
    };
    let lossy = Payload::bare().set("LC", "{\"LN\":\"cable 1\",\"LI\":1,\"LR\":12,\"LU\":\"mOhm\"}");
    let lossy = sides(lossy, "B", BEGIN, ["0.00", "0.00", "0.00"]);
    let lossy = sides(lossy, "E", END, ["29.50", "29.00", "0.50"]);
    case(group, "mains-and-device", "Mains and device side with the loss of the cable: the device side counts.", &[lossy])
        .proven("29.00 kWh")
        .verified();

    let session = |payload: Payload, value: &str| payload.text_at(0, "RI", "1-0:1.8.0*198").at(0, "RV", value);
    case(
        group,
        "session-register",
        "A register that starts at zero with each session.",
        &[session(Payload::begin(), "0.000"), session(Payload::end(), "0.150")],
    )
    .proven("0.150 kWh")
    .verified();
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn values(group: &mut Group) {
    let session = |begin: &str, end: &str, unit: &str| {
        Payload::bare().register("B", BEGIN, begin, "1-0:1.8.0", unit).register("E", END, end, "1-0:1.8.0", unit)
    };
    case(group, "watt-hours", "Whole watt hours.", &[session("2850685", "2850951", "Wh")]).proven("266 Wh").verified();
    case(group, "trailing-zeros", "The places that the meter shows are kept.", &[session("0.0000", "0.2600", "kWh")])
        .proven("0.2600 kWh")
        .verified();
    case(group, "more-places-at-end", "The end has more places than the begin.", &[session("1.5", "2.125", "kWh")])
        .proven("0.625 kWh")
        .verified();
    // Both are out of reach of binary floats: 0.1 + 0.2, and 17 digits.
    case(group, "no-floats", "Numbers that no binary float holds.", &[session("90071992547409.93", "90071992547410.23", "kWh")])
        .proven("0.30 kWh")
        .verified();
    case(group, "exponent", "Numbers with an exponent.", &[session("1.606848e7", "1.606948e7", "Wh")]).proven("1000 Wh").verified();
    case(group, "padded-texts", "Numbers as texts with blanks in front.", &[session("\"       9.038\"", "\"      10.038\"", "kWh")])
        .proven("1.000 kWh")
        .findings(&["FMT014"])
        .warned();
    case(group, "leading-zeros", "Numbers as texts with zeros in front.", &[session("\"00000009.038\"", "\"00000010.038\"", "kWh")])
        .proven("1.000 kWh")
        .findings(&["FMT014"])
        .warned();
}

fn clocks(group: &mut Group) {
    let times = |begin: &str, end: &str| Payload::whole().text_at(0, "TM", begin).text_at(1, "TM", end);
    case(group, "summer-begins", "Summer time begins during the session.", &[times(BEGIN, END)]).proven(ENERGY).verified();
    let autumn = times("2026-10-25T02:50:00,000+0200 S", "2026-10-25T02:10:00,000+0100 S");
    case(group, "summer-ends", "Summer time ends during the session.", &[autumn]).proven(ENERGY).verified();
    let relative = times(&BEGIN.replace('S', "I"), &END.replace('S', "R"));
    case(group, "relative", "The time of the begin is informative, the duration is counted.", &[relative]).proven(ENERGY).verified();
    let lost = times("1970-01-01T00:10:00,000+0000 U", "1970-01-01T00:37:00,000+0000 U");
    case(group, "lost-clock", "The clock was never set.", &[lost]).proven(ENERGY).findings(&["TIM002", "TIM007"]).warned();
    let counted = times("1970-01-01T00:10:00,000+0000 U", "1970-01-01T00:37:00,000+0000 R");
    case(group, "lost-clock-counted", "The clock was never set, but counted the duration.", &[counted])
        .proven(ENERGY)
        .findings(&["TIM007"])
        .warned();
}

fn stations(group: &mut Group) {
    // The extra reading inherits "end" from the one before; it is another register.
    let integral = Payload::whole().short(&[("RV", "0.00"), ("RI", "\"1-b:1.9.0\""), ("RU", "\"kWh\"")]);
    case(group, "register-at-end-only", "A second register is read at the end only.", &[integral]).proven(ENERGY).verified();
    let unassigned = Payload::whole().set("IS", "false").text("IL", "NONE").set("IF", "[]").text("IT", "NONE").text("ID", "");
    case(group, "nobody", "Nobody was assigned.", &[unassigned]).proven(ENERGY).verified();
    let vendor = Payload::whole().set("XA", "{\"a\":[1,2,{\"b\":null}]}").set("U", "[{\"TM\":\"x\",\"RV\":1}]").text("ZZ", "x");
    case(group, "vendor-fields", "Fields of the vendor with objects and lists.", &[vendor]).proven(ENERGY).verified();
    let escaped = Payload::whole().set("TT", "\"39\\u00a0ct \\\"day\\\" {\\\\}\"").set("MM", "\"\\u004d1\"");
    case(group, "escapes", "Texts with escaped characters.", &[escaped]).proven(ENERGY).verified();
    let tariff = Payload::whole().text("TT", "001;EUR;50;39.9;10;240");
    case(group, "tariff", "A tariff text with prices, and a clock that proves the duration.", &[tariff]).proven(ENERGY).verified();
}
