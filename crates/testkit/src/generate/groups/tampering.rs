//! What a forger might try. Nothing here may ever be verified.

use eichrecht_model::{Curve, Hash};
use num_bigint::BigUint;

use super::super::book::{Draft, Group};
use super::super::curves::Domain;
use super::super::der::{Spelling, integer, sequence, signature};
use super::super::ecdsa::Pair;
use super::super::keys::{METER, OTHER, of_curve};
use super::super::ocmf::{BEGIN, END, ENERGY, Payload, Seal};
use super::super::xml::{self, Value};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("tampering", "Altered, swapped and stripped records; none may ever be verified.");
    genuine(&mut group);
    fields(&mut group);
    readings(&mut group);
    spelling(&mut group);
    sections(&mut group);
    numbers(&mut group);
    keys(&mut group);
    fourth_section(&mut group);
    replays(&mut group);
    group
}

/// A session with everything in it that can be altered.
fn full() -> Payload {
    Payload::whole()
        .text("TT", "39 cent per kWh")
        .text("CF", "0.9.1")
        .set("LC", "{\"LN\":\"cable 1\",\"LI\":1,\"LR\":12,\"LU\":\"mOhm\"}")
        .text("XA", "vendor")
        .at(0, "CL", "0.00")
        .at(1, "CL", "0.05")
}

const GENUINE: &str = "tampering/genuine-without-key";

/// The genuine record is here only without a key, so that no case of the group can be verified.
fn genuine(group: &mut Group) {
    group
        .case("genuine-without-key", "The record that the others are alterations of; without a key it proves nothing.")
        .flag("genuine")
        .ocmf(full().record())
        .not_checked("no-key")
        .stated(ENERGY)
        .findings(&["KEY001"])
        .unchecked();
}

/// A record that shows one payload with the signature of another.
fn altered<'a>(group: &'a mut Group, name: &str, alteration: &str, shown: &str, signed: &str) -> Draft<'a> {
    assert_ne!(shown, signed, "{name} alters nothing");
    group
        .case(name, "A signed part was altered after signing.")
        .flag("tampering")
        .altered(GENUINE, alteration)
        .ocmf(Seal::new().forged(shown, signed))
        .key(&METER)
        .invalid("mismatch")
        .findings(&["SIG001"])
}

fn fields(group: &mut Group) {
    let signed = full().json();
    let texts = [
        ("FV", "1.3"),
        ("GI", "OTHER GATEWAY"),
        ("GS", "GW-8"),
        ("GV", "1.1"),
        ("PG", "T2"),
        ("MV", "OTHER"),
        ("MM", "M2"),
        ("MS", "1TST0000000043"),
        ("MF", "1.1"),
        ("IL", "SECURE"),
        ("IT", "CENTRAL"),
        ("ID", "04A1B2C4"),
        ("CT", "CBIDC"),
        ("CI", "DE*TST*E1*2"),
        ("TT", "93 cent per kWh"),
        ("CF", "0.9.2"),
        ("XA", "vendors"),
    ];
    for (field, text) in texts {
        altered(group, &format!("field-{field}"), &format!("{field} became {text}"), &full().text(field, text).json(), &signed)
            .stated(ENERGY)
            .failed();
    }
    let literals = [("IF", "[\"RFID_PLAIN\"]"), ("LC", "{\"LN\":\"cable 1\",\"LI\":1,\"LR\":21,\"LU\":\"mOhm\"}")];
    for (field, literal) in literals {
        altered(group, &format!("field-{field}"), &format!("{field} became {literal}"), &full().set(field, literal).json(), &signed)
            .stated(ENERGY)
            .failed();
    }
    altered(group, "field-IS", "IS became false", &full().set("IS", "false").json(), &signed).stated(ENERGY).findings(&["IDN001"]).failed();
    altered(group, "field-removed", "MF was removed", &full().without("MF").json(), &signed).stated(ENERGY).failed();
    altered(group, "field-added", "XB was added", &full().text("XB", "x").json(), &signed).stated(ENERGY).failed();
}

