//! Containers.

use super::super::archive;
use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::super::xml::{self, Value};
use super::{lines, quiet, triggers};

/// Namespace of SAFE's schema.
const SAFE: &str = " xmlns=\"http://transparenz.software/schema/2018/07\"";

pub(super) fn cases(group: &mut Group) {
    xml_parts(group);
    labels(group);
    wrappings(group);
    roles(group);
    archives(group);
}

/// An archive in which files lie as they are, and a member that is nothing to us.
fn archives(group: &mut Group) {
    let record = Payload::whole().record();
    let session = archive::Member::new("session.ocmf", record.as_bytes());
    triggers(group, "CON017", "The archive holds a note beside the session.")
        .input("zip", archive::zip(&[session.clone(), archive::Member::new("note.txt", b"see the file beside this one\n")]))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON017"])
        .warned();
    quiet(group, "CON017", "The archive holds the session and a folder.")
        .input("zip", archive::zip(&[session, archive::Member::new("folder/", b"")]))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();
}

fn value() -> Value {
    Value::new(&Payload::whole().record())
}

/// A whole session in XML with the user's key.
fn good(draft: super::Draft<'_>, text: &str) {
    draft.input("xml", text).key(&METER).valid(1).proven(ENERGY).verified();
}

fn warned(draft: super::Draft<'_>, text: &str, code: &str) {
    draft.input("xml", text).key(&METER).valid(1).proven(ENERGY).findings(&[code]).warned();
}

fn xml_parts(group: &mut Group) {
    let foreign = xml::with_root(" xmlns=\"urn:example:receipts\"", "", &[value()]);
    warned(triggers(group, "CON001", "The values stand in a namespace nobody knows."), &foreign, "CON001");
    good(quiet(group, "CON001", "The values stand in the namespace of SAFE's schema."), &xml::with_root(SAFE, "", &[value()]));

    let misspelt = xml::file(&[value().attributes(" transactionld=\"7\"")]);
    warned(triggers(group, "CON002", "The attribute for the transaction number is misspelt."), &misspelt, "CON002");
    let spelt = xml::file(&[value().attributes(" transactionId=\"7\"")]);
    good(quiet(group, "CON002", "The attribute for the transaction number is spelt as it should be."), &spelt);

    let station = "  <chargingStation xmlns=\"https://open.charging.cloud/CTR/2020/01\" id=\"DE*TST*S1\">\n    \
                   <description language=\"en\">Station at the town hall</description>\n  </chargingStation>\n";
    triggers(group, "CON012", "The sender adds unsigned data about the station.")
        .input("xml", xml::with_root("", station, &[value()]))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON012"])
        .verified();
    good(quiet(group, "CON012", "There is nothing beside the signed data."), &xml::file(&[value()]));
}

fn labels(group: &mut Group) {
    let alfen = xml::file(&[value().data_attributes(" format=\"ALFEN\" encoding=\"plain\"")]);
    warned(triggers(group, "CON004", "The container calls the OCMF record an ALFEN one."), &alfen, "CON004");
    let small = xml::file(&[value().data_attributes(" format=\"ocmf\" encoding=\"plain\"")]);
    good(quiet(group, "CON004", "The container names the format in small letters."), &small);

    triggers(group, "CON005", "The container names no format.")
        .input("xml", xml::file(&[value().data_attributes(" encoding=\"plain\"")]))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON005"])
        .verified();
    good(quiet(group, "CON005", "The container names the format."), &xml::file(&[value()]));

    let base64 = xml::file(&[value().data_attributes(" format=\"OCMF\" encoding=\"base64\"")]);
    warned(triggers(group, "CON006", "The container says Base64, the record stands there plainly."), &base64, "CON006");
    let none = xml::file(&[value().data_attributes(" format=\"OCMF\"")]);
    good(quiet(group, "CON006", "The container says nothing about the encoding."), &none);

    let word = xml::file(&[value().attributes(" transactionId=\"session one\"")]);
    warned(triggers(group, "CON007", "The transaction number is no number."), &word, "CON007");
    let number = xml::file(&[value().attributes(" transactionId=\"4711\"")]);
    good(quiet(group, "CON007", "The transaction number is a number."), &number);
}

