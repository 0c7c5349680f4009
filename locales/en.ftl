### English, as readers at the ICO and the EDPB expect it. One file is one language; nothing registers it.

# The locale whose numbers and dates it follows.
locale = en-GB
language-name = English

## numbers
count-at-least = at least { $number }
count-at-most = at most { $number }
count-between = { $low } to { $high }
count-at-least-approximate = at least approximately { $number }
count-approximate = about { $number }
count-approximate-band = about { $number } ({ $low } to { $high })
count-approximate-from = about { $number } (at least { $low })
count-to-be-determined = to be determined
count-cannot-be-determined = cannot be determined
count-open-of = { $unit }: { $count }
count-of-account = { $count } { $n ->
    [one] account
   *[other] accounts
}
count-of-person = { $count } { $n ->
    [one] person
   *[other] persons
}
count-of-email = { $count } { $n ->
    [one] e-mail
   *[other] e-mails
}
count-of-file = { $count } { $n ->
    [one] file
   *[other] files
}
count-of-database-row = { $count } { $n ->
    [one] database row
   *[other] database rows
}
count-of-paper = { $count } { $n ->
    [one] paper record
   *[other] paper records
}
count-of-login = { $count } { $n ->
    [one] log-in
   *[other] log-ins
}
count-of-record = { $count } { $n ->
    [one] record
   *[other] records
}
count-of-organisation = { $count } { $n ->
    [one] organisation
   *[other] organisations
}

## times
moment = { $date }, { $time } { $zone }
moment-short = { $date }, { $time }
period = { $from } to { $until }
period-open = from { $from }, end to be determined
zone-utc = UTC
zone-gmt = GMT
zone-bst = BST
zone-wet = WET
zone-west = WEST
zone-cet = CET
zone-cest = CEST
zone-eet = EET
zone-eest = EEST
zone-est = EST
zone-edt = EDT
zone-mst = MST
zone-mdt = MDT
zone-pst = PST
zone-pdt = PDT

## places
country-part = { $part }, { $country }

## words of the closed lists
status-confirmed = confirmed
status-suspected = suspected
status-cleared = cleared
way-signed-in = signed in to
way-content-accessed = content accessed
way-synced-whole = content synced whole
way-listed = listed in data obtained
way-phished = credentials given to a false page
way-forwarding-set = forwarding or inbox rule set
way-file-downloaded = file downloaded
kind-person = personal account
kind-shared = shared or role mailbox
kind-guest = guest account
kind-service = service account, room or device
kind-list-entry = entry in a list
kind-unknown = kind not stated
key-kind-email = e-mail address
key-kind-upn = user principal name
key-kind-object-id = object id
key-kind-user-name = user name
key-kind-customer-number = customer number
key-kind-employee-number = employee number
key-kind-patient-number = patient number
key-kind-phone = telephone number
key-kind-name-birth = name and date of birth
key-kind-none = no identifier
basis-hr = personnel records
basis-customer = customer records
basis-list = imported list
basis-stated = stated by the person
basis-office = office (proxy)
basis-licence = licence (proxy)
basis-hand = entered by hand
unit-account = Accounts
unit-person = Persons
unit-email = E-mails
unit-file = Files
unit-database-row = Database rows
unit-paper = Paper records
unit-login = Log-ins
unit-record = Records
unit-organisation = Organisations
qualifier-exact = exact
qualifier-at-least = at least
qualifier-at-most = at most
qualifier-between = between
qualifier-approximate = approximate
qualifier-to-be-determined = to be determined
qualifier-cannot-be-determined = cannot be determined
standing-claimed = claimed
standing-own = own finding
standing-confirmed = confirmed by a third party
role-controller = controller
role-joint-controller = joint controller
role-processor = processor
role-sub-processor = sub-processor
role-client = client and controller
role-recipient = recipient
role-representative = representative (Art. 27 GDPR)
role-provider = service provider
group-owner = owners
group-correspondent = correspondents
group-named-in-content = named in content
group-in-directory = listed in a directory
group-customer = customers
group-patient = patients
group-employee = employees
group-student = students
group-subscriber = subscribers
group-user = users
group-other = others
milestone-began = began
milestone-ended = ended
milestone-detected = first sign
milestone-suspected = suspected
milestone-told = told by others
milestone-confirmed = suspicion confirmed
milestone-contained = contained
milestone-notified = authority notified
milestone-communicated = data subjects told
milestone-published = became public
milestone-other = other event
determination-awareness = awareness
determination-breach = personal data breach
determination-risk = risk
determination-materiality = materiality
determination-notification = notification to the authority
determination-communication = communication to data subjects
determination-awareness-incident = awareness of the incident
determination-awareness-significance = awareness that the incident is significant
determination-significance = significance of the incident
risk-high = high risk
risk-risk = risk, not high
risk-unlikely = risk unlikely
risk-open = still being assessed
measure-state-taken = taken
measure-state-planned = planned
measure-in-place = in place beforehand
measure-mitigating = mitigating
measure-preventive = preventive
data-category-basic = basic personal identifiers
data-category-contact = contact details
data-category-biometric = biometric data
data-category-criminal = data on criminal convictions and offences
data-category-political = political opinions
data-category-ethnic = racial or ethnic origin
data-category-religious = religious or philosophical beliefs
data-category-sex-life = sex life or sexual orientation
data-category-trade-union = trade union membership
data-category-genetic = genetic data
data-category-health = data concerning health
data-category-financial = economic and financial data
data-category-employment-health = health data in employment
data-category-identification = national identification numbers
data-category-location = location data
data-category-official-document = images or copies of official documents
data-category-payment = means of payment
data-category-profile = profiles of persons
data-category-credentials = credentials
data-category-not-yet-known = category to be determined
data-category-additional = other data
data-category-message-content = content of messages
protection-intact = protected, and the protection holds
protection-subverted = protected, but the key is likely taken
protection-none = not protected
protection-not-assessable = cannot be assessed
protection-open = to be determined
precision-year = year
precision-month = month
precision-day = day
precision-minute = minute
precision-second = second

## refusals: what is wrong, where, what to do
error-without-words = Refused ({ $code }).
placed = { $sentence } ({ $place })
meant = { $sentence } Perhaps “{ $meant }” is meant.
place-file = { $file }
place-line = line { $line }
place-column = character { $column }
problem-in-column = { $problem } (column “{ $column }”)
error-language-unknown = There are no phrases in “{ $language }”. Known: { $known }.
error-word-unknown = “{ $word }” is no { $what }. Known: { $known }.
error-time-unreadable = “{ $text }” is no time. Write 2026-11-24T09:00+01:00, 2026-11-24, 2026-11 or 2026.
error-time-without-zone = “{ $text }” names no zone. Add one, for example +01:00 or Z.
error-time-ambiguous = “{ $text }” happened twice in { $zone }: the clock was set back. Add the offset, for example +01:00.
error-time-does-not-exist = “{ $text }” does not exist in { $zone }: the clock was set forward. Check the time.
error-time-end-before-begin = “{ $text }” ends before it begins. Put the earlier time first.

## import
error-import-read-failed = “{ $file }” could not be read to its end. Copy it to this computer and try again.
error-import-changed-while-read = “{ $file }” was changed while it was read; nothing was imported. Wait until nobody writes to it any more, or take a copy of it, and try again.
error-import-empty = “{ $file }” holds no rows.
error-import-not-text = “{ $file }” is neither a text table nor a workbook. Save the list as CSV or XLSX.
error-import-format-not-yet = “{ $file }” is { $what }, which cannot be read yet. Save the list as CSV or XLSX.
error-import-audit-log-not-yet = “{ $file }” is a log ({ $what }), no list of accounts: its rows are events. Logs cannot be read yet.
error-import-no-key-column = No column of “{ $file }” holds an identifier such as an e-mail address or a customer number. Its columns: { $columns }. Name one, for example --map COLUMN=key.
error-import-no-return-sheet = “{ $file }” is no sheet that was handed out and came back, either: it lacks { $columns }.
error-import-unknown-column = There is no column “{ $column }” in “{ $file }”. Columns: { $known }.
error-import-unknown-field = There is no field “{ $field }”. Fields: { $known }.
error-kind-unknown = There is no kind of file “{ $id }”. Known: { $known }.
error-import-secret-column = The column “{ $column }” of “{ $file }” looks like passwords, bank accounts or cards. It is never read.
error-import-date-order = The column “{ $column }” of “{ $file }” does not settle which number is the day ({ $samples }). Say --date-order day-month or month-day.
error-import-broken-workbook = “{ $file }” is damaged and cannot be opened as a workbook. Open it in your spreadsheet program and save it again as XLSX.
error-import-encrypted-workbook = “{ $file }” is protected by a password. Remove it in your spreadsheet program and save the file again.
error-import-workbook-too-large = “{ $file }” holds more than { $megabytes } MB in one of its parts, more than is read of a workbook. Save the sheet as CSV.
error-import-read-in-two-ways = “{ $file }” can be read in two ways: it has two directories, two parts of one name, or parts that share bytes. Another program may see other rows in it. Open it where it was made and save it again.
error-import-not-a-workbook = “{ $file }” is a container, but no workbook. Save the list as CSV or XLSX.
error-import-archive-empty = “{ $file }” is an archive without a file in it.
error-import-archive-too-many = “{ $file }” holds more than { $most } files. Unpack it and import those that are lists.
error-import-archive-encrypted = “{ $member }” in “{ $file }” is protected by a password. Unpack it with the password and import the file itself.
error-import-archive-method = “{ $member }” in “{ $file }” is packed in a way that is not read here. Unpack it and import the file itself.
error-import-archive-nested = “{ $member }” in “{ $file }” is an archive itself. Unpack it and import the files in it.
error-import-archive-absurd = “{ $member }” in “{ $file }” unpacks to more than { $megabytes } MB, far more than lists and logs do. If it is meant, unpack it and import the file itself.
error-import-archive-broken = “{ $member }” in “{ $file }” does not unpack: the archive is damaged. Take a fresh copy of it.
error-import-too-many-fields = The objects of “{ $file }” have more than { $most } different fields.
error-import-broken-json = “{ $file }” does not hold as JSON at line { $line }.
error-import-unknown-sheet = There is no sheet “{ $sheet }” in “{ $file }”. Sheets: { $known }.
error-import-no-header-line = “{ $file }” has no record that begins in line { $line } among its first. Say the line of the header with --header-line, or 0 where there is none.
error-import-unknown-encoding = “{ $encoding }” is no encoding that is read here. Some: { $known }.
error-import-zero-bytes = “{ $file }” is full of NUL bytes: a crash may have cut it off, or it is no text. Have it exported again.
problem-row-no-key = no identifier in the row
problem-row-too-many-cells = { $cells } cells under { $columns } headers
problem-row-no-object = no object of JSON that holds
problem-row-named-twice = an object of JSON with two fields of one name
problem-row-too-long = the row is longer than any list’s; perhaps a line break is missing
problem-row-stray-quote = a quotation mark is not closed; the line was taken as it stands
problem-row-footer = “{ $value }” is a line below the list, or a sum of it, and no record; it was not counted
problem-row-beside = “{ $value }” stands beside the table and was not read
problem-row-above-header = “{ $value }” stands above the header and was not read; --header-line says where the header is
problem-text-guessed = the text is read as { $encoding }, as its letters suggest: “{ $value }”. If they look wrong, say --encoding
problem-text-offered = the text is read as { $encoding }: “{ $value }”. Its letters look wrong; --encoding { $other } may be right
problem-text-mixed = most of the text is UTF-8; what is not was read as windows-1252, from here on: “{ $value }”
problem-sheet-unknown-account = the case has no account { $key }; a filled-in sheet brings no new ones
problem-sheet-asked-twice = line { $other } says something else of the same account { $key }; the line above stands, the one below was not taken
problem-sheet-hidden = the sheet “{ $value }” is hidden; it was read because no other holds a list
problem-key-no-at = “{ $value }” is no e-mail address: there is no @
problem-key-no-local-part = “{ $value }” is no e-mail address: nothing stands before the @
problem-key-bad-local-part = “{ $value }” is no e-mail address: what stands before the @ cannot be
problem-key-several-at = “{ $value }” is more than one e-mail address, or none
problem-key-bad-domain = “{ $value }” is no e-mail address: what follows the @ is no domain
problem-key-control-character = the identifier holds a character that cannot be seen
problem-key-too-long = the identifier is longer than 254 octets
problem-key-not-a-guid = “{ $value }” is no object id (GUID)
problem-key-not-a-phone = “{ $value }” is no telephone number
problem-key-several = “{ $value }” names several accounts, and the row a number: of which of them it is cannot be known
problem-key-several-each = “{ $value }” names several accounts; each was taken, without a name and further identifiers that stand beside them
problem-key-lost = “{ $value }” is what a spreadsheet shows where it has no value, or no room for one
problem-key-rounded = “{ $value }” is a number whose last digits are gone; several accounts may share what is left. Let the column be written as text
problem-key-secret = the identifier looks like a bank account or a card; it is never stored
problem-key-may-be-nothing = “{ $value }” may mean that there is none; it was taken as the identifier, once
problem-key-two-accounts = the row means “{ $own }” and “{ $other }” at once, two accounts of this case; it was taken for the first, and which of them it is is a conflict
problem-field-not-a-number = “{ $value }” is no whole number; the field stays open
problem-field-number-ambiguous = “{ $value }” can be thousands or decimals, as others of the column are; the field stays open
problem-field-negative-number = “{ $value }” is below nought; the field stays open
problem-field-number-too-large = “{ $value }” is too large; the field stays open
problem-field-unknown-word = “{ $value }” is not known here; the field stays open
problem-field-unknown-status = “{ $value }” is no status known here; the account counts as suspected
problem-field-nothing = “{ $value }” is taken as no entry, here and further down the column
problem-field-namibia = “{ $value }” is read as the code of Namibia, here and further down the column
problem-field-lost = “{ $value }” is what a spreadsheet shows where it has no value, or no room for one; the field stays open
problem-field-merged = “{ $value }” stands in a merged cell and counts for each of its rows, here and further down the column
problem-field-formula = a formula stands here without its result; open the workbook in your spreadsheet program and save it once. The field stays open
problem-field-path-too-long = the path has more levels or a longer name than a tree has; the field stays open
problem-field-not-a-country = “{ $value }” is no country; the field stays open
problem-field-not-a-subdivision = “{ $value }” is no part of that country; the country stays
problem-field-several-values = it holds several values; the field stays open
problem-field-merged-number = “{ $value }” stands in a merged cell, of several rows together; it is not counted for each, and the field stays open
problem-field-not-exact = it has more digits than were kept; the field stays open. Let it be written as a text
problem-field-secret = looks like a bank account or a card; it was not read
problem-time-unreadable = “{ $value }” is no time; the field stays open
problem-time-outside = “{ $value }” lies before 1990 or in the future, as programs write it where they have no time; the field stays open
problem-time-last-before-first = the last access, “{ $value }”, lies before the first; it stays open
problem-time-merged-last-before-first = the last access of { $key }, as lists state it by now, lies before the first
problem-time-two-digit-year = “{ $value }” has a year of two digits; the field stays open
problem-time-order-open = which number of “{ $value }” is the day is not settled; the field stays open
problem-time-ambiguous = “{ $value }” happened twice in { $zone }: the clock was set back; the field stays open
problem-time-does-not-exist = “{ $value }” does not exist in { $zone }: the clock was set forward; the field stays open

