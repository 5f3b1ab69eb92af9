//! Numbers that could be years and are none: what is counted or paid, pages, codes, streets.

use super::grammar::{Parser, Phrase};
use super::items::What;
use super::value::Value;
use crate::language::Language;

/// What people measure and pay in, as words begin; a space ends what is whole.
const UNITS: &[&str] = &[
    "теңге",
    "шақырым",
    "гектар",
    "тенге",
    "рубл",
    "руб ",
    "сом ",
    "доллар",
    "евро",
    "км ",
    "м ",
    "кг ",
    "кв ",
    "экз ",
    "га ",
    "километр",
    "метра ",
    "метров ",
    "метрах ",
    "верст",
    "пуд",
    "тонн",
    "экземпляр",
    "стр ",
    "страниц",
    "беттер",
    "беттен",
    "бет ",
    "бетін",
    "tenge",
    "roubles",
    "rubles",
    "dollars",
    "euros",
    "pounds",
    "miles",
    "versts",
    "km ",
    "kilometres",
    "kilometers",
    "metres",
    "meters",
    "feet ",
    "acres",
    "hectares",
    "tons",
    "tonnes",
    "pages",
    "pp ",
    "points",
];
/// What people count. After «в» and “in” such a word may begin what is told of a year: “In
/// 1917 soldiers left the front”.
const THINGS: &[&str] = &[
    "адам",
    "үй ",
    "отбасы",
    "бас ",
    "дана ",
    "человек",
    "душ ",
    "семей ",
    "семьи ",
    "юрт",
    "кибит",
    "дворов ",
    "двора ",
    "солдат ",
    "бойцов ",
    "штыков ",
    "сабель ",
    "голов ",
    "men ",
    "people",
    "persons",
    "soldiers",
    "delegates",
    "horsemen",
    "families",
    "households",
    "yurts",
    "houses",
    "horses",
    "sheep",
    "cattle",
    "copies",
    "votes",
];
/// Before a page, a price or a code.
const NUMBERED: &[&str] = &[
    "p ",
    "pp ",
    "page",
    "стр ",
    "страниц",
    "бет ",
    "беттер",
    "цена",
    "цены",
    "isbn",
    "issn",
    "тел ",
    "телефон",
    "phone ",
    "tel ",
    "инв ",
    "арт ",
    "score",
];
/// Before the name of a street, whole or short with a stop.
const STREETS: &[&str] = &[
    "улиц",
    "площад",
    "проспект",
    "переул",
    "бульвар",
    "набережн",
    "сквер",
];
const SHORT_STREETS: [&str; 7] = ["ул", "пл", "пр", "просп", "пер", "бул", "наб"];

