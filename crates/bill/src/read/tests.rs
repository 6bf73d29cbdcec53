use eichrecht_model::{BillKind, BillNoteKind, ComponentKind, TariffKind, Taxes, ZoneKnown};

use super::*;
use crate::testing::dec;

fn limits() -> Limits {
    Limits::default()
}

fn bill(json: &str) -> Bill {
    read_bill("b.json", json.as_bytes(), &limits()).unwrap_or_else(|why| panic!("{why:?}: {json}"))
}

fn refused(json: &str) -> BillProblemKind {
    read_bill("b.json", json.as_bytes(), &limits()).expect_err(json).kind
}

fn no_tariff(json: &str) -> BillProblem {
    read_tariff(json.as_bytes(), &limits()).expect_err(json)
}

const OWN: &str = r#"{"schema":"eichrecht-bill/1","id":"R-1","energy":"5,60 kWh","start":"29.03.2026 01:58","end":"2026-03-29T03:25:00+02:00",
 "total":"2,18 EUR","vat":19,"evse":"DE*TST*E1*1","tariff":"0,39 EUR/kWh"}"#;

#[test]
fn own_bills() {
    let bill = bill(OWN);
    assert_eq!((bill.kind, bill.source.as_str(), bill.id.as_deref()), (BillKind::Own, "b.json", Some("R-1")));
    assert_eq!(bill.energy.as_ref().unwrap().value.to_string(), "5.60");
    assert_eq!((bill.gross, bill.currency.as_deref(), bill.vat), (Some(dec("2.18")), Some("EUR"), Some(dec("19"))));
    assert_eq!(bill.begin.as_ref().unwrap().zone, ZoneKnown::AssumedGerman);
    assert_eq!(bill.end.as_ref().unwrap().zone, ZoneKnown::Written);
    assert_eq!(bill.tariffs[0].kind, TariffKind::Plain);
    assert_eq!(bill.notes, []);
}