## charts
chart-sample-reconstructed = sample, reconstructed from public facts
chart-sample-fictional = sample, freely invented
chart-title-of-sample = { $title } · { $sample }
chart-by-region = Accounts by region
chart-by-organisation = Accounts by organisation
chart-region-by-organisation = Accounts by region and organisation
chart-timeline = Timeline
chart-derivation = From rows read to accounts counted
chart-region = Region
chart-organisation = Organisation
chart-no-region = no region
chart-no-organisation = no organisation
chart-others = { $n ->
    [one] { $n } other
   *[other] { $n } others
}
chart-bar = { $label }: { $number }
chart-bars-alt = Bar chart. { $title }: { $rows }. In total { $total }.
chart-rows-more = { $rows }; and { $n ->
    [one] one more row, which the table holds
   *[other] { $n } more rows, which the table holds
}
chart-note-solid = Solid: confirmed.
chart-note-hatched = Hatched: suspected besides.
chart-note-open = Arrow head: upper bound open.
chart-note-indented = A row set in is part of the row above it.
chart-note-unknown = Grey: not assigned.
chart-note-small = A very small bar is drawn longer than to scale; its number counts.
chart-note-cleared = Cleared accounts are not counted.
chart-note-others = The table holds every row that is drawn together.
chart-empty = There is no account in this case yet. Import a list.
chart-matrix-alt = Table shaded by number. { $title }: { $rows }. In total { $total }.
chart-matrix-cell = { $row } and { $column }
chart-note-matrix = The stronger the colour, the more confirmed accounts; a hatched foot: suspected besides. a–b: from a to b; ≥ at least; ≤ at most; ? to be determined.
chart-event = Event
chart-when = When
chart-source = Source
chart-mark = { $what }, { $when }
chart-mark-of = { $what } ({ $who }), { $when }
chart-occurred = occurred
chart-occurred-open = occurred, end to be determined
chart-span = { $from } to { $until }
chart-peak = Bars: { $unit } by day of first access; the highest day: { $day }, { $number }
chart-coverage = Log coverage; hatched: no complete log
chart-coverage-none = No log coverage has been entered: hatched throughout. No record is not no access.
chart-note-timeline = Linear time axis; days and times in the time zone { $zone }.
chart-note-bands = A band: known to the day or month only, or a period.
chart-note-undated = Without a date: { $number }.
chart-timeline-alt = Time axis from { $from } to { $until }, time zone { $zone }. { $marks }
chart-timeline-marks = Marked: { $marks }.
chart-timeline-alt-days = { $unit } by day of first access on { $days }; the highest is { $day } with { $number }.
chart-timeline-alt-one-day = { $unit } by day of first access: { $number } on { $day }.
chart-days = { $n ->
    [one] one day
   *[other] { $n } days
}
chart-timeline-empty = Nothing has a date yet. Enter when it happened and the milestones, or import a list with dates of access.
chart-log-covered = log covers: { $what }
chart-log-cut = log not complete: { $what }
chart-log-cut-why = log not complete: { $what } ({ $reason })
chart-without-date = without a date
chart-step = Step
chart-number = Number
chart-step-read = rows read
chart-step-rejected = without a usable key, rejected
chart-step-merged = of accounts already there, merged
chart-step-cleared = accounts cleared, not counted
chart-step-suspected = accounts suspected, in the upper bound only
chart-step-confirmed = accounts confirmed, counted
chart-note-derivation = Grey: taken away. Hatched: suspected. Each step begins where the one before it ended.
chart-derivation-alt = Steps from rows to accounts: { $read } rows read, { $rejected } rejected, { $merged } merged, { $cleared } accounts cleared; { $confirmed } accounts confirmed and { $suspected } suspected.
chart-derivation-empty = Nothing has been imported yet. Import a list.
## answers: words of the keys that hold a list (EDPB template v1.0, fields 50, 53, 60, 61, 85, 86)
discovery-controller = by the controller
discovery-processor = by a processor, who told the controller
discovery-data-subject = through a data subject
discovery-external = through an external party
discovery-press = through the press
discovery-other = in another way
nature-confidentiality = confidentiality
nature-integrity = integrity
nature-availability = availability
incident-privilege-abuse = abuse of access privileges by staff
incident-ransomware = encryption of data, ransomware
incident-hacking = hacking, malware
incident-phishing = phishing, social engineering
incident-vulnerability = vulnerability exploited, or likely exploited
incident-unauthorised-access = unauthorised access to IT systems
incident-exfiltration = unauthorised extraction of data
incident-wrong-person-shown = data of the wrong person shown
incident-device-lost = device lost or missing
incident-e-waste = data left on a device disposed of
incident-paper-disposal = paper disposed of improperly
incident-mail-lost = mail lost, opened or misdelivered
incident-misconfiguration = misconfiguration
incident-wrong-permissions = wrong access permissions
incident-paper-lost = paper lost or left unsecured
incident-data-deleted = data deleted or destroyed
incident-wrong-recipient-displayed = data displayed to the wrong recipient
incident-sent-by-mistake = data sent by mistake
incident-open-list = e-mail with an open distribution list
incident-malfunction = technical malfunction
incident-unauthorised-modification = unauthorised modification of data
incident-unintended-publication = unintended publication
incident-verbal-disclosure = verbal disclosure
incident-open = to be determined
incident-other = other
cause-internal-non-malicious = internal, not malicious
cause-internal-malicious = internal, malicious
cause-external-non-malicious = external, not malicious
cause-external-malicious = external, malicious
cause-open = to be determined
cause-not-determinable = cannot be determined
impact-loss-of-control = loss of control over personal data
impact-limitation-of-rights = limitation of rights
impact-discrimination = discrimination
impact-identity-theft = identity theft or misuse
impact-fraud = fraud
impact-financial-loss = financial loss
impact-reversal-of-pseudonymisation = unauthorised reversal of pseudonymisation
impact-reputation = damage to reputation
impact-professional-secrecy = loss of confidentiality under professional secrecy
impact-disclosure = disclosure to unauthorised third parties
impact-economic-disadvantage = economic or social disadvantage
impact-physical-harm = physical or mental harm
impact-property-damage = damage to property
impact-other = other
impact-open = to be determined
severity-negligible = negligible
severity-limited = limited
severity-significant = significant
severity-maximum = maximum
severity-open = to be determined
breach-yes = yes
breach-no = no
breach-open = open
notification-notified = notified
notification-to-be-notified = to be notified
notification-not-notified = not notified
notification-open = open
communication-told = data subjects have been told
communication-to-be-told = data subjects will be told
communication-date-open = planned, date to be determined
communication-open = open
communication-no-high-risk = not planned, no high risk
communication-exempt = not required (Art. 34(3) GDPR)
materiality-material = material
materiality-not-material = not material
materiality-open = open
significance-significant = significant
significance-not-significant = not significant
significance-open = open

## reports: words of every template
table-caption = Table { $n }. { $title }
drawing-caption = Fig. { $n }. { $title }. { $note }
heading = { $n }. { $title }
see-section = see section { $n }
page-of = Page { $page } of { $pages }
footer-reference = Case { $reference }
footer-version = Version { $version }
footer-log = Log { $entry } · { $head }
footer-as-of = As known on { $as_of }
sample-reconstructed = SAMPLE · reconstructed from public reports, addresses invented
sample-fictional = SAMPLE · freely invented
to-be-determined = to be determined
source = (Source: { $source })
by-on = { $by }, { $at }
on-advice = on the advice of { $whose }

## dossier: head and first page
dossier-kicker = Internal documentation under Art. 33(5) GDPR, without names
dossier-kicker-names = Internal documentation under Art. 33(5) GDPR, with names: confidential
dossier-first = Version { $version } · as known on { $as_of }
dossier-follow-up = Follow-up to version { $before } of { $date } · changes in section { $section }
dossier-subject = Internal documentation of an incident under Art. 33(5) GDPR, as known on { $as_of }
dossier-keyword-article = Art. 33(5) GDPR
dossier-keyword-kind = dossier
term-controller = Controller
term-dpo = DPO
term-period = Period
term-awareness = Awareness
term-classification = Classification
term-kind = Nature
term-systems = Systems
term-parties = Other parties
term-data = Data
term-risk = Risk
term-decisions = Decisions
term-measures = Measures
also-processor = { $name }; also processor for { $clients }
first-sign = first sign { $at }
discovered = discovered { $how }
determined-by = determined by { $by }
gap-to-first-sign = ; for the time since the first sign see section { $n }
late-reasons = ; reasons for the delay: { $reasons }
awareness-not-determined = not yet determined
awareness-candidates = not yet determined; candidates: { $candidates }
incident-not-classified = incident; whether it is a personal data breach is not yet determined
classified-as-breach = personal data breach (Art. 4(12) GDPR), so determined
classified-as-no-breach = incident; not a personal data breach, determined by { $by } on { $date }
cause = cause: { $cause }
many-parties = { $n } further parties, { $see }
risk-not-assessed = not yet assessed
risk-because = { $risk }: { $reason }
decisions-sentence = Notification (Art. 33 GDPR): { $notification }; communication (Art. 34 GDPR): { $communication }
communication-not-decided = not yet decided
notification-not-decided = not yet decided
contained-since = contained since { $at }
no-measure-yet = No measure has been recorded yet.
n-confirmed = { $n } confirmed
n-suspected = { $n } suspected
n-cleared = { $n } cleared, not counted
n-owners = { $count } owners
in-addition = in addition: { $group }, { $count }
group-estimated = { $group } estimated
whole-folders = { $n ->
    [one] { $n } folder synced whole
   *[other] { $n } folders synced whole
}
undeterminable-parts = { $n ->
    [one] cannot be determined for { $n } account
   *[other] cannot be determined for { $n } accounts
}
distinct = { $count } distinct over all mailboxes
records-added-by-account = sum over the accounts
stands-claim = adopted claim: { $source }
stands-typed = stated, not counted from a list
open-heading = What is open, and by when it follows
open-until = { $what }: by { $until }
open-without-time = { $what }: date to be determined
by-residence-title = Accounts and owners by country of residence
by-region-title = Accounts, owners and records by reporting region
by-organisation-title = Accounts, owners and records by organisation
crossed-title = Accounts and records by region and organisation
residence-not-known = not known
part-not-known = part of the country not known
region-none = without a region
organisation-none = without an organisation
further-countries = { $n ->
    [one] { $n } further country
   *[other] { $n } further countries
}
further-regions = { $n ->
    [one] { $n } further region
   *[other] { $n } further regions
}
total-distinct = total (no double counting)
total-stated = reported (adopted claim or entered number)
total-persons = distinct persons in total
proxy-note = Proxy: the country of the office or of the licence stands in for the residence.
rows-nested = An indented row is part of the row above it.
rows-note = Owners are distinct persons within a row; one person may stand in several rows.

## dossier: tables
column-country = Country
column-region = Region
column-organisation = Organisation
column-accounts = Accounts
column-owners = Owners
column-persons = Persons
column-records = Records
column-basis = Basis
column-group = Group
column-overlaps = May overlap with
column-from = From
column-step = Step
column-count = Number
column-when = When
column-what = What
column-source = Source
column-log = Log
column-from-time = From
column-until-time = To
column-whole = Coverage
column-about = About
column-number = Number
column-said = Said
column-adopted = Adopted?
column-role = Role
column-on-behalf = On behalf of
column-established = Established in
column-reference = Reference
column-aware = Aware since
aware-not-yet = not determined yet
column-decision = Matter
column-outcome = Outcome
column-by = By, on
column-reason = Ground
column-category = Data
column-way = Way
column-protection = Protection
column-measure = Measure
column-kind = Purpose
column-state = State
column-value = Value
column-rule = Counting rule
column-left-out = Left out
column-files = Files
column-last = Before
column-now = Now
column-causes = Causes
column-file = File
column-imported = Imported by, on
column-read = Read
column-new = New
column-merged = Merged
column-rejected = Rejected
column-name = Name
column-account = Account
column-status = Status

## dossier: sections
dossier-changes = Changes since the previous version
dossier-numbers = Numbers
dossier-persons = Data subjects
dossier-exposures = Data concerned
dossier-timeline = Timeline
dossier-claims = Claims about numbers
dossier-parties = Parties
dossier-decisions = Decisions
dossier-consequences = Likely consequences
dossier-measures = Measures
dossier-number-sheet = Number sheet
dossier-method = Method
dossier-annex = Annex: accounts
changes-none = None of the main numbers has changed since the previous version.
changes-title = Main numbers, before and now
cause-low = { $what } { $by }
cause-high = { $what } { $by } (upper bound)
cause-opened = { $what } (upper bound open)
accounts-not-examined = Accounts: { $accounts }. No list has been imported or examined yet.
accounts-sentence = Potentially affected, by status: { $accounts }; { $confirmed }, { $suspected }.
cleared-sentence = { $n ->
    [one] { $n } cleared account is listed and not counted.
   *[other] { $n } cleared accounts are listed and not counted.
}
stands-alone = { $printed } ({ $over })
stands-over = { $printed } ({ $over }); from the list: { $sum }
units-apart = Records by unit, never added across units: { $units }
whole-folders-sentence = { $n ->
    [one] { $n } folder was synced whole; its items are not in the number.
   *[other] { $n } folders were synced whole; their items are not in the number.
}
distinct-sentence = Distinct over all mailboxes, each message once: { $count }
numbers-region = By reporting region
numbers-organisation = By organisation
numbers-crossed = By region and organisation
numbers-residence = By country of residence
numbers-derivation = From what was read to what is counted
told-on-first-page = { $rows }. See table 1.
derivation-title = From what was read to what is counted
derivation-plain = { $read ->
    [one] { $read } row
   *[other] { $read } rows
} read; none rejected, merged, cleared or suspected. { $confirmed ->
    [one] { $confirmed } account
   *[other] { $confirmed } accounts
} counted.
derivation-read = rows read
derivation-rejected = rejected: without a usable identifier
derivation-merged = merged: account already in the list
derivation-cleared = cleared: not counted
derivation-suspected = suspected: in the upper bound
derivation-confirmed = confirmed: the lower bound
persons-title = Data subjects by group
one-person = Of { $accounts } it was determined that each is one person ({ $which }): { $reason } ({ $by }, { $at })
one-person-all = all accounts of the case
one-person-chosen = { $n ->
    [one] one account, chosen by itself
   *[other] { $n } accounts, chosen one by one
}
one-person-but = { $n ->
    [one] { $which }, but for one account
   *[other] { $which }, but for { $n } accounts
}
persons-note = Groups may hold the same persons; their numbers are not added.
persons-no-group = No group of data subjects has been recorded yet; how many persons are concerned is to be determined.
from-list = counted from the list
from-typed = stated
beside-the-list = { $said }; from the list: { $sum }
exposures-of-list-title = Owners by data, country of residence and way, from the lists
exposures-of-list-note = Each row counts the owners of whom all of it is said together; one person may be in several rows.
exposures-title = Data concerned, by category and group
special-yes = special categories (Art. 9 and 10 GDPR): yes
special-no = special categories (Art. 9 and 10 GDPR): no
special-open = special categories (Art. 9 and 10 GDPR): to be determined
data-not-protected = not protected
data-key-taken = the key is likely obtained
data-partly-protected = not protected, or the key is likely obtained
data-of-group = { $category } ({ $group })
timeline-empty = No point in time has been recorded yet.
milestones-title = What happened when
zone-note = Times are shown in the zone { $zone }, each as exactly as it was stated.
coverage-none = Which periods the logs cover has not been recorded. That a log holds no record does not mean that there was no access.
coverage-title = Log coverage
coverage-note = That a log holds no record does not mean that there was no access. A number from a log with gaps is a lower bound.
coverage-whole = whole
coverage-cut = with gaps
coverage-cut-because = with gaps: { $reason }
claims-lead = Statements by others, as they were made; the one the case goes by is marked.
claims-title = Claims side by side
claim-contradicted = The list contradicts the adopted claim about { $about } ({ $claim }): both are kept, and a decision is due.
adopted = adopted
adopted-by = adopted by { $by }
not-adopted = not adopted
subject-accounts = Accounts
subject-records = Records
subject-records-distinct = Distinct messages
subject-persons = Persons
subject-organisations = Organisations
parties-title = Parties and their roles
parties-note = Each legal entity is aware for itself; its roles share that time, and nobody else does.
party-in-role = { $party } ({ $role })
party-on-behalf = { $name } ({ $role } for { $client })
party-unnamed = not named yet
party-main = main party
party-make-main = Make it the main party
party-make-main-of = Make it the main party: { $party }
party-made-main = { $party } is the main party now: what names nobody is said of it.
main-establishment = { $place } (main establishment)
decisions-title = What was determined
superseded = { $outcome } (superseded)
term-description = What happened
term-discovery-text = Discovery
term-data-place = Place of the data
term-persons-text = Data subjects
term-special-text = Special categories
term-authorities = Other authorities
dossier-incident = Incident
term-consequences = Consequences
term-impact = Impact
term-severity = Severity
term-risk-reason = Ground of the assessment
consequences-open = The likely consequences for data subjects have not been described yet.
measures-title = Measures
number-sheet-title = Each number with its counting rule
number-sheet-note = Files are numbered as below.
table-rule = { $rule } Not assigned: { $count }.
file-used = [{ $n }] { $file }, { $read ->
    [one] { $read } row
   *[other] { $read } rows
} read
file-period = accesses from { $from } to { $until }
number-accounts = Accounts
number-accounts-confirmed = Accounts: confirmed
number-accounts-suspected = Accounts: suspected
number-accounts-cleared = Accounts: cleared
number-records = Records
number-records-distinct = Distinct messages
number-persons = Persons
number-by-region = By reporting region
number-by-organisation = By organisation
number-by-residence = By country of residence
number-by-region-and-organisation = By region and organisation
number-by-day = By day
method-rules = Counting rules
rule-status = Confirmed accounts make the lower bound, suspected ones widen the upper bound, cleared ones are not counted and always listed.
rule-merging = A row of a list whose account is already in the case is merged. Merging never adds numbers.
rule-conflicts = Differing statements about one account are kept with their sources; until one is adopted, the number is the range of all of them.
rule-persons = Without a person's identifier, owners are at most the accounts that may belong to a person.
rule-overlap = Groups of persons may hold the same persons; their total is at least the largest group and at most the sum.
rule-units = Records of different units are never added.
rule-days = A record counts on the day of its first access in the case's time zone; records without a date stand in a line of their own.
rule-residence = Residence rests on the stated basis; office and licence are proxies. A mail domain is never taken for a residence.
rule-claims = An adopted claim stands over the sum of the rows; both are shown.
method-qualifiers = What stands beside a number
meaning-exact = A bare number: counted, all of it.
meaning-at-least = “at least”: counted so far, open above.
meaning-at-most = “at most”: no more than this; how many fewer is open.
meaning-between = “from … to”: between two bounds.
meaning-approximate = “about”: estimated, with a range where one is stated.
meaning-to-be-determined = “to be determined”: not yet counted; work goes on.
meaning-cannot-be-determined = “cannot be determined”: it will not be known better.
method-imports = Files imported
imports-none = No file has been imported; the numbers rest on what was entered by hand.
imports-title = Files imported
imports-note = Counted in rows. Read is the sum of new, merged and rejected.
taken-back = { $file } (taken back)
import-enriched = { $n ->
    [one] { $file } only filled accounts that were there; 1 row named an account that is not in the case.
   *[other] { $file } only filled accounts that were there; { $n } rows named accounts that are not in the case.
}
import-hash = { $file }: { $size } bytes, read as { $container } ({ $kind }), SHA-256 { $sha256 }
method-privacy = Without names
privacy-sentence = This file is without the identifiers of the list: their keys, names and e-mail addresses were searched for and not found in it. Small numbers may still point to a person.
privacy-small-cells = { $n ->
    [one] { $n } cell of the tables holds fewer than three accounts. Suppress it before passing the tables on.
   *[other] { $n } cells of the tables hold fewer than three accounts. Suppress them before passing the tables on.
}
method-log = It speaks of the case after entry { $entry } of the book’s log; that entry’s hash, on which everything hangs that was done up to it: { $head }.
method-program = Counted and written by { $program }.
method-standing = A working aid for the documentation that Art. 33(5) GDPR requires; no official form, no notification, no legal advice.
annex-accounts-title = Accounts counted
annex-cleared-title = Accounts cleared
annex-cleared-lead = Cleared accounts are not counted; they are listed so that the decision can be examined.

