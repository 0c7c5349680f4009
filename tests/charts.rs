//! Charts as a reader meets them: facts in, strokes out. Every hard case is drawn on a backend that remembers.

mod cases;
mod recorded;

use breachbook::charts::{self, CHARTS, MOST_BARS};
use breachbook::lang::Phrases;
use breachbook::model::case::Sample;
use breachbook::model::count::Count;
use breachbook::model::facts::{Figured, Subject};
use breachbook::model::figure::{Body, Figure};
use breachbook::model::words::{MilestoneKind, Unit};
use breachbook::plot::{self, PALETTES, Palette};
use cases::{accounts, cross, milestone, nordmeer, organisation, organisations, region};
use recorded::{Recorded, record};

fn figure(chart: &str, subject: &Subject, language: &str) -> Figure {
    let phrases = Phrases::of(language).expect("a language");
    (charts::find(chart).expect("a chart").figure)(subject, &phrases)
}

fn light() -> &'static Palette {
    Palette::find("light").expect("a palette")
}

fn with_organisations(rows: &[(&str, u64, u64)]) -> Subject {
    let mut subject = cases::empty();
    subject.facts.by_organisation = rows.iter().map(|(name, low, high)| organisation(&[name], *low, *high)).collect();
    subject
}

/// Facts that break drawings, each with the chart it breaks.
fn hard() -> Vec<(&'static str, &'static str, Subject)> {
    let sixty = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter";
    let long = [("Zweckverband der Gemeinden des mittleren Siegerlandes für Wasser", 3, 4), (sixty, 2, 2)];
    let mut open = with_organisations(&[("A", 5, 9), ("B", 1, 1), ("C", 1, 1)]);
    open.facts.by_organisation[1].accounts = Count::between(5_000, None, Unit::Account);
    open.facts.by_organisation[2].accounts = Count::to_be_determined(Unit::Account);
    let mut deep = cases::empty();
    let path: Vec<String> = (0..12).map(|level| format!("Ebene {level} der Gliederung")).collect();
    let paths: Vec<Vec<&str>> = (1..=12).map(|end| path[..end].iter().map(String::as_str).collect()).collect();
    deep.facts.by_organisation = paths.iter().map(|path| organisation(path, 3, 4)).collect();
    let mut unknown = cases::empty();
    unknown.facts.by_region = vec![region(&[], 7, 9)];
    vec![
        ("nordmeer", "by_region", nordmeer()),
        ("nordmeer", "by_organisation", nordmeer()),
        ("nordmeer", "region_by_organisation", nordmeer()),
        ("nordmeer", "timeline", nordmeer()),
        ("nordmeer", "derivation", nordmeer()),
        ("100 organisations", "by_organisation", organisations(100, 9)),
        ("300 organisations", "by_organisation", organisations(300, 9)),
        ("10,000 times the next", "by_organisation", organisations(9, 90_000)),
        ("names of sixty letters", "by_organisation", with_organisations(&long)),
        (
            "names in other scripts",
            "by_organisation",
            with_organisations(&[("王芳 株式会社", 2, 3), ("محمد <&\"> \u{202e}x", 1, 1)]),
        ),
        ("one row", "by_organisation", with_organisations(&[("A", 1, 1)])),
        ("zeros", "by_organisation", with_organisations(&[("A", 0, 0), ("B", 4, 4), ("C", 0, 0)])),
        ("open ends", "by_organisation", open),
        ("twelve levels", "by_organisation", deep),
        ("all unknown", "by_region", unknown),
        ("40 × 30", "region_by_organisation", wide()),
        ("40 milestones in a day", "timeline", crowded(0)),
        ("milestones years apart", "timeline", crowded(7)),
        ("one day", "timeline", one_day()),
        ("nothing", "by_region", cases::empty()),
        ("nothing", "timeline", cases::empty()),
        ("nothing", "region_by_organisation", cases::empty()),
        ("nothing", "derivation", cases::empty()),
    ]
}

fn wide() -> Subject {
    let mut wide = cases::empty();
    for row in 0..40_u64 {
        for column in 0..30_u64 {
            let (region, organisation) = (format!("Region {row}"), format!("Organisation number {column}"));
            wide.facts.by_region_and_organisation.push(cross(
                Some(&region),
                Some(&organisation),
                row * column,
                row * column + 1,
            ));
        }
    }
    wide
}

