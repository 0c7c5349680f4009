//! What can be typed behind `party`, for clap.

use clap::{Args, Subcommand};

#[derive(Subcommand)]
pub enum PartyVerb {
    /// Add a party; one that is there already learns what is said of it beside
    Add {
        /// controller, joint_controller, processor, client, recipient …
        #[arg(long)]
        role: String,
        /// The organisation's name
        #[arg(long, value_name = "O")]
        organisation: String,
        #[command(flatten)]
        fields: PartyFields,
    },
    /// List the parties, each with what it has determined
    List,
    /// Change what is said of a party; an empty value clears it
    Set {
        /// Its id, or its organisation's name
        party: String,
        /// controller, joint_controller, processor, client, recipient …
        #[arg(long)]
        role: Option<String>,
        /// The organisation's name
        #[arg(long, value_name = "O")]
        organisation: Option<String>,
        #[command(flatten)]
        fields: PartyFields,
    },
    /// Take a party out of the case
    Remove {
        /// Its id, or its organisation's name
        party: String,
    },
}

#[derive(Args)]
pub struct PartyFields {
    /// On whose behalf: a party's id, or its organisation's name
    #[arg(long, value_name = "PARTY")]
    pub on_behalf_of: Option<String>,
    /// Country, perhaps with subdivision, of the establishment
    #[arg(long, value_name = "CC[-SS]")]
    pub established: Option<String>,
    /// It is the main establishment
    #[arg(long, num_args = 0..=1, default_missing_value = "yes", value_name = "yes|no")]
    pub main_establishment: Option<String>,
    /// It is a public body
    #[arg(long, num_args = 0..=1, default_missing_value = "yes", value_name = "yes|no")]
    pub public_body: Option<String>,
    /// Its sector
    #[arg(long)]
    pub sector: Option<String>,
    /// Its data protection officer, with telephone
    #[arg(long)]
    pub dpo: Option<String>,
    /// Its own reference
    #[arg(long)]
    pub reference: Option<String>,
    /// It is this party's case: what names no party is said of it
    #[arg(long)]
    pub main: bool,
}
