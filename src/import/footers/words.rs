//! Words of lines that are no records, in the languages that programs write them in.
//!
//! Only whole words count: Mr Endemann and Ms Summer are none of them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a text begins as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Nothing that is known.
    None,
    /// A sum, and no more: `Gesamt: 2 Konten`.
    Sum,
    /// It begins as a sum, and goes on: `Summe Nord`.
    BeginsAsSum,
    /// An end: `-- Ende --`.
    End,
    /// What a program says of its list: `Erstellt am 24.11.2026`.
    Remark,
}

const SUMS: &[&str] = &[
    "summe",
    "gesamt",
    "gesamtsumme",
    "gesamtzahl",
    "gesamtanzahl",
    "gesamtergebnis",
    "insgesamt",
    "zwischensumme",
    "endsumme",
    "teilsumme",
    "total",
    "totals",
    "subtotal",
    "subtotals",
    "sum",
    "overall",
    "somme",
    "totaux",
    "totale",
    "subtotale",
    "somma",
    "totaal",
    "subtotaal",
    "totaltal",
    "suma",
    "soma",
    "razem",
    "ogółem",
    "łącznie",
    "celkem",
    "součet",
    "spolu",
    "összesen",
    "totalt",
    "ialt",
    "summa",
    "yhteensä",
    "toplam",
    "итого",
    "всего",
    "разом",
    "усього",
    "общо",
    "σύνολο",
    "合计",
    "合計",
    "总计",
    "總計",
    "小计",
    "小計",
    "総計",
    "합계",
    "총계",
    "المجموع",
    "סהכ",
    "av",
    "average",
    "durchschnitt",
    "mittelwert",
    "moyenne",
];

/// Words that may stand before a sum's own.
const BEFORE_SUMS: &[&str] =
    &["grand", "sub", "sous", "all", "alle", "anzahl", "number", "count", "zahl", "nombre", "número", "die"];

/// Words of which a sum is.
const OF_SUMS: &[&str] = &[
    "of",
    "der",
    "die",
    "das",
    "des",
    "de",
    "du",
    "and",
    "und",
    "in",
    "all",
    "alle",
    "general",
    "général",
    "générale",
    "generale",
    "anzahl",
    "number",
    "count",
    "zahl",
    "konto",
    "konten",
    "account",
    "accounts",
    "user",
    "users",
    "benutzer",
    "row",
    "rows",
    "zeile",
    "zeilen",
    "datensatz",
    "datensätze",
    "datensaetze",
    "record",
    "records",
    "entry",
    "entries",
    "eintrag",
    "einträge",
    "mailbox",
    "mailboxes",
    "postfach",
    "postfächer",
    "person",
    "persons",
    "people",
    "personen",
    "customer",
    "customers",
    "kunde",
    "kunden",
    "mitarbeiter",
    "employee",
    "employees",
    "patient",
    "patients",
    "patienten",
    "member",
    "members",
    "mitglieder",
    "affected",
    "betroffen",
    "betroffene",
    "betroffenen",
    "item",
    "items",
    "element",
    "elemente",
    "e",
    "mail",
    "mails",
    "email",
    "emails",
    "datei",
    "dateien",
    "file",
    "files",
    "selected",
    "comptes",
    "lignes",
    "utilisateurs",
    "cuentas",
    "filas",
];

const ENDS: &[&str] =
    &["ende", "end", "eof", "fin", "fine", "einde", "slut", "konec", "koniec", "конец", "listenende", "dateiende"];

