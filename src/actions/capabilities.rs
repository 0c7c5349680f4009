//! What this program can do: every id that a caller may name, from the registries themselves.

use serde::Serialize;

use crate::catalogue::Catalogue;
use crate::model::law::RegimeId;
use crate::model::words::KeyKind;
use crate::{charts, export, import, lang, model, plot, templates};

/// Every id, each list in its registry's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ts_rs::TS)]
pub struct Capabilities {
    /// Kinds of files, of `import --as`.
    pub importers: Vec<&'static str>,
    /// Containers that rows may be held in.
    pub containers: Vec<&'static str>,
    /// Of `import --map COLUMN=FIELD`.
    pub fields: Vec<&'static str>,
    /// Kinds of identifiers, which `import --map COLUMN=KIND` takes too.
    pub key_kinds: Vec<&'static str>,
    /// Of `chart --chart`.
    pub charts: Vec<&'static str>,
    /// Of them, those drawn along time.
    pub charts_along_time: Vec<&'static str>,
    /// Of `chart --theme`.
    pub themes: Vec<&'static str>,
    /// Of `report --template`.
    pub templates: Vec<&'static str>,
    /// Of `--language`.
    pub languages: Vec<&'static str>,
    /// Of `report --format`.
    pub formats: Vec<&'static str>,
    /// Of `accounts --format`.
    pub list_formats: Vec<&'static str>,
    /// Of `case set`.
    pub keys: Vec<&'static str>,
    /// Laws that can be checked.
    pub regimes: Vec<RegimeId>,
    /// Authorities' forms that can be filled.
    pub forms: Vec<&'static str>,
    /// Ready-made trees of regions.
    pub region_schemes: Vec<&'static str>,
}

/// What this program can do.
#[must_use]
pub fn capabilities(catalogue: &Catalogue) -> Capabilities {
    Capabilities {
        importers: import::KINDS.iter().map(|it| it.id).collect(),
        containers: import::CONTAINERS.iter().map(|it| it.id).collect(),
        fields: import::fields().to_vec(),
        key_kinds: key_kinds().map(KeyKind::id).collect(),
        charts: charts::CHARTS.iter().map(|it| it.id).collect(),
        charts_along_time: charts::CHARTS.iter().filter(|it| it.along_time).map(|it| it.id).collect(),
        themes: plot::PALETTES.iter().map(|it| it.id).collect(),
        templates: templates::TEMPLATES.iter().map(|it| it.id).collect(),
        languages: lang::languages(),
        formats: export::FORMATS.iter().map(|it| it.id).collect(),
        list_formats: export::sheets::SHEETS.iter().map(|it| it.id).collect(),
        keys: model::keys::KEYS.iter().map(|it| it.id).collect(),
        regimes: catalogue.ids().cloned().collect(),
        forms: Vec::new(),
        region_schemes: Vec::new(),
    }
}

/// Kinds that one column can hold: a name and a date of birth are two.
fn key_kinds() -> impl Iterator<Item = KeyKind> {
    KeyKind::ALL.iter().copied().filter(|it| !matches!(it, KeyKind::None | KeyKind::NameBirth))
}

/// How files of this format of reports end.
#[must_use]
pub fn ending(format: &str) -> Option<&'static str> {
    export::find(format).ok().map(|it| it.extension)
}
