// Made from the registry of commands by `cargo xtask bindings`; not to be edited.

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
 * What an account is.
 */
export type AccountKind = "person" | "shared" | "guest" | "service" | "list_entry" | "unknown";

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
 * What a residence tag rests on. Every residence has one, and reports print it.
 */
export type Basis = "hr" | "customer" | "list" | "stated" | "office" | "licence" | "hand";

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
 * Of `import --as`.
 */
importers: Array<string>, 
/**
 * Of `import --map COLUMN=FIELD`.
 */
fields: Array<string>, 
/**
 * Of `chart --chart`.
 */
charts: Array<string>, 
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
 * Single answers by key (see `model::keys`): what kind, which systems, how discovered …
 */
answers: Record<string, string>, 
/**
 * Who plays which part.
 */
parties: Array<Party>, 
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
 * The name of the controller, as typed.
 */
controller: string | null, 
/**
 * The case's own reference.
 */
reference: string | null, 
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
 * What is to be set of a case, as `case set` takes it.
 */
export type CaseSettings = { 
/**
 * The case.
 */
case: number, 
/**
 * `KEY=VALUE`, `KEY+=JSON`, `KEY[ID].FIELD=VALUE`, `KEY[ID]-`.
 */
settings: Array<string>, };

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
 * The SVG file.
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
 * A claim about a number (domain.md, section 1).
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
reason: string | null, };

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
 * The sum of the rows contradicts it (headless.md, Facts).
 */
contradicted: boolean, 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, whole_folders?: number, };

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
 * What was adopted; `null`: it is open.
 */
adopted: unknown, 
/**
 * By which deed.
 */
by: Deed | null, };

/**
 * One of them.
 */
export type ConflictStatement = { 
/**
 * A text; of records, a count.
 */
value: unknown, 
/**
 * The import.
 */
import: number, 
/**
 * The file's name.
 */
file: string | null, 
/**
 * The line.
 */
line: number, };

export type Count = { 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, whole_folders?: number, };

/**
 * What a log covers.
 */
export type Coverage = { 
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
 * A category of data (EDPB template v1.0, field 70).
 */
export type DataCategory = "basic" | "contact" | "biometric" | "criminal" | "political" | "ethnic" | "religious" | "sex_life" | "trade_union" | "genetic" | "health" | "financial" | "employment_health" | "identification" | "location" | "official_document" | "payment" | "profile" | "credentials" | "not_yet_known" | "additional" | "message_content";

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
 * Data records read by imports that stand.
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
 * What a party determined (domain.md, section 1 and 6).
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
 * When.
 */
made_at: string, 
/**
 * Whose, where a case has several parties.
 */
party: string | null, 
/**
 * The id of the one that took its place.
 */
superseded_by: number | null, };

/**
 * What a party determined.
 */
export type DeterminationKind = "awareness" | "breach" | "risk" | "materiality" | "notification" | "communication";

/**
 * What is over the window, or was dropped on it.
 */
export type Dropped = "over" | "away" | { "files": Array<ChosenFile> };

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
 * SHA-256 of the facts it speaks of, in hexadecimal: two exports of the same state are one version.
 */
facts_sha256: string, 
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
 * What data of whom were exposed, how (domain.md, section 1).
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
source: string | null, };

/**
 * Persons by data category.
 */
export type ExposureRow = { 
/**
 * ISO code; `None`: not known or not split.
 */
residence: string | null, 
/**
 * Which data.
 */
data_category: DataCategory, 
/**
 * Whose.
 */
group: string, 
/**
 * How many.
 */
persons: Count, };

/**
 * The numbers of a case, as of an instant.
 */
export type Facts = { 
/**
 * What is written down about the case; in JSON its id.
 */
case: number, 
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
 * Records of the case's main unit.
 */
records: Figured, 
/**
 * Records by unit, where there is more than one; never added (domain.md, section 1).
 */
records_by_unit: Array<Count>, 
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
 * Persons by data category, with the residence where it is known.
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
 * From what was read to what is counted.
 */
derivation: Derivation, 
/**
 * Accounts that lack a region, an organisation, a residence.
 */
untagged: Untagged, };

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
words: Array<string>, };

/**
 * A number that an adopted claim or a typed count may stand over: both are kept (rules 11 and 12).
 */
export type Figured = { 
/**
 * What the rows add up to, where something else stands over it.
 */
sum: Count | null, 
/**
 * What stands: the id of the adopted claim.
 */
claim: number | null, 
/**
 * What stands: a typed count.
 */
typed: boolean, 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, whole_folders?: number, };

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
sum: Count | null, 
/**
 * What stands: the id of the adopted claim.
 */
