//! What can be done to a book: a closed list, and what a deed of each verb means.
//!
//! The spelling stands in every log and never changes; a new verb goes to the end.

use super::words::words;

words!(
    /// What was done.
    Verb, "verb" {
        /// The book was made.
        BookNew = "book.new",
        /// The book was sealed with another passphrase.
        BookPassphrase = "book.passphrase",
        /// A case was opened.
        CaseNew = "case.new",
        /// Something about a case was written down, changed or taken out.
        CaseSet = "case.set",
        /// A party was added.
        PartyAdd = "party.add",
        /// A number was typed in.
        CountSet = "count.set",
        /// The computed number took the place of the typed one.
        CountAdopt = "count.adopt",
        /// Files were read in.
        Import = "import",
        /// An import was taken back.
        ImportUndo = "import.undo",
        /// Accounts were tagged.
        Tag = "tag",
        /// One of contradicting statements was adopted.
        ConflictAdopt = "conflict.adopt",
        /// A node of a tree was made.
        NodeMake = "node.make",
        /// A node got another name.
        NodeRename = "node.rename",
        /// A node got another code.
        NodeCode = "node.code",
        /// A node was hung elsewhere.
        NodeHang = "node.hang",
        /// A node got another place among its neighbours.
        NodePlace = "node.place",
        /// A node was merged into another.
        NodeMerge = "node.merge",
        /// A node was taken out.
        NodeRemove = "node.remove",
        /// A report was written.
        Report = "report",
        /// A deed was taken back.
        Undo = "undo",
        /// A deed was done again.
        Redo = "redo",
        /// What is said of a party was changed.
        PartySet = "party.set",
        /// A party was taken out.
        PartyRemove = "party.remove",
        /// The book was brought to a newer format.
        BookMigrate = "book.migrate",
    }
);

impl Verb {
    /// Whether undo walks over it. An import is taken back by its own verb, what left the house never; the first deed of a
    /// case stays, for a case that is not wanted is another verb's.
    #[must_use]
    pub const fn is_reversible(self) -> bool {
        match self {
            Self::CaseSet | Self::PartyAdd | Self::CountSet | Self::CountAdopt | Self::Tag | Self::ConflictAdopt => {
                true
            }
            Self::PartySet | Self::PartyRemove => true,
            Self::NodeMake
            | Self::NodeRename
            | Self::NodeCode
            | Self::NodeHang
            | Self::NodePlace
            | Self::NodeMerge
            | Self::NodeRemove => true,
            Self::BookNew | Self::BookPassphrase | Self::BookMigrate | Self::CaseNew => false,
            Self::Import | Self::ImportUndo => false,
            Self::Report | Self::Undo | Self::Redo => false,
        }
    }

    /// Whether it can change what is known of a case. What does not leaves redo as it is, and every number.
    #[must_use]
    pub const fn changes_case(self) -> bool {
        match self {
            Self::Report | Self::BookNew | Self::BookPassphrase | Self::BookMigrate => false,
            Self::CaseNew | Self::CaseSet | Self::PartyAdd | Self::CountSet | Self::CountAdopt => true,
            Self::PartySet | Self::PartyRemove => true,
            Self::Import | Self::ImportUndo | Self::Tag | Self::ConflictAdopt | Self::Undo | Self::Redo => true,
            Self::NodeMake
            | Self::NodeRename
            | Self::NodeCode
            | Self::NodeHang
            | Self::NodePlace
            | Self::NodeMerge
            | Self::NodeRemove => true,
        }
    }

    /// The verbs that change nothing of a case: those of which [`Self::changes_case`] says so.
    pub const CHANGING_NOTHING: &'static [Self] =
        &[Self::BookNew, Self::BookPassphrase, Self::Report, Self::BookMigrate];

    /// The phrase for it as the cause of a changed number; nothing where it is named by its spelling.
    #[must_use]
    pub const fn cause(self) -> Option<&'static str> {
        match self {
            Self::Import => Some("cause-import"),
            Self::ImportUndo => Some("cause-import-undo"),
            Self::Tag => Some("cause-tag"),
            Self::Undo => Some("cause-undo"),
            Self::Redo => Some("cause-redo"),
            Self::CountSet => Some("cause-count-set"),
            Self::CountAdopt => Some("cause-count-adopt"),
            Self::CaseSet => Some("cause-case"),
            Self::ConflictAdopt => Some("cause-conflict"),
            Self::BookNew | Self::BookPassphrase | Self::BookMigrate | Self::CaseNew => None,
            Self::PartyAdd | Self::PartySet | Self::PartyRemove | Self::Report => None,
            Self::NodeMake | Self::NodeRename | Self::NodeCode | Self::NodeHang => None,
            Self::NodePlace | Self::NodeMerge | Self::NodeRemove => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_undo_walks_over_changes_the_case() {
        for verb in Verb::ALL {
            assert!(!verb.is_reversible() || verb.changes_case(), "{verb:?}");
        }
        let quiet: Vec<Verb> = Verb::ALL.iter().copied().filter(|it| !it.changes_case()).collect();
        assert_eq!(quiet, Verb::CHANGING_NOTHING);
    }
}
