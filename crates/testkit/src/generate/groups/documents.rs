//! Records in documents made for people: PDF with attached files, pictures with QR codes.

use image::ImageFormat;

use super::super::archive;
use super::super::book::{Draft, Group};
use super::super::keys::METER;
use super::super::ocmf::{ENERGY, Payload};
use super::super::pdf::Pdf;
use super::super::picture::Dots;
use super::super::xml::{self, Value};

/// The group.
#[must_use]
pub fn group() -> Group {
    let mut group = Group::new("documents", "Records attached to PDF documents and in QR codes of pictures.");
    attached(&mut group);
    not_attached(&mut group);
    pictures(&mut group);
    several_codes(&mut group);
    links(&mut group);
    group
}

fn receipt() -> String {
    xml::file(&[Value::new(&Payload::whole().record()).key(&METER)])
}

fn whole<'a>(group: &'a mut Group, name: &str, description: &str, extension: &str, content: impl AsRef<[u8]>) -> Draft<'a> {
    group.case(name, description).flag("carrier").input(extension, content).key(&METER).valid(1).proven(ENERGY)
}

fn attached(group: &mut Group) {
    let record = Payload::whole().record();
    let pdf = Pdf::with_files(&[("receipt.xml", receipt().as_bytes())]);
    group
        .case("pdf", "A receipt as PDF/A-3 with the XML attached. The printed amount is another one.")
        .flag("carrier")
        .input("pdf", pdf.bytes())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
    group
        .case("pdf-several", "Begin, end and key are attached to a PDF, each as a file.")
        .flag("carrier")
        .input(
            "pdf",
            Pdf::with_files(&[
                ("begin.ocmf", Payload::begin().record().as_bytes()),
                ("end.ocmf", Payload::end().record().as_bytes()),
                ("key.pem", METER.pem().as_bytes()),
            ])
            .bytes(),
        )
        .valid(2)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
    let mut pdf = Pdf::new();
    let file = pdf.file("session.ocmf", &record);
    let pdf = pdf.page(&format!("/Annots[<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS {file} 0 R>>]"));
    whole(group, "pdf-annotation", "The file is attached to a place on the page.", "pdf", pdf.bytes()).verified();
    let zip = archive::zip(&[archive::Member::new("session.ocmf", &record)]);
    whole(group, "pdf-zip", "An archive is attached to a PDF.", "pdf", Pdf::with_files(&[("data.zip", &zip)]).bytes()).verified();
    let inner = Pdf::with_files(&[("session.ocmf", record.as_bytes())]).bytes();
    let zip = archive::zip(&[archive::Member::new("receipt.pdf", inner)]);
    whole(group, "pdf-in-zip", "A PDF with the record attached lies in an archive.", "zip", zip).verified();
    let picture = Dots::code(&record).png();
    whole(group, "pdf-picture", "A picture with the QR code is attached.", "pdf", Pdf::with_files(&[("code.png", &picture)]).bytes())
        .verified();
    let note: (&str, &[u8]) = ("note.txt", b"Thank you for charging with us.\n");
    let pdf = Pdf::with_files(&[note, ("session.ocmf", record.as_bytes())]);
    whole(group, "pdf-note", "A note is attached beside the record.", "pdf", pdf.bytes()).findings(&["CON017"]).warned();
}

fn not_attached(group: &mut Group) {
    let mut refused = |name: &str, description: &str, content: Vec<u8>, error: &str| {
        group.case(name, description).flag("carrier").input("pdf", content).errors(&[error]).unchecked();
    };
    refused("pdf-without", "A PDF without attachment: what is printed is not evidence.", Pdf::new().bytes(), "pdf-without-attachment");
    let pdf = Pdf::with_files(&[("receipt.xml", receipt().as_bytes())]);
    let encrypted = pdf.clone().trailer("/Encrypt<</Filter/Standard/V 4/R 4/P -1>>");
    refused("pdf-encrypted", "The PDF says that it is encrypted.", encrypted.bytes(), "pdf-encrypted");
    refused("pdf-cut", "Only the beginning of the PDF.", pdf.bytes()[..60].to_vec(), "pdf-damaged");
    let mut pdf = Pdf::new();
    let stream = pdf.stream("/Filter/FlateDecode", b"this was never compressed");
    let file = pdf.object(format!("<</F(receipt.xml)/EF<</F {stream} 0 R>>>>"));
    refused("pdf-attachment-damaged", "The attached file is damaged.", pdf.catalogue(&format!("/AF[{file} 0 R]")).bytes(), "pdf-damaged");
    let pdf = Pdf::with_files(&[("note.txt", b"Thank you for charging with us.\n")]);
    group
        .case("pdf-note-only", "The only attachment is a note.")
        .flag("carrier")
        .input("pdf", pdf.bytes())
        .findings(&["CON017"])
        .errors(&["nothing-found"])
        .unchecked();
}

