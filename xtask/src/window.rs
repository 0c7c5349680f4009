//! The window outside of its tests: opened on a book, developed with hot reload, its bindings written anew.

use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use crate::pages;
use crate::run::{Outcome, cargo, must, passes, target};
use crate::setup::{self, FOR_THE_WINDOW, TO_BUILD};
use crate::test::ALL;

/// Where the pages are served during development, as `src-tauri/tauri.conf.json` has it.
const SERVED: &str = "127.0.0.1:5173";
/// How long the server of the pages may take to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether there is a display to open a window on.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux") || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|it| std::env::var_os(it).is_some())
}

/// What the window is built from and with.
pub fn prepare() -> Outcome<()> {
    setup::prepare(&[TO_BUILD, FOR_THE_WINDOW])?;
    pages::prepare()
}

/// Builds command line and window, the pages within.
pub fn build() -> Outcome<()> {
    pages::build()?;
    must(cargo(&["build", "--bins"]).args(ALL))
}

/// Opens the window that was built, on this book, until it is closed.
pub fn open(book: &Path, passphrase: &str) -> Outcome<bool> {
    passes(program().env("BREACHBOOK_BOOK", book).env("BREACHBOOK_KEY", passphrase))
}

/// `cargo xtask dev`: the pages from a server that hands on every change, and the window before it. Ends with either.
pub fn dev() -> Outcome<bool> {
    prepare()?;
    must(&mut cargo(&["build", "--bins", "--workspace", "--locked"]))?;
    let mut server = Ended(pages::node("vite/bin/vite.js").args(["--host", "127.0.0.1"]).spawn().map_err(failed)?);
    let start = Instant::now();
    while std::net::TcpStream::connect(SERVED).is_err() {
        if server.0.try_wait().map_err(failed)?.is_some() {
            return Err("the server of the pages has ended".to_owned());
        }
        if start.elapsed() > PATIENCE {
            return Err(format!("the pages are not served at {SERVED}"));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    println!("changes of ui/ show at once; after changes in Rust, close the window and start this again");
    passes(&mut program())
}

/// `cargo xtask bindings`: the page's side of the commands, from their registry.
pub fn bindings() -> Outcome<bool> {
    prepare()?;
    must(&mut cargo(&["build", "--bins", "--workspace", "--locked"]))?;
    passes(program().arg("--bindings").arg(pages::folder().join("src").join("ipc")))
}

/// `cargo xtask contract`: docs/command-line.md, from what the command line declares.
pub fn contract() -> Outcome<bool> {
    prepare()?;
    must(&mut cargo(&["build", "--bins", "--workspace", "--locked"]))?;
    let writer = target().join("debug").join(format!("breachbook-man{}", std::env::consts::EXE_SUFFIX));
    let page = crate::run::root().join("docs").join("command-line.md");
    passes(Command::new(writer).arg("--contract").arg(page))
}

fn program() -> Command {
    Command::new(target().join("debug").join(format!("breachbook-window{}", std::env::consts::EXE_SUFFIX)))
}

fn failed(cause: std::io::Error) -> String {
    format!("the server of the pages: {cause}")
}

/// A program that ends when we do, however that comes about.
struct Ended(Child);

impl Drop for Ended {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
