//! A text as the items that dates are made of: numbers, months, words for years and the
//! like, and everything else.

use super::words;
use crate::language::{Language, fold};

/// One item with its place in the text, in bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub what: What,
    pub start: usize,
    pub end: usize,
}

/// The case of a word, as far as it tells how a date goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    #[default]
    Plain,
    Genitive,
    Dative,
    Ablative,
    Other,
}

/// What an item is to a date.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Number(Number),
    /// Year, month and day in figures alone.
    Figures(i32, u8, u8),
    Roman(i32),
    Month {
        month: u8,
        role: Role,
        is_capital: bool,
    },
    /// 21 spring to 24 winter.
    Season {
        season: u8,
        role: Role,
        is_capital: bool,
    },
    Year(Role),
    Years(Role),
    Century(Role),
    /// «айы», «месяц»: says again that a month is one.
    MonthWord(Role),
    DayWord(Role),
    /// The beginning, middle, end, half or first days of something.
    Part(Role),
    /// «бірінші» and the like before a part.
    PartNumber,
    About,
    /// A bound before its date (с, from) or after it (бастап).
    Since,
    Until,
    After,
    Before,
    /// «қарай», «к», “by”: not long before.
    Toward,
    Between,
    /// «от»: a bound only if «до» follows.
    From,
    And,
    To,
    Dash,
    Slash,
    Comma,
    Open,
    Close,
    /// Words that may stand within a date and mean nothing: of, the.
    Filler,
    Old,
    New,
    BeforeChrist,
    AfterChrist,
    /// The end of a sentence or of a paragraph.
    Break,
    /// Any other word, folded.
    Word(String),
    Sign,
}

impl What {
    /// Whether a date can begin with it.
    pub fn may_begin(&self) -> bool {
        !matches!(
            self,
            What::Word(_)
                | What::Sign
                | What::Break
                | What::Comma
                | What::Open
                | What::Close
                | What::Dash
                | What::Slash
                | What::And
                | What::Year(_)
                | What::Years(_)
                | What::DayWord(_)
        )
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    pub value: i32,
    pub digits: usize,
    /// What is glued to it, without hyphen: the ending of an ordinal or of a case.
    pub tail: String,
}

/// The items of a text.
pub(super) fn items(text: &str, language: Language) -> Vec<Item> {
    let mut lexer = Lexer {
        text,
        language,
        at: 0,
        items: Vec::new(),
    };
    while lexer.at < text.len() {
        lexer.next();
    }
    words::join(lexer.items, text, language)
}

struct Lexer<'a> {
    text: &'a str,
    language: Language,
    at: usize,
    items: Vec<Item>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn push(&mut self, what: What, end: usize) {
        self.items.push(Item {
            what,
            start: self.at,
            end,
        });
        self.at = end;
    }

    fn next(&mut self) {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return;
        };
        if first.is_whitespace() || fold::is_mark(first) {
            let is_paragraph =
                first == '\n' && rest[1..].trim_start_matches([' ', '\r']).starts_with('\n');
            if is_paragraph {
                self.push(What::Break, self.at + 1);
            } else {
                self.at += first.len_utf8();
            }
            return;
        }
        if first.is_ascii_digit() {
            self.number();
        } else if fold::is_letter(first) {
            self.word();
        } else {
            self.sign(first);
        }
    }

    fn sign(&mut self, sign: char) {
        let end = self.at + sign.len_utf8();
        let after = &self.text[end..];
        if let Some(number) = short_decade(sign, after).filter(|_| !self.is_glued()) {
            const LENGTH: usize = 3;
            let number = What::Number(number);
            self.push(number, end + LENGTH);
            return;
        }
        let what = match sign {
            '-' | '–' | '—' | '‑' | '‐' | '−' => What::Dash,
            '/' => What::Slash,
            ',' => What::Comma,
            '(' | '[' => What::Open,
            ')' | ']' => What::Close,
            '!' | '?' | '…' | ';' => What::Break,
            '.' if after.is_empty() || after.starts_with(char::is_whitespace) => What::Break,
            _ => What::Sign,
        };
        self.push(what, end);
    }

    /// Whether digits here belong to what stands before them: footnote marks after a word
    /// or a quotation mark, parts of a larger number.
    fn is_glued(&self) -> bool {
        let before = self.text[..self.at].chars().next_back();
        before.is_some_and(|c| fold::is_letter(c) || matches!(c, '»' | '”' | '№' | '$' | '€' | '#'))
    }

    fn number(&mut self) {
        let is_glued = self.is_glued();
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if let Some((figures, length)) = figures(self.rest()).filter(|_| !is_glued) {
            self.push(figures, self.at + length);
            return;
        }
        let mut end = self.at + digits;
        let value: Option<i32> = self.text[self.at..end].parse().ok().filter(|_| digits <= 4);
        let after = &self.text[end..];
        let decimal = after
            .strip_prefix([',', '.', ':'])
            .is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
        let thousands = thousands(after);
        if is_glued || decimal || thousands > 0 || value.is_none() {
            let more = self.text[end..]
                .bytes()
                .take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b':'))
                .count();
            // A stop after the number ends the sentence.
            let glued = self.text[end..end + more]
                .trim_end_matches(['.', ',', ':'])
                .len();
            self.push(What::Sign, end + glued.max(thousands));
            return;
        }
        let (mut tail, length) = tail(after, self.language);
        end += length;
        // “the 1920's and 1930's”, but “1920's famine”.
        let apostrophe = self.text[end..].chars().next().map_or(0, char::len_utf8);
        if self.language == Language::English
            && digits == 4
            && self.text[..end].ends_with('0')
            && ["the ", "'s and ", "’s and "]
                .iter()
                .any(|before| self.text[..self.at].ends_with(before))
            && has_apostrophe_s(&self.text[end..])
        {
            tail = "s".to_owned();
            end += apostrophe + 1;
        }
        if after.trim_start().starts_with('%') || after.trim_start().starts_with('°') {
            self.push(What::Sign, end);
            return;
        }
        let number = Number {
            value: value.unwrap_or_default(),
            digits,
            tail,
        };
        self.push(What::Number(number), end);
    }

    fn word(&mut self) {
        let rest = self.rest();
        let length = rest
            .char_indices()
            .find(|&(_, c)| !(fold::is_letter(c) || fold::is_mark(c) || c == '’' || c == '\''))
            .map_or(rest.len(), |(at, _)| at);
        let raw = &rest[..length];
        let mut end = self.at + length;
        if let Some((what, length)) = words::era(rest, self.language) {
            self.push(what, self.at + length);
            return;
        }
        if length > 80 {
            self.push(What::Sign, end);
            return;
        }
        let after = self.text[end..].chars().next();
        if let Some(value) = fold::roman(raw) {
            // «С», «П» and an initial are letters.
            let is_letter = raw.chars().count() == 1
                && (after == Some('.') || !raw.contains(['I', 'V', 'X', 'І', 'Х']));
            if !is_letter {
                self.push(What::Roman(value as i32), end);
                return;
            }
        }
        let is_capital = raw.chars().next().is_some_and(char::is_uppercase);
        let has_stop = after == Some('.');
        let (what, takes_stop) = words::word(&fold::word(raw), is_capital, has_stop, self.language);
        if takes_stop {
            end += 1;
        }
        self.push(what, end);
    }
}

