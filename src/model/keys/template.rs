//! The lists of the EDPB's template v1.0 and what is decided under Art. 33 and 34 GDPR. A word's place in a list of the
//! template is its letter there: words are only added at the end.

/// How it was discovered (EDPB template v1.0, field 50), in the template's order.
pub(super) const DISCOVERIES: [&str; 6] = ["controller", "processor", "data_subject", "external", "press", "other"];

/// What happened (EDPB template v1.0, field 60), in the template's order: a to y.
pub(super) const INCIDENTS: [&str; 25] = [
    "privilege_abuse",
    "ransomware",
    "hacking",
    "phishing",
    "vulnerability",
    "unauthorised_access",
    "exfiltration",
    "wrong_person_shown",
    "device_lost",
    "e_waste",
    "paper_disposal",
    "mail_lost",
    "misconfiguration",
    "wrong_permissions",
    "paper_lost",
    "data_deleted",
    "wrong_recipient_displayed",
    "sent_by_mistake",
    "open_list",
    "malfunction",
    "unauthorised_modification",
    "unintended_publication",
    "verbal_disclosure",
    "open",
    "other",
];

/// Why it happened (EDPB template v1.0, field 61), in the template's order: a to f.
pub(super) const CAUSES: [&str; 6] = [
    "internal_non_malicious",
    "internal_malicious",
    "external_non_malicious",
    "external_malicious",
    "open",
    "not_determinable",
];

/// What it may mean for a person (EDPB template v1.0, field 85), in the template's order: a to o.
pub(super) const IMPACTS: [&str; 15] = [
    "loss_of_control",
    "limitation_of_rights",
    "discrimination",
    "identity_theft",
    "fraud",
    "financial_loss",
    "reversal_of_pseudonymisation",
    "reputation",
    "professional_secrecy",
    "disclosure",
    "economic_disadvantage",
    "physical_harm",
    "property_damage",
    "other",
    "open",
];

/// Whether the authority is told (Art. 33(1) and (5) GDPR).
pub(super) const NOTIFICATIONS: [&str; 4] = ["notified", "to_be_notified", "not_notified", "open"];

/// Whether the persons are told (EDPB template v1.0, field 97, and Art. 34(3) GDPR).
pub(super) const COMMUNICATIONS: [&str; 6] = ["told", "to_be_told", "date_open", "open", "no_high_risk", "exempt"];

/// The word that a text means: its spelling, or the template's letter where the list is the template's.
#[must_use]
pub fn word(text: &str, words: &[&'static str]) -> Option<&'static str> {
    let text = text.trim();
    if let Some(found) = words.iter().find(|word| word.eq_ignore_ascii_case(text)) {
        return Some(found);
    }
    let &[letter] = text.as_bytes() else { return None };
    let from_template = [&DISCOVERIES[..], &INCIDENTS[..], &CAUSES[..], &IMPACTS[..]].contains(&words);
    let at = usize::from(letter.to_ascii_lowercase()).checked_sub(usize::from(b'a'))?;
    if from_template { words.get(at).copied() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_letters_are_understood_where_the_list_is_the_templates() {
        assert_eq!(word("y", &INCIDENTS), Some("other"));
        assert_eq!(word("D", &CAUSES), Some("external_malicious"));
        assert_eq!(word("Phishing", &INCIDENTS), Some("phishing"));
        assert_eq!(word("a", &["yes", "no"]), None);
        assert_eq!(word("z", &INCIDENTS), None);
    }
}
