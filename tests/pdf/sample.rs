//! Documents to print: one in German that has everything, and an annex as long as is asked for.

use breachbook::document::{
    Align, Attachment, Block, Column, Document, Drawing, Footer, Inline, KeyFigure, Metadata, Pair, Row, RowKind,
    Setting, Table, Text, Voice,
};
use breachbook::model::figure::{Bar, Bars, Body, Figure, FigureTable};

/// An empty report.
pub fn blank() -> Document {
    Document {
        title: "Zugriff auf Postfächer der Nordmeer Logistik GmbH".into(),
        subtitle: Some("Folgedokumentation zu Fassung 1 vom 24. November 2026 · Änderungen auf Seite 2".into()),
        kicker: "Interne Dokumentation nach Art. 33 Abs. 5 DSGVO, ohne Namen".into(),
        banner: Some("BEISPIEL · frei erfunden".into()),
        language: "de".into(),
        metadata: Metadata {
            author: "Nordmeer Logistik GmbH".into(),
            subject: "Dokumentation einer Verletzung des Schutzes personenbezogener Daten".into(),
            keywords: vec!["DSGVO".into(), "Art. 33 & 34".into()],
            producer: "Breachbook 0.1.0".into(),
            created: "2026-11-25T13:07:00Z".parse().unwrap(),
        },
        footer: Footer {
            line: "Nordmeer Logistik GmbH · Vorgang 2026-07 · Fassung 2 · Stand 25. November 2026, 14:07 MEZ".into(),
            page: "Seite {page} von {pages}".into(),
        },
        blocks: Vec::new(),
        attachments: Vec::new(),
    }
}

pub fn plain(text: &str) -> Text {
    vec![Inline::Plain(text.into())]
}

pub fn paragraph(text: &str) -> Block {
    Block::Paragraph(plain(text), Voice::Normal)
}

pub fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

pub fn row(cells: &[&str], kind: RowKind, depth: u8) -> Row {
    Row { cells: cells.iter().map(|&cell| cell.into()).collect(), kind, depth }
}

pub fn columns(columns: &[(&str, Align, f32)]) -> Vec<Column> {
    columns.iter().map(|&(header, align, share)| Column { header: header.into(), align, share }).collect()
}

pub fn countries() -> Table {
    Table {
        caption: "Tabelle 1. Konten und Personen nach Land des Wohnsitzes".into(),
        columns: columns(&[
            ("Land", Align::Start, 1.5),
            ("Konten", Align::End, 1.0),
            ("Inhaber", Align::End, 1.3),
            ("Grundlage", Align::End, 1.6),
        ]),
        rows: vec![
            row(&["Europäischer Wirtschaftsraum", "8 bis 10", "höchstens 10", ""], RowKind::Body, 0),
            row(&["Deutschland", "3", "höchstens 3", "Personalstamm"], RowKind::Body, 1),
            row(&["Hamburg", "2", "2", "Personalstamm"], RowKind::Body, 2),
            row(&["Schweden, Norwegen, Finnland", "2 bis 3", "höchstens 3", "Personalstamm"], RowKind::Body, 1),
            row(&["Niederlande, Belgien", "2", "höchstens 2", "Büro (Näherung)"], RowKind::Body, 1),
            row(&["Portugal, Spanien", "1 bis 2", "höchstens 2", "Personalstamm"], RowKind::Body, 1),
            row(&["nicht bekannt", "3 bis 4", "höchstens 3", "–"], RowKind::Quiet, 0),
            row(&["insgesamt (ohne Doppelzählung)", "11 bis 14", "höchstens 13", ""], RowKind::Total, 0),
        ],
        notes: vec!["Personen nach Zeile sind in der Zeile verschieden und nicht addierbar; die Summe ist über alle Zeilen verschieden.".into()],
        setting: Setting::Read,
    }
}

