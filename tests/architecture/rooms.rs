//! The inside of the rooms: no files that name each other in a circle, and the floors of the store.
//!
//! A module and the files in its folder are one thing, seen from inside: what a file takes of a module that it stands in (the type
//! of a registry whose list names the file, say) closes no circle. Every other arrow counts, also one that goes by way of a third
//! file: `a` names `a::b`, that names `c`, and `c` names `a`.

use std::collections::{BTreeMap, BTreeSet};

use super::arrows::{Arrows, Crate};
use super::source::{Source, tree};
use super::{none, shipped};

/// The floors of the store, lowest first: a file uses its own room and what stands on lines above its own here; rooms on one
/// floor are strangers.
const FLOORS_OF_STORE: &[&[&str]] = &[
    &["base"],
    &["values", "entities"],
    &["tally"],
    &["log"],
    &["file", "written"],
    &["numbers"],
    &["accounts"],
    &["reading"],
];

/// Whoever stands above names what is handed on here; inside the store a path names its floor.
const FACE: &str = "src/store/mod.rs";

/// Whether a file lies in the folder of a module that another file is.
fn is_within(file: &str, module: &str) -> bool {
    let own = ["mod.rs", "lib.rs", "main.rs"].iter().find_map(|it| module.strip_suffix(it));
    let folder = own.map_or_else(|| format!("{}/", module.trim_end_matches(".rs")), str::to_owned);
    file.starts_with(&folder)
}

