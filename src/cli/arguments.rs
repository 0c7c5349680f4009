//! What can be typed: the verbs and options of the headless contract, for clap.

use breachbook::model::ids::{ExportId, ImportId};
use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

// By its path: the manual pages are made of this file, too.
#[path = "arguments/conflict.rs"]
mod conflict;
#[path = "arguments/facts.rs"]
mod facts;
#[path = "arguments/party.rs"]
pub mod party;
#[path = "arguments/regimes.rs"]
mod regimes;
pub use conflict::ConflictVerb;
pub use facts::FactsCall;
pub use party::PartyVerb;
pub use regimes::RegimesVerb;

/// Count the affected accounts of a breach and report it, offline, on one file.
#[derive(Parser)]
#[command(name = "breachbook", version, propagate_version = true, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    pub globals: Globals,
    #[command(subcommand)]
    pub verb: Verb,
}

/// Options of every verb, before or after it.
#[derive(Args)]
pub struct Globals {
    /// The book; else the default book in the platform's data folder
    #[arg(long, global = true, value_name = "FILE", env = "BREACHBOOK_BOOK")]
    pub book: Option<OsString>,
    /// One JSON object on stdout; messages on stderr
    #[arg(long, global = true)]
    pub json: bool,
    /// The clock of this call (RFC 3339 with a zone, or a date)
    #[arg(long, global = true, value_name = "T", env = "BREACHBOOK_NOW")]
    pub now: Option<String>,
    /// Who does it; else the account of the system
    #[arg(long, global = true, value_name = "NAME", env = "BREACHBOOK_USER")]
    pub by: Option<String>,
    /// The case by its number, reference, sample's name or title; may be left out where the book has one
    #[arg(long, global = true, value_name = "WHICH")]
    pub case: Option<String>,
    /// The book has no passphrase; needed where a key is given and the book is plain
    #[arg(long, global = true)]
    pub plain: bool,
    /// Read the passphrase from this file descriptor, one line; else from BREACHBOOK_KEY
    #[arg(long, global = true, value_name = "N")]
    pub key_fd: Option<u32>,
    /// Your own folder of laws; else the one beside the settings
    #[arg(long, global = true, value_name = "DIR")]
    pub catalogue: Option<PathBuf>,
    /// Let --out replace a file that is there; never a book
    #[arg(long, global = true)]
    pub force: bool,
}

#[derive(Subcommand)]
pub enum Verb {
    /// Make a book, or say what one is
    #[command(subcommand)]
    Book(BookVerb),
    /// Make cases, list them, set what is known of one
    #[command(subcommand)]
    Case(CaseVerb),
    /// Say who plays which part, on whose behalf
    #[command(subcommand)]
    Party(PartyVerb),
    /// Type a number before any list exists
    #[command(subcommand)]
    Count(CountVerb),
    /// Read lists of affected accounts
    Import(ImportCall),
    /// Statements that differ: list them, adopt one
    #[command(subcommand)]
    Conflict(ConflictVerb),
    /// Give accounts a region, an organisation, a residence, a status
    Tag(TagCall),
    /// Undo the last deed of a case
    Undo,
    /// Do again what was undone
    Redo,
    /// List accounts, or write them as a sheet
    Accounts(AccountsCall),
    /// Every number that a report may print
    Facts(FactsCall),
    /// Draw a chart as SVG
    Chart(ChartCall),
    /// Write a report
    Report(ReportCall),
    /// List what was written, or write it again
    #[command(subcommand)]
    Export(ExportVerb),
    /// Check the file, the log and the numbers
    Verify,
    /// Load the sample cases
    Sample,
    /// Rules of law and of contracts: list them, show one, check a file of your own
    #[command(subcommand)]
    Regimes(RegimesVerb),
    /// Every id: importers, containers, fields, charts, templates, languages, formats, regimes
    Capabilities,
}

#[derive(Subcommand)]
pub enum BookVerb {
    /// Make a new book, encrypted with the passphrase in BREACHBOOK_KEY; with --plain one without
    New,
    /// Say what the book is
    Info,
}

#[derive(Subcommand)]
pub enum CaseVerb {
    /// Open a new case
    New(NewCase),
    /// List the cases of the book
    List,
    /// Show everything written down about a case
    Show,
    /// Set what is known: KEY=VALUE, KEY+=JSON, KEY[ID].FIELD=VALUE, KEY[ID]-
    Set(Settings),
    /// List the keys, with type and meaning
    Keys,
}

#[derive(Args)]
pub struct Settings {
    /// Whose: a party's id, or its organisation's name; else the case's, or its main party's
    #[arg(long, value_name = "PARTY")]
    pub party: Option<String>,
    #[arg(required = true, value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
}

#[derive(Args)]
pub struct NewCase {
    /// What people call it
    #[arg(long)]
    pub title: String,
    /// The controller's name
    #[arg(long, value_name = "NAME")]
    pub controller: Option<String>,
    /// When it happened
    #[arg(long, value_name = "FROM[..TO]")]
    pub occurred: Option<String>,
    /// First alert or sign
    #[arg(long, value_name = "T")]
    pub detected: Option<String>,
    /// When the controller became aware: a time with a zone
    #[arg(long, value_name = "T")]
    pub aware: Option<String>,
    /// The zone in which days are counted
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
}

#[derive(Subcommand)]
pub enum CountVerb {
    /// Set a typed count: accounts, records, records.distinct (messages, each once over all mailboxes), persons, persons.<group>
    Set(TypedCount),
    /// Let the number computed from the list take the place of the typed one
    Adopt {
        /// What is counted
        name: String,
        /// Whose, where it was typed in for a party
        #[arg(long, value_name = "PARTY")]
        party: Option<String>,
    },
}

