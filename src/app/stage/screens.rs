//! Two screens: the class sees one, the teacher the other.

use eframe::CreationContext;
use egui::{ViewportBuilder, ViewportId};

/// The name of the audience's window.
const AUDIENCE: &str = "audience";

/// The audience's window: nothing but the picture, on the screen with this number.
pub fn audience_window(title: &str, screen: usize) -> (ViewportId, ViewportBuilder) {
    let builder = ViewportBuilder::default()
        .with_app_id("zhylnama")
        .with_title(title)
        .with_decorations(false)
        .with_fullscreen(true)
        .with_monitor(screen);
    (ViewportId::from_hash_of(AUDIENCE), builder)
}

/// Lets the window hear of screens that are plugged in or out while it is open.
///
/// Under X11 the server tells of them by events of its RandR extension; Xlib passes these
/// on only once its library for RandR has been used, which winit no longer does.
#[cfg(target_os = "linux")]
pub fn hear_of_screens(context: &CreationContext<'_>) {
    use raw_window_handle::{HasDisplayHandle, RawDisplayHandle};
    use x11_dl::xrandr::Xrandr;

    let Ok(handle) = context.display_handle() else {
        return;
    };
    let RawDisplayHandle::Xlib(xlib) = handle.as_raw() else {
        return;
    };
    // Without the library, screens are counted once, when the window opens.
    let (Some(display), Ok(randr)) = (xlib.display, Xrandr::open()) else {
        return;
    };
    let (mut first_event, mut first_error) = (0, 0);
    // SAFETY: the handle is of the open display of this window, and both places outlive
    // the call. What it registers with the display stays valid: a library that was opened
    // once is open as long as the program runs.
    unsafe {
        (randr.XRRQueryExtension)(display.as_ptr().cast(), &mut first_event, &mut first_error);
    }
}

#[cfg(not(target_os = "linux"))]
pub fn hear_of_screens(_context: &CreationContext<'_>) {}
