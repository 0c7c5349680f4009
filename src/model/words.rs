//! The closed lists of the domain. Each word has one spelling, for JSON, CSV, the command line and the store.
//!
//! The order inside a list is part of the file format (`standing` keeps the position): words are only ever added
//! at the end.

/// A word of a closed list.
pub trait Word: Copy {
    /// What the list is of, for developers.
    const WHAT: &'static str;

    /// The type's name.
    const NAME: &'static str;

    /// Every spelling, in the lasting order of the words.
    fn known() -> Vec<&'static str>;

    /// The word with this spelling.
    fn of(text: &str) -> Option<Self>;
}

/// Declares a closed list: an enum, its spellings, and the ways between the two.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
        pub enum $name { $($(#[$vdoc])* #[ts(rename = $text)] $variant),+ }

        impl $name {
            /// Every word, in its lasting order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The spelling.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Every spelling, in the lasting order of the words.
            #[must_use]
            pub fn ids() -> Vec<&'static str> {
                Self::ALL.iter().map(|word| word.id()).collect()
            }

            /// The position that the store keeps.
            #[must_use]
            pub const fn position(self) -> i64 { self as i64 }

            /// The word at a position that the store kept.
            #[must_use]
            pub fn at(position: i64) -> Option<Self> {
                usize::try_from(position).ok().and_then(|at| Self::ALL.get(at).copied())
            }

            /// The word with this spelling.
            #[must_use]
            pub fn find(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.id().eq_ignore_ascii_case(text))
            }
        }

        impl crate::model::words::Word for $name {
            const WHAT: &'static str = $what;
            const NAME: &'static str = stringify!($name);
            fn known() -> Vec<&'static str> { Self::ids() }
            fn of(text: &str) -> Option<Self> { Self::find(text) }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;
            fn from_str(text: &str) -> crate::error::Result<Self> {
                Self::find(text).ok_or_else(|| {
                    let unknown = crate::error::Error::new("word.unknown").with("what", $what).with("word", text);
                    crate::model::listed::among(unknown, text, Self::ids())
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { out.pad(self.id()) }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
                out.serialize_str(self.id())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(|_| serde::de::Error::custom(format!(concat!("no ", $what, ": {}"), text)))
            }
        }
    };
}
pub(in crate::model) use words;

/// A closed list, for whoever needs the words of all of them.
pub struct List {
    /// The type's name.
    pub name: &'static str,
    /// Its words, in their lasting order.
    pub words: fn() -> Vec<&'static str>,
}

impl List {
    const fn of<W: Word>() -> Self {
        Self { name: W::NAME, words: W::known }
    }
}

/// Every closed list of this file.
pub const LISTS: &[List] = &[
    List::of::<Status>(),
    List::of::<Way>(),
    List::of::<AccountKind>(),
    List::of::<KeyKind>(),
    List::of::<Basis>(),
    List::of::<Unit>(),
    List::of::<Qualifier>(),
    List::of::<Standing>(),
    List::of::<Role>(),
    List::of::<PersonGroup>(),
    List::of::<MilestoneKind>(),
    List::of::<DeterminationKind>(),
    List::of::<Risk>(),
    List::of::<MeasureState>(),
    List::of::<MeasureKind>(),
    List::of::<DataCategory>(),
    List::of::<Protection>(),
    List::of::<Precision>(),
];

words!(
    /// How far it is established that an account is affected. The graver word comes later in [`Status::gravity`].
    Status, "status" {
        /// Counted in the low and the high bound.
        Confirmed = "confirmed",
        /// Counted in the high bound only.
        Suspected = "suspected",
        /// Not counted, always listed.
        Cleared = "cleared",
    }
);

impl Status {
    /// Of two statements about one account the graver stands: confirmed over suspected over cleared.
    #[must_use]
    pub const fn gravity(self) -> u8 {
        match self {
            Self::Confirmed => 2,
            Self::Suspected => 1,
            Self::Cleared => 0,
        }
    }
}

words!(
    /// A way in which an account is affected; each has a status of its own.
    Way, "way" {
        /// Somebody signed in to it.
        SignedIn = "signed_in",
        /// Single items were accessed.
        ContentAccessed = "content_accessed",
        /// A folder or the whole store was synced.
        SyncedWhole = "synced_whole",
        /// It appears in stolen data.
        Listed = "listed",
        /// Its owner gave credentials to a false page.
        Phished = "phished",
        /// A forwarding or inbox rule was set.
        ForwardingSet = "forwarding_set",
        /// A file was downloaded.
        FileDownloaded = "file_downloaded",
    }
);

words!(
    /// What an account is.
    AccountKind, "kind" {
        /// Signs in for one person.
        Person = "person",
        /// A shared or role mailbox.
        Shared = "shared",
        /// A guest of another tenant.
        Guest = "guest",
        /// A service principal, a room, a device.
        Service = "service",
        /// An entry that appears in stolen data.
        ListEntry = "list_entry",
        /// Not said.
        Unknown = "unknown",
    }
);

impl AccountKind {
    /// Whether one data subject may stand behind it. Unknown may: the high bound counts it.
    #[must_use]
    pub const fn may_be_person(self) -> bool {
        matches!(self, Self::Person | Self::Guest | Self::ListEntry | Self::Unknown)
    }
}

words!(
    /// The kind of an identifier. Rows merge only within a kind; `none` never merges.
    KeyKind, "key_kind" {
        /// An e-mail address.
        Email = "email",
        /// A user principal name.
        Upn = "upn",
        /// A directory's object id (GUID).
        ObjectId = "object_id",
        /// A user name, `DOMAIN\user` among them.
        UserName = "user_name",
        /// A customer number.
        CustomerNumber = "customer_number",
        /// An employee number.
        EmployeeNumber = "employee_number",
        /// A patient number.
        PatientNumber = "patient_number",
        /// A telephone number.
        Phone = "phone",
        /// A name with a date of birth.
        NameBirth = "name_birth",
        /// No identifier at all: the row stands for itself.
        None = "none",
    }
);

impl KeyKind {
    /// Whether an account has one of the kind at most: two that differ contradict each other. Of addresses, telephone
    /// numbers and user names it may have several.
    #[must_use]
    pub const fn is_single(self) -> bool {
        match self {
            Self::Upn | Self::ObjectId | Self::CustomerNumber | Self::EmployeeNumber | Self::PatientNumber => true,
            Self::Email | Self::UserName | Self::Phone | Self::NameBirth | Self::None => false,
        }
    }
}

words!(
    /// What a residence tag rests on. Every residence has one, and reports print it.
    Basis, "basis" {
        /// The address in the personnel records.
        Hr = "hr",
        /// The address in the customer master data.
        Customer = "customer",
        /// A country column of an imported list.
        List = "list",
        /// Said by the person.
        Stated = "stated",
        /// The country of the office: a proxy.
        Office = "office",
        /// The country of the licence: a proxy.
        Licence = "licence",
        /// Written down by hand, with no source named.
        Hand = "hand",
    }
);

impl Basis {
    /// Office and licence countries stand in for a residence and are marked so.
    #[must_use]
    pub const fn is_proxy(self) -> bool {
        matches!(self, Self::Office | Self::Licence)
    }
}

words!(
    /// What is counted. Numbers of different units are never added.
    Unit, "unit" {
        /// Accounts.
        Account = "account",
        /// Data subjects.
        Person = "person",
        /// E-mails.
        Email = "email",
        /// Files.
        File = "file",
        /// Rows of a database.
        DatabaseRow = "database_row",
        /// Sheets or folders of paper.
        Paper = "paper",
        /// Log-ins.
        Login = "login",
        /// Records whose unit nobody stated.
        Record = "record",
        /// Organisations.
        Organisation = "organisation",
    }
);

words!(
    /// The word beside a number: what the two bounds amount to (docs/model.md, Counting).
    Qualifier, "qualifier" {
        /// n, n.
        Exact = "exact",
        /// n, open.
        AtLeast = "at_least",
        /// 0, b.
        AtMost = "at_most",
        /// a, b.
        Between = "between",
        /// An estimate, with a band or without.
        Approximate = "approximate",
        /// 0, open, and work goes on.
        ToBeDetermined = "to_be_determined",
        /// 0, open, for good.
        CannotBeDetermined = "cannot_be_determined",
    }
);

words!(
    /// Whose word a number is. That it is exact does not make it true.
    Standing, "standing" {
        /// Somebody else's claim.
        Claimed = "claimed",
        /// The organisation's own finding.
        Own = "own",
        /// Confirmed by a third party.
        Confirmed = "confirmed",
    }
);

words!(
    /// The part an organisation plays in a case.
    Role, "role" {
        /// Decides on purposes and means (Art. 4(7) GDPR).
        Controller = "controller",
        /// One of several who decide together (Art. 26 GDPR).
        JointController = "joint_controller",
        /// Processes on behalf of a controller (Art. 4(8) GDPR).
        Processor = "processor",
        /// Processes on behalf of a processor (Art. 28(2) GDPR).
        SubProcessor = "sub_processor",
        /// A processor's client: a controller on whose behalf data are processed.
        Client = "client",
        /// To whom data were disclosed (Art. 4(9) GDPR).
        Recipient = "recipient",
        /// Represents a controller not established in the EEA (Art. 27 GDPR).
        Representative = "representative",
        /// Runs a service without being a party to the data protection duties.
        Provider = "provider",
    }
);

impl Role {
    /// Whether it answers for the data itself (Art. 4(7), 26 GDPR).
    #[must_use]
    pub const fn controls(self) -> bool {
        matches!(self, Self::Controller | Self::JointController)
    }
}

words!(
    /// A group of data subjects (EDPB template v1.0, field 65, and docs/model.md, What is several).
    PersonGroup, "group" {
        /// Whose account it is.
        Owner = "owner",
        /// Who wrote to or was written to by an owner.
        Correspondent = "correspondent",
        /// Named in content.
        Named = "named_in_content",
        /// Listed in a directory.
        Directory = "in_directory",
        /// Customers, current and prospective.
        Customer = "customer",
        /// Patients.
        Patient = "patient",
        /// Employees, former, current and candidates.
        Employee = "employee",
        /// Students.
        Student = "student",
        /// Subscribers.
        Subscriber = "subscriber",
        /// Users of a service.
        User = "user",
        /// Others.
        Other = "other",
    }
);

words!(
    /// A step in time that a case records.
    MilestoneKind, "milestone" {
        /// The breach began.
        Began = "began",
        /// The breach ended.
        Ended = "ended",
        /// First alert or sign.
        Detected = "detected",
        /// A suspicion arose.
        Suspected = "suspected",
        /// A processor, the press or somebody else told the party.
        Told = "told",
        /// The suspicion was confirmed.
        Confirmed = "confirmed",
        /// It was contained or stopped.
        Contained = "contained",
        /// An authority was notified.
        Notified = "notified",
        /// Data subjects were told.
        Communicated = "communicated",
        /// It became public.
        Published = "published",
        /// Something else.
        Other = "other",
    }
);

impl MilestoneKind {
    /// Whether somebody may say to be aware from such a step (docs/model.md, What is several): first alert, suspicion, told, confirmed.
    #[must_use]
    pub const fn may_be_awareness(self) -> bool {
        matches!(self, Self::Detected | Self::Suspected | Self::Told | Self::Confirmed)
    }
}

words!(
    /// What was determined: awareness by a legal entity, everything else by a party (docs/model.md, What is several).
    DeterminationKind, "determination" {
        /// Since when a legal entity is aware of the personal-data breach (Art. 33(1) GDPR).
        Awareness = "awareness",
        /// Whether the incident is a personal-data breach (Art. 4(12) GDPR).
        Breach = "breach",
        /// The outcome of the risk assessment (EDPB template v1.0, field 89).
        Risk = "risk",
        /// Whether it is material for others' rules.
        Materiality = "materiality",
        /// Whether the authority is notified, or why not (Art. 33(1) and (5) GDPR).
        Notification = "notification",
        /// Whether data subjects are told, or why not (Art. 34 GDPR).
        Communication = "communication",
        /// Since when a legal entity is aware of the incident (Art. 19(4) DORA).
        AwarenessOfIncident = "awareness_incident",
        /// Since when a legal entity is aware that the incident is significant (Art. 23(4) NIS2, § 32 BSIG).
        AwarenessOfSignificance = "awareness_significance",
        /// Whether the incident is significant (Art. 23(3) NIS2, § 2 BSIG).
        Significance = "significance",
    }
);

impl DeterminationKind {
    /// Whether it is a time from which on a legal entity is aware of something: all its roles share it.
    #[must_use]
    pub const fn is_awareness(self) -> bool {
        match self {
            Self::Awareness | Self::AwarenessOfIncident | Self::AwarenessOfSignificance => true,
            Self::Breach
            | Self::Risk
            | Self::Materiality
            | Self::Notification
            | Self::Communication
            | Self::Significance => false,
        }
    }

    /// Whether every case is asked for it; other laws ask for more.
    #[must_use]
    pub const fn is_of_every_case(self) -> bool {
        match self {
            Self::Awareness | Self::Breach | Self::Risk | Self::Materiality => true,
            Self::Notification | Self::Communication => true,
            Self::AwarenessOfIncident | Self::AwarenessOfSignificance | Self::Significance => false,
        }
    }

    /// The key under which it is set (`model::keys`).
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Awareness => "aware",
            Self::AwarenessOfIncident => "aware_incident",
            Self::AwarenessOfSignificance => "aware_significance",
            other => other.id(),
        }
    }
}