fn crowded(years: u8) -> Subject {
    let mut subject = cases::empty();
    let at = |number: u8| format!("2026-05-04T{:02}:{:02}:00+02:00", number / 4 + 6, number % 4 * 15);
    subject.file.milestones =
        (0..40).map(|number| milestone(i64::from(number), MilestoneKind::Notified, &at(number))).collect();
    subject
        .file
        .milestones
        .extend((0..years).map(|year| milestone(90, MilestoneKind::Other, &format!("{}-02", 2019 + u16::from(year)))));
    subject.file.determinations = vec![cases::aware("2026-05-04T09:00:00+02:00")];
    subject
}

fn one_day() -> Subject {
    let mut subject = cases::empty();
    subject.facts.by_day = nordmeer().facts.by_day.into_iter().take(1).collect();
    subject
}

#[test]
fn no_text_lies_on_another_under_a_line_or_leaves_the_canvas() {
    for (name, chart, subject) in hard() {
        for language in ["en", "de"] {
            for width in [260.0, 470.0, 720.0] {
                let figure = figure(chart, &subject, language);
                let picture = record(&figure, width);
                picture.assert_inside(&format!("{name}, {chart}, {language}, {width}"));
                picture.assert_apart(&format!("{name}, {chart}, {language}, {width}"));
                picture.assert_clear(&format!("{name}, {chart}, {language}, {width}"));
            }
        }
    }
}

#[test]
fn every_name_and_number_is_drawn_whole() {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for (name, chart, subject) in hard() {
        let figure = figure(chart, &subject, "de");
        let Body::Bars(bars) = &figure.body else { continue };
        let drawn: String = record(&figure, 470.0).texts.iter().map(|text| squeezed(&text.text)).collect();
        for bar in &bars.rows {
            for text in [&bar.label, &bar.printed] {
                let text = breachbook::typography::legible(text).into_owned();
                assert!(drawn.contains(&squeezed(&text)), "{name}: {text}");
            }
        }
    }
}

#[test]
fn a_bar_is_as_long_as_its_number_and_a_small_one_is_seen() {
    let figure = figure(
        "by_organisation",
        &with_organisations(&[("A", 90_000, 90_000), ("B", 45_000, 45_000), ("C", 9, 9)]),
        "en",
    );
    let widths: Vec<f32> = record(&figure, 470.0).fills.iter().map(|fill| fill.width()).collect();
    assert!((widths[0] / widths[1] - 2.0).abs() < 0.01, "{widths:?}");
    assert_eq!(widths[2], 1.0);
}

#[test]
fn suspicion_is_hatched_and_only_suspicion() {
    for (name, chart, subject) in hard() {
        let figure = figure(chart, &subject, "en");
        let Body::Bars(bars) = &figure.body else { continue };
        let picture = record(&figure, 470.0);
        let hatched = bars.rows.iter().filter(|bar| bar.hatched > 0).count();
        assert_eq!(picture.frames.len(), hatched, "{name}");
        for frame in &picture.frames {
            assert!(picture.lines.iter().any(|line| line.slants() && line.lies_in(frame)), "{name}: {frame:?}");
        }
    }
}

#[test]
fn time_is_linear_a_month_is_a_band_and_gaps_are_hatched() {
    let mut subject = nordmeer();
    subject.file.milestones = vec![milestone(1, MilestoneKind::Told, "2026-08")];
    subject.file.determinations.clear();
    let figure = figure("timeline", &subject, "en");
    let Body::Timeline(line) = &figure.body else { panic!("a timeline") };
    let picture = record(&figure, 470.0);
    let seconds = |at: jiff::Timestamp| at.duration_since(line.from).as_secs_f64();
    for tick in &line.ticks {
        let expected = (seconds(tick.at) / seconds(line.until) * 470.0) as f32;
        assert!(picture.lines.iter().any(|line| line.upright_at(expected, 0.4)), "{}", tick.label);
    }
    let august = line.marks.last().expect("the month");
    let width = ((seconds(august.until) - seconds(august.from)) / seconds(line.until) * 470.0) as f32;
    assert!(picture.fills.iter().any(|fill| (fill.width() - width).abs() < 0.2), "31 days wide");
    // The end of the log, the day it was throttled, and the piece of hatch that explains them.
    assert_eq!(picture.frames.iter().filter(|frame| frame.height() < 7.0 && frame.width() < 20.0).count(), 3);
}

