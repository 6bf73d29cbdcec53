//! Message logs of OCPP: sessions as stations and back ends tell them, with the records where stations put them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use eichrecht_model::Curve;
use serde_json::{Value, json};

use super::super::book::{Draft, Group};
use super::super::keys::{self, Key, METER, OTHER};
use super::super::messages::{Log, Session, plain, pretty, signed_value};
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::super::xml::{self, escape};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("ocpp", "Message logs of OCPP 1.5, 1.6, 2.0.1 and 2.1 with signed values in them.");
    several_stations(&mut group);
    lost_connection(&mut group);
    restarts(&mut group);
    sparse(&mut group);
    unsigned(&mut group);
    contradictions(&mut group);
    order(&mut group);
    forms(&mut group);
    soap(&mut group);
    keys_in_messages(&mut group);
    broken(&mut group);
    group
}

/// A log with the usual session, whole in one record, and the user's key. Texts that name no format say so.
fn whole<'a>(group: &'a mut Group, name: &str, description: &str, log: impl AsRef<[u8]>) -> Draft<'a> {
    group.case(name, description).flag("log").input("log", log).key(&METER).valid(1).proven(ENERGY)
}

fn record() -> String {
    Payload::whole().record()
}

/// A record of another meter, by another key and for another user.
fn of(key: &Key, payload: Payload, serial: &str, user: &str) -> String {
    Seal::by(key).record(&payload.text("MS", serial).text("GS", &format!("GW-{serial}")).text("ID", user).json())
}

/// An event of OCPP 2.
fn event(kind: &str, number: u32, time: &str, trigger: &str, samples: &Value) -> Value {
    let mut event = json!({
        "eventType": kind,
        "timestamp": time,
        "triggerReason": trigger,
        "seqNo": number,
        "transactionInfo": {"transactionId": "a1f0-77"},
        "evse": {"id": 1, "connectorId": 1},
        "meterValue": [{"timestamp": time, "sampledValue": samples}],
    });
    if kind == "Started" {
        event["idToken"] = json!({"idToken": "DE8AACA2B3C4D5", "type": "eMAID"});
    }
    event
}

fn sample2(value: f64, context: &str, record: &str, key: Option<&Key>) -> Value {
    json!([{"value": value, "context": context, "unitOfMeasure": {"unit": "Wh"}, "signedMeterValue": signed_value(record, key)}])
}

/// Three stations in one log: a card on 1.6, a remote start on 2.0.1, and a user the station knows itself.
fn several_stations(group: &mut Group) {
    let third = keys::of_curve(Curve::BrainpoolP256r1);
    let contract = |payload: Payload| of(&OTHER, payload.text("IT", "EMAID"), "1TST0000000077", "DE8AACA2B3C4D5");
    let (begin, end) = (contract(Payload::begin()), contract(Payload::end()));
    let local = of(&third, Payload::whole(), "1TST0000000099", "04D4E5F6");
    let oca = |record: &str, key: &Key| json!({"value": signed_value(record, Some(key)).to_string(), "context": "Transaction.End", "format": "SignedData"});
    let card = Session { station: "CP-1", ..Session::new(vec![oca(&record(), &METER)]) };
    let known = Session { station: "CP-3", number: 4711, user: "04D4E5F6", ..Session::new(vec![oca(&local, &third)]) };
    let log = Log::new()
        .call("CP-1", "Authorize", &json!({"idTag": "04A1B2C3"}))
        .call(
            "CP-2",
            "RequestStartTransaction",
            &json!({"idToken": {"idToken": "DE8AACA2B3C4D5", "type": "eMAID"}, "evseId": 1, "remoteStartId": 5}),
        )
        .start(&card)
        .call(
            "CP-2",
            "TransactionEvent",
            &event("Started", 0, "2026-03-29T00:58:01Z", "RemoteStart", &sample2(1_200_500.0, "Transaction.Begin", &begin, Some(&OTHER))),
        )
        .start(&known)
        .call(
            "CP-2",
            "TransactionEvent",
            &event("Updated", 1, "2026-03-29T01:10:00Z", "MeterValuePeriodic", &json!([{"value": 1_203_000.0}])),
        )
        .end(&known)
        .call(
            "CP-2",
            "TransactionEvent",
            &event("Ended", 2, "2026-03-29T01:25:02Z", "StopAuthorized", &sample2(1_206_100.0, "Transaction.End", &end, None)),
        )
        .end(&card)
        .call("CP-1", "Heartbeat", &json!({}));
    group
        .case(
            "several-stations",
            "Three stations in one log, two of which got the same number: a card, a remote start, a user the station knows itself.",
        )
        .flag("log")
        .input("log", log.text())
        .valid(4)
        .proven(ENERGY)
        .proven(ENERGY)
        .proven(ENERGY)
        .findings(&["CON011", "KEY004", "KEY012"])
        .warned();
}

