//! Keys, as data: what the help page prints and the window listens for.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter or digit, in capitals.
    Char(char),
    Plus,
    Minus,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Escape,
    Space,
    Enter,
    Delete,
    Function(u8),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// The platform's command key: Ctrl, or ⌘ on a Mac.
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
    pub key: Key,
}

impl Shortcut {
    pub const fn plain(key: Key) -> Shortcut {
        Shortcut {
            ctrl: false,
            alt: false,
            shift: false,
            key,
        }
    }

    pub const fn ctrl(key: Key) -> Shortcut {
        Shortcut {
            ctrl: true,
            ..Shortcut::plain(key)
        }
    }

    pub const fn alt(key: Key) -> Shortcut {
        Shortcut {
            alt: true,
            ..Shortcut::plain(key)
        }
    }

    pub const fn shift(key: Key) -> Shortcut {
        Shortcut {
            shift: true,
            ..Shortcut::plain(key)
        }
    }

    pub const fn and_shift(self) -> Shortcut {
        Shortcut {
            shift: true,
            ..self
        }
    }
}

impl fmt::Display for Shortcut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl+")?;
        }
        if self.alt {
            f.write_str("Alt+")?;
        }
        if self.shift {
            f.write_str("Shift+")?;
        }
        match self.key {
            Key::Char(letter) => write!(f, "{letter}"),
            Key::Plus => f.write_str("+"),
            Key::Minus => f.write_str("−"),
            Key::Left => f.write_str("Left"),
            Key::Right => f.write_str("Right"),
            Key::Up => f.write_str("Up"),
            Key::Down => f.write_str("Down"),
            Key::Home => f.write_str("Home"),
            Key::End => f.write_str("End"),
            Key::PageUp => f.write_str("PageUp"),
            Key::PageDown => f.write_str("PageDown"),
            Key::Escape => f.write_str("Esc"),
            Key::Space => f.write_str("Space"),
            Key::Enter => f.write_str("Enter"),
            Key::Delete => f.write_str("Delete"),
            Key::Function(number) => write!(f, "F{number}"),
        }
    }
}
