//! What a file names of others, and where it does. Whether it is there is `references`' to say.

use crate::error::Place;
use crate::model::law::{CountingId, PhaseId, QuestionId, RegimeId, TimeUnit};

/// Something that a file names, and where it does.
#[derive(Debug)]
pub(super) struct Reference {
    /// What.
    pub target: Target,
    /// Where.
    pub place: Place,
    /// In which field.
    pub field: String,
}

/// What a file names.
#[derive(Debug)]
pub(super) enum Target {
    /// Itself.
    Itself,
    /// A counting.
    Counting(CountingId),
    /// A unit that its counting must count.
    Unit(TimeUnit),
    /// A step of a rule, in the step of this one with this number.
    Duty { step: Option<usize>, regime: RegimeId, phase: PhaseId },
    /// Words that a question is answered with.
    Words { question: QuestionId, words: Vec<String> },
    /// A question that is answered with a number.
    Number { question: QuestionId },
    /// A question.
    Question { question: QuestionId },
    /// A question that it asks itself.
    Asks { question: QuestionId },
}