fn has_apostrophe_s(text: &str) -> bool {
    text.strip_prefix(['\'', '’'])
        .and_then(|text| text.strip_prefix('s'))
        .is_some_and(|rest| !rest.starts_with(fold::is_letter))
}

/// The rest of “'30s” after its apostrophe.
fn short_decade(sign: char, after: &str) -> Option<Number> {
    let figures = after
        .get(..2)
        .filter(|_| matches!(sign, '\'' | '’' | '‘'))?;
    let rest = after[2..].strip_prefix('s')?;
    let is_decade = figures.ends_with('0')
        && figures.bytes().all(|byte| byte.is_ascii_digit())
        && !rest.starts_with(fold::is_letter);
    is_decade.then(|| Number {
        value: figures.parse().unwrap_or_default(),
        digits: 2,
        tail: "'s".to_owned(),
    })
}

/// A whole date in figures: 25.06.1916, 25/06/1916, 25.VI.1916, 1916-06-25.
fn figures(text: &str) -> Option<(What, usize)> {
    const LONGEST: usize = 20;
    let length: usize = text
        .chars()
        .take(LONGEST)
        .take_while(|&c| c.is_ascii_digit() || "./-IVXІХ".contains(c))
        .map(char::len_utf8)
        .sum();
    let whole = text[..length].trim_end_matches(['.', '-', '/']);
    let sign = whole.chars().find(|c| "./-".contains(*c))?;
    let parts: Vec<&str> = whole.split(sign).collect();
    let [first, middle, last] = parts[..] else {
        return None;
    };
    let month: u8 = match middle.parse() {
        Ok(month) => month,
        Err(_) => fold::roman(middle)?.try_into().ok()?,
    };
    let (day, year) = match (first.len(), last.len()) {
        (1 | 2, 4) if sign != '-' => (first, last),
        (4, 2) => (last, first),
        _ => return None,
    };
    let (day, year): (u8, i32) = (day.parse().ok()?, year.parse().ok()?);
    let is_date =
        (1..=31).contains(&day) && (1..=12).contains(&month) && (1000..2200).contains(&year);
    is_date.then_some((What::Figures(year, month, day), whole.len()))
}

/// The length of « 000» after a number in thousands, bytes; 0 if there is none.
fn thousands(after: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &after[length..];
        let Some(space) = rest
            .chars()
            .next()
            .filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
        else {
            return length;
        };
        let digits = &rest[space.len_utf8()..];
        let count = digits.bytes().take_while(u8::is_ascii_digit).count();
        // «25 000» and «1 500», not «25 100 …»: only groups of three that begin a number.
        if count != 3 || !(digits.starts_with("000") || digits.starts_with("500")) {
            return length;
        }
        length += space.len_utf8() + count;
    }
}

/// What is glued to a number, with and without a hyphen: «-і», «-жылдары» is a word of its
/// own; "th", "s".
fn tail(after: &str, language: Language) -> (String, usize) {
    let hyphen = after
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '‑' | '‐' | '–'))
        .map_or(0, char::len_utf8);
    let letters = &after[hyphen..];
    let length = letters
        .char_indices()
        .find(|&(_, c)| !fold::is_letter(c))
        .map_or(letters.len(), |(at, _)| at);
    // “July 30–August 2”: no ending begins with a capital.
    let is_capital = hyphen > 0 && letters.starts_with(char::is_uppercase);
    if length == 0 || length > 40 || is_capital {
        return (String::new(), 0);
    }
    let tail = fold::word(&letters[..length]);
    if hyphen > 0 && words::is_word_of_dates(&tail, language) {
        // «1916-жылы»: the hyphen is only a slip.
        return (String::new(), hyphen);
    }
    if hyphen == 0 && words::is_word_of_dates(&tail, language) {
        return (String::new(), 0);
    }
    (tail, hyphen + length)
}