/// What a program says it did, and the words after it that make it a remark.
const REMARKS: &[(&[&str], &[&str])] = &[
    (
        &[
            "erstellt",
            "erzeugt",
            "generiert",
            "exportiert",
            "gedruckt",
            "ausgegeben",
            "abgerufen",
            "created",
            "generated",
            "exported",
            "printed",
            "prepared",
            "produced",
            "retrieved",
            "downloaded",
            "compiled",
            "généré",
            "édité",
            "imprimé",
            "generado",
            "creado",
            "generato",
            "creato",
            "gegenereerd",
        ],
        &[
            "am", "von", "vom", "durch", "um", "mit", "on", "at", "by", "from", "for", "with", "using", "le", "par",
            "el", "por", "il", "da", "op", "door", "0",
        ],
    ),
    (
        &["report", "bericht", "export", "auswertung", "list", "liste", "query", "abfrage"],
        &[
            "generated",
            "created",
            "exported",
            "date",
            "run",
            "ended",
            "vom",
            "am",
            "erstellt",
            "erzeugt",
            "exportiert",
            "completed",
            "returned",
            "beendet",
        ],
    ),
    (
        &["end", "ende", "fin", "fine", "einde"],
        &["of", "des", "der", "du", "de", "del", "della", "van", "list", "report"],
    ),
    (
        &["seite", "page", "blatt", "stand", "datum", "date", "version", "pagina", "página"],
        &["0", "vom", "am", "per", "of"],
    ),
    (&["as"], &["of"]),
    (&["applied", "angewendete", "angewandte"], &["filter", "filters"]),
    (&["completion"], &["time"]),
    (&["copyright", "vertraulich", "confidential", "confidentiel", "confidencial"], &["", "0", "by", "c"]),
    (&["powered"], &["by"]),
];

/// Words of `(3 rows affected)`, after the number.
const COUNTED: &[&str] = &[
    "row",
    "rows",
    "zeile",
    "zeilen",
    "record",
    "records",
    "datensatz",
    "datensätze",
    "result",
    "results",
    "ergebnisse",
];

/// What follows them.
const AFTER_COUNTED: &[&str] =
    &["", "affected", "selected", "in", "returned", "fetched", "betroffen", "ausgewählt", "found", "gefunden"];

/// What a first word may be.
#[derive(Debug, Clone, Copy, Default)]
struct First {
    sum: bool,
    before_sum: bool,
    end: bool,
    /// Place among the remarks, from 1.
    remark: [usize; 2],
}

/// First words by their first letter, which tells most words apart from all of them.
static FIRST: LazyLock<HashMap<&'static str, First>> = LazyLock::new(|| {
    let mut all: HashMap<&'static str, First> = HashMap::new();
    SUMS.iter().for_each(|it| all.entry(it).or_default().sum = true);
    BEFORE_SUMS.iter().for_each(|it| all.entry(it).or_default().before_sum = true);
    ENDS.iter().for_each(|it| all.entry(it).or_default().end = true);
    for (at, (words, _)) in (1..).zip(REMARKS) {
        for word in *words {
            let remark = &mut all.entry(word).or_default().remark;
            remark[usize::from(remark[0] > 0)] = at;
        }
    }
    all
});

/// What a text begins as. Costs a look where its first word is none of these.
pub fn label(text: &str) -> Label {
    let Some((first, known)) = first(text) else { return Label::None };
    let decorated = text.starts_with(['-', '*', '=', '#', '~', '<', '_']);
    let mut rest = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase);
    let words: Vec<String> = rest.by_ref().take(12).collect();
    let is_number = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
    let second = words.get(1).map_or("", String::as_str);
    if is_number(&first) {
        let counted = COUNTED.contains(&second) && AFTER_COUNTED.contains(&words.get(2).map_or("", String::as_str));
        return if counted && words.len() < 8 { Label::Remark } else { Label::None };
    }
    let is_remark =
        known.remark.iter().filter_map(|at| REMARKS.get(at.checked_sub(1)?)).any(|(_, after)| {
            after.contains(&second) || (after.contains(&"0") && !second.is_empty() && is_number(second))
        });
    if is_remark {
        return Label::Remark;
    }
    let is_of_sum = |it: &String| SUMS.contains(&it.as_str()) || OF_SUMS.contains(&it.as_str()) || is_number(it);
    let has_sum = words.iter().any(|it| SUMS.contains(&it.as_str()));
    let counts = known.before_sum && second_is_counted(&words, text);
    if (known.sum || known.before_sum)
        && (has_sum || counts)
        && words.iter().all(|it| is_of_sum(it) || BEFORE_SUMS.contains(&it.as_str()))
    {
        return Label::Sum;
    }
    if known.sum {
        return Label::BeginsAsSum;
    }
    let is_end = known.end && (decorated || first == "eof") || first == "listenende" || first == "dateiende";
    if is_end && words.len() < 6 { Label::End } else { Label::None }
}

