//! The page's closed lists: their words, in their lasting order, and what goes with them. A word that is added in Rust is there
//! without an edit of the page.

use std::fmt::Write as _;

use breachbook::model::subject;
use breachbook::model::sums::ROWS;
use breachbook::model::words::{LISTS, MilestoneKind, Unit};

/// `words.ts`; `is_known` says whether the page knows a type.
pub fn file(head: &str, is_known: impl Fn(&str) -> bool) -> String {
    let lists: Vec<_> = LISTS.iter().filter(|list| is_known(list.name)).collect();
    let names: Vec<&str> = lists.iter().map(|list| list.name).collect();
    let mut out = format!("{head}import type {{ {} }} from './types'\n", names.join(", "));
    let words: Vec<(&str, Vec<&str>)> = lists.iter().map(|list| (list.name, (list.words)())).collect();
    out.push_str("\n/** Every word of a closed list, by the list's type. */\nexport const WORDS: {\n");
    names.iter().for_each(|name| put(&mut out, format_args!("  readonly {name}: readonly {name}[]")));
    out.push_str("} = {\n");
    words.iter().for_each(|(name, words)| put(&mut out, format_args!("  {name}: {},", list(words))));
    out.push_str("}\n\n/** The units that a number about a subject comes in, the one that is meant where nobody says another first. */\n");
    out.push_str("export const UNITS: Readonly<Record<string, readonly Unit[]>> = {\n");
    for subject in subject::all() {
        let units: Vec<&str> = subject::units_of(&subject).iter().map(|it: &Unit| it.id()).collect();
        put(&mut out, format_args!("  '{subject}': {},", list(&units)));
    }
    let aware = MilestoneKind::ALL.iter().filter(|it| it.may_be_awareness()).map(|it| it.id()).collect::<Vec<_>>();
    out.push_str("}\n\n/** Steps from which somebody may say to be aware. */\n");
    put(&mut out, format_args!("export const MAY_BE_AWARENESS: readonly MilestoneKind[] = {}", list(&aware)));
    let counters = std::iter::once(ROWS.whole).chain(ROWS.parts.iter().copied()).collect::<Vec<_>>();
    out.push_str("\n/** What becomes of a list's rows: how many there are, and the parts that add up to it. */\n");
    put(&mut out, format_args!("export const ROWS = {} as const", list(&counters)));
    out
}

fn put(out: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{line}");
}

fn list(words: &[&str]) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    format!("[{}]", quoted.join(", "))
}
