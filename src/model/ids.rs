//! Which one is meant: an id of each kind of row, so that one kind is never taken for another.
//!
//! An id says nothing of its row, and of SQLite it knows nothing; `store::base::ids` does. To pages and on the command line it is the
//! number that it holds. What the house knows of the shape of an id is here: a case is a range of ids of accounts.

use std::ops::RangeInclusive;

/// Hands the list of all ids to another macro, so that the store speaks of the same ones.
macro_rules! each_id {
    ($declare:ident) => {
        $declare! {
            /// A case.
            CaseId,
            /// An account of a case; see [`CaseId::accounts`].
            AccountId,
            /// A deed: something that was done to a case or to the book.
            DeedId,
            /// An import.
            ImportId,
            /// A region of a case's tree.
            RegionId,
            /// An organisation of a case's tree.
            OrganisationId,
            /// A node of either tree, the tree beside it.
            NodeId,
            /// A country or a part of one that occurs in the book.
            PlaceId,
            /// What is said of the data and the ways of accounts that are alike in it.
            ProfileId,
            /// A party to a case.
            PartyId,
            /// A legal entity, as the book knows it.
            EntityId,
            /// A step in time.
            MilestoneId,
            /// What somebody determined.
            DeterminationId,
            /// What somebody claimed.
            ClaimId,
            /// What data were exposed.
            ExposureId,
            /// A measure.
            MeasureId,
            /// A point that is open.
            OpenPointId,
            /// What is covered by what was examined.
            CoverageId,
            /// A number that was typed in.
            TypedCountId,
            /// Statements that contradict each other.
            ConflictId,
            /// A report that was written.
            ExportId,
            /// A row that was written down, its table beside it.
            RowId,
        }
    };
}
pub(crate) use each_id;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The id with this number.
            #[must_use]
            pub const fn new(number: i64) -> Self { Self(number) }

            /// Its number.
            #[must_use]
            pub const fn raw(self) -> i64 { self.0 }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(out) }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }

        impl ts_rs::TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(config: &ts_rs::Config) -> String { <i64 as ts_rs::TS>::name(config) }
            fn inline(config: &ts_rs::Config) -> String { <i64 as ts_rs::TS>::inline(config) }
        }
    )+};
}
each_id!(ids);

/// Bits of an account's id that count the accounts of its case.
const OF_ONE_CASE: u32 = 32;

impl CaseId {
    /// The ids that accounts of this case may have, the first and the last: account `n` of case `c` is `c × 2³² + n`.
    #[must_use]
    pub const fn accounts(self) -> RangeInclusive<AccountId> {
        RangeInclusive::new(AccountId(self.0 << OF_ONE_CASE), AccountId((self.0 << OF_ONE_CASE) | u32::MAX as i64))
    }

    /// The case that an account belongs to.
    #[must_use]
    pub const fn of(account: AccountId) -> Self {
        Self(account.0 >> OF_ONE_CASE)
    }

    /// Account `n` of this case.
    #[must_use]
    pub const fn account(self, n: i64) -> AccountId {
        AccountId((self.0 << OF_ONE_CASE) + n)
    }
}

impl AccountId {
    /// Its number among the accounts of its case.
    #[must_use]
    pub const fn n(self) -> i64 {
        self.0 - (CaseId::of(self).0 << OF_ONE_CASE)
    }

    /// The id so many after it.
    #[must_use]
    pub const fn plus(self, n: i64) -> Self {
        Self(self.0.saturating_add(n))
    }
}

impl NodeId {
    /// As a region; its tree is that of regions.
    #[must_use]
    pub const fn region(self) -> RegionId {
        RegionId(self.0)
    }

    /// As an organisation; its tree is that of organisations.
    #[must_use]
    pub const fn organisation(self) -> OrganisationId {
        OrganisationId(self.0)
    }
}

/// What any of some kinds is seen as; never the other way round without saying which.
macro_rules! seen_as {
    ($to:ident: $($from:ident),+ $(,)?) => {$(
        impl From<$from> for $to {
            fn from(id: $from) -> Self { Self(id.0) }
        }
    )+};
}
seen_as!(NodeId: RegionId, OrganisationId);

/// Rows of tables that are edited one by one.
macro_rules! rows {
    ($($name:ident),+ $(,)?) => {
        seen_as!(RowId: $($name),+);
        $(impl $name {
            /// That of a row of its table.
            #[must_use]
            pub const fn of_row(row: RowId) -> Self { Self(row.0) }
        })+
    };
}
rows!(
    CaseId,
    NodeId,
    OrganisationId,
    EntityId,
    PartyId,
    MilestoneId,
    DeterminationId,
    ClaimId,
    ExposureId,
    MeasureId,
    OpenPointId,
    CoverageId,
    TypedCountId,
    ConflictId,
);

/// Under which deed, of which case, something is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Under {
    /// The case.
    pub case_id: CaseId,
    /// The deed.
    pub deed_id: DeedId,
}

/// A file of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileOf {
    /// The import.
    pub import: ImportId,
    /// Its place among the import's files.
    pub seq: i64,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_account_lies_in_the_range_of_its_case_and_in_no_other(case in 1_i64..1 << 30, n in 0..=u32::MAX) {
            let (case, n) = (CaseId::new(case), i64::from(n));
            let account = case.account(n);
            prop_assert!(case.accounts().contains(&account));
            prop_assert_eq!((CaseId::of(account), account.n()), (case, n));
            for other in [CaseId::new(case.raw() - 1), CaseId::new(case.raw() + 1)] {
                prop_assert!(!other.accounts().contains(&account));
            }
        }
    }

    #[test]
    fn the_ranges_of_neighbours_touch() {
        let (one, two) = (CaseId::new(1).accounts(), CaseId::new(2).accounts());
        assert_eq!(one.end().plus(1), *two.start());
        assert_eq!([one.start().raw(), one.end().raw()], [4_294_967_296, 8_589_934_591]);
    }

    #[test]
    fn an_id_is_written_and_read_as_its_number() {
        assert_eq!(serde_json::to_string(&CaseId::new(7)).expect("json"), "7");
        assert_eq!(serde_json::from_str::<CaseId>("7").expect("an id"), CaseId::new(7));
        assert_eq!(CaseId::new(7).to_string().parse(), Ok(CaseId::new(7)));
    }
}
