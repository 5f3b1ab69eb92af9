//! What stands beside a surname: initials and given names, and whose they are.

use super::lexicon::Pattern;
use super::tokens::{Gap, Token};
use crate::language::inflection::{Beginning, beginnings};
use crate::language::{Language, fold};
use std::collections::HashMap;

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

/// The given names that a text may hold: those of the people of a pack, and common ones.
pub(super) struct GivenNames {
    language: Language,
    /// Their beginnings, by which a form is looked up: see [`Beginning`].
    known: HashMap<String, Vec<Beginning>>,
}

impl GivenNames {
    pub fn new(language: Language) -> GivenNames {
        let mut names = GivenNames {
            language,
            known: HashMap::new(),
        };
        for name in common_given_names(language).split_whitespace() {
            for beginning in beginnings(name, language, true) {
                names.add(beginning);
            }
        }
        names
    }

    pub fn extend(&mut self, given: &[Given]) {
        if self.language == Language::Kazakh {
            return;
        }
        for given in given.iter().filter(|given| !given.is_initial()) {
            for beginning in &given.beginnings {
                self.add(beginning.clone());
            }
        }
    }

    fn add(&mut self, beginning: Beginning) {
        let same = self.known.entry(beginning.letters.clone()).or_default();
        if !same.contains(&beginning) {
            same.push(beginning);
        }
    }

    /// Whether a word is a form of a given name.
    fn hold(&self, token: &Token) -> bool {
        let ends = token.folded.char_indices().map(|(at, _)| at).skip(3);
        token.capitals == 1
            && ends.chain([token.folded.len()]).any(|end| {
                let (letters, tail) = token.folded.split_at(end);
                let known = self.known.get(letters).into_iter().flatten();
                known.into_iter().any(|beginning| beginning.allows(tail))
            })
    }

    /// Where the given name right before a word stands, with a father's name between or not.
    pub fn before(&self, tokens: &[Token], at: usize) -> Option<usize> {
        let right_before = |at: usize| {
            let before = at.checked_sub(1)?;
            (tokens[at].gap == Gap::Space && tokens[before].capitals == 1).then_some(before)
        };
        let mut before = right_before(at)?;
        if self.is_patronymic(&tokens[before]) {
            before = right_before(before)?;
        }
        self.hold(&tokens[before]).then_some(before)
    }

    /// «Евлампиевичем», “Ivanovich”.
    fn is_patronymic(&self, token: &Token) -> bool {
        const RUSSIAN: [&str; 15] = [
            "вич",
            "вича",
            "вичу",
            "вичем",
            "виче",
            "ьич",
            "ьича",
            "ьичу",
            "ьичом",
            "ьиче",
            "вна",
            "вны",
            "вне",
            "вну",
            "вной",
        ];
        let endings: &[&str] = match self.language {
            Language::Russian => &RUSSIAN,
            Language::English => &["vich", "yich", "vna"],
            Language::Kazakh => &[],
        };
        token.folded.chars().count() > 5 && endings.iter().any(|end| token.folded.ends_with(end))
    }
}

/// Given names that are met beside the surnames of other people.
fn common_given_names(language: Language) -> &'static str {
    match language {
        Language::Russian => {
            "александр алексей анастасий анатолий андрей антон аркадий артём афанасий богдан борис \
             вадим валентин валерий валериан василий виктор виталий владимир владислав всеволод \
             вячеслав гавриил геннадий георгий герман глеб григорий даниил денис дмитрий евгений \
             егор ефим иван игнатий игорь илья иннокентий иосиф карл кирилл константин лев леонид \
             лука максим марк матвей михаил никита никифор николай олег павел пётр прокофий роман \
             семён сергей степан тимофей трофим фёдор филипп юлий юрий яков анна вера елена \
             екатерина мария надежда наталья ольга софья татьяна \
             абдулла али асан ахмед бекен ержан ермек ильяс кадыр касым марат мурат муса мухтар \
             нурлан омар рашид сабит серик султан темирбек умар хасан юсуп"
        }
        // There a given name may be another word of the sentence: «Әлихан Байтұрсынұлымен
        // кездесті».
        Language::Kazakh => "",
        Language::English => {
            "adam albert alexander alexei anastasy anatoly andrei anna anton arkady arthur boris \
             charles daniel david dmitri dmitry edward elena eugene fyodor george georgy gleb \
             grigory henry igor ilya ivan jakob james john joseph karl konstantin leonid leo lev \
             maria mark maxim michael mikhail nicholas nikita nikolai oleg olga paul pavel peter \
             philip pyotr richard robert roman semyon sergei stepan thomas timofei valentin \
             valerian vasily viktor vladimir walter william yakov yuri \
             abdulla ali asan beken hasan ilyas kasym marat murat musa mukhtar omar rashid serik"
        }
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

    /// Where the name of a person begins; `None` if the initials or the given name before
    /// are another's: «Борис Корнилов» is not Лавр Корнилов.
    pub fn first_of(
        &self,
        tokens: &[Token],
        person: &Pattern,
        names: &GivenNames,
    ) -> Option<usize> {
        if self.initials_from < self.surname {
            let written = initial(&tokens[self.initials_from].folded, self.language)?;
            let is_same = person.given.is_empty()
                || person.given.iter().any(|given| given.initial == written);
            return is_same.then_some(self.initials_from);
        }
        let mut first = self.surname;
        let is_own = |first: usize| {
            first > 0
                && tokens[first].gap == Gap::Space
                && person.is_given(&tokens[first - 1].folded)
        };
        while is_own(first) {
            first -= 1;
        }
        // A father's name that the pack does not tell.
        let is_fathers = first == self.surname
            && first > 0
            && tokens[first].gap == Gap::Space
            && names.is_patronymic(&tokens[first - 1]);
        if is_fathers && is_own(first - 1) {
            first -= 2;
        }
        let is_anothers = names
            .before(tokens, self.surname)
            .is_some_and(|given| given < first && !self.may_be_of(&tokens[given], person));
        (!is_anothers).then_some(first)
    }

    /// Whether a given name may be another spelling of a person's own.
    fn may_be_of(&self, given: &Token, person: &Pattern) -> bool {
        let written = initial(&given.folded, self.language);
        person.given.is_empty()
            || person
                .given
                .iter()
                .any(|given| Some(given.initial) == written)
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