#[test]
fn a_month_nobody_logged_is_hatched_throughout() {
    let picture = record(&figure("timeline", &crowded(0), "en"), 470.0);
    assert!(picture.frames.iter().any(|frame| frame.width() > 469.0));
    assert!(picture.lines.iter().filter(|line| line.slants()).count() > 100);
}

#[test]
fn what_does_not_fit_is_one_bar_that_adds_up() {
    let figure = figure("by_organisation", &organisations(300, 9), "en");
    let Body::Bars(bars) = &figure.body else { panic!("bars") };
    assert_eq!((bars.rows.len(), figure.table.rows.len()), (MOST_BARS, 300));
    let last = bars.rows.last().expect("the others");
    assert_eq!((last.label.as_str(), last.filter.as_ref()), ("181 others", None));
    let expected: u64 = (0..300).map(|number| if number == 0 { 9 } else { number % 9 + 1 }).sum();
    assert_eq!(bars.rows.iter().map(|bar| bar.solid).sum::<u64>(), expected);
}

#[test]
fn the_most_stand_first_children_below_their_parent_the_unknown_last() {
    let figure = figure("by_region", &nordmeer(), "en");
    let Body::Bars(bars) = &figure.body else { panic!("bars") };
    let labels: Vec<_> = bars.rows.iter().map(|bar| (bar.depth, bar.label.as_str())).collect();
    let expected =
        [(0, "Hamburg"), (0, "Nordics"), (1, "Norway"), (1, "Sweden"), (0, "Benelux"), (0, "Iberia"), (0, "no region")];
    assert_eq!(labels, expected);
    let filters: Vec<_> = bars.rows.iter().filter_map(|bar| bar.filter.as_deref()).collect();
    assert_eq!(filters[2], "region:\"Nordics/Norway\" -status:cleared");
    assert_eq!(filters[6], "-region:* -status:cleared");
    assert!(bars.rows[6].unknown);
}

#[test]
fn cells_add_up_to_the_total_whatever_is_folded() {
    let mut subject = cases::empty();
    for row in 0..130_u64 {
        for column in 0..40_u64 {
            let (region, organisation) = (format!("R{row}"), format!("O{column}"));
            subject.facts.by_region_and_organisation.push(cross(Some(&region), Some(&organisation), 2, 3));
        }
    }
    let figure = figure("region_by_organisation", &subject, "en");
    let Body::Matrix(matrix) = &figure.body else { panic!("a matrix") };
    assert_eq!((matrix.rows.len(), matrix.columns.len()), (100, 30));
    assert_eq!(matrix.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.solid).sum::<u64>(), 130 * 40 * 2);
    assert_eq!(figure.table.rows.len(), 130 * 40);
}

#[test]
fn a_cell_lists_its_own_accounts_and_not_those_below() {
    let mut subject = nordmeer();
    subject.facts.by_region_and_organisation.push(cross(Some("Nordics"), Some("Fjord Freight AS"), 1, 1));
    let figure = figure("region_by_organisation", &subject, "en");
    let Body::Matrix(matrix) = &figure.body else { panic!("a matrix") };
    let nordics = matrix.rows.iter().find(|row| row.label == "Nordics").expect("the row");
    let filter = nordics.cells.iter().find_map(|cell| cell.filter.as_deref().filter(|_| cell.solid > 0));
    let expected = "region:\"Nordics\" -region:\"Nordics/Norway\" -region:\"Nordics/Sweden\" organisation:\"Fjord Freight AS\" -status:cleared";
    assert_eq!(filter, Some(expected));
}

