//! Which accounts stand behind a mark, in the filter language (docs/model.md, Filter). A mark that the language cannot
//! name exactly has no filter: a click must not list others than the number counts.

/// What is counted: cleared accounts are not (docs/model.md, rule 8).
const COUNTED: &str = "-status:cleared";

/// The node of a path and all below it; an empty path is "has none".
#[must_use]
pub fn node(field: &str, path: &[String]) -> Option<String> {
    if path.is_empty() {
        return Some(format!("-{field}:* {COUNTED}"));
    }
    Some(format!("{} {COUNTED}", term(field, path)?))
}

/// The node itself, without those below it: `region:"A" -region:"A/B"`.
#[must_use]
pub fn own(field: &str, path: &[String], below: &[&[String]]) -> Option<String> {
    if path.is_empty() {
        return Some(format!("-{field}:*"));
    }
    let mut filter = term(field, path)?;
    for child in below {
        filter.push_str(" -");
        filter.push_str(&term(field, child)?);
    }
    Some(filter)
}

/// What is counted of a node itself, without those below it.
#[must_use]
pub fn own_counted(field: &str, path: &[String], below: &[&[String]]) -> Option<String> {
    own(field, path, below).map(|filter| format!("{filter} {COUNTED}"))
}

/// Two own nodes at once.
pub(super) fn both(first: Option<String>, second: Option<String>) -> Option<String> {
    Some(format!("{} {} {COUNTED}", first?, second?))
}

/// Quotes, slashes, stars and backslashes mean something in the language itself.
fn term(field: &str, path: &[String]) -> Option<String> {
    let plain = |name: &String| !name.is_empty() && !name.contains(['"', '/', '*', '\\']);
    path.iter().all(plain).then(|| format!("{field}:\"{}\"", path.join("/")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_names_exactly_what_a_mark_counts() {
        let path = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(node("region", &path(&["A", "B"])).as_deref(), Some("region:\"A/B\" -status:cleared"));
        assert_eq!(node("region", &[]).as_deref(), Some("-region:* -status:cleared"));
        assert_eq!(node("region", &path(&["A \"x\""])), None);
        let child = path(&["A", "B"]);
        assert_eq!(own("region", &path(&["A"]), &[&child]).as_deref(), Some("region:\"A\" -region:\"A/B\""));
    }
}
