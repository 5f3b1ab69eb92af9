//! The sounds of Kazakh, as far as endings depend on them.

/// The class of the last sound of what an ending stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    Vowel,
    /// р й у: the endings of a voiced consonant, but a plural in л.
    Glide,
    /// и ю at the end of borrowed words: as after a glide, in careless writing as after
    /// a vowel.
    Foreign,
    /// л.
    Lateral,
    /// м н ң.
    Nasal,
    /// з ж.
    Buzz,
    /// к қ п с т ш ф х ц ч щ һ.
    Voiceless,
    /// б в г д: voiceless by the rule, often voiced in practice.
    Wavering,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harmony {
    Back,
    Front,
}

/// Whether a small letter is a vowel of written Kazakh.
pub fn is_vowel(letter: char) -> bool {
    "аәеёиоөуұүыіэюя".contains(letter)
}

/// The class of a word's last sound; ь and ъ are silent.
pub fn sound(word: &str) -> Sound {
    let last = word.chars().rev().find(|letter| !"ьъ".contains(*letter));
    match last {
        Some('р' | 'й' | 'у') => Sound::Glide,
        Some('и' | 'ю') => Sound::Foreign,
        Some('л') => Sound::Lateral,
        Some('м' | 'н' | 'ң') => Sound::Nasal,
        Some('з' | 'ж') => Sound::Buzz,
        Some('б' | 'в' | 'г' | 'ғ' | 'д') => Sound::Wavering,
        Some(letter) if is_vowel(letter) => Sound::Vowel,
        _ => Sound::Voiceless,
    }
}

/// Whether the endings of a word are back or front, by its last vowel; у and ю follow the
/// vowel before them, и is front in most words.
pub fn harmony(word: &str) -> Harmony {
    if word.ends_with('ь') {
        return Harmony::Front;
    }
    for letter in word.chars().rev() {
        match letter {
            'а' | 'о' | 'ұ' | 'ы' | 'я' | 'ё' => return Harmony::Back,
            'ә' | 'е' | 'ө' | 'ү' | 'і' | 'э' => return Harmony::Front,
            'и' if word != "ми" && !word.contains(['қ', 'ғ', 'х']) => return Harmony::Front,
            _ => {}
        }
    }
    Harmony::Back
}