/// `Anzahl Konten: 5`, `Number of records: 5`.
fn second_is_counted(words: &[String], text: &str) -> bool {
    words.len() > 1
        && text.contains([':', '='])
        && words.last().is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The first word in lower case, where a line that is no record may begin so.
fn first(text: &str) -> Option<(String, First)> {
    let begin = text.find(char::is_alphanumeric)?;
    let rest = &text[begin..];
    let end = rest.find(|it: char| !it.is_alphanumeric()).unwrap_or(rest.len());
    let word = &rest[..end];
    // The longest has fewer than 40 bytes; in lower case it stands on the stack.
    let mut lower = [0_u8; 40];
    let known = if word.is_ascii() {
        let lower = lower.get_mut(..word.len())?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        let lower = std::str::from_utf8(lower).ok()?;
        FIRST.get(lower).copied()
    } else {
        FIRST.get(word.to_lowercase().as_str()).copied()
    };
    let counts = word.bytes().all(|it| it.is_ascii_digit()) && begin < 3;
    match known {
        Some(known) => Some((word.to_lowercase(), known)),
        None if counts => Some((word.to_owned(), First::default())),
        None => None,
    }
}

/// A line drawn of dashes and the like.
pub fn is_rule(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() > 2 && cell.chars().all(|it| "-=_*+~─═".contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_no_record_is_told_by_whole_words() {
        for (text, expected) in [
            ("Summe", Label::Sum),
            ("SUMME:", Label::Sum),
            ("Gesamt: 2 Konten", Label::Sum),
            ("Grand Total", Label::Sum),
            ("Sub-total", Label::Sum),
            ("Total number of users: 3", Label::Sum),
            ("Anzahl Datensätze: 5", Label::Sum),
            ("Итого:", Label::Sum),
            ("合计", Label::Sum),
            ("Total général", Label::Sum),
            ("Summe Nord", Label::BeginsAsSum),
            ("Total Energies SE", Label::BeginsAsSum),
            ("Erstellt am 24.11.2026 von IT", Label::Remark),
            ("Generated by Export Tool 3", Label::Remark),
            ("Report generated 2026-11-24", Label::Remark),
            ("Seite 1 von 3", Label::Remark),
            ("Stand: 24.11.2026", Label::Remark),
            ("(3 rows affected)", Label::Remark),
            ("3 Zeilen ausgewählt.", Label::Remark),
            ("Applied filters: Country is DE", Label::Remark),
            ("-- Ende des Berichts --", Label::Remark),
            ("-- Ende --", Label::End),
            ("*** END ***", Label::End),
            ("EOF", Label::End),
            ("Ende", Label::None),
            ("Endemann", Label::None),
            ("Summer, Anna", Label::None),
            ("Page, Jimmy", Label::None),
            ("Anna Total", Label::None),
            ("total1", Label::None),
            ("3rows", Label::None),
            ("i.berg", Label::None),
            ("number9", Label::None),
            ("Date, Anna", Label::None),
            ("Stand Hamburg", Label::None),
            ("1 Nord", Label::None),
        ] {
            assert_eq!(label(text), expected, "{text}");
        }
        assert!(is_rule("-----") && is_rule("═══") && !is_rule("-") && !is_rule("--a--"));
    }
}
