//! What a visitor of a museum may do. Everything else is refused: a command that somebody
//! adds tomorrow too, until it is written down here.

use super::command::{
    ArticleCommand, CardCommand, Command, GlossaryCommand, GoCommand, MapCommand, ReadingCommand,
    SearchCommand, TimelineCommand, ViewCommand,
};

/// Whether a command is carried out in a kiosk.
pub fn is_for_visitors(command: &Command) -> bool {
    match command {
        Command::Go(command) => {
            matches!(
                command,
                GoCommand::Back | GoCommand::Forward | GoCommand::To(_)
            )
        }
        Command::Article(command) => matches!(
            command,
            ArticleCommand::Read(_)
                | ArticleCommand::ReadOpening
                | ArticleCommand::Show(_)
                | ArticleCommand::NextSection
                | ArticleCommand::PreviousSection
                | ArticleCommand::Beginning
                | ArticleCommand::End
                | ArticleCommand::Select(_)
                | ArticleCommand::ExtendSelection { .. }
                | ArticleCommand::OpenFind
                | ArticleCommand::CloseFind
                | ArticleCommand::Find(_)
                | ArticleCommand::FindStep { .. }
                | ArticleCommand::ShowFigure(_)
        ),
        Command::Reading(command) => matches!(
            command,
            ReadingCommand::Resize(_)
                | ReadingCommand::DefaultSize
                | ReadingCommand::SetCompanion(_)
                | ReadingCommand::NextCompanion
        ),
        Command::Timeline(command) => matches!(
            command,
            TimelineCommand::SetDay(_)
                | TimelineCommand::Step(..)
                | TimelineCommand::Zoom { .. }
                | TimelineCommand::Pan(_)
                | TimelineCommand::Show(_)
                | TimelineCommand::ShowAll
                | TimelineCommand::ZoomIn
                | TimelineCommand::ZoomOut
                | TimelineCommand::Hold(_)
                | TimelineCommand::TogglePlay
                | TimelineCommand::HoldShown
                | TimelineCommand::SetSpeed(_)
                | TimelineCommand::NextSpeed
                | TimelineCommand::ToggleRests
                | TimelineCommand::PlayOn(_)
        ),
        Command::Map(command) => matches!(
            command,
            MapCommand::SetView(_)
                | MapCommand::ZoomIn
                | MapCommand::ZoomOut
                | MapCommand::Fit
                | MapCommand::ToggleLayer(_)
                | MapCommand::ToggleLegend
        ),
        Command::Card(command) => matches!(
            command,
            CardCommand::Open(_)
                | CardCommand::Close
                | CardCommand::Back
                | CardCommand::Forward
                | CardCommand::ToggleComparing
                | CardCommand::TogglePin
                | CardCommand::Unpin(_)
                | CardCommand::ShowOnTimeline
                | CardCommand::ShowOnMap
                | CardCommand::ShowInText
        ),
        Command::View(command) => matches!(
            command,
            ViewCommand::SetLocale(_)
                | ViewCommand::NextLocale
                | ViewCommand::SetTheme(_)
                | ViewCommand::NextTheme
                | ViewCommand::ToggleLock(_)
                | ViewCommand::ShowPane(_)
                | ViewCommand::Dismiss
        ),
        Command::Search(command) => matches!(
            command,
            SearchCommand::Open
                | SearchCommand::Ask(_)
                | SearchCommand::Limit(_)
                | SearchCommand::ToggleDays
                | SearchCommand::Close
                | SearchCommand::Show(_)
        ),
        Command::Glossary(command) => matches!(
            command,
            GlossaryCommand::Toggle
                | GlossaryCommand::Filter(_)
                | GlossaryCommand::Limit(_)
                | GlossaryCommand::ToggleDays
                | GlossaryCommand::Close
        ),
        Command::Lesson(_) | Command::Stage(_) => false,
    }
}
