//! What the tally tells accounts apart by, and what it adds up of those that are alike. Everything that reads or writes
//! the tally, in SQL and here, is made of these lists: a new dimension is a line of its list and a column of its table.

use crate::model::ids::{DeedId, OrganisationId, PlaceId, ProfileId, RegionId};
use crate::store::values::standing::{Records, Standing, signed};

/// A respect in which the accounts of one row of the tally are alike.
#[derive(Debug)]
pub struct Dimension {
    /// The column of the tally.
    pub column: &'static str,
    /// The same of a row of `standing`, in SQL.
    pub read: &'static str,
    /// What stands for nothing: part of a primary key is never empty.
    pub none: i64,
    /// The same of an account.
    pub of: fn(&Standing) -> Option<i64>,
}

/// What is added up of the accounts of one row of the tally.
#[derive(Debug)]
pub struct Share {
    /// The column of the tally.
    pub column: &'static str,
    /// The sum over rows of `standing`, in SQL.
    pub sum: &'static str,
    /// The part of one account.
    pub of: fn(&Standing) -> i64,
}

impl Dimension {
    /// Its number for an account.
    #[inline]
    pub fn number(&self, standing: &Standing) -> i64 {
        (self.of)(standing).unwrap_or(self.none)
    }
}

impl Share {
    /// An account's part.
    #[inline]
    pub fn number(&self, standing: &Standing) -> i64 {
        (self.of)(standing)
    }
}

