//! Names in a row that share their last words: «Орал, Торғай және Семей облыстары».

use super::tokens::{Gap, Token};
use crate::language::Language;

/// Longer lists are not followed.
const LONGEST: usize = 10;

fn is_conjunction(word: &str, language: Language) -> bool {
    match language {
        Language::Kazakh => ["және", "мен", "бен", "пен", "һәм"].contains(&word),
        Language::Russian => word == "и",
        Language::English => word == "and",
    }
}

/// The first word of the next member of a list, of which a member ends at a word.
fn next_member(tokens: &[Token], last: usize, language: Language) -> Option<usize> {
    let next = tokens.get(last + 1)?;
    let (mut first, is_near) = match next.gap {
        Gap::Comma => (last + 1, true),
        Gap::Space => (last + 2, is_conjunction(&next.folded, language)),
        _ => (0, false),
    };
    // «A, B, and C»; «және ішінара Жетісу».
    for _ in 0..2 {
        let is_filler = tokens
            .get(first)
            .is_some_and(|token| !token.is_capitalised());
        first += usize::from(is_filler);
    }
    (is_near && tokens.get(first)?.is_capitalised()).then_some(first)
}

/// Whether a list goes on after one of the words of a name that begins at a word.
pub fn goes_on(tokens: &[Token], at: usize, language: Language) -> bool {
    (at..at + 3).any(|last| next_member(tokens, last, language).is_some())
}

/// Where the shared last words may begin, after each of the members that follow a word.
pub fn heads(tokens: &[Token], mut last: usize, language: Language) -> Vec<usize> {
    let mut heads = Vec::new();
    while heads.len() < LONGEST
        && let Some(first) = next_member(tokens, last, language)
    {
        last = first;
        let is_inside =
            |token: &Token| token.is_capitalised() && matches!(token.gap, Gap::Hyphen | Gap::Space);
        while tokens.get(last + 1).is_some_and(is_inside) && last < first + 3 {
            last += 1;
        }
        if last + 1 < tokens.len() {
            heads.push(last + 1);
        }
    }
    heads
}

/// Whether a form of a word says that there are several.
pub fn is_plural(form: &str, word: &str, language: Language) -> bool {
    match language {
        Language::Kazakh => {
            let same = form.chars().zip(word.chars());
            let same: usize = same
                .take_while(|(one, other)| one == other)
                .map(|(letter, _)| letter.len_utf8())
                .sum();
            ["лар", "лер", "дар", "дер", "тар", "тер"]
                .iter()
                .any(|ending| form[same..].starts_with(ending))
        }
        // «Тургайская и Уральская области», «Тургайской и Уральской области».
        Language::Russian => true,
        Language::English => form.ends_with('s') && form != word,
    }
}
