// Made from the registry of commands by `cargo xtask bindings`; not to be edited.

/**
 * What the settings show beside the settings.
 */
export type About = { 
/**
 * Every language.
 */
languages: Array<Language>, 
/**
 * Who stands beside what is done.
 */
who: Who, 
/**
 * Where copies go, for the user to read.
 */
backup_folder: string | null, 
/**
 * The last copy that was made or tried.
 */
backup: Backup | null, 
/**
 * Where the settings are kept.
 */
file: string | null, };

/**
 * An account as a list shows it.
 */
export type Account = { 
/**
 * Its id: case number × 2^32 + n, below 2^53.
 */
id: number, 
/**
 * The normalised key.
 */
key: string, 
/**
 * Its kind.
 */
key_kind: KeyKind, 
/**
 * The key as it was written.
 */
shown: string, 
/**
 * What else finds it.
 */
aliases?: Array<AccountKey>, 
/**
 * The display name.
 */
name: string | null, 
/**
 * What it is.
 */
kind: AccountKind, 
/**
 * How far it is established.
 */
status: Status, 
/**
 * How it is affected.
 */
ways: Array<AccountWay>, 
/**
 * ISO code.
 */
residence: string | null, 
/**
 * What the residence rests on.
 */
basis: Basis | null, 
/**
 * The region's path.
 */
region: string | null, 
/**
 * The organisation's path.
 */
organisation: string | null, 
/**
 * How many records; `None`: nothing is said of records.
 */
records: Count | null, 
/**
 * As stated.
 */
first_access: string | null, 
/**
 * As stated.
 */
last_access: string | null, 
/**
 * Free text.
 */
notes: string | null, 
/**
 * The import it first came with; `None`: by hand.
 */
import: number | null, 
/**
 * The line there.
 */
line: number | null, };

/**
 * An identifier of an account, of a stated kind.
 */
export type AccountKey = { 
/**
 * Its kind.
 */
kind: KeyKind, 
/**
 * Normalised.
 */
key: string, };

/**
 * What an account is.
 */
export type AccountKind = "person" | "shared" | "guest" | "service" | "list_entry" | "unknown";

/**
 * An account as one row of a list states it. A field that the row does not settle is `None`.
 */
export type AccountRead = { 
/**
 * The kind of its key.
 */
key_kind: KeyKind, 
/**
 * The normalised key; for [`KeyKind::None`] empty.
 */
key: string, 
/**
 * The key as it was written.
 */
shown: string, 
/**
 * What else the row calls it by: each of these finds it, too.
 */
aliases: Array<AccountKey>, 
/**
 * The display name.
 */
name: string | null, 
/**
 * What it is.
 */
kind: AccountKind | null, 
/**
 * Reporting region, as a path `A/B` of names.
 */
region: string | null, 
/**
 * Organisation, as a path of names.
 */
organisation: string | null, 
/**
 * ISO 3166-1 or -2 code.
 */
residence: string | null, 
/**
 * What the residence rests on.
 */
basis: Basis | null, 
/**
 * How many records, of which unit.
 */
records: Count | null, 
/**
 * How it is affected, each way with its own status; `None`: the row has no word for it.
 */
ways: Array<[Way, Status | null]>, 
/**
 * How far it is established; `None`: the list has no word for it.
 */
status: Status | null, 
/**
 * First access.
 */
first_access: Moment | null, 
/**
 * Last access.
 */
last_access: Moment | null, 
/**
 * Categories of data: words of ours, else the list's own.
 */
data_categories: Array<string>, 
/**
 * Free text.
 */
notes: string | null, 
/**
 * First physical line of the record, from 1.
 */
line: number, };

/**
 * A way in which an account is affected.
 */
export type AccountWay = { 
/**
 * How.
 */
way: Way, 
/**
 * How far it is established.
 */
status: Status, };

/**
 * Which accounts, first.
 */
export type AccountsFirst = { 
/**
 * The case.
 */
case: number, 
/**
 * In the filter language.
 */
filter: string, 
/**
 * At most so many.
 */
limit: number, };

/**
 * The first accounts that a filter finds.
 */
export type AccountsFound = { 
/**
 * They.
 */
accounts: Array<Account>, 
/**
 * How many accounts the case has.
 */
all: number, };

/**
 * A statement to adopt.
 */
export type Adopting = { 
/**
 * The case.
 */
case: number, 
/**
 * The account.
 */
account: number, 
/**
 * The field in which statements differ.
 */
field: string, 
/**
 * Which statement, from 0; `null`: what stands.
 */
statement: number | null, };

/**
 * Where a mark answers to a pointer or a key.
 */
export type Answering = { 
/**
 * Label and number.
 */
title: string, 
/**
 * The filter that lists what stands behind it; none where the language cannot name it exactly.
 */
filter: string | null, 
/**
 * From the left edge of the drawing, in pt.
 */
left: number, 
/**
 * From its upper edge, in pt.
 */
top: number, 
/**
 * In pt.
 */
width: number, 
/**
 * In pt.
 */
height: number, };

/**
 * Single answers of a party.
 */
export type AnswersOf = { 
/**
 * The party.
 */
party: number, 
/**
 * Its answers by key.
 */
answers: Record<string, string>, };

/**
 * A copy of a book that was made, or tried.
 */
export type Backup = { 
/**
 * The book.
 */
book: string, 
/**
 * The copy's name.
 */
name: string, 
/**
 * Its folder.
 */
folder: string, 
/**
 * When.
 */
at: string, 
/**
 * Why it was not made, as it was said; `null`: it was.
 */
refused: string | null, };

/**
 * What a residence tag rests on. Every residence has one, and reports print it.
 */
export type Basis = "hr" | "customer" | "list" | "stated" | "office" | "licence" | "hand";

/**
 * What became of a row.
 */
export type Became = "made" | "changed" | "removed";

/**
 * A node with its path, and the filters that list what it counts.
 */
export type Branch = { 
/**
 * Its id.
 */
id: number, 
/**
 * The node above.
 */
parent: number | null, 
/**
 * Its name.
 */
name: string, 
/**
 * Its ISO code.
 */
code: string | null, 
/**
 * Names from the root down.
 */
path: Array<string>, 
/**
 * Lists what it counts with all below it; none where the language cannot name it exactly.
 */
filter: string | null, 
/**
 * Lists what it counts alone.
 */
own_filter: string | null, };

/**
 * Accounts by status.
 */
export type ByStatus = { 
/**
 * Counted.
 */
confirmed: Count, 
/**
 * In the high bound only.
 */
suspected: Count, 
/**
 * Not counted.
 */
cleared: Count, };

/**
 * Every id, each list in its registry's order.
 */
export type Capabilities = { 
/**
 * Kinds of files, of `import --as`.
 */
importers: Array<string>, 
/**
 * Containers that rows may be held in.
 */
containers: Array<string>, 
/**
 * Of `import --map COLUMN=FIELD`.
 */
fields: Array<string>, 
/**
 * Kinds of identifiers, which `import --map COLUMN=KIND` takes too.
 */
key_kinds: Array<string>, 
/**
 * Of `chart --chart`.
 */
charts: Array<string>, 
/**
 * Of them, those drawn along time.
 */
charts_along_time: Array<string>, 
/**
 * Of `chart --theme`.
 */
themes: Array<string>, 
/**
 * Of `report --template`.
 */
templates: Array<string>, 
/**
 * Of `--language`.
 */
languages: Array<string>, 
/**
 * Of `report --format`.
 */
formats: Array<string>, 
/**
 * Of `accounts --format`.
 */
list_formats: Array<string>, 
/**
 * Of `case set`.
 */
keys: Array<string>, 
/**
 * Laws that can be checked.
 */
regimes: Array<string>, 
/**
 * Authorities' forms that can be filled.
 */
forms: Array<string>, 
/**
 * Ready-made trees of regions.
 */
region_schemes: Array<string>, };

/**
 * Everything written down about a case, beside its accounts.
 */
export type CaseFile = { 
/**
 * When it happened; `None`: to be determined.
 */
occurred: Period | null, 
/**
 * Single answers by key (see `model::keys`) of the case and its main party: what kind, which systems, how discovered …
 */
answers: Record<string, string>, 
/**
 * Single answers of other parties.
 */
answers_of: Array<AnswersOf>, 
/**
 * Who plays which part.
 */
parties: Array<Party>, 
/**
 * The legal entities that they are.
 */
organisations: Array<Organisation>, 
/**
 * Steps in time, by time.
 */
milestones: Array<Milestone>, 
/**
 * What was determined, by time; superseded ones are kept.
 */
determinations: Array<Determination>, 
/**
 * What is claimed, by whom.
 */
claims: Array<Claim>, 
/**
 * What data of whom.
 */
exposures: Array<Exposure>, 
/**
 * What was done and will be.
 */
measures: Array<Measure>, 
/**
 * What is open, by whom and until when.
 */
open_points: Array<OpenPoint>, 
/**
 * What was imported.
 */
imports: Array<ImportRecord>, 
/**
 * What was written before.
 */
exports: Array<ExportRecord>, 
/**
 * Which periods the logs cover.
 */
coverage: Array<Coverage>, 
/**
 * Numbers that were typed in, in the order they were; superseded ones are kept.
 */
counts: Array<TypedCount>, 
/**
 * Which groups of persons may hold the same ones.
 */
overlaps: Array<Overlap>, 
/**
 * Its number in the book.
 */
id: number, 
/**
 * UUIDv7: the same case in every book.
 */
uid: string, 
/**
 * What people call it.
 */
title: string, 
/**
 * The party whose case it is; `None`: nothing is said of one yet.
 */
main_party: number | null, 
/**
 * That party's name.
 */
controller: string | null, 
/**
 * That party's reference.
 */
reference: string | null, 
/**
 * That party's data protection officer.
 */
dpo: string | null, 
/**
 * The IANA zone its days are counted in.
 */
zone: string, 
/**
 * A sample that ships with the product; every page, chart and row says so.
 */
sample: Sample | null, 
/**
 * When it was opened in the book.
 */
created_at: string, 
/**
 * By whom.
 */
created_by: string, };

