//! What happened when, on one linear axis: bars by day of first access, milestones, awareness, the period, what logs
//! cover. It determines nothing: awareness stands where somebody determined it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::telling::{self, Told};
use super::{Chart, ticks};
use crate::lang::{Arg, Phrases};
use crate::model::case::{CaseFile, Coverage, Determination, Milestone, Party};
use crate::model::count::Count;
use crate::model::facts::{DayRow, Facts, Subject};
use crate::model::figure::{Body, DayBar, Figure, FigureTable, Mark, Span, Timeline};
use crate::model::moment::{Moment, Period};
use crate::model::printed::Cell;
use crate::model::words::MilestoneKind;

/// The chart.
pub(super) const CHART: Chart = Chart { id: "timeline", along_time: true, figure };

/// What all parts of the chart read.
struct View<'a> {
    facts: &'a Facts,
    file: &'a CaseFile,
    phrases: &'a Phrases,
    zone: TimeZone,
}

/// Something dated: its mark, and its row in the table.
struct Event {
    mark: Mark,
    what: String,
    when: String,
    source: String,
}

fn figure(subject: &Subject, phrases: &Phrases) -> Figure {
    let Subject { facts, file } = subject;
    let view = View { facts, file, phrases, zone: subject.zone() };
    let title = phrases.say("chart-timeline");
    let (days, events) = (view.days(), view.events());
    let table = view.table(&events);
    let Some((from, until)) = view.ends(&days, &events) else {
        let told = Told { id: CHART.id, title, notes: Vec::new(), alt: String::new(), table };
        return told.with(Body::Empty(phrases.say("chart-timeline-empty")), subject, phrases);
    };
    let alt = view.alt(&days, &events, (from, until));
    let notes = view.notes(&days, &events);
    let line = Timeline {
        from,
        until,
        ticks: ticks::between(from, until, &view.zone, phrases),
        peak: view.peak(&days),
        marks: events.into_iter().map(|event| event.mark).collect(),
        coverage: file.coverage.iter().map(span).collect(),
        coverage_label: view.coverage_label(),
        days,
    };
    Told { id: CHART.id, title, notes, alt, table }.with(Body::Timeline(line), subject, phrases)
}

fn span(coverage: &Coverage) -> Span {
    Span { from: coverage.from, until: coverage.until, whole: coverage.whole }
}

