//! Languages, looks, panes and what lies over them.

use crate::edition::Edition;
use crate::language::Locale;
use crate::reader::command::{CardCommand, Effect, ViewCommand};
use crate::reader::settings::{Pane, Settings};
use crate::reader::state::State;

impl State {
    pub(super) fn view(&mut self, edition: &Edition, command: ViewCommand) -> Option<Effect> {
        match command {
            ViewCommand::SetLocale(locale) => self.set_locale(locale),
            ViewCommand::NextLocale => {
                let at = Locale::ALL
                    .iter()
                    .position(|&l| l == self.settings.locale)
                    .unwrap_or(0);
                self.set_locale(Locale::ALL[(at + 1) % Locale::ALL.len()]);
            }
            ViewCommand::SetTheme(theme) => self.settings.theme = theme,
            ViewCommand::SetLinkDensity(density) => self.settings.link_density = density,
            ViewCommand::NextLinkDensity => {
                self.settings.link_density = self.settings.link_density.next();
            }
            ViewCommand::NextTheme => self.settings.theme = self.settings.theme.next(),
            ViewCommand::SetDateOrder(order) => self.settings.date_order = order,
            ViewCommand::NextDateOrder => {
                self.settings.date_order = self.settings.date_order.next();
            }
            ViewCommand::SetInterfaceScale(scale) => self.set_scale(scale),
            ViewCommand::LargerInterface => {
                self.set_scale(self.settings.interface_scale + Settings::SCALE_STEP);
            }
            ViewCommand::SmallerInterface => {
                self.set_scale(self.settings.interface_scale - Settings::SCALE_STEP);
            }
            ViewCommand::DefaultInterface => self.set_scale(1.0),
            ViewCommand::ToggleReducedMotion => {
                self.settings.reduces_motion = !self.settings.reduces_motion;
            }
            ViewCommand::RestoreSettings => {
                self.settings = Settings {
                    locale: self.settings.locale,
                    learned: self.settings.learned,
                    ..Settings::default()
                };
                self.jumps += 1;
            }
            ViewCommand::ToggleLock(pane) => self.toggle_lock(edition, pane),
            ViewCommand::ShowPane(pane) => {
                self.front = pane;
                self.turns += 1;
                self.glossary.is_open = false;
            }
            ViewCommand::NextPane => self.turn(true),
            ViewCommand::PreviousPane => self.turn(false),
            ViewCommand::Show(dialog) => self.dialog = Some(dialog),
            ViewCommand::Dismiss => self.dismiss(edition),
            ViewCommand::ToggleFullScreen => {
                self.is_full_screen = !self.is_full_screen;
                return Some(Effect::SetFullScreen(self.is_full_screen));
            }
            ViewCommand::SetArticleShare(share) => {
                if self.settings.is_paired() {
                    self.settings.paired_share = share;
                } else {
                    self.settings.article_share = share;
                }
                self.settings = self.settings.clone().mended();
            }
            ViewCommand::SetMapShare(share) => {
                self.settings.map_share = share;
                self.settings = self.settings.clone().mended();
            }
        }
        None
    }

    fn set_locale(&mut self, locale: Locale) {
        self.settings.locale = locale;
        self.found = None;
        self.drift(|address| address.locale = locale);
        // Its places are places of a text in the language before.
        self.selection = None;
        self.settings.companion = self.settings.companion.filter(|&other| other != locale);
    }

    fn set_scale(&mut self, scale: f32) {
        self.settings.interface_scale = scale;
        self.settings = self.settings.clone().mended();
        self.jumps += 1;
    }

    /// Sends the keyboard to the next pane, the last of which is the open card.
    fn turn(&mut self, is_forward: bool) {
        let panes = if self.focus().is_some() {
            &Pane::ALL[..]
        } else {
            &Pane::ALL[..3]
        };
        let at = panes.iter().position(|pane| *pane == self.front);
        let count = panes.len();
        self.front = match (at, is_forward) {
            (None, _) => panes[0],
            (Some(at), true) => panes[(at + 1) % count],
            (Some(at), false) => panes[(at + count - 1) % count],
        };
        self.turns += 1;
    }

    fn toggle_lock(&mut self, edition: &Edition, pane: Pane) {
        match pane {
            Pane::Article => self.locks.article = !self.locks.article,
            Pane::Timeline => self.locks.timeline = !self.locks.timeline,
            Pane::Map => {
                let day = self.day(&edition.volume);
                self.locks.map = if self.locks.map.is_none() {
                    Some(day)
                } else {
                    None
                };
            }
            Pane::Card => self.card(edition, CardCommand::TogglePin),
        }
    }

    /// Esc takes away what lies on top: a dialog, the search list, the card, the glossary,
    /// then the marks of a find and the held days.
    fn dismiss(&mut self, edition: &Edition) {
        if self.dialog.take().is_some() {
            return;
        }
        if self.figure.take().is_some() {
            return;
        }
        if self.inquiry.is_open {
            self.inquiry.is_open = false;
        } else if self.focus().is_some() {
            self.card(edition, CardCommand::Close);
        } else if self.glossary.is_open {
            self.glossary.is_open = false;
        } else if self.found.take().is_some() {
            // The marks are gone.
        } else if self.held.is_some() {
            self.held = None;
        } else if self.find.take().is_none() {
            self.selection = None;
        }
    }
}
