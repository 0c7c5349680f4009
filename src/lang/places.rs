//! Countries and their parts in words. The names of countries are phrases (from CLDR); ICU4X keeps its own behind an
//! unstable feature. Parts of countries carry their name as ISO 3166-2 gives it.

use super::Phrases;

impl Phrases {
    /// The name of a country (`DE`) or of a part of one (`US-CA`: "California, United States"); an unlisted code as
    /// it is.
    #[must_use]
    pub fn country(&self, code: &str) -> String {
        let (country, part) = code.split_once('-').map_or((code, None), |(country, _)| (country, Some(code)));
        let id = format!("country-{}", country.to_ascii_lowercase());
        let name = if self.has(&id) { self.say(&id) } else { country.to_owned() };
        match part.map(part_name) {
            None => name,
            Some(part) => self.say_with("country-part", &[("part", part.into()), ("country", name.into())]),
        }
    }

    /// The name of a part of a country alone: of `US-CA` "California".
    #[must_use]
    pub fn country_part(&self, code: &str) -> String {
        part_name(code)
    }
}

fn part_name(code: &str) -> String {
    rust_iso3166::iso3166_2::from_code(&code.to_ascii_uppercase())
        .map_or_else(|| code.to_owned(), |part| part.name.to_owned())
}
