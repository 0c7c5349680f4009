//! What the machine must have beside Rust: looked for by the programs, installed by apt-get where there is one. On macOS and Windows
//! it is said what to install.
//!
//! Never asks a question, and installs nothing that is there already.

use std::path::Path;
use std::process::Command;

use crate::run::{Outcome, is_there, must, said};

/// How one sees that something is there.
enum Sign {
    /// A program on the path.
    Program(&'static str),
    /// A library that pkg-config knows.
    Library(&'static str),
    /// A file.
    File(&'static str),
}

/// Something that must be there, and the Debian package that brings it.
pub struct Need {
    sign: Sign,
    package: &'static str,
    on: On,
}

/// On which systems something must be there.
#[derive(Clone, Copy)]
enum On {
    All,
    /// Elsewhere the compiler's own tools do.
    Unix,
    /// Elsewhere it is part of the system, or nobody asks for it.
    Linux,
}

const fn program(program: &'static str, package: &'static str) -> Need {
    Need { sign: Sign::Program(program), package, on: On::All }
}

const fn library(name: &'static str, package: &'static str) -> Need {
    Need { sign: Sign::Library(name), package, on: On::Linux }
}

const fn file(path: &'static str, package: &'static str) -> Need {
    Need { sign: Sign::File(path), package, on: On::Linux }
}

const fn only(on: On, need: Need) -> Need {
    Need { on, ..need }
}

/// SQLCipher and the OpenSSL below it are built from source.
pub const TO_BUILD: &[Need] = &[
    only(On::Unix, program("cc", "gcc")),
    only(On::Unix, program("ld", "binutils")),
    only(On::Unix, program("make", "make")),
    program("perl", "perl"),
];

/// The window stands on the system's own web view; elsewhere it is part of the system.
pub const FOR_THE_WINDOW: &[Need] = &[
    only(On::Linux, program("pkg-config", "pkg-config")),
    library("webkit2gtk-4.1", "libwebkit2gtk-4.1-dev"),
    library("gtk+-3.0", "libgtk-3-dev"),
    library("libsoup-3.0", "libsoup-3.0-dev"),
    library("librsvg-2.0", "librsvg2-dev"),
    library("ayatana-appindicator3-0.1", "libayatana-appindicator3-dev"),
];

/// The tests read the written files with other people's programs.
pub const TO_TEST: &[Need] =
    &[program("pdftotext", "poppler-utils"), program("qpdf", "qpdf"), program("rsvg-convert", "librsvg2-bin")];

/// Where Debian keeps what Python needs to know of GTK.
#[cfg(target_arch = "aarch64")]
const GTK_FOR_PYTHON: &str = "/usr/lib/aarch64-linux-gnu/girepository-1.0/Gtk-3.0.typelib";
#[cfg(not(target_arch = "aarch64"))]
const GTK_FOR_PYTHON: &str = "/usr/lib/x86_64-linux-gnu/girepository-1.0/Gtk-3.0.typelib";

/// The window's tests drive the real window on a display of their own, with a hand at the mouse.
pub const TO_TEST_THE_WINDOW: &[Need] = &[
    only(On::Linux, program("WebKitWebDriver", "webkit2gtk-driver")),
    only(On::Linux, program("Xvfb", "xvfb")),
    only(On::Linux, program("openbox", "openbox")),
    only(On::Linux, program("xdotool", "xdotool")),
    only(On::Linux, program("dbus-run-session", "dbus")),
    file("/usr/bin/python3", "python3"),
    file("/usr/lib/python3/dist-packages/gi/__init__.py", "python3-gi"),
    file(GTK_FOR_PYTHON, "gir1.2-gtk-3.0"),
];

/// The benchmark stands us beside other people's programs.
pub const TO_MEASURE: &[Need] =
    &[program("sqlite3", "sqlite3"), program("python3", "python3"), program("time", "time")];

impl Need {
    fn is_met(&self) -> bool {
        let asked = match self.on {
            On::All => true,
            On::Unix => cfg!(unix),
            On::Linux => cfg!(target_os = "linux"),
        };
        !asked || self.is_there()
    }

    fn is_there(&self) -> bool {
        match self.sign {
            Sign::Program(name) => is_there(name),
            Sign::Library(name) => said(Command::new("pkg-config").args(["--exists", name])).is_ok(),
            Sign::File(path) => Path::new(path).exists(),
        }
    }
}

/// Installs what is missing of these.
///
/// A refusal says exactly what to install, where we cannot.
pub fn prepare(needs: &[&[Need]]) -> Outcome<()> {
    let missing = needs.iter().copied().flatten().filter(|need| !need.is_met());
    let mut missing: Vec<&str> = missing.map(|need| need.package).collect();
    if missing.contains(&"gcc") || !has_c_headers() {
        missing.push("libc6-dev");
    }
    install(&missing)
}

/// Python's own way to make a folder of packages is a package of its own on Debian.
pub fn prepare_python() -> Outcome<()> {
    let works = said(Command::new("python3").args(["-c", "import ensurepip"])).is_ok();
    if works { Ok(()) } else { install(&["python3-venv"]) }
}

fn has_c_headers() -> bool {
    cfg!(not(target_os = "linux")) || Path::new("/usr/include/stdio.h").exists()
}

fn install(missing: &[&str]) -> Outcome<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let by_hand = format!("please install: {}", missing.join(" "));
    if !is_there("apt-get") {
        return Err(format!("This system has no apt-get; {by_hand}"));
    }
    if !is_root() && !is_there("sudo") {
        return Err(format!("Not root, and there is no sudo; {by_hand}\n  apt-get install {}", missing.join(" ")));
    }
    println!("missing system packages: {}", missing.join(" "));
    if !has_lists() {
        must(&mut apt(&["update"]))?;
    }
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(missing);
    // Lists may be older than the packages they name: once more with new ones.
    must(&mut apt(&words)).or_else(|_| must(&mut apt(&["update"])).and_then(|()| must(&mut apt(&words))))
}

fn apt(words: &[&str]) -> Command {
    let mut command = if is_root() { Command::new("env") } else { Command::new("sudo") };
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]).args(words);
    command
}

fn has_lists() -> bool {
    let lists = std::fs::read_dir("/var/lib/apt/lists").into_iter().flatten().flatten();
    lists.map(|entry| entry.file_name().to_string_lossy().into_owned()).any(|name| name.contains("_Packages"))
}

fn is_root() -> bool {
    said(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