impl View<'_> {
    /// Records where any are known, else accounts.
    fn measured<'a>(&self, row: &'a DayRow) -> &'a Count {
        let records = self.facts.by_day.iter().any(|row| row.day.is_some() && row.records.low > 0);
        if records { &row.records } else { &row.accounts }
    }

    fn days(&self) -> Vec<DayBar> {
        let bar = |row: &DayRow| {
            let day = row.day?;
            let count = self.measured(row);
            let label = self.pair(self.phrases.date(day), self.phrases.count_of(count));
            let until = self.start(day.tomorrow().ok()?)?;
            Some(DayBar { from: self.start(day)?, until, value: count.low, label })
        };
        self.facts.by_day.iter().filter_map(bar).collect()
    }

    fn start(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned_datetime(self.zone.clone()).ok().map(|at| at.timestamp())
    }

    fn pair(&self, label: String, number: String) -> String {
        self.phrases.say_with("chart-bar", &[("label", label.into()), ("number", number.into())])
    }

    /// Everything dated, by time.
    fn events(&self) -> Vec<Event> {
        let file = self.file;
        let mut events: Vec<_> = file.occurred.iter().map(|period| self.occurred(period)).collect();
        let drawn = |step: &&Milestone| !file.occurred.as_ref().is_some_and(|period| is_end_of(step, period));
        events.extend(file.milestones.iter().filter(drawn).map(|step| self.milestone(step)));
        let aware = |it: &&Determination| it.kind.is_awareness() && it.superseded_by.is_none();
        events.extend(file.determinations.iter().filter(aware).filter_map(|it| self.awareness(it)));
        events.sort_by_key(|event| (event.mark.from, event.mark.until));
        events
    }

    fn occurred(&self, period: &Period) -> Event {
        let open = period.until.is_none();
        let what = self.phrases.say(if open { "chart-occurred-open" } else { "chart-occurred" });
        let last = period.until.as_ref().unwrap_or(&period.from);
        let (first, end) =
            (self.phrases.moment_short(&period.from, &self.zone), self.phrases.moment_short(last, &self.zone));
        let when = if first == end { first } else { self.span(first, end) };
        let source = String::new();
        self.event(what, when, (period.from.from, last.until), source, None, false)
    }

    fn milestone(&self, step: &Milestone) -> Event {
        let what = match (&step.what, step.kind) {
            (Some(what), MilestoneKind::Other) => what.clone(),
            (_, kind) => self.phrases.word("milestone", kind.id()),
        };
        let when = self.phrases.moment_short(&step.at, &self.zone);
        let whose = step.party.and_then(|id| self.file.party(id)).map(Party::name);
        let mut event = self.event(what, when, (step.at.from, step.at.until), String::new(), whose, false);
        event.source = step.source.clone().unwrap_or_default();
        event
    }

    fn awareness(&self, it: &Determination) -> Option<Event> {
        let at: &Moment = it.at.as_ref()?;
        let when = self.phrases.moment_short(at, &self.zone);
        let what = self.phrases.word("determination", it.kind.id());
        Some(self.event(what, when, (at.from, at.until), it.by.clone(), self.file.whose(it), true))
    }

    fn event(
        &self,
        what: String,
        when: String,
        (from, until): (Timestamp, Timestamp),
        source: String,
        party: Option<&str>,
        prominent: bool,
    ) -> Event {
        let mut args = vec![("what", Arg::from(&what)), ("when", Arg::from(&when))];
        args.extend(party.map(|party| ("who", Arg::from(party))));
        let label = self.phrases.say_with(if party.is_some() { "chart-mark-of" } else { "chart-mark" }, &args);
        let mark = Mark { from, until: until.max(from), label, prominent };
        Event { mark, what, when, source }
    }

    fn span(&self, from: String, until: String) -> String {
        self.phrases.say_with("chart-span", &[("from", from.into()), ("until", until.into())])
    }

    /// Whole days around everything that is drawn.
    fn ends(&self, days: &[DayBar], events: &[Event]) -> Option<(Timestamp, Timestamp)> {
        let bars = days.iter().map(|day| (day.from, day.until));
        let marks = events.iter().map(|event| (event.mark.from, event.mark.until));
        let logs = self.file.coverage.iter().map(|log| (log.from, log.until));
        let dated = bars.chain(marks).chain(logs);
        let (from, until) = dated.reduce(|(from, until), (begin, end)| (from.min(begin), until.max(end)))?;
        let day = |at: Timestamp| at.to_zoned_datetime(self.zone.clone()).date();
        let first = self.start(day(from)).unwrap_or(from);
        let last = self.start(day(until)).filter(|start| *start == until && until > first);
        let next = || day(until).tomorrow().ok().and_then(|day| self.start(day));
        Some((first, last.or_else(next).unwrap_or(until)))
    }

    fn highest<'a>(&self, days: &'a [DayBar]) -> Option<(&'a DayBar, Date, &Count)> {
        let day = days.iter().rev().max_by_key(|day| day.value)?;
        let date = day.from.to_zoned_datetime(self.zone.clone()).date();
        let row = self.facts.by_day.iter().find(|row| row.day == Some(date))?;
        Some((day, date, self.measured(row)))
    }

    fn peak(&self, days: &[DayBar]) -> String {
        let Some((_, day, count)) = self.highest(days) else { return String::new() };
        let args = [
            ("unit", Arg::from(self.phrases.unit(count))),
            ("day", Arg::from(self.phrases.date_short(day))),
            ("number", Arg::from(self.phrases.count(count))),
        ];
        self.phrases.say_with("chart-peak", &args)
    }

    fn coverage_label(&self) -> String {
        let none = self.file.coverage.is_empty();
        self.phrases.say(if none { "chart-coverage-none" } else { "chart-coverage" })
    }

    fn zone_name(&self) -> String {
        self.file.case.zone.clone()
    }

    fn notes(&self, days: &[DayBar], events: &[Event]) -> Vec<String> {
        let mut notes = vec![self.phrases.say_with("chart-note-timeline", &[("zone", self.zone_name().into())])];
        if events.iter().any(|event| event.mark.until > event.mark.from) {
            notes.push(self.phrases.say("chart-note-bands"));
        }
        let undated = self.facts.by_day.iter().find(|row| row.day.is_none()).map(|row| self.measured(row));
        if let Some(count) = undated.filter(|count| !days.is_empty() && (count.low > 0 || count.high != Some(0))) {
            let number = self.phrases.count_of(count);
            notes.push(self.phrases.say_with("chart-note-undated", &[("number", number.into())]));
        }
        notes
    }

    fn alt(&self, days: &[DayBar], events: &[Event], (from, until): (Timestamp, Timestamp)) -> String {
        let date = |at: Timestamp| self.phrases.date(at.to_zoned_datetime(self.zone.clone()).date());
        // The axis ends where the next day begins.
        let last = until.checked_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(until);
        let told: Vec<_> = events.iter().map(|event| event.mark.label.clone()).collect();
        let mut sentences = Vec::new();
        if !told.is_empty() {
            let marks = telling::list(&told, self.phrases);
            sentences.push(self.phrases.say_with("chart-timeline-marks", &[("marks", marks.into())]));
        }
        sentences.extend(self.alt_of_days(days));
        sentences.push(format!("{}.", self.coverage_label().trim_end_matches('.')));
        let args = [
            ("from", Arg::from(date(from))),
            ("until", Arg::from(date(last))),
            ("zone", Arg::from(self.zone_name())),
            ("marks", Arg::from(sentences.join(" "))),
        ];
        self.phrases.say_with("chart-timeline-alt", &args)
    }

    fn alt_of_days(&self, days: &[DayBar]) -> Option<String> {
        let (_, day, count) = self.highest(days)?;
        let number = self.phrases.say_with("chart-days", &[("n", Arg::Number(days.len() as u64))]);
        let args = [
            ("unit", Arg::from(self.phrases.unit(count))),
            ("days", Arg::from(number)),
            ("day", Arg::from(self.phrases.date(day))),
            ("number", Arg::from(self.phrases.count(count))),
        ];
        let phrase = if days.len() == 1 { "chart-timeline-alt-one-day" } else { "chart-timeline-alt-days" };
        Some(self.phrases.say_with(phrase, &args))
    }

    /// Events, then logs, then days; the days without a date last.
    fn table(&self, events: &[Event]) -> FigureTable {
        let columns = ["chart-when", "chart-event", "chart-source"].map(|phrase| self.phrases.say(phrase)).to_vec();
        let event = |it: &Event| [&it.when, &it.what, &it.source].map(|text| Cell::from(text.as_str())).to_vec();
        let mut rows: Vec<_> = events.iter().map(event).collect();
        rows.extend(self.file.coverage.iter().map(|log| self.log_row(log)));
        rows.extend(self.facts.by_day.iter().map(|row| self.day_row(row)));
        FigureTable { columns, rows }
    }

    fn log_row(&self, log: &Coverage) -> Vec<Cell> {
        let phrase = match (&log.reason, log.whole) {
            (_, true) => "chart-log-covered",
            (Some(_), false) => "chart-log-cut-why",
            (None, false) => "chart-log-cut",
        };
        let reason = log.reason.as_deref().unwrap_or_default();
        let what = self.phrases.say_with(phrase, &[("what", Arg::from(&log.what)), ("reason", reason.into())]);
        let at = |instant| self.phrases.instant(instant, &self.zone);
        vec![self.span(at(log.from), at(log.until)).into(), what.into(), Cell::default()]
    }

    fn day_row(&self, row: &DayRow) -> Vec<Cell> {
        let day = row.day.map_or_else(|| self.phrases.say("chart-without-date"), |day| self.phrases.date(day));
        let mut counts = vec![self.phrases.count_of(&row.accounts)];
        if row.records.low > 0 || row.records.high != Some(0) {
            counts.push(self.phrases.count_of(&row.records));
        }
        vec![day.into(), counts.join("; ").into(), Cell::default()]
    }
}

/// A milestone that says only what the period already shows.
fn is_end_of(step: &Milestone, period: &Period) -> bool {
    let same = |moment: &Moment| (moment.from, moment.until) == (step.at.from, step.at.until);
    match step.kind {
        MilestoneKind::Began => same(&period.from),
        MilestoneKind::Ended => period.until.as_ref().is_some_and(same),
        _ => false,
    }
}
