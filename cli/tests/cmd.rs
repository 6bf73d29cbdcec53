//! Each file in `cmd/` is one call: arguments, input, expected output and exit status.

#[test]
fn commands() {
    trycmd::TestCases::new().case("tests/cmd/*.toml").case("tests/cmd/*.trycmd").default_bin_name("eichrecht");
}