words!(
    /// The outcome of a risk assessment (EDPB template v1.0, field 89).
    Risk, "risk" {
        /// A high risk: data subjects are told (Art. 34).
        High = "high",
        /// A risk, not high: the authority is told (Art. 33).
        NotHigh = "risk",
        /// Unlikely: it is documented (Art. 33(5)).
        Unlikely = "unlikely",
        /// More information is needed.
        Open = "open",
    }
);

words!(
    /// Whether a measure has been taken.
    MeasureState, "measure state" {
        /// It is done.
        Taken = "taken",
        /// It will be done.
        Planned = "planned",
    }
);

words!(
    /// What a measure is for (EDPB template v1.0, sections 3.5, 4.3 and 4.4).
    MeasureKind, "measure" {
        /// Was in place when it happened.
        InPlace = "in_place",
        /// Addresses or mitigates this case.
        Mitigating = "mitigating",
        /// Prevents the next one.
        Preventive = "preventive",
    }
);

words!(
    /// A category of data (EDPB template v1.0, field 70).
    DataCategory, "data_category" {
        /// a: names, dates of birth.
        Basic = "basic",
        /// b: addresses, telephone numbers.
        Contact = "contact",
        /// c
        Biometric = "biometric",
        /// d
        Criminal = "criminal",
        /// e
        Political = "political",
        /// f
        Ethnic = "ethnic",
        /// g
        Religious = "religious",
        /// h
        SexLife = "sex_life",
        /// i
        TradeUnion = "trade_union",
        /// j
        Genetic = "genetic",
        /// k
        Health = "health",
        /// l
        Financial = "financial",
        /// m
        EmploymentHealth = "employment_health",
        /// n: national identification numbers.
        Identification = "identification",
        /// o
        Location = "location",
        /// p
        OfficialDocument = "official_document",
        /// q
        Payment = "payment",
        /// r
        Profile = "profile",
        /// s
        Credentials = "credentials",
        /// t
        NotYetKnown = "not_yet_known",
        /// u
        Additional = "additional",
        /// The content of messages: what it holds is not known item by item.
        MessageContent = "message_content",
    }
);

