//! What differs by system stands in `src/system/`, and is asked by whoever meets files and people.

use super::source::{Source, tree};
use super::{none, shipped};

/// What only some systems know, and what std does in a way that is not ours on some.
const WORDS: &[&str] = &[
    "std::os",
    "cfg(unix)",
    "not(unix)",
    "cfg!(unix)",
    "cfg(windows)",
    "not(windows)",
    "cfg!(windows)",
    "target_os",
    "target_family",
    "target_vendor",
    "rustix",
    "libc",
    "nix",
    "windows_sys",
    "winapi",
    "signal_hook",
    "canonicalize",
    "try_lock_shared",
    "set_var",
];

/// Places that only some systems have; in texts, not in comments.
const PLACES: &[&str] = &["/proc/", "/dev/", "\\\\.\\", "\\\\?\\"];

/// Who may ask: the store about its file, the world and the front ends about the rest.
const WHO: &[&str] = &["src/system/", "src/store/", "src/world/", "src/cli/", "src/main.rs", "src-tauri/"];

fn is_the_room(file: &Source) -> bool {
    file.path.starts_with("src/system/")
}

fn knows_a_system(file: &Source) -> Vec<String> {
    if is_the_room(file) {
        return Vec::new();
    }
    let words = WORDS.iter().flat_map(|word| file.lines_naming(word).map(move |line| (line, *word)));
    let texts = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    let places =
        texts.flat_map(|(at, line)| PLACES.iter().filter(|it| line.contains(**it)).map(move |it| (at + 1, *it)));
    words.chain(places).map(|(line, word)| format!("{}:{line} knows {word}", file.path)).collect()
}

fn asks_the_system(file: &Source) -> Vec<String> {
    if WHO.iter().any(|it| file.path.starts_with(it)) {
        return Vec::new();
    }
    let asks = ["crate::system", "breachbook::system"].iter().any(|it| file.lines_naming(it).next().is_some());
    asks.then(|| format!("{} asks the system", file.path)).into_iter().collect()
}

fn whole() -> Vec<Source> {
    let mut files = shipped();
    files.extend(tree("src-tauri/src"));
    files.extend(tree("src-tauri/examples"));
    files
}

#[test]
fn only_one_room_knows_which_system_this_is() {
    none(whole().iter().flat_map(knows_a_system));
    none(whole().iter().flat_map(asks_the_system));
}

#[test]
fn code_that_knows_a_system_elsewhere_is_found() {
    let cases = [
        ("src/store/file/x.rs", "#[cfg(unix)]\nfn f() {}"),
        ("src/store/file/x.rs", "use std::os::unix::fs::MetadataExt as _;"),
        ("src/world/x.rs", "#[cfg(not(unix))]\nfn f() {}"),
        ("src/world/x.rs", "if cfg!(windows) { f() }"),
        ("src/cli/x.rs", "#[cfg(target_os = \"macos\")]\nfn f() {}"),
        ("src/cli/x.rs", "signal_hook::low_level::exit(1);"),
        ("src/world/x.rs", "let flags = rustix::fs::OFlags::NONBLOCK;"),
        ("src/world/x.rs", "let pid = unsafe { libc::getpid() };"),
        ("src/store/x.rs", "let table = read(\"/proc/self/mountinfo\");"),
        ("src/store/file/x.rs", "let same = path.canonicalize();"),
        ("src/store/file/x.rs", "file.try_lock_shared()"),
        ("src-tauri/src/x.rs", "#[cfg(all(test, target_os = \"linux\"))]\nmod tests {}"),
        ("src-tauri/src/x.rs", "let pipe = r\"\\\\.\\pipe\\x\";"),
    ];
    for (path, text) in cases {
        assert!(!knows_a_system(&Source::new(path, text)).is_empty(), "{path}: {text}");
    }
    let asking = Source::new("src/import/x.rs", "use crate::system::opening;");
    assert_eq!(asks_the_system(&asking).len(), 1);
}

#[test]
fn code_that_asks_the_room_is_left_alone() {
    let cases = [
        ("src/system/x.rs", "#[cfg(windows)]\nuse windows_sys::Win32::Foundation::HANDLE;"),
        ("src/store/file/x.rs", "// on Unix by /proc/self/fd\nuse crate::system::identity::Identity;"),
        ("src-tauri/src/main.rs", "#![cfg_attr(not(debug_assertions), windows_subsystem = \"windows\")]"),
    ];
    for (path, text) in cases {
        let file = Source::new(path, text);
        none(knows_a_system(&file).into_iter().chain(asks_the_system(&file)));
    }
}
