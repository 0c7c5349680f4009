//! Words of lists: status, kind, way, unit and the like, in the spellings that lists have.
//!
//! Never decides what a column is; only what one of its words means.

pub use crate::model::fold::fold;
use crate::model::tree;
use crate::model::words::{AccountKind, Basis, DataCategory, Qualifier, Status, Unit, Way};

fn find<T: Copy>(text: &str, table: &[(T, &[&str])]) -> Option<T> {
    let wanted = fold(text);
    if wanted.is_empty() {
        return None;
    }
    table.iter().find(|(_, spellings)| spellings.iter().any(|it| fold(it) == wanted)).map(|(word, _)| *word)
}

/// How far it is established.
pub fn status(text: &str) -> Option<Status> {
    const TABLE: &[(Status, &[&str])] = &[
        (
            Status::Confirmed,
            &[
                "confirmed",
                "bestätigt",
                "affected",
                "betroffen",
                "compromised",
                "kompromittiert",
                "confirmé",
                "ja",
                "yes",
            ],
        ),
        (
            Status::Suspected,
            &[
                "suspected",
                "suspicious",
                "verdacht",
                "verdächtig",
                "vermutet",
                "possible",
                "möglich",
                "potential",
                "potenziell",
                "potentially affected",
                "möglicherweise betroffen",
                "suspecté",
                "unclear",
                "unklar",
            ],
        ),
        (
            Status::Cleared,
            &[
                "cleared",
                "entlastet",
                "not affected",
                "unaffected",
                "nicht betroffen",
                "clean",
                "ausgeschlossen",
                "false positive",
                "no",
                "nein",
                "écarté",
            ],
        ),
    ];
    Status::find(text.trim()).or_else(|| find(text, TABLE))
}

/// Whether it says what another system thinks of an account, which is nothing of whether it was affected.
pub fn is_state(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "active",
        "inactive",
        "enabled",
        "disabled",
        "suspended",
        "blocked",
        "locked",
        "locked out",
        "archived",
        "deleted",
        "invited",
        "pending",
        "provisioned",
        "deprovisioned",
        "staged",
        "licensed",
        "unlicensed",
        "password expired",
        "recovery",
        "aktiv",
        "inaktiv",
        "aktiviert",
        "deaktiviert",
        "gesperrt",
        "gelöscht",
        "archiviert",
        "actif",
        "inactif",
        "activo",
        "inactivo",
        "employed",
        "on leave",
        "terminated",
        "retired",
        "current",
        "former",
        "open",
        "closed",
        "new",
        "online",
        "offline",
        "ok",
        "accepted",
        "pending acceptance",
        "true",
        "false",
        "1",
        "0",
    ];
    let wanted = fold(text);
    WORDS.iter().any(|it| fold(it) == wanted)
}

/// What an account is.
pub fn kind(text: &str) -> Option<AccountKind> {
    const TABLE: &[(AccountKind, &[&str])] = &[
        (
            AccountKind::Person,
            &[
                "person",
                "user",
                "member",
                "benutzer",
                "mitarbeiter",
                "employee",
                "personal",
                "user mailbox",
                "regular",
                "postfach",
                "personne",
                "kunde",
                "customer",
                "patient",
            ],
        ),
        (
            AccountKind::Shared,
            &[
                "shared",
                "shared mailbox",
                "funktionspostfach",
                "gruppenpostfach",
                "freigegebenes postfach",
                "role",
                "team",
                "sammelpostfach",
                "group",
                "distribution list",
                "verteiler",
            ],
        ),
        (AccountKind::Guest, &["guest", "gast", "external", "extern", "invité", "guest user"]),
        (
            AccountKind::Service,
            &[
                "service",
                "service principal",
                "service account",
                "dienstkonto",
                "technisches konto",
                "system",
                "room",
                "raum",
                "room mailbox",
                "equipment",
                "device",
                "gerät",
                "application",
                "bot",
            ],
        ),
        (AccountKind::ListEntry, &["list entry", "listed entry", "listeneintrag"]),
        (AccountKind::Unknown, &["unknown", "unbekannt", "other", "sonstige"]),
    ];
    AccountKind::find(text.trim()).or_else(|| find(text, TABLE))
}

/// How an account is affected.
pub fn way(text: &str) -> Option<Way> {
    const TABLE: &[(Way, &[&str])] = &[
        (Way::SignedIn, &["signed in", "sign in", "login", "logged in", "anmeldung", "angemeldet", "log in", "logon"]),
        (
            Way::ContentAccessed,
            &[
                "content accessed",
                "accessed",
                "mail read",
                "mails read",
                "gelesen",
                "inhalt abgerufen",
                "abgerufen",
                "mailitemsaccessed",
                "bind",
                "zugriff auf inhalte",
                "zugriff",
            ],
        ),
        (Way::SyncedWhole, &["synced whole", "synced", "sync", "synchronisiert", "vollständig synchronisiert"]),
        (Way::Listed, &["listed", "listed in stolen data", "leaked", "in leak", "gelistet", "in gestohlenen daten"]),
        (Way::Phished, &["phished", "phishing", "gephisht", "credentials entered"]),
        (
            Way::ForwardingSet,
            &["forwarding set", "forwarding", "inbox rule", "rule set", "weiterleitung", "regel", "posteingangsregel"],
        ),
        (
            Way::FileDownloaded,
            &["file downloaded", "download", "downloaded", "heruntergeladen", "datei heruntergeladen"],
        ),
    ];
    Way::find(text.trim()).or_else(|| find(text, TABLE))
}