/**
 * The state of a case: the entry of its last deed that changed something.
 */
export type CaseHead = { 
/**
 * The case.
 */
case: number, 
/**
 * The entry's number.
 */
entry: number, 
/**
 * Its hash.
 */
head: string, };

/**
 * What is to be set of a case.
 */
export type CaseSettings = { 
/**
 * The case.
 */
case: number, 
/**
 * What is asked, in order.
 */
settings: Array<Setting>, };

/**
 * Whether the chain is unbroken.
 */
export type Chain = { 
/**
 * Unbroken.
 */
ok: boolean, 
/**
 * How many entries there are.
 */
entries: number, 
/**
 * The last entry's hash.
 */
head: string, 
/**
 * The first entry that does not follow, or is missing.
 */
broken_at: number | null, 
/**
 * Entries whose details were erased by a deed that says so: what they did can no longer be proved.
 */
erased: number, };

/**
 * A chart as drawn.
 */
export type Chart = { 
/**
 * What is drawn.
 */
title: string, 
/**
 * Unit, zone, and how hatching is to be read.
 */
note: string, 
/**
 * What the picture says, in a sentence or three.
 */
alt: string, 
/**
 * The headers of the numbers behind it.
 */
columns: Array<string>, 
/**
 * The numbers behind it.
 */
rows: Array<Array<string>>, 
/**
 * The SVG, for a page that has the faces (`assets/fonts`) itself: an element of it, without a style of its own.
 */
svg: string, 
/**
 * In pt, as every measure here.
 */
width: number, 
/**
 * In pt.
 */
height: number, 
/**
 * Where a mark answers, in the order drawn.
 */
hits: Array<Answering>, };

/**
 * A chart to draw.
 */
export type ChartAsked = { 
/**
 * The case.
 */
case: number, 
/**
 * The chart's id, of `capabilities.charts`.
 */
chart: string, 
/**
 * The theme's id, of `capabilities.themes`.
 */
theme: string, 
/**
 * How wide, in pt.
 */
width: number, };

/**
 * Whether something was found in order.
 */
export type Checked = { 
/**
 * It was.
 */
ok: boolean, };

/**
 * What to choose a book's file for.
 */
export type Choosing = { 
/**
 * To make one there; else to open it.
 */
anew: boolean, };

/**
 * What is chosen: some accounts, or everything that a filter finds but some.
 */
export type Chosen = { 
/**
 * Everything that the filter finds.
 */
everything: boolean, 
/**
 * In the filter language.
 */
filter: string, 
/**
 * The accounts that are chosen; of everything, those that are not.
 */
ids: Array<number>, };

/**
 * A file that was chosen.
 */
export type ChosenFile = { 
/**
 * What the page calls it by.
 */
token: number, 
/**
 * Its name, without its folder.
 */
name: string, 
/**
 * Where it lies, for the user to read.
 */
folder: string, 
/**
 * In bytes; `null` where it is not there yet.
 */
size: number | null, };

/**
 * A claim about a number (docs/model.md, What is several).
 */
export type Claim = { 
/**
 * Its id.
 */
id: number, 
/**
 * What it is about: `accounts`, `records`, `persons`, `organisations`, `persons.<group>`.
 */
subject: string, 
/**
 * The number.
 */
count: Count, 
/**
 * Who says so.
 */
source: string, 
/**
 * When it was said.
 */
said: Moment | null, 
/**
 * Whether the case goes by it.
 */
adopted: boolean, 
/**
 * Who adopted it.
 */
adopted_by: string | null, 
/**
 * Why it was adopted, or not.
 */
reason: string | null, 
/**
 * Whose, where it is one party's.
 */
party: number | null, };

/**
 * A claim.
 */
export type ClaimRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * What it is about.
 */
subject: string, 
/**
 * Who says so.
 */
source: string, 
/**
 * When, as stated.
 */
said: string | null, 
/**
 * Whether the case goes by it.
 */
adopted: boolean, 
/**
 * Why, or why not.
 */
reason: string | null, 
/**
 * The sum of the rows contradicts it (docs/model.md, Facts).
 */
contradicted: boolean, 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, 
/**
 * How many of the unknown parts nobody will ever know.
 */
undeterminable_parts?: number, whole_folders?: number, };

/**
 * What the page says about being closed.
 */
export type ClosingAnswer = "heard" | "close";

/**
 * `DE`, `US-CA`, `XK`: never anything else.
 */
export type Code = string;

/**
 * A column and what it was taken for.
 */
export type ColumnRead = { 
/**
 * Its header as written; its number where it has none.
 */
header: string, 
/**
 * The field it fills; none: not read.
 */
field: string | null, 
/**
 * Why: `header`, `cells` or `said` by the caller; of one that is not read `unknown`, `twice` (another column has the field),
 * `cells` (they hold something else), `offered` (it may be the records), `others` (an address of somebody else), `alone` (what it
 * needs beside it is not there), `no_tags`, `never` (it looks like a secret).
 */
why: string, 
/**
 * For keys: their kind.
 */
key_kind?: KeyKind, 
/**
 * For keys: what they are used for.
 */
role?: KeyRole, 
/**
 * For residences: what they rest on.
 */
basis?: Basis, 
/**
 * For records: what is counted.
 */
unit?: Unit, 
/**
 * It looks like a secret and is never read.
 */
secret?: boolean, };

/**
 * Statements of one field that differ.
 */
export type Conflict = { 
/**
 * Of which field.
 */
field: string, 
/**
 * What was said, each with who said it first.
 */
statements: Array<ConflictStatement>, 
/**
 * What was decided; `null`: it is open.
 */
adopted: unknown, 
/**
 * By which deed; of an open one, the deed that decided last, which is contradicted since.
 */
by: Deed | null, };

/**
 * One of them.
 */
export type ConflictStatement = { 
/**
 * A text; of records, a count; `null`: a hand took the tag away.
 */
value: unknown, 
/**
 * The import; `null`: a hand's.
 */
import: number | null, 
/**
 * The file's name.
 */
file: string | null, 
/**
 * The line.
 */
line: number | null, 
/**
 * The deed, of a hand.
 */
deed?: Deed, };

/**
 * Another case's copy of a legal entity.
 */
export type CopyElsewhere = { 
/**
 * The case.
 */
case: number, 
/**
 * Its title.
 */
title: string, 
/**
 * What it took over, and when.
 */
copy: Organisation, };

export type Count = { 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, 
/**
 * How many of the unknown parts nobody will ever know.
 */
undeterminable_parts?: number, whole_folders?: number, };

/**
 * A number that was typed in.
 */
export type CountByName = { 
/**
 * The case.
 */
case: number, 
/**
 * What is counted.
 */
name: string, 
/**
 * Whose it is; `null`: the case's.
 */
party: Which | null, };

/**
 * A number that was typed in, and why it is kept although the list says another.
 */
export type CountToKeep = { 
/**
 * The case.
 */
case: number, 
/**
 * What is counted, or the id of the typed number.
 */
name: string, 
/**
 * Why.
 */
reason: string, };

/**
 * A number to type in.
 */
export type CountToType = { 
/**
 * The case.
 */
case: number, 
/**
 * What is counted: `accounts`, `persons.owner` …
 */
name: string, 
/**
 * The number, as a row's count is written.
 */
count: Record<string, unknown>, 
/**
 * Where it comes from.
 */
source: string | null, 
/**
 * Whose it is; `null`: the case's.
 */
party: Which | null, };

/**
 * What a log covers.
 */
export type Coverage = { 
/**
 * Its id.
 */
id: number, 
/**
 * Which log.
 */
what: string, 
/**
 * Begin.
 */
from: string, 
/**
 * End.
 */
until: string, 
/**
 * Whole; else cut, throttled or off.
 */
whole: boolean, 
/**
 * Why not.
 */
reason: string | null, };

/**
 * A region and an organisation.
 */
export type CrossRow = { 
/**
 * The region's own name; `None`: without.
 */
region: string | null, 
/**
 * The organisation's own name; `None`: without.
 */
organisation: string | null, 
/**
 * Accounts.
 */
accounts: Count, 
/**
 * Records of the case's main unit.
 */
records: Count, };

/**
 * Something that is not as the program left it.
 */
export type Damage = { 
/**
 * `deed`, `export`, `tally`, `moves`, `state`, `profile`; a table, or a part of accounts: `region`, `organisation`,
 * `residence`, `status`, `numbers`.
 */
part: string, 
/**
 * In which case.
 */
case: number | null, 
/**
 * Which row; of accounts the first that it may be.
 */
id: number | null, 
/**
 * Of accounts the last that it may be.
 */
until: number | null, };

/**
 * A category of data (EDPB template v1.0, field 70).
 */
export type DataCategory = "basic" | "contact" | "biometric" | "criminal" | "political" | "ethnic" | "religious" | "sex_life" | "trade_union" | "genetic" | "health" | "financial" | "employment_health" | "identification" | "location" | "official_document" | "payment" | "profile" | "credentials" | "not_yet_known" | "additional" | "message_content";

/**
 * Which number of `03/04/2023` is the day.
 */
export type DateOrder = "day-month" | "month-day";

/**
 * A day.
 */
export type DayRow = { 
/**
 * `2023-05-15` in the case's zone; `None`: without a date.
 */
day: string | null, 
/**
 * Accounts first accessed that day.
 */
accounts: Count, 
/**
 * Their records: a record counts on its first day (rule 6).
 */
records: Count, };

/**
 * A deed as a list shows it.
 */
