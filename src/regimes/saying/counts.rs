//! What a rule counts, in words: of what, where, with which data, how protected, how affected.

use super::Speaker;
use crate::catalogue::counted::{Counted, Element, Elements, Place, Ways};
use crate::model::law::CountedId;

impl Speaker<'_> {
    pub(super) fn counted(&self, id: &CountedId) -> String {
        let Some(counted) = self.regime.counts.get(id) else { return id.to_string() };
        let parts = [self.what(counted), self.places(&counted.within), self.data(counted), self.affected(counted)];
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
    }

    fn what(&self, counted: &Counted) -> String {
        let what = match counted.of.strip_prefix("persons.") {
            Some(group) => self.phrases.word("group", group),
            None => self.phrases.word("law-counted", &counted.of),
        };
        match counted.unit {
            Some(unit) => format!("{what} ({})", self.phrases.word("unit", unit.id())),
            None => what,
        }
    }

    fn places(&self, places: &[Place]) -> String {
        let place = |it: &Place| match it {
            Place::Named(territory) => self.territory(territory),
            Place::Each(_) => self.phrases.say("law-in-each"),
        };
        match places {
            [] => String::new(),
            some => {
                let places = Self::listed(some.iter().map(place));
                self.phrases.say_with("law-in", &[("places", places.into())])
            }
        }
    }

    fn data(&self, counted: &Counted) -> String {
        let elements = counted.elements.as_ref().map(|it| {
            let elements = self.elements(it);
            self.phrases.say_with("law-elements", &[("elements", elements.into())])
        });
        let protection = Self::listed(counted.protection.iter().map(|it| self.phrases.word("protection", it.id())));
        let protection = (!protection.is_empty())
            .then(|| self.phrases.say_with("law-protection", &[("protection", protection.into())]));
        Self::listed(elements.into_iter().chain(protection))
    }

    fn elements(&self, elements: &Elements) -> String {
        let (of, between) = if elements.all.is_empty() {
            (&elements.any, self.phrases.say("law-or"))
        } else {
            (&elements.all, self.phrases.say("law-and"))
        };
        let one = |it: &Element| match it {
            Element::Named(name) => name.clone(),
            Element::Several(several) => format!("({})", self.elements(several)),
        };
        let said = of.iter().map(one).collect::<Vec<_>>().join(&format!(" {between} "));
        match elements.with_name {
            true => self.phrases.say_with("law-with-name", &[("elements", said.into())]),
            false => said,
        }
    }

    fn affected(&self, counted: &Counted) -> String {
        let Some(Ways { yes, open }) = &counted.ways else { return String::new() };
        let words = |ways: &[_]| {
            Self::listed(ways.iter().map(|it: &crate::model::words::Way| self.phrases.word("way", it.id())))
        };
        let (yes, open) = (words(yes), words(open));
        match open.is_empty() {
            true => self.phrases.say_with("law-ways", &[("ways", yes.into())]),
            false => self.phrases.say_with("law-ways-open", &[("ways", yes.into()), ("open", open.into())]),
        }
    }
}
