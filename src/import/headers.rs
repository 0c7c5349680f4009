//! Headers as lists have them, and what each names.
//!
//! Only whole headers count: `Manager e-mail` is no e-mail of the account.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::fold;
use crate::model::words::{Basis, KeyKind, Unit};

/// What a column is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A key of this kind.
    Key(KeyKind),
    /// A key whose kind each cell shows.
    AnyKey,
    /// The kind of the key beside it.
    KeyKind,
    /// The display name.
    Name,
    /// A given name.
    Given,
    /// A surname.
    Surname,
    /// A date of birth; with a name a key of the last resort.
    BirthDate,
    /// What the account is.
    Kind,
    /// Reporting region.
    Region,
    /// Organisation.
    Organisation,
    /// A country, on this basis.
    Residence(Basis),
    /// A country where the cells are countries: headers that may mean a town.
    Place(Basis),
    /// A state or province of the residence.
    Subdivision,
    /// What the residence rests on.
    Basis,
    /// A number of records.
    Records(Unit),
    /// The word beside the number.
    Qualifier,
    /// What is counted.
    Unit,
    /// How it is affected.
    Way,
    /// How far it is established.
    Status,
    /// First access.
    First,
    /// Last access.
    Last,
    /// Data category.
    Category,
    /// Free text.
    Notes,
    /// Known, and no field of an account: another person's address, a switch.
    Aside,
}

impl Use {
    /// The field of the contract that it fills.
    pub const fn field(self) -> Option<&'static str> {
        Some(match self {
            Self::Key(_) | Self::AnyKey | Self::BirthDate => "key",
            Self::KeyKind => "key_kind",
            Self::Name | Self::Given | Self::Surname => "name",
            Self::Kind => "kind",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Residence(_) | Self::Place(_) | Self::Subdivision => "residence",
            Self::Basis => "basis",
            Self::Records(_) => "records",
            Self::Qualifier => "records_qualifier",
            Self::Unit => "unit",
            Self::Way => "way",
            Self::Status => "status",
            Self::First => "first_access",
            Self::Last => "last_access",
            Self::Category => "data_category",
            Self::Notes => "notes",
            Self::Aside => return None,
        })
    }

    /// The use of a field that `--map` names; `None`: there is no such field.
    pub fn of_field(field: &str) -> Option<Self> {
        if let Some(kind) = KeyKind::find(field).filter(|kind| *kind != KeyKind::None) {
            return Some(Self::Key(kind));
        }
        Some(match field {
            "key" => Self::AnyKey,
            "key_kind" => Self::KeyKind,
            "name" => Self::Name,
            "kind" => Self::Kind,
            "region" => Self::Region,
            "organisation" => Self::Organisation,
            "residence" => Self::Residence(Basis::List),
            "basis" => Self::Basis,
            "records" => Self::Records(Unit::Record),
            "records_qualifier" => Self::Qualifier,
            "unit" => Self::Unit,
            "way" => Self::Way,
            "status" => Self::Status,
            "first_access" => Self::First,
            "last_access" => Self::Last,
            "data_category" => Self::Category,
            "notes" => Self::Notes,
            "ignore" => Self::Aside,
            _ => return None,
        })
    }
}

