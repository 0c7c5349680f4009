//! The one window: made, fed with drops, closed. The page reaches the house through `call` and `bytes` alone.

use std::sync::Arc;
use std::time::Instant;

use breachbook::error::{Error, Result};
use breachbook::world;
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::{Channel, Response};
use tauri::webview::PageLoadEvent;
use tauri::{
    AppHandle, DragDropEvent, Emitter as _, Manager as _, State, WebviewUrl, WebviewWindowBuilder, WindowEvent,
};
use ts_rs::TS;

use crate::chooser::ChosenFile;
use crate::closing::{PATIENCE, Step};
use crate::commands::{self, Call, Progress, Refusal};
use crate::desk::Desk;
use crate::dialogs::{LABEL, Native};
use crate::settings::Kept;

/// The event that tells the page of files over it or dropped on it.
const DROPPED: &str = "dropped";
/// The event that tells the page that somebody wants the window closed.
const CLOSING: &str = "closing";

/// The event that tells the page what is to be said of the book beside what was done.
const REMARKED: &str = "remarked";

type OnDesk<'a> = State<'a, Arc<Desk>>;

/// What is over the window, or was dropped on it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Dropped {
    /// Files are held over it.
    Over,
    /// They were taken away again.
    Away,
    /// They were let go.
    Files(Vec<ChosenFile>),
}

/// A call of the page: the command's name and its arguments.
#[tauri::command]
async fn call(
    app: AppHandle,
    desk: OnDesk<'_>,
    name: String,
    args: Value,
    told: Channel<Progress>,
) -> std::result::Result<Value, Refusal> {
    let desk = Arc::clone(&desk);
    let refused = |refusal: Error| Refusal::of(&refusal, &desk);
    let command = commands::find(&name).map_err(refused)?;
    let progress = Box::new(move |progress| drop(told.send(progress)));
    let call = Call { desk: Arc::clone(&desk), progress };
    // A thread a call: the window never waits for it. A panic is a defect of ours: it ends the work, and the page is
    // told.
    let work = move || tauri::async_runtime::block_on((command.run)(call, args));
    let done = tauri::async_runtime::spawn_blocking(work).await;
    let remarks = desk.remarks().await;
    if !remarks.is_empty() {
        // A page that has gone hears nothing more.
        let _ = app.emit(REMARKED, remarks);
    }
    done.unwrap_or_else(|cause| Err(Error::new("internal").because(cause))).map_err(refused)
}

/// The bytes that a command has put aside under a name, handed over as they are.
#[tauri::command]
async fn bytes(desk: OnDesk<'_>, name: String) -> std::result::Result<Response, Refusal> {
    match desk.put_aside(&name) {
        Some(bytes) => Ok(Response::new(bytes.as_ref().clone())),
        None => Err(Refusal::of(&Error::new("window.no_bytes"), &desk)),
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// What the platform refuses.
pub fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![call, bytes])
        .setup(|app| begin(app.handle()))
        .on_window_event(|window, event| match event {
            WindowEvent::DragDrop(event) => drop(dropped(window.app_handle(), event)),
            WindowEvent::CloseRequested { api, .. } if holds_back(window.app_handle()) => api.prevent_close(),
            WindowEvent::Destroyed => end(window.app_handle()),
            _ => {}
        })
        .run(tauri::generate_context!())
}

fn begin(app: &AppHandle) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let settings = Kept::at(world::environment("BREACHBOOK_SETTINGS").map(Into::into).or_else(Kept::place));
    let theme = settings.read().theme.unwrap_or_default();
    let now = world::environment("BREACHBOOK_NOW").map(|it| world::now(Some(&it))).transpose()?.map(|it| it.at);
    let desk = Arc::new(Desk::new(settings, Box::new(Native(app.clone())), now));
    app.manage(Arc::clone(&desk));
    let window =
        WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default()).initialization_script(theme_script(&theme));
    // The frame is in sight before the key of a sealed book is derived, which takes a processor to itself; the page's
    // first question waits for it.
    let once = std::sync::Once::new();
    let window = window.on_page_load(move |_, load| {
        if load.event() == PageLoadEvent::Finished {
            once.call_once(|| open_at_start(Arc::clone(&desk)));
        }
    });
    let window = window.title("Breachbook").inner_size(1360.0, 820.0).min_inner_size(760.0, 520.0);
    // Copied rows go to the system's clipboard; the page reads nothing from there.
    window.enable_clipboard_access().zoom_hotkeys_enabled(true).build()?;
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        app.state::<Arc<Desk>>().closing.allowed().await;
        close(&app);
    });
    Ok(())
}

