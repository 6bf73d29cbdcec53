//! JSON documents around records: chargeIT, PTB, OCPI, Chargy, key objects.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::book::Group;
use super::super::keys::{Key, METER};
use super::super::ocmf::{ENERGY, Payload};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::of_format("json", "JSON documents that carry signed texts.");
    ptb(&mut group);
    ocpi(&mut group);
    chargy(&mut group);
    others(&mut group);
    group
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn key_text(key: &Key) -> String {
    STANDARD.encode(key.spki())
}

fn ptb_of(begin: &str, end: &str) -> String {
    format!(
        "{{\"format\": \"ptb\", \"formatVersion\": \"1.0\", \"publicKey\": \"{}\", \"chargeboxIdentifier\": \"DE*TST*E1*1\",\n\
         \"ocmfBegin\": {},\n\"ocmfEnd\": {}}}\n",
        key_text(&METER),
        quoted(begin),
        quoted(end)
    )
}

fn ptb(group: &mut Group) {
    let (begin, end) = (Payload::begin().record(), Payload::end().record());
    let genuine = ptb_of(&begin, &end);
    let draft = group.case("ptb", "Begin and end as the PTB's container holds them.").flag("container").input("txt", &genuine);
    draft.valid(2).proven(ENERGY).findings(&["CON012", "KEY004"]).warned();
    group
        .case("ptb-same-record", "The begin stands in both places.")
        .flag("container")
        .input("txt", ptb_of(&begin, &begin))
        .valid(2)
        .no_energy()
        .findings(&["CON009", "CON010", "CON012", "CON014", "KEY004", "TXN002"])
        .failed();
    group
        .case("ptb-exchanged", "Begin and end have changed places.")
        .flag("container")
        .input("txt", ptb_of(&end, &begin))
        .valid(2)
        .stated(ENERGY)
        .findings(&["CON009", "CON012", "KEY004"])
        .failed();
    let twice = genuine.replacen("\"format\"", "\"ocmfEnd\": \"\", \"format\"", 1);
    group
        .case("ptb-member-twice", "The end stands twice: neither counts.")
        .flag("container")
        .input("txt", twice)
        .valid(1)
        .no_energy()
        .findings(&["CON012", "KEY004", "TXN002"])
        .errors(&["duplicate-element"])
        .failed();
}

fn value(nature: &str, record: &str) -> String {
    format!("{{\"nature\": \"{nature}\", \"plain_data\": \"99999 kWh\", \"signed_data\": {}}}", quoted(record))
}

fn signed_data(values: &[String]) -> String {
    format!("{{\"encoding_method\": \"OCMF\", \"public_key\": \"{}\", \"signed_values\": [{}]}}", key_text(&METER), values.join(",\n"))
}

fn ocpi(group: &mut Group) {
    let encoded = |payload: Payload| STANDARD.encode(payload.record());
    let signed = signed_data(&[value("Start", &encoded(Payload::begin())), value("End", &encoded(Payload::end()))]);
    let record = format!("{{\"id\": \"7\", \"total_energy\": 5.6, \"signed_data\": {signed}}}");
    let codes = ["CON011", "CON012", "KEY004"];
    for (name, description, text) in [
        ("ocpi", "A charge detail record.", record.clone()),
        ("ocpi-list", "A list of charge detail records.", format!("[{record}]")),
        ("ocpi-envelope", "The response of a server.", format!("{{\"data\": [{record}], \"status_code\": 1000}}")),
        ("ocpi-camel", "Names in another style.", record.replace("signed_data", "signedData").replace("signed_values", "signedValues")),
        ("ocpi-bare", "The signed data alone.", signed),
    ] {
        group.case(name, description).flag("container").input("txt", text).valid(2).proven(ENERGY).findings(&codes).warned();
    }
    let plain = signed_data(&[value("Start", &Payload::begin().record()), value("End", &Payload::end().record())]);
    let draft = group.case("ocpi-plain", "The records are not encoded.").flag("container").input("txt", plain);
    draft.valid(2).proven(ENERGY).findings(&["CON012", "KEY004"]).warned();
    let lower = signed_data(&[value("Start", &encoded(Payload::begin()).to_lowercase())]);
    group
        .case("ocpi-lower-case", "A platform turned the record into small letters.")
        .flag("container")
        .input("txt", lower)
        .not_checked("format-unknown")
        .findings(&["CON012"])
        .errors(&["format-unknown"])
        .unchecked();
}

