//! `zhylnama [PACK|ADDRESS]`: the window.

use super::{MISUSE, default_locale, words};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use zhylnama::address::Address;
use zhylnama::app::{Start, run as run_window};
use zhylnama::bundled;
use zhylnama::edition::{Edition, Volume};
use zhylnama::store::{Store, default_path};

pub fn run(target: Option<&str>) -> ExitCode {
    if !has_display() {
        eprintln!("zhylnama: {}", words().get("cli-no-display"));
        return ExitCode::from(MISUSE);
    }
    let address = target
        .filter(|text| text.starts_with("zhylnama:"))
        .map(str::parse::<Address>);
    let address = match address.transpose() {
        Ok(address) => address,
        Err(error) => {
            eprintln!("zhylnama: {}: {error}", target.unwrap_or_default());
            return ExitCode::from(MISUSE);
        }
    };
    let pack = target.filter(|_| address.is_none()).map(PathBuf::from);
    let store = Store::open(default_path());
    let address = address
        .filter(|address| address.pack == bundled::ID)
        .or_else(|| remembered(&store))
        .unwrap_or_else(|| Address::of_pack(bundled::ID.to_owned(), default_locale()));
    let locale = address.locale;
    // The pack is made ready while the system makes the window.
    let book = thread::spawn(move || {
        let volume = Arc::new(Volume::new(bundled::pack()));
        (Arc::new(Edition::new(volume, locale)), address)
    });
    match run_window(Start {
        book,
        locale,
        store,
        pack,
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("zhylnama: {} ({reason})", words().get("cli-no-display"));
            ExitCode::from(MISUSE)
        }
    }
}

/// Where the bundled pack was left, in the language that was chosen last.
fn remembered(store: &Store) -> Option<Address> {
    let locale = store.remembered().settings.locale;
    let address = store.remembered().address(bundled::ID)?;
    Some(Address { locale, ..address })
}

/// On Linux a window needs X11 or Wayland; elsewhere there is always a desktop to try.
pub fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