fn pictures(group: &mut Group) {
    let dots = Dots::code(Payload::whole().record());
    let formats = [
        ("png", ImageFormat::Png),
        ("jpg", ImageFormat::Jpeg),
        ("gif", ImageFormat::Gif),
        ("bmp", ImageFormat::Bmp),
        ("webp", ImageFormat::WebP),
    ];
    for (extension, format) in formats {
        let description = format!("The record in a QR code, {}.", extension.to_uppercase());
        whole(group, &format!("qr-{extension}"), &description, extension, dots.encoded(format)).verified();
    }
    whole(group, "qr-svg", "The record in a QR code, drawn as SVG.", "svg", dots.svg()).verified();
    whole(group, "qr-turned", "The code lies on its side.", "png", dots.turned().png()).verified();
    let zip = archive::zip(&[archive::Member::new("code.png", dots.png())]);
    whole(group, "qr-in-zip", "The picture lies in an archive.", "zip", zip).verified();
    let receipt = receipt();
    group
        .case("qr-xml", "SAFE XML with the key in a QR code.")
        .flag("carrier")
        .input("png", Dots::code(&receipt).png())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
    let mut refused = |name: &str, description: &str, extension: &str, content: Vec<u8>, error: &str| {
        group.case(name, description).flag("carrier").input(extension, content).errors(&[error]).unchecked();
    };
    refused("picture-blank", "A picture without a code.", "png", Dots::blank(30).png(), "picture-without-code");
    refused("picture-cut", "A picture that breaks off.", "png", dots.png()[..200].to_vec(), "picture-unreadable");
    // A bitmap whose header claims 60,000 by 60,000 points.
    let mut huge = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
    huge.extend([60_000_u32.to_le_bytes(), 60_000_u32.to_le_bytes()].concat());
    huge.extend(b"\x01\0\x18\0");
    huge.extend([0; 24]);
    refused("picture-huge", "A picture that claims to be huge.", "bmp", huge, "limit");
}

fn several_codes(group: &mut Group) {
    let (begin, end) = (Dots::code(Payload::begin().record()), Dots::code(Payload::end().record()));
    group
        .case("qr-two", "Begin and end as two codes in one picture.")
        .flag("carrier")
        .input("png", begin.above(&end).png())
        .key(&METER)
        .valid(2)
        .proven(ENERGY)
        .verified();
    let record = Dots::code(Payload::whole().record());
    whole(group, "qr-twice", "The same code twice in one picture counts once.", "png", record.clone().above(&record).png()).verified();
    group
        .case("qr-record-and-key", "A code with the record and one with the key in one picture.")
        .flag("carrier")
        .input("png", record.clone().above(&Dots::code(METER.pem())).png())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
    group
        .case("qr-key-beside", "The key lies beside the record as a QR code in a picture.")
        .flag("carrier")
        .file("qr-key-beside.ocmf", Payload::whole().record())
        .file("qr-key-beside.png", Dots::code(METER.pem()).png())
        .valid(1)
        .proven(ENERGY)
        .findings(&["KEY004"])
        .warned();
}

fn links(group: &mut Group) {
    let mut link = |name: &str, description: &str, extension: &str, content: Vec<u8>| {
        group.case(name, description).flag("carrier").input(extension, content).errors(&["link-only"]).unchecked();
    };
    let address = "https://example.org/receipts/1?session=2";
    link("link", "Nothing but an address.", "txt", format!("{address}\n").into_bytes());
    link("qr-link", "An address in a QR code.", "png", Dots::code(address).png());
    let live = concat!(
        "{\"@context\":\"https://open.charging.cloud/contexts/chargeTransparency/live/link/1.0\",",
        "\"transports\":[{\"type\":\"https\",\"url\":\"https://example.org/live/1\"}]}"
    );
    link("live-link", "A live link, which holds no reading.", "json", live.as_bytes().to_vec());
}
