//! How long a change of scene takes before a class, with the bundled pack: the command and
//! the frame that shows the new scene whole, on one core, at 1600×1000.

mod screen;

use screen::Screen;
use std::sync::Arc;
use zhylnama::bundled;
use zhylnama::edition::Volume;
use zhylnama::reader::{Command, StageCommand, Step, TimelineCommand};

fn main() {
    let volume = Arc::new(Volume::new(bundled::pack()));
    for lesson in &volume.pack.lessons {
        let mut screen = Screen::new(volume.clone());
        screen.reader.present(Arc::new(lesson.clone()), 0);
        let last = lesson.scenes.len() - 1;
        screen.measure(&format!("{}: a scene is turned", lesson.id), |n| {
            let round = n % (2 * last);
            let command = if round < last {
                StageCommand::Next
            } else {
                StageCommand::Previous
            };
            Some(Command::Stage(command))
        });
        screen.measure(&format!("{}: the day is dragged", lesson.id), |_| {
            Some(Command::Timeline(TimelineCommand::Step(Step::Day, 1)))
        });
    }
}