## reports: refusals and remarks
leak-title = title
leak-first-page = first page
leak-metadata = what the file says of itself
leak-footer = foot of the pages
leak-attachment = attached file
leak-file = finished file
leak-answers = answers about the case
error-export-leak = The file was not written: although it is to be without names, { $kind ->
    [key] an identifier
    [name] a name
   *[local] the local part of an e-mail address
} from the list stands in it, at “{ $place }”. Change the text there, or export with names.
error-export-unreadable = The finished file could not be read back and was not kept. Try again; if it stays so, report it.
error-template-unknown = There is no template “{ $id }”. Known: { $known }.
error-format-unknown = There is no format “{ $id }”. Known: { $known }.
error-chart-unknown = There is no chart “{ $id }”. Known: { $known }.
file-name-withheld = [name withheld]
error-theme-unknown = There is no theme “{ $id }”. Known: { $known }.
warning-report-unshown = { $n ->
    [one] { $n } character has no glyph in the embedded typeface and stands as its code.
   *[other] { $n } characters have no glyph in the embedded typeface and stand as their codes.
}
warning-report-small-cells = { $n ->
    [one] { $n } cell of the tables holds fewer than three accounts and may point to a person.
   *[other] { $n } cells of the tables hold fewer than three accounts and may point to persons.
}

## number sheet: how each number is counted, what is not in it, why it changed
counting-accounts = Accounts of the imported lists, each once: confirmed ones are the lower bound, suspected ones widen the upper bound, cleared ones are not counted.
counting-accounts-confirmed = Accounts whose status is confirmed.
counting-accounts-suspected = Accounts whose status is suspected; they are in the upper bound only.
counting-accounts-cleared = Accounts whose status is cleared; they are listed and in no other number.
counting-persons = Distinct persons over all groups: at least the largest group, at most the sum, unless groups are stated to share nobody.
counting-persons-owner-determined = Accounts that may belong to a person: where somebody determined that each is one person they are counted; of the others at most so many.
counting-persons-owner = At most the accounts that may belong to a person: without a person's identifier one person may own several.
counting-records = The sum over the confirmed accounts; those of suspected accounts widen the upper bound.
counting-records-open = The sum over the accounts with a number; others have none yet, so it is open above.
counting-records-undeterminable = The sum over the accounts with a number; of others it cannot be determined, so it stays open above.
counting-records-distinct = Messages, each once however many mailboxes it lies in: stated, not counted from the list, and never added to those by mailbox.
counting-records-distinct-most = At most the messages by mailbox: nobody has stated how many of them are distinct.
counting-records-estimated = The sum over the accounts, some of them estimated: rounded to the coarsest estimate.
counting-claim = An adopted claim; it stands over what the list adds up to.
counting-typed = Entered by hand; it stands until the number computed from the list is adopted.
counting-not-examined = Nothing has been examined yet.
counting-by-region = By reporting region, with all regions below; top rows and accounts without a region add up to the total.
counting-by-organisation = By organisation, with all below; top rows and accounts without an organisation add up to the total.
counting-by-subdivision = By part of the country of residence, as far as one is known; with those of whom it is not known, the parts add up to their country.
counting-by-residence = By country of residence, on the stated basis; all rows, with what is not known, add up to the total.
counting-by-region-and-organisation = Each account once, at its own region and organisation; the rows add up to the total.
counting-by-day = By day of first access in the case's time zone; all rows with those without a date add up to the total.
left-out-rejected = rows without a usable identifier
left-out-merged = rows of accounts already in the case
left-out-cleared = cleared accounts
left-out-suspected = suspected accounts
left-out-suspected-low = suspected accounts, in the upper bound only
left-out-no-person = mailboxes, rooms and services without a person
left-out-open-group = { $group }
left-out-without-organisation = accounts without an organisation, in the upper bound only
left-out-without-number = accounts without a number of records
left-out-undeterminable = accounts whose number of records cannot be determined
left-out-whole-folders = folders synced whole, whose items nobody has counted
left-out-other-unit = { $unit }, another unit
cause-import = imported lists
cause-import-undo = imports taken back
cause-tag = changed status or tags
cause-undo = undone steps
cause-redo = steps done again
cause-count-set = counts entered by hand
cause-count-adopt = computed counts adopted
cause-case = changed details of the case, claims among them
cause-conflict = conflicts decided
cause-other = other steps ({ $verb })
cause-not-recorded = cause not recorded
sheet-in-addition = { $count }; in addition: { $parts }
sheet-in-addition-part = { $why }, { $count }
scope-organisation = { $organisation }
scope-party = { $organisation } ({ $role })
scope-party-for = { $organisation } ({ $role } for { $client })
scope-without-organisation = { $accounts } without an organisation may be anybody's: in the upper bounds here, in no lower bound.
parties-do-not-add-up = The parties' numbers do not add up to the case's: who has accounts at two of them counts for both.
cli-party = party
cli-no-parties = The case has no parties.
cli-rests-on-files = files: { $what }
cli-left-out = not counted, or open: { $what }
cli-since = since the last export: { $what }
cli-last-time = it was { $count }
cli-row-since = { $table }: { $row }: { $last } at the last export, { $now } now: { $what }
cli-sha256 = SHA-256 { $sha256 }
error-tag-reason-missing = That each account is one person needs its reason. Write it after --one-person.
error-organisation-unknown = There is no organisation { $organisation } in this case. `organisation list` shows them.
sheet-text = { $name }: { $count } (as of { $at }). { $rule }
sheet-text-from = { $name }: { $count } (as of { $at }; source: { $source }). { $rule }
error-count-not-typed = No count of this name was entered by hand ({ $name }). The number shown is already the computed one, a claim, or still open.
error-count-units-differ = Numbers of different units are not added ({ $one } and { $other }). Set them apart.
## export: sheets
error-export-too-many-rows = A workbook holds at most { $limit } rows. Write the list as CSV, or choose fewer accounts with --where.

## refusals of the house
error-book-not-a-book = { $book } is no Breachbook book. Name another file.
error-book-not-closed = { $book } was not closed properly and stands on a read-only medium. Copy it, with the file ending in -wal, to a place where you may write, and open it there.
error-book-passphrase-empty = The passphrase is empty. Enter one, or make a plain book with --plain.
error-export-drawing = A drawing could not be set on the page. Nothing was written.
error-export-face = The typeface { $face } could not be embedded. Nothing was written.
error-export-unwritable = The report could not be written. Check the folder, your rights and the room on the disk.
error-filter-group-not-closed = A bracket is opened and not closed. Close it.
error-filter-group-not-opened = A bracket is closed that was not opened. Remove it.
error-filter-not-a-number = “{ $value }” is no number. Write one, for example records:>100.
error-filter-quote-not-closed = A quotation mark is opened and not closed. Close it.
error-filter-term-missing = Something is missing here: a term is expected. Add one, or remove what joins it.
error-filter-too-deep = The filter is nested too deeply. Write it with fewer brackets.
error-filter-too-long = The filter is too long (at most { $most }). Shorten it.
error-filter-unknown-field = There is no field “{ $field }” to filter by. Known: { $known }.
error-filter-unknown-value = “{ $value }” is none of the words of this field. Known: { $known }.
error-filter-value-missing = A value is missing after the colon. Add one.
error-import-already-taken-back = Import { $import } has already been taken back.
error-import-nothing-to-take-back = There is no import to take back.
error-import-unknown = There is no import { $import }. “import list” shows those there are.
error-node-name-missing = A name in “{ $path }” is missing. Write each part of the path.
error-organisation-missing = There is no organisation “{ $name }”. Make it, or add --create.
error-region-missing = There is no region “{ $name }”. Make it, or add --create.

## problems of rows: why a row was not taken, or a field was left open
problem-field-missing = A value is missing.
problem-node-name-missing = A name in the path is missing; the tag was left open.
problem-node-ambiguous = The name means several places in the tree; the tag was left open.
problem-time-end-before-begin = The end lies before the begin; the field was left open.
problem-time-without-zone = The time names no zone; the case's zone was taken.
problem-word-unknown = This is none of the words known here; the field was left open.
problem-country-unknown = This is no ISO 3166 code; the residence was left open.
## the book, its cases and what can be set of them
key-title = what people call the case
key-controller = name of the party whose case it is
key-reference = reference of the case
key-dpo = data protection officer, with telephone
key-zone = time zone in which days are counted
key-occurred = when it happened
key-detected = first alert or sign
key-aware = since when the legal entity is aware of the personal data breach; earlier determinations are kept
key-aware-reason = why this time was chosen
key-aware-incident = since when the legal entity is aware of the incident (DORA)
key-aware-incident-reason = why this time was chosen
key-aware-significance = since when the legal entity is aware that the incident is significant (NIS2)
key-aware-significance-reason = why this time was chosen
key-late-reasons = reasons for notifying after more than 72 hours (Art. 33(1) GDPR)
key-discovery = who discovered it (EDPB field 50)
key-discovery-text = how it was discovered
key-breach = whether it is a personal data breach (Art. 4(12) GDPR)
key-breach-reason = why
key-nature = what was breached: confidentiality, integrity, availability
key-incident = nature of the incident (EDPB field 60, a to y)
key-cause = cause (EDPB field 61, a to f)
key-description = what happened
key-systems = systems concerned
key-data-place = where data and systems are
key-persons-text = the persons concerned, in words
key-special-categories = whether special categories are concerned (Art. 9 and 10 GDPR)
key-special-categories-text = note on special categories
key-consequences = likely consequences
key-impact = nature of the potential impact for persons (EDPB field 85, a to o)
key-severity = severity of the potential impact
key-risk = outcome of the risk assessment (EDPB field 89)
key-risk-reason = the outcome in one sentence: why
key-notification = whether the authority is notified (Art. 33 GDPR)
key-notification-reason = why, or why not
key-communication = whether the persons are told (Art. 34 GDPR)
key-communication-reason = why, or why not
key-significance = whether the incident is significant (NIS2)
key-significance-reason = why
key-materiality = whether it is material for others' rules
key-materiality-reason = why
key-authorities = authorities competent and told
key-board = note for the board
key-notes = notes
key-main-party = whose case it is; what names no party is said of this one
key-party = who plays which part
key-organisation = what the case knows of a legal entity: country, identifier, address
key-milestone = steps in time
key-determination = what was determined, by whom and why
key-claim = what is claimed about a number, by whom
key-exposure = which data of whom are concerned, and how
key-measure = what was done and will be done
key-open-point = what is open, and by when it follows
key-coverage = which periods the logs cover
key-overlap = whether two groups of persons may hold the same persons, or are disjoint
special-categories-yes = yes
special-categories-no = no
special-categories-open = to be determined
error-tag-nothing-asked = Nothing was asked for. Name a region, an organisation, a residence or a status.
error-residence-missing = A basis stands without a residence. Name the country as well.
error-residence-basis-missing = The residence { $residence } needs its basis. Add --basis, for example hr.
error-import-nothing-usable = { $file } holds no row that could be taken ({ $rejected } rejected). Nothing was imported. A dry run shows why.
error-book-busy = Another program is using the book. Wait until it has finished, then try again.
error-book-working = Other work on this book has not finished yet, an import perhaps. Nothing was changed. Wait until it has finished or stop it, then try again.
error-book-damaged = The book is damaged at a place that was to be read. Nothing was changed. Check it with “verify” and go on with a backup.
error-book-disk = The disk did not read or write as it should. Nothing was changed. Check the disk, then try again.
error-book-disk-full = The disk is full. Nothing was changed. Make room, then try again.
error-book-exists = There is already a file { $book }. Choose another name; it was not touched.
error-book-held = The book is open elsewhere (process { $process } on { $machine }). Close it there, then try again.
error-book-missing = There is no book { $book }. Make it with “book new”, or name another with --book.
error-book-gone = The book is no longer at its place: { $book } was removed or renamed while it was open here. Nothing was changed. Put it back, or, in a window that has it open, copy it now from the settings; then open it again.
error-book-replaced = Another file has taken the place of { $book } while it was open here, as programs that sync folders do. Nothing was changed. In a window that has the old one open, copy it now from the settings; then open what stands there.
error-book-written-aside = What was done was written, but { $book } was removed or replaced in the same moment: it does not stand in the file that is there now. In a window, copy the book now from the settings; on the command line, do it again.
error-book-is-plain = { $book } is not encrypted, and a passphrase was given. If it is meant to be encrypted, somebody has put another file in its place: check where it comes from. If it is plain by choice, say --plain.
error-book-is-sealed = { $book } is encrypted. Leave out --plain, and give its passphrase.
error-book-linked = { $book } has other names as well (hard links), and changes under one name would damage what is read under the other. Copy the file, and work on the copy.
error-book-lock-foreign = { $file } stands where the book’s lock belongs, and is none of ours. It was not touched. Move it away, then try again.
error-book-foreign-trigger = { $book } holds something that acts by itself and was not put there by this program (“{ $name }”). It was not opened, so nothing of it has run. Go on with a backup, and find out who changed the file.
error-book-beside-another = A book cannot be called { $book }: the name belongs to what the book { $other } keeps beside it. Choose another name.
error-book-name-unusable = The path { $book } holds characters that are no text. Choose another name or folder.
error-book-key-unreadable = No passphrase could be read from file descriptor { $fd }. Check what it is connected to.
error-file-is-book = { $file } was not written: the place belongs to the book { $book }, and a book is never written over. Choose another name.
error-file-is-no-list = { $file } is a book and no list. Open it as a book.
error-file-exists = There is already a file { $file }. It was not touched. Choose another name, or say --force.
error-file-no-folder = { $file } cannot be written, for its folder is not there. Make the folder, or name another.
error-file-write-protected = { $file } is protected against writing. It was not touched. Choose another name, or lift the protection.
error-file-is-device = { $file } is a disk or another device that would lose all that it holds. Name a file.
error-file-disk-full = { $file } was not written: the disk is full. What stood there before is untouched. Make room, then try again.
error-file-nobody-reads = Nobody reads what goes to { $file }. Start the reading program first, and let it read to the end.
error-backup-disk-full = The copy “{ $file }” was not written: the disk is full. The book itself is untouched. Make room, or choose another folder.
value-not-known = (not known)
warning-book-frames-lost = { $n ->
    [one] The log beside { $book } is damaged: one page that was written last cannot be read any more.
   *[other] The log beside { $book } is damaged: { $n } pages that were written last cannot be read any more.
 } The last changes may be missing. The log is kept as { $kept }. Check the book with “verify”, and compare what was done last.