fn wrappings(group: &mut Group) {
    let record = Payload::whole().record();
    triggers(group, "CON003", "A sentence stands in front of the record.")
        .input("txt", format!("Your receipt: {record}\n"))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON003"])
        .warned();
    quiet(group, "CON003", "Only blanks and line ends stand around the record.")
        .input("txt", format!("\n  {record}\n\n"))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();

    triggers(group, "CON010", "The same record stands in the text twice.")
        .ocmf(lines(&[Payload::whole(), Payload::whole()]))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON010"])
        .verified();
    quiet(group, "CON010", "Two sessions stand in the text, one behind the other.")
        .ocmf(lines(&[Payload::whole(), Payload::later()]))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .verified();

    triggers(group, "CON011", "The whole record is written in hex.")
        .input("txt", hex::encode_upper(&record))
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON011"])
        .verified();
    quiet(group, "CON011", "The record stands there plainly.").input("txt", &record).key(&METER).valid(1).proven(ENERGY).verified();

    // The line ends are signed as CR LF; whoever reads XML sees LF only.
    let spread = |ends: &str| Payload::whole().json().replace(",\"", &format!(",{ends}\""));
    let seal = Seal::new();
    let shown = seal.forged(&spread("\n"), &spread("\r\n"));
    warned(
        triggers(group, "CON013", "The signed text has line ends CR LF, which XML turns into LF."),
        &xml::file(&[Value::new(&shown)]),
        "CON013",
    );
    let exact = seal.record(&spread("\n"));
    good(quiet(group, "CON013", "The signed text has line ends LF, which XML leaves as they are."), &xml::file(&[Value::new(&exact)]));
}

fn roles(group: &mut Group) {
    let (begin, end) = (Payload::begin().record(), Payload::end().record());
    let (first, second) = (Payload::whole().record(), Payload::later().record());
    let role = |record: &str, id: &str, role: &str| Value::new(record).role(id, &format!("Transaction.{role}"));

    triggers(group, "CON008", "Two whole sessions are labelled as begin and end of one transaction.")
        .input("xml", xml::file(&[role(&first, "9", "Begin"), role(&second, "9", "End")]))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .findings(&["CON008"])
        .warned();
    quiet(group, "CON008", "Two whole sessions have a transaction number each.")
        .input(
            "xml",
            xml::file(&[Value::new(&first).attributes(" transactionId=\"9\""), Value::new(&second).attributes(" transactionId=\"10\"")]),
        )
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .proven("2.25 kWh")
        .verified();

    triggers(group, "CON009", "The record labelled as begin holds the end, and the other way round.")
        .input("xml", xml::file(&[role(&end, "9", "Begin"), role(&begin, "9", "End")]))
        .key(&METER)
        .valid(2)
        .stated(ENERGY)
        .findings(&["CON009"])
        .failed();
    quiet(group, "CON009", "The records labelled as begin and end hold begin and end.")
        .input("xml", xml::file(&[role(&begin, "9", "Begin"), role(&end, "9", "End")]))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();

    triggers(group, "CON014", "The record of the begin is labelled as begin and as end of one transaction.")
        .flag("replay")
        .input("xml", xml::file(&[role(&begin, "9", "Begin"), role(&begin, "9", "End")]))
        .key(&METER)
        .valid(2)
        .no_energy()
        .findings(&["CON009", "CON010", "CON014", "TXN002"])
        .failed();
    quiet(group, "CON014", "A whole session is labelled as begin and as end of one transaction.")
        .input("xml", xml::file(&[role(&first, "9", "Begin"), role(&first, "9", "End")]))
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .findings(&["CON010"])
        .verified();
}
