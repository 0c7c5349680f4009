//! A display name as people write it elsewhere: family name first, in a genitive, without its title, its middle names
//! or what stands in brackets, in one word, with umlauts spelt out. It never takes a name apart into single words.

use super::words::{Word, spelt_out, words};

/// What stands before a name and is no part of it, in English and German.
const TITLES: &[&str] = &["dr", "prof", "med", "dipl", "ing", "phd", "mr", "mrs", "ms", "herr", "frau", "sir"];

/// The fewest letters of a name in one word: below, it may be a word like any other.
const JOINED: usize = 6;

/// The runs of words that a name may be written as.
pub(super) fn spellings(name: &str) -> Vec<Vec<Word>> {
    let bare = without_brackets(name);
    let rest = (bare != name).then(|| name.to_owned());
    let texts = [spelt_out(&bare), Some(bare), rest];
    texts.into_iter().flatten().flat_map(|text| orders(words(&text))).collect()
}

fn orders(name: Vec<Word>) -> Vec<Vec<Word>> {
    let plain: Vec<Word> = name.iter().filter(|word| !word.is_one_of(TITLES)).cloned().collect();
    let mut all = vec![name];
    if let [first, .., last] = plain.as_slice() {
        let ends = vec![first.clone(), last.clone()];
        for mut order in [plain.clone(), ends] {
            all.push(order.clone());
            order.rotate_right(1);
            all.push(order.clone());
            order.rotate_left(2);
            all.push(order);
        }
    }
    all.sort();
    all.dedup();
    let joined: Vec<_> = all.iter().filter(|it| it.len() > 1).map(|it| vec![Word::of_all(it)]).collect();
    let genitives: Vec<_> = all.iter().cloned().filter_map(genitive).collect();
    all.extend(joined.into_iter().filter(|it| it[0].letters() >= JOINED));
    all.extend(genitives);
    all
}

fn genitive(mut name: Vec<Word>) -> Option<Vec<Word>> {
    let last = name.pop()?;
    name.push(last.genitive());
    Some(name)
}

/// `Doe, Jane (Finance)` without the department.
fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    let outside = name.chars().filter(|it| {
        depth += u32::from(matches!(it, '(' | '[' | '{'));
        let out = depth == 0;
        depth = depth.saturating_sub(u32::from(matches!(it, ')' | ']' | '}')));
        out
    });
    outside.collect()
}
