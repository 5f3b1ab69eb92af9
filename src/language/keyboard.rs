//! Text typed while the keyboard was switched to another language: «fkfijhlf» is
//! «алашорда», «rt4tc» is «кеңес», «ке4ес» is «кеңес» too.
//!
//! The keys are those of the Windows layouts for English (US), Russian and Kazakh, where
//! the digit row of the Kazakh one holds letters.

/// The keys without Shift, in one order for all layouts.
const ENGLISH: &str = "`1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./";
const RUSSIAN: &str = "ё1234567890-=йцукенгшщзхъфывапролджэячсмитьбю.";
const KAZAKH: &str = "(\"әіңғ,.үұқөһйцукенгшщзхъфывапролджэячсмитьбю№";

/// With Shift; letters only differ in size and are found by their small ones.
const ENGLISH_SHIFT: &str = "~!@#$%^&*()_+{}:\"<>?";
const RUSSIAN_SHIFT: &str = "ё!\"№;%:?*()_+хъжэбю,";
const KAZAKH_SHIFT: &str = ")!әіңғ;:үұқөһхъжэбю?";

/// Pairs of what was typed and what was meant, most likely first.
const SLIPS: [(&str, &str, &str, &str); 6] = [
    (ENGLISH, ENGLISH_SHIFT, KAZAKH, KAZAKH_SHIFT),
    (ENGLISH, ENGLISH_SHIFT, RUSSIAN, RUSSIAN_SHIFT),
    (RUSSIAN, RUSSIAN_SHIFT, KAZAKH, KAZAKH_SHIFT),
    (RUSSIAN, RUSSIAN_SHIFT, ENGLISH, ENGLISH_SHIFT),
    (KAZAKH, KAZAKH_SHIFT, ENGLISH, ENGLISH_SHIFT),
    (KAZAKH, KAZAKH_SHIFT, RUSSIAN, RUSSIAN_SHIFT),
];

/// What a line can have been meant to say, in small letters, if the keyboard was switched
/// to another layout than the writer thought; without the line as it is.
pub fn meant(typed: &str) -> Vec<String> {
    let typed = typed.to_lowercase();
    let mut readings: Vec<String> = Vec::new();
    for (from, from_shift, to, to_shift) in SLIPS {
        let reading: Option<String> = typed
            .chars()
            .map(|sign| {
                let is_same_everywhere = sign.is_whitespace();
                let swapped = swap(from, to, sign).or_else(|| swap(from_shift, to_shift, sign));
                swapped.or(is_same_everywhere.then_some(sign))
            })
            .collect();
        // A line with a sign that the layout lacks was not typed on it.
        readings.extend(reading.filter(|reading| *reading != typed && has_letters(reading)));
    }
    let mut seen = Vec::new();
    readings.retain(|reading| {
        let is_new = !seen.contains(reading);
        seen.push(reading.clone());
        is_new
    });
    readings
}

fn swap(from: &str, to: &str, sign: char) -> Option<char> {
    let at = from.chars().position(|other| other == sign)?;
    to.chars().nth(at)
}

fn has_letters(line: &str) -> bool {
    line.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_keys_are_of_one_length() {
        for (from, from_shift, to, to_shift) in SLIPS {
            assert_eq!(from.chars().count(), to.chars().count());
            assert_eq!(from_shift.chars().count(), to_shift.chars().count());
        }
    }

    #[test]
    fn what_was_meant_is_among_the_readings() {
        for (typed, meant_word) in [
            ("fkfijhlf", "алашорда"),
            ("rt4tc", "кеңес"),
            ("RT4TC", "кеңес"),
            ("ке4ес", "кеңес"),
            ("0fpf0", "қазақ"),
            ("vtlbwbyf", "медицина"),
            (";tn3ce", "жетісу"),
            (",-rtq[fy", "бөкейхан"),
            ("{fks0", "халық"),
            ("ыщмшуе", "soviet"),
            ("ф дфыр", "a lash"),
            ("\"ұ\".", "1917"),
            ("hbc", "рис"),
            ("rfpf[ cjdtn", "казах совет"),
        ] {
            let readings = meant(typed);
            assert!(
                readings.iter().any(|reading| reading == meant_word),
                "{typed}: {readings:?}"
            );
        }
    }

    #[test]
    fn the_line_itself_is_no_reading() {
        for line in ["алашорда", "soviet", "1917", "", "  ", "🙂", "кеңес"] {
            assert!(!meant(line).contains(&line.to_owned()), "{line}");
        }
    }
}
