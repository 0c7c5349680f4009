//! What can be typed of `conflict`, for clap. It reads nothing of it.

use clap::Subcommand;

#[derive(Subcommand)]
pub enum ConflictVerb {
    /// Where statements differ and nobody has decided
    List {
        /// Of which accounts; else all, and typed counts, which `conflict:count` finds alone
        #[arg(long = "where", value_name = "FILTER", allow_hyphen_values = true)]
        filter: Option<String>,
    },
    /// Adopt one of the values that were stated
    Adopt {
        /// The account's id or key; of a typed count, its id or what it counts
        account: String,
        /// The field, and one of the values stated of it; of a typed count, count=computed or count=typed
        #[arg(value_name = "FIELD=VALUE")]
        choice: String,
        /// Why
        #[arg(long, value_name = "R")]
        reason: Option<String>,
    },
}
