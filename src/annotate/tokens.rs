//! Words of a text, folded for comparison, with what stands between them.

use crate::language::fold;

/// A word with its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Byte offsets in the text.
    pub start: usize,
    pub end: usize,
    /// As it is compared (see [`fold::word`]); empty for words too long to be one.
    pub folded: String,
    /// How many capital letters it begins with.
    pub capitals: usize,
    /// What stands between the word before and this one.
    pub gap: Gap,
    /// The sign right before the word opens a quotation.
    pub opens: bool,
    /// The sign right after the word closes one.
    pub closes: bool,
    /// Nothing but space stands before it on its line.
    pub starts_line: bool,
    /// A capital letter says nothing there.
    pub starts_sentence: bool,
    /// Stands after a number and a hyphen: «1990-нан», «5-сынып».
    pub follows_number: bool,
    /// The figures before the word, if nothing but their ordinal ending, a hyphen and
    /// spaces stands between: «25-ші Чапаев», «1916 года».
    pub number: Option<Number>,
}

/// Figures in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// Byte offset in the text.
    pub start: usize,
    pub value: u32,
}

/// What stands between two words, as far as it can stand within one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Spaces, with one line break at most.
    Space,
    Hyphen,
    /// A quotation mark and perhaps spaces: «Алаш» партиясы.
    Quote,
    /// A closing quotation mark or bracket and a hyphen, or that sign alone: «Қазақ»-тың,
    /// РКП(б)-ның.
    QuoteHyphen,
    /// A bracket and perhaps spaces: Қырғыз (Қазақ) АССР.
    Bracket,
    /// A full stop and perhaps spaces: А. Бөкейхан.
    Stop,
    Comma,
    /// Anything else.
    Other,
}

/// Longer runs of letters are no words, in bytes.
const LONGEST_WORD: usize = 240;

impl Token {
    pub fn is_capitalised(&self) -> bool {
        self.capitals > 0
    }

    /// A quotation of this word alone: «Қазақ».
    pub fn is_alone_in_quotes(&self) -> bool {
        self.opens && self.closes
    }

    /// Whether it can be an initial: one letter, or two where one sound is written so.
    pub fn is_initial(&self) -> bool {
        self.capitals == 1 && self.folded.chars().count() <= 2
    }
}

/// The words of a text; digits, signs and spaces lie between them.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = fold::is_letter(letter) || is_apostrophe(letter) || fold::is_mark(letter);
        match (start, is_inside) {
            (None, true) if fold::is_letter(letter) => start = Some(at),
            (Some(from), false) => {
                let previous_end = tokens.last().map(|token| token.end);
                if !is_ordinal_ending(text, from, at) {
                    tokens.push(token(text, from, at, previous_end));
                }
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// Whether letters are the ending of the figures before them: 25-ші, 22-й, 1st.
fn is_ordinal_ending(text: &str, from: usize, to: usize) -> bool {
    const ENDINGS: [&str; 24] = [
        "шы", "ші", "ншы", "нші", "ыншы", "інші", "й", "я", "е", "го", "му", "м", "х", "ю", "ым",
        "ом", "ой", "ую", "ые", "ых", "st", "nd", "rd", "th",
    ];
    let before = &text[..from];
    let before = before.strip_suffix(is_hyphen).unwrap_or(before);
    before.ends_with(|c: char| c.is_ascii_digit()) && ENDINGS.contains(&&text[from..to])
}

/// Roman figures in Latin letters: in Cyrillic text their І and Х are often Cyrillic.
fn roman(word: &str) -> Option<String> {
    let latin = |letter| match letter {
        'І' | 'I' => Some('i'),
        'Х' | 'X' => Some('x'),
        'V' => Some('v'),
        _ => None,
    };
    // One letter is an initial.
    let is_several = word.chars().nth(1).is_some() && word.len() <= 16;
    word.chars()
        .map(latin)
        .collect::<Option<String>>()
        .filter(|_| is_several)
}

fn starts_sentence(text: &str, start: usize) -> bool {
    let is_between = |c: char| c.is_whitespace() || is_quote(c) || matches!(c, '–' | '—' | '(');
    // Longer stretches without a sign are not looked through.
    let mut before = text[..start].chars().rev().take(8);
    let sign = before.find(|&c| !is_between(c));
    sign.is_none_or(|sign| matches!(sign, '.' | '!' | '?' | '…' | ':'))
}

/// The figures right before a word.
fn number(text: &str, previous_end: usize, start: usize) -> Option<Number> {
    /// Longer stretches are not looked through, in bytes.
    const LONGEST: usize = 24;
    let between = &text[previous_end..start];
    if between.len() > LONGEST {
        // The last figures stand within the last bytes of it, or nowhere near.
        let mut from = start - LONGEST;
        while !text.is_char_boundary(from) {
            from += 1;
        }
        return number(text, from, start);
    }
    let after = between.trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits = after.len() - after.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &between[after.len()..];
    let is_near = rest
        .chars()
        .all(|c| c.is_whitespace() || c.is_alphabetic() || is_hyphen(c));
    let start = previous_end + after.len() - digits;
    let value = text[start..start + digits].parse().ok()?;
    is_near.then_some(Number { start, value })
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '’' | '\'' | 'ʼ')
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '«' | '»' | '“' | '”' | '„' | '"' | '‘' | '’')
}

