//! How the system's web view draws, where that is ours to choose: before the first window, and never against what the
//! environment says.
#![cfg_attr(
    target_os = "linux",
    allow(unsafe_code, reason = "the environment is set before any other thread is there")
)]

/// WebKitGTK hands every frame over as a buffer of the graphics card. Without a card the buffer is made and copied by the
/// processor: a change of one word then takes 70 ms and more, in shared memory 16 ms (docs/benchmarks.md). Machines that
/// are set apart for an investigation, and those reached over the net, often have none.
///
/// Called as the first thing of a process, while it has one thread.
#[cfg(target_os = "linux")]
pub fn choose() {
    const SHARED: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(SHARED).is_none() && !has_card(std::path::Path::new("/dev/dri")) {
        // SAFETY: the only thread of the process is this one, which is in `main`.
        unsafe { std::env::set_var(SHARED, "1") };
    }
}

/// Elsewhere the web view knows best.
#[cfg(not(target_os = "linux"))]
pub fn choose() {}

/// Whether the kernel offers a card that draws: `renderD128` and the like (Linux, Documentation/gpu/drm-uapi.rst).
#[cfg(target_os = "linux")]
fn has_card(folder: &std::path::Path) -> bool {
    let devices = std::fs::read_dir(folder).into_iter().flatten().flatten();
    devices.into_iter().any(|it| it.file_name().to_string_lossy().starts_with("renderD"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::has_card;

    #[test]
    fn a_card_is_one_that_draws() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(!has_card(&folder.path().join("none")));
        std::fs::write(folder.path().join("card0"), "").expect("a folder");
        assert!(!has_card(folder.path()), "a card that only shows");
        std::fs::write(folder.path().join("renderD128"), "").expect("a folder");
        assert!(has_card(folder.path()));
    }
}
