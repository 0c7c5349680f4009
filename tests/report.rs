//! The dossier: what it says of the first sample in two languages, the words it never uses, and whom it never names.

use breachbook::document::{Block, Document, Inline};
use breachbook::lang::{Phrases, languages};
use breachbook::model::account::{Account, Identity, Listed};
use breachbook::model::case::{
    Case, CaseFile, Claim, Coverage, Determination, Exposure, LogHead, Measure, Milestone, OpenPoint, Party, Sample,
};
use breachbook::model::count::Count;
use breachbook::model::facts::{
    ByStatus, ClaimRow, CrossRow, Derivation, Facts, Figured, GroupRow, OnePersonRow, OrganisationRow, Persons,
    RegionRow, ResidenceRow, Subject, Untagged,
};
use breachbook::model::ids::{
    AccountId, CaseId, ClaimId, CoverageId, DeedId, DeterminationId, ExposureId, MeasureId, MilestoneId, OpenPointId,
    OrganisationId, PartyId,
};
use breachbook::model::moment::{Moment, Period};
use breachbook::model::words::{
    AccountKind, DataCategory, DeterminationKind, KeyKind, MeasureKind, MeasureState, MilestoneKind, PersonGroup,
    Protection, Role, Standing, Status, Unit, Way,
};
use breachbook::templates::names::{Allowed, Names, Secret, in_document, in_texts, in_typed_text};
use breachbook::templates::{Brief, find};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rstest::rstest;

fn at(text: &str) -> Moment {
    Moment::read(text, &TimeZone::UTC).expect("a time")
}

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn milestone(id: i64, kind: MilestoneKind, when: &str, what: &str, source: &str) -> Milestone {
    let (what, source) = (Some(what.to_owned()), Some(source.to_owned()));
    Milestone { id: MilestoneId::new(id), kind, at: at(when), what, source, party: None }
}

fn claim(id: i64, subject: &str, count: Count, source: &str, adopted: bool, reason: Option<&str>) -> Claim {
    Claim {
        id: ClaimId::new(id),
        subject: subject.into(),
        count,
        source: source.into(),
        said: Some(at("2023-09-28")),
        adopted,
        adopted_by: adopted.then(|| "A. Officer".to_owned()),
        reason: reason.map(str::to_owned),
        party: None,
    }
}

fn measure(id: i64, kind: MeasureKind, state: MeasureState, what: &str) -> Measure {
    Measure { id: MeasureId::new(id), kind, state, what: what.into(), at: None, source: None, party: None }
}

/// The first sample, by hand: public facts of Storm-0558.
fn file() -> CaseFile {
    let emails = |count: Count| Count { standing: Standing::Claimed, ..count };
    CaseFile {
        case: Case {
            id: CaseId::new(1),
            uid: "0190".into(),
            title: "Access to mailboxes of the U.S. Department of State".into(),
            main_party: Some(PartyId::new(1)),
            controller: Some("U.S. Department of State".into()),
            reference: Some("S-0558".into()),
            dpo: None,
            zone: "America/New_York".into(),
            sample: Some(Sample::Reconstructed),
            created_at: instant("2023-10-01T12:00:00Z"),
            created_by: "A. Officer".into(),
        },
        occurred: Some(Period::read("2023-05..2023-06", &TimeZone::UTC).expect("a period")),
        answers: vec![("nature".into(), "confidentiality".into()), ("systems".into(), "Exchange Online".into())],
        answers_of: Vec::new(),
        organisations: Vec::new(),
        parties: vec![Party {
            id: PartyId::new(1),
            role: Role::Controller,
            organisation_id: Some(OrganisationId::new(1)),
            organisation: Some("U.S. Department of State".into()),
            on_behalf_of: None,
            established: Some("US".into()),
            main_establishment: false,
            public_body: Some(true),
            sector: None,
            dpo: None,
            reference: None,
        }],
        milestones: vec![
            milestone(1, MilestoneKind::Began, "2023-05", "Access through forged tokens", "Microsoft"),
            milestone(2, MilestoneKind::Detected, "2023-06", "Unusual activity noticed", "Department"),
            milestone(3, MilestoneKind::Published, "2023-07-12", "Microsoft's statement", "Microsoft"),
        ],
        determinations: Vec::new(),
        claims: vec![
            claim(
                1,
                "records",
                emails(Count::between(60_000, None, Unit::Email)),
                "blog, after Reuters",
                true,
                Some("the safe side"),
            ),
            claim(2, "records", emails(Count::approximate(60_000, None, Unit::Email)), "spokesman", false, None),
        ],
        exposures: vec![Exposure {
            id: ExposureId::new(1),
            category: DataCategory::Contact,
            group: PersonGroup::Directory,
            way: Some(Way::FileDownloaded),
            residence: None,
            persons: Count::to_be_determined(Unit::Person),
            protection: Protection::None,
            note: Some("list of all e-mail addresses".into()),
            source: Some("briefing".into()),
            party: None,
        }],
        measures: vec![
            measure(1, MeasureKind::Preventive, MeasureState::Taken, "More multi-factor authentication"),
            measure(2, MeasureKind::Preventive, MeasureState::Planned, "Several providers"),
        ],
        open_points: vec![OpenPoint {
            id: OpenPointId::new(1),
            what: "Persons in the mails".into(),
            until: None,
            who: None,
            party: None,
        }],
        imports: Vec::new(),
        exports: Vec::new(),
        counts: Vec::new(),
        overlaps: Vec::new(),
        coverage: vec![Coverage {
            id: CoverageId::new(1),
            what: "Mailbox audit log".into(),
            from: instant("2023-05-15T00:00:00Z"),
            until: instant("2023-06-16T00:00:00Z"),
            whole: false,
            reason: Some("throttled".into()),
        }],
    }
}