export type Deed = { 
/**
 * Its id.
 */
id: number, 
/**
 * When.
 */
at: string, 
/**
 * By whom, as declared.
 */
who: string, 
/**
 * What was done.
 */
verb: string, 
/**
 * What was asked.
 */
params: JsonValue, 
/**
 * How much it changed.
 */
changed: number, 
/**
 * Undo can walk over it.
 */
reversible: boolean, 
/**
 * The deed that this one undoes, or does again.
 */
undoes: number | null, 
/**
 * The deed that undid it.
 */
undone_by: number | null, };

/**
 * From what was read to what is counted: read − rejected − merged − cleared = counted, suspected among it.
 */
export type Derivation = { 
/**
 * Data records read by imports that stand and bring accounts.
 */
read: number, 
/**
 * Without a usable key.
 */
rejected: number, 
/**
 * Of accounts already there.
 */
merged: number, 
/**
 * Cleared accounts.
 */
cleared: number, 
/**
 * Suspected accounts: in the high bound.
 */
suspected: number, 
/**
 * Confirmed accounts: the low bound.
 */
confirmed: number, };

/**
 * What a party determined (docs/model.md, What is several).
 */
export type Determination = { 
/**
 * Its id.
 */
id: number, 
/**
 * What was determined.
 */
kind: DeterminationKind, 
/**
 * The value: a time for awareness, a word of the kind's list otherwise.
 */
value: string, 
/**
 * The value as a time, for awareness.
 */
at: Moment | null, 
/**
 * Why.
 */
reason: string | null, 
/**
 * Who determined it.
 */
by: string, 
/**
 * On whose advice.
 */
advice: string | null, 
/**
 * When.
 */
made_at: string, 
/**
 * The party whose it is; of awareness, of a legal entity that has no name yet.
 */
party: number | null, 
/**
 * Of awareness, the legal entity whose it is, in all its roles.
 */
organisation: number | null, 
/**
 * The id of the one that took its place.
 */
superseded_by: number | null, };

/**
 * What was determined: awareness by a legal entity, everything else by a party (docs/model.md, What is several).
 */
export type DeterminationKind = "awareness" | "breach" | "risk" | "materiality" | "notification" | "communication" | "awareness_incident" | "awareness_significance" | "significance";

/**
 * What is over the window, or was dropped on it.
 */
export type Dropped = "over" | "away" | { "files": Array<ChosenFile> };

/**
 * An import that brought the same bytes.
 */
export type EarlierImport = { 
/**
 * Its id.
 */
import: number, 
/**
 * When it ended.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * When its rows were taken back; `null`: it stands.
 */
taken_back: string | null, };

/**
 * What an export recorded.
 */
export type ExportRecord = { 
/**
 * Its id.
 */
id: number, 
/**
 * The template's id.
 */
template: string, 
/**
 * The language's id.
 */
language: string, 
/**
 * The format's id.
 */
format: string, 
/**
 * With names?
 */
names: boolean, 
/**
 * The `now` it was written with.
 */
at: string, 
/**
 * Which version of its template it is: two exports between which nothing was changed are one version.
 */
version: number, 
/**
 * SHA-256 of the file, in hexadecimal.
 */
sha256: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * By whom.
 */
by: string, 
/**
 * Program version.
 */
program: string, };

/**
 * A report that was written and recorded.
 */
export type Exported = { 
/**
 * The export's id.
 */
export: number, 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * Where it is, or was to be.
 */
file: ChosenFile, 
/**
 * It is recorded, and could not be put in place: where its bytes are, in the reader's language.
 */
warning: string | null, };

/**
 * A previewed report that is to be written.
 */
export type Exporting = { 
/**
 * The case.
 */
case: number, 
/**
 * What it is.
 */
order: ReportOrder, 
/**
 * The time that the preview speaks of.
 */
now: string, 
/**
 * SHA-256 of the preview.
 */
sha256: string, 
/**
 * The preview's version.
 */
version: number, };

/**
 * What data of whom were exposed, how (docs/model.md, What is several).
 */
export type Exposure = { 
/**
 * Its id.
 */
id: number, 
/**
 * Which data.
 */
category: DataCategory, 
/**
 * Whose.
 */
group: PersonGroup, 
/**
 * ISO country, perhaps with subdivision, where the persons live; `None` where not said.
 */
residence: string | null, 
/**
 * How; `None` where not said.
 */
way: Way | null, 
/**
 * How many persons.
 */
persons: Count, 
/**
 * Unintelligible to whoever took them?
 */
protection: Protection, 
/**
 * In somebody's words.
 */
note: string | null, 
/**
 * Who says so.
 */
source: string | null, 
/**
 * Whose, where it is one party's.
 */
party: number | null, };

/**
 * Persons by residence, data element and way. Rows are not additive.
 */
export type ExposureRow = { 
/**
 * ISO code, as precise as it is known; `None`: not known or not split.
 */
residence: string | null, 
/**
 * Which data: a word of the catalogue, else a list's own.
 */
element: string, 
/**
 * The category that the element is; `None`: none of the list.
 */
data_category: DataCategory | null, 
/**
 * How; `None`: not said.
 */
way: Way | null, 
/**
 * Whose.
 */
group: string, 
/**
 * How many.
 */
persons: Count, 
/**
 * Typed in, and not counted from the list.
 */
typed?: boolean, };

/**
 * The numbers of a case, or of a party or an organisation in it, as of an instant.
 */
export type Facts = { 
/**
 * The case's id.
 */
case: number, 
/**
 * Whose they are, where it is not the case's.
 */
scope?: ScopeRow, 
/**
 * The `now` they were read at.
 */
as_of: string, 
/**
 * Accounts: confirmed is the low, suspected widens the high, cleared is not counted (rule 8).
 */
accounts: Figured, 
/**
 * Accounts by status; each exact.
 */
by_status: ByStatus, 
/**
 * Data subjects.
 */
persons: Persons, 
/**
 * Of which accounts somebody determined that each is one person, and why (rule 10).
 */
one_person?: Array<OnePersonRow>, 
/**
 * Records of the case's main unit, and distinct messages beside them.
 */
records: RecordNumbers, 
/**
 * Records by unit, where there is more than one; never added (docs/model.md, What is several).
 */
records_by_unit?: Array<Count>, 
/**
 * By reporting region, rolled up; the row without a region last.
 */
by_region: Array<RegionRow>, 
/**
 * By organisation, rolled up; the row without an organisation last.
 */
by_organisation: Array<OrganisationRow>, 
/**
 * By country of residence; not known last.
 */
by_residence: Array<ResidenceRow>, 
/**
 * Own nodes only; sums to the total.
 */
by_region_and_organisation: Array<CrossRow>, 
/**
 * Persons by residence, data element and way, from the accounts of which all three are said, and as typed.
 */
by_exposure: Array<ExposureRow>, 
/**
 * By day of first access in the case's zone; without a date last.
 */
by_day: Array<DayRow>, 
/**
 * Claims, as stated; the adopted one says so.
 */
claims: Array<ClaimRow>, 
/**
 * Statements that contradict each other and await a decision (rule 11).
 */
conflicts: number, 
/**
 * Typed counts that the list contradicts, those of its parties too; they are among the conflicts.
 */
typed_conflicts?: Array<TypedConflict>, 
/**
 * From what was read to what is counted; `None`: of a part of the case nobody knows which rows were read.
 */
derivation: Derivation | null, 
/**
 * Accounts that lack a region, an organisation, a residence.
 */
untagged: Untagged, };

/**
 * A field that a deed changed.
 */
export type FieldChange = { 
/**
 * Its name; of an answer `value`, of a period `from` and `until`.
 */
field: string, 
/**
 * What it held; `null`: nothing.
 */
before: Held | null, 
/**
 * What it holds since; `null`: nothing.
 */
after: Held | null, };

/**
 * A field as `case keys` lists it.
 */
export type FieldRow = { 
/**
 * Its name.
 */
field: string, 
/**
 * What its value is.
 */
type: string, 
/**
 * Whether a row must have it.
 */
required: boolean, 
/**
 * The words it may be.
 */
words?: Array<string>, };

/**
 * A number that an adopted claim or a typed count may stand over: both are kept (rules 11 and 12).
 */
export type Figured = { 
/**
 * What the rows add up to, where something else stands over it.
 */
sum?: Count, 
/**
 * What stands: the id of the adopted claim.
 */
claim?: number, 
/**
 * What stands: a typed count.
 */
typed?: boolean, 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, 
/**
 * How many of the unknown parts nobody will ever know.
 */
undeterminable_parts?: number, whole_folders?: number, };

/**
 * A file as it was looked at: what was found, or why it cannot be read.
 */
export type FileLook = { 
/**
 * Its token.
 */
token: number, 
/**
 * What was recognised.
 */
look: Look | null, 
/**
 * The first rows as they would be read.
 */
rows: Array<RowLook>, 
/**
 * Why it cannot be read.
 */
refusal: Refusal | null, };

/**
 * Whether the file is sound.
 */
export type FileState = { 
/**
 * Sound.
 */
ok: boolean, 
/**
 * What SQLite and SQLCipher say of it, in their words.
 */
problems: Array<string>, };

/**
 * A chosen file, and what is said of it alone.
 */
export type FileToRead = { 
/**
 * Its token.
 */
token: number, 
/**
 * Column to field: by header, or `#` and its number from 1.
 */
map: Array<[string, string]>, 
/**
 * Which number of `03/04/2023` is the day.
 */
date_order: DateOrder | null, 
/**
 * The sheet of a workbook.
 */
sheet: string | null, 
/**
 * What its rows are, of `capabilities.importers`; `null`: recognised.
 */
kind: string | null, 
/**
 * The line of the header; 0: there is none; `null`: it is found.
 */
header_line?: number, 
/**
 * How its text is encoded; `null`: it is found.
 */
encoding?: string, };

