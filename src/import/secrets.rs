//! What must never be stored: passwords, bank accounts, payment cards, by header and by content.
//!
//! docs/model.md, Evidence: never, rejects included.

use super::words::fold;

/// Whether a column's header names a secret.
pub fn is_secret_header(header: &str) -> bool {
    const WITHIN: &[&str] = &[
        "password",
        "passwort",
        "kennwort",
        "passwd",
        "passphrase",
        "motdepasse",
        "contrasena",
        "wachtwoord",
        "iban",
        "creditcard",
        "kreditkarte",
        "cardnumber",
        "kartennummer",
        "debitcard",
        "cvv",
        "cvc",
        "secret",
        "geheim",
        "apikey",
        "privatekey",
        "kontonummer",
        "bankaccount",
        "bankverbindung",
        "bankkonto",
        "socialsecurity",
        "sozialversicherung",
        "steuerid",
        "steueridentifikation",
        "taxid",
        "nationalid",
        "passportn",
        "reisepassn",
        "personalausweis",
        "accesstoken",
        "refreshtoken",
        "sessiontoken",
        "pincode",
        "ntlm",
        "nthash",
    ];
    const WHOLE: &[&str] = &[
        "pin", "pwd", "pw", "pass", "token", "tan", "puk", "ssn", "svnr", "svnummer", "hash", "kk", "pan", "otp",
        "key2fa",
    ];
    let folded = fold(header);
    // A field within another is named by both, with a dot between them.
    let parts: Vec<String> = header.split('.').map(fold).chain([folded.clone()]).collect();
    WITHIN.iter().any(|word| folded.contains(&fold(word))) || WHOLE.iter().any(|word| parts.contains(&fold(word)))
}

/// Whether a text is the number of a payment card or of a bank account, or holds one amid others.
pub fn holds_one(text: &str) -> bool {
    if text.len() < 13 {
        return false;
    }
    is_secret(text) || (text.bytes().filter(u8::is_ascii_digit).count() > 12 && is_within(text))
}

/// Whether words that follow one another are one: an account by two letters and two digits at its begin, a card in groups of four
/// or in one piece.
fn is_within(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|it: char| it.is_whitespace() || ",;:|/()<>\"'=".contains(it))
        .map(|it| it.trim_matches(['.', '-']))
        .filter(|it| !it.is_empty())
        .collect();
    let begins = |word: &str| {
        let word = word.as_bytes();
        word.len() >= 4 && word[..2].iter().all(u8::is_ascii_alphabetic) && word[2..4].iter().all(u8::is_ascii_digit)
    };
    let account = |at: usize| {
        begins(words[at])
            && (1..=10).any(|n| words.get(at..at + n).is_some_and(|it| it.concat().is_ascii() && is_iban(&it.concat())))
    };
    let card = |at: usize| {
        let groups = words.get(at..at + 4).filter(|all| all.iter().all(|it| it.len() == 4));
        let one = (15..=23).contains(&words[at].len());
        (one && is_card(words[at])) || groups.is_some_and(|all| is_card(&all.concat()))
    };
    (0..words.len()).any(|at| account(at) || card(at))
}

/// Whether a text is the number of a payment card or of a bank account.
pub fn is_secret(text: &str) -> bool {
    let text = text.trim();
    let first = text.as_bytes().first().copied().unwrap_or(b' ');
    if !first.is_ascii_alphanumeric() || text.len() < 13 || text.len() > 45 {
        return false;
    }
    is_card(text) || is_iban(text)
}

/// 13 to 19 digits, perhaps in groups, whose Luhn sum is right (ISO/IEC 7812-1).
fn is_card(text: &str) -> bool {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ' || byte == b'-') {
        return false;
    }
    let digits: Vec<u32> = text.chars().filter_map(|it| it.to_digit(10)).collect();
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 =
        digits.iter().rev().enumerate().map(|(at, digit)| if at % 2 == 1 { doubled(*digit) } else { *digit }).sum();
    // Cards of payment begin so (ISO/IEC 7812-1); telephone numbers that are dialled with a nought do not.
    let begins = digits.first().is_some_and(|first| (2..=6).contains(first));
    (13..=19).contains(&digits.len()) && sum.is_multiple_of(10) && begins
}

/// Two letters, two digits, and a remainder of 1 modulo 97 (ISO 13616).
fn is_iban(text: &str) -> bool {
    let text: Vec<u8> = text.bytes().filter(|byte| *byte != b' ').map(|byte| byte.to_ascii_uppercase()).collect();
    let shape = (15..=34).contains(&text.len())
        && text[..2].iter().all(u8::is_ascii_uppercase)
        && text[2..4].iter().all(u8::is_ascii_digit)
        && text.iter().all(u8::is_ascii_alphanumeric);
    let step = |rest: u32, byte: &u8| match byte {
        b'0'..=b'9' => (rest * 10 + u32::from(byte - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter - b'A') + 10) % 97,
    };
    shape && text[4..].iter().chain(&text[..4]).fold(0, step) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_known_by_header_and_by_content() {
        for header in [
            "Password [Required]",
            "Kennwort",
            "IBAN",
            "Kreditkarten-Nr.",
            "CVV2",
            "PIN",
            "Token",
            "SSN",
            "auth.token",
            "token.value",
        ] {
            assert!(is_secret_header(header), "{header}");
        }
        for header in ["Name", "Region", "Pinneberg", "Tokenized", "Kundennummer"] {
            assert!(!is_secret_header(header), "{header}");
        }
        for text in ["4111 1111 1111 1111", "5500005555555559", "DE89 3704 0044 0532 0130 00", "GB82WEST12345698765432"]
        {
            assert!(is_secret(text), "{text}");
        }
        for text in [
            "card 4111-1111-1111-1111, please",
            "Anna DE89370400440532013000",
            "IBAN: DE89 3704 0044 0532 0130 00 (Bank)",
            "pay to GB82 WEST 1234 5698 7654 32.",
        ] {
            assert!(!is_secret(text) && holds_one(text), "{text}");
        }
        for text in [
            "called on 2023-05-15 10:30:00 and 2023-05-16 11:00",
            "030 1234567, 0171 2345678",
            "ticket 12345678 of 87654321",
        ] {
            assert!(!holds_one(text), "{text}");
        }
        for text in ["4111111111111112", "DE89370400440532013001", "+4930123456789", "2023-05-15 10:30:00", "Anna"] {
            assert!(!is_secret(text), "{text}");
        }
    }
}