fn accounts(n: u64) -> Count {
    Count::exact(n, Unit::Account)
}

fn region(name: Option<&str>, n: u64, emails: u64) -> RegionRow {
    RegionRow {
        region: name.map(str::to_owned),
        path: name.into_iter().map(str::to_owned).collect(),
        accounts: accounts(n),
        persons: Count::between(0, Some(n), Unit::Person),
        records: Count::exact(emails, Unit::Email),
        own_accounts: accounts(n),
    }
}

fn subject() -> Subject {
    let organisation = OrganisationRow {
        organisation: Some("U.S. Department of State".into()),
        path: vec!["U.S. Department of State".into()],
        accounts: accounts(10),
        persons: Count::between(0, Some(10), Unit::Person),
        records: Count::exact(58_214, Unit::Email),
        own_accounts: accounts(10),
    };
    let cross = |region: &str, n, emails| CrossRow {
        region: Some(region.into()),
        organisation: Some("U.S. Department of State".into()),
        accounts: accounts(n),
        records: Count::exact(emails, Unit::Email),
    };
    let group = |group: &str, count: Count, computed| GroupRow {
        group: group.into(),
        count,
        sum: None,
        claim: None,
        computed,
        overlaps: Vec::new(),
        source: None,
    };
    let facts = Facts {
        case: CaseId::new(1),
        scope: None,
        as_of: instant("2023-10-02T14:07:00Z"),
        accounts: Figured::plain(accounts(10)),
        by_status: ByStatus { confirmed: accounts(10), suspected: accounts(0), cleared: accounts(0) },
        persons: Persons {
            total: Figured::plain(Count { unknown_parts: 1, ..Count::between(0, None, Unit::Person) }),
            groups: vec![
                group("owner", Count::between(0, Some(10), Unit::Person), true),
                group("in_directory", Count::to_be_determined(Unit::Person), false),
            ],
        },
        one_person: Vec::new(),
        records: Figured {
            count: Count::between(60_000, None, Unit::Email),
            sum: Some(Count::exact(58_214, Unit::Email)),
            claim: Some(ClaimId::new(1)),
            typed: false,
        }
        .into(),
        records_by_unit: Vec::new(),
        by_region: vec![region(Some("East Asia and the Pacific"), 9, 54_000), region(Some("Europe"), 1, 4_214)],
        by_organisation: vec![organisation],
        by_residence: vec![ResidenceRow {
            residence: None,
            basis: Vec::new(),
            accounts: accounts(10),
            persons: Count::between(0, Some(10), Unit::Person),
            subdivisions: Vec::new(),
        }],
        by_region_and_organisation: vec![cross("East Asia and the Pacific", 9, 54_000), cross("Europe", 1, 4_214)],
        by_exposure: Vec::new(),
        by_day: Vec::new(),
        claims: vec![ClaimRow {
            id: ClaimId::new(1),
            subject: "records".into(),
            count: Count::between(60_000, None, Unit::Email),
            source: "blog, after Reuters".into(),
            said: Some("2023-09-28".into()),
            adopted: true,
            reason: None,
            contradicted: false,
        }],
        conflicts: 0,
        typed_conflicts: Vec::new(),
        derivation: Some(Derivation { read: 10, confirmed: 10, ..Derivation::default() }),
        untagged: Untagged { residence: 10, ..Untagged::default() },
    };
    Subject { facts, file: file() }
}

