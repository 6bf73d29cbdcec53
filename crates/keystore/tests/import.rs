//! Registers of all years, lists, workbooks: what is read, what is told, what is refused.

#![allow(clippy::string_slice, reason = "the texts of these tests are ASCII")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "code of tests may fail loudly and read files"
)]

mod common;

use common::{charge_point, day, import, key, print, register, workbook, workbook_of};
use eichrecht_keystore::{Import, KeyStore, StoreError};
use eichrecht_model::{
    CellProblem, Curve, DateFrom, IdentifierKind, KeyDirectory, KeyKind, KeyProblem, LimitName, Limits, RegisteredKey, SourceKind,
};

#[test]
fn the_register_of_today_with_everything_above_its_header() {
    let store = KeyStore::in_memory().unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testvectors/registers/demo-register_2026-03-01.csv");
    let summary = import(&store, "renamed.csv", std::fs::read(path).unwrap()).unwrap();
    assert_eq!((summary.kind, summary.source.as_str()), (SourceKind::Register, "Ladesäulenregister"));
    assert_eq!((summary.date, summary.date_from), (day("2026-03-01"), DateFrom::Text));
    assert_eq!((summary.rows, summary.entries, summary.key_cells, summary.readable()), (3, 4, 3, 2));
    assert_eq!(summary.decoded, [(KeyKind::Ec(Curve::Secp256r1), 2)]);
    let bad = &summary.bad_cells[0];
    // The header is on line 11, and one cell above it holds a line feed.
    assert_eq!((bad.row, bad.column.as_str(), bad.charge_point.as_deref()), (14, "Public Key1", Some("DE*TST*E3*1")));
    assert_eq!(bad.text, "Wird nachgereicht");
    let found = charge_point(&store, "de-tst-e1-1", None);
    let place = (found[0].operator.as_deref(), found[0].place.as_deref(), found[0].station.as_deref());
    assert_eq!(place, (Some("Teststrom GmbH"), Some("Musterweg 1 99999 Teststadt"), Some("9000001")));
    assert_eq!(charge_point(&store, "DE*TST*E2*1", None).len(), 1);
    assert_eq!(charge_point(&store, "DE*TST*E1*2", None)[0].key, RegisteredKey::Missing);
}

#[test]
fn registers_of_earlier_years_have_no_charging_points() {
    let store = KeyStore::in_memory().unwrap();
    let text = format!(
        "Ladesäulenkarte\n\nStand: 07.05.2019\n\n\nBetreiber;Adresse;Postleitzahl Ort;Art der Ladeeinrichung;Anzahl Ladepunkte;Anschlussleistung [kW];Steckertypen1;P1 [kW];Public Key1;Steckertypen2;P2 [kW];Public Key2\nAltstrom;Weg 2;10115 Teststadt;Normalladeeinrichtung;2;22;AC;22;{};AC;22;{}\n",
        key("meter"),
        key("other-meter")
    );
    let summary = import(&store, "x.csv", &text).unwrap();
    assert_eq!((summary.date, summary.key_cells, summary.readable(), summary.entries), (day("2019-05-07"), 2, 2, 2));
    // A file of that age is not valid UTF-8.
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let again = KeyStore::in_memory().unwrap();
    assert_eq!(import(&again, "x.csv", latin).unwrap().readable(), 2);
    let fingerprint = again.find(&key("meter"), None).unwrap();
    assert!(fingerprint.is_empty(), "a key is no name");
}

