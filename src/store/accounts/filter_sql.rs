//! A filter as a condition on `account a` and `standing s`, with every text bound and none spliced in.
//!
//! Texts are compared with GLOB and one class a letter (`[äÄ]`), which ignores case in every script and gives `?` and `[`
//! no meaning. What is ASCII is compared by `holds`, which takes all texts of a row in one call.

mod patterns;

use std::collections::BTreeMap;
use std::slice;

use sqlx::query::{Query, QueryScalar};
use sqlx::sqlite::SqliteArguments;
use sqlx::{Sqlite, SqliteConnection};

use crate::error::{Error, Result};
use crate::lang::places;
use crate::model::filter::{Comparison, Field, Filter, Pattern, Span, TYPED_COUNT, Term, Test};
use crate::model::ids::{AccountId, CaseId, PlaceId};
use crate::model::place::Code;
use crate::model::words::{AccountKind, KeyKind};
use crate::store::base::bulk::Cell;
use crate::store::base::holds;
use crate::store::values::standing::signed;
use crate::store::written::nodes::Tree;
use crate::store::written::tree_index::{self, TreeIndex};
use patterns::{after, anywhere, glob};

/// A condition and what is bound to its question marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition {
    /// SQL without a text of anybody's.
    pub sql: String,
    /// In the order of the question marks.
    pub values: Vec<Bound>,
}

impl Condition {
    /// Every account.
    #[must_use]
    pub fn everything() -> Self {
        Self { sql: "1".to_owned(), values: Vec::new() }
    }

    /// The tables that it, and columns of `also` (`a.`, `s.`), are read from, and the column that holds the account's
    /// id. A condition on one table reads that one alone. SQL holds no text of anybody's, so looking for a table's
    /// letter finds the table.
    pub(in crate::store) fn tables(&self, also: &str) -> (&'static str, &'static str) {
        match (self.reads_account() || also.contains("a."), self.sql.contains("s.") || also.contains("s.")) {
            (true, true) => ("account a JOIN standing s ON s.account_id = a.id", "a.id"),
            (true, false) => ("account a", "a.id"),
            (false, _) => ("standing s", "s.account_id"),
        }
    }

    /// Whether it asks for more than `standing` holds.
    #[must_use]
    pub(in crate::store) fn reads_account(&self) -> bool {
        self.sql.contains("a.")
    }

    /// The same, of these accounts alone (`None`: of all), and without those.
    #[must_use]
    pub fn among(mut self, only: Option<&[AccountId]>, except: &[AccountId]) -> Self {
        if let Some(only) = only {
            self.narrow("IN", only);
        }
        if !except.is_empty() {
            self.narrow("NOT IN", except);
        }
        self
    }

    fn narrow(&mut self, how: &str, ids: &[AccountId]) {
        self.values.push(Bound::Text(json_of(ids)));
        let list = format!("(SELECT value FROM json_each(?{}))", self.values.len());
        self.sql = format!("({}) AND s.account_id {how} {list}", self.sql);
    }
}

/// Ids as a JSON array: however many, one value to bind.
pub(in crate::store) fn json_of(ids: &[AccountId]) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    format!("[{}]", ids.join(","))
}

/// What is bound to a question mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A number.
    Int(i64),
    /// A text.
    Text(String),
}

impl Bound {
    /// For a statement of `base::bulk`.
    pub(in crate::store) fn cell(&self) -> Cell<'_> {
        match self {
            Self::Int(value) => Cell::Int(*value),
            Self::Text(text) => Cell::Text(text),
        }
    }
}

/// What names mean in a case, as far as a filter asks.
struct Compiler {
    regions: Option<TreeIndex>,
    organisations: Option<TreeIndex>,
    places: BTreeMap<PlaceId, String>,
    /// Some account is called by more than its key.
    aliases: bool,
    values: Vec<Bound>,
}

