//! Reports and charts as files: refused where a name would leave, the same bytes again, recorded.

use super::Desk;

fn desk() -> Desk {
    let desk = Desk::with_case();
    let list = desk.file("list.csv", "email,name,region,organisation,records\nanna.lindqvist@x.example,Anna Lindqvist,North,Acme,10\nb@x.example,Bert Breitenbach,South,Acme,20\n");
    desk.done(&["import", &list]);
    desk
}

/// What a reader of the PDF reads, its white space plain.
pub fn text_of(pdf: &std::path::Path) -> String {
    let output = std::process::Command::new("pdftotext")
        .arg("-layout")
        .arg(pdf)
        .arg("-")
        .output()
        .expect("poppler is installed");
    String::from_utf8(output.stdout).expect("text").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_dossier_is_written_recorded_and_written_again() {
    let desk = desk();
    let [first, again, other] = ["1.pdf", "2.pdf", "3.pdf"].map(|name| desk.path(name));
    let call = |out: &std::path::Path| {
        desk.done(&[
            "report",
            "--template",
            "dossier",
            "--language",
            "de",
            "--format",
            "pdf",
            "--out",
            &out.display().to_string(),
        ])
    };
    let written = call(&first);
    assert!(written["pages"].as_i64().expect("pages") >= 2);
    let export = written["export"].to_string();
    let repeated = desk.done(&["export", "again", &export, "--out", &again.display().to_string()]);
    assert_eq!(repeated["sha256"], written["sha256"]);
    let bytes = |path: &std::path::Path| std::fs::read(path).expect("the file");
    assert_eq!(bytes(&first), bytes(&again));
    assert_eq!(desk.done(&["export", "list"])["exports"][0]["sha256"], written["sha256"]);
    let text = text_of(&first);
    assert!(text.contains("Interne Dokumentation"), "{text}");
    for name in ["Lindqvist", "lindqvist", "Breitenbach", "b@x.example"] {
        assert!(!text.contains(name), "{name} in a nameless report");
    }
    desk.done(&[
        "report",
        "--template",
        "dossier",
        "--language",
        "de",
        "--format",
        "pdf",
        "--names",
        "yes",
        "--out",
        &other.display().to_string(),
    ]);
    assert!(text_of(&other).contains("Anna Lindqvist"));
}

#[test]
fn the_same_facts_language_and_time_give_the_same_bytes() {
    let desk = desk();
    let [one, two] = ["one.pdf", "two.pdf"].map(|name| {
        let out = desk.path(name);
        let written = desk.done(&["report", "--language", "en", "--out", &out.display().to_string()]);
        (written["sha256"].as_str().expect("a hash").to_owned(), written["pages"].as_i64())
    });
    assert_eq!(one, two);
    assert_eq!(std::fs::read(desk.path("one.pdf")).expect("one"), std::fs::read(desk.path("two.pdf")).expect("two"));
}

#[test]
fn a_name_in_free_text_is_refused_where_names_are_not_asked_for() {
    let desk = desk();
    let out = desk.path("r.pdf");
    desk.done(&["case", "set", "description=Anna Lindqvist noticed it first"]);
    let path = out.display().to_string();
    desk.refused(&["report", "--language", "en", "--out", &path], "export.leak");
    assert!(!out.exists(), "nothing is written");
    desk.done(&["report", "--language", "en", "--names", "yes", "--out", &path]);
}

#[test]
fn every_chart_is_drawn_in_every_language_and_theme() {
    let desk = desk();
    let capabilities = desk.done(&["capabilities"]);
    let ids = |name: &str| -> Vec<String> {
        capabilities[name].as_array().expect("ids").iter().map(|id| id.as_str().expect("an id").to_owned()).collect()
    };
    for chart in ids("charts") {
        for language in ids("languages") {
            for theme in ["light", "dark", "print"] {
                let out = desk.path("chart.svg");
                desk.done(&[
                    "chart",
                    "--chart",
                    &chart,
                    "--language",
                    &language,
                    "--theme",
                    theme,
                    "--force",
                    "--out",
                    &out.display().to_string(),
                ]);
                let svg = std::fs::read_to_string(&out).expect("the chart");
                assert!(svg.starts_with("<svg") || svg.starts_with("<?xml"), "{chart}");
                assert!(svg.contains("<title") && svg.contains("<desc"), "{chart} {language} has its words");
            }
        }
    }
    desk.refused(&["chart", "--chart", "donut", "--out", "x.svg"], "chart.unknown");
    desk.refused(&["report", "--template", "novel", "--out", "x.pdf"], "template.unknown");
    desk.refused(&["report", "--language", "tlh", "--out", "x.pdf"], "language.unknown");
}
