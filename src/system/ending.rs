//! The end of the process at once, without taking apart what other threads use until the end, the seal's library for one. Nothing of a
//! book is lost by it: what was not committed never was.
#![cfg_attr(windows, allow(unsafe_code, reason = "std's own end takes everything apart first"))]

/// Ends the process with this code.
#[cfg(unix)]
pub fn at_once(code: u8) -> ! {
    signal_hook::low_level::exit(code.into())
}

/// Ends the process with this code.
#[cfg(windows)]
pub fn at_once(code: u8) -> ! {
    use windows_sys::Win32::System::Threading::{GetCurrentProcess, TerminateProcess};
    // SAFETY: the handle is this process's own; nothing of it runs on.
    unsafe { TerminateProcess(GetCurrentProcess(), code.into()) };
    std::process::abort()
}
