//! The native dialogs of the system, as the desk asks for files.

use std::path::PathBuf;

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

use crate::chooser::{Answer, Ask, Chooser};

/// The window's name, to Tauri.
pub const LABEL: &str = "main";

/// Native dialogs over the window.
pub struct Native(pub AppHandle);

impl Native {
    fn dialog(&self, ask: Ask) -> FileDialogBuilder<tauri::Wry> {
        let mut dialog = self.0.dialog().file().set_title(ask.title);
        if let Some(window) = tauri::Manager::get_webview_window(&self.0, LABEL) {
            dialog = dialog.set_parent(&window);
        }
        if let Some(name) = ask.name {
            dialog = dialog.set_file_name(name);
        }
        match ask.endings {
            Some((word, endings)) => dialog.add_filter(word, &endings),
            None => dialog,
        }
    }
}

fn paths(chosen: impl IntoIterator<Item = FilePath>) -> Vec<PathBuf> {
    chosen.into_iter().filter_map(|it| it.into_path().ok()).collect()
}

async fn told(told: oneshot::Receiver<Vec<PathBuf>>) -> Vec<PathBuf> {
    told.await.unwrap_or_default()
}

impl Chooser for Native {
    fn read(&self, ask: Ask, several: bool) -> Answer<'_> {
        let (tell, answer) = oneshot::channel();
        let dialog = self.dialog(ask);
        if several {
            dialog.pick_files(|chosen| drop(tell.send(paths(chosen.into_iter().flatten()))));
        } else {
            dialog.pick_file(|chosen| drop(tell.send(paths(chosen))));
        }
        Box::pin(told(answer))
    }

    fn write(&self, ask: Ask) -> Answer<'_> {
        let (tell, answer) = oneshot::channel();
        self.dialog(ask).save_file(|chosen| drop(tell.send(paths(chosen))));
        Box::pin(told(answer))
    }

    fn folder(&self, ask: Ask) -> Answer<'_> {
        let (tell, answer) = oneshot::channel();
        self.dialog(ask).pick_folder(|chosen| drop(tell.send(paths(chosen))));
        Box::pin(told(answer))
    }
}
