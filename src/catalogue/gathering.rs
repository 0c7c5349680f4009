//! From files to the catalogue: each is read by itself, then all are held against each other, until those that are left agree.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::reading::{self, Fault, Outcome};
use super::reference::{Reference, Target};
use super::standing::{Loaded, Says, Standing, regime_of};
use super::{Catalogue, Disabled, Given, Kept, Kind, LONGEST_FILE, Origin, counting, references, regime};
use crate::error::{Error, Place};

/// Reads all files, and keeps those that stand.
pub(super) fn gather(ours: &[(&str, &str)], own: Vec<Given>, tried: Vec<Given>) -> Catalogue {
    let mut files: Vec<Loaded> = ours.iter().filter_map(|(name, text)| embedded(name, text)).collect();
    files.extend(own.into_iter().map(|it| given(it, Origin::Own)));
    files.extend(tried.into_iter().map(|it| given(it, Origin::Tried)));
    refuse_twins(&mut files);
    // A file that falls may be one that another rests on.
    loop {
        let found = disagreements(&files);
        if found.is_empty() {
            break;
        }
        for (at, faults) in found {
            files[at].faults.extend(faults);
        }
    }
    catalogue(files)
}

fn embedded(name: &str, text: &str) -> Option<Loaded> {
    let folder = name.split('/').next().unwrap_or_default();
    let kind = Kind::ALL.into_iter().find(|it| it.folder() == folder)?;
    Some(read(kind, name.to_owned(), text, Origin::Ours))
}

fn given(file: Given, origin: Origin) -> Loaded {
    let Given { kind, name, bytes } = file;
    let refused = match bytes {
        Err(refusal) => refusal,
        Ok(bytes) if bytes.len() as u64 > LONGEST_FILE => Error::new("catalogue.too_large").with("most", LONGEST_FILE),
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => return read(kind, name, text.strip_prefix('\u{feff}').unwrap_or(&text), origin),
            Err(cause) => Error::new("catalogue.no_text").because(cause),
        },
    };
    let place = Place { file: Some(name.clone()), ..Place::default() };
    let said = refused.placeless();
    Loaded { name, origin, says: None, refers: Vec::new(), faults: vec![Fault { place, field: String::new(), said }] }
}

fn read(kind: Kind, name: String, text: &str, origin: Origin) -> Loaded {
    match kind {
        Kind::Regime => loaded(reading::read(&name, text, regime::read), Says::Regime, name, origin),
        Kind::Counting => loaded(reading::read(&name, text, counting::read), Says::Counting, name, origin),
    }
}

fn loaded<T>(read: Outcome<T>, says: impl FnOnce(Arc<T>) -> Says, name: String, origin: Origin) -> Loaded {
    let Outcome { value, refers, faults } = read;
    Loaded { name, origin, says: value.map(|it| says(Arc::new(it))), refers, faults }
}

/// Of two files of one origin that say the same, the later one by name is refused.
fn refuse_twins(files: &mut [Loaded]) {
    let mut first: BTreeMap<(Origin, Kind, String, String), String> = BTreeMap::new();
    for file in files {
        let Some(says) = &file.says else { continue };
        let (kind, id, version) = says.key();
        let key = (file.origin, kind, id.to_owned(), version.to_owned());
        match first.get(&key) {
            Some(other) => {
                let said = Error::new("catalogue.twice").with("id", id).with("other", other);
                let fault = itself(file).map(|it| Fault::of(it, said));
                file.faults.extend(fault);
            }
            None => drop(first.insert(key, file.name.clone())),
        }
    }
}

fn itself(file: &Loaded) -> Option<&Reference> {
    file.refers.iter().find(|it| matches!(it.target, Target::Itself))
}

/// What is wrong among the rules that stand, by the number of the file: of the user's first, so that ours are left whole.
fn disagreements(files: &[Loaded]) -> Vec<(usize, Vec<Fault>)> {
    let all = wrong(files, None);
    let Some(latest) = all.iter().map(|(at, _)| files[*at].origin).max() else { return all };
    let faulty: Vec<_> = all.into_iter().filter(|(at, _)| files[*at].origin == latest).collect();
    match breaker(files, latest, &faulty) {
        Some((at, fault)) => vec![(at, vec![fault])],
        None => faulty,
    }
}

/// The faults of each rule that stands, as if one file were not there.
fn wrong(files: &[Loaded], without: Option<usize>) -> Vec<(usize, Vec<Fault>)> {
    let standing = Standing::of(files, without);
    let of = |(at, file): (usize, &Loaded)| {
        let regime = regime_of(file).filter(|_| standing.stands(file))?;
        let faults = references::faults(regime, &file.refers, &standing);
        (!faults.is_empty()).then_some((at, faults))
    };
    files.iter().enumerate().filter_map(of).collect()
}

/// The file that took the place of another on which a rule of an earlier origin rests: what is wrong with that rule is its fault.
fn breaker(files: &[Loaded], latest: Origin, faulty: &[(usize, Vec<Fault>)]) -> Option<(usize, Fault)> {
    let (broken, _) = faulty.first()?;
    let later = files.iter().enumerate().filter(|(_, it)| it.origin > latest && it.faults.is_empty());
    for (at, file) in later {
        if wrong(files, Some(at)).iter().all(|(at, _)| at != broken) {
            let said = Error::new("catalogue.breaks").with("other", &files[*broken].name);
            return itself(file).map(|it| (at, Fault::of(it, said)));
        }
    }
    None
}

fn catalogue(files: Vec<Loaded>) -> Catalogue {
    let standing: Vec<bool> = {
        let standing = Standing::of(&files, None);
        files.iter().map(|it| standing.stands(it)).collect()
    };
    let replaced = |file: &Loaded| {
        let key = file.says.as_ref().map(Says::key);
        files
            .iter()
            .any(|it| it.origin < file.origin && it.origin == Origin::Ours && it.says.as_ref().map(Says::key) == key)
    };
    let overrides: Vec<bool> = files.iter().map(replaced).collect();
    let mut catalogue = Catalogue { regimes: BTreeMap::new(), countings: BTreeMap::new(), disabled: Vec::new() };
    for (file, (stands, overrides)) in files.into_iter().zip(standing.into_iter().zip(overrides)) {
        catalogue.take(file, stands, overrides);
    }
    for versions in catalogue.regimes.values_mut() {
        versions
            .sort_by_key(|it| (it.value.valid.is_none(), it.value.valid.map(|it| it.from), it.value.version.clone()));
    }
    catalogue
}

impl Catalogue {
    fn take(&mut self, file: Loaded, stands: bool, overrides: bool) {
        let Loaded { name, origin, says, faults, .. } = file;
        if !faults.is_empty() {
            self.disabled.push(Disabled { file: name, origin, faults });
            return;
        }
        match says.filter(|_| stands) {
            Some(Says::Regime(value)) => {
                let id = value.id.clone();
                self.regimes.entry(id).or_default().push(Kept { value, file: name, origin, overrides });
            }
            Some(Says::Counting(value)) => {
                self.countings.insert(value.id.clone(), Kept { value, file: name, origin, overrides });
            }
            None => {}
        }
    }
}