/// English, German and, where cheap, French, Spanish, Italian and Dutch; genuine exports among them.
const TABLE: &[(Use, &[&str])] = &[
    (
        Use::Key(KeyKind::Email),
        &[
            "email",
            "e-mail",
            "mail",
            "email address",
            "e-mail-adresse",
            "e-mail address",
            "emailadresse",
            "mailadresse",
            "mail address",
            "primary email",
            "primary smtp address",
            "primarysmtpaddress",
            "windows email address",
            "smtp address",
            "mailbox",
            "postfach",
            "email addresses",
            "e-mails",
            "mails",
            "adresse e-mail",
            "adresse email",
            "courriel",
            "adresse mail",
            "correo",
            "correo electrónico",
            "indirizzo email",
            "posta elettronica",
            "e-mailadres",
            "work email",
            "business email",
            "dienstliche e-mail",
            "geschäftliche e-mail",
            "mailbox owner upn",
            "alias email",
        ],
    ),
    (
        Use::Key(KeyKind::Upn),
        &["user principal name", "upn", "userprincipalname", "benutzerprinzipalname", "mailboxownerupn", "user id upn"],
    ),
    (
        Use::Key(KeyKind::ObjectId),
        &[
            "object id",
            "objectid",
            "objekt-id",
            "guid",
            "object guid",
            "objectguid",
            "azure ad object id",
            "entra id",
            "external directory object id",
            "user guid",
            "aad user id",
            "azure object id",
        ],
    ),
    (
        Use::AnyKey,
        &[
            "key",
            "user name",
            "username",
            "benutzername",
            "login",
            "login name",
            "anmeldename",
            "user",
            "benutzer",
            "account",
            "account name",
            "konto",
            "kontoname",
            "sam account name",
            "samaccountname",
            "user id",
            "userid",
            "kennung",
            "benutzerkennung",
            "nutzer",
            "utilisateur",
            "nom d'utilisateur",
            "identifiant",
            "usuario",
            "utente",
            "gebruiker",
            "gebruikersnaam",
            "nt account",
            "logon name",
            "uid",
            "identity",
            "affected account",
            "betroffenes konto",
            "compte",
            "cuenta",
            "identifier",
            "schlüssel",
        ],
    ),
    (
        Use::Key(KeyKind::CustomerNumber),
        &[
            "customer number",
            "customer no",
            "customer id",
            "kundennummer",
            "kunden-nr.",
            "kundennr",
            "kunden-id",
            "client id",
            "client number",
            "numéro client",
            "número de cliente",
            "codice cliente",
            "klantnummer",
            "mitgliedsnummer",
            "member number",
            "member id",
            "vertragsnummer",
            "contract number",
        ],
    ),
    (
        Use::Key(KeyKind::EmployeeNumber),
        &[
            "employee number",
            "employee no",
            "employee id",
            "personalnummer",
            "personal-nr.",
            "personalnr",
            "mitarbeiternummer",
            "mitarbeiter-id",
            "staff id",
            "staff number",
            "matricule",
            "personeelsnummer",
        ],
    ),
    (
        Use::Key(KeyKind::PatientNumber),
        &[
            "patient number",
            "patient id",
            "patient no",
            "patientennummer",
            "patienten-nr.",
            "patienten-id",
            "mrn",
            "medical record number",
            "fallnummer",
        ],
    ),
    (
        Use::Key(KeyKind::Phone),
        &[
            "phone",
            "phone number",
            "telephone",
            "telephone number",
            "telefon",
            "telefonnummer",
            "rufnummer",
            "mobile",
            "mobile phone",
            "mobil",
            "mobilnummer",
            "handy",
            "handynummer",
            "msisdn",
            "téléphone",
            "teléfono",
            "telefono",
            "telefoonnummer",
            "mobile number",
            "contact phone number",
            "telefon-nr.",
        ],
    ),
    (Use::KeyKind, &["key kind", "schlüsselart"]),
    (
        Use::Name,
        &[
            "name",
            "display name",
            "displayname",
            "anzeigename",
            "full name",
            "fullname",
            "vollständiger name",
            "nom complet",
            "nombre completo",
            "nome completo",
            "volledige naam",
            "person",
            "mailbox owner",
            "inhaber",
            "owner",
            "name, vorname",
            "kundenname",
            "customer name",
            "patient name",
            "employee name",
            "mitarbeiter",
        ],
    ),
    (
        Use::Given,
        &["given name", "first name", "forename", "vorname", "vornamen", "prénom", "nombre", "nome", "voornaam"],
    ),
    (
        Use::Surname,
        &[
            "surname",
            "last name",
            "family name",
            "nachname",
            "familienname",
            "zuname",
            "nom de famille",
            "apellido",
            "apellidos",
            "cognome",
            "achternaam",
        ],
    ),
    (
        Use::BirthDate,
        &[
            "date of birth",
            "birth date",
            "birthday",
            "dob",
            "geburtsdatum",
            "geburtstag",
            "geb.-datum",
            "geb.",
            "date de naissance",
        ],
    ),
    (
        Use::Kind,
        &[
            "kind",
            "account kind",
            "account type",
            "kontoart",
            "kontotyp",
            "user type",
            "benutzertyp",
            "mailbox type",
            "postfachtyp",
            "recipient type",
            "recipient type details",
            "art des kontos",
        ],
    ),
    (
        Use::Region,
        &[
            "region",
            "reporting region",
            "berichtsregion",
            "sales region",
            "vertriebsregion",
            "bureau",
            "gebiet",
            "région",
            "región",
            "regione",
            "regio",
            "area",
            "business region",
        ],
    ),
    (
        Use::Organisation,
        &[
            "organisation",
            "organization",
            "company",
            "company name",
            "firma",
            "unternehmen",
            "gesellschaft",
            "firmenname",
            "legal entity",
            "entity",
            "employer",
            "arbeitgeber",
            "tenant",
            "mandant",
            "société",
            "entreprise",
            "empresa",
            "azienda",
            "società",
            "bedrijf",
            "organisatie",
            "organización",
            "organizzazione",
            "org",
            "institution",
            "einrichtung",
            "behörde",
        ],
    ),
    (
        Use::Residence(Basis::List),
        &[
            "residence",
            "country",
            "country/region",
            "country or region",
            "land",
            "land/region",
            "staat (land)",
            "wohnsitz",
            "wohnsitzland",
            "wohnland",
            "country of residence",
            "country code",
            "ländercode",
            "landeskennzeichen",
            "länderkennzeichen",
            "iso country",
            "country iso",
            "pays",
            "país",
            "paese",
            "residence country",
            "home country",
            "co",
            "c",
            "laendercode",
            "land der ansässigkeit",
            "pays de résidence",
            "nation",
        ],
    ),
    (
        Use::Residence(Basis::Office),
        &[
            "office country",
            "country of office",
            "work country",
            "büroland",
            "land des büros",
            "land des standorts",
            "standortland",
            "einsatzland",
            "dienstort land",
            "site country",
            "office country/region",
        ],
    ),
    (
        Use::Residence(Basis::Licence),
        &[
            "usage location",
            "usagelocation",
            "nutzungsstandort",
            "verwendungsstandort",
            "licence country",
            "license country",
            "lizenzland",
            "licence location",
            "license location",
        ],
    ),
    (
        Use::Place(Basis::Office),
        &[
            "office location",
            "officelocation",
            "office",
            "büro",
            "standort",
            "physical delivery office name",
            "site",
            "location",
            "dienstort",
            "dienststelle",
            "work location",
        ],
    ),
    (
        Use::Subdivision,
        &[
            "state",
            "state or province",
            "stateorprovince",
            "province",
            "bundesland",
            "kanton",
            "state/province",
            "us state",
            "provinz",
            "subdivision",
        ],
    ),
    (Use::Basis, &["basis", "residence basis", "basis of residence", "wohnsitz laut"]),
    (
        Use::Records(Unit::Record),
        &[
            "records",
            "record count",
            "number of records",
            "datensätze",
            "anzahl datensätze",
            "anzahl",
            "count",
            "items",
            "item count",
            "total items",
            "elemente",
            "anzahl elemente",
            "betroffene datensätze",
            "affected records",
            "enregistrements",
            "registros",
            "records affected",
            "operation count",
        ],
    ),
    (
        Use::Records(Unit::Email),
        &[
            "email count",
            "number of emails",
            "mail count",
            "anzahl e-mails",
            "anzahl mails",
            "messages",
            "message count",
            "nachrichten",
            "anzahl nachrichten",
            "emails accessed",
            "mails accessed",
            "abgerufene e-mails",
            "gelesene e-mails",
            "mail items accessed",
            "zahl der e-mails",
            "number of messages",
            "betroffene e-mails",
            "affected emails",
        ],
    ),
    (
        Use::Records(Unit::File),
        &[
            "files",
            "file count",
            "dateien",
            "anzahl dateien",
            "number of files",
            "documents",
            "dokumente",
            "files accessed",
            "anzahl dokumente",
            "betroffene dateien",
            "fichiers",
            "downloaded files",
        ],
    ),
    (
        Use::Records(Unit::DatabaseRow),
        &["rows", "row count", "number of rows", "database rows", "zeilen", "anzahl zeilen", "datenbankzeilen"],
    ),
    (Use::Records(Unit::Login), &["logins", "login count", "sign-ins", "anmeldungen", "anzahl anmeldungen"]),
    (Use::Qualifier, &["records qualifier", "qualifier", "records_qualifier", "genauigkeit", "art der zahl"]),
    (Use::Unit, &["unit", "einheit", "records unit"]),
    (Use::Way, &["way", "ways", "how affected", "art der betroffenheit", "weg", "access type", "zugriffsart"]),
    (
        Use::Status,
        &[
            "status",
            "affected",
            "betroffen",
            "betroffenheit",
            "affected status",
            "investigation status",
            "prüfstatus",
            "statut",
            "estado",
            "stato",
        ],
    ),
    (
        Use::First,
        &[
            "first access",
            "firstaccess",
            "first accessed",
            "erster zugriff",
            "erstzugriff",
            "first seen",
            "zuerst gesehen",
            "first login",
            "erste anmeldung",
            "access begin",
            "access start",
            "first access (utc)",
            "premier accès",
            "primer acceso",
            "date of access",
            "access date",
            "zugriff am",
            "zugriffsdatum",
        ],
    ),
    (
        Use::Last,
        &[
            "last access",
            "lastaccess",
            "last accessed",
            "letzter zugriff",
            "last seen",
            "zuletzt gesehen",
            "access end",
            "letzter zugriff (utc)",
            "dernier accès",
            "último acceso",
        ],
    ),
    (
        Use::Category,
        &[
            "data category",
            "data categories",
            "datenkategorie",
            "datenkategorien",
            "data type",
            "datenart",
            "datenarten",
            "data classes",
            "type of data",
            "catégorie de données",
        ],
    ),
    (
        Use::Notes,
        &[
            "notes",
            "note",
            "comment",
            "comments",
            "remarks",
            "remark",
            "bemerkung",
            "bemerkungen",
            "anmerkung",
            "anmerkungen",
            "notiz",
            "notizen",
            "kommentar",
            "hinweis",
            "remarque",
            "notas",
            "opmerking",
            "description",
        ],
    ),
];