fn brief() -> Brief {
    Brief {
        names: false,
        version: 1,
        previous: None,
        log: Some(LogHead { entry: 12, head: "3f9ab2c4d5e6f708".repeat(4) }),
        accounts: Vec::new(),
        sheet: None,
        form: None,
        program: "Breachbook 0.1.0".into(),
    }
}

fn dossier(subject: &Subject, brief: &Brief, language: &str) -> Document {
    let template = find("dossier").expect("the template");
    template.written(subject, brief, &Phrases::of(language).expect(language)).expect("composed")
}

/// The document as a reader meets it, a line a piece.
fn read(document: &Document) -> String {
    let mut lines = vec![
        format!("{} | {}", document.kicker, document.banner.clone().unwrap_or_default()),
        document.title.clone(),
        document.subtitle.clone().unwrap_or_default(),
        format!("{} | {}", document.footer.line, document.footer.page),
    ];
    for block in &document.blocks {
        lines.extend(match block {
            Block::Heading { level, text } => vec![String::new(), format!("{} {text}", "#".repeat((*level).into()))],
            Block::Pairs(pairs) => pairs
                .iter()
                .map(|pair| format!("{}: {}", pair.term, pair.text.iter().map(|it| it.text()).collect::<String>()))
                .collect(),
            Block::KeyFigures(figures) => {
                figures.iter().map(|it| format!("[{}] {} ({})", it.label, it.value, it.note)).collect()
            }
            Block::Table(table) => {
                let headers = table.columns.iter().map(|it| it.header.as_str()).collect::<Vec<_>>().join(" | ");
                let rows = table.rows.iter().map(|row| {
                    format!("  {}", row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" | "))
                });
                let notes = table.notes.iter().map(|note| format!("  ({note})"));
                [table.caption.clone(), format!("  {headers}")].into_iter().chain(rows).chain(notes).collect()
            }
            Block::Drawing(drawing) => vec![format!("<{}> {}", drawing.figure.id, drawing.caption)],
            Block::Paragraph(text, voice) => {
                vec![format!("{voice:?}: {}", text.iter().map(|it| it.text()).collect::<String>())]
            }
            Block::List(items) => {
                items.iter().map(|item| format!("- {}", item.iter().map(|it| it.text()).collect::<String>())).collect()
            }
            Block::NewPage => vec!["----".to_owned()],
        });
    }
    lines.join("\n")
}

#[rstest]
#[case("en")]
#[case("de")]
fn the_dossier_of_the_first_sample(#[case] language: &str) {
    insta::assert_snapshot!(format!("dossier_{language}"), read(&dossier(&subject(), &brief(), language)));
}

/// Of whom it was determined is said as it was asked for: what was chosen one by one is not all of the case.
#[rstest]
#[case(None, None, None, "all accounts of the case")]
#[case(Some("import:1"), None, None, "import:1")]
#[case(Some("import:1"), None, Some(2), "import:1, but for 2 accounts")]
#[case(None, None, Some(1), "all accounts of the case, but for one account")]
#[case(None, Some(3), None, "3 accounts, chosen one by one")]
#[case(None, Some(1), None, "one account, chosen by itself")]
fn whose_accounts_are_one_person_each_is_said_as_it_was_asked(
    #[case] which: Option<&str>,
    #[case] chosen: Option<u64>,
    #[case] but: Option<u64>,
    #[case] said: &str,
) {
    let mut subject = subject();
    subject.facts.one_person = vec![OnePersonRow {
        deed: DeedId::new(9),
        accounts: accounts(3),
        which: which.map(str::to_owned),
        chosen,
        but,
        reason: "a licence each".into(),
        by: "Ann".into(),
        at: instant("2026-11-25T13:00:00Z"),
    }];
    let text = read(&dossier(&subject, &brief(), "en"));
    let told = text.lines().find(|line| line.contains("each is one person")).expect("the determination");
    assert!(told.contains(&format!("({said}): a licence each")), "{told}");
}