/**
 * A filter as it is being typed.
 */
export type FilterTyped = { 
/**
 * The case.
 */
case: number, 
/**
 * The text.
 */
text: string, 
/**
 * Characters before the cursor.
 */
cursor: number, };

/**
 * A group of data subjects.
 */
export type GroupRow = { 
/**
 * The group's id.
 */
group: string, 
/**
 * How many.
 */
count: Count, 
/**
 * What the list says, where a claim or a typed count stands over it.
 */
sum?: Count, 
/**
 * What stands: the id of the adopted claim.
 */
claim?: number, 
/**
 * Whether it was counted from the list, and not typed or claimed.
 */
computed: boolean, 
/**
 * Groups that may hold the same persons.
 */
overlaps: Array<string>, 
/**
 * Where the number comes from, as typed.
 */
source?: string, };

/**
 * A tree whole, each node with its path and its filters.
 */
export type Grown = { 
/**
 * Its nodes, in their order.
 */
branches: Array<Branch>, 
/**
 * Lists what stands in no node.
 */
without: string | null, };

/**
 * What a field holds.
 */
export type Held = string | boolean | Moment | Count | HeldParty;

/**
 * A party that a field names.
 */
export type HeldParty = { 
/**
 * Its id.
 */
party: number, 
/**
 * Its organisation's name; empty: it has none yet, or is gone.
 */
name: string, };

/**
 * A row.
 */
export type HeldRow = { 
/**
 * Its id.
 */
id: number, 
/**
 * What its fields hold; a field that holds nothing is left out.
 */
fields: { [key in string]: Held }, 
/**
 * It is never changed or removed, only superseded.
 */
kept: boolean, };

/**
 * The rows of a key.
 */
export type HeldRows = { 
/**
 * The key.
 */
key: string, 
/**
 * Its rows, in the order they were made.
 */
rows: Array<HeldRow>, };

/**
 * What an import recorded (docs/model.md, Evidence). It stays when its rows are taken back.
 */
export type ImportRecord = { 
/**
 * Its id.
 */
id: number, 
/**
 * Its files, in the order given.
 */
files: Array<ImportedFile>, 
/**
 * When it ended.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Whether its rows have been taken back.
 */
taken_back: boolean, 
/**
 * Who handed it over.
 */
handed_over: string | null, 
/**
 * Who collected it, when, with what query and period.
 */
collected: string | null, 
/**
 * Data records.
 */
read: number, 
/**
 * Accounts that were not in the case.
 */
new: number, 
/**
 * Rows of accounts already there.
 */
merged: number, 
/**
 * Rows not taken.
 */
rejected: number, 
/**
 * Rows whose account is not there; `None`: the import brings accounts.
 */
unmatched?: number, };

/**
 * A file of an import.
 */
export type ImportedFile = { 
/**
 * Its name, without its folder.
 */
name: string, 
/**
 * SHA-256 of the bytes as read, in hexadecimal.
 */
sha256: string, 
/**
 * In bytes.
 */
size: number, 
/**
 * How its rows are held: a container's id.
 */
container: string, 
/**
 * What they are: a kind's id.
 */
kind: string, 
/**
 * How it was read: encoding, delimiter, sheet, header row, date order, zone.
 */
reading: string, 
/**
 * Data records.
 */
read: number, 
/**
 * Accounts that were not in the case.
 */
new: number, 
/**
 * Rows of accounts already there.
 */
merged: number, 
/**
 * Rows not taken.
 */
rejected: number, 
/**
 * Rows whose account is not there; `None`: the import brings accounts.
 */
unmatched?: number, };

/**
 * One account, whole.
 */
export type Inspected = { 
/**
 * As a list shows it.
 */
account: Account, 
/**
 * Of each thing it holds.
 */
why: Array<Why>, 
/**
 * Every row that was met, in the order they came.
 */
met: Array<SourceLine>, 
/**
 * What differs between them.
 */
conflicts: Array<Conflict>, 
/**
 * Categories of data that rows name.
 */
categories: Array<string>, };

/**
 * Which entries.
 */
export type JournalAsked = { 
/**
 * Of this case; `null`: of the whole book.
 */
case: number | null, 
/**
 * Somewhere in who, where and what; empty: every entry.
 */
text: string, 
/**
 * Verbs whose words hold the text, in the reader's language.
 */
meant: Array<string>, 
/**
 * Of this verb alone.
 */
verb: string | null, 
/**
 * At most so many.
 */
limit: number, 
/**
 * After so many.
 */
offset: number, };

/**
 * A deed of the log.
 */
export type JournalDeed = { 
/**
 * Its id.
 */
deed: number, };

/**
 * An entry of the log, with what its deed knows more.
 */
export type JournalEntry = { 
/**
 * The deed behind it; `null`: done to the book as a whole.
 */
deed: number | null, 
/**
 * What was asked.
 */
params: unknown, 
/**
 * The deed that this one took back, or did again.
 */
undoes: number | null, 
/**
 * When it was taken back; `null`: it stands.
 */
undone_at: string | null, 
/**
 * How many deeds an undo up to and including this one takes back; `null`: undo does not walk over it.
 */
steps: number | null, 
/**
 * Its number, from 1.
 */
seq: number, 
/**
 * When.
 */
at: string, 
/**
 * What the machine's own clock said, where that time was given in its place; `None`: it is the clock's.
 */
machine_clock: string | null, 
/**
 * The name as declared.
 */
who: string, 
/**
 * The account of the operating system.
 */
os_account: string, 
/**
 * The machine.
 */
machine: string, 
/**
 * What was done.
 */
verb: string, 
/**
 * In which case, by its uid.
 */
case: string | null, 
/**
 * How many it changed.
 */
count: number, 
/**
 * Its time lies before the highest of the entries before.
 */
clock_back: boolean, 
/**
 * More; `None`: erased.
 */
detail: JsonValue | null, 
/**
 * Its hash.
 */
hash: string, };

/**
 * What to write out of the log.
 */
export type JournalOf = { 
/**
 * Of this case; `null`: of the whole book.
 */
case: number | null, };

/**
 * A page of the log.
 */
export type JournalPage = { 
/**
 * The newest first.
 */
entries: Array<JournalEntry>, 
/**
 * How many there are in all.
 */
found: number, 
/**
 * Every verb of this case or book.
 */
verbs: Array<string>, 
/**
 * Entries whose time lies before one that stands above them.
 */
clock_back: number, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * The kind of an identifier. Rows merge only within a kind; `none` never merges.
 */
export type KeyKind = "email" | "upn" | "object_id" | "user_name" | "customer_number" | "employee_number" | "patient_number" | "phone" | "name_birth" | "none";

/**
 * What a column of identifiers is used for.
 */
export type KeyRole = "main" | "alias" | "shared";

/**
 * A key as `case keys` lists it; its meaning is the phrase `key-<key>`.
 */
export type KeyRow = { 
/**
 * Its name.
 */
key: string, 
/**
 * What its value is.
 */
type: string, 
/**
 * Whose its value is: `case`, `party`, `entity` (the legal entity, in all its roles).
 */
of: string, 
/**
 * Of what it is the decision.
 */
decides?: DeterminationKind, 
/**
 * Whether that is decided in every case; other laws ask for more.
 */
of_every_case?: boolean, 
/**
 * The words it may be.
 */
words?: Array<string>, 
/**
 * The fields of its rows.
 */
fields?: Array<FieldRow>, };

/**
 * A language of the window and of the reports.
 */
export type Language = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name, in itself.
 */
name: string, };

/**
 * A legal entity of a case.
 */
export type LegalEntityOf = { 
/**
 * The case.
 */
case: number, 
/**
 * The case's copy of it.
 */
organisation: number, };

/**
 * What a column shows.
 */
export type ListColumn = "address" | "name" | "kind" | "status" | "ways" | "region" | "residence" | "organisation" | "records" | "first_access" | "last_access" | "notes" | "import";

/**
 * A list as it is shown.
 */
export type ListShown = { 
/**
 * The list.
 */
view: number, 
/**
 * Of it these alone; `null`: all of it.
 */
chosen: Chosen | null, 
/**
 * Its columns, in their order.
 */
columns: Array<ListColumn>, 
/**
 * A sheet's id, of `capabilities.list_formats`; of a copy nobody asks.
 */
format: string, };

/**
 * A list that was written.
 */
export type ListWritten = { 
/**
 * The file's name.
 */
file: string, 
/**
 * How many accounts it holds.
 */
accounts: number, };

/**
 * A case as the list of a book shows it.
 */
export type ListedCase = { 
/**
 * How many accounts.
 */
accounts: Count, 
/**
 * Since when somebody is aware; `null`: nobody has determined it.
 */
aware: Moment | null, 
/**
 * Its number in the book.
 */
id: number, 
/**
 * UUIDv7: the same case in every book.
 */
uid: string, 
/**
 * What people call it.
 */
title: string, 
/**
 * The party whose case it is; `None`: nothing is said of one yet.
 */
main_party: number | null, 
/**
 * That party's name.
 */
controller: string | null, 
/**
 * That party's reference.
 */
reference: string | null, 
/**
 * That party's data protection officer.
 */
dpo: string | null, 
/**
 * The IANA zone its days are counted in.
 */
zone: string, 
/**
 * A sample that ships with the product; every page, chart and row says so.
 */
sample: Sample | null, 
/**
 * When it was opened in the book.
 */
created_at: string, 
/**
 * By whom.
 */
created_by: string, };

/**
 * An entry of the log and its hash, in hexadecimal: everything that was done up to it hangs on that hash.
 */
export type LogHead = { 
/**
 * The entry's number.
 */
entry: number, 
/**
 * Its hash.
 */
head: string, };

/**
 * What was recognised of a file, and what is to be asked.
 */
