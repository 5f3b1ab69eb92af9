//! Numbers in words, where they are days, years, decades or centuries: «жиырма бесінші
//! қазан», «тысяча девятьсот семнадцатый год», “the twenty-fifth of October”.
//!
//! A number counts only if its last word is an ordinal and a month, a year or a century
//! follows: «жиырма бес қазан» may be cauldrons.

use crate::annotate::dates::items::{Item, Number, Role, What};
use crate::language::{Language, fold};
use std::borrow::Cow;

/// A number in words: its value and how many items it takes.
struct Spelled {
    value: i32,
    length: usize,
}

/// The items with numbers in words as numbers, where they are of a date.
pub(super) fn join(items: Vec<Item>, text: &str, language: Language) -> Vec<Item> {
    let reader = Reader {
        items: &items,
        text,
        language,
    };
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match reader.of_date(at) {
            Some((what, length)) => {
                numbers.push((at, what, length));
                at += length;
            }
            None => at += 1,
        }
    }
    if numbers.is_empty() {
        return items;
    }
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    let mut numbers = numbers.into_iter().peekable();
    let mut rest = items.into_iter().enumerate();
    while let Some((at, item)) = rest.next() {
        match numbers.next_if(|(first, ..)| *first == at) {
            Some((_, what, length)) => {
                let last = rest.by_ref().take(length - 1).last();
                joined.push(Item {
                    what,
                    start: item.start,
                    end: last.map_or(item.end, |(_, last)| last.end),
                });
            }
            None => joined.push(item),
        }
    }
    joined
}

struct Reader<'a> {
    items: &'a [Item],
    text: &'a str,
    language: Language,
}

