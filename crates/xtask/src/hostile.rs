//! Measures what hostile inputs cost the release binary. The figures decide nothing by themselves.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use eichrecht_testkit::hostile::{HOSTILE, Hostile};

/// What is promised: seconds, and MiB of memory.
const PROMISED: (f64, u64) = (5.0, 256);

/// A table of all inputs with time and memory.
pub(crate) fn measure(root: &Path) -> Result<String, String> {
    let said = |problem: std::io::Error| problem.to_string();
    let built = Command::new(env!("CARGO"))
        .args(["build", "--release", "--locked", "--bin", "eichrecht"])
        .current_dir(root)
        .status()
        .map_err(said)?;
    if !built.success() {
        return Err("the program was not built".to_owned());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let program = target.join("release/eichrecht");
    let folder = std::env::temp_dir().join(format!("eichrecht-hostile-{}", std::process::id()));
    fs::create_dir_all(&folder).map_err(said)?;
    let mut table =
        format!("{:<22} {:>10} {:>8} {:>9}  {:<18} {}\n", "input", "size KiB", "seconds", "peak MiB", "ends with", "what it is");
    for input in HOSTILE {
        let row = row(input, &program, &folder);
        table.push_str(&row.map_err(said)?);
    }
    fs::remove_dir_all(&folder).map_err(said)?;
    let _ = write!(table, "promised: {} s, {} MiB", PROMISED.0, PROMISED.1);
    Ok(table)
}

fn row(input: &Hostile, program: &Path, folder: &Path) -> std::io::Result<String> {
    let path = input.write_to(folder)?;
    let size = fs::metadata(&path)?.len() >> 10;
    let started = Instant::now();
    let mut child = Command::new(program).arg("verify").arg(&path).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
    let peak = peak(&mut child)?;
    let seconds = started.elapsed().as_secs_f64();
    fs::remove_file(&path)?;
    let mark = if seconds > PROMISED.0 || peak.is_some_and(|peak| peak > PROMISED.1) { " !" } else { "" };
    let peak = peak.map_or_else(|| "?".to_owned(), |peak| peak.to_string());
    let ends = input.limit.unwrap_or(input.error);
    Ok(format!("{:<22} {size:>10} {seconds:>8.2} {peak:>9}  {ends:<22} {}{mark}\n", input.name, input.description))
}

/// Waits for the end. Peak of the memory in MiB, where the system tells it; what is taken in the last
/// millisecond is not seen.
fn peak(child: &mut Child) -> std::io::Result<Option<u64>> {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait()?.is_none() {
        let told = fs::read_to_string(&status).ok().and_then(|text| {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            line.split_whitespace().next()?.parse::<u64>().ok()
        });
        peak = peak.max(told.map(|kibibytes| kibibytes.div_ceil(1024)));
        sleep(Duration::from_millis(1));
    }
    Ok(peak)
}