/// Words that a filed paper must not use (docs/model.md, Safe words), with what they must not be part of.
#[rstest]
#[case("en", &["stolen", "exfiltrat", "tamper", "anonym", "court-proof", "applies", "does not apply", "no evidence", "unknown", "verified", "sealed", "left until", "time left", "hours left", "victim"])]
#[case("de", &["gestohlen", "entwendet", "unbekannt", "anonym", "revisionssicher", "gerichtsfest", "manipulationssicher", "abgeflossen", "keine Anhaltspunkte", "verbleib", "Opfer", "Datenpanne", "Datenleck"])]
fn no_phrase_uses_a_word_that_is_not_safe(#[case] language: &str, #[case] words: &[&str]) {
    let path = format!("{}/locales/{language}.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("a catalogue");
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let said = line.split_once(" = ").map_or(line, |(_, said)| said).to_lowercase();
        let said = said.replace("gültig", "");
        for word in words {
            assert!(!said.contains(&word.to_lowercase()), "{language}.ftl says {word:?}: {line}");
        }
    }
}

#[test]
fn a_breach_is_an_incident_until_somebody_determines_it() {
    for (language, breach, incident) in [
        ("en", "Personal data breach (Art. 4(12)", "whether it is a personal data breach is not yet determined"),
        ("de", "Verletzung des Schutzes personenbezogener Daten (Art. 4", "ist noch nicht festgestellt"),
    ] {
        let before = read(&dossier(&subject(), &brief(), language));
        assert!(before.contains(incident) && !before.contains(breach), "{before}");
        let mut determined = subject();
        determined.file.determinations.push(determination(DeterminationKind::Breach, "yes", None));
        let after = read(&dossier(&determined, &brief(), language));
        assert!(after.contains(breach), "{after}");
    }
}

fn determination(kind: DeterminationKind, value: &str, when: Option<&str>) -> Determination {
    Determination {
        id: DeterminationId::new(1),
        kind,
        value: value.into(),
        at: when.map(at),
        reason: Some("the logs were read".into()),
        by: "A. Officer".into(),
        advice: None,
        made_at: instant("2023-10-01T12:00:00Z"),
        party: (!kind.is_awareness()).then_some(PartyId::new(1)),
        organisation: kind.is_awareness().then_some(OrganisationId::new(1)),
        superseded_by: None,
    }
}

#[test]
fn awareness_stands_with_its_weekday_zone_and_who_determined_it() {
    let mut known = subject();
    known.file.determinations.push(determination(DeterminationKind::Awareness, "", Some("2023-10-01T13:00:00Z")));
    for (language, said) in [
        ("en", "Awareness: Sunday, 1 October 2023, 09:00 EDT, determined by A. Officer; for the time since"),
        ("de", "Kenntnis: Sonntag, 1. Oktober 2023, 09:00 EDT, festgestellt durch A. Officer; zum Abstand"),
    ] {
        let text = read(&dossier(&known, &brief(), language));
        assert!(text.contains(said), "{text}");
    }
}

/// No deadline is invented where nobody determined when it began.
#[test]
fn without_awareness_the_candidates_are_named_and_no_deadline() {
    let text = read(&dossier(&subject(), &brief(), "en"));
    assert!(text.contains("Awareness: Not yet determined; candidates: first sign June 2023"), "{text}");
    assert!(!text.contains("72"), "{text}");
}

#[test]
fn a_later_version_says_which_it_follows_and_where_the_changes_stand() {
    let later = Brief { version: 3, previous: Some(instant("2023-10-01T12:00:00Z")), ..brief() };
    for (language, subtitle, heading) in [
        ("en", "Follow-up to version 2 of 1 October 2023 · changes in section 1", "# 1. Changes since"),
        ("de", "Folgedokumentation zu Fassung 2 vom 1. Oktober 2023 · Änderungen in Abschnitt 1", "# 1. Änderungen"),
    ] {
        let text = read(&dossier(&subject(), &later, language));
        assert!(text.contains(subtitle) && text.contains(heading), "{text}");
    }
}

