//! Russian declension: how a known word begins, and the endings that may follow.
//!
//! The word is given in its dictionary form, or as it stands in a name of several words.
//! The tables take every ending of the word's own declension, and where the dictionary
//! form does not tell the declension, those of each that it may belong to.

/// A beginning with all endings that may follow it.
pub type Stem = (String, &'static [&'static str]);

mod tables;

use tables::*;

/// All beginnings of a word in small letters with the endings of each. A capitalised word
/// may be a surname.
pub fn stems(word: &str, is_capitalised: bool) -> Vec<Stem> {
    let mut stems = vec![(word.to_owned(), BARE)];
    if let Some((_, forms)) = IRREGULAR.iter().find(|(lemma, _)| *lemma == word) {
        stems.extend(forms.split(' ').map(|form| (form.to_owned(), BARE)));
        return stems;
    }
    if word.chars().count() < 2 {
        return stems;
    }
    let mut decliner = Decliner {
        word,
        is_capitalised,
        stems,
    };
    decliner.decline();
    decliner.stems
}

struct Decliner<'a> {
    word: &'a str,
    is_capitalised: bool,
    stems: Vec<Stem>,
}

fn is_vowel(letter: char) -> bool {
    "аеиоуыэюя".contains(letter)
}

impl Decliner<'_> {
    fn add(&mut self, stem: &str, endings: &'static [&'static str]) {
        self.stems.push((stem.to_owned(), endings));
    }

    fn decline(&mut self) {
        let word = self.word;
        if let Some(stem) = strip(word, &["ый", "ая", "ое", "ые"]) {
            self.adjective(stem);
            return;
        }
        if let Some(stem) = strip(word, &["яя", "ее"]) {
            self.add(stem, ADJECTIVE_SOFT);
            self.add(stem, ADJECTIVE);
            return;
        }
        if let Some(stem) = strip(word, &["ий", "ие"]) {
            let is_adjective = stem.ends_with(['г', 'к', 'х', 'ж', 'ш', 'щ', 'ч', 'н']);
            if is_adjective {
                self.adjective(stem);
                self.add(stem, ADJECTIVE_SOFT);
                self.possessive_adjective(stem);
            }
            let with_i = &word[..word.len() - "й".len()];
            if word.ends_with("ий") {
                self.add(with_i, SHORT_I);
            } else {
                self.add(with_i, NEUTER_SOFT);
            }
            return;
        }
        match word.chars().next_back() {
            Some('а') => self.feminine(),
            Some('я') => self.feminine_soft(),
            Some('о') => self.neuter(),
            Some('е') => self.in_e(),
            Some('ы') => self.plural(),
            Some('и') => self.plural_in_i(),
            Some('ь') => self.soft(),
            Some('й') => self.short_i(),
            Some(letter) if !is_vowel(letter) => self.consonant(letter),
            _ => {}
        }
    }

    /// A surname in -ский is a man's, in -ская a woman's; other adjectives have all genders.
    fn adjective(&mut self, stem: &str) {
        let is_name = self.is_capitalised && stem.ends_with("ск");
        let endings = match (is_name, self.word.ends_with("ая")) {
            (true, true) => FEMININE_ADJECTIVE,
            (true, false) if self.word.ends_with("ий") => MASCULINE_ADJECTIVE,
            _ => ADJECTIVE,
        };
        self.add(stem, endings);
    }

    /// казачий, казачьего; казачье войско, казачьи войска.
    fn possessive_adjective(&mut self, stem: &str) {
        self.add(&format!("{stem}ь"), POSSESSIVE_ADJECTIVE);
        self.add(stem, &["ий"]);
    }

    fn consonant(&mut self, last: char) {
        let word = self.word;
        let is_surname = self.is_capitalised
            && ["ов", "ев", "ин", "ын"]
                .iter()
                .any(|end| word.ends_with(end));
        if is_surname {
            self.add(word, SURNAME);
            return;
        }
        if let Some(plural) = strip(word, &["анин", "янин", "арин"]) {
            let kept = &word[plural.len()..word.len() - "ин".len()];
            self.add(word, MASCULINE);
            self.add(&format!("{plural}{kept}"), PLURAL_ANIN);
            return;
        }
        let endings = match last {
            'г' | 'к' | 'х' => MASCULINE_VELAR,
            'ж' | 'ш' | 'ч' | 'щ' => MASCULINE_HUSHER,
            'ц' => MASCULINE_TS,
            _ => MASCULINE,
        };
        self.add(word, endings);
        if let Some(stem) = word
            .strip_suffix("онок")
            .or_else(|| word.strip_suffix("енок"))
        {
            self.add(
                stem,
                &[
                    "ата",
                    "ат",
                    "атам",
                    "атами",
                    "атах",
                    "ята",
                    "ят",
                    "ятам",
                    "ятами",
                    "ятах",
                ],
            );
        }
        self.without_vowel(last);
    }

    /// посёлок, посёлка; боец, бойца; комсомолец, комсомольца; ветер, ветра.
    fn without_vowel(&mut self, last: char) {
        let word = self.word;
        let fleeting = strip_last(word).and_then(|(rest, _)| strip_last(rest));
        let Some((before, vowel @ ('о' | 'е'))) = fleeting else {
            return;
        };
        if !"кцлрнтбв".contains(last) {
            return;
        }
        let is_soft = vowel == 'е';
        let letters = before.chars().count();
        if letters < 2 {
            return;
        }
        let stem = match before.chars().next_back() {
            Some(letter) if is_vowel(letter) => format!("{before}й{last}"),
            Some('л') if is_soft && matches!(last, 'ц' | 'к') => format!("{before}ь{last}"),
            _ => format!("{before}{last}"),
        };
        self.add(&stem, OBLIQUE);
    }

    fn soft(&mut self) {
        let Some(stem) = self.word.strip_suffix('ь') else {
            return;
        };
        self.add(stem, SOFT);
        // церковь, церкви; день, дня; огонь, огня.
        if let Some((rest, last)) = strip_last(stem)
            && let Some((short, 'о' | 'е')) = strip_last(rest)
            && "вннлт".contains(last)
        {
            let short = format!("{short}{last}");
            self.add(
                &short,
                &[
                    "я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях", "ам", "ами", "ах",
                ],
            );
        }
        if stem.ends_with(['ж', 'ш', 'ч', 'щ']) {
            self.add(stem, &["ам", "ами", "ах"]);
        }
    }

    fn short_i(&mut self) {
        let Some(stem) = self.word.strip_suffix('й') else {
            return;
        };
        self.add(stem, SHORT_I);
        if let Some(short) = stem.strip_suffix('е') {
            self.add(
                &format!("{short}ь"),
                &["я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"],
            );
        }
        if let Some(short) = stem.strip_suffix('о') {
            self.add(short, ADJECTIVE);
        }
    }

    fn feminine(&mut self) {
        let Some(stem) = self.word.strip_suffix('а') else {
            return;
        };
        let is_surname = self.is_capitalised
            && ["ов", "ев", "ин", "ын"]
                .iter()
                .any(|end| stem.ends_with(end));
        if is_surname {
            self.add(stem, SURNAME_FEMININE);
            return;
        }
        self.add(stem, FEMININE);
        self.with_vowel(stem);
    }

    fn feminine_soft(&mut self) {
        let Some(stem) = self.word.strip_suffix('я') else {
            return;
        };
        if stem.ends_with('м') {
            self.add(stem, NEUTER_MYA);
        }
        self.add(stem, FEMININE_SOFT);
        if let Some(short) = stem.strip_suffix('ь') {
            self.add(short, &["ей", "ий"]);
        }
        self.with_vowel(stem);
        self.add(stem, &["ев"]);
    }

    fn neuter(&mut self) {
        let Some(stem) = self.word.strip_suffix('о') else {
            return;
        };
        self.add(stem, NEUTER);
        self.with_vowel(stem);
    }

    fn in_e(&mut self) {
        let Some(stem) = self.word.strip_suffix('е') else {
            return;
        };
        if stem.ends_with("ан") || stem.ends_with("ян") || stem.ends_with("ар") {
            self.add(stem, PLURAL_E);
            return;
        }
        self.add(stem, NEUTER_SOFT);
        if let Some(short) = stem.strip_suffix('ь') {
            self.add(short, &["ий", "ей"]);
            self.possessive_adjective(short);
        }
        self.with_vowel(stem);
    }

    fn plural(&mut self) {
        let Some(stem) = self.word.strip_suffix('ы') else {
            return;
        };
        self.add(stem, PLURAL);
        self.with_vowel(stem);
        if let Some(short) = stem.strip_suffix('ц') {
            self.add(&format!("{short}ец"), BARE);
        }
    }

    fn plural_in_i(&mut self) {
        let Some(stem) = self.word.strip_suffix('и') else {
            return;
        };
        if stem.ends_with(['г', 'к', 'х', 'ж', 'ш', 'ч', 'щ']) {
            self.add(stem, PLURAL);
            self.with_vowel(stem);
        } else {
            self.add(stem, PLURAL_SOFT);
        }
    }

    /// The genitive plural with its vowel: отставок, девочек, войн, земель, деревень.
    fn with_vowel(&mut self, stem: &str) {
        let Some((rest, last)) = strip_last(stem) else {
            return;
        };
        let Some((short, before)) = strip_last(rest) else {
            return;
        };
        if is_vowel(last) || is_vowel(before) || last == 'ь' {
            return;
        }
        let rest = if matches!(before, 'ь' | 'й') {
            short
        } else {
            rest
        };
        for vowel in ["о", "е"] {
            self.add(&format!("{rest}{vowel}{last}"), &["", "ь"]);
        }
    }
}

fn strip<'a>(word: &'a str, endings: &[&str]) -> Option<&'a str> {
    let stem = endings
        .iter()
        .find_map(|ending| word.strip_suffix(ending))?;
    (stem.chars().count() >= 2).then_some(stem)
}

fn strip_last(word: &str) -> Option<(&str, char)> {
    let mut letters = word.chars();
    let last = letters.next_back()?;
    Some((letters.as_str(), last))
}

#[cfg(test)]
mod tests;
