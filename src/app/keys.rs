//! The keyboard and the side buttons of the mouse, as commands.

use crate::reader::{
    Command, GoCommand, Key, Shortcut, State, command_for, lesson_command_for, stage_command_for,
    text_command_for,
};
use egui::{Event, InputState, PointerButton, Ui};

/// The commands of the keys pressed in this frame: while text is typed, in a menu, a dialog
/// or a list, only those that have no use there; without arrow keys where the thing in
/// focus takes them for itself. In the text Shift with the arrows selects.
pub fn commands(ui: &Ui, state: &State, arrows_are_taken: bool, is_in_text: bool) -> Vec<Command> {
    let is_typing = ui.ctx().text_edit_focused();
    let is_menu_open = egui::Popup::is_any_open(ui.ctx());
    let is_free = |shortcut: &Shortcut| {
        let is_letter_or_arrow = !matches!(shortcut.key, Key::Function(_) | Key::Escape);
        shortcut.ctrl || shortcut.alt || !is_letter_or_arrow
    };
    ui.input(|input| {
        let is_arrow = |key: Key| matches!(key, Key::Left | Key::Right | Key::Up | Key::Down);
        let is_taken = |shortcut: &Shortcut| {
            let is_bare = !shortcut.ctrl && !shortcut.alt && !shortcut.shift;
            arrows_are_taken && is_bare && is_arrow(shortcut.key)
        };
        let keys = pressed(input).filter(|shortcut| match state.dialog {
            _ if is_typing && is_for_typing(*shortcut) => false,
            _ if is_menu_open => shortcut.ctrl || shortcut.alt,
            None if !state.inquiry.is_open => !is_taken(shortcut),
            _ => is_free(shortcut),
        });
        let mut commands: Vec<Command> = keys
            .filter_map(|shortcut| {
                let own = text_command_for(shortcut).filter(|_| is_in_text);
                own.or_else(|| command_of(state)(shortcut))
            })
            .collect();
        if input.pointer.button_clicked(PointerButton::Extra1) {
            commands.push(Command::Go(GoCommand::Back));
        }
        if input.pointer.button_clicked(PointerButton::Extra2) {
            commands.push(Command::Go(GoCommand::Forward));
        }
        commands
    })
}

/// Whether a field for text has a use for a key.
fn is_for_typing(shortcut: Shortcut) -> bool {
    match shortcut.key {
        Key::Function(_) => false,
        Key::Char(letter) if shortcut.ctrl && !shortcut.alt => "ACHUVWXYZ".contains(letter),
        _ => true,
    }
}

/// What keys mean at present: before a class, beside open lessons, or in reading.
fn command_of(state: &State) -> fn(Shortcut) -> Option<Command> {
    if state.stage.is_some() {
        stage_command_for
    } else if state.shows_lessons {
        lesson_command_for
    } else {
        command_for
    }
}

fn pressed(input: &InputState) -> impl Iterator<Item = Shortcut> + '_ {
    input.events.iter().filter_map(|event| match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => {
            let key = key_of(*key)?;
            // Some layouts want Shift for plus: it says nothing there.
            let shift = modifiers.shift && !matches!(key, Key::Plus | Key::Minus);
            Some(Shortcut {
                ctrl: modifiers.command,
                alt: modifiers.alt,
                shift,
                key,
            })
        }
        // egui takes the keys of the clipboard for itself.
        Event::Copy => Some(Shortcut {
            shift: input.modifiers.shift,
            ..Shortcut::ctrl(Key::Char('C'))
        }),
        _ => None,
    })
}

fn key_of(key: egui::Key) -> Option<Key> {
    Some(match key {
        egui::Key::ArrowLeft => Key::Left,
        egui::Key::ArrowRight => Key::Right,
        egui::Key::ArrowUp => Key::Up,
        egui::Key::ArrowDown => Key::Down,
        egui::Key::Home => Key::Home,
        egui::Key::End => Key::End,
        egui::Key::PageUp => Key::PageUp,
        egui::Key::PageDown => Key::PageDown,
        egui::Key::Escape => Key::Escape,
        egui::Key::Space => Key::Space,
        egui::Key::Plus | egui::Key::Equals => Key::Plus,
        egui::Key::Minus => Key::Minus,
        egui::Key::F1 => Key::Function(1),
        egui::Key::F2 => Key::Function(2),
        egui::Key::F3 => Key::Function(3),
        egui::Key::F4 => Key::Function(4),
        egui::Key::Enter => Key::Enter,
        egui::Key::Delete => Key::Delete,
        egui::Key::Period => Key::Char('.'),
        egui::Key::F5 => Key::Function(5),
        egui::Key::Comma => Key::Char(','),
        egui::Key::F6 => Key::Function(6),
        egui::Key::F7 => Key::Function(7),
        egui::Key::F8 => Key::Function(8),
        egui::Key::F11 => Key::Function(11),
        other => {
            let mut letters = other.name().chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) if letter.is_ascii_alphanumeric() => {
                    Key::Char(letter.to_ascii_uppercase())
                }
                _ => return None,
            }
        }
    })
}
