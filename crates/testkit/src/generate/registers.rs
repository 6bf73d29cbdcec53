//! Registers and lists with made-up stations, in the layouts of real ones.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::keys::{Key, METER, OTHER};

/// A charging point of a register: EVSE-ID and text of its key cell.
type Point = (&'static str, String);

/// A station of a register.
struct Station {
    number: &'static str,
    operator: &'static str,
    street: &'static str,
    points: Vec<Point>,
}

/// Everything, by path below the folder of the vectors.
#[must_use]
pub fn files() -> Vec<(String, Vec<u8>)> {
    let station = |number, street, points| Station { number, operator: "Teststrom GmbH", street, points };
    let usual = || {
        vec![
            // A key in groups of hex digits, and a charging point without one.
            station("9000001", "Musterweg", vec![("DE*TST*E1*1", groups(&METER)), ("DE*TST*E1*2", String::new())]),
            // Another spelling of the id, a line feed in the cell, Base64.
            station("9000002", "Beispielstr.", vec![("\nde tst e2 1", STANDARD.encode(OTHER.spki()))]),
            station("9000003", "Am \"Teich\"; hinten", vec![("DE*TST*E3*1", "Wird nachgereicht".to_owned())]),
        ]
    };
    let copied = || {
        vec![
            station("9000001", "Musterweg", vec![("DE*TST*E1*1", METER.hex())]),
            station("9000004", "Doppelgasse", vec![("DE*TST*E4*1", METER.hex())]),
        ]
    };
    let one_station = || vec![station("9000001", "Musterweg", vec![("DE*TST*E1*1", METER.hex()), ("DE*TST*E1*2", METER.hex())])];
    let point = |text: String| vec![station("9000001", "Musterweg", vec![("DE*TST*E1*1", text)])];
    let mut files: Vec<(String, Vec<u8>)> = [
        ("demo-register_2026-03-01", usual()),
        ("demo-register_2026-09-01", usual()),
        ("copied-key_2026-03-01", copied()),
        ("key-of-a-station_2026-03-01", one_station()),
        ("compressed-key_2026-03-01", point(hex::encode_upper(METER.compressed()))),
        ("ambiguous-key_2026-03-01", point(super::rules::several_curves())),
    ]
    .into_iter()
    .map(|(name, stations)| (name.to_owned(), register(&stations, name).into_bytes()))
    .collect();
    let list = |rows: &[[&str; 5]]| {
        let head = "evse-id;meter serial;public key;valid from;valid to\r\n".to_owned();
        rows.iter().fold(head, |text, row| text + &row.join(";") + "\r\n").into_bytes()
    };
    let meter = "1TST0000000042";
    files.push(("list-former-key_2026-03-01".to_owned(), list(&[["", meter, &METER.hex(), "2024-01-01", "2025-12-31"]])));
    files.push((
        "list-exchanged-meter_2026-03-01".to_owned(),
        list(&[["", meter, &OTHER.hex(), "2024-01-01", "31.12.2025"], ["", meter, &METER.hex(), "2026-01-01", ""]]),
    ));
    files.into_iter().map(|(name, content)| (format!("registers/{name}.csv"), content)).collect()
}

/// The layout of the register of 2026: lines above the header, which is on line 11, six charging points a row.
fn register(stations: &[Station], name: &str) -> String {
    let date: Vec<&str> = name.rsplit('_').next().unwrap().split('-').collect();
    let mut text = "\u{feff}Ladesäulenregister (erfunden, für Tests)\r\n".to_owned();
    text += &"\r\n".repeat(6);
    text += &format!("Letzte Aktualisierung vom: {}.{}.{}\r\n\r\n\r\n", date[2], date[1], date[0]);
    let mut head =
        ["Ladeeinrichtungs-ID", "Betreiber", "Status", "Straße", "Hausnummer", "Postleitzahl", "Ort"].map(str::to_owned).to_vec();
    for number in 1..=6 {
        head.extend(["Steckertypen", "Nennleistung Stecker", "EVSE-ID", "Public Key"].map(|title| format!("{title}{number}")));
    }
    text += &row(&head);
    for station in stations {
        let mut cells =
            [station.number, station.operator, "In Betrieb", station.street, "1", "99999", "Teststadt"].map(str::to_owned).to_vec();
        for (id, key) in &station.points {
            cells.extend(["AC Typ 2 Steckdose".to_owned(), "22".to_owned(), (*id).to_owned(), key.clone()]);
        }
        cells.resize(head.len(), String::new());
        text += &row(&cells);
    }
    text
}

fn row(cells: &[String]) -> String {
    let quoted = |cell: &String| if cell.contains(['"', ';', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() };
    cells.iter().map(quoted).collect::<Vec<_>>().join(";") + "\r\n"
}

fn groups(key: &Key) -> String {
    key.hex().as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join(" ")
}
