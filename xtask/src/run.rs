//! Programs: started and watched. Nothing here knows what they are for.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What can go wrong: a sentence for whoever runs the task.
pub type Outcome<T> = Result<T, String>;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Whether a program can be found.
pub fn is_there(program: &str) -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&folders).any(|folder| folder.join(&file).is_file())
}

/// Cargo, as it was called.
pub fn cargo(words: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words).current_dir(root());
    command
}

/// Runs it before everybody's eyes; whether it ended well.
pub fn passes(command: &mut Command) -> Outcome<bool> {
    println!("$ {}", shown(command));
    command.status().map(|status| status.success()).map_err(|cause| format!("{}: {cause}", shown(command)))
}

/// Runs it; a refusal where it does not end well.
pub fn must(command: &mut Command) -> Outcome<()> {
    if passes(command)? { Ok(()) } else { Err(format!("failed: {}", shown(command))) }
}

/// Runs it, passes each line of its output on as it comes, and hands it to `line`.
pub fn watched(command: &mut Command, mut line: impl FnMut(&str)) -> Outcome<bool> {
    println!("$ {}", shown(command));
    let failed = |cause: std::io::Error| format!("{}: {cause}", shown(command));
    let mut child = Command::new(command.get_program())
        .args(command.get_args())
        .current_dir(root())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(failed)?;
    if let Some(out) = child.stdout.take() {
        for said in BufReader::new(out).lines() {
            let said = said.map_err(failed)?;
            println!("{said}");
            line(&said);
        }
    }
    child.wait().map(|status| status.success()).map_err(failed)
}

/// Runs it in silence and gives what it wrote; a refusal carries what it complained of.
pub fn said(command: &mut Command) -> Outcome<String> {
    let output = command.output().map_err(|cause| format!("{}: {cause}", shown(command)))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        return Err(format!("failed: {}\n{}", shown(command), complaint.trim_end()));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{}: not UTF-8", shown(command)))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