fn chargy(group: &mut Group) {
    let key = format!(
        "{{\"@context\": \"https://open.charging.cloud/contexts/publicKey+json\", \"algorithm\": \"secp256r1\", \"format\": \"DER\", \"encoding\": \
         \"HEX\", \"value\": \"{}\"}}",
        hex::encode(METER.public_bytes())
    );
    let session = |original: &str| {
        format!(
            "{{\"@context\": \"https://open.charging.cloud/contexts/CTR+json\", \"status\": \"ValidSignature\", \"publicKeys\": [{key}],\n\
             \"chargingSessions\": [{{\"@id\": \"7\", \"@context\": \
             \"https://open.charging.cloud/contexts/SessionSignatureFormats/OCMFv1.0+json\", \"verificationResult\": {{\"status\": \
             \"ValidSignature\"}}, \"original\": \"{}\"}}]}}",
            STANDARD.encode(original)
        )
    };
    let record = Payload::whole().record();
    let draft =
        group.case("chargy", "A session in Chargy's own format, with the key in it.").flag("container").input("chargy", session(&record));
    draft.valid(1).proven(ENERGY).findings(&["CON004", "CON011", "CON012", "KEY004"]).warned();
    group
        .case("chargy-altered", "It says that it was verified, and was altered.")
        .flag("container")
        .altered("json/chargy", "The end is higher")
        .input("chargy", session(&record.replace("1206.10", "1207.10")))
        .invalid("mismatch")
        .stated("6.60 kWh")
        .findings(&["CON004", "CON011", "CON012", "KEY004", "SIG001"])
        .failed();
    let draft = group.case("key-object", "A key object beside a record without key.").flag("container").file("key-object.ocmf", &record);
    draft.file("key-object-publicKey.chargy", key).valid(1).proven(ENERGY).findings(&["KEY004", "KEY012"]).warned();
    let gdf = |end: u32| {
        format!(
            "{{\"chargingSessions\": [{{\"@id\": \"7\", \"@context\": \"https://open.charging.cloud/contexts/SessionSignatureFormats/GDFCrypt01+json\", \
             \"verificationResult\": \"ValidSignature\", \"EVSEId\": \"DE*TST*E1*1\", \"authorizationStart\": {{\"@id\": \"1a2b3c4d\"}}, \
             \"measurements\": [{{\"energyMeterId\": \"0901TEST42\", \"obis\": \"0100010800FF\", \"unit\": \"WATT_HOUR\", \"unitEncoded\": 30, \
             \"scale\": -1, \"values\": [{{\"timestamp\": \"2026-05-29T08:00:00+02:00\", \"value\": \"110281\", \"signatures\": [{{\"r\": \"00\", \"s\": \
             \"00\"}}]}}, {{\"timestamp\": \"2026-05-29T08:30:00+02:00\", \"value\": \"{end}\", \"signatures\": [{{\"r\": \"00\", \"s\": \"00\"}}]}}]}}]}}]}}"
        )
    };
    group
        .case("chargy-unproven", "A session whose way of signing nobody has shown.")
        .flag("container")
        .input("chargy", gdf(116_765))
        .not_checked("recipe-unproven")
        .stated("648.4 Wh")
        .findings(&["SIG017", "TIM002"])
        .unchecked();
}

fn others(group: &mut Group) {
    let empty = "{\"signedMeterValues\": []}";
    group.case("empty", "A container without values.").flag("container").input("txt", empty).errors(&["nothing-found"]).unchecked();
    let element = "{\"signedMeterValues\": [7]}";
    group
        .case("no-value", "A container with something that is no value.")
        .flag("container")
        .input("txt", element)
        .not_checked("format-unknown")
        .errors(&["format-unknown"])
        .unchecked();
    let log = format!("{{\"level\": \"info\", \"text\": {}}}", quoted(&Payload::whole().record()));
    let draft =
        group.case("log", "Other JSON with a record in a text is searched as text.").flag("container").input("txt", log).key(&METER);
    draft.valid(1).proven(ENERGY).findings(&["CON003", "CON011"]).warned();
}
