//! What lies over the panes: settings, the keys, the faults of a pack, and what the
//! program is.

use super::controls::{self, Look};
use super::icons::Icon;
use super::settings_page;
use super::theme::{size, text};
use super::view::View;
use crate::pack::{Diagnostic, Severity};
use crate::reader::{
    CATALOGUE, Command, Dialog, LESSON_KEYS, Listing, STAGE_KEYS, TEXT_KEYS, ViewCommand,
};
use egui::{CornerRadius, Frame, Id, Margin, Modal, RichText, Role, ScrollArea, Sense, Ui, vec2};

/// A pack that could not be opened, or opened with warnings.
pub struct Faults {
    /// The path, as the person gave it.
    pub name: String,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the pack is open all the same, without what is wrong.
    pub is_open: bool,
}

/// What the dialogs keep from one frame to the next; never saved.
#[derive(Default)]
pub struct DialogScratch {
    /// What was typed to find a command by.
    filter: String,
    open: Option<Dialog>,
    /// What the keyboard was on before the dialog opened.
    before: Option<Id>,
    takes_focus: bool,
    settings: settings_page::SettingsScratch,
}

impl DialogScratch {
    /// Sends the keyboard into a dialog that opens, and back when it closes.
    fn follow(&mut self, ui: &Ui, dialog: Option<Dialog>) {
        if self.open == dialog {
            return;
        }
        if self.open.is_none() {
            self.before = ui.memory(egui::Memory::focused);
        }
        if dialog.is_none() {
            self.filter.clear();
            if let Some(id) = self.before.take() {
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        }
        self.takes_focus = dialog.is_some();
        self.open = dialog;
    }
}

/// Widest that a dialog is.
const WIDEST: f32 = 760.0;

/// Shows the dialog that is open, if one is.
pub fn show(
    ui: &Ui,
    view: &View<'_>,
    scratch: &mut DialogScratch,
    faults: Option<&Faults>,
) -> Vec<Command> {
    scratch.follow(ui, view.state.dialog);
    let Some(dialog) = view.state.dialog else {
        return Vec::new();
    };
    let takes_focus = std::mem::take(&mut scratch.takes_focus);
    let mut commands = Vec::new();
    let window = ui.ctx().content_rect().size();
    let margin = if window.x < size::FORM { 12.0 } else { 24.0 };
    let frame = Frame::new()
        .fill(view.theme.panel)
        .stroke(view.theme.hairline())
        .corner_radius(CornerRadius::same(size::RADIUS_CARD))
        .shadow(view.theme.card_shadow())
        .inner_margin(Margin::same(margin as i8));
    let modal = Modal::new(Id::unique("dialog"))
        .frame(frame)
        .show(ui.ctx(), |ui| {
            ui.set_width((window.x - 2.0 * margin - 16.0).min(WIDEST));
            ui.set_max_height(window.y - 2.0 * margin - 16.0);
            let name = title_of(view, dialog, faults);
            if head(ui, view, name, takes_focus) {
                commands.push(Command::View(ViewCommand::Dismiss));
            }
            let room = (window.y - 2.0 * margin - size::TOUCH - 32.0).max(80.0);
            if dialog == Dialog::Help {
                filter(ui, view, &mut scratch.filter);
            }
            ScrollArea::vertical()
                .id_salt(dialog)
                .max_height(if dialog == Dialog::Help {
                    room - size::TOUCH - 8.0
                } else {
                    room
                })
                .auto_shrink([false, true])
                .show(ui, |ui| match dialog {
                    Dialog::Help => help(ui, view, &scratch.filter),
                    Dialog::About => about(ui, view),
                    Dialog::Diagnostics => diagnostics(ui, view, faults),
                    Dialog::Settings => {
                        commands.extend(settings_page::show(ui, view, &mut scratch.settings));
                    }
                });
        });
    if modal.should_close() {
        commands.push(Command::View(ViewCommand::Dismiss));
    }
    commands
}

fn title_of<'a>(view: &View<'a>, dialog: Dialog, faults: Option<&Faults>) -> &'a str {
    view.words.get(match dialog {
        Dialog::Diagnostics if faults.is_some_and(|faults| faults.is_open) => "faults-left-out",
        Dialog::Help => "command-help",
        Dialog::About => "app-name",
        Dialog::Diagnostics => "faults-title",
        Dialog::Settings => "command-settings",
    })
}

/// The title, and the cross that closes; says whether that was pressed.
fn head(ui: &mut Ui, view: &View<'_>, words: &str, takes_focus: bool) -> bool {
    let is_closed = ui
        .horizontal(|ui| {
            let title = ui.label(
                RichText::new(words)
                    .font(text::serif_bold(text::TITLE))
                    .color(view.theme.ink),
            );
            let id = Id::unique(("dialog", "title"));
            let title = ui.interact(title.rect, id, Sense::focusable_noninteractive());
            controls::name(&title, Role::Heading, words);
            if takes_focus {
                title.request_focus();
            }
            ui.add_space((ui.available_width() - size::CONTROL).max(0.0));
            let label = view.words.get("dialog-close");
            controls::sign_button(ui, view.theme, Look::Quiet, Icon::Close, label).clicked()
        })
        .inner;
    ui.add_space(8.0);
    is_closed
}