fn readings(group: &mut Group) {
    let signed = full().json();
    let mut alter = |name: &str, alteration: &str, shown: Payload, stated: &str| {
        altered(group, name, alteration, &shown.json(), &signed).stated(stated).failed();
    };
    alter("begin-TM", "TM of the begin: one minute later", full().text_at(0, "TM", &BEGIN.replace("01:58", "01:59")), ENERGY);
    alter("end-TM", "TM of the end: one minute later", full().text_at(1, "TM", &END.replace("03:25", "03:26")), ENERGY);
    alter("end-TM-state", "TM of the end: S became R", full().text_at(1, "TM", &END.replace('S', "R")), ENERGY);
    alter("end-TX", "TX of the end: E became L", full().text_at(1, "TX", "L"), ENERGY);
    alter("begin-RV", "RV of the begin: 1200.50 became 1100.50", full().at(0, "RV", "1100.50"), "105.60 kWh");
    alter("end-RV", "RV of the end: 1206.10 became 1206.11", full().at(1, "RV", "1206.11"), "5.61 kWh");
    alter("end-RV-spelling", "RV of the end: 1206.10 became 1206.1", full().at(1, "RV", "1206.1"), ENERGY);
    alter("RI", "RI: the first register of import became that of tariff 1", full().each("RI", "\"1-0:1.8.1\""), ENERGY);
    alter("RU", "RU: kWh became Wh", full().each("RU", "\"Wh\""), "5.60 Wh");
    alter("RT", "RT: DC became AC", full().each("RT", "\"AC\""), ENERGY);
    alter("end-CL", "CL of the end: 0.05 became 0.04", full().at(1, "CL", "0.04"), ENERGY);

    // Faults are rather hidden than invented: here the signed text holds one.
    let mut hide = |name: &str, alteration: &str, signed: Payload| {
        altered(group, name, alteration, &full().json(), &signed.json()).stated(ENERGY).failed();
    };
    hide("begin-ST", "ST of the begin: M became G", full().text_at(0, "ST", "M"));
    hide("end-ST", "ST of the end: E became G", full().text_at(1, "ST", "E"));
    hide("begin-EF", "EF of the begin: E became empty", full().text_at(0, "EF", "E"));
    hide("end-EF", "EF of the end: Et became empty", full().text_at(1, "EF", "Et"));

    let inner = |payload: Payload| payload.reading("C", "2026-03-29T03:10:00,000+0200 S", "1203.00");
    let three = inner(Payload::bare().reading("B", BEGIN, "1200.50")).reading("E", END, "1206.10");
    altered(group, "reading-removed", "A reading in between was removed", &Payload::whole().json(), &three.json()).stated(ENERGY).failed();
    altered(group, "reading-added", "A reading in between was added", &three.json(), &Payload::whole().json()).stated(ENERGY).failed();
}