#[derive(Args)]
pub struct TypedCount {
    /// What is counted
    pub name: String,
    #[command(flatten)]
    pub number: Number,
    /// What the records are
    #[arg(long, value_name = "U")]
    pub unit: Option<String>,
    /// Where it comes from
    #[arg(long, value_name = "S")]
    pub source: Option<String>,
    /// Whose: a party's id, or its organisation's name; else the case's
    #[arg(long, value_name = "PARTY")]
    pub party: Option<String>,
}

#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Number {
    /// Exactly so many
    #[arg(long, value_name = "N")]
    pub value: Option<u64>,
    /// From A to B
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub between: Option<Vec<u64>>,
    /// At least so many
    #[arg(long, value_name = "N")]
    pub at_least: Option<u64>,
    /// At most so many
    #[arg(long, value_name = "N")]
    pub at_most: Option<u64>,
    /// About so many
    #[arg(long, value_name = "N")]
    pub approximate: Option<u64>,
    /// Still to be determined
    #[arg(long)]
    pub open: bool,
    /// Not to be determined, now or ever
    #[arg(long)]
    pub cannot_be_determined: bool,
}

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct ImportCall {
    #[command(subcommand)]
    pub verb: Option<ImportVerb>,
    /// The lists
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What its rows are, where it is not recognised
    #[arg(long = "as", value_name = "KIND")]
    pub kind: Option<String>,
    /// What a column holds
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// Leave all accounts untagged
    #[arg(long)]
    pub no_tags: bool,
    /// Fill only accounts that are there, and add none: for directories and staff lists
    #[arg(long)]
    pub enrich: bool,
    /// Say what would happen, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Which comes first in dates like 03/04/2026
    #[arg(long, value_parser = ["day-month", "month-day"])]
    pub date_order: Option<String>,
    /// The zone of times that name none; else the case's
    #[arg(long, value_name = "ZONE")]
    pub zone: Option<String>,
    /// A sheet of a workbook, once for each; else the first that is a list, and those of its shape
    #[arg(long, value_name = "NAME")]
    pub sheet: Vec<String>,
    /// The line of the header, where it is not found; 0: there is none
    #[arg(long, value_name = "N")]
    pub header_line: Option<u64>,
    /// How the text is encoded, where it is not found: windows-1250, ibm850, macintosh …
    #[arg(long, value_name = "E")]
    pub encoding: Option<String>,
    /// Who handed the files over
    #[arg(long, value_name = "TEXT")]
    pub handed_over: Option<String>,
    /// Who collected them, when, with what query and period
    #[arg(long, value_name = "TEXT")]
    pub collected: Option<String>,
}

#[derive(Subcommand)]
pub enum ImportVerb {
    /// List the imports
    List,
    /// Take an import's rows back; its record stays
    Undo {
        /// Which; else the last
        #[arg(long, value_name = "ID")]
        import: Option<ImportId>,
    },
    /// Write the rejected rows and problems of an import
    Rejects {
        /// Which
        #[arg(long, value_name = "ID")]
        import: ImportId,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[derive(Args)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(true).args(["region", "organisation", "residence", "status", "one_person"]))]
pub struct TagCall {
    /// A region by name, path A/B or ISO code; none takes it away
    #[arg(long, value_name = "R|none")]
    pub region: Option<String>,
    /// An organisation by name or path; none takes it away
    #[arg(long, value_name = "O|none")]
    pub organisation: Option<String>,
    /// A country, perhaps with subdivision; none takes it away
    #[arg(long, value_name = "CC[-SS]|none")]
    pub residence: Option<String>,
    /// What the residence rests on
    #[arg(long, value_name = "B")]
    pub basis: Option<String>,
    /// confirmed, suspected, cleared
    #[arg(long, value_name = "S")]
    pub status: Option<String>,
    /// Determine that each account is one person, and why; none takes it back
    #[arg(long, value_name = "REASON|none")]
    pub one_person: Option<String>,
    /// Which accounts; else all
    #[arg(long = "where", value_name = "FILTER", allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// Make regions and organisations that do not exist
    #[arg(long)]
    pub create: bool,
    /// Say how many, and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Args)]
pub struct AccountsCall {
    /// Which accounts; else all
    #[arg(long = "where", value_name = "FILTER", allow_hyphen_values = true)]
    pub filter: Option<String>,
    /// At most so many; 100 on the screen, all in a file
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    /// After so many
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: u64,
    /// json, csv or xlsx
    #[arg(long, requires = "out")]
    pub format: Option<String>,
    /// Where to
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Args)]
pub struct ChartCall {
    /// by_region, by_organisation, region_by_organisation, timeline, derivation
    #[arg(long, value_name = "ID")]
    pub chart: String,
    /// The language of its words
    #[arg(long, value_name = "L")]
    pub language: Option<String>,
    /// light, dark or print
    #[arg(long, default_value = "light")]
    pub theme: String,
    /// Where to
    #[arg(long, value_name = "FILE.svg")]
    pub out: PathBuf,
}

#[derive(Args)]
pub struct ReportCall {
    /// What it is to say
    #[arg(long, default_value = "dossier")]
    pub template: String,
    /// Its language
    #[arg(long, value_name = "L")]
    pub language: Option<String>,
    /// The file's format
    #[arg(long, default_value = "pdf")]
    pub format: String,
    /// With the names and addresses of the list?
    #[arg(long, default_value = "no", value_parser = ["yes", "no"])]
    pub names: String,
    /// Where to
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Subcommand)]
pub enum ExportVerb {
    /// List what was written
    List,
    /// Write it again: the same bytes
    Again {
        /// Which
        id: ExportId,
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}
