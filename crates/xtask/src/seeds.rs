//! What fuzz targets start from: a folder of files and a dictionary each.

use std::fs;
use std::path::Path;

use eichrecht_testkit::fuzz::seeds::{Vectors, dictionary};
use eichrecht_testkit::fuzz::targets;

/// Writes them beside what fuzzing itself has found there.
pub(crate) fn write(folder: &Path) -> Result<String, String> {
    let vectors = Vectors::load();
    let mut count = 0;
    for target in targets() {
        let seeds = target.seeds(&vectors);
        let own = folder.join(target.name);
        let failed = |problem: std::io::Error| format!("{}: {problem}", own.display());
        fs::create_dir_all(&own).map_err(failed)?;
        for (at, seed) in seeds.iter().enumerate() {
            fs::write(own.join(format!("seed-{at:04}")), seed).map_err(failed)?;
        }
        fs::write(folder.join(format!("{}.dict", target.name)), dictionary(&seeds)).map_err(failed)?;
        count += seeds.len();
    }
    Ok(format!("{count} seeds"))
}