/// The station has no connection; its queue forgets all that is older than two minutes.
fn lost_connection(group: &mut Group) {
    let inner = |page: &str, time: &str, value: &str| {
        let record = Payload::bare().text("PG", page).reading("C", time, value).record();
        let value = json!([{"timestamp": "2026-03-29T01:24:50Z", "sampledValue": [plain(&record, Some("Sample.Periodic"))]}]);
        json!({"connectorId": 1, "transactionId": 4711, "meterValue": value})
    };
    let end = Payload::end().text("PG", "T152").record();
    let session = Session { reason: Some("EVDisconnected"), ..Session::of(&[&Payload::begin().record(), &end]) };
    let log = Log::new()
        .setting("CP-0042", "MeterValueSampleInterval", "10")
        .start(&session)
        .samples(&session, &["00:58:10", "00:58:20", "00:58:30"])
        .call("CP-0042", "MeterValues", &inner("T150", "2026-03-29T03:24:40,000+0200 S", "1206.00"))
        .call("CP-0042", "MeterValues", &inner("T151", "2026-03-29T03:24:50,000+0200 S", "1206.05"))
        .end(&session);
    group
        .case(
            "connection-lost",
            "For 26 minutes nothing came, and of the signed values in between only two arrived: begin and end prove the energy.",
        )
        .flag("log")
        .input("log", log.text())
        .key(&METER)
        .valid(4)
        .proven(ENERGY)
        .findings(&["CON005", "CON033", "PAG001"])
        .warned();
}

fn restarts(group: &mut Group) {
    let boot = |reason: &str| json!({"chargePointVendor": "TEST", "chargePointModel": "M", "meterSerialNumber": "1TST0000000042", "reason": reason});
    let (begin, end) = (Payload::begin().record(), Payload::end().text_at(0, "TX", "P").record());
    let begun = Session::new(Vec::new());
    let at_begin = json!({"connectorId": 1, "transactionId": 4711, "meterValue": [{"timestamp": "2026-03-29T00:58:00Z", "sampledValue": [plain(&begin, Some("Transaction.Begin"))]}]});
    let log = |reason: &'static str, samples: Vec<Value>| {
        let ended = Session { reason: Some(reason), ..Session::new(samples) };
        Log::new().start(&begun).call("CP-0042", "MeterValues", &at_begin).call("CP-0042", "BootNotification", &boot("")).end(&ended).text()
    };
    let both = |draft: Draft<'_>, text: String| {
        draft.flag("log").input("log", text).key(&METER).valid(2).proven(ENERGY).findings(&["CON005", "CON034", "TXN005"]).warned();
    };
    let soft = group.case("soft-reset", "A soft reset ends the session; the end is signed, its context speaks of an interruption.");
    both(soft, log("SoftReset", vec![plain(&end, Some("Interruption.Begin"))]));
    let hard = group.case("hard-reset", "After a hard reset the end comes without any context.");
    both(hard, log("HardReset", vec![plain(&end, None)]));
    group
        .case("hard-reset-no-end", "After a hard reset the station ends the session without a signed value: nothing is proven.")
        .flag("log")
        .input("log", log("PowerLoss", Vec::new()))
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["CON005", "CON034", "TXN002"])
        .failed();
}