warning-book-migrated = The book was brought from format { $from } to format { $to }. As it was, it is kept as { $copy }: remove that file once you no longer need it, it holds the same data.
warning-book-unsettled = Done. The book could not yet be tidied up: keep the file ending in -wal beside it until the next call.
warning-book-unsettled-disk-full = Done, but the disk is full now: the change stands in the file ending in -wal beside the book. Make room, and keep that file until the next call.
warning-book-passphrase-weak = The passphrase is weak (strength { $score } of 4): some { $guesses } guesses find it, and whoever has the file can try thousands a second on one graphics card. Take four or more words by chance.
warning-file-left-aside = The report is recorded, but could not be put in place as { $file }. Its bytes are in { $part }: rename that file.
warning-file-not-put = The report is recorded, but { $file } could not be written. “export again” writes the same bytes once more.
error-book-companion-there = No book can be made at { $book }: { $file } stands where the book would keep its log, and would be played back or removed. It was not touched. Move it away, or choose another name.
error-book-mounted-alone = { $book } is mounted by itself, as containers do with single files; what the book keeps beside it would lie elsewhere, and two programs would not see each other. Nothing was changed. Mount its folder instead.
error-book-path-too-long = The path { $book } is too long (at most { $most } bytes). Choose a shorter name, or a folder nearer the root.
error-book-held-by-somebody = The book is open elsewhere; by whom, its lock does not say. Close it there, then try again.
error-book-log-held = Somebody reads the book and holds its log back. What was done stands in the file ending in -wal beside it. Close the other program, then open the book again.
error-book-log-in-the-way = { $file } stands beside { $book } and does not belong to it, but could not be laid aside. Nothing was changed. Check your rights to the folder.
error-book-passphrase-too-long = The passphrase is too long (at most { $most } bytes). Nothing was changed. Choose a shorter one.
warning-book-log-foreign = A log lay beside { $book } that does not go on from it: the book was replaced, by a backup perhaps, or the log is another book’s. It was not played back. It is kept as { $kept }: look whether something in it is missing here.
cli-unsaid = The answer could not be written. Check where the output goes, and the room there; nothing was changed.
cli-done-unsaid = Done, but the answer could not be written. Check where the output goes, and the room there.
cli-report-recorded = Recorded as export { $export }: { $pages ->
    [one] one page
   *[other] { $pages } pages
 }, SHA-256 { $sha256 }. The file is not in place.
error-book-schema-changed = { $book } is not as this program laid it: “{ $name }” was changed, put in or taken out by another program. It was not opened. Go on with a backup, and find out who changed the file.
error-book-newer = The book was written by a newer version (format { $format }; this program knows { $known }). Open it with that version.
error-book-older = The book has format { $format }; this program reads format { $known }. Open it once for writing, with any verb that changes something or in the window: it is brought to format { $known }, and a copy of it as it is now is kept beside it. “verify” and “book info” read it as it is.
error-book-passphrase-needed = The book is encrypted. Give its passphrase in BREACHBOOK_KEY.
error-book-passphrase-unusable = The passphrase holds a character that cannot be used: a control character, or one that no standard knows yet. Leave it out.
error-book-read-only = The book can only be read here. Copy it to a place where you may write, or open it on the machine that holds it.
error-book-unreadable = { $book } cannot be read. Check the path and your rights to it.
error-book-unwritable = { $book } cannot be written. Check the folder and your rights to it.
error-book-wrong-passphrase-or-no-book = The passphrase is wrong, or { $book } is no Breachbook book. Check both.
error-cancelled = Cancelled; nothing was changed.
error-store-failed = The book could not do what was asked. Nothing was changed. Try again; if it stays so, check the book with “verify”.
error-case-missing = There is no case “{ $case }” in this book. “case list” shows those there are.
error-case-none = The book holds no case yet. Open one with “case new”.
error-conflict-two-accounts = “{ $own }” and “{ $other }” stay two accounts: nothing here makes one of them. If they are one, take the import back that brought “{ $other }”, and import its list again: its row then finds “{ $own }”. If they are two, adopt “key={ $own }”.
error-case-ambiguous = “{ $case }” names several cases: { $cases }. Say which by its number.
error-case-which = The book holds several cases: { $cases }. Say which with --case.
error-case-without-title = The case has no title. Give it one.
annex-about = The tables of this document for programs, each number with its bounds and its unit
annex-table = Table
annex-row = Row
annex-column = Column
annex-text = Text
annex-value = Number
annex-low = Lower bound
annex-high = Upper bound
annex-unit = Unit
annex-time = Time
error-template-form-missing = “{ $template }” fills a form. Say which one.
error-template-form-unasked = “{ $template }” fills no form; { $form } has no place in it.
error-count-backwards = From { $low } to { $high } is no range: the first number must not be the larger one.
error-count-outside = { $estimate } does not lie within its band, { $low } to { $high }.
error-count-too-large = The number { $count } is too large; more than { $largest } is never counted. Check whether it belongs here.
error-count-unit = “{ $name }” is not counted in { $unit }. Leave out the unit, or name the right one.
error-count-unreadable = “{ $count }” is no number as it is written here. Write a number, or low and high.
error-country-former = “{ $country }” stands for { $name }, which ISO 3166 no longer lists. Today: { $today }.
error-country-unknown = “{ $country }” is no ISO 3166 code. Write DE or US-CA.
error-determination-missing = Nothing has been determined under “{ $key }” yet, so there is nothing to give a reason for. Determine it first.
error-facts-before-case = The case was not there yet at { $at }.
error-export-missing = There is no export { $export }. “export list” shows those there are.
error-field-missing = A row needs the field “{ $field }”. Add it.
error-field-unknown = There is no field “{ $field }”. Known: { $known }.
error-field-unusable = The field “{ $field }” cannot be “{ $value }”. “case keys” shows what it may be.
error-key-has-no-rows = “{ $key }” has no rows. Set it with { $key }=VALUE.
error-key-has-rows = “{ $key }” has rows. Add one with { $key }+=….
error-key-unknown = There is no key “{ $id }”. “case keys” shows those there are.
error-key-of-the-case = “{ $key }” belongs to the case, not to one party. Leave --party out.
error-milestone-several = The case has several steps of this kind ({ $kind }): { $ids }. Change one by its id: milestone[ID].at=…
error-node-ambiguous = “{ $name }” is the name of several places in the tree: { $paths }. Write the whole path.
error-node-empty = A name in “{ $path }” is empty. Write each part of the path.
error-node-too-long = A path has at most { $levels } levels, and a name at most { $letters } letters. Shorten it.
error-node-exists = There is already a node of that name there. Choose another name, or merge the two.
error-node-missing = There is no “{ $name }” in this tree. Make it, or add --create.
error-node-ring = “{ $path }” cannot hang below itself. Choose another place.
error-node-in-use = Accounts are still tagged with “{ $name }” (how many: { $n }). Merge it with another one, or tag the accounts anew.
error-node-has-branches = Others still hang below “{ $name }” (how many: { $n }). Merge it with another one, or remove first what hangs below.
error-node-both-aware = “{ $from }” and “{ $into }” have each determined since when they are aware, and not the same: which of the two is meant nobody can tell but you. Determine the same time for both before one goes into the other.
error-node-both-parties = Both organisations are parties in the same role: which of the two is meant nobody can tell but you. Remove one party before “{ $from }” goes into “{ $into }”.
error-node-in-use-by-parties = “{ $name }” is a party to the case (how often: { $n }). Merge the organisation with another one, or remove the party first.
error-node-in-history = Accounts were tagged with “{ $name }” before a returned list tagged them anew (how many: { $n }). If that import were taken back, they would return there. Merge it with another one.
error-party-missing = There is no party “{ $party }” in this case. Add it with “party add”.
error-party-ambiguous = “{ $party }” may be several parties of this case: { $parties }. Name one by its id.
error-party-which = This case has several parties, and none is its main party: { $parties }. Say whose it is with --party, or name the main party with “party set … --main”.
error-party-twice = This party is in the case already: { $party }. Change what is said of it with “party set { $id }”.
error-redo-nothing = There is nothing to do again.
error-undo-nothing = There is nothing to take back.
error-undo-name-taken = “{ $name }” cannot come back: another bears this name now, and accounts would be without one. Nothing was changed. Tag the accounts that are meant instead.
error-row-in-use = Row { $id } of “{ $key }” is named elsewhere ({ $by }). Change that first.
error-row-is-kept = “{ $key }” { $id } stays as it was made. Determine or type it anew: the new one takes its place, and both stay to be seen. A slip just made is taken back with “undo”.
error-row-made-elsewhere = Rows of “{ $key }” are made and removed elsewhere, in the tree of organisations. Here they can only be changed.
error-row-missing = “{ $key }” has no row { $id }. “case show” lists the rows.
error-row-same = A group cannot overlap with itself (“{ $key }”). Name two groups.
error-row-twice = “{ $key }” already has this row.
error-setting-cannot-be-empty = “{ $key }” cannot be empty. Give it a value.
error-setting-not-json = “{ $text }” is no JSON object. Write a row as JSON, with its fields in braces.
error-setting-unreadable = “{ $setting }” is no setting. Write KEY=VALUE, KEY+=ROW or KEY[ID].FIELD=VALUE.
error-subject-unknown = “{ $subject }” is not counted. Known: { $known }.
error-time-needs-zone = “{ $text }” names no time of day. Write it with a zone, for example 2026-11-24T09:00+01:00.
error-zone-unknown = “{ $zone }” is no time zone. Write an IANA name, for example Europe/Berlin.

## countries: the names of CLDR
country-ad = Andorra
country-ae = United Arab Emirates
country-af = Afghanistan
country-ag = Antigua & Barbuda
country-ai = Anguilla
country-al = Albania
country-am = Armenia
country-ao = Angola
country-aq = Antarctica
country-ar = Argentina
country-as = American Samoa
country-at = Austria
country-au = Australia
country-aw = Aruba
country-ax = Åland Islands
country-az = Azerbaijan
country-ba = Bosnia & Herzegovina
country-bb = Barbados
country-bd = Bangladesh
country-be = Belgium
country-bf = Burkina Faso
country-bg = Bulgaria
country-bh = Bahrain
country-bi = Burundi
country-bj = Benin
country-bl = St Barthélemy
country-bm = Bermuda
country-bn = Brunei
country-bo = Bolivia
country-bq = Caribbean Netherlands
country-br = Brazil
country-bs = Bahamas
country-bt = Bhutan
country-bv = Bouvet Island
country-bw = Botswana
country-by = Belarus
country-bz = Belize
country-ca = Canada
country-cc = Cocos (Keeling) Islands
country-cd = Congo - Kinshasa
country-cf = Central African Republic
country-cg = Congo - Brazzaville
country-ch = Switzerland
country-ci = Côte d’Ivoire
country-ck = Cook Islands
country-cl = Chile
country-cm = Cameroon
country-cn = China
country-co = Colombia
country-cr = Costa Rica
country-cu = Cuba
country-cv = Cape Verde
country-cw = Curaçao
country-cx = Christmas Island
country-cy = Cyprus
country-cz = Czechia
country-de = Germany
country-dj = Djibouti
country-dk = Denmark
country-dm = Dominica
country-do = Dominican Republic
country-dz = Algeria
country-ec = Ecuador
country-ee = Estonia
country-eg = Egypt
country-eh = Western Sahara
country-er = Eritrea
country-es = Spain
country-et = Ethiopia
country-fi = Finland
country-fj = Fiji
country-fk = Falkland Islands
country-fm = Micronesia
country-fo = Faroe Islands
country-fr = France
country-ga = Gabon
country-gb = United Kingdom
country-gd = Grenada
country-ge = Georgia
country-gf = French Guiana
country-gg = Guernsey
country-gh = Ghana
country-gi = Gibraltar
country-gl = Greenland
country-gm = Gambia
country-gn = Guinea
country-gp = Guadeloupe
country-gq = Equatorial Guinea
country-gr = Greece
country-gs = South Georgia & South Sandwich Islands
country-gt = Guatemala
country-gu = Guam
country-gw = Guinea-Bissau
country-gy = Guyana
country-hk = Hong Kong SAR China
country-hm = Heard & McDonald Islands
country-hn = Honduras
country-hr = Croatia
country-ht = Haiti
country-hu = Hungary
country-id = Indonesia
country-ie = Ireland
country-il = Israel
country-im = Isle of Man
country-in = India
country-io = British Indian Ocean Territory
country-iq = Iraq
country-ir = Iran
country-is = Iceland
country-it = Italy
country-je = Jersey
country-jm = Jamaica
country-jo = Jordan
country-jp = Japan
country-ke = Kenya
country-kg = Kyrgyzstan
country-kh = Cambodia
country-ki = Kiribati
country-km = Comoros
country-kn = St Kitts & Nevis
country-kp = North Korea
country-kr = South Korea
country-kw = Kuwait
country-ky = Cayman Islands
country-kz = Kazakhstan
country-la = Laos
country-lb = Lebanon
country-lc = St Lucia
country-li = Liechtenstein
country-lk = Sri Lanka
country-lr = Liberia
country-ls = Lesotho
country-lt = Lithuania
country-lu = Luxembourg
country-lv = Latvia
country-ly = Libya
country-ma = Morocco
country-mc = Monaco
country-md = Moldova
country-me = Montenegro
country-mf = St Martin
country-mg = Madagascar
country-mh = Marshall Islands
country-mk = North Macedonia
country-ml = Mali
country-mm = Myanmar (Burma)
country-mn = Mongolia
country-mo = Macao SAR China
country-mp = Northern Mariana Islands
country-mq = Martinique
country-mr = Mauritania
country-ms = Montserrat
country-mt = Malta
country-mu = Mauritius
country-mv = Maldives
country-mw = Malawi
country-mx = Mexico
country-my = Malaysia
country-mz = Mozambique
country-na = Namibia
country-nc = New Caledonia
country-ne = Niger
country-nf = Norfolk Island
country-ng = Nigeria
country-ni = Nicaragua
country-nl = Netherlands
country-no = Norway
country-np = Nepal
country-nr = Nauru
country-nu = Niue
country-nz = New Zealand
country-om = Oman
country-pa = Panama
country-pe = Peru
country-pf = French Polynesia
country-pg = Papua New Guinea
country-ph = Philippines
country-pk = Pakistan
country-pl = Poland
country-pm = St Pierre & Miquelon
country-pn = Pitcairn Islands
country-pr = Puerto Rico
country-ps = Palestinian Territories
country-pt = Portugal
country-pw = Palau
country-py = Paraguay
country-qa = Qatar
country-re = Réunion
country-ro = Romania
country-rs = Serbia
country-ru = Russia
country-rw = Rwanda
country-sa = Saudi Arabia
country-sb = Solomon Islands
country-sc = Seychelles
country-sd = Sudan
country-se = Sweden
country-sg = Singapore
country-sh = St Helena
country-si = Slovenia
country-sj = Svalbard & Jan Mayen
country-sk = Slovakia
country-sl = Sierra Leone
country-sm = San Marino
country-sn = Senegal
country-so = Somalia
country-sr = Suriname
country-ss = South Sudan
country-st = São Tomé & Príncipe
country-sv = El Salvador
country-sx = Sint Maarten
country-sy = Syria
country-sz = Eswatini
country-tc = Turks & Caicos Islands
country-td = Chad
country-tf = French Southern Territories
country-tg = Togo
country-th = Thailand
country-tj = Tajikistan
country-tk = Tokelau
country-tl = Timor-Leste
country-tm = Turkmenistan
country-tn = Tunisia
country-to = Tonga
country-tr = Türkiye
country-tt = Trinidad & Tobago
country-tv = Tuvalu
country-tw = Taiwan
country-tz = Tanzania
country-ua = Ukraine
country-ug = Uganda
country-um = US Outlying Islands
country-us = United States
country-uy = Uruguay
country-uz = Uzbekistan
country-va = Vatican City
country-vc = St Vincent & the Grenadines
country-ve = Venezuela
country-vg = British Virgin Islands
country-vi = US Virgin Islands
country-vn = Vietnam
country-vu = Vanuatu
country-wf = Wallis & Futuna
country-ws = Samoa
country-xk = Kosovo
country-ye = Yemen
country-yt = Mayotte
country-za = South Africa
country-zm = Zambia
country-zw = Zimbabwe

