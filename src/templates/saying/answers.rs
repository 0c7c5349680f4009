//! Single answers of a case in words: those of a closed list in the reader's language, typed ones as typed.

use super::super::draft::Draft;

/// The answer under a key, in words; `None`: not answered.
pub(in crate::templates) fn answer(draft: &Draft<'_>, key: &str) -> Option<String> {
    let value = draft.file().answer(key).map(str::trim).filter(|value| !value.is_empty())?;
    Some(in_words(draft, key, value))
}

/// A list of words, "confidentiality, integrity", has a phrase for each (`nature-confidentiality`); else it is typed.
fn in_words(draft: &Draft<'_>, key: &str, value: &str) -> String {
    let list = key.rsplit('.').next().unwrap_or(key);
    let id = |word: &str| format!("{list}-{}", word.trim()).replace(['_', ' '], "-").to_lowercase();
    let words: Vec<&str> = value.split([',', ';']).collect();
    if words.iter().all(|word| draft.phrases.has(&id(word))) {
        return words.iter().map(|word| draft.say(&id(word))).collect::<Vec<_>>().join(", ");
    }
    value.to_owned()
}