#[test]
fn every_shape_of_a_key_and_nothing_by_guessing() {
    let spki = key("meter");
    let compressed: String = {
        let store = KeyStore::in_memory().unwrap();
        import(&store, "ambiguous_2026-03-01.csv", register(&[("DE*A*1", &compressed_192())])).unwrap();
        match &charge_point(&store, "DE*A*1", None)[0].key {
            RegisteredKey::Ambiguous { curves, fingerprints, .. } => {
                assert_eq!((curves.as_slice(), fingerprints.len()), ([Curve::Secp192k1, Curve::Secp192r1].as_slice(), 2));
                for fingerprint in fingerprints {
                    assert_eq!(store.registered_as(fingerprint, None).unwrap().len(), 1, "found by each curve");
                }
            }
            other => panic!("{other:?}"),
        }
        compressed_192()
    };
    let grouped = spki.as_bytes().chunks(4).map(|c| String::from_utf8_lossy(c).into_owned()).collect::<Vec<_>>().join(" ");
    let bare = &spki[spki.len() - 130..];
    let cells = [spki.as_str(), &grouped, &format!("0x{spki}"), bare, &compressed, "Wird nachgereicht", &spki[..90], "DE*ABC*E1"];
    let points: Vec<(String, String)> = cells.iter().enumerate().map(|(n, cell)| (format!("DE*TST*E{n}"), (*cell).to_owned())).collect();
    let points: Vec<(&str, &str)> = points.iter().map(|(id, cell)| (id.as_str(), cell.as_str())).collect();
    let store = KeyStore::in_memory().unwrap();
    let summary = import(&store, "r_2026-03-01.csv", register(&points)).unwrap();
    assert_eq!((summary.key_cells, summary.decoded.clone(), summary.ambiguous), (8, vec![(KeyKind::Ec(Curve::Secp256r1), 4)], 1));
    let texts: Vec<&str> = summary.bad_cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(texts, ["Wird nachgereicht", &spki[..90], "DE*ABC*E1"]);
    let prints: std::collections::BTreeSet<String> =
        (0..4).map(|n| print(&charge_point(&store, &format!("DE*TST*E{n}"), None)[0]).to_owned()).collect();
    assert_eq!(prints.len(), 1, "one key, four spellings");
}

/// Base32 of a compressed point whose X lies on both curves of 192 bits: found by counting up.
fn compressed_192() -> String {
    (1_u32..)
        .map(|number| {
            let mut point = vec![0_u8; 25];
            point[0] = 2;
            point[21..].copy_from_slice(&number.to_be_bytes());
            data_encoding::BASE32_NOPAD.encode(&point)
        })
        .find(|text| {
            let problem = eichrecht_crypto::decode_key(text.as_bytes(), None, None, &Limits::default()).err();
            matches!(problem, Some(KeyProblem::AmbiguousCurve(_)))
        })
        .unwrap()
}

#[test]
fn lists_with_periods() {
    let store = KeyStore::in_memory().unwrap();
    let text = format!(
        "evse,meter serial,gateway serial,key,valid from,valid to,operator\nDE*A*E1,M 1,G1,{},2024-01-01,31.12.2025,Erste\nDE*A*E1,m1,G1,{},2026-01-01,,Erste\nDE*A*E2,M2,,{},soon,,Erste\n",
        key("meter"),
        key("other-meter"),
        key("meter")
    );
    let summary = import(&store, "stadtwerk_2026-03-01.csv", text).unwrap();
    assert_eq!((summary.kind, summary.source.as_str(), summary.date_from), (SourceKind::List, "stadtwerk", DateFrom::Name));
    assert_eq!((summary.entries, summary.bad_cells.len()), (2, 1));
    assert_eq!((summary.bad_cells[0].problem.clone(), summary.bad_cells[0].text.as_str()), (CellProblem::Date, "soon"));
    assert!(charge_point(&store, "DE*A*E2", None).is_empty(), "an entry without a readable period is left out");
    let meter = |at: &str| store.registered_for(IdentifierKind::Meter, "M1", Some(day(at))).unwrap();
    let standings = |at: &str| meter(at).iter().map(|entry| entry.standing.as_str()).collect::<Vec<_>>();
    // Before the list was made its entries say themselves since when they hold.
    assert_eq!(standings("2025-06-01"), ["in-force", "other-period"]);
    assert_eq!(standings("2026-06-01"), ["in-force", "other-period"]);
    assert_ne!(print(&meter("2025-06-01")[0]), print(&meter("2026-06-01")[0]));
    assert_eq!(standings("2023-01-01"), ["other-period", "other-period"]);
    assert_eq!(store.registered_for(IdentifierKind::Gateway, "G1", None).unwrap().len(), 2);
}

#[test]
fn workbooks() {
    let (meter, other) = (key("meter"), key("other-meter"));
    let rows = [
        vec!["Ladesäulenregister"],
        vec!["Stand:", "", "01.03.2026"],
        vec![],
        vec!["Betreiber", "Adresse", "Public Key1", "Public Key2", "EVSE-ID1", "EVSE-ID2"],
        vec!["Teststrom & Söhne", "Weg 1", meter.as_str(), "", "DE*TST*E1*1", ""],
        vec!["Teststrom & Söhne", "", "", other.as_str(), "", "DE*TST*E1*2"],
        vec!["Teststrom & Söhne", "Weg 3", "keiner", "", "DE*TST*E1*3", ""],
    ];
    let store = KeyStore::in_memory().unwrap();
    let book = workbook(&rows);
    assert!(matches!(import(&store, "book.xlsx", &book), Err(StoreError::NoDate)), "date and its mark stand in different cells");
    let summary = import(&store, "book_2026-03-01.xlsx", &book).unwrap();
    assert_eq!((summary.rows, summary.readable(), summary.bad_cells.len()), (3, 2, 1));
    assert_eq!((summary.bad_cells[0].row, summary.bad_cells[0].column.as_str()), (7, "Public Key1"));
    assert_eq!(charge_point(&store, "DETSTE11", None)[0].operator.as_deref(), Some("Teststrom & Söhne"));
}

