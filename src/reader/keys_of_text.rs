//! The commands that have their keys only while the keyboard is in the text of the article:
//! there Shift with the arrows selects, as in every text; elsewhere it steps through days.

use super::catalogue::{Listing, listing};
use super::command::{ArticleCommand, Command};
use super::shortcut::{Key, Shortcut};
use super::stride::Stride;

fn extend(stride: Stride, is_forward: bool) -> Command {
    Command::Article(ArticleCommand::ExtendSelection { stride, is_forward })
}

/// While the keyboard is in the text.
pub const TEXT_KEYS: &[Listing] = &[
    listing(
        "command-select-letter-right",
        Shortcut::shift(Key::Right),
        || extend(Stride::Letter, true),
    ),
    listing(
        "command-select-letter-left",
        Shortcut::shift(Key::Left),
        || extend(Stride::Letter, false),
    ),
    listing(
        "command-select-word-right",
        Shortcut::ctrl(Key::Right).and_shift(),
        || extend(Stride::Word, true),
    ),
    listing(
        "command-select-word-left",
        Shortcut::ctrl(Key::Left).and_shift(),
        || extend(Stride::Word, false),
    ),
    listing("command-select-to-end", Shortcut::shift(Key::End), || {
        extend(Stride::Edge, true)
    }),
    listing(
        "command-select-to-start",
        Shortcut::shift(Key::Home),
        || extend(Stride::Edge, false),
    ),
];

/// The command that a key has in the text alone.
pub fn text_command_for(shortcut: Shortcut) -> Option<Command> {
    TEXT_KEYS
        .iter()
        .find(|listing| listing.shortcut == shortcut)
        .map(Listing::command)
}