impl DataCategory {
    /// A special category under Art. 9 GDPR, or criminal data under Art. 10. `None`: it cannot be told.
    #[must_use]
    pub const fn is_special(self) -> Option<bool> {
        match self {
            Self::Biometric | Self::Criminal | Self::Political | Self::Ethnic | Self::Religious => Some(true),
            Self::SexLife | Self::TradeUnion | Self::Genetic | Self::Health | Self::EmploymentHealth => Some(true),
            Self::NotYetKnown | Self::Additional | Self::MessageContent => None,
            _ => Some(false),
        }
    }
}

words!(
    /// Whether data were unintelligible to whoever took them (EDPB template v1.0, field 57).
    Protection, "protection" {
        /// Protected, and the protection holds.
        Intact = "intact",
        /// Protected, but the key is likely taken.
        Subverted = "subverted",
        /// Not protected.
        None = "none",
        /// It cannot be assessed.
        NotAssessable = "not_assessable",
        /// To be determined.
        Open = "open",
    }
);

words!(
    /// How exact an instant is known.
    Precision, "precision" {
        /// A year.
        Year = "year",
        /// A month.
        Month = "month",
        /// A day.
        Day = "day",
        /// A minute.
        Minute = "minute",
        /// A second.
        Second = "second",
    }
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_this_file_is_listed() {
        let declared = include_str!("words.rs").matches("\nwords!(").count();
        assert_eq!(LISTS.len(), declared);
        let status = LISTS.iter().find(|list| list.name == "Status").expect("listed");
        assert_eq!((status.words)(), Status::ids());
    }

    #[test]
    fn every_word_is_found_by_its_spelling_and_its_position() {
        for word in KeyKind::ALL {
            assert_eq!(KeyKind::find(word.id()), Some(*word));
            assert_eq!(KeyKind::at(word.position()), Some(*word));
        }
        assert!("mail".parse::<KeyKind>().is_err());
    }
}
