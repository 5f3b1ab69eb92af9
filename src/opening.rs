//! Packs are chosen and read beside the window: no dialog and no disk holds up a frame.

use crate::bundled;
use crate::edition::{Edition, Volume};
use crate::language::Locale;
use crate::lesson;
use crate::pack::{self, Diagnostic, Fault, Lesson, Pack};
use crate::store;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// What came of opening.
pub enum Opened {
    Pack {
        /// `None` for the bundled pack.
        path: Option<PathBuf>,
        /// In the language that was asked for.
        edition: Arc<Edition>,
        /// What the pack was opened without, and other warnings.
        diagnostics: Vec<Diagnostic>,
    },
    Faulty {
        path: PathBuf,
        diagnostics: Vec<Diagnostic>,
    },
    /// A teacher's lesson, and where it lies.
    Lesson(Lesson, PathBuf),
    /// A lesson was written there.
    Saved(Lesson, PathBuf),
    /// A lesson for printing was written into this folder.
    HandedOut(PathBuf),
    /// Something could not be written, and why.
    Failed(String),
}

#[allow(
    clippy::large_enum_variant,
    reason = "one is sent for each pack opened"
)]
enum Message {
    Opened(Opened),
    /// The dialog is gone; nothing was chosen, or a path was, and is being read.
    DialogClosed,
}

/// Reads packs on threads of its own, and tells the window when one is ready.
pub struct Opening {
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    wake: Arc<dyn Fn() + Send + Sync>,
    has_dialog: bool,
}

impl Opening {
    /// `wake` is called from another thread whenever there is something to poll.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Opening {
        let (sender, receiver) = channel();
        Opening {
            sender,
            receiver,
            wake: Arc::new(wake),
            has_dialog: false,
        }
    }

    /// Reads the pack at a path, here and now.
    pub fn read(path: &Path, locale: Locale) -> Opened {
        read(path, locale)
    }

    /// Reads the pack at a path.
    pub fn open(&self, path: PathBuf, locale: Locale) {
        self.work(move |_| Some(Message::Opened(read(&path, locale))));
    }

    pub fn open_bundled(&self, locale: Locale) {
        self.work(move |_| {
            Some(Message::Opened(Opened::Pack {
                path: None,
                edition: ready(bundled::pack(), locale),
                diagnostics: Vec::new(),
            }))
        });
    }

    /// Asks for a folder, in the system's own dialog; a second one is never opened.
    pub fn choose_folder(&mut self, locale: Locale) {
        self.choose(rfd::AsyncFileDialog::new().pick_folder(), locale);
    }

    /// Asks for a zip archive.
    pub fn choose_archive(&mut self, locale: Locale) {
        let dialog = rfd::AsyncFileDialog::new().add_filter("zip", &["zip"]);
        self.choose(dialog.pick_file(), locale);
    }

    /// Asks for a lesson's file and reads it.
    pub fn choose_lesson(&mut self) {
        let dialog = rfd::AsyncFileDialog::new().add_filter("ron", &["ron"]);
        self.ask(dialog.pick_file(), opened_lesson);
    }

    /// Writes a lesson, into a file that is asked for if there is none yet.
    pub fn save_lesson(&mut self, lesson: Lesson, path: Option<PathBuf>) {
        match path {
            Some(path) => self.work(move |_| Some(Message::Opened(write_lesson(lesson, path)))),
            None => {
                let dialog = rfd::AsyncFileDialog::new()
                    .add_filter("ron", &["ron"])
                    .set_file_name(format!("{}.ron", lesson.id));
                self.ask(dialog.save_file(), |path| write_lesson(lesson, path));
            }
        }
    }

    /// Asks for a folder and lets `write` fill it with a handout.
    pub fn hand_out(&mut self, write: impl FnOnce(&Path) -> Result<(), String> + Send + 'static) {
        let dialog = rfd::AsyncFileDialog::new().pick_folder();
        self.ask(dialog, |folder| match write(&folder) {
            Ok(()) => Opened::HandedOut(folder),
            Err(reason) => Opened::Failed(reason),
        });
    }

    fn choose(
        &mut self,
        dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
        locale: Locale,
    ) {
        self.ask(dialog, move |path| read(&path, locale));
    }

    /// Shows a dialog, if none is open, and does something with what was chosen.
    fn ask(
        &mut self,
        dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
        then: impl FnOnce(PathBuf) -> Opened + Send + 'static,
    ) {
        if std::mem::replace(&mut self.has_dialog, true) {
            return;
        }
        self.work(move |send| {
            let chosen = pollster::block_on(dialog);
            send(Message::DialogClosed);
            chosen.map(|file| Message::Opened(then(file.path().to_owned())))
        });
    }

    fn work(&self, job: impl FnOnce(&dyn Fn(Message)) -> Option<Message> + Send + 'static) {
        let (sender, wake) = (self.sender.clone(), self.wake.clone());
        thread::spawn(move || {
            // The window may be gone by now; then nobody wants to know.
            let send = |message| {
                if sender.send(message).is_ok() {
                    wake();
                }
            };
            if let Some(message) = job(&send) {
                send(message);
            }
        });
    }

    /// What has been opened since the last call.
    pub fn poll(&mut self) -> Option<Opened> {
        while let Ok(message) = self.receiver.try_recv() {
            match message {
                Message::DialogClosed => self.has_dialog = false,
                Message::Opened(opened) => return Some(opened),
            }
        }
        None
    }
}

fn ready(pack: Pack, locale: Locale) -> Arc<Edition> {
    Arc::new(Edition::new(Arc::new(Volume::new(pack)), locale))
}

fn read(path: &Path, locale: Locale) -> Opened {
    let faulty = |diagnostics| Opened::Faulty {
        path: path.to_owned(),
        diagnostics,
    };
    let source = match pack::open(path) {
        Ok(source) => source,
        Err(fault) => return faulty(vec![Diagnostic::of_file("", fault)]),
    };
    let reading = pack::read(&*source);
    match reading.pack {
        Some(pack) => Opened::Pack {
            path: Some(path.to_owned()),
            edition: ready(pack, locale),
            diagnostics: reading.diagnostics,
        },
        None => faulty(reading.diagnostics),
    }
}

fn opened_lesson(path: PathBuf) -> Opened {
    match read_lesson(&path) {
        Ok(lesson) => Opened::Lesson(lesson, path),
        Err(diagnostics) => Opened::Faulty { path, diagnostics },
    }
}

/// Reads a lesson's file.
///
/// # Errors
/// Everything that is wrong with it, each with its place.
pub fn read_lesson(path: &Path) -> Result<Lesson, Vec<Diagnostic>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let size = std::fs::metadata(path).map_or(0, |file| file.len());
    let whole = |fault| vec![Diagnostic::of_file(name.clone(), fault)];
    if size > Lesson::FILE_LIMIT {
        let limit = Lesson::FILE_LIMIT;
        return Err(whole(Fault::TooLarge { size, limit }));
    }
    match std::fs::read_to_string(path) {
        Ok(text) => Lesson::parse(&name, text),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(whole(Fault::NotFound)),
        Err(error) => {
            let reason = error.to_string();
            Err(whole(Fault::Unreadable { reason }))
        }
    }
}

fn write_lesson(lesson: Lesson, path: PathBuf) -> Opened {
    match store::write_whole(&path, lesson::to_ron(&lesson).as_bytes()) {
        Ok(()) => Opened::Saved(lesson, path),
        Err(error) => Opened::Failed(format!("{}: {error}", path.display())),
    }
}
