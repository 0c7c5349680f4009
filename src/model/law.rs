//! Words of laws and of whoever writes them down as data: ids that stand in files, and closed lists beside those of `words`.
//!
//! An id is owned, for a file brings it; it says nothing of what it names. A word of a list is only ever added at the end.

use std::borrow::Borrow;
use std::sync::Arc;

use super::words::words;

/// Declares the ids of what files bring.
macro_rules! named {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(#[serde(serialize_with = "as_text")] Arc<str>);

        impl $name {
            /// The id with this spelling.
            #[must_use]
            pub fn new(text: &str) -> Self { Self(text.into()) }

            /// Its spelling.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { out.pad(&self.0) }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str { &self.0 }
        }

        impl ts_rs::TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(config: &ts_rs::Config) -> String { <String as ts_rs::TS>::name(config) }
            fn inline(config: &ts_rs::Config) -> String { <String as ts_rs::TS>::inline(config) }
        }
    )+};
}

fn as_text<S: serde::Serializer>(text: &Arc<str>, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(text)
}

named!(
    /// A rule of law, or of a contract, in all its versions: `eu-gdpr-33-1`.
    RegimeId,
    /// A step that a rule asks for: `notification`.
    PhaseId,
    /// A way of counting periods: `eu`.
    CountingId,
    /// What only a person can answer: a key of a case, or a question that a rule brings.
    QuestionId,
    /// Something that a rule counts.
    CountedId,
);

words!(
    /// Whether a rule is law.
    RegimeStatus, "law_status" {
        /// It binds.
        InForce = "in_force",
        /// It is passed, and binds later.
        Adopted = "adopted",
        /// It is not passed.
        Proposed = "proposed",
        /// It no longer binds.
        Repealed = "repealed",
    }
);

words!(
    /// How sure a statement of a law is: where its wording was read.
    Confidence, "confidence" {
        /// At the official place.
        Official = "official",
        /// In a copy of the wording elsewhere.
        Copy = "copy",
        /// In what others say of it.
        Secondary = "secondary",
        /// Nowhere: it is general knowledge.
        Unverified = "unverified",
        /// In a document of one's own, a contract for example.
        Own = "own",
    }
);

words!(
    /// How the addressee of a notice is found.
    Addressee, "addressee" {
        /// The supervisory authority that is competent, each of them where none leads (Art. 55 and 56 GDPR).
        GdprCompetent = "gdpr_competent",
        /// The authority that supervises the financial entity (Art. 46 of Regulation (EU) 2022/2554).
        DoraCompetent = "dora_competent",
        /// On whose behalf the party acts.
        Client = "client",
        /// The data subjects.
        Individuals = "individuals",
    }
);

words!(
    /// What a notice says, or must not say.
    Content, "content" {
        /// What kind of breach it is.
        Nature = "nature",
        /// Categories and number of the persons.
        Persons = "persons",
        /// Categories and number of the records.
        Records = "records",
        /// Which data.
        DataCategories = "data_categories",
        /// The data protection officer, or another contact.
        Dpo = "dpo",
        /// What may come of it.
        Consequences = "consequences",
        /// What was done, or will be.
        Measures = "measures",
        /// When it happened.
        Period = "period",
        /// How it came about.
        Cause = "cause",
        /// What the persons can do themselves.
        OwnSteps = "own_steps",
        /// The countries of the persons.
        Countries = "countries",
        /// Who else has been told.
        OtherAuthorities = "other_authorities",
        /// The letter that the persons get.
        SampleNotice = "sample_notice",
        /// Data of the persons affected.
        PersonalData = "personal_data",
        /// The facts of it.
        Facts = "facts",
    }
);

words!(
    /// The unit of a period.
    TimeUnit, "time_unit" {
        /// Of sixty minutes.
        Hours = "hours",
        /// Of the calendar.
        Days = "days",
        /// Days on which offices work.
        BusinessDays = "business_days",
        /// Of the calendar.
        Months = "months",
        /// Of the calendar.
        Years = "years",
    }
);

words!(
    /// Where the end of a period goes that falls on a day without work.
    RollOver, "roll_over" {
        /// To the end of the next working day.
        NextWorkingDay = "next_working_day",
        /// To noon of the next working day.
        NoonNextWorkingDay = "noon_next_working_day",
    }
);

words!(
    /// When a period begins.
    PeriodStart, "period_start" {
        /// At the event.
        Event = "event",
        /// With the full hour after it: that in which it falls is not counted.
        NextFullHour = "next_full_hour",
        /// With the day after it.
        DayAfter = "day_after",
    }
);

words!(
    /// When a period ends.
    PeriodEnd, "period_end" {
        /// At an instant.
        Moment = "instant",
        /// With its last day.
        EndOfDay = "end_of_day",
    }
);

words!(
    /// Where a period of months ends whose last month lacks the day.
    MissingDay, "missing_day" {
        /// With the last day of that month.
        LastOfMonth = "last_of_month",
    }
);

words!(
    /// Where a period of business days begins that starts on another day.
    FromNonBusiness, "from_non_business" {
        /// With the first business day after it, which counts.
        IncludeFirst = "include_first",
        /// With the day after the first business day.
        AfterFirst = "after_first",
    }
);

words!(
    /// What a question takes for an answer.
    AnswerKind, "answer_kind" {
        /// Yes or no.
        YesNo = "yes_no",
        /// One of its words.
        Word = "word",
        /// Some of its words.
        Words = "words",
        /// A number.
        Number = "number",
    }
);

words!(
    /// What stands in place of a duty that is lifted.
    Instead, "instead" {
        /// A communication to the public.
        PublicCommunication = "public_communication",
        /// Nothing.
        Nothing = "nothing",
    }
);

words!(
    /// Of what a register is kept.
    Kept, "kept" {
        /// Of everything that happened.
        All = "all",
        /// Of what was notified.
        Notified = "notified",
    }
);

words!(
    /// What a condition is while nobody has determined what it asks for.
    WhileOpen, "while_open" {
        /// As if it held.
        Yes = "yes",
        /// As if it did not.
        No = "no",
    }
);