## command line
cli-passphrase = Passphrase:
cli-passphrase-new = Passphrase of the new book:
cli-passphrase-again = Once more:
cli-book-made = Made { $book }, encrypted. Its passphrase: { $strength }. Without its passphrase nobody can open it, we neither.
cli-book-made-plain = Made { $book }, without encryption.
cli-case-opened = Case { $case } opened: { $title }
cli-case-set = { $changed ->
    [one] 1 value set.
   *[other] { $changed } values set.
}
cli-case = case
cli-title = title
cli-controller = controller
cli-role = role
cli-organisation = organisation
cli-on-behalf-of = on behalf of
cli-main-party = main party
cli-key = key
cli-type = type
cli-meaning = meaning
cli-party-added = Party { $party } added.
cli-party-removed = Party { $party } removed.
cli-count-set = { $name }: { $count }
cli-count-adopted = { $name }: the number computed from the list stands now; the typed one stays in the history.
cli-undone = Undone: { $verb }. { $changed } changed. { $left ->
    [0] {""}
    [one] 1 was left, because something else has changed it since.
   *[other] { $left } were left, because something else has changed them since.
}
cli-redone = Done again: { $verb }. { $changed } changed.
cli-samples-loaded = Samples loaded: { $cases }
cli-what = what
cli-how-many = how many
cli-no-region = without a region
cli-read = Read { $read } = { $new } new + { $merged } merged + { $rejected } rejected.
cli-read-dry = Would read { $read } = { $new } new + { $merged } merged + { $rejected } rejected. Nothing was changed.
cli-unmatched = { $n ->
    [one] 1 row more names an account that is not in the case.
   *[other] { $n } rows more name accounts that are not in the case.
} Accounts that are there were filled, none was added.
cli-same-bytes-taken-back = { $file }: the same bytes as import { $import }, which was taken back.
cli-same-bytes = { $file }: the same bytes as import { $import }, which still stands; its rows were merged.
cli-sheet-changed = { $changed ->
    [one] 1 account was changed by the sheet.
   *[other] { $changed } accounts were changed by the sheet.
}
error-import-map-unreadable = “{ $map }” does not say what a column holds. Please write COLUMN=FIELD, for example "Mail 2=key".
error-export-sheet-unknown = There is no list format { $id }. Known are: { $known }.
cli-conflicts = { $conflicts ->
    [one] 1 statement contradicts an earlier one and is kept beside it.
   *[other] { $conflicts } statements contradict earlier ones and are kept beside them.
}
cli-field = field
cli-stands = stands
cli-statements = stated
cli-said-by-rows = { $value } (as the rows add up)
cli-typed-count = typed count
cli-typed-contradicted = { $name }: { $typed } was typed in, the list says { $computed }. Decide: conflict adopt { $which } count=computed, or count=typed with --reason.
cli-conflicts-open = { $n ->
    [0] No statements differ.
    [one] 1 decision is open.
   *[other] { $n } decisions are open.
}
cli-said-by-hand = { $value } (by { $who }, { $at })
cli-said-by-list = { $value } ({ $file }, line { $line })
cli-adopted = { $account }: { $field } is { $value }. What was stated otherwise is kept.
error-account-unknown = No account of the case has the id or key “{ $account }”.
error-account-ambiguous = “{ $account }” is the key of several accounts: { $ids }. Please name one by its id.
error-conflict-without-reason = The list contradicts the typed number “{ $name }”. To keep it all the same, say why.
error-count-of-several = “{ $name }” was typed in for several parties. Please name one by its number: { $ids }.
error-conflict-not-stated = Nobody has stated “{ $value }”. Stated are: { $known }.
error-conflict-unreadable = “{ $choice }” does not say what is adopted. Please write FIELD=VALUE, for example status=confirmed.
cli-problem = { $file }, line { $line }: { $reason }
cli-more-problems = … and { $n } more; `import rejects` writes all of them.
cli-quoted = “{ $name }”
cli-column-read = “{ $column }” = { $field }
cli-columns-read = { $file }: columns read: { $what }
cli-columns-not-read = { $file }: columns not read: { $what }
cli-columns-twice = { $file }: columns left out because another has their field: { $what }
cli-columns-offered = { $file }: columns that may be the affected records; --map COLUMN=records takes one: { $what }
cli-columns-other = { $file }: columns whose cells are not what their header says: { $what }
cli-columns-others = { $file }: columns with addresses of others: { $what }
cli-columns-secret = { $file }: columns that look like secrets and are never read: { $what }
cli-sheets-not-read = { $file }: sheets not read; --sheet names one: { $what }
cli-hidden-rows = { $n ->
    [one] { $file }: { $n } hidden row, read like the others
   *[other] { $file }: { $n } hidden rows, read like the others
}
cli-importing = { $rows } rows
cli-cancelling = Stopping; nothing of this import is kept.
cli-import-keys = Putting keys in place
cli-import-undone = Import { $import } taken back: { $removed } accounts removed, { $restored } restored. Its record stays: files, numbers, rejected rows.
cli-import = import
cli-when = when
cli-who = who
cli-files = files
cli-rows = read = new + merged + rejected
cli-taken-back = taken back
cli-tagged = { $matched ->
    [one] 1 account matches
   *[other] { $matched } accounts match
}, { $changed } changed.
cli-tagged-dry = { $matched ->
    [one] 1 account matches
   *[other] { $matched } accounts match
}, { $changed } would change.
cli-account = account
cli-name = name
cli-status = status
cli-region = region
cli-residence = residence
cli-records = records
cli-of = { $shown } of { $total }
cli-written = Written: { $file }
cli-report-written = Written: { $file }, { $pages ->
    [one] 1 page
   *[other] { $pages } pages
}, SHA-256 { $sha256 }
cli-export = export
cli-template = template
cli-version = version
cli-language = language
cli-names = names
cli-yes = yes
cli-no = no
cli-pages = pages
error-internal = Something went wrong inside the program. Nothing was written. Please call again with RUST_BACKTRACE=1 and report what it prints.
error-book-no-data-folder = This system names no folder for data. Please name the book with --book FILE.
error-book-passphrase-missing = A new book is encrypted and needs a passphrase. Please set BREACHBOOK_KEY, or make a book without one by choice: breachbook book new --plain.
error-book-passphrases-differ = The two passphrases differ. Nothing was made; please try again.
error-file-missing = There is no file { $file }. Please check its name.
error-file-unreadable = { $file } cannot be read. Please check that you may read it.
error-file-unwritable = { $file } cannot be written. Please check the folder and your rights to it; what stood there before is untouched.
error-file-is-folder = { $file } is a folder. Please name a file.
error-file-not-a-file = { $file } is no file but { $what ->
    [pipe] a pipe
    [socket] a socket
   *[device] a device
 }, which may never end. Please write what comes from it to a file first, and name that one.
error-chart-theme = There is no theme { $theme }. Known are: { $known }.

## window: the shell
window-book = Breachbook book
window-new-book = Make a book
window-new-book-name = Cases
window-open-book = Open a book
error-window-no-book = No book is open. Open one, or make a new one.
error-window-no-command = This window does not know the command { $command }. Please restart Breachbook.
error-window-arguments = The window asked in a form that is not understood. Please restart Breachbook; nothing was changed.
error-window-no-bytes = What was asked for is no longer at hand. Please ask for it again.
error-file-not-chosen = This file was not chosen in this window. Please choose it again.
error-sample-there-already = The samples are in this book already.

## window: frame, start, cases, overview
press-mod = Ctrl
press-alt = Alt
press-shift = Shift
press-enter = Enter
press-escape = Esc
press-delete = Del
press-arrowup = ↑
press-arrowdown = ↓
press-arrowleft = ←
press-arrowright = →
window-skip = Skip to the work
window-places = Places of the case
window-find = Search or run a command
window-palette-type = What do you want to do?
window-palette-none = No command is called that.
window-cancel = Cancel
dialog-typed = What you typed is not saved yet.
dialog-discard = Discard it
dialog-go-on = Go on typing
leave-place = Leave what you are writing?
leave-case = Leave this case?
leave-book = Leave this book?
leave-window = Close Breachbook?
leave-typed = This was typed and is not saved. It would be lost:
leave-dialog = what you began under “{ $title }”
leave-provenance = where the files come from, which is kept only with the import: { $typed }
leave-name = the name “{ $name }”
leave-runs = This is still running:
leave-runs-safe = Going stops it. Nothing half done is left behind.
leave-stay = Stay here
leave-let-run = Let it run
leave-go-place = Leave all the same
leave-go-case = Leave all the same
leave-go-book = Leave all the same
leave-go-window = Close all the same
leave-not-kept = Not saved yet: see what the field says. If you leave again, it stays in its field as you typed it.
window-encrypted = Encrypted (SQLCipher)
window-remark-read = Understood
window-plain = Not encrypted
window-plain-opened = This book is not encrypted: whoever gets hold of the file can read every name in it.
window-read-only = opened to read only
window-saved = saved { $time }
window-undo = Undo: { $deed } ({ $n })
window-undone = Undone: { $deed } ({ $n }){ $left ->
    [0] .
    [one] ; 1 was left, because something else has changed it since.
   *[other] ; { $left } were left, because something else has changed them since.
}
window-redone = Done again: { $deed } ({ $n }){ $left ->
    [0] .
    [one] ; 1 was left, because something else has changed it since.
   *[other] ; { $left } were left, because something else has changed them since.
}
window-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
window-hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
window-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
window-case-reference = case { $reference }
window-aware-since = Aware since { $at } · { $ago } ago
window-not-aware = Awareness not determined yet
window-not-aware-detected = Detected { $ago } ago · awareness not determined yet
window-numbers = The numbers
window-to-filter = Show these accounts
window-open = Open
window-open-none = Nothing is marked as open.
window-open-see = see below, the most pressing first
window-open-what = What is open
window-by-status = { $confirmed } confirmed · { $suspected } suspected · { $cleared } cleared
window-over-claim = an adopted claim; the list adds up to { $sum }
window-over-typed = typed in; the list adds up to { $sum }
window-typed = typed in, no list yet
window-parts-open = { $n ->
    [one] 1 account without a number
   *[other] { $n } accounts without a number
}
window-parts-undeterminable = { $n ->
    [one] cannot be determined for 1 account
   *[other] cannot be determined for { $n } accounts
}
window-never-added = Records of different units are never added:
window-no-list = No list of accounts yet
window-no-list-do = Drop the files on this window, or type in what is known so far: estimates stand in until a list comes.
window-import = Import files
window-type-counts = Type in what is known
pending-determination-awareness = Since when the controller is aware is not determined.
pending-of-party = { $party }: { $what }
pending-group = { $group }: { $count }
pending-accounts-conflicts = { $n ->
    [one] { $n } pair of conflicting statements awaits a decision
   *[other] { $n } sets of conflicting statements await a decision
}
pending-typed-count = { $name }: { $typed } entered by hand, the list says { $computed }; decision pending
pending-accounts-suspected = { $n ->
    [one] { $n } suspected account: to be confirmed or cleared
   *[other] { $n } suspected accounts: to be confirmed or cleared
}
pending-accounts-residence = { $n ->
    [one] Country of residence for { $n } account
   *[other] Country of residence for { $n } accounts
}
pending-accounts-region = { $n ->
    [one] Region for { $n } account
   *[other] Region for { $n } accounts
}
pending-accounts-organisation = { $n ->
    [one] Organisation for { $n } account
   *[other] Organisation for { $n } accounts
}
pending-accounts-records = { $n ->
    [one] Number of records of { $n } account
   *[other] Number of records of { $n } accounts
}
pending-determination-breach = Whether it is a personal-data breach is not determined.
pending-determination-notification = Whether the authority is notified is not decided.
pending-determination-communication = Whether the persons concerned are told is not decided.
pending-determination-risk = The risk for the persons is not determined.
pending-accounts-claims = { $n ->
    [one] { $n } claim on record, not adopted
   *[other] { $n } claims on record, none adopted
}
pending-until = follows by { $at }
place-start = Start
place-cases = Cases
place-overview = Overview
place-accounts = Accounts
place-import = Import
place-organisations = Organisations
place-regions = Regions
place-timeline = Timeline
place-report = Reports
place-log = Log
place-settings = Settings
action-palette = Commands
action-go-overview = Go to the overview
action-go-accounts = Go to the accounts
action-go-import = Go to the imports
action-go-organisations = Go to the organisations
action-go-regions = Go to the regions
action-go-timeline = Go to the timeline
action-go-report = Go to the reports
action-go-log = Go to the log
action-go-cases = All cases of the book
action-go-settings = Settings
action-undo = Undo
action-redo = Do again
action-theme = Switch between light and dark
action-close-book = Close the book
sample-reconstructed-short = sample, reconstructed
sample-fictional-short = fictional sample
deed-book-new = book made
deed-book-migrate = book brought to a newer format
deed-case-new = case opened
deed-case-set = entries changed
deed-count-set = number typed in
deed-count-adopt = computed number adopted
deed-import = files imported
deed-import-undo = import taken back
deed-node-make = branch made
deed-node-rename = branch renamed
deed-node-code = code of a branch changed
deed-node-hang = branch moved
deed-node-merge = branches merged
deed-node-place = order of branches changed
deed-node-remove = branch removed
deed-party-add = party added
deed-party-set = party changed
deed-party-remove = party removed
deed-report = report exported
deed-tag = accounts tagged
deed-undo = undone
deed-redo = done again
start-title = Breachbook
start-about = From a list of affected accounts to a report for the authority. On this machine, on one file.
start-new-case = New case
start-new-case-about = Make an encrypted book and open the first case in it: a title, who is responsible, since when something is suspected.
start-open = Open a book
start-open-about = A file that ends in .breachbook, yours or one that was handed to you.
start-samples = Look at the samples
start-samples-about = Two cases to look around in, one reconstructed from public reports, one freely invented. In a book of their own.
start-recent = Recent books
start-safe = Nothing is sent anywhere. A working aid, no legal advice.
passphrase-title = This book is encrypted
passphrase = Passphrase
passphrase-again = Once more
passphrase-show = Show what I type
passphrase-lost = Nobody can open the book without it: no recovery, no back door. Keep it where your organisation keeps such things.
strength-none = Several words that do not belong together are easy to keep and hard to guess.
strength-0 = Guessed at once
strength-1 = Easy to guess
strength-2 = Withstands a casual attempt
strength-3 = Strong
strength-4 = Very strong
weak-title = This passphrase is weak.
weak-about = Whoever has the file tries about { $rate } passphrases a second, offline, where nobody notices. This one is found { $after }, and every name in the book can be read then.
weak-at-once = at once
weak-seconds = { $n ->
    [one] after about a second
   *[other] after about { $n } seconds
}
weak-minutes = { $n ->
    [one] after about a minute
   *[other] after about { $n } minutes
}
weak-hours = { $n ->
    [one] after about an hour
   *[other] after about { $n } hours
}
weak-other = Choose another one
weak-take = Use the weak one all the same
open = Open
opening = Opening …
open-to-read = Open to read only
making = Making …
book-about = One file holds all cases, encrypted with your passphrase.
book-place = Where it lies
book-no-place = Not chosen yet
book-choose = Choose …
book-make = Make the book
book-plain = Do not encrypt this book
book-plain-warn = Whoever gets hold of the file can read every name in it. Choose this only where the disk itself is encrypted and nobody else uses it.
case-about = Only the title is needed; everything else can follow.
case-title = Title
case-controller = Controller
case-controller-hint = Who decides what the data are processed for. Can be changed later.
case-suspected = Suspected since
case-suspected-hint = This is not yet awareness.
case-zone = Time zone of the case
case-make = Open the case
cases-none = No case in this book yet
cases-none-do = Open the first one, or load the samples to look around.
cases-load-samples = Load the samples
cases-aware = Aware since
cases-not-aware = not determined
cases-opened = Opened
action-new-case = New case
action-open-book = Open a book …
action-samples = Look at the samples
pending-number-accounts = How many accounts are affected is to be determined.
pending-number-persons = How many persons are affected is to be determined.
pending-number-records = How many records are affected is to be determined.