/// Whether a request to close the window is held back: the page is asked, and has a while to be heard of.
fn holds_back(app: &AppHandle) -> bool {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    match desk.closing.requested(Instant::now()) {
        Step::Close => false,
        Step::Wait => true,
        Step::Ask(at) => {
            let asked = app.clone();
            tauri::async_runtime::spawn(async move {
                tokio::time::sleep(PATIENCE).await;
                if desk.closing.is_silent(at) {
                    close(&asked);
                }
            });
            app.emit(CLOSING, ()).is_ok()
        }
    }
}

/// Closes the window, whatever its page does.
fn close(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window that is gone already is closed.
        let _ = window.destroy();
    }
}

fn open_at_start(desk: Arc<Desk>) {
    tauri::async_runtime::spawn_blocking(move || {
        if let Err(refusal) = tauri::async_runtime::block_on(open_named(&desk)) {
            // The page opens at the start, and asks again there.
            eprintln!("{}", desk.phrases().error(&refusal));
        }
        desk.begun();
    });
}

/// Sets the theme before the page is drawn: nothing flashes.
fn theme_script(theme: &str) -> String {
    let chosen = if ["light", "dark"].contains(&theme) { theme } else { "" };
    format!(
        "document.documentElement.dataset.theme = '{chosen}' || \
         (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')"
    )
}

/// The book that the command line or the environment names: `breachbook-window FILE`, or BREACHBOOK_BOOK with its
/// BREACHBOOK_KEY. One that asks for a passphrase is remembered, so that the start offers it first.
async fn open_named(desk: &Desk) -> Result<()> {
    let named = std::env::args().nth(1).filter(|it| !it.starts_with('-'));
    let Some(path) = named.or_else(|| world::environment("BREACHBOOK_BOOK")) else { return Ok(()) };
    let path = std::path::absolute(&path).unwrap_or_else(|_| path.into());
    if path.is_file() {
        desk.settings.change(|it| it.remember(path.clone()))?;
    }
    let key = world::secret("BREACHBOOK_KEY")?;
    if key.is_none() && breachbook::actions::Session::looks_encrypted(&path) {
        return Ok(());
    }
    desk.take(&path, key.as_ref().map(|it| it.as_str()), breachbook::actions::Access::Write).await
}

/// Paths stay here; the page is handed tokens.
fn dropped(app: &AppHandle, event: &DragDropEvent) -> tauri::Result<()> {
    let desk: OnDesk<'_> = app.state();
    let told = match event {
        DragDropEvent::Enter { .. } => Dropped::Over,
        DragDropEvent::Leave => Dropped::Away,
        DragDropEvent::Drop { paths, .. } => {
            Dropped::Files(paths.iter().filter(|it| it.is_file()).map(|it| desk.chosen.keep(it.clone())).collect())
        }
        _ => return Ok(()),
    };
    app.emit(DROPPED, told)
}

/// Running work is told to stop; everything written is moved into the one file.
fn end(app: &AppHandle) {
    let desk = Arc::clone(&app.state::<Arc<Desk>>());
    match tauri::async_runtime::block_on(desk.close()) {
        // The settings remember it for the next start; this is for who started the window in a terminal.
        Ok(backup) => backup.and_then(|it| it.refused).iter().for_each(|said| eprintln!("{said}")),
        Err(refusal) => eprintln!("{}", desk.phrases().error(&refusal)),
    }
}
