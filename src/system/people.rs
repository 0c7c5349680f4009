//! Who is at which machine, as the system knows them, and where the system wants a program's files. No variable says who, for anybody
//! can set one.

use std::path::PathBuf;

/// The account that this process runs as.
#[must_use]
pub fn account() -> String {
    whoami::username().unwrap_or_else(|_| account_without_name())
}

/// In a container an account may have a number and no name.
#[cfg(unix)]
fn account_without_name() -> String {
    format!("uid {}", rustix::process::geteuid().as_raw())
}

#[cfg(windows)]
fn account_without_name() -> String {
    "?".to_owned()
}

/// The machine's name.
#[must_use]
pub fn machine() -> String {
    whoami::hostname().unwrap_or_else(|_| "?".to_owned())
}

/// Where this account's programs keep data: `~/.local/share/breachbook`, `~/Library/Application Support/Breachbook`,
/// `%APPDATA%\Breachbook\data`.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    folders().map(|it| it.data_dir().to_owned())
}

/// Where this account's programs keep what was set: `~/.config/breachbook`, `~/Library/Application Support/Breachbook`,
/// `%APPDATA%\Breachbook\config`.
#[must_use]
pub fn settings_folder() -> Option<PathBuf> {
    folders().map(|it| it.config_dir().to_owned())
}

fn folders() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "Breachbook")
}