## window: accounts
list-column-address = Address
list-column-name = Name
list-column-kind = Kind
list-column-status = Status
list-column-ways = Affected how
list-column-region = Region
list-column-residence = Residence
list-column-organisation = Organisation
list-column-records = Records
list-column-key = Which account
list-column-upn = User principal name
list-column-object-id = Object id
list-column-customer-number = Customer number
list-column-employee-number = Employee number
list-column-patient-number = Patient number
list-column-aliases = Also known as
list-column-first-access = First access
list-column-last-access = Last access
list-column-notes = Notes
list-column-import = Import
list-filter = Filter
list-filter-hint = status:confirmed region:*  or any word
list-counting = counting …
list-of-all = of { $all }
list-columns = Columns
list-out = Export
list-import = Import …
list-tags = Tags
list-chosen = Selected
list-chosen-none = None selected
list-chosen-n = { $n ->
    [one] 1 selected
   *[other] { $number } selected
}
list-hint = Space select · Esc clear
list-empty = No accounts yet
list-empty-do = Import a list, or drop files on this window. Every account that is met gets a row here, whatever is known of it.
list-nothing = Nothing matches this filter
list-nothing-do = No account is what the filter asks for. Change it, or show all accounts again.
list-show-all = Show all accounts
list-at-least = ≥ { $number }
list-at-most = ≤ { $number }
list-between = { $low } – { $high }
list-about = ≈ { $number }
list-open = open
list-no-region = no region
list-no-organisation = no organisation
list-basis-hr = personnel
list-basis-customer = customer
list-basis-list = list
list-basis-stated = stated
list-basis-office = office
list-basis-licence = licence
list-basis-hand = by hand
list-tagged = { $n ->
    [0] Nothing to change: it was so already.
    [one] 1 account tagged.
   *[other] { $number } accounts tagged.
}
list-copied = { $n ->
    [one] 1 account copied.
   *[other] { $number } accounts copied.
}
list-write = Export the list
list-write-about = A file for your own work. It holds names: it is not what goes to an authority.
list-what = What
list-what-shown = { $n ->
    [one] The 1 account that the filter finds, as it is shown: these columns, this order
   *[other] The { $number } accounts that the filter finds, as they are shown: these columns, this order
}
list-what-chosen = { $n ->
    [0] Only what is selected (nothing is)
    [one] Only the 1 selected, as it is shown
   *[other] Only the { $number } selected, as they are shown
}
list-what-sheet = A sheet to fill in: all that the filter finds, to be given out and imported again
list-format = Format
list-names = Nothing in it can run in a spreadsheet.
list-write-do = Choose a place …
list-writing = Writing the list
list-written = { $n ->
    [one] 1 account written to { $file }.
   *[other] { $number } accounts written to { $file }.
}
list-file-name = Accounts
list-sheet-name = Accounts to fill in
tag-region = Region
tag-organisation = Organisation
tag-residence = Residence
tag-status = Status
tag-region-hint = Type to search, or a new path: North/Coast
tag-organisation-hint = Type to search, or a new path: Group/Subsidiary
tag-residence-hint = A country, or a code such as DE or US-CA
tag-status-hint = Type to search
tag-region-none = No region (take it away)
tag-organisation-none = No organisation (take it away)
tag-residence-none = Not known (take it away)
tag-status-none = No status
tag-how-many = { $n ->
    [one] For 1 account
   *[other] For { $number } accounts
}
tag-make = Make “{ $name }”
tag-basis = What it rests on
person-each-short = One person each
person-each-ask = One person per account…
person-each-title = Determine one person per account
person-each-about = Without a person’s identifier, an account counts as one person at most. With this determination the owners of confirmed accounts are counted; shared and technical mailboxes stay out of it.
person-each-hint = How it is known, in a sentence that an authority can read: one licence a person, says HR. Reports give it with name and time.
person-each-stands = Determined already
person-each-drop = Take the determination back
person-each-of = { $accounts }, one person each
person-each-of-import = For all accounts of import { $import }
person-each-determined = { $n ->
    [0] Nothing to change: it was determined so already.
    [one] Determined: 1 account, one person.
   *[other] Determined: { $number } accounts, one person each.
}
person-each-no-longer = { $n ->
    [0] Nothing to change: nothing was determined of these accounts.
    [one] Of 1 account it is no longer determined that it is one person.
   *[other] Of { $number } accounts it is no longer determined that each is one person.
}
person-each-now = { $what }: { $count }.
columns-title = Columns
columns-about = Also in the list itself: drag a header’s edge; on a header Shift with ← or → widens, Alt and Shift move.
columns-width = Width of { $column }
columns-unread = Write a width from { $low } to { $high }.
columns-up = Move { $column } forward
columns-down = Move { $column } back
columns-reset = As at first
columns-done = Done
inspect = The account closely
inspect-none = Choose a row to see where everything about it comes from.
inspect-close = Close
inspect-how = How
inspect-how-open = not stated
inspect-accessed = Accessed
inspect-data = Data
inspect-why = Why it is where it is
inspect-line = { $file } line { $line }, import { $import }
inspect-merged = from several rows
inspect-no-residence = not known
inspect-chosen = { $n ->
    [one] 1 account, selected by hand
   *[other] { $n } accounts, selected by hand
}
inspect-met = Met { $n } times
inspect-conflict = Statements differ: { $field }
inspect-adopt = Adopt
inspect-leave = Leave it as it is
inspect-adopted = Adopted; the contradiction is settled.
inspect-was-adopted = { $field }: adopted “{ $value }”
filter-any = any
filter-tagged-yes = has a region and an organisation
filter-tagged-no = lacks a region or an organisation
filter-field-domain = domain of the address
filter-field-region = region and all beneath it
filter-field-organisation = organisation and all beneath it
filter-field-residence = country or subdivision
filter-field-key = address or number
filter-field-name = name
filter-field-notes = notes
filter-field-kind = what it is
filter-field-status = how far it is established
filter-field-way = how it is affected
filter-field-records = number of records, >100
filter-field-import = import by number
filter-field-rule = rule by number
filter-field-tagged = yes or no
filter-field-conflict = statements that differ
action-filter = Filter the accounts
action-tag-region = Give a region
action-tag-organisation = Give an organisation
action-tag-residence = Give a residence
action-tag-status = Give a status
action-one-person = Determine one person per account
action-choose-all = Select everything that matches
action-choose-none = Clear the selection
action-copy = Copy the selected accounts
action-columns = Columns of the list of accounts
action-list-out = Export the list of accounts
action-clear-filter = Show all accounts
action-inspect = Look at the account closely
deed-conflict-adopt = statement adopted
error-account-missing = This account is no longer in the case. The list is read again.
error-conflict-missing = This contradiction is settled already.
error-window-view-gone = The list has changed meanwhile. It is being read again; please repeat what you did.

## window: import
action-import-choose = Choose files to import…
action-import-try = Dry run: what would be imported
action-import-run = Import the chosen files
action-import-question = Go to the open question
action-import-cancel = Cancel the running import
action-import-enrich = Only fill in accounts that are there, or add them after all
action-import-clear = Leave all files out
action-import-problems = Write the problems of the last import to a file
action-import-take-back = Take back the last import
import-choose-title = Files to import
import-endings = Lists (CSV, XLSX, JSON, ZIP)
import-rejects-title = Write the problems of the import
import-rejects-name = not-imported
import-step-files = Files and how they are read
import-step-outcome = What the import would do
import-more = More files…
import-invite = Drop files here, or anywhere on the window
import-invite-what = Lists of accounts as CSV or other delimited text, as an Excel workbook (XLSX) or as JSON, also packed (ZIP, GZ), or a sheet that you handed out and that came back filled in. Nothing is imported before you have seen what would happen.
import-read-only = The book is open for reading only. To import, open it for writing.
import-understood = Understood columns
import-never = Never stored
import-never-what = Columns that look like passwords, bank accounts, payment cards or other secrets, and columns that are not assigned.
import-local = Stays here
import-local-what = Files are read on this computer. Nothing leaves it; Breachbook uses no network. The files themselves are not changed.
import-drop = Let go: the files are looked at; nothing is imported yet
import-drop-no-case = Open a case first; then drop the files again.
import-drop-nothing = No file was among what was dropped. Drop files rather than folders.
import-wait = An import is running. Wait for its end or cancel it.
import-elsewhere = An import into another case is running; the line at the foot shows how far it is. Wait for its end or cancel it there.
import-wait-try = The dry run is still going on. Look at its result, then import.
import-wait-look = The files are still being looked at. They can be imported after that.
import-looking = Looking at the file…
import-looked = { $n ->
    [one] 1 file can be read
   *[other] { $n } files can be read
}{ $refused ->
    [0] { "" }
   *[other] , { $refused } cannot
}{ $open ->
    [0] .
    [one] ; 1 file leaves a question open.
   *[other] ; { $open } files leave questions open.
}
import-leave-out = Leave this file out
import-leave-out-file = Leave { $file } out
import-file-stays-out = The file stays out. Nothing was changed.
import-earlier-taken-back = These very bytes were imported on { $at } by { $by } (import { $import }) and taken back on { $back }.
import-earlier = These very bytes were imported on { $at } by { $by } (import { $import }). Importing them again merges the rows and adds nothing.
import-twin = The same bytes as “{ $file }”, which is also chosen.
import-round-trip = A sheet that was handed out, back with entries: it sets region, organisation, residence and status of accounts already here. It brings no new accounts; empty cells change nothing.
import-sheet = Sheet
import-sheet-named = sheet “{ $sheet }”
import-sheets-alike = and the sheets of its shape: { $sheets }
import-sheets-hidden = hidden sheets: { $sheets }
import-hidden-rows = { $n ->
    [one] { $n } hidden row, read like the others
   *[other] { $n } hidden rows, read like the others
}
import-no-header = without a header
import-header-line = header in line { $line }
import-container-delimited = delimited text
import-container-workbook = workbook
import-container-json-lines = JSON, object by object
import-container-json-array = JSON array
import-within = from the archive “{ $file }”
import-kind-account-list = list of accounts
import-kind-return-sheet = sheet that came back
import-delimiter-comma = comma
import-delimiter-semicolon = semicolon
import-delimiter-tab = tabulator
import-delimiter-bar = vertical bar
import-delimiter-other = delimiter { $delimiter }
import-keyless = No column was recognised as an identifier. Choose below which column tells the accounts apart, for example the e-mail address or the customer number.
import-dates-ask = { $n ->
    [one] Column
   *[other] Columns
} { $columns }: which number of { $cell } is the day?
import-dates-day-month = the day first
import-dates-month-day = the month first
import-columns-of = Columns of { $file }
import-column = Column
import-cells = In it
import-read-as = Read as
import-column-as = Read the column “{ $column }” as
import-secret = secret, never stored
import-secret-cells = not shown
import-not-kept = not stored
import-corrected = corrected
import-kinds = Identifier
import-fields = Fields
import-field-key = identifier
import-field-key-kind = kind of identifier
import-field-name = name
import-field-kind = kind of account
import-field-region = region
import-field-organisation = organisation
import-field-residence = residence
import-field-basis = basis of the residence
import-field-records = records
import-field-records-qualifier = qualifier of the records
import-field-unit = unit of the records
import-field-way = way affected
import-field-status = status
import-field-first-access = first access
import-field-last-access = last access
import-field-data-category = data category
import-field-notes = notes
import-first-rows = The first { $n ->
    [one] row
   *[other] { $n } rows
} as they would be read
import-first-rows-of = { $file }: the first { $n ->
    [one] row
   *[other] { $n } rows
} as they would be read
import-tag-removed = (taken away)
import-zone = Zone of times that name none
import-zone-hint = Some times name no zone. Without an entry, { $zone } is taken, the case's; it is noted beside each value.
import-no-tags = Leave region, organisation and residence open
import-no-tags-hint = Columns that hold them are not taken.
import-enrich = Only fill in accounts that are there; add none
import-enrich-hint = For directories and staff lists. What they say of a status or a way is not read: a directory makes nobody affected.
import-not-when-filling = not read when only filling in
import-filled-dry = { $n ->
    [one] 1 row would fill in an account that is there.
   *[other] { $n } rows would fill in accounts that are there.
}
import-filled = { $n ->
    [one] 1 row filled in an account that was there.
   *[other] { $n } rows filled in accounts that were there.
}
import-without-account = { $n ->
    [0] Each names an account that is in the case.
    [one] 1 row names an account that is not in the case; it stays out.
   *[other] { $n } rows name accounts that are not in the case; they stay out.
}
import-only-filled = only filled in
import-provenance = Where the files come from
import-handed-over = Handed over by
import-collected-by = Collected by
import-collected-when = Collected on
import-collected-how = With what query, for what period
import-would = What would happen
import-trying = Dry run
import-running = Importing
import-rows-so-far = { $n ->
    [one] 1 row
   *[other] { $n } rows
}
import-rate = { $n } a second
import-keys-so-far = { $n } of { $of } keys in place
import-placing-keys = Putting keys in place
import-stopping = Stopping…
import-cancel-safe = Stopping leaves nothing half done. You can look at everything else meanwhile; changes have to wait until it has finished.
import-cancelled = Cancelled. Nothing was changed.
import-said-of = { $case }: { $said }
import-refused = { $why } Nothing was changed.
import-read = read
import-new = new
import-merged = merged
import-rejected = rejected
import-unmatched = no account
import-unmatched-beside = + { $n } without an account
import-sum = Read { $read } = new { $new } + merged { $merged } + rejected { $rejected }.
import-sum-dry = Would be read: { $read } = new { $new } + merged { $merged } + rejected { $rejected }.
import-sum-filled = Read { $read } = new { $new } + merged { $merged } + rejected { $rejected } + without an account { $unmatched }.
import-sum-dry-filled = Would be read: { $read } = new { $new } + merged { $merged } + rejected { $rejected } + without an account { $unmatched }.
import-tried-said = Dry run, nothing was changed: { $read } = new { $new } + merged { $merged } + rejected { $rejected }.
import-done-said = Imported: read { $read } = new { $new } + merged { $merged } + rejected { $rejected }.
import-tried-said-filled = Dry run, nothing was changed: { $read } = new { $new } + merged { $merged } + rejected { $rejected } + without an account { $unmatched }.
import-done-said-filled = Filled in: read { $read } = new { $new } + merged { $merged } + rejected { $rejected } + without an account { $unmatched }.
import-changed = { $n ->
    [one] 1 account would be changed.
   *[other] { $n } accounts would be changed.
}
import-changed-done = { $n ->
    [one] 1 account was changed.
   *[other] { $n } accounts were changed.
}
import-typed-contradicted = { $name }: { $typed } was entered by hand, the list says { $computed }. Decide on the timeline, under the numbers.
import-conflicts = { $n ->
    [one] 1 statement contradicts an earlier one; both are kept.
   *[other] { $n } statements contradict earlier ones; all are kept.
}
import-conflicts-short = Conflicts
import-useless = “{ $file }” holds no row that could be taken ({ $rejected } rejected). Leave the file out, or correct its columns.
import-useless-filled = “{ $file }” names no account that is in the case ({ $unmatched } without an account, { $rejected } rejected). Leave the file out, correct its columns, or let it add accounts.
import-none-readable = None of the files can be read. Nothing was changed.
import-answer-first = { $n ->
    [one] One file leaves a question open. Answer it to see what would happen.
   *[other] { $n } files leave questions open. Answer them to see what would happen.
}
import-try-large = The dry run reads every row and changes nothing.
import-dry = A dry run over { $total } rows. Nothing has been changed.
import-do = { $n ->
    [one] Import the file
   *[other] Import { $n } files
}
import-out = { $n ->
    [one] One file cannot be read and stays out.
   *[other] { $n } files cannot be read and stay out.
}
import-problems = { $n ->
    [one] 1 problem
   *[other] { $n } problems
}
import-problems-more = Show { $n } more
import-problems-fewer = Show fewer
import-problems-cut = The first { $shown } of { $total }. The export holds all of them.
import-problems-written = Written: { $file } in { $folder }.
import-file = File
import-files = Files
import-line = Line
import-in-line = line { $line }
import-reason = Reason
import-consequence = Consequence
import-row-left = row rejected
import-field-left = field left open
import-result = Import { $import } is done
import-by-file = Rows by file
import-see-accounts = See these accounts
import-export-problems = Export the problems as CSV…
import-show-problems = { $n ->
    [one] Show the problem
   *[other] Show { $n } problems
}
import-take-back = Take the rows back
import-take-back-hint = Taking back removes what only this import brought; it is then gone from the book’s file, too. Its record stays: names and hashes of the files, numbers, and the rejected rows. The same files can be imported again.
import-traces = The book’s file could not be written anew, for want of room perhaps: copies of rows that were taken back may be left in it. Make room, then take a copy of the book: the copy has none of them.
import-taken-back-said = Import { $import } taken back: { $removed } accounts removed, { $restored } restored. Its record stays.
import-next = Import more files
import-past = Past imports
import-number = No.
import-when = When, who
import-state = State
import-stands = stands
import-is-taken-back = taken back
import-sha = SHA-256
import-read-how = Read as
import-mapping = Columns
import-zone-short = Zone and date order
import-collected = Collected
import-ran = Imported by
import-ran-as = { $by } ({ $account } on { $machine }), Breachbook { $program }
import-from-until = Began, ended
import-span = { $from } to { $until }
import-taken-back-when = Taken back

