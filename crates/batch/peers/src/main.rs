//! `eichrecht batch` beside the bare arithmetic and beside other programs that verify OCMF, on the same sessions and in
//! the same run. See `run` beside this.
//!
//! Rates are of processor time, so that they mean something on a machine that has other work, too: sessions for each
//! second that a core worked on them. Each is the median of several rounds, which are made in turn.

use std::process::{Command, Stdio};
use std::time::Instant;

use eichrecht_crypto::{Arithmetic, Job, PublicKey, decode_key, verify_by};
use eichrecht_model::{Algorithm, Curve, Hash, Limits, SignatureEncoding};

const ROUNDS: usize = 5;

/// A row of the table, and what its signature is checked with.
struct Session {
    ocmf: String,
    key_text: String,
    key: PublicKey,
    signature: Vec<u8>,
}

impl Session {
    fn read(line: &str) -> Self {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| row[name].as_str().unwrap().to_owned();
        let (ocmf, key_text) = (text("ocmf"), text("public_key"));
        let key = decode_key(key_text.as_bytes(), None, None, &Limits::default()).unwrap().key;
        let signature: serde_json::Value = serde_json::from_str(ocmf.split('|').nth(2).unwrap()).unwrap();
        Self { signature: hex::decode(signature["SD"].as_str().unwrap()).unwrap(), ocmf, key_text, key }
    }

    fn message(&self) -> &[u8] {
        self.ocmf.split('|').nth(1).unwrap().as_bytes()
    }

    fn bare(&self, by: Arithmetic) -> bool {
        let job = Job {
            message: self.message(),
            algorithm: Algorithm::Ecdsa(Curve::Secp256r1, Hash::Sha256),
            signature: &self.signature,
            encoding: SignatureEncoding::DerOrRaw,
            key: &self.key,
        };
        verify_by(by, &[job])[0].verdict.is_ok()
    }

    fn by_ocmf(&self) -> bool {
        let Ok(record) = ocmf::Record::parse(&self.ocmf) else { return false };
        ocmf::verify::verify_key_text(&record, &self.key_text).is_ok()
    }
}

/// Seconds of processor time: of this thread, or of all children that have ended.
fn seconds(of: libc::c_int) -> f64 {
    let mut usage = std::mem::MaybeUninit::<libc::rusage>::zeroed();
    // SAFETY: the call fills the structure it is given.
    let usage = unsafe {
        assert_eq!(libc::getrusage(of, usage.as_mut_ptr()), 0);
        usage.assume_init()
    };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 / 1e6;
    seconds(usage.ru_utime) + seconds(usage.ru_stime)
}

/// One way to verify: its name, how many sessions it takes in a round, and a round, which says how many failed.
struct Way<'a> {
    name: String,
    sessions: usize,
    children: bool,
    round: Box<dyn Fn() -> usize + 'a>,
    /// Sessions a second of processor time, and of the clock.
    rates: Vec<(f64, f64)>,
    failed: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [table, eichrecht, python @ ..] = arguments.as_slice() else { panic!("usage: peers TABLE.ndjson EICHRECHT [PYTHON SCRIPT]") };
    let text = std::fs::read_to_string(table).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let few: Vec<Session> = lines.iter().take(20_000).map(|line| Session::read(line)).collect();
    let here = |name: &str, count: usize, check: fn(&Session) -> bool| {
        let some = &few[..count.min(few.len())];
        let round = move || some.iter().filter(|session| !check(session)).count();
        Way { name: name.to_owned(), sessions: some.len(), children: false, round: Box::new(round), rates: Vec::new(), failed: 0 }
    };
    let program = |name: &str, count: usize, arguments: Vec<String>| {
        let round = move || {
            let output = Command::new(&arguments[0]).args(&arguments[1..]).stderr(Stdio::inherit()).output().unwrap();
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            text.trim().parse().unwrap_or_else(|_| text.matches("\"verdict\":\"failed\"").count())
        };
        Way { name: name.to_owned(), sessions: count, children: true, round: Box::new(round), rates: Vec::new(), failed: 0 }
    };
    let batch = |jobs: &str| -> Vec<String> { [eichrecht, "batch", table, "--quiet", "--jobs", jobs].map(str::to_owned).to_vec() };
    let mut ways = vec![
        here("signature alone, aws-lc", 20_000, |session| session.bare(Arithmetic::Quickest)),
        here("signature alone, plain Rust", 5_000, |session| session.bare(Arithmetic::Portable)),
        program("`eichrecht batch --jobs 1`", lines.len(), batch("1")),
        program("`eichrecht batch --jobs 2`", lines.len(), batch("2")),
        here("`ocmf` 0.1.0: parse and verify", 5_000, Session::by_ocmf),
    ];
    if let [interpreter, script] = python {
        let count = 2_000.min(lines.len());
        let arguments = [interpreter, script, table, &count.to_string()].map(String::clone).to_vec();
        ways.push(program("`pyocmf`: parse and verify", count, arguments));
    }
    for _ in 0..ROUNDS {
        for way in &mut ways {
            let of = if way.children { libc::RUSAGE_CHILDREN } else { libc::RUSAGE_THREAD };
            let (worked, started) = (seconds(of), Instant::now());
            way.failed = (way.round)();
            let (worked, elapsed) = (seconds(of) - worked, started.elapsed().as_secs_f64());
            way.rates.push((way.sessions as f64 / worked, way.sessions as f64 / elapsed));
        }
    }
    println!("| | sessions a second and core | by the clock | of them failed |\n|---|--:|--:|--:|");
    for Way { name, sessions, rates, failed, .. } in &mut ways {
        let median = |pick: fn(&(f64, f64)) -> f64| {
            let mut all: Vec<f64> = rates.iter().map(pick).collect();
            all.sort_by(f64::total_cmp);
            all[all.len() / 2]
        };
        println!("| {name} | {:.0} | {:.0} | {failed} of {sessions} |", median(|rate| rate.0), median(|rate| rate.1));
    }
}
