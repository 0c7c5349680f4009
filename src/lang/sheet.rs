//! The number sheet's copy-ready texts: a number with its qualifier, its date, its source and its rule, in one line
//! that stands wherever it is pasted.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Arg, Phrases};
use crate::model::explain::{Cause, FileUsed, LeftOut, Number, TableRule};
use crate::model::facts::ScopeRow;

impl Phrases {
    /// What a number of the sheet is called: "Accounts: confirmed", "Persons: owners", "E-mails".
    #[must_use]
    pub fn number_name(&self, name: &str) -> String {
        let id = format!("number-{}", name.replace(['.', '_'], "-"));
        if self.has(&id) {
            return self.say(&id);
        }
        match name.split_once('.') {
            Some(("persons", group)) => format!("{}, {}", self.say("number-persons"), self.group(group)),
            Some(("records", unit)) => self.word("unit", unit),
            _ => name.to_owned(),
        }
    }

    /// A group's name: a word of the list, else as typed.
    #[must_use]
    pub fn group(&self, id: &str) -> String {
        let known = format!("group-{id}").replace('_', "-");
        if self.has(&known) { self.say(&known) } else { id.to_owned() }
    }

    /// Whose numbers they are: "Nordmeer Logistik GmbH (controller)".
    #[must_use]
    pub fn scope(&self, scope: &ScopeRow) -> String {
        let role = scope.role.map(|role| self.word("role", role.id()));
        let args = [
            ("organisation", Arg::from(&scope.organisation)),
            ("role", role.unwrap_or_default().into()),
            ("client", scope.on_behalf_of.clone().unwrap_or_default().into()),
        ];
        self.say_with(
            match (scope.role, &scope.on_behalf_of) {
                (None, _) => "scope-organisation",
                (Some(_), None) => "scope-party",
                (Some(_), Some(_)) => "scope-party-for",
            },
            &args,
        )
    }

    /// What belongs to nobody's organisation, and so may be this party's; nothing where there is none of it.
    #[must_use]
    pub fn without_organisation(&self, scope: &ScopeRow) -> Option<String> {
        let nobodys = scope.without_organisation.as_ref().filter(|it| it.accounts.high != Some(0))?;
        Some(self.say_with("scope-without-organisation", &[("accounts", self.count_of(&nobodys.accounts).into())]))
    }

    /// "at least approximately 4,000; in addition: address list, to be determined" (rule 3).
    #[must_use]
    pub fn with_what_is_open(&self, number: &Number) -> String {
        let part = |it: &LeftOut| {
            let (why, count) = (self.sentence(&it.why), self.count(&it.count));
            self.say_with("sheet-in-addition-part", &[("why", why.into()), ("count", count.into())])
        };
        let parts: Vec<String> = number.left_out.iter().filter(|it| it.opens).map(part).collect();
        let count = self.count(&number.figured.count);
        if parts.is_empty() || number.figured.count.says_nothing() {
            return count;
        }
        self.say_with("sheet-in-addition", &[("count", count.into()), ("parts", parts.join("; ").into())])
    }

    /// Why a number moved: "merged −22", the low bound's move; where it stayed, the high bound's. `opened`: the number has no
    /// high bound since.
    #[must_use]
    pub fn cause(&self, cause: &Cause, opened: bool) -> String {
        let what = self.sentence(&cause.what);
        match (cause.low, cause.high) {
            (0, Some(high)) => self.say_with("cause-high", &[("what", what.into()), ("by", self.signed(high).into())]),
            (0, None) if !opened => what,
            (0, None) => self.say_with("cause-opened", &[("what", what.into())]),
            (low, _) => self.say_with("cause-low", &[("what", what.into()), ("by", self.signed(low).into())]),
        }
    }

    /// With a real minus sign.
    fn signed(&self, by: i64) -> String {
        let sign = if by < 0 { "−" } else { "+" };
        format!("{sign}{}", self.number(by.unsigned_abs()))
    }

    /// What is not in a number: why, and how much.
    #[must_use]
    pub fn left_out(&self, it: &LeftOut) -> String {
        format!("{}: {}", self.sentence(&it.why), self.count(&it.count))
    }

    /// A table's rule, and what stands in its row of the unknown.
    #[must_use]
    pub fn table_rule(&self, it: &TableRule) -> String {
        let rule = self.sentence(&it.rule);
        if it.not_known.high == Some(0) {
            return rule;
        }
        self.say_with("table-rule", &[("rule", rule.into()), ("count", self.count(&it.not_known).into())])
    }

    /// The n-th file that numbers rest on: its rows, the period it covers, who collected it.
    #[must_use]
    pub fn file_used(&self, n: u64, file: &FileUsed) -> String {
        let head = [("n", n.into()), ("file", (&file.file).into()), ("read", file.read.into())];
        let day = |text: &str| text.parse().map_or_else(|_| text.to_owned(), |day| self.date(day));
        let period = file.period.as_ref().map(|(from, until)| {
            self.say_with("file-period", &[("from", day(from).into()), ("until", day(until).into())])
        });
        let parts = [Some(self.say_with("file-used", &head)), period, file.collected.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// A line of the sheet as a text to copy.
    #[must_use]
    pub fn number_text(&self, number: &Number, as_of: Timestamp, zone: &TimeZone) -> String {
        let mut args = vec![
            ("name", Arg::from(self.number_name(&number.name))),
            ("count", Arg::from(self.with_what_is_open(number))),
            ("at", Arg::from(self.instant(as_of, zone))),
            ("rule", Arg::from(self.sentence(&number.rule))),
        ];
        match &number.source {
            Some(source) => {
                args.push(("source", Arg::from(source)));
                self.say_with("sheet-text-from", &args)
            }
            None => self.say_with("sheet-text", &args),
        }
    }
}
