//! `cargo xtask pictures`: the guide's pictures, taken from the tests of the window.
//!
//! The tests leave a picture of every screen in `target/e2e/screens/`; those that the guide shows are copied.

use crate::run::{Outcome, root, target};
use crate::test;

/// Runs the tests of the window that take pictures, and takes those that the guide names.
pub fn run() -> Outcome<bool> {
    let well = test::run_window(&["screens".to_owned(), "hour".to_owned()], "en")?;
    let guide = root().join("docs").join("guide").join("first-hour.md");
    let text = std::fs::read_to_string(&guide).map_err(|cause| format!("{}: {cause}", guide.display()))?;
    for name in shown(&text) {
        let from = target().join("e2e").join("screens").join(name);
        let to = root().join("docs").join("pictures").join(name);
        std::fs::copy(&from, &to).map_err(|cause| format!("{}: {cause}", from.display()))?;
        println!("docs/pictures/{name}");
    }
    Ok(well)
}

/// The pictures that a text shows: `](../pictures/overview-en-light.png)`.
fn shown(text: &str) -> impl Iterator<Item = &str> {
    text.split("](../pictures/").skip(1).filter_map(|it| it.split_once(')')).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_pictures_of_a_text_are_found() {
        let text = "a ![x](../pictures/one.png) b [y](../guide/z.md)\n![w](../pictures/two.png)";
        assert_eq!(super::shown(text).collect::<Vec<_>>(), ["one.png", "two.png"]);
    }
}