/// Words that make an address somebody else's, or another one of the same person.
const OTHERS: &[&str] = &[
    "manager",
    "supervisor",
    "vorgesetzt",
    "recovery",
    "wiederherstellung",
    "secondary",
    "alternate",
    "alternativ",
    "other",
    "andere",
    "proxy",
    "forward",
    "weiterleit",
    "delegat",
    "sponsor",
    "sender",
    "absender",
    "recipient address",
    "contact",
    "kontakt",
    "reporter",
    "created by",
    "modified by",
    "approver",
    "immutable",
    "sip",
    "invited",
    "new primary",
];

static BY_NAME: LazyLock<HashMap<String, Use>> = LazyLock::new(|| {
    let all = TABLE.iter().flat_map(|(it, names)| names.iter().map(|name| (fold(name), *it)));
    all.rev().collect()
});

/// What a header names; `None`: it is not known.
pub fn find(header: &str) -> Option<Use> {
    let bare = bare(header);
    if let Some(found) = BY_NAME.get(&fold(bare)) {
        return Some(*found);
    }
    let short = bare.split_once('(').map(|(short, _)| fold(short))?;
    BY_NAME.get(&short).copied()
}

/// Whether a header names another address than the account's own.
pub fn is_others(header: &str) -> bool {
    let header = fold(header);
    OTHERS.iter().any(|word| header.contains(&fold(word)))
}

