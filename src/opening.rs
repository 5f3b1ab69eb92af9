//! Packs are chosen and read beside the window: no dialog and no disk holds up a frame.

use crate::bundled;
use crate::edition::Volume;
use crate::pack::{self, Diagnostic};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// What came of opening.
pub enum Opened {
    Pack {
        /// `None` for the bundled pack.
        path: Option<PathBuf>,
        volume: Arc<Volume>,
    },
    Faulty {
        path: PathBuf,
        diagnostics: Vec<Diagnostic>,
    },
}

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

    /// Reads the pack at a path.
    pub fn open(&self, path: PathBuf) {
        self.work(move |_| Some(Message::Opened(read(&path))));
    }

    pub fn open_bundled(&self) {
        self.work(|_| {
            let volume = Arc::new(Volume::new(bundled::pack()));
            Some(Message::Opened(Opened::Pack { path: None, volume }))
        });
    }

    /// Asks for a folder, in the system's own dialog; a second one is never opened.
    pub fn choose_folder(&mut self) {
        self.choose(rfd::AsyncFileDialog::new().pick_folder());
    }

    /// Asks for a zip archive.
    pub fn choose_archive(&mut self) {
        self.choose(
            rfd::AsyncFileDialog::new()
                .add_filter("zip", &["zip"])
                .pick_file(),
        );
    }

    fn choose(&mut self, dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) {
        if std::mem::replace(&mut self.has_dialog, true) {
            return;
        }
        self.work(move |send| {
            let chosen = pollster::block_on(dialog);
            send(Message::DialogClosed);
            chosen.map(|file| Message::Opened(read(file.path())))
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

fn read(path: &Path) -> Opened {
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
            volume: Arc::new(Volume::new(pack)),
        },
        None => faulty(reading.diagnostics),
    }
}