/// A station that sends two raw quantities beside the signed value.
fn sparse(group: &mut Group) {
    let raw = |value: &str, measurand: &str, unit: &str| json!({"value": value, "context": "Transaction.End", "measurand": measurand, "unit": unit});
    let samples = vec![
        raw("1206100", "Energy.Active.Import.Register", "Wh"),
        raw("0", "Power.Active.Import", "W"),
        plain(&record(), Some("Transaction.End")),
    ];
    let session = Session { begin: "2026-03-29T00:58:00.123Z", end: "2026-03-29T01:25:00.987Z", ..Session::new(samples) };
    let configuration = json!({"configurationKey": [
        {"key": "ClockAlignedDataInterval", "readonly": false, "value": "0"},
        {"key": "MeterValueSampleInterval", "readonly": false, "value": "10"},
        {"key": "StopTxnSampledData", "readonly": false},
        {"key": "MeterValuesSampledData", "readonly": false, "value": "Energy.Active.Import.Register,Power.Active.Import"},
    ]});
    let log = Log::new().call("CP-0042", "GetConfiguration", &json!({})).answer("CP-0042", &configuration).session(&session);
    whole(
        group,
        "sparse-station",
        "Beside the signed value only energy and power, times with milliseconds, nothing set for the end of a session.",
        log.text(),
    )
    .findings(&["CON005"])
    .verified();
}

fn unsigned(group: &mut Group) {
    let session = Session::new(Vec::new());
    let log = Log::new().start(&session).samples(&session, &["00:58:10", "00:58:20", "00:58:30"]).end(&session);
    group
        .case("core-profile", "A station that signs nothing: the session cannot be proven.")
        .flag("log")
        .input("log", log.text())
        .findings(&["CON037"])
        .errors(&["session-unsigned"])
        .unchecked();
    let other = Session { number: 4712, begin: "2026-03-29T02:30:00Z", end: "2026-03-29T03:00:00Z", ..Session::new(Vec::new()) };
    whole(
        group,
        "one-of-two-unsigned",
        "One session is proven, another one in the same log is not signed: the log as a whole is not checked.",
        Log::new().session(&Session::of(&[&record()])).session(&other).text(),
    )
    .findings(&["CON005", "CON037"])
    .errors(&["session-unsigned"])
    .unchecked();
    let empty = Session::new(vec![json!({"value": "0", "context": "Transaction.End", "format": "SignedData"})]);
    group
        .case("signed-data-empty", "A value says that it is signed and holds a bare number.")
        .flag("log")
        .input("log", Log::new().session(&empty).text())
        .findings(&["CON037"])
        .errors(&["session-unsigned", "value-payload"])
        .unchecked();
}

/// What the log says is not what was signed.
fn contradictions(group: &mut Group) {
    let signed = || Session::of(&[&record()]);
    let mut told = |name: &str, description: &str, session: Session, codes: &[&str], verdict: &str| {
        let draft = whole(group, name, description, Log::new().session(&session).text())
            .flag("contradiction")
            .findings(&["CON005"])
            .findings(codes);
        match verdict {
            "verified" => draft.verified(),
            "warned" => draft.warned(),
            _ => draft.failed(),
        }
    };
    told(
        "factor-1000",
        "The states are reported in thousandths of watt hours.",
        Session { states: (1_200_500_000, 1_206_100_000), ..signed() },
        &["VAL019"],
        "warned",
    );
    told(
        "other-register",
        "The states reported are those of a register of another kind.",
        Session { states: (0, 5_600), ..signed() },
        &["VAL018"],
        "verified",
    );
    told(
        "other-difference",
        "The states reported differ by more than was signed.",
        Session { states: (1_200_500, 1_216_100), ..signed() },
        &["VAL016"],
        "warned",
    );
    told("other-user", "The session is told to be one of another card.", Session { user: "04FFFFFF", ..signed() }, &["IDN010"], "failed");
    told(
        "other-session",
        "The record of another day stands under the session.",
        Session { begin: "2026-03-30T10:00:00Z", end: "2026-03-30T10:27:00Z", ..signed() },
        &["TXN011"],
        "failed",
    );
    let later = Session {
        number: 4712,
        begin: "2026-03-29T02:30:00Z",
        end: "2026-03-29T03:00:00Z",
        states: (1_206_100, 1_208_350),
        ..Session::of(&[&Payload::later().record(), &record()])
    };
    group
        .case("record-of-session-before", "The record of the session before stands under the next one once more.")
        .flag("log")
        .flag("contradiction")
        .flag("replay")
        .input("log", Log::new().session(&signed()).session(&later).text())
        .key(&METER)
        .valid(3)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .findings(&["CON005", "CON008", "CON010", "CON030", "CON031", "TXN010", "VAL016"])
        .failed();
}