fn spelling(group: &mut Group) {
    let signed = full().json();
    let mut alter = |name: &str, alteration: &str, shown: String| {
        altered(group, name, alteration, &shown, &signed).stated(ENERGY).failed();
    };
    alter(
        "blank-inside",
        "A blank was added between key and value: not allowed from 1.0.1 on",
        signed.replace("\"ST\":\"G\"", "\"ST\": \"G\""),
    );
    alter("escape", "A letter was written as an escape", signed.replace("\"M1\"", "\"\\u004d1\""));
    alter("order", "Two fields changed places", signed.replacen("\"MV\":\"TEST\",\"MM\":\"M1\"", "\"MM\":\"M1\",\"MV\":\"TEST\"", 1));
    alter("line-end", "A line end was added inside", signed.replace(",\"RD\"", ",\n\"RD\""));

    // The meter signed two values: whoever shows the first bills another amount than whoever shows the last.
    let doubled = Payload::whole().json().replace("\"RV\":1206.10", "\"RV\":1206.10,\"RV\":1306.10");
    group
        .case("doubled-RV", "The end has two register values under a valid signature.")
        .flag("duplicate-key")
        .ocmf(Seal::new().record(&doubled))
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["FMT001", "VAL002"])
        .failed();
    let hidden = Payload::whole().json().replace("\"RV\":1206.10", "\"RV\":1206.10,\"\\u0052V\":1306.10");
    group
        .case("doubled-RV-escaped", "The second of two register values hides behind an escaped key.")
        .flag("duplicate-key")
        .ocmf(Seal::new().record(&hidden))
        .key(&METER)
        .valid(1)
        .no_energy()
        .findings(&["FMT001", "VAL002"])
        .failed();
    let two_lists = Payload::whole().json().replacen("\"RD\":[", "\"RD\":[],\"RD\":[", 1);
    group
        .case("doubled-RD", "There are two lists of readings.")
        .flag("duplicate-key")
        .ocmf(Seal::new().record(&two_lists))
        .key(&METER)
        .not_checked("record-unreadable")
        .errors(&["record-unreadable"])
        .unchecked();
}

