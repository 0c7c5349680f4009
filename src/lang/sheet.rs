//! The number sheet's copy-ready texts: a number with its qualifier, its date, its source and its rule, in one line
//! that stands wherever it is pasted.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Arg, Phrases};
use crate::model::explain::{LeftOut, Number};

impl Phrases {
    /// What a number of the sheet is called: "Accounts: confirmed", "Persons: owners", "E-mails".
    #[must_use]
    pub fn number_name(&self, name: &str) -> String {
        let id = format!("number-{}", name.replace(['.', '_'], "-"));
        if self.has(&id) {
            return self.say(&id);
        }
        match name.split_once('.') {
            Some(("persons", group)) => {
                let known = format!("group-{group}").replace('_', "-");
                let group = if self.has(&known) { self.say(&known) } else { group.to_owned() };
                format!("{}, {group}", self.say("number-persons"))
            }
            Some(("records", unit)) => self.word("unit", unit),
            _ => name.to_owned(),
        }
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
