//! Which column is which: registers of several years and lists of operators, by the titles of their columns.

/// Where things stand in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) form: Form,
    pub(crate) station: Option<usize>,
    pub(crate) operator: Option<usize>,
    /// Parts of the address, in the order in which they are written.
    pub(crate) place: Vec<usize>,
    /// The charging points of a row.
    pub(crate) points: Vec<PointColumns>,
    pub(crate) meter: Option<usize>,
    pub(crate) gateway: Option<usize>,
    pub(crate) valid_from: Option<usize>,
    pub(crate) valid_to: Option<usize>,
    /// The titles, to name a column by.
    pub(crate) titles: Vec<String>,
}

/// What kind of table it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// The official register: a station in each row, its charging points side by side.
    Register,
    /// A list: a charging point or meter in each row.
    #[default]
    List,
}

/// Columns of one charging point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PointColumns {
    pub(crate) charge_point: Option<usize>,
    pub(crate) key: Option<usize>,
}

/// Charging points of one row that are looked for; the register has six.
const POINTS: usize = 64;

/// What a column is for.
enum Meaning {
    Station,
    Operator,
    Place,
    Point(usize),
    Key(usize),
    Meter,
    Gateway,
    ValidFrom,
    ValidTo,
}

/// The columns, if the row is the header of a register or list; `None` for any other row.
pub(crate) fn find_header(cells: &[String]) -> Option<Columns> {
    let mut columns = Columns { titles: cells.to_vec(), ..Columns::default() };
    let mut points: Vec<PointColumns> = Vec::new();
    let mut numbered = false;
    for (at, title) in cells.iter().enumerate() {
        let first = |place: &mut Option<usize>| *place = place.or(Some(at));
        match meaning(title) {
            Some(Meaning::Station) => first(&mut columns.station),
            Some(Meaning::Operator) => first(&mut columns.operator),
            Some(Meaning::Place) => columns.place.push(at),
            Some(Meaning::Meter) => first(&mut columns.meter),
            Some(Meaning::Gateway) => first(&mut columns.gateway),
            Some(Meaning::ValidFrom) => first(&mut columns.valid_from),
            Some(Meaning::ValidTo) => first(&mut columns.valid_to),
            Some(Meaning::Point(number) | Meaning::Key(number)) if number > POINTS => {}
            Some(Meaning::Point(number)) => first(&mut slot(&mut points, number)?.charge_point),
            Some(Meaning::Key(number)) => {
                numbered |= number > 0;
                first(&mut slot(&mut points, number)?.key);
            }
            None => {}
        }
    }
    points.retain(|point| *point != PointColumns::default());
    columns.points = points;
    let has_key = columns.points.iter().any(|point| point.key.is_some());
    let has_name = columns.points.iter().any(|point| point.charge_point.is_some()) || columns.meter.is_some() || columns.gateway.is_some();
    columns.form = if numbered { Form::Register } else { Form::List };
    let complete = match columns.form {
        Form::Register => has_key && (columns.station.is_some() || columns.operator.is_some()),
        Form::List => has_key && has_name,
    };
    complete.then_some(columns)
}

fn slot(points: &mut Vec<PointColumns>, number: usize) -> Option<&mut PointColumns> {
    if points.len() <= number {
        points.resize(number + 1, PointColumns::default());
    }
    points.get_mut(number)
}

/// The meaning of a title, spelt in any way: case, blanks and strokes do not count.
fn meaning(title: &str) -> Option<Meaning> {
    let plain: String = title.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let stem = plain.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = || plain.get(stem.len()..).filter(|digits| !digits.is_empty()).map_or(Some(0), |digits| digits.parse().ok());
    match stem {
        "publickey" | "öffentlicherschlüssel" | "schlüssel" | "key" | "pubkey" => Some(Meaning::Key(number()?)),
        "evseid" | "evse" | "ladepunkt" | "chargepoint" | "chargepointid" => Some(Meaning::Point(number()?)),
        // With its old spelling.
        "ladeeinrichtungsid" | "ladeeinrichungsid" | "stationid" | "station" => Some(Meaning::Station),
        "betreiber" | "operator" => Some(Meaning::Operator),
        "straße" | "strasse" | "hausnummer" | "adresse" | "postleitzahl" | "plz" | "ort" | "postleitzahlort" | "place" | "address" => {
            Some(Meaning::Place)
        }
        "meter" | "meterserial" | "meterserialnumber" | "zähler" | "zählernummer" | "zählerseriennummer" | "meterid" => {
            Some(Meaning::Meter)
        }
        "gateway" | "gatewayserial" | "gatewayserialnumber" => Some(Meaning::Gateway),
        "validfrom" | "from" | "gültigab" | "gültigvon" => Some(Meaning::ValidFrom),
        "validto" | "validuntil" | "to" | "gültigbis" => Some(Meaning::ValidTo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(titles: &str) -> Option<Columns> {
        find_header(&titles.split(';').map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_register_of_today() {
        let titles = "Ladeeinrichtungs-ID;Betreiber;Anzeigename (Karte);Straße;Hausnummer;Postleitzahl;Ort;Steckertypen1;\
                      Nennleistung Stecker1;EVSE-ID1;Public Key1;Steckertypen2;Nennleistung Stecker2;EVSE-ID2;Public Key2";
        let columns = header(titles).unwrap();
        assert_eq!((columns.form, columns.station, columns.operator), (Form::Register, Some(0), Some(1)));
        assert_eq!(columns.place, [3, 4, 5, 6]);
        let point = |charge_point, key| PointColumns { charge_point: Some(charge_point), key: Some(key) };
        assert_eq!(columns.points, [point(9, 10), point(13, 14)]);
    }

    #[test]
    fn registers_of_earlier_years() {
        let titles = "Betreiber;Adresse;Postleitzahl Ort;Art der Ladeeinrichung;Anzahl Ladepunkte;Anschlussleistung [kW];\
                      Steckertypen1;P1 [kW];Public Key1;Steckertypen2;P2 [kW];PublicKey 2";
        let columns = header(titles).unwrap();
        assert_eq!((columns.form, columns.operator, columns.place), (Form::Register, Some(0), vec![1, 2]));
        assert_eq!(
            columns.points.iter().map(|point| (point.charge_point, point.key)).collect::<Vec<_>>(),
            [(None, Some(8)), (None, Some(11))]
        );
    }

    #[test]
    fn lists_of_operators() {
        for titles in ["evse;meter serial;key;valid from;valid to", "EVSE-ID;Zählernummer;Öffentlicher Schlüssel;gültig ab;gültig bis"]
        {
            let columns = header(titles).unwrap();
            assert_eq!((columns.form, columns.meter, columns.valid_from, columns.valid_to), (Form::List, Some(1), Some(3), Some(4)));
            assert_eq!(columns.points, [PointColumns { charge_point: Some(0), key: Some(2) }]);
        }
        assert!(header("gateway;public_key").is_some());
    }

    #[test]
    fn rows_that_are_no_header() {
        for titles in ["", "Ladesäulenregister der Bundesnetzagentur", "evse;meter", "key", "Public Key1;EVSE-ID1", "DE*ABC*E1;3059"] {
            assert_eq!(header(titles), None, "{titles}");
        }
    }
}
