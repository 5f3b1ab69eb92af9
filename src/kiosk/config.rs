//! `kiosk.ron`: what a museum decides.

use super::pin::Pin;
use crate::language::Locale;
use crate::pack::{Diagnostic, Fault, SourceText, read_value};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// What a kiosk is told; all but the PIN may be left out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The salted hash of the staff's PIN, as `zhylnama kiosk-pin` prints it.
    pub pin: Pin,
    /// A pack on disk, from the folder of this file; the bundled one if left out.
    #[serde(default)]
    pub pack: Option<PathBuf>,
    /// The lesson of the pack that plays while nobody is there; the first if left out.
    #[serde(default)]
    pub attract: Option<String>,
    #[serde(default = "language")]
    pub language: Locale,
    /// Seconds without a touch after which the kiosk asks whether somebody is there.
    #[serde(default = "idle")]
    pub idle_seconds: u32,
    /// Seconds that it then waits for an answer.
    #[serde(default = "countdown")]
    pub countdown_seconds: u32,
    /// Seconds that each scene of the lesson is shown.
    #[serde(default = "scene")]
    pub scene_seconds: u32,
    /// Whether it counts how often what is opened, day by day, and nothing of by whom.
    #[serde(default)]
    pub counts: bool,
    /// The folder for the log and the counts; that of this file if left out.
    #[serde(default)]
    pub folder: Option<PathBuf>,
}

fn language() -> Locale {
    Locale::Kazakh
}

fn idle() -> u32 {
    60
}

fn countdown() -> u32 {
    15
}

fn scene() -> u32 {
    12
}

/// A kiosk.ron is no larger, bytes.
const LARGEST: u64 = 64 << 10;

impl Config {
    /// Reads `kiosk.ron`. Paths in it are taken from the folder that it lies in.
    ///
    /// # Errors
    /// Everything that is wrong with it, with its place; then no kiosk starts.
    pub fn read(path: &Path) -> Result<Config, Vec<Diagnostic>> {
        let name = path.to_string_lossy().into_owned();
        let failed = |fault| vec![Diagnostic::of_file(name.clone(), fault)];
        let size = std::fs::metadata(path).map_or(0, |file| file.len());
        if size > LARGEST {
            let limit = LARGEST;
            return Err(failed(Fault::TooLarge { size, limit }));
        }
        let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => failed(Fault::NotFound),
            _ => {
                let reason = error.to_string();
                failed(Fault::Unreadable { reason })
            }
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut config = Config::parse(&name, text)?;
        config.pack = config.pack.map(|pack| folder.join(pack));
        config.folder = Some(match config.folder {
            Some(own) => folder.join(own),
            None => folder.to_owned(),
        });
        Ok(config)
    }

    /// The same from a text; `name` is that of the file in messages.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn parse(name: &str, text: String) -> Result<Config, Vec<Diagnostic>> {
        let file = SourceText::new(name, text);
        let mut diagnostics = Vec::new();
        let config: Option<Config> = read_value(&file, &mut diagnostics);
        let Some(config) = config else {
            return Err(diagnostics);
        };
        for (field, value, least, most) in [
            ("idle_seconds", config.idle_seconds, 5, 3_600),
            ("countdown_seconds", config.countdown_seconds, 5, 600),
            ("scene_seconds", config.scene_seconds, 2, 600),
        ] {
            if !(least..=most).contains(&value) {
                let offset = file.text.find(field).unwrap_or(0);
                let (least, most) = (f64::from(least), f64::from(most));
                let fault = Fault::OutOfRange { field, least, most };
                diagnostics.push(file.diagnostic(offset, fault));
            }
        }
        if diagnostics.is_empty() {
            Ok(config)
        } else {
            Err(diagnostics)
        }
    }
}
