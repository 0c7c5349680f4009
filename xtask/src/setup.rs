//! What the machine must have beside Rust: looked for by the programs, installed by apt-get where there is one.
//!
//! Never asks a question, and installs nothing that is there already.

use std::path::Path;
use std::process::Command;

use crate::run::{Outcome, is_there, must, said};

/// A program and the Debian package that brings it.
pub struct Need {
    program: &'static str,
    package: &'static str,
}

const fn need(program: &'static str, package: &'static str) -> Need {
    Need { program, package }
}

/// SQLCipher and the OpenSSL below it are built from source.
pub const TO_BUILD: &[Need] = &[need("cc", "gcc"), need("ld", "binutils"), need("make", "make"), need("perl", "perl")];

/// The tests read the written files with other people's programs.
pub const TO_TEST: &[Need] =
    &[need("pdftotext", "poppler-utils"), need("qpdf", "qpdf"), need("rsvg-convert", "librsvg2-bin")];

/// The benchmark stands us beside other people's programs.
pub const TO_MEASURE: &[Need] = &[need("sqlite3", "sqlite3"), need("python3", "python3"), need("time", "time")];

/// Installs what is missing of these.
///
/// A refusal says exactly what to install, where we cannot.
pub fn prepare(needs: &[&[Need]]) -> Outcome<()> {
    let mut missing: Vec<&str> =
        needs.iter().copied().flatten().filter(|need| !is_there(need.program)).map(|need| need.package).collect();
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