fn filter(ui: &mut Ui, view: &View<'_>, typed: &mut String) {
    let field = egui::TextEdit::singleline(typed)
        .hint_text(view.words.get("help-filter"))
        .font(text::sans(text::BODY))
        .margin(Margin::symmetric(12, 9))
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    let label = view.words.get("help-filter");
    response
        .ctx
        .accesskit_node_builder(response.id, |node| node.set_label(label));
    ui.add_space(4.0);
}

/// The groups of commands, in the order of the page.
const GROUPS: [&str; 8] = [
    "help-go",
    "help-article",
    "help-timeline",
    "help-map",
    "help-cards",
    "help-view",
    "help-lesson",
    "help-stage",
];

/// Every command, its key and what it does; those that hold what was typed.
fn help(ui: &mut Ui, view: &View<'_>, typed: &str) {
    let typed = typed.trim().to_lowercase();
    for group in GROUPS {
        let is_wanted = |listing: &&Listing| {
            let name = view.words.get(listing.message);
            let about = view.words.attribute(listing.message, "about", &[]);
            let hay = format!("{name} {about} {}", listing.shortcut).to_lowercase();
            group_of(listing) == group && hay.contains(&typed)
        };
        let mut listings = CATALOGUE
            .iter()
            .chain(TEXT_KEYS)
            .chain(LESSON_KEYS)
            .chain(STAGE_KEYS)
            .filter(is_wanted)
            .peekable();
        if listings.peek().is_none() {
            continue;
        }
        let words = view.words.get(group);
        ui.add_space(8.0);
        let title = ui.label(
            RichText::new(words)
                .font(text::sans_bold(text::BODY))
                .color(view.theme.ink),
        );
        controls::name(&title, Role::Heading, words);
        for listing in listings {
            command(ui, view, listing);
        }
    }
}

/// Which group a command stands in: the room that it belongs to.
fn group_of(listing: &Listing) -> &'static str {
    match listing.command() {
        Command::Go(_) | Command::Search(_) | Command::Glossary(_) => "help-go",
        Command::Article(_) | Command::Reading(_) => "help-article",
        Command::Timeline(_) => "help-timeline",
        Command::Map(_) => "help-map",
        Command::Card(_) => "help-cards",
        Command::View(_) => "help-view",
        Command::Lesson(_) => "help-lesson",
        Command::Stage(_) => "help-stage",
    }
}

fn command(ui: &mut Ui, view: &View<'_>, listing: &Listing) {
    /// Room for the longest key.
    const KEY: f32 = 132.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 0.0);
        ui.allocate_ui(vec2(KEY, 18.0), |ui| {
            ui.set_width(KEY);
            let key = RichText::new(listing.shortcut.to_string());
            ui.label(
                key.font(text::sans_bold(text::SMALL))
                    .color(view.theme.accent),
            );
        });
        ui.vertical(|ui| {
            let name = RichText::new(view.words.get(listing.message));
            ui.label(name.font(text::sans_medium(text::BODY)));
            let about = view.words.attribute(listing.message, "about", &[]);
            let about = RichText::new(about).font(text::sans(text::SMALL));
            ui.label(about.color(view.theme.muted));
        });
    });
}

fn about(ui: &mut Ui, view: &View<'_>) {
    let manifest = &view.edition.pack().manifest;
    let values = [
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("pack", view.text(&manifest.title).into_owned()),
        ("pack_version", manifest.version.clone()),
        ("licence", manifest.licence.clone()),
        ("authors", manifest.authors.join(", ")),
    ];
    let words = RichText::new(view.words.with("about-text", &values));
    ui.label(words.font(text::serif(text::GLOSS)).color(view.theme.ink));
    ui.add_space(8.0);
}

/// What is wrong with the pack, place by place. A pack that does not open leaves the one
/// that was open.
fn diagnostics(ui: &mut Ui, view: &View<'_>, faults: Option<&Faults>) {
    let Some(faults) = faults else { return };
    let (ink, muted) = (view.theme.ink, view.theme.muted);
    let medium = text::sans_medium(text::BODY);
    ui.label(RichText::new(&faults.name).font(medium).color(muted));
    let count = view.words.count("faults-count", faults.diagnostics.len());
    ui.label(RichText::new(count).font(text::sans(text::BODY)).color(ink));
    if !faults.is_open {
        let kept = RichText::new(view.words.get("faults-kept"));
        ui.label(kept.font(text::sans(text::SMALL)).color(muted));
    }
    ui.add_space(6.0);
    // A thousand faults help nobody more than the first hundred.
    for diagnostic in faults.diagnostics.iter().take(100) {
        let colour = match diagnostic.severity() {
            Severity::Error | Severity::Omission => view.theme.ring,
            Severity::Warning => muted,
        };
        let place = RichText::new(diagnostic.place());
        ui.label(place.font(text::sans_bold(text::SMALL)).color(colour));
        let message = RichText::new(diagnostic.message(view.words));
        ui.label(message.font(text::sans(text::BODY)).color(ink));
        let fix = RichText::new(diagnostic.fix(view.words));
        ui.label(fix.font(text::sans(text::SMALL)).color(muted));
        ui.add_space(8.0);
    }
}
