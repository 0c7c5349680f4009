//! Breachbook's window: a thin shell over the actions. It shows pages from within, opens native dialogs, and hands
//! every call to one action. It asks nothing of the network.
//!
//! | file | what |
//! | --- | --- |
//! | `window` | the Tauri side: the window, drops, the two doors `call` and `bytes` |
//! | `commands/` | the registry: what the page may ask for |
//! | `bindings`, `types` | the registry as TypeScript |
//! | `desk`, `backups` | what one window holds; copies of its book |
//! | `closing` | how the window is closed: the page is asked first |
//! | `settings`, `chooser`, `dialogs` | what is kept, and how files are chosen |

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod backups;
mod bindings;
mod chooser;
mod closing;
mod commands;
mod desk;
mod dialogs;
mod settings;
mod types;
mod window;

use std::process::ExitCode;

/// `--bindings FOLDER` writes the page's side of the registry there and ends; everything else opens the window.
fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.as_slice() {
        [flag, folder] if flag == "--bindings" => bindings::write(folder.as_ref()).map_err(|cause| cause.to_string()),
        _ => {
            breachbook::world::drawing::choose();
            window::run().map_err(|cause| cause.to_string())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("{refusal}");
            ExitCode::FAILURE
        }
    }
}
