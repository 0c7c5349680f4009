//! Tauri's own build step: it reads the configuration, the capabilities and the icons.

fn main() {
    tauri_build::build();
}
