//! Feeds the targets of the test kit (`eichrecht_testkit::fuzz`) from libFuzzer. See README.md.

pub use {eichrecht_testkit, libfuzzer_sys};

/// A fuzz program: the target of this name.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        static TARGET: std::sync::LazyLock<$crate::eichrecht_testkit::fuzz::Target> =
            std::sync::LazyLock::new(|| $crate::eichrecht_testkit::fuzz::target($name));
        // What a target prepares once, such as the truth about all vectors, is not the first input's time.
        $crate::libfuzzer_sys::fuzz_target!(init: TARGET.run(b""), |data: &[u8]| TARGET.run(data));
    };
}
