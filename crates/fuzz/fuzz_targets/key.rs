//! Key texts: whatever is read must be readable again from its own canonical form, as the same key.
#![no_main]

use eichrecht::decode_key;
use eichrecht::model::Limits;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(decoded) = decode_key(data, None, None, &Limits::default()) {
        let again = decode_key(decoded.key.spki_der(), None, None, &Limits::default());
        assert_eq!(again.map(|again| again.key.fingerprint()).ok(), Some(decoded.key.fingerprint()));
    }
});
