//! What fuzz targets run. `crates/fuzz` feeds them from libFuzzer, the test `regressions` feeds them the files of
//! former crashes and some of the seeds, so that each finding stays a test on the stable compiler.
//!
//! A target does more than not to crash: see the claims in [`claims`], [`truth`] and [`crate::frame`].

pub mod claims;
mod decoders;
mod formats;
mod pipeline;
pub mod seeds;
pub mod truth;

use std::fmt;

use seeds::Vectors;

/// A fuzz target.
pub struct Target {
    /// Its name, that of the program in `crates/fuzz`.
    pub name: &'static str,
    run: Box<dyn Fn(&[u8]) + Send + Sync>,
    seeds: Box<dyn Fn(&Vectors) -> Vec<Vec<u8>> + Send + Sync>,
}

impl fmt::Debug for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Target {
    fn new(
        name: &'static str,
        run: impl Fn(&[u8]) + Send + Sync + 'static,
        seeds: impl Fn(&Vectors) -> Vec<Vec<u8>> + Send + Sync + 'static,
    ) -> Self {
        Self { name, run: Box::new(run), seeds: Box::new(seeds) }
    }

    /// Runs it on some bytes.
    ///
    /// # Panics
    /// When what it claims does not hold.
    pub fn run(&self, bytes: &[u8]) {
        (self.run)(bytes);
    }

    /// What to start from: pieces of the test vectors, sorted, each once.
    #[must_use]
    pub fn seeds(&self, vectors: &Vectors) -> Vec<Vec<u8>> {
        let mut seeds = (self.seeds)(vectors);
        seeds.sort();
        seeds.dedup();
        seeds
    }
}

/// All targets: one for each format, each carrier, each shape of JSON, each decoder, and two for the whole.
#[must_use]
pub fn targets() -> Vec<Target> {
    let mut targets = formats::targets();
    targets.extend(pipeline::targets());
    targets.extend(decoders::targets());
    targets
}

/// The target of this name.
///
/// # Panics
/// When there is none.
#[must_use]
pub fn target(name: &str) -> Target {
    targets().into_iter().find(|target| target.name == name).unwrap_or_else(|| panic!("there is no fuzz target {name}"))
}
