//! A bare Tauri window with one line of text: what the start of ours is measured beside (`cargo xtask bench`).
#![allow(clippy::unwrap_used, reason = "it measures, and ships with nothing")]

fn main() {
    tauri::Builder::default()
        .setup(|app| {
            let window = tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::default());
            window.title("Bare").inner_size(1360.0, 820.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!("examples/bare/tauri.conf.json"))
        .unwrap();
}