## window: organisations and regions
trees-name-region = Region
trees-name-organisation = Organisation
trees-own = of which directly
trees-none-region = no region
trees-none-organisation = no organisation
trees-note = Each row counts itself with all below it. Persons are distinct in a row and do not add up over rows.
trees-empty-region = No regions yet
trees-empty-organisation = No organisations yet
trees-empty-do = Make the first one here, or make it on the way while tagging accounts.
trees-tag = Tag accounts
trees-name = Name
trees-history = What was done to it
trees-history-none = Unchanged since it came with an import.
trees-top = at the top
trees-code = ISO code
trees-code-hint = DE, or US-CA for a part of a country. Type a name to find it.
trees-code-title = Code of { $name }
trees-code-about = Imported lists that name this code are sorted in here. A region is no residence: no law reads it.
trees-merge = Merge
trees-merge-title = Merge { $name }
trees-merge-about = Its accounts and all that hangs below it go to the other one; it disappears. Undo brings it back.
trees-merge-to = Merge into
trees-move = Move
trees-move-title = Move { $name }
trees-move-about = All that hangs below it comes along.
trees-move-to = Hang under
trees-done = Done: { $deed } ({ $n })
trees-used-title = { $name } is still in use
action-tree-new-region = New region
action-tree-new-organisation = New organisation
action-tree-child = New one beneath
action-tree-rename = Rename
action-tree-move = Move under …
action-tree-in = Move one step in
action-tree-out = Move one step out
action-tree-merge = Merge with …
action-tree-code = Set the ISO code
action-tree-up = Move up
action-tree-down = Move down
action-tree-remove = Remove

## window: timeline and what is written down
time-now = Now
time-hint = A day, a month, a year, or a time: 24.11.2026 13:41, today 9:00, 11.2026
time-read = read as { $at }
time-read-in = read as { $at } (time zone { $zone })
time-not-read = Not readable yet. For example: 24 Nov 2026 13:41, yesterday 9:00, 2026-11-24, 11.2026
field-optional = { $field } (if known)
field-choose = Please choose
field-none = not stated
field-country-hint = ISO code; type a name to find it.
field-country-unknown = No country is called that. Write an ISO code such as DE, or choose one from the list.
field-organisation-hint = A name, as it is. A new organisation is made.
count-editor-how = How exact
count-editor-low = Lower bound
count-editor-high = Upper bound
count-editor-to = to
count-editor-unit = Unit
count-editor-band = somewhere between, if known
count-editor-whole = Please write a whole number, such as 60,000.
count-editor-backwards = The bounds are the wrong way round.
count-editor-outside = The estimate lies outside of its bounds.
timeline-parts = Parts of this page
timeline-milestones = Steps in time
timeline-milestones-empty = No step is written down yet. Begin with the first alert: press M.
timeline-decisions = Determinations
timeline-numbers = Numbers
timeline-claims = Claims
timeline-claims-empty = Nobody has stated a number yet. What the press, a processor or an attacker says belongs here, each with its source.
timeline-exposures = Data concerned
timeline-exposures-empty = Which data of whom are concerned is still to be determined.
timeline-measures = Measures
timeline-measures-empty = No measure is written down yet: what was in place, what helps now, what prevents the next one.
timeline-points = Open points
timeline-points-empty = Nothing is noted as open.
timeline-answers = Description
timeline-answers-about = Each answer is kept when you leave its field.
timeline-coverage = Log coverage
timeline-coverage-empty = Which periods the logs cover is not written down yet. No record does not mean no access.
timeline-overlaps = Overlap of groups
timeline-overlaps-empty = Nothing stated: groups may hold the same persons, and their numbers are not added.
timeline-parties = Parties
timeline-parties-empty = Only needed where there is more than one controller, or a processor or client with its own duties.
timeline-parties-more = More than one controller, a processor, clients …
entity-nothing = Address and identifiers not entered yet
entity-fill = Enter
entity-change = Change
entity-of = address and identifiers, { $party }
entity-title = Legal entity: { $name }
entity-about = The book knows each legal entity once: what you save holds in this case, and in cases that name it later.
entity-which = Legal entity
entity-which-typed = First save, or throw away, what you have entered.
entity-elsewhere = In other cases of this book
entity-nowhere = No other case names it.
entity-as-of = as of { $at }
entity-stays = What a case took over stays there. It is changed in that case itself.
timeline-exact = exact to the { $to }
timeline-source = source: { $source }
timeline-by = { $by }, { $at }
timeline-no-reason = no reason given
timeline-undetermined = not determined yet
timeline-determine = Determine
timeline-determine-anew = Determine anew
timeline-determine-other = Determine for another party
timeline-determining-entity = Legal entity that is aware
timeline-determining-party = Party that determines
timeline-decisions-more = What other laws ask (DORA, NIS2) …
timeline-answers-of = Answers of
timeline-determine-what = Determine: { $what }
timeline-determine-about = A determination is kept with its reason, its author and its time.
timeline-aware-about = Awareness is determined, not detected: choose the moment and say why.
timeline-candidates = Since when the legal entity is aware
timeline-other-time = Another time
timeline-time = Time with its zone
timeline-not-exact = no time of day known: type it as another time
timeline-reason-hint = One sentence that an authority could read.
timeline-determined-by = Determined by
timeline-whole-case = the case as a whole
timeline-kept = What stands now is kept and shown as superseded.
timeline-determined = Determined: { $what }
timeline-stands = Stands
timeline-rests-on = Rests on
timeline-list-says = The list says
timeline-doings = Actions
timeline-on-claim = adopted claim
timeline-keep = Keep
timeline-keep-what = Keep the number entered by hand: { $what }
timeline-keep-title = Keep the number entered by hand
timeline-keep-over = { $typed } was entered by hand, the list says { $computed }
timeline-kept-typed = Kept as entered by hand: { $what }
timeline-kept-because = kept: { $reason }
timeline-typed-contradicted = the list contradicts it
timeline-on-typed = typed in
timeline-on-list = counted from the list
timeline-beneath = typed in beneath it: { $count }
timeline-type = Type in
timeline-type-what = Type in: { $what }
timeline-typed = Typed in: { $what }
timeline-number-about = Stands in until a list comes. A computed number replaces it only when you adopt it.
timeline-adopt-computed = Adopt the computed one
timeline-adopted-computed = Computed number adopted: { $what }
timeline-replaced-computed = replaced by the computed number
timeline-contradicted = The list contradicts it.
timeline-list-adds = the list adds up to { $sum }
timeline-adopted = Adopted by { $by }
timeline-adopt = Adopt
timeline-adopt-title = Go by this claim
timeline-drop = No longer adopt
timeline-drop-title = Go by this claim no longer
timeline-instead = Until now the case goes by: { $count } ({ $source }).
timeline-claim-adopted = Claim adopted: { $what }
timeline-claim-dropped = Claim no longer adopted: { $what }
written-yes = yes
written-no = no
written-save = Keep
written-field = { $field }: { $value }
written-new = New: { $what }
written-change = Change: { $what }
written-remove = Remove: { $what }
written-added = Added: { $what }
written-changed = Changed: { $what }
written-removed = Removed: { $what }
written-party = Party
written-main-party = Main party
written-milestone = Step in time
written-determination = Determination
written-claim = Claim
written-exposure = Data concerned
written-measure = Measure
written-open-point = Open point
written-coverage = Log coverage
written-overlap = Overlap of two groups
written-role = Role
written-organisation = Organisation
written-on-behalf-of = On behalf of
written-established = Established in
written-main-establishment = Main establishment
written-public-body = Public body
written-sector = Sector
written-dpo = Data protection officer, with telephone
written-reference = Own reference
written-kind = Kind
written-at = When
written-measure-at = Since or until when
written-what = What
written-coverage-what = Which log
written-source = Source
written-value = What is determined
written-advice = On whose advice
written-identifier = Identifier (LEI, register number)
written-country = Country
written-address = Address
written-reason = Reason
written-coverage-reason = Why it is not whole
written-by = By
written-subject = What is counted
written-count = Number
written-exposure-count = Number of persons
written-said = Said when
written-standing = Whose word
written-adopted = Adopted
written-category = Data category
written-group = Persons
written-way = Way
written-residence = Residence
written-protection = Protection
written-note = Note
written-state = State
written-until = Until
written-open-point-until = Follows by
written-who = Who answers it
written-from = From
written-whole = Whole
written-one = One group
written-other = The other group
written-disjoint = No person is in both
answers-case = The case
answers-when = When it happened and how it was discovered
answers-what = What happened
answers-whom = The persons and their data
answers-harm = Consequences
answers-others = Others, and notes
answer-from = From
answer-until = Until, where it has ended
answer-title = Title
answer-controller = Controller
answer-reference = Reference
answer-dpo = Data protection officer, with telephone
answer-zone-hint = Times without a zone are meant in it.
answer-zone = Time zone
answer-occurred = When it happened
answer-detected = First alert or sign
answer-late-reasons = Reasons for filing after 72 hours (Art. 33(1) GDPR)
answer-discovery = Discovered by
answer-discovery-text = How it was discovered
answer-nature = What was impaired
answer-incident = Kind of incident
answer-cause = Cause
answer-description = What happened
answer-systems = Systems concerned
answer-data-place = Where data and systems are
answer-persons-text = The persons concerned, in words
answer-special-categories = Special categories of data
answer-special-categories-text = Note on special categories
answer-consequences = Likely consequences
answer-impact = Kinds of impact
answer-severity = Severity
answer-authorities = Authorities
answer-board = Note for the board
answer-notes = Notes
action-timeline-milestone = New step in time
action-timeline-decide-awareness = Determine awareness
action-timeline-decide-awareness-incident = Determine awareness of the incident
action-timeline-decide-awareness-significance = Determine awareness of significance
action-timeline-decide-significance = Determine significance
action-timeline-decide-breach = Determine whether it is a personal-data breach
action-timeline-decide-risk = Determine the risk
action-timeline-decide-notification = Decide on notifying the authority
action-timeline-decide-communication = Decide on telling the persons
action-timeline-decide-materiality = Determine materiality
action-timeline-number = Type in a number
action-timeline-claim = New claim
action-timeline-exposure = Add data concerned
action-timeline-measure = New measure
action-timeline-point = New open point
action-timeline-coverage = Add log coverage
action-timeline-overlap = State an overlap of groups
action-timeline-party = Add a party
action-timeline-entity = Change a legal entity’s address and identifiers
action-timeline-answers = Describe the incident
timeline-before = { $n ->
    [one] 1 earlier determination
   *[other] { $n } earlier determinations
}
timeline-typed-before = { $n ->
    [one] 1 number that was typed in before
   *[other] { $n } numbers that were typed in before
}

## window: reports
template-dossier = Internal dossier
template-about-dossier = Everything that is written down, with its sources. It is not the notification, and it is not attached to one unasked.
format-pdf = PDF
report-shown = What is shown
report-tab-preview = Preview
report-tab-past = Past exports
report-order = What the report is to be
report-template = Template
report-language = Language of the report
report-format = Format
report-names = With the names of those affected
report-names-no = Without the identifiers of the list: the finished file is searched for each of them before it is written. Small numbers may still point to a person.
report-names-yes = Every account stands in the annex by name. The file is confidential; nothing in it is blacked out.
report-file-names = with-names
report-place = Export the report
report-export = Export …
report-exporting = Writing …
report-read-only = This book is open for reading only. An export is recorded in it and needs write access.
report-version = Version { $n }
report-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
report-known = as known on { $at }
report-warnings = What its reader should know
report-missing = What is missing
report-missing-none = Nothing is noted as open.
report-missing-said = The report says that this is open; it can be written all the same.
report-page = Page
report-page-of = Page { $page } of { $pages }
report-of-pages = of { $pages }
report-no-page = There is no such page; there are 1 to { $pages }.
report-fit = Width
report-toolbar = Page and size
report-thumbnails = Page thumbnails
report-tagged = The preview shows the very bytes that are written. The PDF itself is tagged for screen readers.
report-setting = Setting the report …
report-none = No preview yet.
report-previewed = Preview: { $template }
report-looked = Export { $n }, as it was written on { $at }
report-back = Back to the preview
report-refused-title = This report is not written like this
report-changed-title = The case has changed since the preview
report-leak-mend = To what is written down
report-try-again = Check again
report-exported = Recorded as export { $n }: { $file } in { $folder }, SHA-256 { $sha256 }…
report-written-again = Export { $n } written again, the same bytes: { $file } in { $folder }
report-past-none = Nothing exported yet
report-past-none-do = An export is kept here with its bytes and can be written again unchanged at any time.
report-past-about = Every export is kept with its bytes. What stands here is never written over and is not undone.
report-number = No.
report-when = As known on
report-version-short = Version
report-names-short = Names
report-with-names = with
report-without-names = without
report-pages-short = Pages
report-do = Actions
report-look = Look at it
report-again = Write again …
error-export-changed = Nothing was written: the case is no longer what the preview showed. The preview is set anew; look at it, then export.
action-report-preview = Set the preview anew
action-report-export = Export the report
action-report-names = With or without names
action-report-past = Show past exports
action-report-template = Choose the report's template
action-report-zoom-in = Larger pages
action-report-zoom-out = Smaller pages
action-report-fit = Fit pages to the width
action-report-next-page = Next page
action-report-previous-page = Previous page
action-report-go-missing = To what the report is missing