export type Look = { 
/**
 * How it would be read.
 */
how: Recognised, 
/**
 * SHA-256 of its bytes, in hexadecimal.
 */
sha256: string, 
/**
 * In bytes.
 */
size: number, 
/**
 * A few cells of each column, beside `how.columns`; none of a column that looks like a secret.
 */
cells: Array<Array<string>>, 
/**
 * No column holds an identifier: it cannot be imported until one is named.
 */
keyless: boolean, 
/**
 * Columns whose cells do not settle which number is the day.
 */
dates: Array<QuestionOfDates>, 
/**
 * Times in it name no zone.
 */
zone_assumed: boolean, 
/**
 * It is a sheet that was handed out, filled in: it brings tags and no accounts.
 */
round_trip: boolean, 
/**
 * An import of the same bytes into this case that still stands.
 */
earlier: EarlierImport | null, };

/**
 * What a book looks like before it is opened.
 */
export type Looks = { 
/**
 * There is a file.
 */
exists: boolean, 
/**
 * A passphrase is worth asking for.
 */
encrypted: boolean, };

/**
 * A book to make.
 */
export type Making = { 
/**
 * Where.
 */
token: number, 
/**
 * Its passphrase; `null`: plain, by deliberate choice.
 */
passphrase: string | null, };

/**
 * What was done, or will be.
 */
export type Measure = { 
/**
 * Its id.
 */
id: number, 
/**
 * What it is for.
 */
kind: MeasureKind, 
/**
 * Done?
 */
state: MeasureState, 
/**
 * What.
 */
what: string, 
/**
 * Since or until when.
 */
at: Moment | null, 
/**
 * Who says so, or who does it.
 */
source: string | null, 
/**
 * Whose, where it is one party's.
 */
party: number | null, };

/**
 * What a measure is for (EDPB template v1.0, sections 3.5, 4.3 and 4.4).
 */
export type MeasureKind = "in_place" | "mitigating" | "preventive";

/**
 * Whether a measure has been taken.
 */
export type MeasureState = "taken" | "planned";

/**
 * A step in time.
 */
export type Milestone = { 
/**
 * Its id.
 */
id: number, 
/**
 * What kind of step.
 */
kind: MilestoneKind, 
/**
 * When.
 */
at: Moment, 
/**
 * What happened, in somebody's words.
 */
what: string | null, 
/**
 * Who says so.
 */
source: string | null, 
/**
 * Whose step, where it is one party's.
 */
party: number | null, };

/**
 * A step in time that a case records.
 */
export type MilestoneKind = "began" | "ended" | "detected" | "suspected" | "told" | "confirmed" | "contained" | "notified" | "communicated" | "published" | "other";

/**
 * A point in time with its precision. A month is a band from its first instant to the next month's.
 */
export type Moment = { 
/**
 * The first instant it can mean, UTC.
 */
from: string, 
/**
 * The first instant after it, UTC.
 */
until: string, 
/**
 * How exact it was stated.
 */
precision: Precision, 
/**
 * The text as it was given.
 */
original: string, 
/**
 * The IANA zone assumed where the text named none.
 */
zone_assumed?: string, };

/**
 * A case to open; times as they are written.
 */
export type NewCase = { 
/**
 * What people call it.
 */
title: string, 
/**
 * The controller's name.
 */
controller: string | null, 
/**
 * `FROM..TO`.
 */
occurred: string | null, 
/**
 * Since when something is suspected: a time, a day, a month or a year.
 */
detected: string | null, 
/**
 * An IANA zone.
 */
zone: string | null, };

/**
 * Another passphrase.
 */
export type NewPassphrase = { 
/**
 * The one it has.
 */
old: string, 
/**
 * The one it is to have.
 */
new: string, };

/**
 * What undo would take back, and what redo would do again.
 */
export type Next = { 
/**
 * The deed that undo takes back.
 */
undo: Deed | null, 
/**
 * The deed that redo does again.
 */
redo: Deed | null, };

/**
 * A case.
 */
export type OfCase = { 
/**
 * Its id.
 */
case: number, };

/**
 * An import of a case.
 */
export type OfImport = { 
/**
 * The case.
 */
case: number, 
/**
 * The import.
 */
import: number, };

/**
 * A node of a tree.
 */
export type OfNode = { 
/**
 * The case.
 */
case: number, 
/**
 * Which tree.
 */
tree: Tree, 
/**
 * Its id.
 */
node: number, };

/**
 * A tree of a case.
 */
export type OfTree = { 
/**
 * The case.
 */
case: number, 
/**
 * Which tree.
 */
tree: Tree, };

/**
 * One account.
 */
export type OneAccount = { 
/**
 * The case.
 */
case: number, 
/**
 * Its id.
 */
account: number, };

/**
 * Accounts of which somebody determined that each is one person.
 */
export type OnePersonRow = { 
/**
 * The deed of it.
 */
deed: number, 
/**
 * How many of them are counted.
 */
accounts: Count, 
/**
 * Which they were to be, in the filter language; `None`: all of the case, or those that were chosen.
 */
which: string | null, 
/**
 * How many were chosen one by one.
 */
chosen?: number, 
/**
 * How many of the others were left out one by one.
 */
but?: number, 
/**
 * Why.
 */
reason: string, 
/**
 * By whom.
 */
by: string, 
/**
 * When.
 */
at: string, };

/**
 * The open book.
 */
export type OpenBook = { 
/**
 * Its file's name.
 */
name: string, 
/**
 * It can be changed; else it is held elsewhere, or read-only.
 */
writable: boolean, 
/**
 * Where it is.
 */
book: string, 
/**
 * Whether it is encrypted.
 */
encrypted: boolean, 
/**
 * The same book wherever it is copied.
 */
uid: string, 
/**
 * When it was made.
 */
created_at: string, 
/**
 * By whom.
 */
created_by: string, 
/**
 * How many cases it holds.
 */
cases: number, 
/**
 * The format's number.
 */
format: number, 
/**
 * In bytes.
 */
size: number, 
/**
 * The last entry of its log.
 */
log: LogHead, 
/**
 * Of each case the entry of its last deed that changed something: what its exports name.
 */
states: Array<CaseHead>, };

/**
 * Something to be determined, and by when it follows.
 */
export type OpenPoint = { 
/**
 * Its id.
 */
id: number, 
/**
 * What is open.
 */
what: string, 
/**
 * By when it follows.
 */
until: Moment | null, 
/**
 * Who answers it.
 */
who: string | null, 
/**
 * Whose, where it is one party's.
 */
party: number | null, };

/**
 * A book to open.
 */
export type Opening = { 
/**
 * Its token.
 */
token: number, 
/**
 * Its passphrase.
 */
passphrase: string | null, 
/**
 * Only to look: allowed while another window holds it.
 */
read_only: boolean, };

/**
 * In which order accounts stand; what is not known stands last either way.
 */
export type Order = { 
/**
 * By which column.
 */
by: ListColumn, 
/**
 * The largest first.
 */
descending: boolean, };

/**
 * A legal entity, as this case knows it: its copy of what the book knew when a party was named.
 */
export type Organisation = { 
/**
 * Its id; a node of the case's tree.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * ISO country.
 */
country: string | null, 
/**
 * LEI, register number …
 */
identifier: string | null, 
/**
 * Its address.
 */
address: string | null, 
/**
 * When it was copied.
 */
copied_at: string | null, };

/**
 * An organisation.
 */
export type OrganisationRow = { 
/**
 * Its name; `None`: without an organisation.
 */
organisation: string | null, 
/**
 * Names from the root down.
 */
path: Array<string>, 
/**
 * Itself and all below it.
 */
accounts: Count, 
/**
 * Distinct persons in it; not additive (rule 6).
 */
persons: Count, 
/**
 * Records of the case's main unit.
 */
records: Count, 
/**
 * Itself alone.
 */
own_accounts: Count, };

/**
 * Whether two groups of persons may hold the same ones (docs/model.md, rule 2).
 */
export type Overlap = { 
/**
 * Its id.
 */
id: number, 
/**
 * One.
 */
one: PersonGroup, 
/**
 * The other.
 */
other: PersonGroup, 
/**
 * Stated to hold no person in common.
 */
disjoint: boolean, };

/**
 * A case, whole: its numbers, what is written down, what undo would do.
 */
export type Overview = { 
/**
 * Every number.
 */
facts: Facts, 
/**
 * What is written down.
 */
file: CaseFile, 
/**
 * Everything that is open, the most pressing first.
 */
pending: Array<Pending>, 
/**
 * What undo and redo would do.
 */
next: Next, };

/**
 * An organisation in a role, on whose behalf (docs/model.md, Who). Everything that is said of it has its home here.
 */
export type Party = { 
/**
 * Its id.
 */
id: number, 
/**
 * Its part.
 */
role: Role, 
/**
 * Its legal entity, as this case knows it; `None`: not named yet, which only the main party can be.
 */
organisation_id: number | null, 
/**
 * The organisation's name.
 */
organisation: string | null, 
/**
 * On whose behalf: another party.
 */
on_behalf_of: number | null, 
/**
 * ISO country, perhaps with subdivision, of the establishment.
 */
established: string | null, 
/**
 * Whether that is the main establishment (Art. 4(16) GDPR).
 */
main_establishment: boolean, 
/**
 * A public body.
 */
public_body: boolean | null, 
/**
 * Its sector.
 */
sector: string | null, 
/**
 * Its data protection officer, with telephone.
 */
dpo: string | null, 
/**
 * Its own reference.
 */
reference: string | null, };

/**
 * A passphrase that somebody thinks of.
 */
export type Passphrase = { 
/**
 * As typed.
 */
passphrase: string, };

/**
 * A past import, whole (docs/model.md, Evidence).
 */