fn order(group: &mut Group) {
    let session = Session::of(&[&Payload::begin().record(), &Payload::end().record()]);
    let stop = Log::new().end(&session).text();
    let start = session.start_payload();
    let text = format!(
        "2026-03-29T04:00:01Z CP-0042 [3,\"s1\",{{\"idTagInfo\":{{\"status\":\"Accepted\"}},\"transactionId\":4711}}]\n{stop}\
         2026-03-29T04:00:03Z CP-0042 [2,\"s2\",\"StartTransaction\",{start}]\n2026-03-29T04:00:04Z CP-0042 [2,\"s1\",\"StartTransaction\",{start}]\n{stop}"
    );
    group
        .case("retries-out-of-order", "The end stands in front of the begin, both came twice, and an answer stands in front of its call.")
        .flag("log")
        .input("log", text)
        .key(&METER)
        .valid(4)
        .proven(ENERGY)
        .findings(&["CON005", "CON010"])
        .verified();
    // The start was never answered: the station writes no number until it learns one.
    let unanswered = Session { number: 0, ..session.clone() };
    let values = json!({"connectorId": 1, "transactionId": -1, "meterValue": [{"timestamp": "2026-03-29T00:58:00Z", "sampledValue": [plain(&Payload::begin().record(), Some("Transaction.Begin"))]}]});
    let end = Session { number: 4711, ..Session::of(&[&Payload::end().record()]) };
    let log = Log::new().call("CP-0042", "StartTransaction", &unanswered.start_payload()).call("CP-0042", "MeterValues", &values).end(&end);
    group
        .case("number-comes-late", "The start was never answered, the begin came without a number, and the end has one.")
        .flag("log")
        .input("log", log.text())
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON005"])
        .verified();
    let missing = |number: u32, kind: &str, samples: &Value| {
        event(kind, number, if kind == "Started" { "2026-03-29T00:58:01Z" } else { "2026-03-29T01:25:02Z" }, "Trigger", samples)
    };
    let card = |payload: Payload| payload.text("IT", "EMAID").text("ID", "DE8AACA2B3C4D5").record();
    let log = Log::new()
        .call("CP-2", "TransactionEvent", &missing(0, "Started", &sample2(1_200_500.0, "Transaction.Begin", &card(Payload::begin()), None)))
        .call("CP-2", "TransactionEvent", &missing(9, "Ended", &sample2(1_206_100.0, "Transaction.End", &card(Payload::end()), None)));
    group
        .case("events-missing", "Eight numbered events of OCPP 2.0.1 did not arrive.")
        .flag("log")
        .input("log", log.text())
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON011", "CON033"])
        .verified();
}