## window: log
log-text = Search the log
log-verb = Kind of entry
log-verb-all = Every kind
log-book = Whole book
log-counting = counting …
log-found = { $n ->
    [one] 1 entry
   *[other] { $number } entries
}
log-export = As CSV …
log-csv = CSV
log-file = log
log-place = Write the log
log-written = Log written: { $file } in { $folder }
log-when = When
log-what = What
log-how-much = How much
log-who = Who
log-more = Older entries
log-none = No entry
log-none-do = Nothing is found with this search. Clear the text, or choose every kind.
log-undone = undone
log-undone-at = Undone on { $at }.
log-erased = details erased
log-erased-about = Erased. The entry itself and the chain remain.
log-details = Details
log-entry = Entry
log-declared = { $account } · { $machine }; the name is as declared
log-number = Entry no.
log-hash = Hash
log-clock-back = earlier than before
log-clock-back-n = { $n ->
    [one] 1 entry has a time before that of an older one.
   *[other] { $n } entries have a time before that of an older one.
}
log-clock-back-about = Its time lies before that of an entry above it in the chain: the clock was set back, or an earlier time was given.
log-time-given = time given
log-time-given-about = The time was given (--now or BREACHBOOK_NOW). This machine’s own clock said { $at }.
log-chain-walking = Checking the hash chain …
log-chain-unbroken = Hash chain unbroken, { $n } entries in the book
log-chain-broken = Hash chain broken at entry { $n }. What stands from there on is not what was written, or something is missing. Open a copy beside it and compare.
log-chain-head = last hash { $hash }…
log-undo-to = { $n ->
    [one] Undo this
   *[other] Undo back to here ({ $n })
}
log-undo-to-about = { $n ->
    [one] The last change. It can be done again.
   *[other] { $n } changes, this one included. Each can be done again; imports and exports in between stay.
}
log-undoing = Undoing
log-undone-to = Undone: { $n ->
    [one] 1 change
   *[other] { $n } changes
}, the last “{ $deed }”{ $left ->
    [0] .
    [one] ; 1 value stayed, because it was changed otherwise since.
   *[other] ; { $left } values stayed, because they were changed otherwise since.
}
log-not-undone = Undo does not touch this: what left the house or came in stays recorded.
log-verify = Check the book
log-verifying = Checking the book
log-verifying-about = The whole book is looked through: file, log, numbers. With a large book this takes a while; it can be cancelled below.
log-verify-cancelled = Check cancelled. Nothing in the book was changed.
log-verified = The book is sound.
log-not-verified = The book is not sound. Do not work on in it; open the last copy.
log-verified-file = file intact
log-verified-file-not = { $n ->
    [one] file damaged: 1 problem
   *[other] file damaged: { $n } problems
}
log-verified-deeds = every deed did what the log says
log-verified-deeds-not = deeds are not what the log says
log-verified-state = every case is as it was left
log-verified-state-not = cases are not as they were left
log-verified-erased = { $n ->
    [one] details of one entry were erased by a deed
   *[other] details of { $n } entries were erased by deeds
}
log-verified-foreign = not ours, and not looked into: { $names }
log-verified-tally = numbers agree with the rows
log-verified-tally-not = numbers do not agree with the rows
log-verified-close = Hide
log-problems = What SQLite says
detail-yes = yes
detail-no = no
detail-title = Title
detail-keys = Entries
detail-settings = Set
detail-name = Name
detail-count = Number
detail-source = Source
detail-role = Role
detail-organisation = Organisation
detail-region = Region
detail-residence = Residence
detail-basis = Basis
detail-status = Status
detail-filter = Filter
detail-where = Filter
detail-template = Template
detail-language = Language
detail-format = Format
detail-names = With names
detail-export = Export
detail-report = Report
detail-sha256 = SHA-256
detail-files = Files
detail-file = File
detail-import = Import
detail-rows = Rows
detail-read = read
detail-new = new
detail-merged = merged
detail-rejected = rejected
detail-map = Columns
detail-no-tags = Without tags
detail-tree = Tree
detail-node = Node
detail-to = To
detail-deed = Deed
detail-verb = Kind
detail-left = left
log-from-to = { $before } → { $after }
log-row-new = New: { $what }
log-row-gone = Removed: { $what }
detail-account = Account
detail-field = Field
detail-value = Adopted
detail-only = Accounts chosen
detail-one-person = One person each, because
detail-enrich = Only filled in
detail-unmatched = without an account
detail-except = Accounts left out
detail-removed = removed
detail-restored = restored
deed-book-passphrase = passphrase changed
error-undo-not-standing = Nothing can be undone back to there: the entry is undone already, or undo does not touch it. Nothing was changed.
action-log-filter = Search the log
action-log-undo-to = Undo back to this entry
action-log-book = Log: whole book or this case alone
action-log-csv = Write the log as CSV
action-log-chain = Check the hash chain
action-log-verify = Check the whole book

## window: settings
settings-window = Window
settings-back = Back
settings-language = Language
settings-system = as the system
settings-theme = Colours
settings-theme-system = as the system
settings-theme-light = light
settings-theme-dark = dark
settings-who = Who works here
settings-name = Your name
settings-name-stands = Beside everything you do, the log says: { $name } · { $account } · { $machine }
settings-backup = Copies
settings-backup-about = When a changed book is closed, a copy goes to this folder. It is encrypted as the book is and opens with the same passphrase; the last ten of each book are kept.
settings-backup-none = No folder chosen yet: there is no copy.
settings-backup-choose = Choose a folder …
settings-backup-stop = No more copies
settings-back-up = Copy now
settings-backup-last = Last copy: { $at }, { $file }
settings-backup-last-refused = The last copy of “{ $book }” ({ $at }) failed: { $why }
settings-backed-up = Copied: { $file } in { $folder }
settings-backup-refused = The copy failed: { $why }
settings-book = This book
settings-passphrase = Change the passphrase …
settings-passphrase-about = The book is encrypted anew; with a large book this takes a while. Copies made before keep the passphrase they have.
settings-passphrase-old = Present passphrase
settings-passphrase-new = New passphrase
settings-passphrase-do = Change
settings-passphrase-changing = Sealing anew …
settings-passphrase-changed = The passphrase is changed.
settings-about = About Breachbook
settings-about-network = No connection to the network: nothing is sent, nothing is fetched.
settings-about-advice = A working aid following the EDPB's draft template 1.0; no official form, no legal advice.
settings-about-licence = Free software under MIT or Apache 2.0. Typeface: Inter, SIL Open Font License. Encryption: SQLCipher, Zetetic LLC, BSD.
settings-about-file = Settings are kept in { $file }.
error-backup-failed = The copy “{ $file }” could not be written; the book itself is untouched. Check the folder, your rights and the space on the disk.
error-backup-no-folder = No folder for copies is chosen. Choose one in the settings.
error-book-not-sealed = This book is not encrypted and has no passphrase.
action-back-up = Copy the book now
action-settings-language = Choose the language
action-settings-name = Declare your name
action-settings-backup-folder = Folder for copies
action-settings-passphrase = Change the book's passphrase

## the law, as data
law-head = { $name } ({ $id }, version { $version })
law-law = { $law }
law-status = { $status }, { $days }
law-days = from { $from } to { $to }
law-days-open = from { $from }
law-days-unknown = from a day that is not known
law-counting = Periods are counted by: { $counting }
law-calendar = Holidays: { $calendar }
law-source = Read in: { $source } ({ $seen }; { $sure })
law-binds = Binds
law-any-role = a party in any role
law-roles = a party in one of these roles: { $roles }
law-for-each-client = once for each client
law-for-each-part = once for each part of { $territory }
law-triggered = Is triggered if
law-questions = Asks a person
law-question = { $question } ({ $kind })
law-word = { $word } ({ $id })
law-phase = Asks for: { $name } ({ $id })
law-to = to { $to }
law-only-if = only if
law-prompt = without undue delay; no number is fixed
law-prompt-and-limit = without undue delay, at the latest
law-limit = at the latest
law-provisional = as long as that cannot be told: { $period }
law-roll = an end on a day without work goes to { $to }
law-roll-unless = an end on a day without work goes to { $to }, unless
law-beside = beside it stands, and decides nothing: { $period } ({ $name })
law-where-apart = only where it lies { $n ->
    [one] an hour
   *[other] { $n } hours
} or more away
law-asks = then asks for: { $question }
law-late-reason = whoever is late gives reasons
law-holds = says: { $contents }
law-must-not-hold = must not say: { $contents }
law-exempt = lifted by { $law }: { $name }; in its place: { $instead }
law-form = form: { $form }
law-register = Asks to keep a register: { $of }
law-keep = kept for { $length }
law-keep-unsaid = for how long, it does not say
law-all = all of these hold:
law-any = one of these holds:
law-not = this does not hold:
law-at-least = { $n } or more of these hold:
law-established = established in: { $places }
law-sector = of the sector: { $sectors }
law-public-body = a public body
law-no-public-body = no public body
law-milestone = it has come to pass: { $milestone }
law-exposed = there is at least one: { $counted }
law-possible = one cannot be ruled out: { $counted }
law-answer-is = “{ $question }” is answered: { $words }
law-answer-has = “{ $question }” is answered, among others: { $words }
law-determined = determined: { $what }: { $words }
law-while-open = { $said } ({ $open })
law-more-than = more than { $bound }: { $what }
law-at-least-value = { $bound } or more: { $what }
law-ratio = “{ $part }” divided by “{ $whole }”
law-after = { $after } comes later than { $than }
law-counted-persons = persons
law-counted-accounts = accounts
law-counted-records = records
law-in = in { $places }
law-in-each = the part at hand
law-elements = whose data hold { $elements }
law-with-name = a name and { $elements }
law-or = or
law-and = and
law-protection = protected so: { $protection }
law-ways = affected so: { $ways }
law-ways-open = affected so: { $ways }; open whether: { $open }
law-first = the first of these that fits:
law-earlier-of = the earliest of these:
law-later-of = the latest of these:
law-where = where
law-then = then
law-else = else
law-reading = beside it stands, and decides nothing: { $name }, { $start }
law-period = { $length } from { $from }
law-hours = { $n ->
    [one] one hour
   *[other] { $n } hours
}
law-days-n = { $n ->
    [one] one day
   *[other] { $n } days
}
law-business-days = { $n ->
    [one] one business day
   *[other] { $n } business days
}
law-months = { $n ->
    [one] one month
   *[other] { $n } months
}
law-years = { $n ->
    [one] one year
   *[other] { $n } years
}
law-from-milestone = “{ $what }”
law-from-determined = the determination “{ $what }”
law-from-sent = the first sending of “{ $phase }”
law-from-last-sent = the last sending of “{ $phase }”
law-from-communicated = the communication to the persons in { $territory }
law-from-duty = the latest time of “{ $phase }”
law-from-year-end = the end of the calendar year
aware-awareness = becoming aware of the personal-data breach
aware-awareness-incident = becoming aware of the incident
aware-awareness-significance = becoming aware that the incident is significant
territory-eea = European Economic Area
territory-eu = European Union
calendar-party = where the party is established
calendar-authority = where the authority sits
yes-no-yes = yes
yes-no-no = no
law-status-in-force = in force
law-status-adopted = adopted
law-status-proposed = proposed
law-status-repealed = repealed
confidence-official = wording read at the official place
confidence-copy = wording read in a copy
confidence-secondary = read in what others write of it
confidence-unverified = not yet checked against its source
confidence-own = a document of one’s own
addressee-gdpr-competent = the competent supervisory authority (Art. 55, 56 GDPR)
addressee-dora-competent = the authority supervising the financial entity
addressee-client = the client on whose behalf data are processed
addressee-individuals = the data subjects
content-nature = nature of the breach
content-persons = categories and number of data subjects
content-records = categories and number of records
content-data-categories = categories of data
content-dpo = data protection officer or other contact
content-consequences = likely consequences
content-measures = measures taken or proposed
content-period = when it happened
content-cause = cause
content-own-steps = what the persons can do themselves
content-countries = countries of the persons
content-other-authorities = other authorities told
content-sample-notice = the letter to the persons
content-personal-data = data of the persons affected
content-facts = the facts
time-unit-hours = hours
time-unit-days = days
time-unit-business-days = business days
time-unit-months = months
time-unit-years = years
roll-over-next-working-day = the end of the next working day
roll-over-noon-next-working-day = noon of the next working day
period-start-event = from the event on
period-start-next-full-hour = from the next full hour on
period-start-day-after = from the next day on
period-end-instant = at an instant
period-end-end-of-day = with the last day
missing-day-last-of-month = with the last day of the month
from-non-business-include-first = with the first business day, which counts
from-non-business-after-first = with the day after the first business day
answer-kind-yes-no = yes or no
answer-kind-word = one word
answer-kind-words = some words
answer-kind-number = a number
instead-public-communication = a communication to the public
instead-nothing = nothing
kept-all = everything that happened
kept-notified = what was notified
while-open-yes = as long as it is open: holds
while-open-no = as long as it is open: does not hold
cli-regime-regime = rule
cli-regime-version = version
cli-regime-name = name
cli-regime-law = law
cli-regime-status = status
cli-regime-stands = stands
cli-regime-file = file
cli-regime-yes = yes
cli-regime-stands-not = This version does not stand on { $on }.
cli-regime-overrides = It stands in the place of ours: { $file }
cli-regime-disabled = { $file } was left out. “regimes check” says the same of it:
cli-regime-sound = { $file }: { $id }, version { $version }: no fault.
cli-regime-sound-overrides = { $file }: { $id }, version { $version }: no fault; it stands in the place of ours.
error-time-no-day = “{ $text }” is no day. Write 2026-11-24.
error-regime-unknown = There is no rule “{ $id }”. Known: { $known }.
error-regime-version-unknown = There is no version “{ $version }” of this rule. Known: { $known }.
error-catalogue-no-folder = “{ $folder }” is no folder. Name the folder in which “regimes” lies.
error-catalogue-no-toml = This is no TOML: { $detail }.
error-catalogue-no-text = The file is no text in UTF-8. Save it as UTF-8.
error-catalogue-too-large = The file is larger than { $most } bytes, and no law is.
error-catalogue-unknown-field = There is no field “{ $key }” here. Known: { $known }.
error-catalogue-unknown-word = “{ $word }” is none of the words here. Known: { $known }.
error-catalogue-missing = “{ $missing }” is missing here.
error-catalogue-none-of = One of these is missing here: { $known }.
error-catalogue-two-of = “{ $first }” and “{ $second }” cannot both stand here. Leave one.
error-catalogue-wrong-kind = Here stands { $wanted ->
    [text] a text in quotation marks
    [number] a whole number from 1
    [share] a number above 0
    [truth] true or false
    [day] a day without quotation marks, such as 2026-11-24
    [localised] a text by language, such as {"{"} en = "…", de = "…" {"}"}
   *[table] a table, such as {"{"} key = "…" {"}"}
}, and nothing else.
error-catalogue-bad-id = “{ $id }” cannot be an id. Use small letters, digits, - and _, and none of aware, determined, sent, communicated.
error-catalogue-bad-link = “{ $link }” is no link. It begins with https://, http:// or file:///.
error-catalogue-empty-list = The list is empty. Leave the field out, or fill it.
error-catalogue-no-source = A source has a link (url) or a citation.
error-catalogue-days-out-of-order = The last day lies before the first, { $from }.
error-catalogue-no-place = “{ $code }” is no country, part of one (US-CA) or group ({ $groups }).
error-catalogue-unit-of-records = Only records have a unit; here “{ $of }” are counted.
error-catalogue-too-many-of = { $asked } of these are asked for, and there are only { $there }.
error-catalogue-no-words = “{ $kind }” has no words that it could be.
error-catalogue-two-numbers = A ratio has two numbers: this, divided by that.
error-catalogue-never-reached = What stands below is never reached, for this line has no “if”. Put it last.
error-catalogue-no-earlier-phase = No step above this one is called “{ $phase }”. Above: { $known }.
error-catalogue-asks-nothing = The rule asks for nothing: there is neither a “phase” nor a “register”.
error-catalogue-no-time = It is not said when this is due: there is neither “prompt” nor “limit”.
error-catalogue-twice-in-file = “{ $id }” stands twice in this file.
error-catalogue-words-of-no-use = This kind of answer has no words. Leave them out, or choose the type “word” or “words”.
error-catalogue-no-counting = There is no counting “{ $id }”. Known: { $known }.
error-catalogue-not-counted = The counting “{ $counting }” counts no { $unit }. It counts: { $known }.
error-catalogue-no-regime = There is no rule “{ $id }”. Known: { $known }.
error-catalogue-no-phase = The rule “{ $regime }” has no step “{ $phase }”. Known: { $known }.
error-catalogue-ring = “{ $regime }.{ $phase }” itself waits for this step: neither would ever be due.
error-catalogue-no-question = Nothing asks “{ $question }”. Ask it under [question.{ $question }], or choose one of: { $known }.
error-catalogue-no-number = “{ $question }” is not answered with a number.
error-catalogue-asked-otherwise = “{ $question }” is asked in “{ $regime }” in other words or for other answers. Choose another id, or ask the same.
error-catalogue-is-key = “{ $question }” is a key of every case (“case keys”). Choose another id.
error-catalogue-twice = “{ $id }” in this version stands in { $other } already. Give this one another version or id.
error-catalogue-two-versions = Version “{ $version }” of this rule begins on the same day: nobody could say which is meant.
error-catalogue-breaks = { $other } rests on what this file replaces, and does not find in it what it names.