#[test]
fn the_alternative_text_says_the_numbers_in_whole_sentences() {
    let storm = {
        let mut subject = cases::empty();
        subject.facts.accounts = Figured::plain(accounts(10, 10));
        subject.facts.by_region = vec![region(&["Europe"], 1, 1), region(&["East Asia and the Pacific"], 9, 9)];
        subject
    };
    let english = figure("by_region", &storm, "en").alt;
    assert_eq!(
        english,
        "Bar chart. Accounts by region: East Asia and the Pacific: 9; Europe: 1. In total 10 accounts."
    );
    let german = figure("by_region", &storm, "de").alt;
    assert_eq!(
        german,
        "Balkendiagramm. Konten nach Region: East Asia and the Pacific: 9; Europe: 1. Insgesamt 10 Konten."
    );
}

#[test]
fn every_figure_has_words_in_both_languages() {
    for (name, chart, subject) in hard() {
        for language in ["en", "de"] {
            let figure = figure(chart, &subject, language);
            assert!(figure.alt.ends_with('.') && !figure.title.is_empty(), "{name}: {}", figure.alt);
            let missing: Vec<_> = figure.texts().into_iter().filter(|text| text.contains("chart-")).collect();
            assert!(missing.is_empty(), "{missing:?}");
            for row in &figure.table.rows {
                assert_eq!(row.len(), figure.table.columns.len(), "{name}");
            }
        }
    }
}

#[test]
fn a_sample_says_so_in_title_and_alternative_text() {
    let mut subject = nordmeer();
    subject.file.case.sample = Some(Sample::Fictional);
    for chart in CHARTS {
        let figure = figure(chart.id, &subject, "de");
        assert!(figure.title.contains("Beispiel") && figure.alt.contains("Beispiel"), "{}", chart.id);
    }
}

#[test]
fn an_svg_is_well_formed_complete_and_the_same_twice() {
    for (name, chart, subject) in hard() {
        for palette in PALETTES {
            let figure = figure(chart, &subject, "en");
            let svg = plot::svg(&figure, palette, 470.0);
            assert_eq!(svg, plot::svg(&figure, palette, 470.0), "{name}");
            let texts = recorded::xml_texts(&svg);
            assert_eq!(texts.first().map(String::as_str), Some(figure.title.as_str()), "{name}");
            assert!(texts.contains(&figure.alt), "{name}");
        }
    }
}

#[test]
fn a_figure_divided_over_pages_keeps_its_rows_and_its_measures() {
    for (chart, subject, page) in
        [("by_organisation", organisations(100, 9), 400.0), ("region_by_organisation", wide(), 900.0)]
    {
        let whole = figure(chart, &subject, "en");
        let parts = plot::split(&whole, 470.0, page, page);
        assert!(parts.len() > 1 && parts.iter().all(|part| plot::height(part, 470.0) <= page), "{chart}");
        let bars = |figure: &Figure| {
            let marks = record(figure, 470.0);
            let areas = marks.fills.iter().filter(|area| area.left < 470.0);
            areas.map(|area| (area.left.to_bits(), area.right.to_bits())).collect::<Vec<_>>()
        };
        let mut divided: Vec<_> = parts.iter().flat_map(bars).collect();
        let mut undivided = bars(&whole);
        divided.sort_unstable();
        undivided.sort_unstable();
        assert_eq!(divided, undivided, "{chart}");
        assert_eq!(plot::split(&whole, 470.0, 9_000.0, 9_000.0).len(), 1);
    }
}

#[test]
fn a_small_svg_stays_as_it_is() {
    let mut subject = with_organisations(&[("Fjord & Søn", 1, 2), ("Nordmeer", 4, 4)]);
    subject.facts.accounts = Figured::plain(accounts(5, 6));
    let svg = plot::svg(&figure("by_organisation", &subject, "en"), light(), 300.0);
    let (begin, end) = (svg.find("base64,").expect("a font"), svg.rfind(") format").expect("its end"));
    insta::assert_snapshot!(format!("{}…{}", &svg[..begin + 7], &svg[end..]));
}

#[test]
fn the_picture_for_paper_is_the_picture_on_the_screen() {
    let figure = figure("by_region", &nordmeer(), "en");
    let drawn: Recorded = record(&figure, 454.0);
    let svg = plot::svg(&figure, Palette::find("print").expect("a palette"), 470.0);
    for text in drawn.texts {
        let x = format!("x=\"{}\"", (text.at.0 + 160) as f32 / plot::GRID);
        assert!(svg.lines().any(|line| line.contains(&x) && line.contains(&text.text)), "{} at {x}", text.text);
    }
}