#[test]
fn the_first_pages_table_closes_and_the_rest_of_many_countries_is_one_row() {
    let mut many = subject();
    let codes = ["DE", "FR", "IT", "ES", "PT", "NL", "BE", "AT", "PL", "CZ"];
    let row = |code: Option<&str>, n| ResidenceRow {
        residence: code.map(str::to_owned),
        basis: Vec::new(),
        accounts: accounts(n),
        persons: Count::between(0, Some(n), Unit::Person),
        subdivisions: Vec::new(),
    };
    many.facts.by_residence = (11..).zip(codes).map(|(n, code)| row(Some(code), n)).chain([row(None, 4)]).collect();
    let text = read(&dossier(&many, &brief(), "en"));
    let first_page = text.split("\n# 1. ").next().expect("a first page");
    assert!(first_page.contains("  5 further countries | 65 | at most 65"), "{first_page}");
    assert!(first_page.contains("  not known | 4 | at most 4"), "{first_page}");
    assert!(text.contains("  Germany | 11 | at most 11"), "the whole table stands in its section");
}

fn account(key: &str, name: Option<&str>, kind: AccountKind) -> Account {
    Account {
        id: AccountId::new(1),
        key: key.into(),
        key_kind: if key.contains('@') { KeyKind::Email } else { KeyKind::CustomerNumber },
        shown: key.into(),
        aliases: Vec::new(),
        name: name.map(str::to_owned),
        kind,
        status: Status::Confirmed,
        ways: Vec::new(),
        residence: None,
        basis: None,
        region: None,
        organisation: None,
        records: None,
        first_access: None,
        last_access: None,
        notes: None,
        import: None,
        line: None,
    }
}

fn listed(key: &str, name: Option<&str>) -> Listed {
    Listed {
        shown: key.into(),
        name: name.map(str::to_owned),
        region: None,
        organisation: None,
        status: Status::Confirmed,
        records: None,
    }
}

fn identity(of: &Account) -> Identity {
    let (key, shown, name) = (of.key.clone(), of.shown.clone(), of.name.clone());
    Identity { key, key_kind: of.key_kind, shown, name, kind: of.kind }
}

fn names(allowed: &[&str]) -> Names {
    let list = [
        account("jane.doe@state.example", Some("Jane Doe"), AccountKind::Person),
        account("mueller@state.example", Some("Jörg Müller"), AccountKind::Unknown),
        account("info@state.example", Some("Europe"), AccountKind::Unknown),
        account("berlin@state.example", Some("Berlin Bureau"), AccountKind::Shared),
        account("4711", Some("Wu Li"), AccountKind::Person),
        account("8812345", None, AccountKind::Person),
        account("hans.meier@kanzlei.example", Some("Hans Meier"), AccountKind::Person),
        account("10-14", Some("Wolf Strauß"), AccountKind::Person),
        account("c1x", Some("Prof. Dr. Ana Maria Silva (Finance)"), AccountKind::Person),
        account("vertrieb.nord@state.example", Some("Region Nord"), AccountKind::Unknown),
        account("kd-10023", Some("Νίκος Παπαδόπουλος"), AccountKind::Person),
    ];
    let mut exempt = Allowed::default();
    allowed.iter().for_each(|text| exempt.add_name(text));
    Names::of(list.iter().map(identity).collect::<Vec<_>>().iter()).without(&exempt)
}