fn sections(group: &mut Group) {
    let payload = full().json();
    let record = full().record();
    let seal = Seal::new();
    let genuine_signature = seal.signature(&payload);
    let section = |signature: &[u8]| format!("OCMF|{payload}|{}", seal.section(signature));

    let mut invalid = |name: &str, alteration: &str, record: String, reason: &str, code: &str| {
        group
            .case(name, "The signature section was altered.")
            .flag("tampering")
            .altered(GENUINE, alteration)
            .ocmf(record)
            .key(&METER)
            .invalid(reason)
            .stated(ENERGY)
            .findings(&[code])
            .failed();
    };
    let mut flipped = genuine_signature.clone();
    *flipped.last_mut().unwrap() ^= 1;
    invalid("signature-bit", "The last bit of the signature was flipped", section(&flipped), "mismatch", "SIG001");
    let other = seal.signature(&Payload::later().json());
    invalid("signature-swapped", "The signature is that of another record of the same meter", section(&other), "mismatch", "SIG001");
    let by_other = Seal::by(&OTHER).signature(&payload);
    invalid("signature-by-other", "The signature was made with the key of another meter", section(&by_other), "mismatch", "SIG001");
    let sha512 = Seal::hashed(&METER, Hash::Sha512).signature(&payload);
    invalid("signature-other-hash", "The signature was made with SHA-512, the record says SHA-256", section(&sha512), "mismatch", "SIG001");
    let cut = &genuine_signature[..genuine_signature.len() - 4];
    invalid("signature-cut", "The last four bytes of the signature are missing", section(cut), "malformed", "SIG001");
    invalid("signature-noise", "The signature is 20 bytes of noise", section(&[0x5a; 20]), "malformed", "SIG001");
    let sa = seal.clone().set("SA", "\"ECDSA-brainpool256r1-SHA256\"").record(&payload);
    invalid("algorithm-other-curve", "SA names brainpool256r1", sa, "key-does-not-fit-algorithm", "SIG006");
    let ed = seal.clone().set("SA", "\"EdDSA-Ed25519\"").set("SM", "\"application/octet-stream\"").record(&payload);
    group
        .case("algorithm-other-kind", "The signature section was altered.")
        .flag("tampering")
        .altered(GENUINE, "SA names Ed25519")
        .ocmf(ed)
        .key(&METER)
        .invalid("key-does-not-fit-algorithm")
        .stated(ENERGY)
        .findings(&["SIG006", "SIG009"])
        .failed();
    group
        .case("algorithm-other-hash", "The signature section was altered.")
        .flag("tampering")
        .altered(GENUINE, "SA names SHA-512")
        .ocmf(seal.clone().set("SA", "\"ECDSA-secp256r1-SHA512\"").record(&payload))
        .key(&METER)
        .invalid("mismatch")
        .stated(ENERGY)
        .findings(&["SIG001", "SIG009"])
        .failed();

    let mut stripped = |name: &str, alteration: &str, record: String, codes: &[&str]| {
        group
            .case(name, "There is no signature.")
            .flag("tampering")
            .flag("signature-stripped")
            .altered(GENUINE, alteration)
            .ocmf(record)
            .key(&METER)
            .not_checked("signature-unreadable")
            .stated(ENERGY)
            .findings(codes)
            .unchecked();
    };
    stripped("signature-removed", "SD was removed", format!("OCMF|{payload}|{{\"SA\":\"ECDSA-secp256r1-SHA256\"}}"), &["SIG003"]);
    stripped("signature-empty", "SD was emptied", section(&[]), &["SIG003"]);
    stripped(
        "signature-null",
        "SD became null",
        format!("OCMF|{payload}|{{\"SA\":\"ECDSA-secp256r1-SHA256\",\"SD\":null}}"),
        &["FMT011", "SIG003"],
    );

    let digits = hex::encode_upper(&genuine_signature);
    group
        .case("doubled-SD", "There are two signatures, the genuine one and another.")
        .flag("duplicate-key")
        .altered(GENUINE, "A second SD was added")
        .ocmf(format!("OCMF|{payload}|{{\"SA\":\"ECDSA-secp256r1-SHA256\",\"SD\":\"{digits}\",\"SD\":\"00\"}}"))
        .key(&METER)
        .not_checked("signature-unreadable")
        .stated(ENERGY)
        .findings(&["FMT001", "SIG003"])
        .failed();
    group
        .case("doubled-SA", "The algorithm is named twice, differently.")
        .flag("duplicate-key")
        .altered(GENUINE, "A second SA was added")
        .ocmf(record.replacen("\"SA\":", "\"SA\":\"ECDSA-secp256k1-SHA256\",\"SA\":", 1))
        .key(&METER)
        .valid(1)
        .stated(ENERGY)
        .findings(&["FMT001", "SIG010"])
        .failed();
    group
        .case("section-removed", "There is no signature section.")
        .flag("tampering")
        .flag("signature-stripped")
        .altered(GENUINE, "The signature section was removed")
        .ocmf(format!("OCMF|{payload}"))
        .key(&METER)
        .not_checked("record-unreadable")
        .errors(&["record-unreadable"])
        .unchecked();
    group
        .case("header", "The header is another.")
        .flag("tampering")
        .altered(GENUINE, "OCMF became OCMG")
        .ocmf(record.replacen("OCMF", "OCMG", 1))
        .key(&METER)
        .errors(&["nothing-found"])
        .unchecked();
}

