//! Prices, each computed by hand beside the test.

use eichrecht_model::{BillCheck, Bounded, ComponentKind, PriceStep, RestrictionKind, TimeSync, Verdict};

use super::*;
use crate::Figures;
use crate::testing::{TestSession, bill, check, dec, figures};

/// The check of a session of 20.00 kWh in two hours, 17:00 to 19:00 German time, with a total.
fn of(session: TestSession, total: &str, tariff: &str) -> BillCheck {
    check(&[session], figures(Figures { energy: Some("20.00 kWh"), total: Some(total), ..Figures::default() }), Some(tariff))
}

fn price(check: &BillCheck) -> &PriceCheck {
    check.price.as_ref().unwrap()
}

fn computed(check: &BillCheck) -> &Computation {
    price(check).computed.as_ref().unwrap_or_else(|gap| panic!("{gap:?}"))
}

fn gap(check: &BillCheck) -> PriceGap {
    price(check).computed.clone().expect_err("nothing to compute")
}

fn lines(check: &BillCheck) -> Vec<String> {
    let line =
        |step: &PriceStep| format!("{} {} x {} = {} {}", step.kind.as_str(), step.billed, step.price, step.amount, step.proof.as_str());
    computed(check).steps.iter().map(line).collect()
}

/// An OCPI 2.2 tariff of these elements.
fn ocpi(elements: &str) -> String {
    format!(r#"{{"country_code":"DE","party_id":"TST","id":"T1","currency":"EUR","elements":[{elements}]}}"#)
}

fn element(components: &str, restrictions: &str) -> String {
    format!(r#"{{"price_components":[{components}],"restrictions":{{{restrictions}}}}}"#)
}

fn component(kind: &str, price: &str, step: u32) -> String {
    format!(r#"{{"type":"{kind}","price":{price},"vat":19,"step_size":{step}}}"#)
}

#[test]
fn a_price_of_a_kilowatt_hour() {
    let right = of(TestSession::default(), "9,00 EUR", "0,45 EUR/kWh");
    assert_eq!(lines(&right), ["energy 20.00 x 0.45 = 9.00 proven"]);
    assert_eq!((price(&right).outcome, computed(&right).proof), (Compared::Agrees, Proof::Proven));
    assert!(right.is_complete());
    let high = of(TestSession::default(), "9,01 EUR", "45 ct/kWh");
    assert_eq!((price(&high).outcome, price(&high).difference), (Compared::Higher, Some(dec("0.01"))));
    assert_eq!(price(&of(TestSession::default(), "8,99 EUR", "45 ct/kWh")).outcome, Compared::Lower);
}

#[test]
fn without_proof_there_is_no_price() {
    let unproven = of(TestSession { verdict: Verdict::NotChecked, ..TestSession::default() }, "9,00 EUR", "0,45 EUR/kWh");
    assert_eq!(gap(&unproven), PriceGap::NothingProven);
    assert!(!unproven.is_complete());
}

/// 50 ct + 12.345 kWh at 39.9 ct + 60 min at 10 ct beyond minute 240 = 1142.5655 ct.
#[test]
fn tariff_text_with_a_fee_from_a_minute_on() {
    let session = || TestSession { begin: "2026-07-07T10:00:00Z", end: "2026-07-07T15:00:00Z", kwh: "12.345", ..TestSession::default() };
    let bill = figures(Figures { energy: Some("12.345 kWh"), total: Some("11.43"), ..Figures::default() });
    let right = check(&[session()], bill.clone(), Some("001;EUR;50;39.9;10;240"));
    assert_eq!(
        lines(&right),
        ["flat 1 x 0.50 = 0.50 proven", "energy 12.345 x 0.399 = 4.925655 proven", "session-time 3600 x 6.0 = 6.00 proven"]
    );
    assert_eq!((computed(&right).total, price(&right).outcome), (dec("11.43"), Compared::Agrees));
    // The same text, signed by the meter and given by nobody.
    let signed = check(&[TestSession { tariff: Some("001;EUR;50;39.9;10;240"), ..session() }], bill.clone(), None);
    assert_eq!((computed(&signed).origin, price(&signed).outcome), (TariffOrigin::Signed, Compared::Agrees));
    // By a clock for information only the fee is no more than stated.
    let informative = check(&[TestSession { sync: TimeSync::Informative, ..session() }], bill.clone(), Some("001;EUR;50;39.9;10;240"));
    assert_eq!((computed(&informative).proof, informative.is_complete()), (Proof::Stated, false));
    // Unless the meter counted the seconds beside its clock.
    let counted =
        check(&[TestSession { sync: TimeSync::Informative, counted: Some(18_000), ..session() }], bill, Some("001;EUR;50;39.9;10;240"));
    assert_eq!((computed(&counted).proof, counted.is_complete()), (Proof::Proven, true));
}

#[test]
fn begun_minutes_of_a_tariff_text_count_in_full() {
    let session = TestSession { end: "2026-07-07T15:10:01Z", ..TestSession::default() };
    let by_time = check(&[session], figures(Figures { total: Some("1.10"), ..Figures::default() }), Some("003;EUR;0;10"));
    assert_eq!(lines(&by_time), ["session-time 660 x 6.0 = 1.10 proven"]);
}

#[test]
fn a_fee_after_charging_needs_to_know_when_that_was() {
    let bill = |parking: &str| {
        bill(&format!(
            r#"{{"start_date_time":"2026-07-07T15:00:00Z","end_date_time":"2026-07-07T17:00:00Z","total_energy":20.00,"total_time":2,
            {parking}"currency":"EUR","total_cost":{{"excl_vat":9,"incl_vat":9.75}}}}"#
        ))
    };
    let unknown = check(&[TestSession::default()], bill(""), Some("002;EUR;0;45;5"));
    assert_eq!(gap(&unknown), PriceGap::QuantityUnknown(ComponentKind::Parking));
    let claimed = check(&[TestSession::default()], bill(r#""total_parking_time":0.25,"#), Some("002;EUR;0;45;5"));
    assert_eq!(lines(&claimed)[1], "parking 900 x 3.0 = 0.75 claimed");
    assert!(!claimed.is_complete(), "what only the bill says is not checked");
    // Where the fee is nothing, nobody has to know.
    let free = check(&[TestSession::default()], bill(""), Some("002;EUR;0;45;0"));
    assert_eq!(lines(&free), ["energy 20.00 x 0.45 = 9.00 proven"]);
}

#[test]
fn tax_is_added_and_every_way_of_rounding_is_right() {
    let tariff = ocpi(&format!(r#"{{"price_components":[{},{}]}}"#, component("FLAT", "0.504", 1), component("ENERGY", "0.39", 1)));
    // 0.504 + 7.80 = 8.304 without, 9.88176 with tax; lines rounded first: 0.50 + 7.80 = 8.30, and 9.877.
    for (total, outcome) in [("9.88", Compared::Agrees), ("9.89", Compared::Higher), ("9.87", Compared::Lower)] {
        let check = of(TestSession::default(), total, &tariff);
        assert_eq!(price(&check).outcome, outcome, "{total}");
        assert_eq!((computed(&check).net, computed(&check).gross), (Some(dec("8.304")), Some(dec("9.88176"))));
    }
}

#[test]
fn rounding_of_lines_is_no_mistake() {
    // Three flat prices of 0.335: 1.005 rounds to 1.01, each line to 0.34 and so to 1.02.
    let line = r#"{"price_components":[{"type":"FLAT","price":0.335,"step_size":1}]}"#;
    let one = ocpi(line).replace("\"currency\"", "\"tax_included\":\"YES\",\"currency\"");
    let check = of(TestSession::default(), "0.34", &one);
    assert_eq!((price(&check).outcome, price(&check).parts_rounded), (Compared::Agrees, false));
    let three = one.replace(r#"{"type":"FLAT","price":0.335,"step_size":1}"#, r#"{"type":"FLAT","price":0.335,"step_size":1},{"type":"ENERGY","price":0.01675,"step_size":1},{"type":"TIME","price":0.1675,"step_size":1}"#);
    for (total, outcome, parts) in [
        ("1.01", Compared::Agrees, false),
        ("1.02", Compared::Agrees, true),
        ("1.03", Compared::Higher, false),
        ("1.00", Compared::Lower, false),
    ] {
        let check = of(TestSession::default(), total, &three);
        assert_eq!((price(&check).outcome, price(&check).parts_rounded), (outcome, parts), "{total}");
    }
}

#[test]
fn without_a_rate_of_tax_only_the_net_total_is_computed() {
    let tariff = ocpi(r#"{"price_components":[{"type":"ENERGY","price":0.39,"step_size":1}]}"#);
    assert_eq!(gap(&of(TestSession::default(), "9.28", &tariff)), PriceGap::TaxUnknown);
    let with_rate = bill(r#"{"schema":"eichrecht-bill/1","energy":"20.00","total":"9.28","vat":19}"#);
    assert_eq!(price(&check(&[TestSession::default()], with_rate, Some(&tariff))).outcome, Compared::Agrees);
    let net = bill(r#"{"schema":"eichrecht-bill/1","energy":"20.00","net":"7.80"}"#);
    let net = check(&[TestSession::default()], net, Some(&tariff));
    assert_eq!((price(&net).outcome, price(&net).gross), (Compared::Agrees, false));
}

#[test]
fn least_and_greatest_price() {
    let with = |bounds: &str| {
        let tariff = ocpi(&element(&component("ENERGY", "0.10", 1), "")).replace("\"elements\"", &format!("{bounds},\"elements\""));
        of(TestSession::default(), "2.38", &tariff)
    };
    let least = with(r#""min_price":{"excl_vat":5.00,"incl_vat":5.95}"#);
    assert_eq!((computed(&least).bounded, computed(&least).total), (Some(Bounded::Least), dec("5.95")));
    let greatest = with(r#""max_price":{"excl_vat":1.00}"#);
    assert_eq!((computed(&greatest).bounded, computed(&greatest).total), (Some(Bounded::Greatest), dec("1.19")));
    assert_eq!(price(&greatest).outcome, Compared::Higher);
    let within = with(r#""min_price":{"excl_vat":1.00},"max_price":{"excl_vat":9.00}"#);
    assert_eq!((computed(&within).bounded, price(&within).outcome), (None, Compared::Agrees));
}

/// Energy is cut at amounts exactly, whatever its course.
#[test]
fn prices_by_amount_need_no_course() {
    let tariff =
        ocpi(&format!("{},{}", element(&component("ENERGY", "0.30", 1), r#""max_kwh":15"#), element(&component("ENERGY", "0.50", 1), "")));
    let check = of(TestSession::default(), "8.33", &tariff);
    assert_eq!(lines(&check), ["energy 15.00 x 0.30 = 4.50 proven", "energy 5.00 x 0.50 = 2.50 proven"]);
    assert_eq!(price(&check).outcome, Compared::Agrees);
}

/// 17:00 to 19:00: the dear hour begins in the middle.
#[test]
fn energy_by_time_of_day_is_not_guessed() {
    let tariff = ocpi(&format!(
        "{},{}",
        element(&component("ENERGY", "0.60", 1), r#""start_time":"18:00","end_time":"22:00""#),
        element(&component("ENERGY", "0.40", 1), "")
    ));
    let open = of(TestSession::default(), "12.00", &tariff);
    assert_eq!(gap(&open), PriceGap::SplitUnknown(ComponentKind::Energy, RestrictionKind::TimeOfDay));
    assert!(!open.is_complete());
    // All of it before the hour: the clock is proven, and so is the price.
    let before = of(TestSession { end: "2026-07-07T16:00:00Z", ..TestSession::default() }, "9.52", &tariff);
    assert_eq!(lines(&before), ["energy 20.00 x 0.40 = 8.00 proven"]);
    assert_eq!(computed(&before).skipped[0].because, Some(RestrictionKind::TimeOfDay));
    // The same by an unproven clock proves nothing.
    let session = TestSession { end: "2026-07-07T16:00:00Z", sync: TimeSync::Informative, ..TestSession::default() };
    assert_eq!(computed(&of(session, "9.52", &tariff)).proof, Proof::Stated);
    // A signed reading at the hour tells.
    let session = TestSession { between: vec![("12.00", "2026-07-07T16:00:00Z")], ..TestSession::default() };
    let told = of(session, "11.42", &tariff);
    assert_eq!(lines(&told), ["energy 12.00 x 0.40 = 4.80 proven", "energy 8.00 x 0.60 = 4.80 proven"]);
    assert_eq!(price(&told).outcome, Compared::Agrees);
}

#[test]
fn elements_of_one_price_are_not_open() {
    let tariff = ocpi(&format!(
        "{},{}",
        element(&component("ENERGY", "0.40", 1), r#""start_time":"18:00","end_time":"22:00""#),
        element(&component("ENERGY", "0.40", 1), "")
    ));
    assert_eq!(computed(&of(TestSession::default(), "9.52", &tariff)).proof, Proof::Proven);
}

/// The periods of a bill are its claims: computed with, and marked.
#[test]
fn periods_are_claims() {
    let tariff = format!(
        "{},{}",
        element(&component("ENERGY", "0.60", 1), r#""start_time":"18:00","end_time":"22:00""#),
        element(&component("ENERGY", "0.40", 1), "")
    );
    let cdr = |first: &str, second: &str, total: &str| {
        bill(&format!(
            r#"{{"id":"C1","start_date_time":"2026-07-07T15:00:00Z","end_date_time":"2026-07-07T17:00:00Z","currency":"EUR",
            "total_energy":20.00,"total_time":2,"total_cost":{{"excl_vat":9.6,"incl_vat":{total}}},"tariffs":[{}],
            "charging_periods":[
              {{"start_date_time":"2026-07-07T15:00:00Z","dimensions":[{{"type":"ENERGY","volume":{first}}},{{"type":"TIME","volume":1}}]}},
              {{"start_date_time":"2026-07-07T16:00:00Z","dimensions":[{{"type":"ENERGY","volume":{second}}},{{"type":"TIME","volume":1}}]}}]}}"#,
            ocpi(&tariff)
        ))
    };
    let claimed = check(&[TestSession::default()], cdr("12.00", "8.00", "11.42"), None);
    assert_eq!(lines(&claimed), ["energy 12.00 x 0.40 = 4.80 claimed", "energy 8.00 x 0.60 = 4.80 claimed"]);
    assert_eq!((price(&claimed).outcome, claimed.is_complete()), (Compared::Agrees, false));
    // By its own claims it is too high: that is wrong, whatever the claims are worth.
    let high = check(&[TestSession::default()], cdr("12.00", "8.00", "12.42"), None);
    assert_eq!(price(&high).outcome, Compared::Higher);
    // Claims that do not make up what is proven are not used.
    let other = check(&[TestSession::default()], cdr("12.00", "9.00", "11.42"), None);
    assert_eq!(gap(&other), PriceGap::SplitUnknown(ComponentKind::Energy, RestrictionKind::TimeOfDay));
}

#[test]
fn time_is_cut_by_the_clock_and_by_its_length() {
    let tariff = ocpi(&format!(
        "{},{},{}",
        element(&component("TIME", "6.00", 1), r#""start_time":"18:30","end_time":"06:00""#),
        element(&component("TIME", "3.00", 1), r#""min_duration":3600"#),
        element(&component("TIME", "1.20", 1), "")
    ));
    let check = check(&[TestSession::default()], figures(Figures { total: Some("6.78"), ..Figures::default() }), Some(&tariff));
    // An hour at 1.20, half an hour at 3.00, half an hour at 6.00; 5.70 without tax.
    assert_eq!(lines(&check), ["time 3600 x 1.20 = 1.20 proven", "time 1800 x 3.00 = 1.50 proven", "time 1800 x 6.00 = 3.00 proven"]);
    assert_eq!(price(&check).outcome, Compared::Agrees);
}

#[test]
fn days_dates_power_and_unknown_restrictions() {
    let with = |restrictions: &str| {
        let tariff =
            ocpi(&format!("{},{}", element(&component("ENERGY", "0.60", 1), restrictions), element(&component("ENERGY", "0.40", 1), "")));
        of(TestSession::default(), "9.52", &tariff)
    };
    let first = |check: &BillCheck| computed(check).steps[0].element;
    assert_eq!(first(&with(r#""day_of_week":["TUESDAY"]"#)), 1);
    assert_eq!(first(&with(r#""day_of_week":["MONDAY","SUNDAY"]"#)), 2);
    assert_eq!(first(&with(r#""day_of_week":[]"#)), 1);
    assert_eq!(first(&with(r#""start_date":"2026-07-07","end_date":"2026-07-08""#)), 1);
    assert_eq!(first(&with(r#""end_date":"2026-07-07""#)), 2);
    assert_eq!(first(&with(r#""start_time":"22:00","end_time":"06:00""#)), 2);
    assert_eq!(first(&with(r#""start_time":"17:00","end_time":"06:00""#)), 1);
    assert_eq!(first(&with(r#""reservation":"RESERVATION""#)), 2);
    assert_eq!(gap(&with(r#""min_power":50"#)), PriceGap::SplitUnknown(ComponentKind::Energy, RestrictionKind::Power));
    assert_eq!(gap(&with(r#""max_current":16"#)), PriceGap::SplitUnknown(ComponentKind::Energy, RestrictionKind::Current));
    assert_eq!(gap(&with(r#""moon":"full""#)), PriceGap::SplitUnknown(ComponentKind::Energy, RestrictionKind::Unknown));
    // What is not met anyway closes the question.
    assert_eq!(first(&with(r#""min_power":50,"day_of_week":["MONDAY"]"#)), 2);
}

#[test]
fn step_sizes_fill_up_the_last_component() {
    let tariff = |version: &str| {
        let elements = format!(
            "{},{}",
            element(&component("ENERGY", "0.30", 1000), r#""max_kwh":15"#),
            element(&component("ENERGY", "0.50", 3000), "")
        );
        if version == "2.1.1" {
            ocpi(&elements).replace(r#""country_code":"DE","party_id":"TST","#, "").replace(r#""vat":19,"#, "")
        } else {
            ocpi(&elements)
        }
    };
    // 2.2: 20 kWh filled up to 21, at the expense of the last price.
    let newer = of(TestSession::default(), "8.93", &tariff("2.2"));
    assert_eq!(lines(&newer), ["energy 15.00 x 0.30 = 4.50 proven", "energy 6.00 x 0.50 = 3.00 proven"]);
    assert_eq!((computed(&newer).steps[1].used, computed(&newer).steps[1].step), (dec("5"), Some(dec("3"))));
    // 2.1.1: each component for itself, 15 to 15 and 5 to 6; and no tax.
    let net = bill(r#"{"schema":"eichrecht-bill/1","energy":"20.00","net":"7.50"}"#);
    let older = check(&[TestSession::default()], net, Some(&tariff("2.1.1")));
    assert_eq!((computed(&older).kind, price(&older).outcome), (eichrecht_model::TariffKind::Ocpi211, Compared::Agrees));
    assert_eq!(lines(&older)[1], "energy 6.00 x 0.50 = 3.00 proven");
}

#[test]
fn charging_is_not_filled_up_when_a_paid_pause_follows() {
    let tariff =
        ocpi(&format!(r#"{{"price_components":[{},{}]}}"#, component("TIME", "1.20", 900), component("PARKING_TIME", "6.00", 600)));
    let cdr = bill(
        r#"{"start_date_time":"2026-07-07T15:00:00Z","end_date_time":"2026-07-07T17:00:00Z","currency":"EUR","total_energy":20.00,
        "total_time":2,"total_parking_time":0.3,"total_cost":{"excl_vat":4.04}}"#,
    );
    let check = check(&[TestSession::default()], cdr, Some(&tariff));
    // 1.7 h charging as they are, 18 min of pause filled up to 20.
    assert_eq!(lines(&check), ["time 6120 x 1.20 = 2.04 claimed", "parking 1200 x 6.00 = 2.00 claimed"]);
    assert_eq!(price(&check).outcome, Compared::Agrees);
}

/// The bill may have used its own rounded energy, and is right either way.
#[test]
fn the_energy_may_be_as_rounded_on_the_bill() {
    let session = || TestSession { kwh: "20.04", ..TestSession::default() };
    for (energy, total, outcome) in [
        ("20.0 kWh", "20.04", Compared::Agrees),
        ("20.0 kWh", "20.00", Compared::Agrees),
        ("20.0 kWh", "19.99", Compared::Lower),
        ("20.0 kWh", "20.05", Compared::Higher),
        // Less than proven: the price is that of the energy on the bill.
        ("19.00 kWh", "19.00", Compared::Agrees),
        ("19.00 kWh", "20.04", Compared::Higher),
        // More than proven: the price is that of the proven energy.
        ("21.00 kWh", "21.00", Compared::Higher),
        ("21.00 kWh", "20.04", Compared::Agrees),
    ] {
        let bill = figures(Figures { energy: Some(energy), total: Some(total), ..Figures::default() });
        let check = check(&[session()], bill, Some("1 EUR/kWh"));
        assert_eq!(price(&check).outcome, outcome, "{energy} {total}");
    }
}

#[test]
fn what_only_an_unproven_clock_says_makes_no_bill_wrong() {
    let session = || TestSession { sync: TimeSync::Informative, ..TestSession::default() };
    let high = check(&[session()], figures(Figures { total: Some("20"), ..Figures::default() }), Some("003;EUR;0;10"));
    assert_eq!((price(&high).outcome, high.is_complete()), (Compared::NotChecked, false));
    // Where the bill states its own times, it is held to them.
    let own = Figures { begin: Some("2026-07-07 17:00"), end: Some("2026-07-07 19:00:00"), total: Some("20"), ..Figures::default() };
    let high = check(&[session()], figures(own), Some("003;EUR;0;10"));
    assert_eq!((price(&high).outcome, computed(&high).proof), (Compared::Higher, Proof::Claimed));
}

#[test]
fn tariffs_that_do_not_fit() {
    let unreadable = of(TestSession::default(), "9.00", "what it costs");
    assert!(matches!(gap(&unreadable), PriceGap::TariffUnreadable(_)));
    let francs = of(TestSession::default(), "9.00 CHF", "0.45 EUR/kWh");
    assert_eq!(gap(&francs), PriceGap::Currency("CHF".to_owned(), "EUR".to_owned()));
    let none = check(&[TestSession::default()], figures(Figures { total: Some("9"), ..Figures::default() }), None);
    assert_eq!(gap(&none), PriceGap::NoTariff);
    let late = ocpi(&element(&component("ENERGY", "0.40", 1), ""))
        .replace("\"currency\"", "\"start_date_time\":\"2026-07-08T00:00:00Z\",\"currency\"");
    assert_eq!(gap(&of(TestSession::default(), "9.52", &late)), PriceGap::NotInForce);
}

#[test]
fn a_signed_tariff_goes_before_that_of_the_bill_and_is_told_beside_the_users() {
    let session = || TestSession { tariff: Some("002;EUR;0;35;0"), ..TestSession::default() };
    let own = bill(r#"{"schema":"eichrecht-bill/1","energy":20.00,"total":"9.00","tariff":"0.45 EUR/kWh"}"#);
    let signed = check(&[session()], own.clone(), None);
    assert_eq!((computed(&signed).origin, price(&signed).outcome), (TariffOrigin::Signed, Compared::Higher));
    let users = check(&[session()], own, Some("0.45 EUR/kWh"));
    assert_eq!((computed(&users).origin, price(&users).outcome), (TariffOrigin::User, Compared::Agrees));
    assert_eq!(price(&users).by_signed_tariff, Some(dec("7.00")));
}

#[test]
fn a_session_of_years_meets_the_limit_on_days() {
    let tariff = ocpi(&element(&component("TIME", "1.00", 1), r#""day_of_week":["MONDAY"]"#));
    let session = TestSession { begin: "2020-01-01T00:00:00Z", ..TestSession::default() };
    let check = check(&[session], figures(Figures { total: Some("1"), ..Figures::default() }), Some(&tariff));
    assert_eq!(gap(&check), PriceGap::Limit(eichrecht_model::LimitName::BillDays));
}

#[test]
fn credits_are_compared_by_their_amount() {
    let credit = bill(
        r#"{"start_date_time":"2026-07-07T15:00:00Z","total_energy":20.00,"credit":true,"currency":"EUR","total_cost":{"excl_vat":-7.56,"incl_vat":-9.00}}"#,
    );
    assert_eq!(price(&check(&[TestSession::default()], credit, Some("0.45 EUR/kWh"))).outcome, Compared::Agrees);
}