export type PastImport = { 
/**
 * Fields for which it states something else than others.
 */
conflicts: number, 
/**
 * Rows not taken and fields left open.
 */
problems: number, 
/**
 * When it began; `at` is when its last row was written.
 */
started: string, 
/**
 * What the machine's own clock said, where these times were given in its place.
 */
machine_clock: string | null, 
/**
 * The account of the system that it ran under.
 */
os_account: string, 
/**
 * The machine.
 */
machine: string, 
/**
 * The program's version.
 */
program: string, 
/**
 * When its rows were taken back.
 */
taken_back_at: string | null, 
/**
 * By whom they were.
 */
taken_back_by: string | null, 
/**
 * Its id.
 */
id: number, 
/**
 * Its files, in the order given.
 */
files: Array<ImportedFile>, 
/**
 * When it ended.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Whether its rows have been taken back.
 */
taken_back: boolean, 
/**
 * Who handed it over.
 */
handed_over: string | null, 
/**
 * Who collected it, when, with what query and period.
 */
collected: string | null, 
/**
 * Data records.
 */
read: number, 
/**
 * Accounts that were not in the case.
 */
new: number, 
/**
 * Rows of accounts already there.
 */
merged: number, 
/**
 * Rows not taken.
 */
rejected: number, 
/**
 * Rows whose account is not there; `None`: the import brings accounts.
 */
unmatched?: number, };

/**
 * Something to be determined.
 */
export type Pending = { 
/**
 * Which it is, among all that is open in a case: the same for as long as it is open.
 */
id: string, 
/**
 * The filter that lists the accounts behind it.
 */
filter?: string, } & ({ "kind": "written", 
/**
 * Its id.
 */
point: number, 
/**
 * What is open.
 */
what: string, 
/**
 * By when it follows.
 */
until: Moment | null, } | { "kind": "determination", 
/**
 * What.
 */
determination: DeterminationKind, 
/**
 * Whose, where more than one party decides.
 */
party: string | null, } | { "kind": "number", 
/**
 * `accounts`, `persons`, `records`.
 */
number: string, } | { "kind": "group", 
/**
 * The group.
 */
group: string, 
/**
 * To be determined.
 */
count: Count, } | { "kind": "typed_count", 
/**
 * What it counts.
 */
name: string, 
/**
 * As it was typed.
 */
typed: Count, 
/**
 * As the rows add up.
 */
computed: Count, 
/**
 * Whose it is, where it is one party's.
 */
party: string | null, } | { "kind": "accounts", 
/**
 * For what.
 */
waiting: Waiting, 
/**
 * How many.
 */
n: number, });

/**
 * A period: from one moment to another, or without an end yet.
 */
export type Period = { 
/**
 * Begin.
 */
from: Moment, 
/**
 * End; `None` where it goes on or is not known.
 */
until: Moment | null, };

/**
 * A group of data subjects (EDPB template v1.0, field 65, and docs/model.md, What is several).
 */
export type PersonGroup = "owner" | "correspondent" | "named_in_content" | "in_directory" | "customer" | "patient" | "employee" | "student" | "subscriber" | "user" | "other";

/**
 * Data subjects: a total that knows that groups may overlap, and the groups (rule 2).
 */
export type Persons = { 
/**
 * The groups, owners first.
 */
groups: Array<GroupRow>, 
/**
 * What the rows add up to, where something else stands over it.
 */
sum?: Count, 
/**
 * What stands: the id of the adopted claim.
 */
claim?: number, 
/**
 * What stands: a typed count.
 */
typed?: boolean, 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, 
/**
 * How many of the unknown parts nobody will ever know.
 */
undeterminable_parts?: number, whole_folders?: number, };

/**
 * A place in what a person wrote: a file's line, or a filter's column.
 */
export type Place = { 
/**
 * The file's name, without its folder.
 */
file: string | null, 
/**
 * Physical line, from 1.
 */
line: number | null, 
/**
 * Character, from 1.
 */
column: number | null, 
/**
 * Length in characters.
 */
length?: number, };

/**
 * A place that the book takes, for choosing one.
 */
export type PlaceRow = { 
/**
 * Its code.
 */
code: Code, 
/**
 * What it is called: a country in the reader's language, a part as ISO 3166-2 has it.
 */
name: string, 
/**
 * What else means it: other codes and other names.
 */
also?: Array<string>, };

/**
 * How exact an instant is known.
 */
export type Precision = "year" | "month" | "day" | "minute" | "second";

/**
 * A report as it would be written.
 */
export type Previewed = { 
/**
 * The name that its bytes lie ready under.
 */
name: string, 
/**
 * The time it speaks of.
 */
now: string, 
/**
 * SHA-256 of the bytes.
 */
sha256: string, 
/**
 * In bytes.
 */
size: number, 
/**
 * Pages.
 */
pages: number, 
/**
 * Which version of its template it is.
 */
version: number, 
/**
 * What the reader of the file should know, in the reader's language.
 */
warnings: Array<string>, };

/**
 * How far a piece of work is.
 */
export type Progress = { 
/**
 * Rows or pages so far.
 */
done: number, 
/**
 * Of how many, where that is known.
 */
of: number | null, };

/**
 * Whether data were unintelligible to whoever took them (EDPB template v1.0, field 57).
 */
export type Protection = "intact" | "subverted" | "none" | "not_assessable" | "open";

/**
 * The word beside a number: what the two bounds amount to (docs/model.md, Counting).
 */
export type Qualifier = "exact" | "at_least" | "at_most" | "between" | "approximate" | "to_be_determined" | "cannot_be_determined";

/**
 * A column of times whose cells do not settle which number is the day: a real cell, read either way.
 */
export type QuestionOfDates = { 
/**
 * The column's header.
 */
column: string, 
/**
 * The cell as it stands.
 */
cell: string, 
/**
 * With the day first.
 */
day_month: Moment | null, 
/**
 * With the month first.
 */
month_day: Moment | null, };

/**
 * What came of an import, or would come of it.
 */
export type Ran = { 
/**
 * Its id; `null` where nothing was changed.
 */
import: number | null, 
/**
 * Fields for which it states something else than others, and typed counts that it contradicts.
 */
conflicts: number, 
/**
 * Typed counts that the list contradicts now.
 */
typed: Array<TypedConflict>, 
/**
 * Accounts that a sheet's rows changed.
 */
changed: number, 
/**
 * Each file.
 */
files: Array<WrittenFile>, 
/**
 * The first problems.
 */
problems: Array<RowProblem>, 
/**
 * All of them.
 */
problems_total: number, 
/**
 * Data records.
 */
read: number, 
/**
 * Accounts that were not in the case.
 */
new: number, 
/**
 * Rows of accounts already there.
 */
merged: number, 
/**
 * Rows not taken.
 */
rejected: number, 
/**
 * Rows whose account is not there; `None`: the import brings accounts.
 */
unmatched?: number, };

/**
 * How a file was understood: evidence, kept with the import.
 */
export type Recognised = { 
/**
 * How the rows are held: a container's id.
 */
container: string, 
/**
 * What the rows are: a kind's id.
 */
kind: string, 
/**
 * The archive that the file was in; none where it was handed over by itself.
 */
within?: Within, 
/**
 * `utf-8`, `windows-1250`, `ibm850`, `utf-8 + windows-1252` and the like; none for a workbook.
 */
encoding?: string, 
/**
 * Between the cells; none for a workbook.
 */
delimiter?: string, 
/**
 * Around a cell; none for a workbook.
 */
quote?: string, 
/**
 * The sheet read; none for text.
 */
sheet?: string, 
/**
 * Sheets of the same shape, which are read as files of their own.
 */
sheets_alike?: Array<string>, 
/**
 * Sheets of the workbook that were not read.
 */
sheets_not_read?: Array<string>, 
/**
 * Sheets that a reader of the workbook does not see, read or not.
 */
sheets_hidden?: Array<string>, 
/**
 * Rows of the sheet that a reader does not see. They are read.
 */
hidden_rows?: number, 
/**
 * The line of the header; none where the first line holds data.
 */
header_line: number | null, 
/**
 * The columns, in file order.
 */
columns: Array<ColumnRead>, 
/**
 * The zone of times that name none.
 */
zone: string, 
/**
 * Which number is the day; none where no column needs it.
 */
date_order?: DateOrder, 
/**
 * Only accounts that were there were filled, none was added.
 */
enrich?: boolean, };

/**
 * Records of the main unit, and messages that are distinct over all mailboxes: two numbers, which are never added (rule 6).
 */
export type RecordNumbers = { 
/**
 * Messages, each once however many mailboxes it lies in; at most the total. `None`: nobody has stated it.
 */
distinct?: Figured, 
/**
 * What the rows add up to, where something else stands over it.
 */
sum?: Count, 
/**
 * What stands: the id of the adopted claim.
 */
claim?: number, 
/**
 * What stands: a typed count.
 */
typed?: boolean, 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, 
/**
 * How many of the unknown parts nobody will ever know.
 */
undeterminable_parts?: number, whole_folders?: number, };

/**
 * Why something was not done: a sentence, and the code a screen may act on.
 */
export type Refusal = { 
/**
 * Stable, never translated.
 */
code: string, 
/**
 * The sentence, in the reader's language.
 */
message: string, 
/**
 * Where in a file, a filter or an argument.
 */
place: Place | null, 
/**
 * What the sentence speaks of, by name.
 */
args: { [key in string]: string }, };

/**
 * A reporting region.
 */
export type RegionRow = { 
/**
 * Its name; `None`: without a region.
 */
region: string | null, 
/**
 * Names from the root down; of length 1 at the top. Empty for the null row.
 */
path: Array<string>, 
/**
 * Itself and all below it.
 */
accounts: Count, 
/**
 * Distinct persons in it; not additive (rule 6).
 */
persons: Count, 
/**
 * Records of the case's main unit.
 */
records: Count, 
/**
 * Itself alone.
 */
own_accounts: Count, };