impl Reader<'_> {
    fn what(&self, at: usize) -> Option<&What> {
        self.items.get(at).map(|item| &item.what)
    }

    /// The word at an item, folded, whatever it is to a date.
    fn word(&self, at: usize) -> Option<Cow<'_, str>> {
        let item = self.items.get(at)?;
        match &item.what {
            What::Word(word) => Some(Cow::Borrowed(word)),
            What::PartNumber => {
                let raw = self.text.get(item.start..item.end)?;
                Some(Cow::Owned(fold::word(raw)))
            }
            What::Number(number) if number.tail == "th" => {
                let raw = self.text.get(item.start..item.end)?;
                raw.starts_with(fold::is_letter)
                    .then(|| Cow::Owned(fold::word(raw)))
            }
            _ => None,
        }
    }

    /// The number that begins at an item, if it is one of a date, and its length.
    fn of_date(&self, at: usize) -> Option<(What, usize)> {
        let spelled = match self.language {
            Language::Kazakh => match self.day_of_month(at) {
                Some(day) => return Some(day),
                None => self.kazakh(at)?,
            },
            Language::Russian => self.russian(at)?,
            Language::English => return self.english(at),
        };
        let Spelled { value, length } = spelled;
        let number = |digits: usize| {
            What::Number(Number {
                value,
                digits,
                tail: String::new(),
            })
        };
        let what = match self.what(at + length)? {
            What::Month { month, .. } if (1..=31).contains(&value) => {
                // «екінші маусым» is a second season, but for «1918 жылғы екінші маусым».
                let is_sure = self.language != Language::Kazakh
                    || length > 1
                    || value > 4
                    || !matches!(month, 6 | 10)
                    || (at > 0 && matches!(self.what(at - 1), Some(What::Year(_))));
                is_sure.then(|| number(2))?
            }
            What::Year(_) if value >= 1000 => number(4),
            What::Years(_) if (20..100).contains(&value) && value % 10 == 0 => number(2),
            What::Years(_) if value >= 1000 => number(4),
            What::Century(_) if value <= 21 => What::Roman(value),
            What::And | What::Dash
                if (20..100).contains(&value)
                    && value % 10 == 0
                    && self.is_decade(at + length + 1) =>
            {
                number(2)
            }
            What::And | What::Comma | What::Dash | What::To if value <= 31 => {
                // «третьего и четвертого июля».
                let next = self.russian_only(at + length + 1)?;
                let is_month = matches!(
                    self.what(at + length + 1 + next.length),
                    Some(What::Month { .. })
                );
                (is_month && next.value > value).then(|| number(2))?
            }
            _ => return None,
        };
        Some((what, length))
    }

    /// The second of «двадцатые — тридцатые годы».
    fn is_decade(&self, at: usize) -> bool {
        let spelled = match self.language {
            Language::Kazakh => self.kazakh(at),
            Language::Russian => self.russian(at),
            Language::English => None,
        };
        spelled.is_some_and(|spelled| {
            spelled.value % 10 == 0
                && (20..100).contains(&spelled.value)
                && matches!(self.what(at + spelled.length), Some(What::Years(_)))
        })
    }

    fn russian_only(&self, at: usize) -> Option<Spelled> {
        match self.language {
            Language::Russian => self.russian(at),
            _ => None,
        }
    }

    /// Adds up words until an ordinal: `read` gives the worth of a word and whether it is
    /// one.
    fn sum(&self, at: usize, read: impl Fn(&str) -> Option<(i32, bool)>) -> Option<Spelled> {
        const MOST: usize = 8;
        let (mut thousands, mut rest) = (0, 0);
        for length in 0..MOST {
            let (worth, is_last) = read(&self.word(at + length)?)?;
            match worth {
                1000 => {
                    thousands += rest.max(1) * 1000;
                    rest = 0;
                }
                100 if (1..10).contains(&rest) => rest *= 100,
                10.. if rest % 100 > 0 => return None,
                _ if rest % 10 > 0 => return None,
                _ => rest += worth,
            }
            if is_last {
                return Some(Spelled {
                    value: thousands + rest,
                    length: length + 1,
                });
            }
        }
        None
    }

    /// «қыркүйектің он алтысында»: the day stands after its month, with the ending «its».
    fn day_of_month(&self, at: usize) -> Option<(What, usize)> {
        const ITS: [(&str, &str, i32); 12] = [
            ("бір", "і", 1),
            ("екі", "сі", 2),
            ("үш", "і", 3),
            ("төрт", "і", 4),
            ("бес", "і", 5),
            ("алты", "сы", 6),
            ("жеті", "сі", 7),
            ("сегіз", "і", 8),
            ("тоғыз", "ы", 9),
            ("он", "ы", 10),
            ("жиырма", "сы", 20),
            ("отыз", "ы", 30),
        ];
        const CASES: [&str; 9] = ["", "нда", "нде", "на", "не", "нан", "нен", "ндағы", "ндегі"];
        let is_after_month = at > 0
            && matches!(
                self.what(at - 1),
                Some(
                    What::Month {
                        role: Role::Genitive,
                        ..
                    } | What::MonthWord(Role::Genitive)
                )
            );
        if !is_after_month {
            return None;
        }
        let tens = match &*self.word(at)? {
            "он" => 10,
            "жиырма" => 20,
            "отыз" => 30,
            _ => 0,
        };
        let length = 1 + usize::from(tens > 0);
        let word = self.word(at + length - 1)?;
        let (value, tail) = ITS.iter().find_map(|(name, its, value)| {
            let tail = word.strip_prefix(name)?;
            let case = tail.strip_prefix(its)?;
            CASES.contains(&case).then(|| (*value, tail.to_owned()))
        })?;
        let value = tens + value;
        let is_day = value <= 31 && (tens == 0 || value < tens + 10);
        let number = Number {
            value,
            digits: 2,
            tail,
        };
        is_day.then_some((What::Number(number), length))
    }

    fn kazakh(&self, at: usize) -> Option<Spelled> {
        const NAMES: [(&str, &str, i32); 21] = [
            ("бір", "бірінші", 1),
            ("екі", "екінші", 2),
            ("үш", "үшінші", 3),
            ("төрт", "төртінші", 4),
            ("бес", "бесінші", 5),
            ("алты", "алтыншы", 6),
            ("жеті", "жетінші", 7),
            ("сегіз", "сегізінші", 8),
            ("тоғыз", "тоғызыншы", 9),
            ("он", "оныншы", 10),
            ("жиырма", "жиырмасыншы", 20),
            ("жиырма", "жиырманшы", 20),
            ("отыз", "отызыншы", 30),
            ("қырық", "қырқыншы", 40),
            ("елу", "елуінші", 50),
            ("алпыс", "алпысыншы", 60),
            ("жетпіс", "жетпісінші", 70),
            ("сексен", "сексенінші", 80),
            ("тоқсан", "тоқсаныншы", 90),
            ("жүз", "жүзінші", 100),
            ("мың", "мыңыншы", 1000),
        ];
        self.sum(at, |word| {
            NAMES.iter().find_map(|&(cardinal, ordinal, worth)| {
                let is_ordinal = word == ordinal;
                (is_ordinal || word == cardinal).then_some((worth, is_ordinal))
            })
        })
    }

    fn russian(&self, at: usize) -> Option<Spelled> {
        const CARDINALS: [(&str, i32); 22] = [
            ("две", 2),
            ("двадцать", 20),
            ("тридцать", 30),
            ("сорок", 40),
            ("пятьдесят", 50),
            ("шестьдесят", 60),
            ("семьдесят", 70),
            ("восемьдесят", 80),
            ("девяносто", 90),
            ("сто", 100),
            ("двести", 200),
            ("триста", 300),
            ("четыреста", 400),
            ("пятьсот", 500),
            ("шестьсот", 600),
            ("семьсот", 700),
            ("восемьсот", 800),
            ("девятьсот", 900),
            ("тысяча", 1000),
            ("тысячи", 1000),
            ("тысячу", 1000),
            ("одна", 1),
        ];
        const ORDINALS: [(&str, i32); 29] = [
            ("перв", 1),
            ("втор", 2),
            ("треть", 3),
            ("четверт", 4),
            ("пят", 5),
            ("шест", 6),
            ("седьм", 7),
            ("восьм", 8),
            ("девят", 9),
            ("десят", 10),
            ("одиннадцат", 11),
            ("двенадцат", 12),
            ("тринадцат", 13),
            ("четырнадцат", 14),
            ("пятнадцат", 15),
            ("шестнадцат", 16),
            ("семнадцат", 17),
            ("восемнадцат", 18),
            ("девятнадцат", 19),
            ("двадцат", 20),
            ("тридцат", 30),
            ("сороков", 40),
            ("пятидесят", 50),
            ("шестидесят", 60),
            ("семидесят", 70),
            ("восьмидесят", 80),
            ("девяност", 90),
            ("двухтысячн", 2000),
            ("сот", 100),
        ];
        const ENDINGS: [&str; 14] = [
            "ого", "его", "ое", "е", "ому", "ему", "ый", "ой", "ом", "ем", "ым", "ые", "ых", "ыми",
        ];
        self.sum(at, |word| {
            let cardinal = CARDINALS
                .iter()
                .find_map(|&(name, worth)| (name == word).then_some((worth, false)));
            cardinal.or_else(|| {
                ORDINALS.iter().find_map(|&(stem, worth)| {
                    let ending = word.strip_prefix(stem)?;
                    ENDINGS.contains(&ending).then_some((worth, true))
                })
            })
        })
    }

    /// “twenty-fifth”, “the first of May”, “nineteen seventeen”.
    fn english(&self, at: usize) -> Option<(What, usize)> {
        if let Some(found) = self.english_year(at).or_else(|| self.english_decade(at)) {
            return Some(found);
        }
        const FIRST: [&str; 9] = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        ];
        let unit = |at: usize| {
            let word = self.word(at)?;
            let units = FIRST.iter().position(|name| *name == word)?;
            Some(units as i32 + 1)
        };
        let (value, length) = match &*self.word(at)? {
            tens @ ("twenty" | "thirty") => {
                let hyphen = usize::from(matches!(self.what(at + 1), Some(What::Dash)));
                let tens = if tens == "twenty" { 20 } else { 30 };
                (tens + unit(at + 1 + hyphen)?, 2 + hyphen)
            }
            "thirtieth" => (30, 1),
            _ => (
                unit(at).filter(|_| matches!(self.what(at), Some(What::PartNumber)))?,
                1,
            ),
        };
        let is_month = |at: usize| matches!(self.what(at), Some(What::Month { .. }));
        let is_of_month = matches!(self.what(at + length), Some(What::Filler))
            && is_month(at + length + 1)
            || length > 1 && is_month(at + length)
            || length > 1 && at > 1 && is_month(at - 2)
            || length > 1 && at > 0 && is_month(at - 1);
        let number = Number {
            value,
            digits: 2,
            tail: "th".to_owned(),
        };
        (is_of_month && value <= 31).then_some((What::Number(number), length))
    }

    /// “the thirties”.
    fn english_decade(&self, at: usize) -> Option<(What, usize)> {
        const DECADES: [&str; 8] = [
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ];
        let tens = |at: usize| {
            let word = self.word(at)?;
            let place = DECADES.iter().position(|decade| *decade == word)?;
            Some((place as i32 + 2) * 10)
        };
        let number = |value: i32, digits: usize| {
            What::Number(Number {
                value,
                digits,
                tail: "s".to_owned(),
            })
        };
        if let Some(tens) = tens(at) {
            return Some((number(tens, 2), 1));
        }
        // “the nineteen-thirties”.
        let hundreds = match &*self.word(at)? {
            "eighteen" => 1800,
            "nineteen" => 1900,
            _ => return None,
        };
        let hyphen = usize::from(matches!(self.what(at + 1), Some(What::Dash)));
        let tens = tens(at + 1 + hyphen)?;
        Some((number(hundreds + tens, 4), 2 + hyphen))
    }

    fn english_year(&self, at: usize) -> Option<(What, usize)> {
        const HUNDREDS: [(&str, i32); 5] = [
            ("sixteen", 16),
            ("seventeen", 17),
            ("eighteen", 18),
            ("nineteen", 19),
            ("twenty", 20),
        ];
        const TEENS: [&str; 10] = [
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ];
        const TENS: [&str; 8] = [
            "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        ];
        const UNITS: [&str; 9] = [
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        ];
        let place = |list: &[&str], word: &str| list.iter().position(|name| *name == word);
        let first = self.word(at)?;
        let hundreds = HUNDREDS.iter().find(|(name, _)| *name == first)?.1;
        // “nineteen hundred and five”.
        let has_hundred = self.word(at + 1).is_some_and(|word| word == "hundred");
        let has_and = has_hundred && matches!(self.what(at + 2), Some(What::And));
        let has_dash = matches!(self.what(at + 1), Some(What::Dash));
        let start = at + 1 + usize::from(has_hundred) + usize::from(has_and);
        let start = start + usize::from(has_dash && !has_hundred);
        // “nineteen-oh-five”.
        let has_naught = self.word(start).is_some_and(|word| word == "oh");
        let start = start + usize::from(has_naught);
        let start = start + usize::from(has_naught && matches!(self.what(start), Some(What::Dash)));
        let second = self.word(start)?;
        let (rest, end) = if let Some(teen) = place(&TEENS, &second) {
            (teen + 10, start + 1)
        } else if let Some(unit) = place(&UNITS, &second).filter(|_| has_hundred || has_naught) {
            (unit + 1, start + 1)
        } else {
            let tens = (place(&TENS, &second)? + 2) * 10;
            let hyphen = usize::from(matches!(self.what(start + 1), Some(What::Dash)));
            let unit = self
                .word(start + 1 + hyphen)
                .and_then(|word| place(&UNITS, &word));
            match unit {
                Some(unit) => (tens + unit + 1, start + 2 + hyphen),
                None => (tens, start + 1),
            }
        };
        let length = end - at;
        let number = Number {
            value: hundreds * 100 + rest as i32,
            digits: 4,
            tail: String::new(),
        };
        Some((What::Number(number), length))
    }
}
