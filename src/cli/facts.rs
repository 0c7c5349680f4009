//! `facts`: every number that a report may print, of a case or of a party; with `--explain` what there is to say of each.

use breachbook::actions::facts::{self, Asked, Explained};
use breachbook::error::Result;
use breachbook::lang::Phrases;
use breachbook::model::count::Count;
use breachbook::model::explain::{Number, RowCauses};
use breachbook::model::facts::{DISTINCT, Facts, PartyNumbers, ScopeRow};

use super::arguments::FactsCall;
use super::context::Context;
use super::output::Output;
use super::text;

pub async fn call(call: &FactsCall, context: &Context) -> Result<Output> {
    let (which, phrases) = (context.case.as_deref(), &context.phrases);
    let asked = Asked { party: call.party.as_deref(), as_of: call.as_of.as_deref() };
    if call.parties {
        let found = context
            .reading(async |session| facts::of_parties(session, session.case(which).await?, asked.as_of).await)
            .await?;
        return Output::of(&found, of_parties(&found.parties, phrases));
    }
    if call.explain {
        let explained = context
            .reading(async |session| facts::explain(session, session.case(which).await?, asked, phrases).await)
            .await?;
        let said = [numbers(&explained.facts, phrases), explanation(&explained, phrases)].join("\n\n");
        return Output::of(&explained, said);
    }
    let facts =
        context.reading(async |session| facts::numbers(session, session.case(which).await?, asked).await).await?;
    Output::of(&facts, numbers(&facts, phrases))
}

fn numbers(facts: &Facts, phrases: &Phrases) -> String {
    let mut rows = Vec::new();
    for count in [&facts.accounts.count, &facts.persons.total.count, &facts.records.total.count] {
        rows.push(vec![phrases.word("unit", count.unit.id()), phrases.count(count)]);
    }
    let distinct = facts.records.distinct.as_ref();
    rows.extend(distinct.map(|it| vec![format!("  {}", phrases.number_name(DISTINCT)), phrases.count(&it.count)]));
    let open = facts.persons.groups.iter().filter(|row| row.count.says_nothing());
    rows.extend(open.map(|row| vec![format!("  {}", phrases.group(&row.group)), phrases.count(&row.count)]));
    for row in &facts.by_region {
        let name = row.region.clone().unwrap_or_else(|| phrases.say("cli-no-region"));
        let name = format!("{}{}", "  ".repeat(row.path.len().max(1)), text::control_free(&name));
        rows.push(vec![name, phrases.count(&row.accounts)]);
    }
    for row in &facts.by_residence {
        rows.push(vec![format!("  {}", place(row.residence.as_deref(), phrases)), phrases.count(&row.accounts)]);
        let parts = row.told_apart().iter();
        rows.extend(parts.map(|part| {
            let name = part.residence.as_deref().map(|code| phrases.country_part(code));
            let name = name.unwrap_or_else(|| phrases.say("part-not-known"));
            vec![format!("    {name}"), phrases.count(&part.accounts)]
        }));
    }
    let headers = [phrases.say("cli-what"), phrases.say("cli-how-many")];
    let whose = facts.scope.as_ref().map(|scope| whose(scope, phrases)).unwrap_or_default();
    [whose, text::table(&headers, &rows)].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n")
}

fn place(code: Option<&str>, phrases: &Phrases) -> String {
    code.map_or_else(|| phrases.say("residence-not-known"), |code| phrases.country(code))
}

/// Whose numbers they are, and what belongs to nobody.
fn whose(scope: &ScopeRow, phrases: &Phrases) -> String {
    let mut lines = vec![text::control_free(&phrases.scope(scope))];
    lines.extend(phrases.without_organisation(scope));
    lines.join("\n")
}

/// A party a line, and that they do not add up.
fn of_parties(parties: &[PartyNumbers], phrases: &Phrases) -> String {
    let row = |it: &PartyNumbers| {
        let counts =
            [&it.accounts.count, &it.persons.total.count, &it.records.total.count].map(|count| phrases.count(count));
        std::iter::once(text::control_free(&phrases.scope(&it.scope))).chain(counts).collect()
    };
    let rows: Vec<Vec<String>> = parties.iter().map(row).collect();
    let unit = |of: fn(&PartyNumbers) -> &Count| parties.first().map(|it| phrases.unit(of(it))).unwrap_or_default();
    let headers = [
        phrases.say("cli-party"),
        unit(|it| &it.accounts.count),
        unit(|it| &it.persons.total.count),
        unit(|it| &it.records.total.count),
    ];
    if rows.is_empty() {
        return phrases.say("cli-no-parties");
    }
    let not_known = parties.iter().find_map(|it| phrases.without_organisation(&it.scope));
    let notes = not_known.into_iter().chain([phrases.say("parties-do-not-add-up")]);
    std::iter::once(text::table(&headers, &rows)).chain(notes).collect::<Vec<_>>().join("\n")
}

/// Each number with its text to copy, its files, what is not in it and why it changed; the rules of the tables; the files.
fn explanation(explained: &Explained, phrases: &Phrases) -> String {
    let numbers = explained.numbers.iter().map(|it| number(it, phrases));
    let tables = explained.tables.iter().map(|it| phrases.table_rule(it)).collect::<Vec<_>>().join("\n");
    let files = (1..).zip(&explained.files).map(|(n, file)| {
        let sha256 = phrases.say_with("cli-sha256", &[("sha256", (&file.sha256).into())]);
        format!("{}\n    {sha256}", text::control_free(&phrases.file_used(n, file)))
    });
    let changes = explained.changes.iter().map(|it| change(it, phrases)).collect::<Vec<_>>().join("\n");
    let parts = numbers.chain([tables, changes, files.collect::<Vec<_>>().join("\n")]);
    parts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// A row whose accounts changed, with its causes.
fn change(it: &RowCauses, phrases: &Phrases) -> String {
    let row = if it.row.is_empty() { phrases.say("part-not-known") } else { text::control_free(&it.row.join("/")) };
    let opened = it.last.high.is_some() && it.now.high.is_none();
    let causes: Vec<String> = it.causes.iter().map(|cause| phrases.cause(cause, opened)).collect();
    let args = [
        ("table", it.table.into()),
        ("row", row.into()),
        ("last", phrases.count(&it.last).into()),
        ("now", phrases.count(&it.now).into()),
        ("what", causes.join("; ").into()),
    ];
    phrases.say_with("cli-row-since", &args)
}

fn number(it: &Number, phrases: &Phrases) -> String {
    let mut lines = vec![text::control_free(it.text.as_deref().unwrap_or_default())];
    let mut add = |id: &str, parts: Vec<String>| {
        if !parts.is_empty() {
            lines.push(format!("    {}", phrases.say_with(id, &[("what", parts.join("; ").into())])));
        }
    };
    add("cli-rests-on-files", it.files.iter().map(|at| (at + 1).to_string()).collect());
    add("cli-left-out", it.left_out.iter().map(|it| phrases.left_out(it)).collect());
    if let Some(last) = &it.last {
        let opened = last.count.high.is_some() && it.figured.count.high.is_none();
        let last = phrases.say_with("cli-last-time", &[("count", phrases.count(&last.count).into())]);
        let causes = it.causes.iter().map(|cause| phrases.cause(cause, opened));
        add("cli-since", std::iter::once(last).chain(causes).collect());
    }
    lines.join("\n")
}
