//! What looks like a date and is none: events, feasts and towns named like months, counts
//! and pages.

use super::grammar::{Parser, Phrase};
use super::items::{Role, What};
use super::value::{Moment, Value};
use crate::language::{Language, fold};

/// Words after a month that make it the name of something else, unless a year or a day
/// stands before.
const KAZAKH_NAMES: &[&str] = &[
    "төңкеріс",
    "революция",
    "көтеріліс",
    "оқиға",
    "тезис",
    "манифест",
    "дағдарыс",
    "мейрам",
    "мереке",
    "кезең",
    "көже",
    "той",
    "қала",
    "ханды",
    "халы",
    "халқ",
    "жұрт",
    "үй",
    "қаз",
    "көше",
    "ауыл",
    "облыс",
    "университет",
    "шаңырақ",
    "ошақ",
    "шайқас",
    "күндері",
    "желі",
    "конференция",
];
/// Words before «маусым» that make it a season of the theatre or of sport.
const SEASONS_OF: &[&str] = &[
    "театр",
    "футбол",
    "спорт",
    "ойын",
    "жаңа",
    "өткен",
    "келесі",
    "бұл",
    "осы",
    "әр",
    "аңшылық",
    "курорт",
    "туристік",
    "хоккей",
    "чемпионат",
    "лига",
    "алдыңғы",
    "биылғы",
    "жаңбырлы",
    "егін",
    "оқу",
    "концерт",
    "балық",
    "жылыту",
    "жазғы",
    "қысқы",
    "күзгі",
    "көктемгі",
    "құрғақ",
];
/// Verbs after a season of sport.
const SEASON_IS_PLAYED: &[&str] = &["ойна", "өткіз", "бойы", "қатарынан", "түсірілді"];
/// Words near «маусым соңында» that make it a season of sport.
const SPORT: &[&str] = &[
    "марапат",
    "ойын",
    "команда",
    "клуб",
    "матч",
    "чемпион",
    "жүлде",
    "лига",
    "турнир",
    "спорт",
    "футбол",
    "хоккей",
    "театр",
];
/// How far they stand, in items.
const NEAR_WORDS: usize = 4;
const NUMERALS: &[&str] = &[
    "бір",
    "екі",
    "үш",
    "төрт",
    "бес",
    "алты",
    "жеті",
    "сегіз",
    "тоғыз",
    "он",
    "жиырма",
    "бірнеше",
];
const STREETS: &[&str] = &[
    "көше",
    "мереке",
    "мейрам",
    "саяба",
    "алаң",
    "ауыл",
    "улиц",
    "площад",
    "праздник",
    "street",
    "square",
    "парк",
];
const EVENTS: &[&str] = &[
    "theses",
    "revolution",
    "uprising",
    "days",
    "coup",
    "manifesto",
    "crisis",
    "rising",
    "тезисы",
];