/// What is counted.
pub fn unit(text: &str) -> Option<Unit> {
    const TABLE: &[(Unit, &[&str])] = &[
        (
            Unit::Email,
            &["email", "emails", "mail", "mails", "message", "messages", "nachricht", "nachrichten", "courriels"],
        ),
        (
            Unit::File,
            &["file", "files", "datei", "dateien", "document", "documents", "dokument", "dokumente", "fichiers"],
        ),
        (Unit::DatabaseRow, &["row", "rows", "database row", "database rows", "zeile", "zeilen", "datenbankzeilen"]),
        (Unit::Paper, &["paper", "papers", "papier", "akte", "akten", "seiten", "pages", "sheets"]),
        (Unit::Login, &["login", "logins", "log in", "log ins", "anmeldung", "anmeldungen", "sign ins"]),
        (Unit::Record, &["record", "records", "datensatz", "datensätze", "item", "items", "element", "elemente"]),
        (Unit::Person, &["person", "persons", "people", "personen"]),
        (Unit::Account, &["account", "accounts", "konto", "konten"]),
    ];
    Unit::find(text.trim()).or_else(|| find(text, TABLE))
}

/// The word beside a number.
pub fn qualifier(text: &str) -> Option<Qualifier> {
    const TABLE: &[(Qualifier, &[&str])] = &[
        (Qualifier::Exact, &["exact", "exactly", "genau", "exakt", "gezählt", "counted"]),
        (Qualifier::AtLeast, &["at least", "mindestens", "min", "minimum", "wenigstens"]),
        (Qualifier::AtMost, &["at most", "höchstens", "max", "maximum", "maximal", "up to", "bis zu"]),
        (Qualifier::Between, &["between", "zwischen", "range"]),
        (
            Qualifier::Approximate,
            &[
                "approximate",
                "approximately",
                "approx",
                "about",
                "ca",
                "circa",
                "etwa",
                "ungefähr",
                "estimated",
                "geschätzt",
                "rund",
            ],
        ),
        (Qualifier::ToBeDetermined, &["to be determined", "tbd", "noch zu ermitteln", "offen", "unknown", "unbekannt"]),
        (Qualifier::CannotBeDetermined, &["cannot be determined", "nicht bestimmbar"]),
    ];
    match text.trim() {
        ">=" | "≥" => Some(Qualifier::AtLeast),
        "<=" | "≤" => Some(Qualifier::AtMost),
        "~" | "≈" => Some(Qualifier::Approximate),
        "=" => Some(Qualifier::Exact),
        word => Qualifier::find(word).or_else(|| find(word, TABLE)),
    }
}

/// What a residence rests on.
pub fn basis(text: &str) -> Option<Basis> {
    const TABLE: &[(Basis, &[&str])] = &[
        (Basis::Hr, &["hr", "personnel", "personalakte", "personaldaten", "personal"]),
        (Basis::Customer, &["customer", "customer data", "kundenstamm", "stammdaten", "kunde"]),
        (Basis::List, &["list", "liste", "imported list"]),
        (Basis::Stated, &["stated", "self", "angegeben", "selbstauskunft"]),
        (Basis::Office, &["office", "büro", "standort", "dienstsitz"]),
        (Basis::Licence, &["licence", "license", "lizenz", "usage location"]),
        (Basis::Hand, &["hand", "manual", "manuell"]),
    ];
    Basis::find(text.trim()).or_else(|| find(text, TABLE))
}

/// The path of the node that a cell names: one name, or where its column holds paths `A / B`.
///
/// # Errors
/// `field.unknown_word` of strokes alone; `field.path_too_long` of a text that is none.
pub fn node(cell: &str, is_path: bool) -> Result<String, &'static str> {
    if cell.split('/').all(|name| name.trim().is_empty()) {
        return Err("field.unknown_word");
    }
    let path = if is_path { tree::of_cell(cell) } else { tree::escaped(cell.trim()).into_owned() };
    if tree::fits(&path) { Ok(path) } else { Err("field.path_too_long") }
}

/// The categories of data that a cell names, each by its word; a list's own words stay as they are.
pub fn data_categories(text: &str) -> Vec<String> {
    let word = |part: &str| {
        let part = part.trim();
        DataCategory::find(&part.replace(' ', "_")).map_or_else(|| part.to_owned(), |it| it.id().to_owned())
    };
    let mut named = Vec::new();
    for word in text.split([',', ';', '|']).map(word).filter(|it| !it.is_empty()) {
        if !named.contains(&word) {
            named.push(word);
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_english_and_german_whatever_their_case() {
        assert_eq!(status("BESTÄTIGT"), Some(Status::Confirmed));
        assert_eq!(status("bestaetigt"), Some(Status::Confirmed));
        assert_eq!(status("nicht betroffen"), Some(Status::Cleared));
        assert_eq!(status("Active"), None);
        assert_eq!(kind("Funktionspostfach"), Some(AccountKind::Shared));
        assert_eq!(kind("Member"), Some(AccountKind::Person));
        assert_eq!(way("Content accessed"), Some(Way::ContentAccessed));
        assert_eq!(unit("E-Mails"), Some(Unit::Email));
        assert_eq!(basis("Büro"), Some(Basis::Office));
        assert_eq!(qualifier("≥"), Some(Qualifier::AtLeast));
        assert_eq!(data_categories("Health; Badge photo, health"), ["health", "Badge photo"]);
    }
}
