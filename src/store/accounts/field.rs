//! The fields in which statements about an account can differ, and which of them are tags. It compares nothing.

use crate::model::tag::Tag;
use crate::model::words::KeyKind;

/// Where statements can differ so that somebody should look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Name,
    Notes,
    Kind,
    Status,
    Region,
    Organisation,
    Residence,
    Records,
    /// Which account it is: an identifier of it leads to another one.
    Key,
    /// An identifier of a kind of which an account has one.
    Identifier(KeyKind),
}

impl Field {
    pub const ALL: [Self; 14] = [
        Self::Name,
        Self::Notes,
        Self::Kind,
        Self::Status,
        Self::Region,
        Self::Organisation,
        Self::Residence,
        Self::Records,
        Self::Key,
        Self::Identifier(KeyKind::Upn),
        Self::Identifier(KeyKind::ObjectId),
        Self::Identifier(KeyKind::CustomerNumber),
        Self::Identifier(KeyKind::EmployeeNumber),
        Self::Identifier(KeyKind::PatientNumber),
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Notes => "notes",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Region => "region",
            Self::Organisation => "organisation",
            Self::Residence => "residence",
            Self::Records => "records",
            Self::Key => "key",
            Self::Identifier(kind) => kind.id(),
        }
    }

    /// The field that a tag is; nothing where no list states it.
    pub const fn of(tag: Tag) -> Option<Self> {
        match tag {
            Tag::Region => Some(Self::Region),
            Tag::Organisation => Some(Self::Organisation),
            Tag::Residence => Some(Self::Residence),
            Tag::Status => Some(Self::Status),
            Tag::OnePerson => None,
        }
    }

    /// The tag that a field is; nothing where lists alone state it.
    pub const fn tag(self) -> Option<Tag> {
        match self {
            Self::Region => Some(Tag::Region),
            Self::Organisation => Some(Tag::Organisation),
            Self::Residence => Some(Tag::Residence),
            Self::Status => Some(Tag::Status),
            Self::Name | Self::Notes | Self::Kind | Self::Records | Self::Key | Self::Identifier(_) => None,
        }
    }

    /// The field of this id.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }
}