/// Makes a condition of a filter, for one case.
///
/// # Errors
/// `filter.unknown_value` at its place for a region, organisation or residence that is not there.
pub async fn compile(conn: &mut SqliteConnection, case_id: CaseId, filter: &Filter) -> Result<Condition> {
    let mut compiler = Compiler {
        regions: load(conn, case_id, filter, Field::Region, Tree::Region).await?,
        organisations: load(conn, case_id, filter, Field::Organisation, Tree::Organisation).await?,
        places: if asks(filter, Field::Residence) { tree_index::places(conn).await? } else { BTreeMap::new() },
        aliases: sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM alias)").fetch_one(&mut *conn).await?,
        values: Vec::new(),
    };
    let sql = compiler.filter(filter)?;
    Ok(Condition { sql, values: compiler.values })
}

async fn load(
    conn: &mut SqliteConnection,
    case_id: CaseId,
    filter: &Filter,
    field: Field,
    tree: Tree,
) -> Result<Option<TreeIndex>> {
    Ok(if asks(filter, field) { Some(TreeIndex::load(conn, case_id, tree).await?) } else { None })
}

fn asks(filter: &Filter, field: Field) -> bool {
    match filter {
        Filter::All(parts) | Filter::Any(parts) => parts.iter().any(|part| asks(part, field)),
        Filter::Not(inside) => asks(inside, field),
        Filter::Term(term) => term.field == field,
    }
}

impl Compiler {
    fn filter(&mut self, filter: &Filter) -> Result<String> {
        match filter {
            Filter::All(parts) if parts.is_empty() => Ok("1".to_owned()),
            Filter::All(parts) => self.joined(parts, " AND "),
            Filter::Any(parts) => self.joined(parts, " OR "),
            // A condition on an empty column is NULL, neither true nor false: "not true" is meant.
            Filter::Not(inside) => Ok(format!("({}) IS NOT TRUE", self.filter(inside)?)),
            Filter::Term(term) => self.term(term),
        }
    }

    fn joined(&mut self, parts: &[Filter], with: &str) -> Result<String> {
        let parts: Result<Vec<_>> = parts.iter().map(|part| self.filter(part)).collect();
        Ok(format!("({})", parts?.join(with)))
    }

    fn term(&mut self, term: &Term) -> Result<String> {
        let values: Result<Vec<_>> =
            term.values.iter().map(|value| self.test(term.field, &value.test, value.span)).collect();
        Ok(format!("({})", values?.join(" OR ")))
    }

    fn test(&mut self, field: Field, test: &Test, span: Span) -> Result<String> {
        match test {
            Test::Has => Ok(has(field)),
            Test::Text(pattern) => self.text(field, pattern, span),
            Test::Kind(kind) => Ok(format!("s.kind = {}", kind.position())),
            Test::Status(status) => Ok(format!("s.status = {}", status.position())),
            Test::Way(way) => Ok(format!(
                "EXISTS (SELECT 1 FROM way w WHERE w.account_id = s.account_id AND w.way = {})",
                way.position()
            )),
            Test::Number(comparison, number) => Ok(self.number(field, *comparison, signed(*number))),
            Test::Between(low, high) => {
                let (low, high) = (self.bind(Bound::Int(signed(*low))), self.bind(Bound::Int(signed(*high))));
                Ok(format!("({LOW} >= {low} AND {HIGH} <= {high})"))
            }
            Test::Tagged(true) => Ok("(s.region_id IS NOT NULL AND s.organisation_id IS NOT NULL)".to_owned()),
            Test::Tagged(false) => Ok("(s.region_id IS NULL OR s.organisation_id IS NULL)".to_owned()),
        }
    }

    fn text(&mut self, field: Field, pattern: &Pattern, span: Span) -> Result<String> {
        match field {
            Field::Domain => Ok(self.domain(pattern)),
            Field::Region | Field::Organisation => self.node(field, pattern, span),
            Field::Residence => self.residence(pattern, span),
            Field::Name => Ok(self.any(&["a.name"], slice::from_ref(pattern))),
            Field::Notes => Ok(self.any(&["a.notes"], slice::from_ref(pattern))),
            Field::Key => Ok(self.called(&["a.key"], slice::from_ref(pattern))),
            Field::Conflict => self.conflict(pattern, span),
            _ => Ok(self.called(&["a.key", "a.name", "a.shown", "a.notes"], &[anywhere(pattern)])),
        }
    }