pub fn bars() -> Drawing {
    let bar = |label: &str, depth, solid, hatched, open, unknown, printed: &str| Bar {
        label: label.into(),
        depth,
        solid,
        hatched,
        open,
        unknown,
        printed: printed.into(),
        filter: None,
    };
    let figure = Figure {
        id: "by_region",
        title: "Konten nach Region".into(),
        note: "Schraffiert: im Verdacht.".into(),
        alt: "Balken: Nord 612 Konten, davon 130 im Verdacht; Süd mindestens 48; nicht zugeordnet 9.".into(),
        language: "de".into(),
        table: FigureTable::default(),
        body: Body::Bars(Bars {
            full: 700,
            shown: 0..4,
            rows: vec![
                bar("Region Nord", 0, 482, 130, false, false, "482 bis 612"),
                bar("Hamburg und Häfen", 1, 300, 0, false, false, "300"),
                bar("Region Süd", 0, 48, 0, true, false, "mindestens 48"),
                bar("nicht zugeordnet", 0, 9, 0, false, true, "9"),
            ],
        }),
    };
    Drawing {
        figure,
        caption:
            "Abb. 1. Konten nach Region, Zeitzone Europa/Berlin. Schraffiert: im Verdacht. Zählweise: Abschnitt 7."
                .into(),
        table: Table {
            caption: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
            setting: Setting::Read,
        },
        with_table: false,
    }
}

fn pairs() -> Vec<Pair> {
    let strong = |text: &str| Inline::Strong(text.into());
    let pair = |term: &str, text: Text| Pair { term: term.into(), text };
    vec![
        pair(
            "Verantwortlicher",
            plain("Nordmeer Logistik GmbH, Hamburg; zugleich Auftragsverarbeiter für Fjord Freight AS, Oslo"),
        ),
        pair("Zeitraum", plain("4. Mai bis 1. Juni 2026, beendet; erster Hinweis 20. November 2026")),
        pair(
            "Kenntnis",
            vec![
                strong("Dienstag, 24. November 2026, 09:00 MEZ"),
                Inline::Plain(
                    ", festgestellt durch M. Ahrens; Abstand zum ersten Hinweis begründet in Abschnitt 3".into(),
                ),
            ],
        ),
        pair("Art", plain("Vertraulichkeit · unbefugter Zugriff auf IT-Systeme · Ursache extern, vorsätzlich")),
        pair(
            "Risiko",
            plain("Risiko, nicht hoch (Bewertung in Abschnitt 5); Benachrichtigung nach Art. 34 nicht vorgesehen"),
        ),
        pair(
            "Maßnahmen",
            plain(
                "Zugänge gesperrt und Sitzungen beendet am 24. November 2026, 10:20 MEZ; Mehr-Faktor-Anmeldung ausgeweitet",
            ),
        ),
        pair(
            "Datenschutz-Folgenabschätzungsverantwortliche",
            plain("datenschutz@postfach.nordmeer-logistik.example, +49 40 1234 56-0"),
        ),
    ]
}

fn figures() -> Vec<KeyFigure> {
    [
        ("Konten", "11 bis 14", "11 bestätigt, 3 im Verdacht"),
        ("Personen", "ungefähr 4.000", "höchstens 13 Inhaber; Schriftpartner geschätzt"),
        ("E-Mails", "mindestens 48.212", "verschiedene; 1 Postfach ganz abgeglichen"),
        ("Adressliste", "noch zu ermitteln", "Personen im Verzeichnis"),
    ]
    .map(|(label, value, note)| KeyFigure { label: label.into(), value: value.into(), note: note.into() })
    .to_vec()
}

pub const LONG: &str = "Der Verantwortliche meldet die Verletzung des Schutzes personenbezogener Daten unverzüglich und \
    möglichst binnen 72 Stunden, nachdem ihm die Verletzung bekannt wurde, der zuständigen Aufsichtsbehörde, es sei denn, \
    dass die Verletzung des Schutzes personenbezogener Daten voraussichtlich nicht zu einem Risiko für die Rechte und \
    Freiheiten natürlicher Personen führt. Erfolgt die Meldung an die Aufsichtsbehörde nicht binnen 72 Stunden, so ist ihr \
    eine Begründung für die Verzögerung beizufügen.";