/// The files that name each other in a circle, with the arrows that make it.
fn circles(arrows: &Arrows) -> Vec<String> {
    let named = |from: &str| {
        let all = arrows.get(from).into_iter().flatten();
        let from = from.to_owned();
        all.filter(move |(to, _)| !is_within(&from, to)).map(|(to, name)| (to.as_str(), name.as_str()))
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = arrows.keys().map(|it| (it.as_str(), reach(it, &named))).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (from, all) in &reached {
        if !all.contains(from) || seen.contains(from) {
            continue;
        }
        let back = |to: &&&str| reached.get(**to).is_some_and(|it| it.contains(from));
        let circle: BTreeSet<&str> = all.iter().filter(back).copied().collect();
        let tied = circle.iter().flat_map(|file| {
            named(file)
                .filter(|(to, _)| circle.contains(to))
                .map(move |(to, name)| format!("    {file} names {name} of {to}"))
        });
        found.push(format!("a circle of {}:\n{}", circle.len(), tied.collect::<Vec<_>>().join("\n")));
        seen.extend(circle.iter().copied());
    }
    found
}

/// Every file that one leads to.
fn reach<'a, I>(from: &'a str, named: &impl Fn(&str) -> I) -> BTreeSet<&'a str>
where
    I: Iterator<Item = (&'a str, &'a str)>,
{
    let (mut found, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(file) = next.pop() {
        next.extend(named(file).map(|(to, _)| to).filter(|to| found.insert(*to)));
    }
    found
}

/// The floor of a file of the store, from 0, and its room there.
fn floor(path: &str) -> Option<(usize, &str)> {
    let room = path.strip_prefix("src/store/")?.split('/').next()?;
    FLOORS_OF_STORE.iter().position(|it| it.contains(&room)).map(|floor| (floor, room))
}

/// What is wrong with the floors of the store: a file on none, an arrow up or to a neighbour, the face used from inside.
fn off_its_floor(arrows: &Arrows) -> Vec<String> {
    let inside = arrows.iter().filter(|(file, _)| file.starts_with("src/store/") && *file != FACE);
    inside
        .flat_map(|(file, named)| {
            let Some(own) = floor(file) else { return vec![format!("{file} stands on no floor of the store")] };
            let wrong = |to: &&String| {
                *to == FACE || floor(to).is_some_and(|it| it.0 > own.0 || (it.0 == own.0 && it.1 != own.1))
            };
            let up = named.iter().filter(|(to, _)| wrong(to));
            up.map(|(to, name)| format!("{file} names {name} of {to}, which does not stand below it")).collect()
        })
        .collect()
}

/// Paths within the store that go by its face and name no floor, although they may lead down.
fn names_no_floor(file: &Source) -> Vec<String> {
    if !file.path.starts_with("src/store/") || file.path == FACE {
        return Vec::new();
    }
    let named = file.code.match_indices("crate::store::").map(|(at, it)| &file.code[at + it.len()..]);
    let word = |rest: &str| rest.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect::<String>();
    let stray = named.map(word).filter(|it| !FLOORS_OF_STORE.iter().any(|floor| floor.contains(&it.as_str())));
    stray.map(|it| format!("{} names crate::store::{it}, which is no floor", file.path)).collect()
}

/// A module that hands on everything of another hides whose it is.
fn hands_on_everything(file: &Source) -> Vec<String> {
    let all = |line: &&str| line.trim_start().starts_with("pub") && line.contains("use ") && line.contains("::*");
    file.code.lines().filter(all).map(|line| format!("{}: {}", file.path, line.trim())).collect()
}

fn of(root: &str, files: &[(&str, &str)]) -> Arrows {
    let files: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
    Crate::new(root, &files).arrows()
}

#[test]
fn no_files_of_a_room_name_each_other_in_a_circle() {
    none(circles(&Crate::new("src", &shipped()).arrows()));
    none(circles(&Crate::new("src-tauri/src", &tree("src-tauri/src")).arrows()));
    none(circles(&Crate::new("xtask/src", &tree("xtask/src")).arrows()));
}

#[test]
fn the_store_stands_on_floors() {
    let files = shipped();
    none(off_its_floor(&Crate::new("src", &files).arrows()));
    none(files.iter().flat_map(|file| [names_no_floor(file), hands_on_everything(file)].concat()));
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let cases: &[&[(&str, &str)]] = &[
        // By `super`, by `crate`, in a group, inline, under another name, by a module that is brought in.
        &[
            ("src/r/a.rs", "use super::b::B;"),
            ("src/r/b.rs", "use crate::r::{c, a::A};"),
            ("src/r/mod.rs", "mod a;\nmod b;"),
        ],
        &[
            ("src/r/a.rs", "fn f() { super::b::g(); }"),
            ("src/r/b.rs", "use super::a as first;\nfn g() { first::f(); }"),
        ],
        &[("src/r/a.rs", "use super::{\n    b::{self, B},\n};"), ("src/r/b.rs", "use super::a;\nfn g() { a::f(); }")],
        // What the module above hands on is whose it is.
        &[
            ("src/r/a.rs", "use super::B;"),
            ("src/r/b.rs", "use crate::r::A;"),
            ("src/r/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use b::B;"),
        ],
        // By way of a third.
        &[("src/r/a.rs", "use super::b::B;"), ("src/r/b.rs", "use super::c::C;"), ("src/r/c.rs", "use super::a::A;")],
        &[
            ("src/r/a.rs", "mod x;\nuse x::X;"),
            ("src/r/a/x.rs", "use crate::r::b::B;"),
            ("src/r/b.rs", "use super::a::A;"),
        ],
    ];
    for files in cases {
        let names: Vec<&str> = files.iter().filter_map(|it| it.0.strip_prefix("src/r/")?.strip_suffix(".rs")).collect();
        let mods: String =
            names.iter().filter(|it| !it.contains('/') && **it != "mod").map(|it| format!("mod {it};\n")).collect();
        let mut all = vec![("src/lib.rs", "mod r;")];
        all.extend(files.iter().copied());
        if !names.contains(&"mod") {
            all.push(("src/r/mod.rs", &mods));
        }
        assert_eq!(circles(&of("src", &all)).len(), 1, "{files:?}");
    }
}

#[test]
fn a_registry_a_re_export_and_a_way_down_are_no_circle() {
    let registry: &[(&str, &str)] = &[
        ("src/lib.rs", "mod r;"),
        ("src/r/mod.rs", "mod a;\nmod b;\npub use b::B;\npub struct R;\npub const RS: &[&R] = &[&a::A];"),
        ("src/r/a.rs", "use super::{R, b};\npub const A: R = R;\nfn f() { b::g(); let a = B::new(); }"),
        (
            "src/r/b.rs",
            "use std::fmt;\n// use super::a::A;\nfn g() { let a = \"super::a::A\"; }\n#[cfg(test)]\nmod tests { use super::super::a::A; }",
        ),
    ];
    let arrows = of("src", registry);
    none(circles(&arrows));
    let of_a: Vec<&str> = arrows["src/r/a.rs"].keys().map(String::as_str).collect();
    assert_eq!(of_a, ["src/r/b.rs", "src/r/mod.rs"]);
    assert!(arrows["src/r/b.rs"].is_empty(), "comments, texts and tests name nothing: {arrows:?}");
}

#[test]
fn a_store_that_leaves_its_floors_is_found() {
    let face =
        "mod accounts;\nmod base;\nmod entities;\nmod loose;\nmod log;\nmod tally;\nmod values;\npub use log::Deed;";
    let of_store = |path: &str, text: &str| {
        let files = [
            ("src/lib.rs", "mod store;"),
            ("src/store/mod.rs", face),
            ("src/store/entities/mod.rs", "pub struct Entity;"),
            ("src/store/log/mod.rs", "pub struct Deed;"),
            ("src/store/accounts/mod.rs", "pub mod merging;"),
            ("src/store/accounts/merging.rs", "pub struct Held;"),
            (path, text),
        ];
        off_its_floor(&of("src", &files))
    };
    for (path, text, wrong) in [
        ("src/store/base/mod.rs", "use crate::store::log::Deed;", 1),
        ("src/store/base/mod.rs", "fn f() { super::log::Deed; }", 1),
        // By the face, too: whose it is counts.
        ("src/store/base/mod.rs", "use crate::store::Deed;", 1),
        ("src/store/log/x.rs", "use crate::store::accounts::merging::Held;", 1),
        ("src/store/tally/mod.rs", "use crate::store::log::Deed;", 1),
        // A neighbour.
        ("src/store/values/mod.rs", "use crate::store::entities::Entity;", 1),
        ("src/store/loose.rs", "", 1),
        ("src/store/accounts/x.rs", "use super::merging::Held;\nuse crate::store::log::Deed;", 0),
    ] {
        assert_eq!(of_store(path, text).len(), wrong, "{path}: {text}");
    }
    let file = |text: &str| Source::new("src/store/log/x.rs", text);
    assert_eq!(names_no_floor(&file("use crate::store::Deed;")).len(), 1);
    none(names_no_floor(&file("use crate::store::base::hex;")));
    assert_eq!(hands_on_everything(&file("pub use x::*;")).len(), 1);
}