/// The same session in everything a log may look like.
fn forms(group: &mut Group) {
    let session = Session::of(&[&record()]);
    let (start, stop) = (session.start_payload(), session.stop_payload());
    let answer = json!({"idTagInfo": {"status": "Accepted"}, "transactionId": 4711});
    let frames = [json!([2, "1", "StartTransaction", start]), json!([3, "1", answer]), json!([2, "2", "StopTransaction", stop])];
    let each = |line: &dyn Fn(&Value) -> String| -> String { frames.iter().map(|frame| line(frame) + "\n").collect() };
    let mut form = |name: &str, description: &str, text: String| {
        whole(group, &format!("form-{name}"), description, text).flag("form").findings(&["CON005"]).verified();
    };
    form("bare", "Bare frames, a line each.", each(&|frame| frame.to_string()));
    form(
        "pretty",
        "Frames over many lines behind a time each.",
        each(&|frame| format!("[29.03.2026 01:58:00] CP-0042 received:\n{}", pretty(frame))),
    );
    form("array", "One array with all frames.", json!(frames).to_string());
    form(
        "json-lines",
        "JSON lines with the frame as a text.",
        each(&|frame| json!({"level": "info", "station": "CP-0042", "msg": frame.to_string()}).to_string()),
    );
    form(
        "escaped",
        "The frame with escaped quotes behind a name.",
        each(&|frame| format!("ts=01:58 cp=CP-0042 msg={}", json!(frame.to_string()))),
    );
    form(
        "csv",
        "A column of a table with doubled quotes.",
        each(&|frame| format!("2026-03-29;CP-0042;\"{}\"", frame.to_string().replace('"', "\"\""))),
    );
    form("html", "Quotes written as entities.", each(&|frame| frame.to_string().replace('&', "&amp;").replace('"', "&quot;")));
    form("payload", "Payloads alone.", format!("{start}\n{answer}\n{stop}\n"));
    form(
        "dump",
        "A dump of a data base with columns for action and payload.",
        pretty(&json!([
            {"charge_point_id": "CP-0042", "message_id": "1", "action": "StartTransaction", "payload": start.to_string()},
            {"charge_point_id": "CP-0042", "message_id": "1", "action": "StartTransaction.conf", "payload": answer.to_string()},
            {"charge_point_id": "CP-0042", "message_id": "2", "action": "StopTransaction", "payload": stop},
        ])),
    );
    form(
        "har",
        "Messages of a web socket as a browser saves them.",
        pretty(&json!({"log": {"entries": [{"request": {"url": "wss://csms.example/ocpp/CP-0042"},
            "_webSocketMessages": frames.iter().map(|frame| json!({"type": "receive", "opcode": 1, "data": frame.to_string()})).collect::<Vec<_>>()}]}})),
    );
    form("python", "As Python prints them.", each(&|frame| python(frame)));
}

/// A value as Python prints it.
fn python(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if text == "Transaction.End" => "<ReadingContext.transaction_end: 'Transaction.End'>".to_owned(),
        Value::String(text) => format!("'{text}'"),
        Value::Array(elements) => format!("[{}]", elements.iter().map(python).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let members: Vec<String> = members.iter().map(|(key, value)| format!("'{}': {}", snake(key), python(value))).collect();
            format!("{{{}}}", members.join(", "))
        }
    }
}

/// `meterStop` as `meter_stop`.
fn snake(name: &str) -> String {
    name.chars().flat_map(|c| if c.is_ascii_uppercase() { vec!['_', c.to_ascii_lowercase()] } else { vec![c] }).collect()
}

fn soap(group: &mut Group) {
    let envelope = |version: &str, body: &str| {
        format!(
            "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:ns=\"urn://Ocpp/Cs/{version}/\"><soap:Header>\
             <ns:chargeBoxIdentity soap:mustUnderstand=\"true\">CP-0042</ns:chargeBoxIdentity></soap:Header><soap:Body>{body}</soap:Body></soap:Envelope>\n"
        )
    };
    let stop = "<ns:transactionId>4711</ns:transactionId><ns:idTag>04A1B2C3</ns:idTag><ns:timestamp>2026-03-29T01:25:00Z</ns:timestamp><ns:meterStop>1206100</ns:meterStop>";
    let value = escape(&record());
    let newer = format!(
        "<ns:stopTransactionRequest>{stop}<ns:transactionData><ns:timestamp>2026-03-29T01:25:00Z</ns:timestamp><ns:sampledValue><ns:value>{value}</ns:value>\
         <ns:context>Transaction.End</ns:context><ns:format>SignedData</ns:format></ns:sampledValue></ns:transactionData></ns:stopTransactionRequest>"
    );
    whole(group, "soap-1.6", "An envelope of OCPP 1.6.", envelope("2015/10", &newer)).findings(&["CON005"]).verified();
    let older = format!(
        "<ns:stopTransactionRequest>{stop}<ns:transactionData><ns:values><ns:timestamp>2026-03-29T01:25:00Z</ns:timestamp>\
         <ns:value context=\"Transaction.End\" format=\"SignedData\">{value}</ns:value></ns:values></ns:transactionData></ns:stopTransactionRequest>"
    );
    let log = format!(
        "2026-03-29 03:25 in: {}2026-03-29 03:26 in: {}",
        envelope("2012/06", &older),
        envelope("2012/06", "<ns:heartbeatRequest/>")
    );
    whole(group, "soap-1.5", "Envelopes of OCPP 1.5 in a log, with what is said of the value as attributes.", log)
        .findings(&["CON005"])
        .verified();
}