/// One of everything, in German.
pub fn rich() -> Document {
    let mut document = blank();
    document.blocks = vec![
        Block::Pairs(pairs()),
        Block::KeyFigures(figures()),
        Block::Table(countries()),
        heading(1, "1. Was offen ist, und bis wann es folgt"),
        Block::List(vec![
            plain("Personen in der entwendeten Adressliste: bis 2. Dezember."),
            plain(
                "Wohnsitz der Inhaber von vier Konten: bis 27. November; die Auswertung der Anmeldungen läuft noch, und das Ergebnis der Rückfragen bei den Tochtergesellschaften steht aus.",
            ),
            vec![
                Inline::Strong("Drei Konten im Verdacht: ".into()),
                Inline::Plain("Auswertung bis 30. November.".into()),
            ],
        ]),
        heading(1, "2. Hergang"),
        paragraph(LONG),
        Block::Paragraph(
            vec![
                Inline::Plain("Nach ".into()),
                Inline::Emphasis("Verordnung (EU) 2016/679".into()),
                Inline::Plain(" gilt: ".into()),
                Inline::Strong("Zugriff laut Protokoll".into()),
                Inline::Quiet(" (nicht „gestohlen“)".into()),
                Inline::Plain(". Betroffen: Ελένη Παπαδοπούλου, Юлия Иванова, Łukasz Żółć, 王芳.".into()),
            ],
            Voice::Normal,
        ),
        Block::Paragraph(
            plain(
                "Die Frist nach Art. 33 Abs. 1 DSGVO endet spätestens am Freitag, 27. November 2026, 09:00 MEZ. Gemeldet ist noch nicht.",
            ),
            Voice::Notice,
        ),
        heading(2, "2.1 Zeitlicher Ablauf"),
        Block::Drawing(Box::new(bars())),
        heading(3, "Grundlage der Zählung"),
        Block::Paragraph(
            plain(
                "Quelle: signins.csv (SHA-256 9f2c…), 4. Mai bis 1. Juni 2026; Protokoll vollständig bis auf 22./23. Mai (gedrosselt).",
            ),
            Voice::Quiet,
        ),
        Block::NewPage,
        heading(1, "3. Anlage: Konten"),
        Block::Table(annex(90)),
    ];
    document.attachments = vec![Attachment {
        name: "zahlenblatt.csv".into(),
        media_type: "text/csv".into(),
        description: "Jede Zahl mit Regel und Quelle".into(),
        bytes: b"zahl;wert\nkonten;11\n".to_vec(),
    }];
    document
}

/// A list of accounts.
pub fn annex(rows: usize) -> Table {
    let given = ["Anna Lena Maria", "Bengt", "Chloé", "Dariusz", "Eleftheria", "Friedrich-Wilhelm Maximilian"];
    let family = ["von Hohenstein-Berggasse-Schwarzenberg", "Åkesson", "Lefèvre", "Wiśniewski", "Παππά", "Groß"];
    let rows = (0..rows).map(|nth| {
        let (first, last) = (given[nth % 6], family[(nth / 3) % 6]);
        let key = format!("{}.{nth}@nordmeer-logistik.example", first.to_lowercase().replace([' ', '-'], "."));
        let region = ["Hamburg", "Göteborg", "Porto"][nth % 3].to_owned();
        let records = format!("{}", nth * 37 % 9000);
        let cells = vec![
            key.into(),
            format!("{first} {last}").into(),
            region.into(),
            "bestätigt".into(),
            format!("{:02}.05.2026", nth % 28 + 1).into(),
            records.into(),
        ];
        Row { cells, kind: RowKind::Body, depth: 0 }
    });
    Table {
        caption: "Tabelle 2. Betroffene Konten".into(),
        columns: columns(&[
            ("Konto", Align::Start, 3.0),
            ("Name", Align::Start, 2.6),
            ("Region", Align::Start, 1.2),
            ("Status", Align::Start, 1.1),
            ("Erster Zugriff", Align::Start, 1.3),
            ("E-Mails", Align::End, 0.9),
        ]),
        rows: rows.collect(),
        notes: Vec::new(),
        setting: Setting::LookedUp,
    }
}