fn numbers(group: &mut Group) {
    let payload = full().json();
    let seal = Seal::new();
    let Pair { r, s } = seal.pair(&payload);
    let n = Domain::of(Curve::Secp256r1).n;
    let zero = BigUint::ZERO;
    let mut out = |name: &str, alteration: &str, r: &BigUint, s: &BigUint| {
        let bytes = signature(&Pair { r: r.clone(), s: s.clone() }, Spelling::Strict, 32);
        group
            .case(name, "A number of the signature is out of range.")
            .flag("tampering")
            .flag("signature-range")
            .altered(GENUINE, alteration)
            .ocmf(format!("OCMF|{payload}|{}", seal.section(&bytes)))
            .key(&METER)
            .invalid("out-of-range")
            .stated(ENERGY)
            .findings(&["SIG014"])
            .failed();
    };
    out("r-zero", "r became 0", &zero, &s);
    out("s-zero", "s became 0", &r, &zero);
    out("r-s-zero", "r and s became 0", &zero, &zero);
    out("r-order", "r became the order", &n, &s);
    out("s-order", "s became the order", &r, &n);
    out("r-plus-order", "The order was added to r", &(&r + &n), &s);
    out("s-plus-order", "The order was added to s", &r, &(&s + &n));

    // n - s fits the same text: that is how ECDSA is, and no forgery. r and s swapped is one.
    let swapped = sequence(&[integer(&s), integer(&r)]);
    group
        .case("r-s-swapped", "The numbers of the signature changed places.")
        .flag("tampering")
        .altered(GENUINE, "r and s changed places")
        .ocmf(format!("OCMF|{payload}|{}", seal.section(&swapped)))
        .key(&METER)
        .invalid("mismatch")
        .stated(ENERGY)
        .findings(&["SIG001"])
        .failed();
    let raw_zero = "00".repeat(64);
    group
        .case("raw-zero", "The numbers of the signature are zeros without structure.")
        .flag("tampering")
        .flag("signature-range")
        .altered(GENUINE, "The signature became 64 zero bytes")
        .ocmf(format!("OCMF|{payload}|{}", seal.section(&hex::decode(raw_zero).unwrap())))
        .key(&METER)
        .invalid("out-of-range")
        .stated(ENERGY)
        .findings(&["SIG014"])
        .failed();
}

fn keys(group: &mut Group) {
    let record = full().record();
    let mut other = |name: &str, description: &str, key, reason: &str, code: &str| {
        group.case(name, description).flag("key").ocmf(&record).key(key).invalid(reason).stated(ENERGY).findings(&[code]).failed();
    };
    other("other-key", "The user gives the key of another meter.", &OTHER, "mismatch", "SIG001");
    let k1 = of_curve(Curve::Secp256k1);
    other("key-of-other-curve", "The user gives a key of another curve of the same size.", &k1, "key-does-not-fit-algorithm", "SIG006");
    let p384 = of_curve(Curve::Secp384r1);
    other("key-of-larger-curve", "The user gives a key of a larger curve.", &p384, "key-does-not-fit-algorithm", "SIG006");

    // The forger signs anew and puts his own key beside it; the user has the meter's key from its label.
    let forged = Seal::by(&OTHER).record(&full().at(0, "RV", "1100.50").json());
    group
        .case("signed-anew", "The record was altered, signed anew with the forger's key, and that key put beside it.")
        .flag("key")
        .altered(GENUINE, "RV of the begin: 1200.50 became 1100.50; signature and key replaced")
        .input("xml", xml::file(&[Value::new(&forged).key(&OTHER)]))
        .key(&METER)
        .valid(1)
        .stated("105.60 kWh")
        .findings(&["KEY004", "KEY006"])
        .failed();
}

/// The forger writes the key into the record itself.
fn fourth_section(group: &mut Group) {
    let forged = Seal::by(&OTHER).record(&full().at(0, "RV", "1100.50").json());
    group
        .case("signed-anew-key-inside", "The record was altered, signed anew, and the forger's key written behind the signature.")
        .flag("key")
        .altered(GENUINE, "RV of the begin: 1200.50 became 1100.50; signature replaced, key added")
        .ocmf(format!("{forged}|{}", OTHER.hex()))
        .key(&METER)
        .valid(1)
        .stated("105.60 kWh")
        .findings(&["FMT004", "KEY004", "KEY006"])
        .failed();
}