#[test]
fn energies_and_units_of_own_bills() {
    let energy = |fields: &str| {
        let bill = bill(&format!(r#"{{"schema":"eichrecht-bill/1",{fields}}}"#));
        (bill.energy.map(|energy| format!("{} {}", energy.value, energy.unit)), bill.notes.len())
    };
    assert_eq!(energy(r#""energy":5.60"#), (Some("5.60 kWh".to_owned()), 0));
    assert_eq!(energy(r#""energy":5600,"unit":"Wh""#), (Some("5600 Wh".to_owned()), 0));
    assert_eq!(energy(r#""energy":"5600","unit":"Wh""#), (Some("5600 Wh".to_owned()), 0));
    assert_eq!(energy(r#""energy":"5.6 kWh","unit":"kWh""#), (Some("5.6 kWh".to_owned()), 0));
    assert_eq!(energy(r#""energy":"5.6 kWh","unit":"Wh""#), (None, 1));
    assert_eq!(energy(r#""energy":5600,"unit":"MWh""#), (None, 1));
    assert_eq!(energy(r#""energy":-1"#), (None, 1));
    assert_eq!(energy(r#""energy":[5]"#), (None, 1));
}

#[test]
fn what_is_left_out_is_noted() {
    let bill = bill(r#"{"schema":"eichrecht-bill/1","energy":"viel","total":1,"total":2,"colour":"red"}"#);
    let kinds: Vec<_> = bill.notes.iter().map(|note| (note.kind, note.field.as_str())).collect();
    assert!(kinds.contains(&(BillNoteKind::Unreadable, "energy")), "{kinds:?}");
    assert!(kinds.contains(&(BillNoteKind::Twice, "total")), "{kinds:?}");
    assert!(kinds.contains(&(BillNoteKind::Unknown, "colour")), "{kinds:?}");
    assert_eq!((bill.energy, bill.gross), (None, None));
}

#[test]
fn charge_detail_records_of_three_versions() {
    let old = bill(
        r#"{"id":"1","start_date_time":"2026-07-07T15:00:00","stop_date_time":"2026-07-07T17:00:00Z","total_energy":20.5,"total_time":2.0,
        "currency":"EUR","total_cost":8.00,"location":{"evses":[{"evse_id":"DE*A"}]},"charging_periods":[]}"#,
    );
    assert_eq!((old.kind, old.net, old.gross), (BillKind::OcpiCdr, Some(dec("8")), None));
    assert_eq!((old.begin.unwrap().zone, old.end.unwrap().zone), (ZoneKnown::AssumedUtc, ZoneKnown::Written));
    assert_eq!((old.duration_s, old.evse.as_deref()), (Some(dec("7200")), Some("DE*A")));
    let newer = bill(
        r#"{"data":{"start_date_time":"1970-01-01T00:00:00Z","end_date_time":"2026-07-07T17:00:00Z","total_energy":1,
        "cdr_location":{"evse_id":"DE*B"},"total_cost":{"excl_vat":1.00,"incl_vat":1.19}},"status_code":1000}"#,
    );
    assert_eq!((newer.begin, newer.evse.as_deref(), newer.gross), (None, Some("DE*B"), Some(dec("1.19"))));
    let newest = bill(
        r#"[{"start_date_time":"2026-07-07T15:00:00Z","total_energy":1,
        "total_cost":{"before_taxes":1.00,"taxes":[{"name":"VAT","amount":0.19},{"name":"x","amount":0.01}]}}]"#,
    );
    assert_eq!((newest.net, newest.gross), (Some(dec("1")), Some(dec("1.20"))));
    let camel = bill(r#"{"startDateTime":"2026-07-07T15:00:00Z","totalEnergy":3}"#);
    assert_eq!(camel.energy.unwrap().value, dec("3"));
}

/// What a record says and nobody can read must leave a trace: without it the rest would pass for the whole.
#[test]
fn unreadable_parts_of_records_are_noted() {
    for inside in [
        r#""total_cost":[1]"#,
        r#""total_cost":{}"#,
        r#""total_cost":{"excl_vat":"x"}"#,
        r#""total_cost":{"before_taxes":1,"taxes":[{"name":"VAT"}]}"#,
        r#""total_cost":true"#,
        r#""total_time":-1"#,
        r#""credit":"yes""#,
        r#""charging_periods":[{"start_date_time":"x"}]"#,
        r#""charging_periods":[{"start_date_time":"2026-07-07T15:00:00Z","dimensions":[{"type":"ENERGY"}]}]"#,
        r#""end_date_time":"never""#,
    ] {
        let found = bill(&format!(r#"{{"start_date_time":"2026-07-07T15:00:00Z","total_energy":1,{inside}}}"#));
        assert!(found.notes.iter().any(|note| note.kind == BillNoteKind::Unreadable), "{inside}");
    }
    let negative = bill(r#"{"start_date_time":"2026-07-07T15:00:00Z","total_energy":-1}"#);
    assert_eq!((negative.energy, negative.notes.len()), (None, 1));
}

#[test]
fn what_is_no_bill_is_refused() {
    assert_eq!(refused(""), BillProblemKind::Empty);
    assert_eq!(refused("  \n"), BillProblemKind::Empty);
    assert_eq!(refused("{"), BillProblemKind::Syntax);
    assert_eq!(refused("{}"), BillProblemKind::NotABill);
    assert_eq!(refused("[]"), BillProblemKind::NotABill);
    assert_eq!(refused("7"), BillProblemKind::NotABill);
    assert_eq!(refused(&format!("[{OWN},{OWN}]")), BillProblemKind::Several);
    let invalid = read_bill("b", b"\xff\xfe", &limits()).unwrap_err();
    assert_eq!((invalid.kind, invalid.place.as_str()), (BillProblemKind::Syntax, "byte 0"));
}

#[test]
fn each_limit_is_named() {
    use LimitName::*;
    let small = limits();
    let of = |change: &dyn Fn(&mut Limits), json: &str| {
        let mut limits = small.clone();
        change(&mut limits);
        match read_bill("b", json.as_bytes(), &limits).expect_err(json).kind {
            BillProblemKind::Limit(name) => name,
            other => panic!("{other:?}"),
        }
    };
    let cdr = |inside: &str| format!(r#"{{"start_date_time":"2026-07-07T15:00:00Z","total_energy":1,{inside}}}"#);
    assert_eq!(of(&|l| l.bill_bytes = 10, OWN), BillBytes);
    assert_eq!(of(&|l| l.json_depth = 1, r#"{"a":{"b":[]}}"#), JsonDepth);
    assert_eq!(of(&|l| l.json_fields = 3, OWN), JsonFields);
    let period = r#"{"start_date_time":"2026-07-07T15:00:00Z","dimensions":[]}"#;
    assert_eq!(of(&|l| l.bill_periods = 1, &cdr(&format!(r#""charging_periods":[{period},{period}]"#))), BillPeriods);
    let tariff = r#"{"currency":"EUR","elements":[{"price_components":[{"type":"FLAT","price":1},{"type":"ENERGY","price":1}]}]}"#;
    let tariffs = cdr(&format!(r#""tariffs":[{tariff},{tariff}]"#));
    assert_eq!(of(&|l| l.tariffs = 1, &tariffs), Tariffs);
    assert_eq!(of(&|l| l.tariff_elements = 1, &tariffs), TariffElements);
    assert_eq!(of(&|l| l.price_components = 1, &tariffs), PriceComponents);
    let digits = r#"{"currency":"EUR","elements":[{"price_components":[{"type":"FLAT","price":0.1234567890123}]}]}"#;
    assert_eq!(no_tariff(digits).kind, BillProblemKind::Limit(BillDigits));
}

#[test]
fn tariffs_are_read_as_a_whole_or_not_at_all() {
    let with = |components: &str, restrictions: &str| {
        format!(r#"{{"id":"T","currency":"EUR","elements":[{{"price_components":[{components}],"restrictions":{{{restrictions}}}}}]}}"#)
    };
    let good = r#"{"type":"ENERGY","price":0.39,"step_size":1}"#;
    let read = read_tariff(with(good, r#""start_time":"17:00""#).as_bytes(), &limits()).unwrap();
    assert_eq!((read.kind, read.taxes, read.elements[0].components[0].kind), (TariffKind::Ocpi211, Taxes::Excluded, ComponentKind::Energy));
    for (tariff, place) in [
        (with(r#"{"type":"ENERGY","step_size":1}"#, ""), "elements[1].price_components[1].price"),
        (with(r#"{"type":"MAGIC","price":1}"#, ""), "elements[1].price_components[1].type"),
        (with(r#"{"type":"ENERGY","price":-1}"#, ""), "elements[1].price_components[1].price"),
        (with(r#"{"type":"ENERGY","price":"x"}"#, ""), "elements[1].price_components[1].price"),
        (with(r#"{"type":"ENERGY","price":1,"price":2}"#, ""), "elements[1].price_components[1].price"),
        (with(r#"{"type":"ENERGY","price":1,"step_size":0.5}"#, ""), "elements[1].price_components[1].step_size"),
        (with(good, r#""start_time":"25:00""#), "elements[1].restrictions.start_time"),
        (with(good, r#""min_kwh":"x""#), "elements[1].restrictions.min_kwh"),
        (with(good, r#""day_of_week":["SOMEDAY"]"#), "elements[1].restrictions.day_of_week"),
        (with(good, r#""day_of_week":"MONDAY""#), "elements[1].restrictions.day_of_week"),
        (with("", ""), "elements[1].price_components"),
        (r#"{"currency":"EUR","elements":[7]}"#.to_owned(), "elements"),
        (r#"{"elements":[{"price_components":[{"type":"ENERGY","price":1}]}]}"#.to_owned(), "currency"),
    ] {
        let why = no_tariff(&tariff);
        assert_eq!((why.kind, why.place.as_str()), (BillProblemKind::Field, place), "{tariff}");
    }
}

#[test]
fn versions_of_tariffs() {
    let kind = |extra: &str, vat: &str| {
        let json = format!(r#"{{"currency":"EUR",{extra}"elements":[{{"price_components":[{{"type":"ENERGY","price":1{vat}}}]}}]}}"#);
        let tariff = read_tariff(json.as_bytes(), &limits()).unwrap();
        (tariff.kind, tariff.taxes)
    };
    assert_eq!(kind("", ""), (TariffKind::Ocpi211, Taxes::Excluded));
    assert_eq!(kind("", r#","vat":19.0"#), (TariffKind::Ocpi22, Taxes::Excluded));
    assert_eq!(kind(r#""party_id":"X","#, ""), (TariffKind::Ocpi22, Taxes::Excluded));
    assert_eq!(kind(r#""tax_included":"YES","#, ""), (TariffKind::Ocpi23, Taxes::Included));
    assert_eq!(kind(r#""tax_included":"NO","#, ""), (TariffKind::Ocpi23, Taxes::Excluded));
    assert_eq!(kind(r#""tax_included":"N/A","#, ""), (TariffKind::Ocpi23, Taxes::None));
}

#[test]
fn tariff_texts() {
    let components = |text: &str| -> Vec<String> {
        let tariff = read_tariff(text.as_bytes(), &limits()).unwrap_or_else(|why| panic!("{why:?}: {text}"));
        let all = tariff.elements.iter().flat_map(|element| &element.components);
        all.map(|component| format!("{} {}", component.kind.as_str(), component.price.trimmed(2))).collect()
    };
    assert_eq!(components("001;EUR;50;39.9;10;240"), ["flat 0.50", "energy 0.399", "session-time 6.00"]);
    assert_eq!(components("002;EUR;0;35;5"), ["flat 0.00", "energy 0.35", "parking 3.00"]);
    assert_eq!(components("003;EUR;0;0.5"), ["flat 0.00", "session-time 0.30"]);
    for text in ["0,45 EUR/kWh", "0.45 €/kWh", "45 ct/kWh", "0,45 / kWh"] {
        assert_eq!(components(text), ["energy 0.45"], "{text}");
    }
    for text in
        ["001;EUR;50;39.9;10", "002;EUR;0;35,0;5", "002;EUR;00;35;5", "002;USD;0;35;5", "45 ct", "-1 EUR/kWh", "x EUR/kWh", "0.45 EUR/min"]
    {
        assert_eq!(no_tariff(text).kind, BillProblemKind::Syntax, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
        let _ = read_bill("b", &bytes, &limits());
        let _ = read_tariff(&bytes, &limits());
    }

    #[test]
    fn any_figures_are_read_or_refused(text in ".{0,40}") {
        let of = |figures| crate::read_figures(&figures, &limits());
        let _ = of(crate::Figures { energy: Some(&text), ..crate::Figures::default() });
        let _ = of(crate::Figures { begin: Some(&text), ..crate::Figures::default() });
        let _ = of(crate::Figures { total: Some(&text), ..crate::Figures::default() });
        let _ = crate::read_zone(&text);
    }
}