#[rstest]
#[case::address("the mailbox jane.doe@state.example", Some(Secret::Key))]
#[case::upper_case("JANE.DOE@STATE.EXAMPLE", Some(Secret::Key))]
#[case::name("Jane Doe called back", Some(Secret::Name))]
#[case::name_in_a_list("Doe, Jane; others", Some(Secret::Name))]
#[case::genitive("Jane Does Postfach", Some(Secret::Name))]
#[case::soft_hyphen("Ja\u{ad}ne Doe", Some(Secret::Name))]
#[case::zero_width("Ja\u{200b}ne\u{2060} Do\u{feff}e", Some(Secret::Name))]
#[case::decomposed("Jo\u{308}rg Mu\u{308}ller", Some(Secret::Name))]
#[case::full_width("Ｊａｎｅ Ｄｏｅ", Some(Secret::Name))]
#[case::in_one_word("JaneDoe_mailbox.csv", Some(Secret::Name))]
#[case::without_title_and_middle_name("Ana Silva", Some(Secret::Name))]
#[case::without_brackets("Frau Dr. Silva, Ana Maria", Some(Secret::Name))]
#[case::what_stands_in_brackets("Finance", None)]
#[case::a_name_that_begins_within_a_firms("Kanzlei Hans Meier GmbH Jane Doe", Some(Secret::Name))]
#[case::a_firms_name_that_begins_with_a_place("Europe Hans Meier", Some(Secret::Name))]
#[case::sharp_s("WOLF STRAUSS", Some(Secret::Name))]
#[case::without_accents("Jorg Muller", Some(Secret::Name))]
#[case::umlauts_spelt_out("Joerg Mueller", Some(Secret::Name))]
#[case::greek_capitals("ΝΙΚΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ", Some(Secret::Name))]
#[case::number_with_letters("KD 10023", Some(Secret::Key))]
#[case::founder_without_the_firm("Hans Meier of Kanzlei Hans Meier GmbH", Some(Secret::Name))]
#[case::local_part("account mueller was blocked", Some(Secret::Local))]
#[case::number("customer 8812345", Some(Secret::Key))]
#[case::two_short_words("Wu Li", Some(Secret::Name))]
#[case::part_of_a_word("Muellerstraße", None)]
#[case::family_name_alone("Doe", None)]
#[case::a_role_is_no_person("info at the department", None)]
#[case::a_shared_mailbox_is_no_person("the Berlin office", None)]
#[case::a_year_is_no_customer("in 4711", None)]
#[case::a_region("9 in Europe", None)]
#[case::a_firm("Kanzlei Hans Meier GmbH", None)]
#[case::two_counts("10 to 14, 10-14", None)]
#[case::a_grouped_number("8,812,345 records", None)]
fn a_name_of_the_list_is_found_and_an_innocent_word_is_not(#[case] text: &str, #[case] found: Option<Secret>) {
    assert_eq!(names(&["Europe", "Kanzlei Hans Meier GmbH"]).find(text), found, "{text}");
}

#[rstest]
#[case::word_for_word("Jane Doe", true)]
#[case::family_name_first("DOE, Jane", true)]
#[case::an_address("jane.doe@state.example", true)]
#[case::a_firm("Kanzlei Hans Meier GmbH", false)]
#[case::a_place_that_is_also_a_name("Europe", false)]
#[case::a_shared_mailbox("Berlin Bureau", false)]
#[case::a_mailbox_of_a_role("Region Nord", false)]
fn a_node_called_like_a_person_of_the_list_is_that_person(#[case] node: &str, #[case] somebody: bool) {
    assert_eq!(names(&[]).is_somebody(node), somebody, "{node}");
}

#[test]
fn a_firm_whose_name_is_parted_on_the_page_is_still_the_firm() {
    let names = names(&["Kanzlei Hans Meier Logistik GmbH"]);
    assert_eq!(names.find_in_print("Kanzlei Hans Meier Logis\u{ad}\ntik GmbH"), None);
    assert_eq!(names.find_in_print("Kanzlei Jane Doe"), Some(Secret::Name));
}

#[test]
fn a_leak_is_found_wherever_it_stands_and_says_where_but_not_whom() {
    let phrases = Phrases::of("en").expect("en");
    let edits: [(&str, fn(&mut Subject)); 5] = [
        ("title", |subject| subject.file.case.title = "Mailbox of Jane Doe".into()),
        ("4. Timeline", |subject| subject.file.milestones[0].what = Some("jane.doe@state.example read".into())),
        ("8. Measures", |subject| subject.file.measures[1].what = "Jane Doe trained".into()),
        ("3. Data concerned", |subject| subject.file.exposures[0].note = Some("Jane Doe's".into())),
        ("what the file says of itself", |subject| subject.file.case.reference = Some("DOE-JANE".into())),
    ];
    let clean = dossier(&subject(), &brief(), "en");
    assert_eq!(in_document(&names(&["Europe"]), &clean, &phrases), None);
    for (place, edit) in edits {
        let mut subject = subject();
        edit(&mut subject);
        let leak = in_document(&names(&["Europe"]), &dossier(&subject, &brief(), "en"), &phrases).expect(place);
        assert_eq!(leak.place, place);
        let sentence = phrases.error(&leak.refusal()).to_lowercase();
        assert!(sentence.contains(&place.to_lowercase()) && !sentence.contains("doe"), "{sentence}");
        assert!(in_typed_text(&names(&[]), &subject.file, &phrases).is_some(), "{place}");
    }
}