fn replays(group: &mut Group) {
    let begin = Payload::begin();
    let role = |payload: &str, id: &str, role: &str| Value::new(payload).role(id, &format!("Transaction.{role}"));

    let stranger = Payload::end().text("GS", "GW-8").text("MS", "1TST0000000043").at(0, "RV", "1299.00");
    let stranger = Seal::by(&OTHER).record(&stranger.json());
    group
        .case("end-of-other-meter", "The end is that of another meter.")
        .flag("replay")
        .input("xml", xml::file(&[role(&begin.record(), "9", "Begin"), role(&stranger, "9", "End")]))
        .key(&METER)
        .key(&OTHER)
        .valid(2)
        .no_energy()
        .no_energy()
        .findings(&["TXN001", "TXN002", "TXN004"])
        .failed();
    group
        .case("end-of-other-meter-in-text", "The end is that of another meter, and no container says what belongs together.")
        .flag("replay")
        .ocmf(format!("{}\n{stranger}\n", begin.record()))
        .key(&METER)
        .key(&OTHER)
        .valid(2)
        .no_energy()
        .no_energy()
        .findings(&["TXN001", "TXN002", "TXN004"])
        .failed();

    // The begin of the first session, and the second one with its own begin: the first has no end.
    let later_begin = Payload::bare().text("PG", "T3").reading("B", "2026-03-29T04:30:00,000+0200 S", "1206.10");
    let later_end = Payload::bare().text("PG", "T4").reading("E", "2026-03-29T05:00:00,000+0200 S", "1208.35");
    group
        .case("begin-of-one-end-of-next", "The end of the first session is missing, the second is labelled as its end.")
        .flag("replay")
        .input(
            "xml",
            xml::file(&[
                role(&begin.record(), "9", "Begin"),
                role(&later_begin.record(), "10", "Begin"),
                role(&later_end.record(), "9", "End"),
            ]),
        )
        .key(&METER)
        .valid(3)
        .no_energy()
        .proven("2.25 kWh")
        .findings(&["TXN002"])
        .failed();
    let earlier_end = Payload::end().text("PG", "T0").text_at(0, "TM", "2026-03-29T01:30:00,000+0100 S");
    group
        .case("end-of-earlier-session", "The end is that of an earlier session.")
        .flag("replay")
        .input("xml", xml::file(&[role(&begin.record(), "9", "Begin"), role(&earlier_end.record(), "9", "End")]))
        .key(&METER)
        .valid(2)
        .no_energy()
        .no_energy()
        .findings(&["TXN001", "TXN002"])
        .failed();
    group
        .case("begin-as-end", "The record of the begin is labelled as begin and as end.")
        .flag("replay")
        .input("xml", xml::file(&[role(&begin.record(), "9", "Begin"), role(&begin.record(), "9", "End")]))
        .key(&METER)
        .valid(2)
        .no_energy()
        .findings(&["CON009", "CON010", "CON014", "TXN002"])
        .failed();
    group
        .case("begin-altered-end-genuine", "Of two records one was altered.")
        .flag("tampering")
        .altered("layouts/begin-end", "RV of the begin: 1200.50 became 1200.40")
        .ocmf(format!("{}\n{}\n", Seal::new().forged(&begin.clone().at(0, "RV", "1200.40").json(), &begin.json()), Payload::end().record()))
        .key(&METER)
        .invalid("mismatch")
        .valid(1)
        .stated("5.70 kWh")
        .findings(&["SIG001"])
        .failed();
    group
        .case("end-without-key", "The begin is signed by a key the user has, the end by one nobody has.")
        .flag("key")
        .input(
            "xml",
            xml::file(&[
                role(&begin.record(), "9", "Begin"),
                Value::new(&Seal::by(&of_curve(Curve::Secp256k1)).record(&Payload::end().json())).role("9", "Transaction.End"),
            ]),
        )
        .key(&METER)
        .valid(1)
        .invalid("key-does-not-fit-algorithm")
        .stated(ENERGY)
        .findings(&["SIG006"])
        .failed();
    group
        .case("genuine-beside-broken", "A broken record lies beside a genuine one: the genuine one is proven, the whole is not verified.")
        .flag("tampering")
        .ocmf(format!("{}\nOCMF|{{\"FV\":\"1.4\"|{{\"SD\":\"\"}}\n", Payload::whole().record()))
        .key(&METER)
        .valid(1)
        .not_checked("record-unreadable")
        .proven(ENERGY)
        .errors(&["record-unreadable"])
        .unchecked();
}
