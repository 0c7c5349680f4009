//! Lists of accounts, made by rule: the n-th row is the same in every list.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::run::Outcome;

/// The columns of a list.
pub const HEADER: &str = "E-mail,Name,Region,Organisation,Country,E-mails,Status,First access";

const REGIONS: [&str; 7] = ["Hamburg", "Nordics", "Benelux", "Iberia", "East Asia and the Pacific", "Alps", "Adriatic"];
const COUNTRIES: [&str; 9] = ["DE", "SE", "NO", "NL", "BE", "PT", "ES", "AT", "HR"];

/// Writes a list of so many rows, once; about 95 bytes a row.
pub fn list(folder: &Path, rows: u64) -> Outcome<PathBuf> {
    let path = folder.join(format!("list-{rows}.csv"));
    if path.exists() {
        return Ok(path);
    }
    let failed = |cause: std::io::Error| format!("{}: {cause}", path.display());
    let mut out = BufWriter::new(File::create(&path).map_err(failed)?);
    writeln!(out, "{HEADER}").map_err(failed)?;
    for n in 0..rows {
        writeln!(out, "{}", row(n)).map_err(failed)?;
    }
    out.flush().map_err(failed)?;
    Ok(path)
}

/// The n-th row. Keys come in no order, as in life.
fn row(n: u64) -> String {
    let mixed = n.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let pick =
        |from: &[&'static str], shift: u32| from[usize::try_from((mixed >> shift) % from.len() as u64).unwrap_or(0)];
    let status = if mixed >> 20 & 15 == 0 { "suspected" } else { "confirmed" };
    format!(
        "person.{:016x}@branch{}.example,Given{} Family{},{},Company {},{},{},{status},2026-{:02}-{:02}",
        mixed,
        n % 40,
        n % 997,
        n % 7919,
        pick(&REGIONS, 8),
        mixed >> 40 & 31,
        pick(&COUNTRIES, 16),
        mixed >> 24 & 4095,
        1 + (mixed >> 3) % 9,
        1 + (mixed >> 11) % 28,
    )
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn rows_are_the_same_every_time_and_keys_differ() {
        assert_eq!(row(7), row(7));
        let keys: std::collections::BTreeSet<String> =
            (0..10_000).map(|n| row(n).split(',').next().unwrap_or_default().to_owned()).collect();
        assert_eq!(keys.len(), 10_000);
    }
}