/**
 * A report on a case.
 */
export type ReportAsked = { 
/**
 * The case.
 */
case: number, 
/**
 * What it is to be.
 */
order: ReportOrder, };

/**
 * What a report is asked to be.
 */
export type ReportOrder = { 
/**
 * The template's id.
 */
template: string, 
/**
 * The language's id.
 */
language: string, 
/**
 * The format's id.
 */
format: string, 
/**
 * With the names of the people affected?
 */
names: boolean, };

/**
 * A country of residence.
 */
export type ResidenceRow = { 
/**
 * ISO 3166-1 code; `None`: not known.
 */
residence: string | null, 
/**
 * What it rests on, each basis that occurs.
 */
basis: Array<Basis>, 
/**
 * Accounts.
 */
accounts: Count, 
/**
 * Persons: at most the accounts that may be a person's.
 */
persons: Count, 
/**
 * Its parts that are known, and the row of what is not known last: together the country.
 */
subdivisions: Array<SubdivisionRow>, };

/**
 * The part an organisation plays in a case.
 */
export type Role = "controller" | "joint_controller" | "processor" | "sub_processor" | "client" | "recipient" | "representative" | "provider";

/**
 * A row that a deed changed.
 */
export type RowChange = { 
/**
 * The key: of an answer its own, of a row that of its rows; `count`: a number that was typed in.
 */
key: string, 
/**
 * What became of it.
 */
became: Became, 
/**
 * What the row is about, as it is or was: the field that tells it from others.
 */
about: FieldChange | null, 
/**
 * Fields that differ, in their order.
 */
fields: Array<FieldChange>, };

/**
 * A row as it would be read.
 */
export type RowLook = { 
/**
 * First physical line of the record, from 1.
 */
line: number, 
/**
 * The account.
 */
account: AccountRead | null, 
/**
 * The tags of a sheet that came back.
 */
tagging: TaggingRead | null, 
/**
 * Fields left open, or why it would not be taken.
 */
problems: Array<string>, };

/**
 * A row that was not taken, or a field that was left open.
 */
export type RowProblem = { 
/**
 * The file.
 */
file: string, 
/**
 * First physical line of the record, from 1.
 */
line: number, 
/**
 * The column's header, where it is one column's.
 */
column: string | null, 
/**
 * Why, in the reader's language.
 */
reason: string, 
/**
 * The whole row was not taken.
 */
rejected: boolean, };

/**
 * What a sample says of itself.
 */
export type Sample = "reconstructed" | "fictional";

/**
 * A party or an organisation whose numbers stand alone.
 */
export type ScopeRow = { 
/**
 * The party's id; `None`: an organisation was asked for.
 */
party: number | null, 
/**
 * The party's part.
 */
role: Role | null, 
/**
 * The organisation.
 */
organisation: string, 
/**
 * On whose behalf, where that is whose accounts are counted.
 */
on_behalf_of: string | null, 
/**
 * Names from the root of the tree down to the organisation whose accounts are counted, with all below it.
 */
path: Array<string>, 
/**
 * No other party of the case has a scope of its own: these are the numbers of the whole case.
 */
whole_case: boolean, 
/**
 * Accounts without an organisation may be anybody's: in the high bounds here, in no low bound. `None`: the whole case.
 */
without_organisation: Unassigned | null, };

/**
 * What a setting did.
 */
export type Set = { 
/**
 * The case.
 */
case: number, 
/**
 * How many rows differ afterwards.
 */
changed: number, 
/**
 * The ids of rows that were added, in the order asked.
 */
added: Array<number>, };

/**
 * What is asked.
 */
export type Setting = { "ask": "set", 
/**
 * The key.
 */
key: string, 
/**
 * What it is to hold.
 */
value: unknown, 
/**
 * Whose it is; without one the case's, or its main party's.
 */
party?: Which, } | { "ask": "add", 
/**
 * The key of its kind.
 */
key: string, 
/**
 * What its fields say.
 */
row: Record<string, unknown>, } | { "ask": "change", 
/**
 * The key of its kind.
 */
key: string, 
/**
 * The row.
 */
id: number, 
/**
 * The field.
 */
field: string, 
/**
 * What it is to hold.
 */
value: unknown, } | { "ask": "remove", 
/**
 * The key of its kind.
 */
key: string, 
/**
 * The row.
 */
id: number, };

/**
 * What the user has set.
 */
export type Settings = { 
/**
 * A language's id; `null`: the system's.
 */
language: string | null, 
/**
 * `light` or `dark`; `null`: the system's.
 */
theme: string | null, 
/**
 * The name that stands beside what this person does; `null`: the account of the system.
 */
name: string | null, 
/**
 * Where copies of the book go when it is closed; `null`: nowhere.
 */
backup_folder: string | null, 
/**
 * The last copy that was made or tried.
 */
backup: Backup | null, 
/**
 * How lists are laid out, by list: the page's own, kept as it is.
 */
layouts: Record<string, unknown>, 
/**
 * Books that were open, the latest first.
 */
recent: Array<string>, };

/**
 * A change of the settings.
 */
export type SettingsChange = { "language": string | null } | { "theme": string | null } | { "name": string | null } | { "backup_folder": number | null } | { "layout": { 
/**
 * The list.
 */
list: string, 
/**
 * The page's own.
 */
layout: unknown, } };

/**
 * A row of a file, with the import that brought it.
 */
export type SourceLine = { 
/**
 * The import.
 */
import: number, 
/**
 * The file's name.
 */
file: string | null, 
/**
 * First physical line of the record.
 */
line: number, 
/**
 * When it was imported.
 */
at: string, 
/**
 * By whom.
 */
who: string, };

/**
 * Whose word a number is. That it is exact does not make it true.
 */
export type Standing = "claimed" | "own" | "confirmed";

/**
 * What the page begins with.
 */
export type State = { 
/**
 * The open book.
 */
book: OpenBook | null, 
/**
 * The settings.
 */
settings: Settings, 
/**
 * The page's language.
 */
language: string, 
/**
 * The name that stands beside what is done now.
 */
who: string, 
/**
 * What this program can do.
 */
capabilities: Capabilities, 
/**
 * Books that were open, those still there, the latest first.
 */
recent: Array<ChosenFile>, 
/**
 * The time, for every clock on the page.
 */
now: string, 
/**
 * The clock stands still (`BREACHBOOK_NOW`).
 */
clock_stands: boolean, 
/**
 * The program's version.
 */
version: string, 
/**
 * Where the default book lies, as a chosen file.
 */
default_book: ChosenFile | null, 
/**
 * Where the book of the samples lies.
 */
sample_book: ChosenFile | null, };

/**
 * How far it is established that an account is affected. The graver word comes later in [`Status::gravity`].
 */
export type Status = "confirmed" | "suspected" | "cleared";

/**
 * How hard a passphrase is to guess.
 */
export type Strength = { 
/**
 * 0, guessed at once, to 4, beyond reach: the scale of zxcvbn.
 */
score: number, 
/**
 * Guesses it takes, as a power of ten.
 */
guesses_log10: number, };

/**
 * A part of a country of residence.
 */
export type SubdivisionRow = { 
/**
 * ISO 3166-2 code; `None`: which part is not known.
 */
residence: string | null, 
/**
 * Accounts.
 */
accounts: Count, 
/**
 * Persons: at most the accounts that may be a person's.
 */
persons: Count, };

/**
 * One of them.
 */
export type Suggestion = { 
/**
 * What is inserted.
 */
insert: string, 
/**
 * What it is, as a word of a closed list: the list and the word; `null`: it speaks for itself.
 */
word: [string, string] | null, 
/**
 * What it is, in words of the case.
 */
about: string | null, };

/**
 * What could be typed in place of a part of the text.
 */
export type Suggestions = { 
/**
 * Characters before the part that is replaced.
 */
from: number, 
/**
 * So many characters are replaced.
 */
length: number, 
/**
 * What could stand there.
 */
options: Array<Suggestion>, };

/**
 * What a cell of the round-trip sheet asks for.
 */
export type TagRead<T> = "leave" | "remove" | { "set": T };

/**
 * What came of it.
 */
export type Tagged = { 
/**
 * Accounts that the filter finds.
 */
matched: number, 
/**
 * Accounts that differ afterwards.
 */
changed: number, };

/**
 * A tagging; `none` takes away, what is `null` stays.
 */
export type Tagging = { 
/**
 * The case.
 */
case: number, 
/**
 * Which accounts.
 */
chosen: Chosen, 
/**
 * A region's path.
 */
region: string | null, 
/**
 * An organisation's path.
 */
organisation: string | null, 
/**
 * An ISO code.
 */
residence: string | null, 
/**
 * What the residence rests on.
 */
basis: Basis | null, 
/**
 * A status.
 */
status: Status | null, 
/**
 * Why each of them is one person.
 */
one_person: string | null, 
/**
 * Make the region or organisation where it is not there.
 */
create: boolean, };

/**
 * A row of the round-trip sheet: which account, and what its tags should be.
 */
export type TaggingRead = { 
/**
 * The account's id as the sheet names it; a hint, the key decides.
 */
id: number | null, 
/**
 * The kind of its key.
 */
key_kind: KeyKind, 
/**
 * The normalised key.
 */
key: string, 
/**
 * Reporting region, as a path of names.
 */
region: TagRead<string>, 
/**
 * Organisation, as a path of names.
 */
organisation: TagRead<string>, 
/**
 * ISO 3166-1 or -2 code.
 */
residence: TagRead<string>, 
/**
 * What the residence rests on; `None`: the sheet does not say.
 */
basis: Basis | null, 
/**
 * How far it is established; `None`: as it was.
 */
status: Status | null, 
/**
 * First physical line of the record, from 1.
 */
line: number, };