pub fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

fn token(text: &str, start: usize, end: usize, previous_end: Option<usize>) -> Token {
    // A closing single quotation mark is not an apostrophe.
    let word = text[start..end].trim_end_matches(is_apostrophe);
    let end = start + word.len();
    let is_word = word.len() <= LONGEST_WORD;
    Token {
        start,
        end,
        folded: match roman(word) {
            Some(figures) => figures,
            None if is_word => fold::word(word),
            None => String::new(),
        },
        capitals: word.chars().take_while(|c| c.is_uppercase()).count(),
        gap: previous_end.map_or(Gap::Other, |previous| gap(&text[previous..start])),
        opens: text[..start].ends_with(['«', '“', '„', '"', '‘', '”']),
        closes: text[end..].starts_with(['»', '”', '“', '"', '’']),
        starts_sentence: starts_sentence(text, start),
        starts_line: previous_end.is_none_or(|previous| text[previous..start].contains('\n')),
        follows_number: text[..start]
            .strip_suffix(is_hyphen)
            .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit() || c == '%')),
        number: number(text, previous_end.unwrap_or(0), start),
    }
}

fn gap(between: &str) -> Gap {
    /// Longer gaps are of no use to anyone, in bytes.
    const LONGEST: usize = 16;
    if between.is_empty() || between.len() > LONGEST {
        return Gap::Other;
    }
    let breaks = between.chars().filter(|&c| c == '\n').count();
    let is_space = |c: char| c.is_whitespace() || fold::is_mark(c);
    let signs: Vec<char> = between.chars().filter(|&c| !is_space(c)).collect();
    match signs[..] {
        _ if breaks > 1 => Gap::Other,
        [] => Gap::Space,
        [hyphen] if is_hyphen(hyphen) && !between.starts_with(char::is_whitespace) => {
            // A word broken at the end of a line goes on in the next.
            if between.ends_with(' ') && breaks == 0 {
                Gap::Other
            } else {
                Gap::Hyphen
            }
        }
        // «Қазақ»тың: the hyphen is left out.
        ['»' | '”' | ')'] if !between.contains(char::is_whitespace) => Gap::QuoteHyphen,
        ['(' | ')'] => Gap::Bracket,
        [quote] if is_quote(quote) => Gap::Quote,
        [sign, hyphen] if (is_quote(sign) || sign == ')') && is_hyphen(hyphen) => Gap::QuoteHyphen,
        ['.'] => Gap::Stop,
        [','] => Gap::Comma,
        _ => Gap::Other,
    }
}

/// Cuts a text where no name is cut, into pieces that are handled one at a time, so that
/// the longest text needs no more memory than a short one; with the byte offset of each.
pub fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    const LENGTH: usize = 1 << 16;
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= text.len() {
            return None;
        }
        let mut end = (from + LENGTH).min(text.len());
        if end < text.len() {
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            let window = &text[from..end];
            let cut = window
                .rfind('\n')
                .or_else(|| window.rfind(". ").map(|at| at + 1))
                .or_else(|| window.rfind(' '));
            if let Some(cut) = cut.filter(|&cut| cut > 0) {
                end = from + cut;
            }
        }
        let piece = (from, &text[from..end]);
        from = end;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_places() {
        let text = "А. Бөкейхан «Қазақ»-та, 25 Алаш-Орда";
        let all = tokens(text);
        let words: Vec<_> = all.iter().map(|t| &text[t.start..t.end]).collect();
        assert_eq!(words, ["А", "Бөкейхан", "Қазақ", "та", "Алаш", "Орда"]);
        let gaps: Vec<_> = all[1..].iter().map(|t| t.gap).collect();
        assert_eq!(
            gaps,
            [
                Gap::Stop,
                Gap::Quote,
                Gap::QuoteHyphen,
                Gap::Other,
                Gap::Hyphen
            ]
        );
        assert!(all[2].is_alone_in_quotes() && !all[4].opens);
        assert!(all[0].is_initial() && !all[1].is_initial());
    }

    #[test]
    fn marks_without_end_do_no_harm() {
        assert_eq!(tokens(&"\u{301}".repeat(100_000)), []);
        assert_eq!(tokens(&format!("а{}", "\u{301}".repeat(100_000))).len(), 1);
    }

    #[test]
    fn pieces_make_up_the_text() {
        for text in [
            "",
            "а",
            &"Алаш Орда. ".repeat(20_000),
            &"ә".repeat(200_000),
            &"\n".repeat(200_000),
        ] {
            let mut whole = String::new();
            for (start, piece) in pieces(text) {
                assert_eq!(start, whole.len());
                whole.push_str(piece);
            }
            assert_eq!(whole, text);
        }
    }
}