fn limited(change: impl FnOnce(&mut Limits)) -> Limits {
    let mut limits = Limits::default();
    change(&mut limits);
    limits
}

fn refused(name: &str, bytes: &[u8], limits: &Limits) -> StoreError {
    let store = KeyStore::in_memory().unwrap();
    let error = store.import(&Import::new(name, bytes, day("2026-12-31")), limits).unwrap_err();
    let mut left = 0;
    store.entries(true, None, |_| left += 1).unwrap();
    assert_eq!((left, store.registers().unwrap().len()), (0, 0), "all or nothing");
    error
}

#[test]
fn limits_have_names() {
    let text = register(&[("DE*TST*E1", &key("meter"))]);
    let name = |limits: &Limits| match refused("r_2026-03-01.csv", text.as_bytes(), limits) {
        StoreError::Limit(name) => name,
        other => panic!("{other:?}"),
    };
    assert_eq!(name(&limited(|limits| limits.register_bytes = 20)), LimitName::RegisterBytes);
    assert_eq!(name(&limited(|limits| limits.register_rows = 0)), LimitName::RegisterRows);
    assert_eq!(name(&limited(|limits| limits.register_columns = 3)), LimitName::RegisterColumns);
    assert_eq!(name(&limited(|limits| limits.cell_bytes = 30)), LimitName::CellBytes);
    // A quotation mark that is never closed swallows the rest of the file into one cell.
    let open = format!("{text}2;\"Teststrom;{}", "x;\n".repeat(40_000));
    assert!(matches!(refused("r_2026-03-01.csv", open.as_bytes(), &Limits::default()), StoreError::Limit(LimitName::CellBytes)));
}

#[test]
fn bombs_are_counted_before_they_are_read() {
    let bomb = workbook_of(&" ".repeat(40 << 20), "");
    assert!(bomb.len() < 100_000, "{}", bomb.len());
    assert!(matches!(refused("b_2026-03-01.xlsx", &bomb, &Limits::default()), StoreError::Limit(LimitName::UnpackingRatio)));
    // Below the ratio, and too large all the same.
    let noise: String = (0..200_000_u32).map(|number| number.wrapping_mul(2_654_435_761).to_string()).collect();
    let large = workbook_of("", &format!("<si><t>{noise}</t></si>"));
    let small = limited(|limits| limits.workbook_bytes = 8 << 20);
    assert!(matches!(refused("b_2026-03-01.xlsx", &large, &small), StoreError::Limit(LimitName::WorkbookBytes)));
    let few = limited(|limits| limits.archive_members = 2);
    assert!(matches!(refused("b_2026-03-01.xlsx", &large, &few), StoreError::Limit(LimitName::ArchiveMembers)));
}

#[test]
fn what_is_no_register_is_refused() {
    let limits = Limits::default();
    for text in ["", "a;b;c\n1;2;3\n", "EVSE-ID;Betreiber\nDE*A*E1;x\n", &"zeile\n".repeat(1000)] {
        assert!(matches!(refused("r_2026-03-01.csv", text.as_bytes(), &limits), StoreError::NoHeader), "{text:.40}");
    }
    assert!(matches!(refused("r.csv", register(&[("DE*A*E1", "")]).as_bytes(), &limits), StoreError::NoDate));
    assert!(matches!(refused("r_2026-03-01.csv", b"\x7fELF\x00\x01\x02", &limits), StoreError::NotATable(_)));
    let cut = &workbook(&[vec!["evse", "key"]])[..200];
    assert!(matches!(refused("r_2026-03-01.xlsx", cut, &limits), StoreError::NotATable(_)));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..400)) {
        let store = KeyStore::in_memory().unwrap();
        let _ = import(&store, "r_2026-03-01.csv", &bytes);
        let text = [register(&[("DE*A*E1", "x")]).into_bytes(), bytes].concat();
        let _ = import(&store, "r_2026-03-01.csv", text);
    }
}
