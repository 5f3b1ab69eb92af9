//! Words and names by chance.

use super::random::Random;
use zhylnama::language::{Language, latin};
use zhylnama::pack::{Pack, Text};

/// The words that texts are made of, in the order of [`Language::ALL`].
pub struct Names([Vec<String>; 3]);

impl Names {
    /// The words of a pack's articles, each as often as it stands there.
    pub fn of(pack: &Pack) -> Names {
        Names(Language::ALL.map(|language| {
            let blocks = pack
                .article(language)
                .into_iter()
                .flat_map(|article| &article.sections)
                .flat_map(|section| &section.blocks);
            blocks
                .flat_map(|block| block.rich())
                .flat_map(|rich| rich.text.split_whitespace())
                .map(str::to_owned)
                .collect()
        }))
    }

    /// Some words of a language, one after another.
    pub fn words(&self, random: &mut Random, language: Language, count: usize) -> String {
        let words = &self.0[language.index()];
        let chosen: Vec<&str> = (0..count)
            .map(|_| words[random.below(words.len())].as_str())
            .collect();
        chosen.join(" ")
    }

    /// So many words in every language.
    pub fn phrase(&self, random: &mut Random, count: usize) -> Text {
        let [kk, ru, en] = Language::ALL.map(|language| Some(self.words(random, language, count)));
        Text { kk, ru, en }
    }

    /// A surname made of syllables, written alike in Kazakh and Russian.
    pub fn surname(&self, random: &mut Random) -> Text {
        const FIRST: [&str; 16] = [
            "Бе", "Сей", "Жан", "Мыр", "Ал", "Дос", "Ер", "Кен", "Нұр", "Ора", "Тай", "Үсе", "Шо",
            "Қар", "Ис", "Мұ",
        ];
        const MIDDLE: [&str; 16] = [
            "ба", "ке", "дә", "ғұ", "мәм", "тай", "лық", "сын", "жі", "қан", "лі", "рым", "мы",
            "нә", "зе", "шы",
        ];
        const LAST: [&str; 4] = ["ов", "ев", "ұлы", "баев"];
        let mut pick = |parts: &[&'static str]| parts[random.below(parts.len())];
        let name = [pick(&FIRST), pick(&MIDDLE), pick(&MIDDLE), pick(&LAST)].concat();
        Text {
            en: Some(latin::to_latin(&name)),
            ru: Some(name.clone()),
            kk: Some(name),
        }
    }

    /// An initial and the surname.
    pub fn full_name(&self, random: &mut Random, surname: &Text) -> Text {
        const INITIALS: [(&str, &str); 6] = [
            ("А.", "A."),
            ("М.", "M."),
            ("Ж.", "J."),
            ("С.", "S."),
            ("Н.", "N."),
            ("Т.", "T."),
        ];
        let (cyrillic, latin) = INITIALS[random.below(INITIALS.len())];
        let with = |initial: &str, name: &Option<String>| {
            name.as_ref().map(|name| format!("{initial} {name}"))
        };
        Text {
            kk: with(cyrillic, &surname.kk),
            ru: with(cyrillic, &surname.ru),
            en: with(latin, &surname.en),
        }
    }
}
