//! The released window, measured by its tests' own hand (tests/e2e/speed), as tables.

use std::path::Path;

use serde_json::Value;

use super::ours;
use crate::run::{Outcome, must, target};
use crate::{pages, tools};

/// A frame that takes longer is seen, in milliseconds: 60 a second with some room.
const FRAME: f64 = 20.0;

/// Measures it and says what came of it. The book of the last import stands ready.
pub fn markdown(folder: &Path, rows: u64) -> Outcome<String> {
    let out = folder.join("window.json");
    let _ = std::fs::remove_file(&out);
    let release = target().join("release");
    let mut speed = pages::node("vitest/vitest.mjs");
    speed.args(["--config", "vitest.speed.config.ts", "--run"]);
    speed.env("BREACHBOOK_TARGET", target()).env("BREACHBOOK_DRIVER", tools::driver()?);
    speed.env("BREACHBOOK_PROGRAM", ours::program()).env("BREACHBOOK_WINDOW", release.join("breachbook-window"));
    speed.env("BREACHBOOK_BARE", release.join("examples").join("bare"));
    speed.env("BREACHBOOK_SPEED_BOOK", ours::book(folder, &format!("book-{rows}")));
    speed.env("BREACHBOOK_SPEED_KEY", ours::PASSPHRASE).env("BREACHBOOK_SPEED_OUT", &out);
    must(&mut speed)?;
    let text = std::fs::read_to_string(&out).map_err(|cause| format!("{}: {cause}", out.display()))?;
    let measured: Value = serde_json::from_str(&text).map_err(|cause| format!("{}: {cause}", out.display()))?;
    Ok(tables(&measured, rows))
}

fn tables(measured: &Value, rows: u64) -> String {
    let start = |which: &str| median(&numbers(&measured["starts"][which]));
    let bare = start("bare");
    let mut text = format!(
        "\n## The window\n\nThe released window on a display without a graphics card (Xvfb), driven through WebKitWebDriver, on \
         a sealed book of {rows} accounts that were all tagged once.\n\n\
         | start, to the first frame with something in it | time | beside a bare Tauri window | goal |\n| --- | --: | --: | --: |\n\
         | a bare Tauri window with a line of text | {bare:.0} ms | | |\n"
    );
    for (what, which) in [("ours, without a book", "empty"), ("ours, on that book", "book")] {
        let ours = start(which);
        text += &format!("| {what} | {ours:.0} ms | {:.2} × | ≤ 1.2 × |\n", ours / bare);
    }
    text += "\n| scrolling there | median frame | 99 % of frames | frames under 20 ms | goal |\n| --- | --: | --: | --: | --: |\n";
    for of in list(&measured["frames"]) {
        let frames = numbers(&of["frames"]);
        let quick = frames.iter().filter(|it| **it < FRAME).count();
        text += &format!(
            "| {} | {:.0} ms | {:.0} ms | {:.1} % | ≥ 99 % |\n",
            of["what"].as_str().unwrap_or_default(),
            median(&frames),
            at(&frames, 0.99),
            share(quick, frames.len())
        );
    }
    text += "\n| a filter there | found | first rows | goal | count | goal |\n| --- | --: | --: | --: | --: | --: |\n";
    for of in list(&measured["filters"]) {
        let filter =
            of["filter"].as_str().filter(|it| !it.is_empty()).map_or("none".to_owned(), |it| format!("`{it}`"));
        let [first, count, found] = ["first", "count", "found"].map(|it| of[it].as_f64().unwrap_or(f64::NAN));
        text += &format!("| {filter} | {found:.0} | {first:.0} ms | ≤ 100 ms | {count:.0} ms | ≤ 400 ms |\n");
    }
    text += "\nStarts: medians of 7, by turns. Frames: 300 of each way, as `requestAnimationFrame` tells them. Filters: medians \
             of 7, from the page's question to the answer in the page; both are asked at once, as the page does. What is found \
             within 60 ms is shown before the rest.\n";
    text
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn numbers(value: &Value) -> Vec<f64> {
    list(value).iter().filter_map(Value::as_f64).collect()
}

fn median(of: &[f64]) -> f64 {
    at(of, 0.5)
}

/// The value that such a share of all does not exceed.
fn at(of: &[f64], part: f64) -> f64 {
    let mut of = of.to_vec();
    of.sort_by(f64::total_cmp);
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few")]
    let place = (of.len() as f64 * part) as usize;
    of.get(place.min(of.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

#[expect(clippy::cast_precision_loss, reason = "few")]
fn share(some: usize, of: usize) -> f64 {
    some as f64 * 100.0 / of as f64
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::tables;

    #[test]
    fn what_was_measured_is_told_beside_its_goal() {
        let text = tables(
            &json!({
                "starts": { "bare": [100.0, 120.0, 110.0], "empty": [121.0, 121.0, 121.0], "book": [132.0, 132.0, 132.0] },
                "frames": [{ "what": "wheel", "frames": [16.0, 16.0, 16.0, 40.0] }],
                "filters": [{ "filter": "", "first": 12.0, "count": 220.4, "found": 7.0 }],
            }),
            7,
        );
        assert!(text.contains("| ours, without a book | 121 ms | 1.10 × | ≤ 1.2 × |"), "{text}");
        assert!(text.contains("| ours, on that book | 132 ms | 1.20 × | ≤ 1.2 × |"), "{text}");
        assert!(text.contains("| wheel | 16 ms | 40 ms | 75.0 % | ≥ 99 % |"), "{text}");
        assert!(text.contains("| none | 7 | 12 ms | ≤ 100 ms | 220 ms | ≤ 400 ms |"), "{text}");
    }
}
