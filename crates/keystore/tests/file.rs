//! The file of the store: several users at once, damage, strangers.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "code of tests may fail loudly and read files"
)]

mod common;

use std::sync::Arc;

use common::{Folder, charge_point, day, import, key, register};
use eichrecht_keystore::{Access, KeyStore, StoreError};
use eichrecht_model::{IdentifierKind, KeyDirectory};

#[test]
fn many_threads_share_one_store() {
    let store = KeyStore::in_memory().unwrap();
    import(&store, "r_2026-01-01.csv", register(&[("DE*TST*E1", &key("meter")), ("DE*TST*E2", &key("other-meter"))])).unwrap();
    let store: Arc<dyn KeyDirectory> = Arc::new(store);
    std::thread::scope(|scope| {
        for thread in 0..8_usize {
            let store = Arc::clone(&store);
            scope.spawn(move || {
                for round in 0..50 {
                    let id = if (thread + round) % 2 == 0 { "DETSTE1" } else { "DETSTE2" };
                    let found = store.registered_for(IdentifierKind::ChargePoint, id, Some(day("2026-01-02"))).unwrap();
                    assert_eq!(found[0].charge_point.as_deref().map(|text| text.replace('*', "")).as_deref(), Some(id));
                }
            });
        }
    });
}

/// Two connections to one file behave as two programs do; the command line's tests start real ones.
#[test]
fn writers_wait_for_one_another_and_readers_for_nobody() {
    let folder = Folder::new("writers");
    let path = folder.file("keys.sqlite");
    let dates: Vec<String> = (1..=6).map(|month| format!("2026-{month:02}-01")).collect();
    let reader = {
        KeyStore::open(&path, Access::Write).unwrap();
        KeyStore::open(&path, Access::Read).unwrap()
    };
    std::thread::scope(|scope| {
        for date in &dates {
            let path = path.clone();
            scope.spawn(move || {
                let store = KeyStore::open(&path, Access::Write).unwrap();
                import(&store, &format!("r_{date}.csv"), register(&[("DE*TST*E1", &key("meter"))])).unwrap();
            });
        }
        for _ in 0..20 {
            let found = charge_point(&reader, "DE*TST*E1", None);
            assert!(found.len() <= 1);
        }
    });
    assert_eq!(reader.registers().unwrap().len(), dates.len());
    let found = charge_point(&reader, "DE*TST*E1", None);
    assert_eq!((found[0].first_seen, found[0].last_seen), (Some(day("2026-01-01")), Some(day("2026-06-01"))));
}

#[test]
fn a_reader_changes_nothing() {
    let folder = Folder::new("reader");
    let path = folder.file("keys.sqlite");
    assert!(matches!(KeyStore::open(&path, Access::Read), Err(StoreError::Missing)));
    assert!(!path.exists());
    drop(KeyStore::open(&path, Access::Write).unwrap());
    let reader = KeyStore::open(&path, Access::Read).unwrap();
    assert!(import(&reader, "r_2026-01-01.csv", register(&[("DE*TST*E1", &key("meter"))])).is_err());
    assert!(reader.registers().unwrap().is_empty());
}

#[test]
fn damaged_and_foreign_files_are_told() {
    let folder = Folder::new("damage");
    let path = folder.file("keys.sqlite");
    {
        let store = KeyStore::open(&path, Access::Write).unwrap();
        let points: Vec<(String, String)> =
            (0..60).map(|n| (format!("DE*TST*E{n}"), format!("text number {n} {}", "x".repeat(200)))).collect();
        let points: Vec<(&str, &str)> = points.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
        import(&store, "r_2026-01-01.csv", register(&points)).unwrap();
    }
    let whole = std::fs::read(&path).unwrap();
    let open = |name: &str, bytes: &[u8]| {
        let path = folder.file(name);
        std::fs::write(&path, bytes).unwrap();
        [Access::Read, Access::Write].map(|access| KeyStore::open(&path, access).map(|_| ()).unwrap_err())
    };
    // Pages behind the first overwritten, and the end cut off.
    let mut scratched = whole.clone();
    scratched[4096..4096 * 4].fill(0xa5);
    for (name, bytes) in [("scratched", scratched.as_slice()), ("cut", &whole[..whole.len() / 2])] {
        for error in open(name, bytes) {
            assert!(matches!(error, StoreError::Damaged(_)), "{name}: {error:?}");
        }
    }
    for error in open("text", b"just some text, and no data base at all, however long it may get") {
        assert!(matches!(error, StoreError::NotAStore), "{error:?}");
    }
    // The mark of our files taken off, and a version of the future.
    let mut stranger = whole.clone();
    stranger[68..72].fill(0);
    for error in open("stranger", &stranger) {
        assert!(matches!(error, StoreError::NotAStore), "{error:?}");
    }
    let mut future = whole;
    future[60..64].copy_from_slice(&99_u32.to_be_bytes());
    for error in open("future", &future) {
        assert!(matches!(error, StoreError::TooNew(99)), "{error:?}");
    }
}