impl Parser<'_> {
    /// Whether the word at an item is what the number before it counts.
    pub fn is_counted_thing(&self, at: usize) -> bool {
        self.is_unit(at) || self.word(at).is_some_and(|word| is_of(word, THINGS))
    }

    fn is_unit(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| is_of(word, UNITS))
    }

    /// Whether a bare number at an item counts what follows: «в 1917 км от города», “about
    /// 1841 yurts”, “from 1917 to 2005 men”.
    pub fn is_count(&self, at: usize) -> bool {
        let is_about = (at.saturating_sub(2)..at).any(|at| self.is(at, &What::About));
        // Of the Russian things all are in the genitive of many.
        let may_be_thing = is_about || self.language == Language::Russian;
        let is_counted =
            |next: usize| self.is_unit(next) || may_be_thing && self.is_counted_thing(next);
        let is_joined = matches!(self.what(at + 1), Some(What::To | What::Until | What::Dash))
            && self.number(at + 2).is_some();
        is_counted(at + 1) || is_joined && self.is_counted_thing(at + 3)
    }

    /// Whether two years with a dash are rather pages, prices or parts of a code: «стр.
    /// 1917–1920», «8-701-1918-20».
    pub fn is_no_span_of_years(&self, at: usize, end: usize) -> bool {
        let is_page = self.word_before(at).is_some_and(|word| is_of(word, NUMBERED))
            // «с. 1917–1920», «1917–1920 б.».
            || at > 1 && self.is(at - 1, &What::Break) && self.raw(at - 2) == "с"
            // «1918–1920-беттер».
            || end
                .checked_sub(1)
                .and_then(|last| self.number(last))
                .is_some_and(|number| number.tail.starts_with("бет"))
            || self.raw(end) == "б" && self.is(end + 1, &What::Break)
            || at > 0 && self.raw(at - 1) == "№"
            || ["$", "€", "₸", "₽", "£"].contains(&self.raw(end).as_str());
        is_page || self.is_counted_thing(end) || self.is_in_code(at, end)
    }

    /// Whether hyphens join it to further figures.
    fn is_in_code(&self, at: usize, end: usize) -> bool {
        let (Some(first), Some(last)) = (self.items.get(at), self.items.get(end.wrapping_sub(1)))
        else {
            return false;
        };
        let before = self.text.get(..first.start).unwrap_or_default();
        let after = self.text.get(last.end..).unwrap_or_default();
        before
            .strip_suffix('-')
            .is_some_and(|text| text.ends_with(|sign: char| sign.is_ascii_digit()))
            || after
                .strip_prefix('-')
                .is_some_and(|text| text.starts_with(|sign: char| sign.is_ascii_digit()))
    }

    /// The word before an item, over the stop that shortens it.
    fn word_before(&self, at: usize) -> Option<&str> {
        let before = at.checked_sub(1)?;
        let is_stop = self.raw(before) == ".";
        self.word(before.checked_sub(usize::from(is_stop))?)
    }

    /// «улица 1905 года», «ул. 8 марта».
    pub fn is_street(&self, at: usize, phrase: &Phrase) -> bool {
        let Value::One(moment) = phrase.value else {
            return false;
        };
        let begins_with_number = self.number(at).is_some();
        if self.language != Language::Russian || !begins_with_number || moment.age.is_some() {
            return false;
        }
        let is_year_alone = moment.month.is_none();
        let is_day_alone = moment.day.is_some()
            && !(at..phrase.end).any(|at| self.number(at).is_some_and(|number| number.digits == 4));
        let Some(word) = self.word_before(at) else {
            return false;
        };
        let is_short = SHORT_STREETS.contains(&word) && self.raw(at - 1) == ".";
        is_short && (is_year_alone || is_day_alone)
            || is_of(word, STREETS)
                && self.before(at).is_some()
                && (is_year_alone || is_day_alone && self.is_capital(at + 1))
    }

    /// “up to 1925 rifles”: with a noun after it a number counts.
    pub fn is_count_up_to(&self, at: usize, phrase: &Phrase) -> bool {
        const GOES_ON: [&str; 26] = [
            "when", "but", "in", "on", "at", "as", "was", "were", "had", "has", "he", "she", "it",
            "they", "there", "this", "his", "her", "their", "a", "no", "or", "which", "with",
            "only", "is",
        ];
        let moment = phrase.value.last();
        self.raw(at) == "up to"
            && moment.month.is_none()
            && moment.age.is_none()
            && self
                .word(phrase.end)
                .is_some_and(|word| !GOES_ON.contains(&word))
    }

    /// “1917 began badly”, but “1841 yurts”: a sentence that a year opens.
    pub fn is_told_of_year(&self, at: usize) -> bool {
        const TOLD: [&str; 41] = [
            "was",
            "is",
            "saw",
            "had",
            "has",
            "would",
            "could",
            "began",
            "begins",
            "brought",
            "brings",
            "came",
            "comes",
            "ended",
            "ends",
            "started",
            "starts",
            "opened",
            "opens",
            "closed",
            "passed",
            "proved",
            "found",
            "became",
            "marked",
            "marks",
            "turned",
            "witnessed",
            "gave",
            "did",
            "went",
            "also",
            "in",
            "at",
            "will",
            "remained",
            "remains",
            "left",
            "made",
            "changed",
            "revolution",
        ];
        self.word(at).is_some_and(|word| TOLD.contains(&word))
    }
}

/// Whether a word begins like one of a list.
fn is_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|known| match known.strip_suffix(' ') {
        Some(whole) => word == whole,
        None => word.starts_with(known),
    })
}