fn keys_in_messages(group: &mut Group) {
    let bare = || Session::of(&[&record()]);
    let key = STANDARD.encode(format!("oca:base16:asn1:{}", hex::encode(METER.spki())));
    let configuration = json!({"configurationKey": [{"key": "MeterPublicKey1", "readonly": true, "value": key}]});
    let meters = json!({"meters": [{"connectorId": 1, "meterSerial": "1TST0000000042", "type": "SIGNATURE", "publicKey": METER.hex()}]});
    let transfer = json!({"vendorId": "generalConfiguration", "messageId": "setMeterConfiguration", "data": meters.to_string()});
    let asked = Log::new().call("CP-0042", "GetConfiguration", &json!({"key": ["MeterPublicKey1"]})).answer("CP-0042", &configuration);
    let mut carried = |name: &str, description: &str, log: Log, codes: &[&str]| {
        let draft = group.case(name, description).flag("log").input("log", log.text()).valid(1).proven(ENERGY);
        draft.findings(&["CON005", "KEY004"]).findings(codes).warned();
    };
    carried(
        "key-of-connector",
        "The key of the connector stands in the answer to a question for settings.",
        asked.session(&bare()),
        &["KEY012"],
    );
    carried(
        "key-by-transfer",
        "The station sent its key after it had started.",
        Log::new().call("CP-0042", "DataTransfer", &transfer).session(&bare()),
        &[],
    );
    let (begin, end) = (Payload::begin().record(), Payload::end().record());
    let once = Session::new(vec![
        json!({"value": signed_value(&begin, Some(&METER)).to_string(), "context": "Transaction.Begin", "format": "SignedData"}),
        json!({"value": signed_value(&end, None).to_string(), "context": "Transaction.End", "format": "SignedData"}),
    ]);
    group
        .case("key-once", "The key comes with the begin and not again with the end.")
        .flag("log")
        .input("log", Log::new().session(&once).text())
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON011", "KEY004", "KEY012"])
        .warned();
    let document = xml::file(&[xml::Value::new(&record()).role("1", "Transaction.End")]);
    whole(group, "document-in-value", "The value holds a whole XML document.", Log::new().session(&Session::of(&[&document])).text())
        .verified();
    let sent = json!({"vendorId": "TEST", "messageId": "signed", "data": record()});
    let log = Log::new().session(&Session::new(Vec::new())).call("CP-0042", "DataTransfer", &sent);
    whole(
        group,
        "record-by-transfer",
        "The record came by a message of the vendor and under no session: the session told stays unsigned.",
        log.text(),
    )
    .findings(&["CON005", "CON037"])
    .errors(&["session-unsigned"])
    .unchecked();
}

fn broken(group: &mut Group) {
    let log = Log::new().session(&Session::of(&[&record()])).text();
    let cut = "2026-03-29T04:01:00Z CP-0042 [2,\"m9\",\"StopTransaction\",{\"transactionId\":4712,\"meterStop\":12\n";
    whole(
        group,
        "message-cut",
        "A message about another session is cut off.",
        format!("{log}{cut}{}", Log::new().call("CP-0042", "Heartbeat", &json!({})).text()),
    )
    .findings(&["CON005"])
    .errors(&["message-unreadable"])
    .unchecked();
    let altered = record().replace("1206.10", "1207.10");
    group
        .case("altered", "The signed value in the log was altered, and the state reported with it.")
        .flag("log")
        .altered("ocpp/sparse-station", "RV of the end")
        .input("log", Log::new().session(&Session { states: (1_200_500, 1_207_100), ..Session::of(&[&altered]) }).text())
        .key(&METER)
        .invalid("mismatch")
        .stated("6.60 kWh")
        .findings(&["CON005", "SIG001"])
        .failed();
    let between =
        format!("{log}a note of the operator beside the log, with a record that nobody sent as a message: {}\n", Payload::later().record());
    group
        .case("record-between", "A record stands between the messages.")
        .flag("log")
        .input("log", between)
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .findings(&["CON005"])
        .verified();
}