impl Parser<'_> {
    /// Years in brackets, or two with a dash, with no word beside them: (1866–1937).
    pub fn bracketed_years(&self, at: usize) -> Option<Phrase> {
        let from = self.bare_year(at)?;
        if !self.number(at)?.tail.is_empty() {
            return None;
        }
        let moment = |year: i32| Moment {
            year: Some(year),
            ..Moment::default()
        };
        let phrase = |value: Value, end: usize| Phrase {
            value,
            new_style: None,
            style: None,
            end,
        };
        if let Some(to) = self.bare_year(at + 2).filter(|to| {
            self.language == Language::English
                && self.is(at + 1, &What::To)
                && *to > from
                && to - from < 300
                && from % 50 != 0
                && !self.is_no_span_of_years(at, at + 3)
        }) {
            // “1917 to 1918”.
            let value = Value::Range(Some(moment(from)), Some(moment(to)));
            return Some(phrase(value, at + 3));
        }
        if at > 0 && self.is_after_born(at) && self.closes_a_life(at + 1) {
            return Some(phrase(Value::One(moment(from)), at + 1));
        }
        let is_opened = at > 0 && self.is(at - 1, &What::Open);
        // «(1866 – ум. в 1937)».
        let is_birth = is_opened
            && self.is(at + 1, &What::Dash)
            && self
                .word(at + 2)
                .is_some_and(|word| ["ум", "умер", "умерла", "d", "died", "қ"].contains(&word));
        if is_birth {
            return Some(phrase(Value::One(moment(from)), at + 1));
        }
        if self.is(at + 1, &What::Dash) {
            let to = self
                .bare_year(at + 2)
                .filter(|to| *to > from && to - from < 300)?;
            let is_counted = self.word(at + 3).is_some() && from % 50 == 0
                || self.is_no_span_of_years(at, at + 3);
            let value = Value::Range(Some(moment(from)), Some(moment(to)));
            return (!is_counted).then(|| phrase(value, at + 3));
        }
        let is_closed = self.is(at + 1, &What::Close);
        (is_opened && is_closed).then(|| phrase(Value::One(moment(from)), at + 1))
    }

    /// «(р. 1953)», “(born 1953)”, and the death after a birth: «(род. 1866 – ум. 1937)».
    fn is_after_born(&self, at: usize) -> bool {
        const BORN: [&str; 12] = [
            "т",
            "қ",
            "ө",
            "р",
            "род",
            "ум",
            "born",
            "b",
            "d",
            "died",
            "туған",
            "қайтқан",
        ];
        const LONGEST: usize = 8;
        let word_at = at - 1 - usize::from(self.is(at - 1, &What::Break) && at > 1);
        let is_in_brackets = || {
            (word_at.saturating_sub(LONGEST)..word_at)
                .rev()
                .find(|&at| matches!(self.what(at), Some(What::Open | What::Close)))
                .is_some_and(|at| self.is(at, &What::Open))
        };
        word_at > 0
            && self.word(word_at).is_some_and(|word| BORN.contains(&word))
            && match self.what(word_at - 1) {
                Some(What::Open) => true,
                Some(What::Comma | What::Dash | What::Break) => is_in_brackets(),
                _ => false,
            }
    }

    fn closes_a_life(&self, at: usize) -> bool {
        matches!(
            self.what(at),
            Some(What::Close | What::Comma | What::Dash | What::Break)
        )
    }

    /// Whether something that reads like a date is rather something else.
    pub fn is_doubtful(&self, at: usize, phrase: &Phrase) -> bool {
        const VERSIONS: [&str; 7] = ["версия", "версии", "version", "v", "нұсқа", "п", "пункт"];
        let first = phrase.value.first();
        if matches!(self.what(at), Some(What::Figures(..))) {
            return self.before(at).is_some_and(|word| VERSIONS.contains(&word));
        }
        if self.is_street(at, phrase) || self.is_count_up_to(at, phrase) {
            return true;
        }
        let Some(month) = first.month else {
            return false;
        };
        let month_at = (at..phrase.end).find(|&at| {
            matches!(
                self.what(at),
                Some(What::Month { .. } | What::Season { .. })
            )
        });
        let Some(month_at) = month_at else {
            return false;
        };
        let is_year_written = (at..phrase.end)
            .any(|at| matches!(self.what(at), Some(What::Number(number)) if number.digits >= 3));
        let next = phrase.end;
        if first.day.is_some() {
            let is_street = self.is_capital(month_at)
                && (self.starts_with(next, STREETS) || at > 0 && self.starts_with(at - 1, STREETS));
            // «2 қараша үй», «12 қазан қайнады»: houses and cauldrons.
            let is_counted = self.language == Language::Kazakh
                && first.role == Role::Plain
                && matches!(first.month, Some(10 | 11))
                && self.starts_with(next, &["үй", "қайна"]);
            // «2-нші маусымы»: the second season of a serial; «7 маусым ойнаған».
            let is_season = first.month == Some(6)
                && (self.raw(month_at) == "маусымы"
                    || self.is_second_year(at)
                    || first.role == Role::Plain && self.starts_with(next, SEASON_IS_PLAYED));
            // «8 наурыз көшесі».
            let is_kazakh_street = self.language == Language::Kazakh
                && first.role == Role::Plain
                && self.starts_with(next, &["көшесі", "даңғыл", "алаңы"]);
            return !is_year_written && (is_street || is_kazakh_street || is_counted || is_season);
        }
        if is_year_written {
            return false;
        }
        if month > 12 {
            return self.is_doubtful_season(at, month_at, first);
        }
        let is_alone_in_brackets =
            at > 0 && self.is(at - 1, &What::Open) && self.is(next, &What::Close);
        is_alone_in_brackets
            || match self.language {
                Language::Kazakh => self.is_doubtful_kazakh(at, month_at, next, first),
                Language::Russian => self.is_doubtful_russian(at, month_at),
                Language::English => self.is_doubtful_english(at, month_at, phrase, month),
            }
    }

    /// A season without a year is a date only in a text that tells a year, and only as a
    /// time: «жазда», «летом», “in the summer”.
    fn is_doubtful_season(&self, at: usize, season_at: usize, season: Moment) -> bool {
        let is_time = match self.language {
            Language::English => {
                at < season_at
                    || self
                        .before(at)
                        .is_some_and(|word| ["in", "that", "during"].contains(&word))
                    || (at > 0 && self.is(at - 1, &What::Filler))
            }
            _ => season.role != Role::Plain || at < season_at || season.has_part,
        };
        let is_range = season.role == Role::Plain && self.is(season_at + 1, &What::And);
        self.year.is_none() || !self.is_date_near || !(is_time || is_range)
    }

    fn is_doubtful_kazakh(&self, at: usize, month_at: usize, next: usize, first: Moment) -> bool {
        let is_sure = first.has_part
            || next > month_at + 1
            || matches!(self.what(month_at + 1), Some(What::MonthWord(_)));
        let is_attribute = first.role == Role::Plain && next == month_at + 1;
        if is_attribute && self.starts_with(next, KAZAKH_NAMES) {
            return true;
        }
        let is_start = self.is_sentence_start(at);
        // «Наурыз Ахметов».
        let is_name = is_attribute && self.is_next_capital(month_at);
        if self.is_capital(month_at) && (!is_start || is_name) {
            return true;
        }
        let is_season_of = |word: &str| {
            SEASONS_OF.iter().any(|season| word.starts_with(season))
                || ["лық", "лік", "дық", "дік", "тық", "тік"]
                    .iter()
                    .any(|end| word.ends_with(end))
        };
        let own = self.raw(month_at);
        // «маусым соңында марапат алады»: that of a club.
        let is_of_sport = first.role != Role::Genitive
            && own == "маусым"
            && first.has_part
            && (next..next + NEAR_WORDS).any(|at| self.starts_with(at, SPORT));
        let is_season_of_something = first.month == Some(6)
            && (self.before(at).is_some_and(is_season_of)
                || is_of_sport
                || (own.contains("маусымы") && next == month_at + 1));
        // «желтоқсанымыз» is ours.
        if is_season_of_something || own.ends_with("ымыз") || own.ends_with("іміз") {
            return true;
        }
        if is_sure {
            return false;
        }
        // A cauldron and a town, a season, a drop, commoners, a feast.
        // Numbers count cauldrons and seasons, not months.
        let is_counted = first.role == Role::Plain
            && self.before(at).is_some_and(|word| NUMERALS.contains(&word));
        let is_ambiguous = matches!(first.month, Some(3 | 6 | 8 | 10 | 11));
        let is_town = is_start && self.is_capital(month_at) && first.month == Some(10);
        let is_vague = self.year.is_none() || !self.is_date_near;
        let is_object = first.month == Some(10) && own.ends_with("ды");
        is_counted || is_town || is_object || (is_ambiguous && is_vague)
    }

    fn is_doubtful_russian(&self, at: usize, month_at: usize) -> bool {
        // Марта and Августа are names.
        self.is_capital(month_at)
            && (!self.is_sentence_start(at)
                || self.is_next_capital(month_at)
                || ["марта", "августа", "май", "мая"].contains(&self.raw(month_at).as_str()))
    }

    fn is_doubtful_english(&self, at: usize, month_at: usize, phrase: &Phrase, month: u8) -> bool {
        let next = phrase.end;
        let is_event = (next..next + 3).any(|at| self.starts_with(at, EVENTS));
        let is_asked = at < month_at
            || self.before(at).is_some_and(|word| {
                ["in", "during", "that", "every", "throughout"].contains(&word)
            });
        let is_long = next > month_at + 1;
        // March and May are also other words; April, June and August are names too.
        let is_joined = self.is(next, &What::Comma) || (at > 0 && self.is(at - 1, &What::And));
        let is_name = matches!(month, 3 | 5 | 8) || (matches!(month, 4 | 6) && is_joined);
        // “June Smith”: a first name.
        let is_first_name =
            !is_asked && !is_long && matches!(month, 4..=6 | 8) && self.is_next_capital(month_at);
        if is_first_name {
            return true;
        }
        let is_list = matches!(phrase.value, Value::Both(..));
        // Jan is a name, «Jan.» a month.
        let is_short = self.raw(month_at).chars().count() == 3 && month != 5;
        if is_short && !is_long {
            return true;
        }
        is_event || (!is_asked && (is_list || (!is_long && is_name)))
    }

    pub(super) fn before(&self, at: usize) -> Option<&str> {
        at.checked_sub(1).and_then(|before| self.word(before))
    }

    pub(super) fn starts_with(&self, at: usize, words: &[&str]) -> bool {
        let raw = self.raw(at);
        !raw.is_empty() && words.iter().any(|word| raw.starts_with(word))
    }

    /// An item as it stands in the text, folded; empty past the end.
    pub(super) fn raw(&self, at: usize) -> String {
        self.items
            .get(at)
            .and_then(|item| self.text.get(item.start..item.end))
            .map(|raw| {
                if raw.len() < 100 {
                    fold::word(raw)
                } else {
                    String::new()
                }
            })
            .unwrap_or_default()
    }

    /// Whether a capitalised word follows right after an item: “June Smith”.
    fn is_next_capital(&self, at: usize) -> bool {
        let (Some(item), Some(next)) = (self.items.get(at), self.items.get(at + 1)) else {
            return false;
        };
        let gap = self.text.get(item.end..next.start).unwrap_or_default();
        let is_capital = self
            .text
            .get(next.start..next.end)
            .is_some_and(|word| word.starts_with(char::is_uppercase));
        matches!(next.what, What::Word(_)) && is_capital && !gap.is_empty() && !gap.contains('\n')
    }

    /// «2020/21 маусым»: the season of two years.
    fn is_second_year(&self, at: usize) -> bool {
        at > 1
            && matches!(self.what(at - 1), Some(What::Slash | What::Dash))
            && self
                .number(at - 2)
                .is_some_and(|number| number.digits == 4 && number.tail.is_empty())
            && self.items[at - 2].end == self.items[at - 1].start
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        matches!(
            self.what(at),
            Some(
                What::Month {
                    is_capital: true,
                    ..
                } | What::Season {
                    is_capital: true,
                    ..
                }
            )
        )
    }

    pub fn is_sentence_start(&self, at: usize) -> bool {
        at == 0 || matches!(self.what(at - 1), Some(What::Break))
    }
}
