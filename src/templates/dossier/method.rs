//! How the numbers were made: rules, qualifiers, the files they rest on, the program that counted.

use super::super::draft::{Draft, cells, number, quiet, row, text};
use super::super::small_cells;
use crate::document::Row;
use crate::model::case::{ImportRecord, ImportedFile};

/// The counting rules that the reader needs (docs/model.md, Counting).
const RULES: [&str; 9] = [
    "rule-status",
    "rule-merging",
    "rule-conflicts",
    "rule-persons",
    "rule-overlap",
    "rule-units",
    "rule-days",
    "rule-residence",
    "rule-claims",
];

/// The seven qualifiers, each with what it means.
const QUALIFIERS: [&str; 7] = [
    "meaning-exact",
    "meaning-at-least",
    "meaning-at-most",
    "meaning-between",
    "meaning-approximate",
    "meaning-to-be-determined",
    "meaning-cannot-be-determined",
];

pub(super) fn write(draft: &mut Draft<'_>) {
    let heading = draft.say("method-rules");
    draft.heading(2, heading);
    let rules = RULES.iter().map(|id| draft.say(id)).collect();
    draft.list(rules);
    let heading = draft.say("method-qualifiers");
    draft.heading(2, heading);
    let qualifiers = QUALIFIERS.iter().map(|id| draft.say(id)).collect();
    draft.list(qualifiers);
    imports(draft);
    privacy(draft);
    let program = draft.say_with("method-program", &[("program", (&draft.brief.program).into())]);
    let standing = draft.say("method-standing");
    let log = draft.brief.log.as_ref().map(|log| {
        draft.say_with(
            "method-log",
            &[("entry", draft.phrases.number(log.entry.unsigned_abs()).into()), ("head", (&log.head).into())],
        )
    });
    let parts = [Some(program), log, Some(standing)];
    draft.note(parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
}

fn imports(draft: &mut Draft<'_>) {
    let heading = draft.say("method-imports");
    draft.heading(2, heading);
    let imports = &draft.file().imports;
    if imports.is_empty() {
        let said = draft.say("imports-none");
        draft.paragraph(said);
        return;
    }
    let rows = imports.iter().flat_map(|import| import.files.iter().map(move |file| (import, file)));
    let rows: Vec<Row> = rows.map(|(import, file)| file_row(draft, import, file)).collect();
    let columns = [
        text("column-file", 1.8),
        text("column-imported", 3.1),
        number("column-read", 0.8),
        number("column-new", 0.8),
        number("column-merged", 1.3),
        number("column-rejected", 1.0),
    ];
    let title = draft.say("imports-title");
    let notes = vec![draft.say("imports-note")];
    draft.table(title, &columns, rows, notes);
    let files = || imports.iter().flat_map(|import| &import.files);
    let enriched = files().filter_map(|file| enriched_line(draft, file));
    let lines = files().map(|file| hash_line(draft, file)).chain(enriched).collect();
    draft.list(lines);
}

fn file_row(draft: &Draft<'_>, import: &ImportRecord, file: &ImportedFile) -> Row {
    let imported =
        draft.say_with("by-on", &[("by", (&import.by).into()), ("at", draft.instant_in_cell(import.at).into())]);
    let rows = file.rows;
    let numbers = [rows.read, rows.new, rows.merged, rows.rejected].map(|n| draft.phrases.number_cell(n));
    let of = |name: String| cells![name, imported].into_iter().chain(numbers).collect();
    if import.taken_back {
        return quiet(of(draft.say_with("taken-back", &[("file", (&file.name).into())])));
    }
    row(of(file.name.clone()))
}

/// The hash stands in a line of its own: 64 characters have no room in a column.
fn hash_line(draft: &Draft<'_>, file: &ImportedFile) -> String {
    draft.say_with(
        "import-hash",
        &[
            ("file", (&file.name).into()),
            ("size", file.size.into()),
            ("container", draft.phrases.word("import", &format!("container-{}", file.container)).into()),
            ("kind", draft.phrases.word("import", &format!("kind-{}", file.kind)).into()),
            ("sha256", (&file.sha256).into()),
        ],
    )
}

/// Of a file that only filled accounts that were there.
fn enriched_line(draft: &Draft<'_>, file: &ImportedFile) -> Option<String> {
    let args = [("file", (&file.name).into()), ("n", file.rows.unmatched?.into())];
    Some(draft.say_with("import-enriched", &args))
}

/// What "without names" means, and that small numbers may still point to a person.
fn privacy(draft: &mut Draft<'_>) {
    if draft.brief.names {
        return;
    }
    let heading = draft.say("method-privacy");
    draft.heading(2, heading);
    let said = draft.say("privacy-sentence");
    draft.paragraph(said);
    let cells = small_cells::count(draft.facts);
    if cells > 0 {
        let warned = draft.say_with("privacy-small-cells", &[("n", cells.into())]);
        draft.notice(warned);
    }
}