    /// Accounts with an open conflict of this field; a typed count is of none.
    fn conflict(&mut self, pattern: &Pattern, span: Span) -> Result<String> {
        let fields = || super::field::Field::ALL.iter().map(|it| it.id()).chain([TYPED_COUNT]);
        let meant: Vec<_> = fields().filter(|id| pattern.matches(id)).map(|id| format!("'{id}'")).collect();
        if meant.is_empty() {
            return Err(unknown(pattern, span, &fields().collect::<Vec<_>>().join(", ")));
        }
        Ok(format!("s.account_id IN ({OPEN_CONFLICTS} AND field IN ({}))", meant.join(",")))
    }

    /// One of the texts is of one of the forms, or what else the account is called by is.
    fn called(&mut self, columns: &[&str], forms: &[Pattern]) -> String {
        let own = self.any(columns, forms);
        if !self.aliases {
            return own;
        }
        let aliases = self.any(&["l.key"], forms);
        format!("({own} OR EXISTS (SELECT 1 FROM alias l WHERE l.account_id = s.account_id AND {aliases}))")
    }

    /// One of the texts is of one of the forms.
    fn any(&mut self, columns: &[&str], forms: &[Pattern]) -> String {
        if let Some(told) = holds::forms(forms) {
            let told = self.bind(Bound::Text(told));
            return format!("holds({told}, {})", columns.join(", "));
        }
        let forms: Vec<String> = forms.iter().map(|form| self.bind(Bound::Text(glob(form)))).collect();
        let each = columns
            .iter()
            .flat_map(|column| forms.iter().map(move |form| format!("coalesce({column} GLOB {form}, 0)")));
        format!("({})", each.collect::<Vec<_>>().join(" OR "))
    }

    /// The domain of an e-mail key, and its subdomains.
    fn domain(&mut self, pattern: &Pattern) -> String {
        let typed =
            Pattern { pieces: pattern.pieces.iter().map(|piece| piece.trim_start_matches('@').into()).collect() };
        let host = match typed.whole().map(idna::domain_to_ascii) {
            Some(Ok(ascii)) => Pattern::plain(&ascii),
            Some(Err(_)) | None => typed,
        };
        let at_or_below = self.any(&["a.key"], &[after("@", &host), after("@", &after(".", &host))]);
        let kinds = [KeyKind::Email.position(), KeyKind::Upn.position()];
        format!("(a.key_kind IN ({}, {}) AND {at_or_below})", kinds[0], kinds[1])
    }

    fn node(&mut self, field: Field, pattern: &Pattern, span: Span) -> Result<String> {
        let (tree, column) = match field {
            Field::Region => (&self.regions, "s.region_id"),
            _ => (&self.organisations, "s.organisation_id"),
        };
        let tops = tree.as_ref().map(|tree| tree.called(pattern)).unwrap_or_default();
        if tops.is_empty() && pattern.whole().is_some() {
            let known = tree.as_ref().map(TreeIndex::some_paths).unwrap_or_default();
            return Err(unknown(pattern, span, &known));
        }
        let all = tree.as_ref().map(|tree| tree.with_all_below(&tops)).unwrap_or_default();
        Ok(is_one_of(column, &all))
    }

    /// A country is also its subdivisions.
    fn residence(&mut self, pattern: &Pattern, span: Span) -> Result<String> {
        let whole = pattern.whole().map(|text| places::find(text).ok_or_else(|| unknown_place(pattern, span, text)));
        let whole = whole.transpose()?;
        let matches = |code: &str| whole.as_ref().map_or_else(|| pattern.matches(code), |it| it.as_str() == code);
        let country = |code: &str| code.split('-').next().unwrap_or_default().to_owned();
        let is_meant = |code: &&String| matches(code) || matches(&country(code));
        let ids: Vec<PlaceId> = self.places.iter().filter(|(_, code)| is_meant(code)).map(|(id, _)| *id).collect();
        Ok(is_one_of("s.place_id", &ids))
    }