/// Whether the header says that its times are UTC.
pub fn is_utc(header: &str) -> bool {
    let header = header.to_ascii_lowercase();
    ["(utc)", "[utc]", "_utc", " utc"].iter().any(|mark| header.contains(mark))
}

/// Without `[Required]` and the types that Sentinel appends.
fn bare(header: &str) -> &str {
    let header = header.split_once('[').map_or(header, |(bare, _)| bare).trim();
    let typed = header.len() > 3 && ["_s", "_g", "_b", "_t", "_d"].iter().any(|end| header.ends_with(end));
    if typed { &header[..header.len() - 2] } else { header }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_whatever_their_case_marks_and_suffixes() {
        for (header, expected) in [
            ("E-Mail-Adresse", Some(Use::Key(KeyKind::Email))),
            ("Email Address [Required]", Some(Use::Key(KeyKind::Email))),
            ("userPrincipalName", Some(Use::Key(KeyKind::Upn))),
            ("UserPrincipalName_s", Some(Use::Key(KeyKind::Upn))),
            ("ObjectId_g", Some(Use::Key(KeyKind::ObjectId))),
            ("KUNDEN-NR.", Some(Use::Key(KeyKind::CustomerNumber))),
            ("Country/Region", Some(Use::Residence(Basis::List))),
            ("usageLocation", Some(Use::Residence(Basis::Licence))),
            ("officeLocation", Some(Use::Place(Basis::Office))),
            ("Datensaetze", Some(Use::Records(Unit::Record))),
            ("Dateien", Some(Use::Records(Unit::File))),
            ("first_access", Some(Use::First)),
            ("Erster Zugriff (UTC)", Some(Use::First)),
            ("records_qualifier", Some(Use::Qualifier)),
            ("Manager Email", None),
            ("Schuhgröße", None),
        ] {
            assert_eq!(find(header), expected, "{header}");
        }
        assert!(is_others("Recovery Email") && is_others("alternateEmailAddress") && !is_others("E-Mail"));
    }

    #[test]
    fn every_field_of_the_contract_can_be_mapped() {
        for field in crate::import::fields() {
            let found = Use::of_field(field).unwrap_or_else(|| panic!("{field}"));
            assert_eq!(found.field(), Some(*field));
        }
    }
}
