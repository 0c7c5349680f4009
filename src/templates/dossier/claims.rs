//! Claims side by side, each with its source; the adopted one says why. A claim is a quotation, never a finding.

use super::super::draft::{Draft, cells, number, or_dash, row, text};
use crate::document::Row;
use crate::model::case::Claim;
use crate::model::count::Count;
use crate::model::printed::Cell;

pub(super) fn stands(draft: &Draft<'_>) -> bool {
    !draft.file().claims.is_empty()
}

pub(super) fn write(draft: &mut Draft<'_>) {
    let rows: Vec<Row> = draft.file().claims.iter().map(|claim| claim_row(draft, claim)).collect();
    let columns = [
        text("column-about", 1.1),
        number("column-number", 1.3),
        text("column-source", 1.7),
        text("column-said", 1.1),
        text("column-adopted", 2.0),
    ];
    let title = draft.say("claims-title");
    let lead = vec![draft.say("claims-lead")];
    draft.table(title, &columns, rows, lead);
    let contradicted: Vec<String> = contradictions(draft);
    for sentence in contradicted {
        draft.notice(sentence);
    }
}

fn claim_row(draft: &Draft<'_>, claim: &Claim) -> Row {
    let said = claim.said.as_ref().map_or_else(Cell::dash, |at| draft.moment_cell(at));
    row(cells![
        subject(draft, &claim.subject, &claim.count),
        draft.count_cell(&claim.count),
        or_dash(claim.source.clone()),
        said,
        adopted(draft, claim),
    ])
}

fn adopted(draft: &Draft<'_>, claim: &Claim) -> String {
    let head = match (claim.adopted, &claim.adopted_by) {
        (false, _) => draft.say("not-adopted"),
        (true, None) => draft.say("adopted"),
        (true, Some(by)) => draft.say_with("adopted-by", &[("by", by.into())]),
    };
    match &claim.reason {
        Some(reason) => format!("{head}: {reason}"),
        None => head,
    }
}

/// `records` is E-mails where e-mails are counted; `persons.owner` is a group.
fn subject(draft: &Draft<'_>, subject: &str, count: &Count) -> String {
    if let Some(group) = subject.strip_prefix("persons.") {
        return draft.phrases.group(group);
    }
    if subject == "records" {
        return draft.phrases.unit(count);
    }
    let id = format!("subject-{subject}");
    if draft.phrases.has(&id) { draft.say(&id) } else { subject.to_owned() }
}

/// Where the sum of the rows contradicts what was adopted, the reader is told so.
fn contradictions(draft: &Draft<'_>) -> Vec<String> {
    let said = |it: &crate::model::facts::ClaimRow| {
        let about = subject(draft, &it.subject, &it.count);
        draft.say_with(
            "claim-contradicted",
            &[("about", about.into()), ("claim", draft.phrases.count(&it.count).into())],
        )
    };
    draft.facts.claims.iter().filter(|it| it.contradicted).map(said).collect()
}
