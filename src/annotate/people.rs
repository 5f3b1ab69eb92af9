//! What stands beside a surname: initials and given names, and whose they are.

use super::lexicon::Pattern;
use super::tokens::{Gap, Token};
use crate::language::inflection::Beginning;
use crate::language::{Language, fold};

/// A given name; of one letter if only the initial is known.
#[derive(Debug)]
pub(super) struct Given {
    pub initial: char,
    /// See [`loose`].
    pub loose: String,
    pub beginnings: Vec<Beginning>,
}

impl Given {
    /// Whether only the initial is known.
    pub fn is_initial(&self) -> bool {
        self.loose.chars().count() < 3
    }
}

/// A name with the letters of Kazakh as those of Russian, as the spellings of one name
/// differ: Міржақып and Мыржақып, Көлбай and Қолбай.
pub(super) fn loose(name: &str) -> String {
    name.chars()
        .map(|letter| match letter {
            'ә' => 'а',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'і' | 'ы' => 'и',
            'қ' => 'к',
            'ғ' => 'г',
            'ң' => 'н',
            'һ' => 'х',
            _ => letter,
        })
        .collect()
}

/// The initials and given names that stand before a surname.
pub(super) struct Before {
    surname: usize,
    /// The first of the initials right before it.
    initials_from: usize,
    language: Language,
}

impl Before {
    pub fn surname(tokens: &[Token], surname: usize, language: Language) -> Before {
        const MOST: usize = 3;
        let mut first = surname;
        while first > 0
            && surname - first < MOST
            && tokens[first].gap == Gap::Stop
            && tokens[first - 1].is_initial()
        {
            first -= 1;
        }
        Before {
            surname,
            initials_from: first,
            language,
        }
    }

    /// Where the name of a person begins; `None` if the initials are another's.
    pub fn first_of(&self, tokens: &[Token], person: &Pattern) -> Option<usize> {
        if self.initials_from < self.surname {
            let written = initial(&tokens[self.initials_from].folded, self.language)?;
            let is_same = person.given.is_empty()
                || person.given.iter().any(|given| given.initial == written);
            return is_same.then_some(self.initials_from);
        }
        let mut first = self.surname;
        while first > 0
            && tokens[first].gap == Gap::Space
            && person.is_given(&tokens[first - 1].folded)
        {
            first -= 1;
        }
        Some(first)
    }

    /// Whose initial or given name stands before «and» and the name of a person that
    /// begins at `first`: the word and the person.
    pub fn sharer(
        &self,
        tokens: &[Token],
        namesakes: &[&Pattern],
        first: usize,
    ) -> Option<(usize, usize)> {
        const AND: [&str; 6] = ["және", "мен", "пен", "бен", "и", "and"];
        let and = first.checked_sub(1)?;
        let other = and.checked_sub(1)?;
        let (name, has_initials) = (&tokens[other], self.initials_from < self.surname);
        let is_pair = first < self.surname
            && AND.contains(&tokens[and].folded.as_str())
            && (tokens[and].gap == if has_initials { Gap::Stop } else { Gap::Space })
            && name.is_capitalised()
            && name.is_initial() == has_initials;
        let written = initial(&name.folded, self.language).filter(|_| is_pair)?;
        let person = namesakes.iter().find(|person| {
            if has_initials {
                person.given.iter().any(|given| given.initial == written)
            } else {
                person.is_given(&name.folded)
            }
        })?;
        Some((other, person.entry))
    }
}

/// The first letter of a name, with letters that stand for one another in initials as one.
pub(super) fn initial(name: &str, language: Language) -> Option<char> {
    let mut letters = name.chars();
    let typed = letters.next()?;
    let first = match language {
        Language::English => typed,
        // A Latin X before a Cyrillic surname.
        _ => typed
            .to_uppercase()
            .map(fold::cyrillic_for)
            .flat_map(char::to_lowercase)
            .next()?,
    };
    Some(match first {
        // Дж. and Ж. are one sound.
        'д' if letters.next() == Some('ж') => 'ж',
        'ә' => 'а',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'і' | 'й' | 'ы' => 'и',
        'қ' => 'к',
        'ғ' => 'г',
        'һ' => 'х',
        'k' | 'q' | 'h' => 'k',
        'j' => 'z',
        'y' | 'e' => 'i',
        _ => first,
    })
}