/// Declares a list of columns, and its numbers by name.
macro_rules! columns {
    ($(#[$doc:meta])* $name:ident, $list:ident: $kind:ty { $($(#[$about:meta])* $field:ident = $column:expr;)+ }) => {
        $(#[$doc])*
        pub const $list: &[$kind] = &[$($column),+];

        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name { $($(#[$about])* pub $field: i64),+ }

        impl $name {
            /// Those of an account.
            pub fn of(standing: &Standing) -> Self {
                Self { $($field: const { $column }.number(standing)),+ }
            }

            /// In the order of the list.
            pub const fn numbers(&self) -> [i64; $list.len()] {
                [$(self.$field),+]
            }
        }

        impl From<[i64; $list.len()]> for $name {
            fn from([$($field),+]: [i64; $list.len()]) -> Self {
                Self { $($field),+ }
            }
        }
    };
}

columns!(
    /// What accounts of one row of `tally` have in common.
    Alike, DIMENSIONS: Dimension {
        /// The region's id; 0: none.
        region = Dimension { column: "region_id", read: "region_id", none: 0, of: |it| it.region.map(RegionId::raw) };
        /// The organisation's id; 0: none.
        organisation = Dimension { column: "organisation_id", read: "organisation_id", none: 0, of: |it| it.organisation.map(OrganisationId::raw) };
        /// The id of the place of residence; 0: none.
        place = Dimension { column: "place_id", read: "place_id", none: 0, of: |it| it.place.map(PlaceId::raw) };
        /// What the residence rests on; -1: none.
        basis = Dimension { column: "basis", read: "basis", none: -1, of: |it| it.basis };
        /// What they are.
        kind = Dimension { column: "kind", read: "kind", none: -1, of: |it| Some(it.kind) };
        /// How far it is established that they are affected, as totals count it.
        status = Dimension { column: "status", read: COUNTED_STATUS, none: -1, of: |it| Some(it.counted_status()) };
        /// What their records are; -1: nothing is said of records.
        unit = Dimension { column: "unit", read: "unit", none: -1, of: unit };
        /// What is said of their data and of their ways; 0: nothing.
        profile = Dimension { column: "profile_id", read: "profile_id", none: 0, of: |it| it.profile.map(ProfileId::raw) };
        /// The deed by which somebody determined that each of them is one person; 0: nobody has.
        one_person = Dimension { column: "one_person", read: "one_person", none: 0, of: |it| it.one_person.map(DeedId::raw) };
    }
);

columns!(
    /// What accounts of one row of `tally_day` have in common.
    AlikeByDay, DAY_DIMENSIONS: Dimension {
        /// The day of first access, days since 1970-01-01; [`NO_DAY`]: without a date.
        day = Dimension { column: "day", read: "day", none: NO_DAY, of: |it| it.day };
        /// How far it is established that they are affected, as totals count it.
        status = Dimension { column: "status", read: COUNTED_STATUS, none: -1, of: |it| Some(it.counted_status()) };
        /// What their records are; -1: nothing is said of records.
        unit = Dimension { column: "unit", read: "unit", none: -1, of: unit };
    }
);

columns!(
    /// What accounts of one row of `tally_organisation_day` have in common.
    AlikeByOrganisationAndDay, ORGANISATION_DAY_DIMENSIONS: Dimension {
        /// The organisation's id; 0: none.
        organisation = Dimension { column: "organisation_id", read: "organisation_id", none: 0, of: |it| it.organisation.map(OrganisationId::raw) };
        /// The day of first access, days since 1970-01-01; [`NO_DAY`]: without a date.
        day = Dimension { column: "day", read: "day", none: NO_DAY, of: |it| it.day };
        /// How far it is established that they are affected, as totals count it.
        status = Dimension { column: "status", read: COUNTED_STATUS, none: -1, of: |it| Some(it.counted_status()) };
        /// What their records are; -1: nothing is said of records.
        unit = Dimension { column: "unit", read: "unit", none: -1, of: unit };
    }
);

columns!(
    /// What is added up of accounts that are alike.
    Shares, SHARES: Share {
        /// How many they are.
        accounts = Share { column: "accounts", sum: "count(*)", of: |_| 1 };
        /// Records: sum of the low bounds.
        low = Share { column: "records_low", sum: "coalesce(sum(records_low), 0)", of: |it| of(it, |records| signed(records.low)) };
        /// Sum of the high bounds of those that are not open.
        high = Share { column: "records_high", sum: "coalesce(sum(records_high), 0)", of: |it| of(it, |records| signed(records.high.unwrap_or(0))) };
        /// Sum of the estimates, of the low bound where there is none.
        point = Share { column: "records_estimate", sum: "coalesce(sum(coalesce(records_estimate, records_low)), 0)", of: |it| of(it, |records| signed(records.estimate.unwrap_or(records.low))) };
        /// Accounts whose records are open above.
        open = Share { column: "open", sum: "coalesce(sum(unit IS NOT NULL AND records_high IS NULL), 0)", of: |it| of(it, |records| i64::from(records.high.is_none())) };
        /// Accounts of whose records nothing is known.
        unknown = Share { column: "unknown", sum: UNKNOWN, of: |it| it.records.map_or(1, |records| i64::from(is_silent(&records))) };
        /// How many of these will never be known.
        undeterminable = Share { column: "undeterminable", sum: "sum(records_for_good IS NOT NULL)", of: |it| of(it, |records| i64::from(records.for_good)) };
        /// Accounts whose records are estimated.
        estimated = Share { column: "estimated", sum: "sum(records_estimate IS NOT NULL)", of: |it| of(it, |records| i64::from(records.estimate.is_some())) };
        /// Folders that were synced whole.
        whole_folders = Share { column: "whole_folders", sum: "coalesce(sum(whole_folders), 0)", of: |it| of(it, |records| signed(records.whole_folders)) };
    }
);

impl Shares {
    /// Adds, or takes away, what others have.
    #[inline]
    pub fn join(&mut self, other: &Self, sign: i64) {
        let (mut sum, other) = (self.numbers(), other.numbers());
        sum.iter_mut().zip(other).for_each(|(sum, part)| *sum = sum.saturating_add(sign * part));
        *self = Self::from(sum);
    }
}

/// In `tally_day`: without a date.
pub const NO_DAY: i64 = -1_000_000;

/// The status that totals count (docs/model.md, rule 11).
const COUNTED_STATUS: &str = "coalesce(safe_status, status)";

const UNKNOWN: &str = "sum(unit IS NULL OR (records_low = 0 AND records_high IS NULL AND records_estimate IS NULL))";

fn unit(standing: &Standing) -> Option<i64> {
    standing.records.map(|records| records.unit.position())
}

#[inline]
fn of(standing: &Standing, part: impl Fn(&Records) -> i64) -> i64 {
    standing.records.as_ref().map_or(0, part)
}

const fn is_silent(records: &Records) -> bool {
    records.low == 0 && records.high.is_none() && records.estimate.is_none()
}