/**
 * What taking an import back did.
 */
export type TakenBack = { 
/**
 * Which import.
 */
import: number, 
/**
 * Accounts that only it brought.
 */
removed: number, 
/**
 * Accounts of others that hold again what the others state.
 */
restored: number, 
/**
 * Entries of the log whose details are erased: what somebody had adopted for an account that went.
 */
forgotten?: Array<number>, 
/**
 * The file could not be written anew: copies of rows may be left in it, where nobody looks.
 */
traces?: boolean, };

/**
 * A sheet to fill in: everything that the list's filter finds.
 */
export type ToFill = { 
/**
 * The list.
 */
view: number, 
/**
 * A sheet's id.
 */
format: string, };

/**
 * Files to look at or to import, and what is said of all of them.
 */
export type ToImport = { 
/**
 * The case.
 */
case: number, 
/**
 * The files.
 */
files: Array<FileToRead>, 
/**
 * The zone of times that name none; `null`: the case's.
 */
zone: string | null, 
/**
 * Leave region, organisation and residence open.
 */
no_tags: boolean, 
/**
 * Fill only accounts that are there, and add none: for directories and staff lists.
 */
enrich?: boolean, 
/**
 * Say what would happen, and change nothing.
 */
dry_run: boolean, 
/**
 * Who handed the files over.
 */
handed_over: string | null, 
/**
 * Who collected them, when, with what query and period.
 */
collected: string | null, };

/**
 * Which tree.
 */
export type Tree = "region" | "organisation";

/**
 * What is done to a tree.
 */
export type TreeChange = { "make": string } | { "rename": [string, string] } | { "code": [string, string | null] } | { "hang": [string, string | null] } | { "place": [string, number] } | { "merge": [string, string] } | { "remove": string };

/**
 * How much a change of a tree changed.
 */
export type TreeChanged = { 
/**
 * Rows and accounts that differ.
 */
changed: number, };

/**
 * What is to be done to a tree.
 */
export type TreeChanging = { 
/**
 * The case.
 */
case: number, 
/**
 * Which tree.
 */
tree: Tree, 
/**
 * What; nodes by their paths.
 */
change: TreeChange, };

/**
 * A typed count, and what the list says instead: one of them is adopted (rules 11 and 12).
 */
export type TypedConflict = { 
/**
 * What it counts.
 */
name: string, 
/**
 * The organisation of the party whose it is, where it is one party's; the party's id stands in `typed`.
 */
whose?: string, 
/**
 * As it was typed.
 */
typed: TypedCount, 
/**
 * As the rows add up.
 */
computed: Count, };

/**
 * A number typed in before any list exists (docs/model.md, rule 12).
 */
export type TypedCount = { 
/**
 * Its id.
 */
id: number, 
/**
 * What it counts: `accounts`, `records`, `records.distinct`, `persons`, `persons.<group>`.
 */
name: string, 
/**
 * The number.
 */
count: Count, 
/**
 * Where it comes from.
 */
source: string | null, 
/**
 * Whose word it is.
 */
standing: Standing, 
/**
 * When it was typed.
 */
at: string, 
/**
 * By whom.
 */
by: string, 
/**
 * Whose, where it is one party's.
 */
party: number | null, 
/**
 * Nothing has taken its place.
 */
stands: boolean, 
/**
 * The number computed from the list has taken its place.
 */
computed: boolean, 
/**
 * What the list said when somebody kept it all the same.
 */
kept_over?: Count, 
/**
 * Why it was kept.
 */
kept_reason?: string, };

/**
 * What belongs to nobody's organisation.
 */
export type Unassigned = { 
/**
 * Accounts.
 */
accounts: Count, 
/**
 * Persons.
 */
persons: Count, 
/**
 * Records of the case's main unit.
 */
records: Count, 
/**
 * Open conflicts.
 */
conflicts: number, };

/**
 * How far to undo.
 */
export type UndoTo = { 
/**
 * The case.
 */
case: number, 
/**
 * Up to and including this deed.
 */
deed: number, 
/**
 * The name to cancel it by.
 */
work: string, };

/**
 * What an undo or a redo did.
 */
export type Undone = { 
/**
 * The deed undone, or done again.
 */
deed: number, 
/**
 * Its verb.
 */
verb: string, 
/**
 * How many accounts a tagging gave or took; else how many values and rows were put back.
 */
changed: number, 
/**
 * How many were left, because something else has changed them since.
 */
left: number, };

/**
 * What was undone.
 */
export type UndoneTo = { 
/**
 * How many deeds.
 */
deeds: number, 
/**
 * How many values and rows were put back.
 */
changed: number, 
/**
 * How many were left.
 */
left: number, };

/**
 * What is counted. Numbers of different units are never added.
 */
export type Unit = "account" | "person" | "email" | "file" | "database_row" | "paper" | "login" | "record" | "organisation";

/**
 * What still has no tag, of the accounts that are not cleared.
 */
export type Untagged = { 
/**
 * Without a region.
 */
region: number, 
/**
 * Without an organisation.
 */
organisation: number, 
/**
 * Without a residence.
 */
residence: number, };

/**
 * What was found.
 */
export type Verified = { 
/**
 * All of it.
 */
ok: boolean, 
/**
 * The pages of the file, and its schema.
 */
file: FileState, 
/**
 * The chain of the log.
 */
log: Chain, 
/**
 * Whether every deed did what its entry commits to, and what all of them moved adds up to the numbers at hand.
 */
deeds: Checked, 
/**
 * Whether every case is in the state that its last entry commits to.
 */
state: Checked, 
/**
 * The numbers kept at hand, counted again.
 */
tally: Checked, 
/**
 * What is not as it was left, the first of it.
 */
damage: Array<Damage>, 
/**
 * Tables of others in the file: they are no damage, and nothing here says what is in them.
 */
foreign: Array<string>, };

/**
 * Work that can be cancelled under a name.
 */
export type VerifyAsked = { 
/**
 * The name.
 */
work: string, };

/**
 * A list to evaluate.
 */
export type ViewAsked = { 
/**
 * The case.
 */
case: number, 
/**
 * In the filter language.
 */
filter: string, 
/**
 * `null`: as they came in.
 */
order: Order | null, 
/**
 * An account whose place in the list is wanted.
 */
find: number | null, };

/**
 * A part of a list.
 */
export type ViewPart = { 
/**
 * The list.
 */
view: number, 
/**
 * After so many.
 */
from: number, 
/**
 * So many.
 */
count: number, };

/**
 * A list that was evaluated and is kept.
 */
export type Viewed = { 
/**
 * Its number, by which pages of it are asked for.
 */
view: number, 
/**
 * How many accounts it holds.
 */
total: number, 
/**
 * Where the wanted account stands in it.
 */
at: number | null, };

/**
 * For what accounts, statements or claims wait.
 */
export type Waiting = "conflicts" | "suspected" | "records" | "residence" | "region" | "organisation" | "claims";

/**
 * A way in which an account is affected; each has a status of its own.
 */
export type Way = "signed_in" | "content_accessed" | "synced_whole" | "listed" | "phished" | "forwarding_set" | "file_downloaded";

/**
 * A party as somebody means it: by its id, or by its organisation's name.
 */
export type Which = number | string;

/**
 * A chosen book.
 */
export type WhichBook = { 
/**
 * Its token.
 */
token: number, };

/**
 * An export of a case.
 */
export type WhichExport = { 
/**
 * The case.
 */
case: number, 
/**
 * The export's id.
 */
export: number, };

/**
 * Who does something (docs/model.md, Safe words: "name as declared · OS account · machine").
 */
export type Who = { 
/**
 * The name as declared.
 */
name: string, 
/**
 * The account of the operating system.
 */
os_account: string, 
/**
 * The machine's name.
 */
machine: string, };

/**
 * Where what an account holds comes from.
 */
export type Why = { 
/**
 * `region`, `organisation`, `residence`, `status`, `records`; `name`, `kind`, `notes` where somebody decided them.
 */
field: string, 
/**
 * The deed that set it; `null`: it is as an import states it.
 */
deed: Deed | null, 
/**
 * The row that states it.
 */
source: SourceLine | null, };

/**
 * The archive that a file was in: evidence.
 */
export type Within = { 
/**
 * The archive's name, without its folder.
 */
file: string, 
/**
 * SHA-256 of the archive's bytes, in hexadecimal.
 */
sha256: string, 
/**
 * Of the archive, in bytes.
 */
size: number, 
/**
 * `zip` or `gzip`.
 */
wrapper: string, 
/**
 * What systems put beside files and nobody means.
 */
left_out?: Array<string>, };

/**
 * A piece of work, by the name the page gave it.
 */
export type Work = { 
/**
 * Its name.
 */
work: string, };

/**
 * What is written down about a case.
 */
export type Written = { 
/**
 * The rows of every key that has rows.
 */
rows: Array<HeldRows>, 
/**
 * Every number that was typed in, in the order they were.
 */
typed: Array<TypedCount>, };

/**
 * What became of a file's rows.
 */
export type WrittenFile = { 
/**
 * Its name, without its folder.
 */
file: string, 
/**
 * SHA-256 of the bytes as read, in hexadecimal.
 */
sha256: string, 
/**
 * How its rows are held: a container's id.
 */
container: string, 
/**
 * What they are: a kind's id.
 */
kind: string, 
/**
 * An earlier import of the same bytes into this case.
 */
same_as?: number, 
/**
 * That one was taken back.
 */
same_as_taken_back?: boolean, 
/**
 * Data records.
 */
read: number, 
/**
 * Accounts that were not in the case.
 */
new: number, 
/**
 * Rows of accounts already there.
 */
merged: number, 
/**
 * Rows not taken.
 */
rejected: number, 
/**
 * Rows whose account is not there; `None`: the import brings accounts.
 */
unmatched?: number, };
