//! Words that are kept on one line: initials and a surname, a number and its unit, a dash
//! and the word before it.

use super::Language;
use super::dates::month_name;
use super::latin::to_latin;

/// What stands for a number's unit, or is counted, by language.
fn units(language: Language) -> &'static [&'static str] {
    match language {
        Language::Kazakh => &[
            "ж",
            "жж",
            "ғ",
            "ғғ",
            "қ",
            "млн",
            "млрд",
            "мың",
            "км",
            "м",
            "кг",
            "т",
            "га",
            "теңге",
            "сом",
            "жыл",
            "бет",
            "б",
            "бап",
            "бөлім",
            "тарау",
        ],
        Language::Russian => &[
            "г", "гг", "в", "вв", "год", "года", "году", "лет", "млн", "млрд", "тыс", "км", "м",
            "кг", "т", "га", "руб", "чел", "век", "века",
        ],
        Language::English => &[
            "million", "thousand", "km", "m", "kg", "ha", "BC", "AD", "p", "pp",
        ],
    }
}

/// What stands before a number.
const COUNTERS: &[&str] = &[
    "№", "§", "no.", "No.", "p.", "pp.", "с.", "стр.", "т.", "гл.", "ст.", "б.", "ок.", "c.",
];

/// Short words that never end a line.
fn leaning_forward(language: Language) -> &'static [&'static str] {
    match language {
        Language::Kazakh => &[],
        Language::Russian => &[
            "в", "к", "с", "о", "у", "и", "а", "я", "во", "ко", "со", "об", "не", "ни",
        ],
        Language::English => &["a", "I"],
    }
}

/// Short words that never begin a line.
fn leaning_back(language: Language) -> &'static [&'static str] {
    match language {
        Language::Kazakh => &["т.б.", "т.с.с."],
        Language::Russian => &[
            "же", "ли", "бы", "ж", "б", "ль", "д.", "п.", "е.", "др.", "пр.",
        ],
        Language::English => &["etc."],
    }
}

/// Whether no line may end at the space between two words, each with the punctuation that
/// is written to it.
pub fn keeps(before: &str, after: &str, language: Language) -> bool {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_dash = |word: &str| matches!(word, "–" | "—" | "-" | "−");
    if is_dash(after) {
        return true;
    }
    if is_initial(before) && (is_initial(after) || starts_capital(after)) {
        return true;
    }
    if COUNTERS.contains(&before) && starts_digit(after) {
        return true;
    }
    if is_number(before) && !ends_clause(before) {
        let unit = bare(after);
        let is_month = (1..=12).any(|month| is_form_of(&unit, month_name(month, language)));
        if is_month || after.starts_with('%') || is_unit(&unit, language) {
            return true;
        }
    }
    // «June 11»: only English puts the month before its day.
    let is_english = language == Language::English;
    if is_english && starts_digit(after) && is_english_month(before) {
        return true;
    }
    leaning_back(language).contains(&after.trim_end_matches([',', ';', ')', '»']))
        || leaning_forward(language).iter().any(|word| {
            before
                .trim_start_matches(['(', '«', '„', '“'])
                .to_lowercase()
                == word.to_lowercase()
        })
}

/// Whether a word is a unit, in either alphabet.
fn is_unit(word: &str, language: Language) -> bool {
    let is_kazakh = language == Language::Kazakh;
    units(language)
        .iter()
        .any(|&unit| unit == word || (is_kazakh && to_latin(unit) == word))
}

fn is_english_month(word: &str) -> bool {
    (1..=12).any(|month| word == month_name(month, Language::English))
}

/// A capital letter with a stop: the «Ә.» of a name. Also «Ж.-К.».
fn is_initial(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '«', '„', '“', '[']);
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next() == Some('.')
        && word.chars().count() <= 5
        && word.ends_with('.')
}

fn starts_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn starts_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_number(word: &str) -> bool {
    word.trim_matches(['(', ')', '«', '[', ']'])
        .chars()
        .all(|c| c.is_ascii_digit() || "–,.IVXLC-".contains(c))
        && word.contains(|c: char| c.is_ascii_digit() || "IVXLC".contains(c))
}

fn ends_clause(word: &str) -> bool {
    word.ends_with([',', ';', ':'])
}

/// A month with any ending, in either alphabet: «наурызда», «июня» for «июнь».
fn is_form_of(word: &str, month: &str) -> bool {
    let word = word.to_lowercase();
    let month = month.to_lowercase();
    if month == "май" {
        return matches!(word.as_str(), "май" | "мая" | "мае" | "маю" | "маем");
    }
    let stem = month.strip_suffix(['ь', 'й']).unwrap_or(&month);
    let is_near = word.chars().count() <= month.chars().count() + 6;
    is_near && (word.starts_with(stem) || word.starts_with(&to_latin(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Kazakh, Russian};

    #[test]
    fn what_belongs_together_stays_together() {
        for (before, after, language) in [
            ("А.", "Бөкейханов", Kazakh),
            ("Ә.", "Н.", Kazakh),
            ("1917", "ж.", Kazakh),
            ("1917", "г.", Russian),
            ("4", "наурызда", Kazakh),
            ("11", "июня", Russian),
            ("№", "5", Kazakh),
            ("Алаш", "–", Kazakh),
            ("және", "т.б.", Kazakh),
            ("т.", "д.,", Russian),
            ("в", "городе", Russian),
            ("сказал", "же", Russian),
            ("June", "11,", English),
            ("11", "June", English),
            ("25", "%", Russian),
            ("(15)", "наурызда", Kazakh),
            ("XX", "в.", Russian),
            ("12", "million", English),
        ] {
            assert!(keeps(before, after, language), "{before} {after}");
        }
    }

    #[test]
    fn everything_else_may_part() {
        for (before, after, language) in [
            ("–", "партия", Kazakh),
            ("қала", "1917", Kazakh),
            ("жылы", "наурызда", Kazakh),
            ("1917,", "май", Russian),
            ("город", "и", Russian),
            ("Орда.", "Алаш", Kazakh),
            ("in", "1917", English),
        ] {
            assert!(!keeps(before, after, language), "{before} {after}");
        }
    }
}
