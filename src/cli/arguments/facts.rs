//! What can be typed of `facts`, for clap. It reads nothing of it.

use clap::Args;

#[derive(Args)]
pub struct FactsCall {
    /// Beside each number its rule, its files, what was left out and what changed
    #[arg(long)]
    pub explain: bool,
    /// One party's numbers: its id, or its organisation's name; else those of an organisation and all below it
    #[arg(long = "for", value_name = "PARTY")]
    pub party: Option<String>,
    /// The numbers of all parties beside each other
    #[arg(long, conflicts_with_all = ["party", "explain"])]
    pub parties: bool,
    /// As they were after the last deed done by then: a time with a zone, or the end of a day, a month or a year
    #[arg(long, value_name = "T")]
    pub as_of: Option<String>,
}