    fn number(&mut self, field: Field, comparison: Comparison, number: i64) -> String {
        if field == Field::Rule {
            return BY_A_RULE.to_owned();
        }
        let number = self.bind(Bound::Int(number));
        match field {
            Field::Import => format!(
                "(a.import_id = {number} OR EXISTS (SELECT 1 FROM sighting g WHERE g.account_id = a.id \
                 AND g.import_id = {number}))"
            ),
            _ => match comparison {
                Comparison::More => format!("{LOW} > {number}"),
                Comparison::AtLeast => format!("{LOW} >= {number}"),
                Comparison::Less => format!("{HIGH} < {number}"),
                Comparison::AtMost => format!("{HIGH} <= {number}"),
                Comparison::Equal => format!("({LOW} = {number} AND {HIGH} = {number})"),
            },
        }
    }

    /// Numbered, so that one value can stand in two places and order does not matter.
    fn bind(&mut self, value: Bound) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }
}

/// The bounds that a comparison reads: an estimate without a band stands for both.
const LOW: &str = "iif(s.records_high IS NULL AND s.records_low = 0, coalesce(s.records_estimate, 0), s.records_low)";
const HIGH: &str = "coalesce(s.records_high, s.records_estimate)";

/// There are no rules yet, so none has tagged an account.
const BY_A_RULE: &str = "0";

/// The accounts of conflicts that nobody has decided.
const OPEN_CONFLICTS: &str = "SELECT account_id FROM conflict WHERE open = 1";

fn has(field: Field) -> String {
    match field {
        Field::Anywhere | Field::Key | Field::Status | Field::Tagged => "1".to_owned(),
        Field::Domain => format!("a.key_kind IN ({}, {})", KeyKind::Email.position(), KeyKind::Upn.position()),
        Field::Region => "s.region_id IS NOT NULL".to_owned(),
        Field::Organisation => "s.organisation_id IS NOT NULL".to_owned(),
        Field::Residence => "s.place_id IS NOT NULL".to_owned(),
        Field::Name => "a.name IS NOT NULL".to_owned(),
        Field::Notes => "a.notes IS NOT NULL".to_owned(),
        Field::Kind => format!("s.kind <> {}", AccountKind::Unknown.position()),
        Field::Way => "EXISTS (SELECT 1 FROM way w WHERE w.account_id = s.account_id)".to_owned(),
        Field::Records => "s.unit IS NOT NULL".to_owned(),
        Field::Import => "a.import_id IS NOT NULL".to_owned(),
        Field::Conflict => format!("s.account_id IN ({OPEN_CONFLICTS})"),
        Field::Rule => BY_A_RULE.to_owned(),
    }
}

fn is_one_of(column: &str, ids: &[impl ToString]) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    format!("{column} IN ({})", ids.join(","))
}

/// No place, or none any more: what there is today is what is known.
fn unknown_place(pattern: &Pattern, span: Span, text: &str) -> Error {
    let refusal = Code::refusal(text);
    unknown(pattern, span, refusal.args.get("today").map_or("DE, US-CA … (ISO 3166)", String::as_str))
}

fn unknown(pattern: &Pattern, span: Span, known: &str) -> Error {
    span.refuse("filter.unknown_value").with("value", pattern.pieces.join("*")).with("known", known)
}

/// Binds a condition's values.
pub(in crate::store) trait Binds {
    /// With all of them bound, in order.
    fn bind_all(self, values: &[Bound]) -> Self;
}

macro_rules! binds {
    ($query:ty) => {
        impl<'q> Binds for $query {
            fn bind_all(self, values: &[Bound]) -> Self {
                values.iter().fold(self, |query, value| match value {
                    Bound::Int(value) => query.bind(*value),
                    Bound::Text(text) => query.bind(text.clone()),
                })
            }
        }
    };
}
binds!(Query<'q, Sqlite, SqliteArguments>);
binds!(QueryScalar<'q, Sqlite, i64, SqliteArguments>);