#[test]
fn a_leak_above_the_first_heading_is_on_the_first_page() {
    let phrases = Phrases::of("en").expect("en");
    let mut document = dossier(&subject(), &brief(), "en");
    document.blocks.insert(0, Block::List(vec![vec![Inline::Plain("Jane Doe".into())]]));
    let leak = in_document(&names(&["Europe"]), &document, &phrases).expect("a leak");
    assert_eq!(leak.place, "first page");
}

#[test]
fn the_annex_names_people_only_where_names_were_asked_for() {
    let list = vec![listed("jane.doe@state.example", Some("Jane Doe"))];
    let named = Brief { names: true, accounts: list.clone(), ..brief() };
    let nameless = Brief { accounts: list, ..brief() };
    for language in languages() {
        assert!(read(&dossier(&subject(), &named, language)).contains("jane.doe@state.example | Jane Doe | "));
        assert!(!read(&dossier(&subject(), &nameless, language)).contains("jane.doe"));
    }
}

#[test]
fn cleared_accounts_stand_in_a_table_of_their_own() {
    let cleared = Listed { status: Status::Cleared, ..listed("b@state.example", None) };
    let list = vec![listed("a@state.example", None), cleared];
    let text = read(&dossier(&subject(), &Brief { names: true, accounts: list, ..brief() }, "en"));
    let (counted, apart) = text.split_once("Accounts cleared").expect("a table of their own");
    assert!(counted.contains("a@state.example") && !counted.contains("b@state.example"), "{text}");
    assert!(apart.contains("b@state.example"), "{text}");
}

#[test]
fn a_name_in_a_finished_file_is_found_on_its_pages_and_in_its_metadata() {
    let format = breachbook::export::find("pdf").expect("pdf");
    let texts = |subject: &Subject| {
        let mut bytes = Vec::new();
        (format.write)(&dossier(subject, &brief(), "de"), &mut bytes).expect("a file");
        (format.read)(&bytes).expect("texts")
    };
    let names = names(&["Europe"]);
    let phrases = Phrases::of("de").expect("de");
    assert_eq!(in_texts(&names, &texts(&subject()), &phrases), None);
    let mut named = subject();
    named.file.case.controller = Some("Jörg Müller".into());
    let found: Vec<String> = texts(&named).into_iter().filter(|text| names.find(text).is_some()).collect();
    assert!(found.iter().any(|text| text == "Jörg Müller"), "the metadata: {found:?}");
    assert!(found.iter().any(|text| text.contains("Fassung 1")), "the foot of a page: {found:?}");
}

#[test]
fn what_is_written_down_as_open_hides_nothing_that_facts_and_decisions_leave_open() {
    let mut open = subject();
    let estimated = Count { unknown_parts: 1, ..Count::approximate(4_000, None, Unit::Person) };
    open.facts.persons.total = Figured::plain(estimated);
    open.facts.conflicts = 2;
    assert!(!open.file.open_points.is_empty(), "somebody has written something down");
    for (language, expected) in [
        (
            "en",
            [
                "- Persons in the mails: date to be determined",
                "- Country of residence for 10 accounts",
                "- 2 sets of conflicting statements await a decision",
                "- The risk for the persons is not determined.",
                "[Persons] at least approximately 4,000 (at most 10 owners; in addition: listed in a directory, to be determined)",
            ],
        ),
        (
            "de",
            [
                "- Persons in the mails: Zeitpunkt noch zu ermitteln",
                "- Land des Wohnsitzes zu 10 Konten",
                "- 2 Widersprüche zwischen Angaben: Entscheidung steht aus",
                "- Das Risiko für die betroffenen Personen ist nicht festgestellt.",
                "[Personen] mindestens ungefähr 4.000 (höchstens 10 Inhaber; zusätzlich: im Verzeichnis Geführte, noch zu ermitteln)",
            ],
        ),
    ] {
        let text = read(&dossier(&open, &brief(), language));
        let first_page = text.split("\n# 1. ").next().expect("a first page");
        for line in expected {
            assert!(first_page.contains(line), "{line}: {first_page}");
        }
    }
}
