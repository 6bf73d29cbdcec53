use eichrecht::{Input, Verifier};
#[test]
fn look() {
    let root = std::path::Path::new("/work/shared/vectors");
    for f in [
        "sml-edl40/edl-40-01.xml",
        "sml-edl40/NewEHZSML.xml",
        "isa-edl40/isa-edl-40p-ok.xml",
        "isa-edl40/isa-edl-40p-data-fail.xml",
        "isa-edl40/isa-edl-40p-sign-fail.xml",
        "edl40-sig/hummel.xml",
        "malformed/log4j_test6.xml",
    ] {
        let a = Verifier::new().verify(vec![Input::new(f, std::fs::read(root.join(f)).unwrap())]);
        println!("== {f} {:?} {:?}", a.verdict, a.errors);
        for r in &a.records {
            match &r.content {
                Ok(c) => {
                    println!("  {:?} {:?} notes {:?} {:?}", r.format, c.signature(), r.source.notes, c.content().notes);
                    println!(
                        "     {:?} {:?} idx {:?} {:?}",
                        c.content().meter.serial,
                        c.content().pagination,
                        c.content().seconds_index,
                        c.content().user.id
                    );
                    for m in &c.content().measurements {
                        println!("     {:?}", m);
                    }
                    println!("    ext {:?} uns {:?}", c.content().extensions, c.content().unsigned);
                }
                Err(e) => println!("  {e:?}"),
            }
        }
        for t in &a.transactions {
            println!("  T {:?} {:?} {:?}", t.shape, t.stated_energy, t.verdict);
        }
        for x in &a.findings {
            println!("  {} {:?} {:?}", x.code, x.severity, x.facts);
        }
    }
}
