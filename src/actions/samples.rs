//! The sample cases that ship with the product: loaded by the verbs that everybody uses, from files like everybody's.
//!
//! A sample is a folder under `samples/`: a script of what people would have typed, and the lists they would have
//! imported. Nothing of it reaches the book past the verbs.

use std::io::Cursor;
use std::sync::atomic::AtomicBool;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Session;
use super::cases::{self, NewCase};
use super::importing::{self, Given};
use super::tagging;
use crate::error::{Error, Result};
use crate::model::case::Sample;
use crate::model::count::Count;
use crate::model::ids::CaseId;
use crate::model::setting::Setting;
use crate::store::typed_counts::Typing;

/// A sample: its script, and its files by name.
struct Shipped {
    script: &'static str,
    files: &'static [(&'static str, &'static [u8])],
}

/// Every sample, in the order they are loaded.
const SAMPLES: &[Shipped] = &[
    Shipped {
        script: include_str!("../../samples/storm-0558/case.toml"),
        files: &[("mailboxes.csv", include_bytes!("../../samples/storm-0558/mailboxes.csv"))],
    },
    Shipped {
        script: include_str!("../../samples/nordmeer/case.toml"),
        files: &[
            ("postfaecher.csv", include_bytes!("../../samples/nordmeer/postfaecher.csv")),
            ("personal.csv", include_bytes!("../../samples/nordmeer/personal.csv")),
        ],
    },
];

/// What people would have typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    name: String,
    sample: String,
    title: String,
    controller: Option<String>,
    reference: Option<String>,
    occurred: Option<String>,
    zone: Option<String>,
    /// Values of single keys; an object where a key takes one.
    #[serde(default)]
    set: Map<String, Value>,
    #[serde(default)]
    party: Vec<Map<String, Value>>,
    #[serde(default)]
    milestone: Vec<Map<String, Value>>,
    #[serde(default)]
    claim: Vec<Map<String, Value>>,
    #[serde(default)]
    exposure: Vec<Map<String, Value>>,
    #[serde(default)]
    measure: Vec<Map<String, Value>>,
    #[serde(default)]
    open_point: Vec<Map<String, Value>>,
    #[serde(default)]
    coverage: Vec<Map<String, Value>>,
    #[serde(default)]
    count: Vec<TypedCount>,
    #[serde(default)]
    import: Vec<List>,
    #[serde(default)]
    tag: Vec<Tagging>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypedCount {
    name: String,
    count: Map<String, Value>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    files: Vec<String>,
    handed_over: Option<String>,
    collected: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tagging {
    #[serde(rename = "where")]
    filter: Option<String>,
    region: Option<String>,
    organisation: Option<String>,
}

/// Loads every sample as a case of its own; says their names.
///
/// # Errors
/// What the verbs refuse.
pub async fn load(session: &Session) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for shipped in SAMPLES {
        let script = read(shipped)?;
        let case = open(session, &script).await?;
        write_down(session, case, &script).await?;
        for list in &script.import {
            import(session, case, list, shipped).await?;
        }
        for tagging in &script.tag {
            tag(session, case, tagging).await?;
        }
        names.push(script.name);
    }
    Ok(names)
}

fn read(shipped: &Shipped) -> Result<Script> {
    toml::from_str(shipped.script).map_err(|cause| Error::new("internal").because(cause))
}

async fn open(session: &Session, script: &Script) -> Result<CaseId> {
    let new = NewCase {
        title: script.title.clone(),
        controller: script.controller.clone(),
        occurred: script.occurred.clone(),
        zone: script.zone.clone(),
        sample: Some(match script.sample.as_str() {
            "fictional" => Sample::Fictional,
            _ => Sample::Reconstructed,
        }),
        sample_name: Some(script.name.clone()),
        ..NewCase::default()
    };
    cases::new(session, &new).await
}

async fn write_down(session: &Session, case: CaseId, script: &Script) -> Result<()> {
    cases::set(session, case, &settings(script)).await?;
    for typed in &script.count {
        let count = Count::read(&Value::Object(typed.count.clone()))?;
        let typing = Typing { name: &typed.name, count: &count, source: typed.source.as_deref(), party: None };
        cases::set_count(session, case, &typing).await?;
    }
    Ok(())
}

/// As they would be asked of `case set`: parties first, because other rows name them.
fn settings(script: &Script) -> Vec<Setting> {
    let rows = [
        ("party", &script.party),
        ("milestone", &script.milestone),
        ("claim", &script.claim),
        ("exposure", &script.exposure),
        ("measure", &script.measure),
        ("open_point", &script.open_point),
        ("coverage", &script.coverage),
    ];
    let add = |key: &str, row: &Map<String, Value>| Setting::Add { key: key.to_owned(), row: row.clone() };
    let reference = script.reference.iter().map(|it| Setting::of("reference", it.as_str()));
    let added = rows.into_iter().flat_map(|(key, rows)| rows.iter().map(move |row| add(key, row)));
    let single = script.set.iter().map(|(key, value)| Setting::of(key, value.clone()));
    reference.chain(added).chain(single).collect()
}

async fn import(session: &Session, case: CaseId, list: &List, shipped: &Shipped) -> Result<()> {
    let given = list.files.iter().map(|name| {
        let (name, bytes) = shipped
            .files
            .iter()
            .find(|(file, _)| file == name)
            .ok_or_else(|| Error::new("internal").with("file", name))?;
        Ok(Given::new(name, Box::new(Cursor::new(*bytes))))
    });
    let given: Vec<Given> = given.collect::<Result<_>>()?;
    let asked = importing::Asked {
        handed_over: list.handed_over.clone(),
        collected: list.collected.clone(),
        ..importing::Asked::default()
    };
    let cancel = AtomicBool::new(false);
    importing::import(session, case, given, &asked, &cancel, &mut |_| ()).await.map(|_| ())
}

async fn tag(session: &Session, case: CaseId, tagging: &Tagging) -> Result<()> {
    let asked = tagging::Asked {
        filter: tagging.filter.clone(),
        region: tagging.region.clone(),
        organisation: tagging.organisation.clone(),
        create: true,
        ..tagging::Asked::default()
    };
    tagging::tag(session, case, &asked).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_is_read_and_names_files_that_are_shipped() {
        for shipped in SAMPLES {
            let script = read(shipped).expect("a script");
            for name in script.import.iter().flat_map(|list| &list.files) {
                assert!(shipped.files.iter().any(|(file, _)| file == name), "{name}");
            }
        }
    }
}
