//! The tags of an account: what hands, sheets and lists set of many accounts at a time. What an account holds besides, and
//! where the book keeps it, is the store's.

use super::words::words;

words!(
    /// A tag of an account. `change` keeps the place in this list: a new one goes to the end.
    Tag, "tag" {
        /// A reporting region.
        Region = "region",
        /// An organisation.
        Organisation = "organisation",
        /// A residence, with what it rests on.
        Residence = "residence",
        /// How far it is established that the account is affected.
        Status = "status",
        /// That it is one person, by whose determination (docs/model.md, rule 10).
        OnePerson = "one_person",
    }
);
