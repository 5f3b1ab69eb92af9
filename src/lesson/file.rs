//! A lesson as the text of a file that a person can read and write.

use crate::language::Language;
use crate::pack::{Lesson, Text};
use std::fmt::{self, Write};

/// The RON of a lesson; reading it gives the lesson again.
pub fn to_ron(lesson: &Lesson) -> String {
    let mut ron = String::new();
    // Writing into a string cannot fail.
    let _ = write(&mut ron, lesson);
    ron
}

fn write(ron: &mut String, lesson: &Lesson) -> fmt::Result {
    writeln!(ron, "(")?;
    writeln!(ron, "    id: {},", quoted(&lesson.id))?;
    text(ron, "    ", "title", &lesson.title)?;
    if let Some(about) = &lesson.about {
        text(ron, "    ", "about", about)?;
    }
    writeln!(ron, "    minutes: {},\n    scenes: [", lesson.minutes)?;
    for scene in &lesson.scenes {
        writeln!(ron, "        (")?;
        writeln!(ron, "            address: {},", quoted(&scene.address))?;
        text(ron, "            ", "title", &scene.title)?;
        for (name, value) in [("note", &scene.note), ("question", &scene.question)] {
            if let Some(value) = value.as_ref().filter(|value| !value.is_empty()) {
                text(ron, "            ", name, value)?;
            }
        }
        writeln!(ron, "        ),")?;
    }
    writeln!(ron, "    ],\n)")
}

fn text(ron: &mut String, indent: &str, name: &str, text: &Text) -> fmt::Result {
    writeln!(ron, "{indent}{name}: (")?;
    for language in Language::ALL {
        if let Some(words) = text.get(language) {
            writeln!(ron, "{indent}    {language}: {},", quoted(words))?;
        }
    }
    writeln!(ron, "{indent}),")
}

/// A string with what RON would take for itself escaped; letters stay letters.
fn quoted(words: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            letter if letter.is_control() => {
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Scene;

    #[test]
    fn what_is_written_is_read_again() {
        let words = |words: &str| Text {
            kk: Some(words.to_owned()),
            en: Some("\"q\" \\ \n\t \u{7}".to_owned()),
            ..Text::default()
        };
        let lesson = Lesson {
            id: "own".into(),
            title: words("Сабақ"),
            about: None,
            minutes: 12,
            scenes: vec![Scene {
                address: "zhylnama:p/kk/one.2?day=1918-06-11".into(),
                title: words("Көрініс"),
                note: Some(words("жазба")),
                question: None,
            }],
        };
        assert_eq!(Lesson::parse("own.ron", to_ron(&lesson)), Ok(lesson));
    }
}