claim: number | null, 
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
source: string | null, };

/**
 * What an import recorded (domain.md, section 6). It stays when its rows are taken back.
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
 * Data records read.
 */
read: number, 
/**
 * New accounts.
 */
new: number, 
/**
 * Rows of accounts already there.
 */
merged: number, 
/**
 * Rows without a usable key.
 */
rejected: number, 
/**
 * Whether its rows have been taken back.
 */
taken_back: boolean, 
/**
 * Who handed it over, who collected it, with what query and period.
 */
handed_over: string | null, };

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
 * The importer's id.
 */
importer: string, 
/**
 * How it was read: encoding, delimiter, sheet, header row, date order, zone.
 */
reading: string, 
/**
 * Data records read.
 */
read: number, 
/**
 * New accounts.
 */
new: number, 
/**
 * Rows of accounts already there.
 */
merged: number, 
/**
 * Rows without a usable key.
 */
rejected: number, };

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

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * The kind of an identifier. Rows merge only within a kind; `none` never merges.
 */
export type KeyKind = "email" | "upn" | "object_id" | "user_name" | "customer_number" | "employee_number" | "patient_number" | "phone" | "name_birth" | "none";

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
 * The words it may be.
 */
words: Array<string>, 
/**
 * The fields of its rows.
 */
fields: Array<FieldRow>, };

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
 * The name of the controller, as typed.
 */
controller: string | null, 
/**
 * The case's own reference.
 */
reference: string | null, 
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
source: string | null, };

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
 * Whose step, where it is one party's: the organisation's name.
 */
party: string | null, };

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
zone_assumed?: string | null, };

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
size: number, };

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
who: string | null, };

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
 * What undo and redo would do.
 */
next: Next, };

/**
 * An organisation in a role, on whose behalf (domain.md, section 3).
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
 * The organisation's name.
 */
organisation: string, 
/**
 * On whose behalf: another organisation's name.
 */
on_behalf_of: string | null, 
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
 * A group of data subjects (EDPB template v1.0, field 65, and domain.md, section 1).
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
sum: Count | null, 
/**
 * What stands: the id of the adopted claim.
 */
claim: number | null, 
/**
 * What stands: a typed count.
 */
typed: boolean, 
/**
 * The number beside the qualifier; none where there is none.
 */
value: number | null, qualifier: Qualifier, low: number, 
/**
 * `null` is open.
 */
high: number | null, unit: Unit, unknown_parts: number, whole_folders?: number, };

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
length: number | null, };

/**
 * How exact an instant is known.
 */
export type Precision = "year" | "month" | "day" | "minute" | "second";

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
 * The word beside a number: what the two bounds amount to (domain.md, section 4).
 */
export type Qualifier = "exact" | "at_least" | "at_most" | "between" | "approximate" | "to_be_determined" | "cannot_be_determined";

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
 * A country of residence.
 */
export type ResidenceRow = { 
/**
 * ISO 3166-1 or -2 code; `None`: not known.
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
persons: Count, };

/**
 * The part an organisation plays in a case.
 */
export type Role = "controller" | "joint_controller" | "processor" | "sub_processor" | "client" | "recipient" | "representative" | "provider";

/**
 * What a sample says of itself.
 */
export type Sample = "reconstructed" | "fictional";

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
 * The name that stands beside what this person does; `null`: the login name.
 */
name: string | null, 
/**
 * Where copies of the book go when it is closed; `null`: nowhere.
 */
backup_folder: string | null, 
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
default_book: ChosenFile | null, };

/**
 * How far it is established that an account is affected. The graver word comes later in [`Status::gravity`].
 */
export type Status = "confirmed" | "suspected" | "cleared";

/**
 * How strong a passphrase is.
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
 * Make the region or organisation where it is not there.
 */
create: boolean, };

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
 * A way in which an account is affected; each has a status of its own.
 */
export type Way = "signed_in" | "content_accessed" | "synced_whole" | "listed" | "phished" | "forwarding_set" | "file_downloaded";

/**
 * A chosen book.
 */
export type WhichBook = { 
/**
 * Its token.
 */
token: number, };

/**
 * Where what an account holds comes from.
 */
export type Why = { 
/**
 * `region`, `organisation`, `residence`, `status`, `records`.
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
 * A piece of work, by the name the page gave it.
 */
export type Work = { 
/**
 * Its name.
 */
work: string, };
