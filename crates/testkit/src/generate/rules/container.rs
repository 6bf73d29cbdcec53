//! Containers.

use super::super::archive;
use super::super::book::Group;
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload, Seal};
use super::super::pdf::Pdf;
use super::super::picture::Dots;
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
    odd_archives(group);
    documents(group);
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

/// Names and leavings.
fn odd_archives(group: &mut Group) {
    let record = Payload::whole().record();
    let whole = |draft: super::Draft<'_>, name: &str, content: Vec<u8>, findings: &[&str]| {
        let draft = draft.input(name, content).key(&METER).valid(1).proven(ENERGY).findings(findings);
        if findings.is_empty() { draft.verified() } else { draft.warned() }
    };
    let named = |name: &str| archive::zip(&[archive::Member::new(name, record.as_bytes())]);
    whole(triggers(group, "CON020", "The name of the file climbs out of the archive."), "zip", named("../session.ocmf"), &["CON020"]);
    whole(quiet(group, "CON020", "The file lies in a folder."), "zip", named("2026/session.ocmf"), &[]);
    let tar = archive::tar(&[archive::Member::new("session.ocmf", record.as_bytes())]);
    let longer = [tar.as_slice(), b"more"].concat();
    whole(triggers(group, "CON021", "Four bytes stand behind the end of the archive."), "tar", longer, &["CON021"]);
    let padded = [tar.as_slice(), &[0; 512]].concat();
    whole(quiet(group, "CON021", "The archive is filled up with zeros."), "tar", padded, &[]);
    // PKCS #8 of the private number: 30 … 02 01 00, algorithm, OCTET STRING of an ECPrivateKey.
    let private = format!("3041020100301306072A8648CE3D020106082A8648CE3D030107042730250201010420{}", METER.private_hex().to_uppercase());
    triggers(group, "CON022", "The private key of the meter lies beside the record.")
        .file("CON022-triggers.ocmf", &record)
        .file("CON022-privateKey.txt", private)
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .findings(&["CON022"])
        .warned();
    quiet(group, "CON022", "The public key of the meter lies beside the record.")
        .file("CON022-quiet.ocmf", &record)
        .file("CON022-publicKey.txt", METER.hex())
        .key(&METER)
        .valid(1)
        .proven(ENERGY)
        .verified();
}

/// Codes and documents.
fn documents(group: &mut Group) {
    let payload = Payload::whole().text("TT", "Grundgebühr");
    let good = |draft: super::Draft<'_>, extension: &str, content: Vec<u8>, findings: &[&str]| {
        let draft = draft.input(extension, content).key(&METER).valid(1).proven(ENERGY).findings(findings);
        if findings.contains(&"CON024") { draft.warned() } else { draft.verified() }
    };
    let latin: Vec<u8> = payload.record().chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    good(triggers(group, "CON023", "The letters of the code are ISO 8859-1."), "png", Dots::code(latin).png(), &["CON023"]);
    good(quiet(group, "CON023", "The letters of the code are UTF-8."), "png", Dots::code(payload.record()).png(), &[]);
    let pdf = Pdf::with_files(&[("session.ocmf", Payload::whole().record().as_bytes())]).bytes();
    let at = pdf.windows(7).position(|window| window == b"1 0 obj").unwrap();
    let moved = [&pdf[..at], b"% moved\n", &pdf[at..]].concat();
    good(triggers(group, "CON024", "A line was put into the PDF, so that its table fits no longer."), "pdf", moved, &["CON024"]);
    good(quiet(group, "CON024", "The table of the PDF fits."), "pdf", pdf, &[]);
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
