//! The chain of endings of a Kazakh noun, as an automaton: which ending may come next
//! depends on the place in the chain, the last sound, and the vowels so far.
//!
//! Stem · plural · possessive · case · (-ғы, then plural, possessive, case again) · person.

use super::sounds::{Harmony, Sound, sound};

/// Where in the chain one stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Stem,
    /// The stem of a compound whose dictionary form has the possessive ending (жиналыс of
    /// «Құрылтай жиналысы»): a possessive must come.
    Owned,
    OwnedPlural,
    Plural,
    /// After -м, -ң.
    Near,
    /// After -мыз, -ңыз.
    Ours,
    /// After -(с)ы.
    Third,
    /// After the ablative, on which nothing but a person can stand.
    Case,
    /// After -да, -нда: -ғы may follow.
    Locative,
    /// After -ғы, -нікі.
    Attribute,
    Done,
}

/// What kind of thing a noun names, as far as its endings depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nature {
    /// Someone who can say «I am a …»: takes personal endings, -сыз among them. After
    /// other nouns -сыз means «without» and makes another word.
    pub is_person: bool,
    /// A time takes -ғы straight away: жылғы, кешкі.
    pub is_time: bool,
    /// For short words only the endings of the right vowels are taken.
    pub harmony: Option<Harmony>,
}

/// A place in the chain with all that the next ending depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    pub place: Place,
    pub sound: Sound,
    pub harmony: Option<Harmony>,
    pub nature: Nature,
    /// Whether an ending that begins with a vowel may follow.
    pub takes_vowel: bool,
    /// Whether one that begins with a consonant, or nothing at all, may follow.
    pub takes_consonant: bool,
}

/// Back and front form; equal where there is only one.
type Pair = [&'static str; 2];

const NO_HARMONY: usize = 2;

impl State {
    /// Whether `rest`, in small letters, is a chain that may follow.
    pub fn allows(&self, rest: &str) -> bool {
        /// The longest chain of real words is well under this, in bytes.
        const LONGEST: usize = 60;
        if rest.is_empty() {
            let is_bare_owned = matches!(self.place, Place::Owned | Place::OwnedPlural);
            return self.takes_consonant && !is_bare_owned;
        }
        rest.len() <= LONGEST && self.follows(rest)
    }

    fn follows(&self, rest: &str) -> bool {
        let mut is_legal = false;
        self.each_next(&mut |pair: Pair, next: Place| {
            is_legal = is_legal || self.step(rest, pair, next);
        });
        is_legal
    }

    fn step(&self, rest: &str, pair: Pair, next: Place) -> bool {
        let sides = if pair[0] == pair[1] { 1 } else { NO_HARMONY };
        (0..sides).any(|side| {
            let own = if sides == 1 {
                None
            } else {
                Some([Harmony::Back, Harmony::Front][side])
            };
            let agrees = own.is_none() || self.harmony.is_none() || own == self.harmony;
            let ending = pair[side];
            let starts_with_vowel = ending.starts_with(['ы', 'і', 'а', 'е']);
            let fits = if starts_with_vowel {
                self.takes_vowel
            } else {
                self.takes_consonant
            };
            agrees
                && fits
                && rest.strip_prefix(ending).is_some_and(|rest| {
                    let is_front = own.is_none() && ending.ends_with('і');
                    let after = State {
                        place: next,
                        sound: sound(ending),
                        harmony: own.or(is_front.then_some(Harmony::Front)).or(self.harmony),
                        nature: self.nature,
                        takes_vowel: true,
                        takes_consonant: true,
                    };
                    after.allows(rest)
                })
        })
    }

    /// Calls `take` with every ending that may follow, and the place that it leads to.
    fn each_next(&self, take: &mut dyn FnMut(Pair, Place)) {
        match self.place {
            Place::Stem => {
                self.plurals(take, Place::Plural);
                self.possessives(take);
                self.cases(take);
                if self.nature.is_time {
                    self.of_time(take);
                }
                self.persons(take, self.nature.is_person);
            }
            Place::Owned => {
                self.plurals(take, Place::OwnedPlural);
                self.possessives(take);
            }
            Place::OwnedPlural => self.possessives(take),
            Place::Plural => {
                self.possessives(take);
                self.cases(take);
                self.persons(take, true);
            }
            Place::Near => {
                self.cases(take);
                take(["а", "е"], Place::Done);
                self.persons(take, true);
            }
            Place::Ours => {
                self.cases(take);
                self.persons(take, true);
            }
            Place::Third => {
                third_cases(take);
                // «мүшесімін»; but «белгісіз» is «unknown».
                take(["мын", "мін"], Place::Done);
                take(["мыз", "міз"], Place::Done);
                take(["сың", "сің"], Place::Done);
            }
            Place::Locative => {
                take(["ғы", "гі"], Place::Attribute);
                self.persons(take, true);
            }
            Place::Attribute => {
                self.plurals(take, Place::Plural);
                self.possessives(take);
                self.cases(take);
            }
            Place::Case => self.persons(take, true),
            Place::Done => {}
        }
    }

    fn plurals(&self, take: &mut dyn FnMut(Pair, Place), next: Place) {
        match self.sound {
            Sound::Vowel | Sound::Glide | Sound::Foreign => take(["лар", "лер"], next),
            Sound::Lateral | Sound::Nasal | Sound::Buzz => take(["дар", "дер"], next),
            Sound::Voiceless => take(["тар", "тер"], next),
            Sound::Wavering => {
                take(["тар", "тер"], next);
                take(["дар", "дер"], next);
            }
        }
    }

    fn possessives(&self, take: &mut dyn FnMut(Pair, Place)) {
        if matches!(self.sound, Sound::Vowel | Sound::Foreign) {
            take(["м", "м"], Place::Near);
            take(["ң", "ң"], Place::Near);
            take(["мыз", "міз"], Place::Ours);
            take(["ңыз", "ңіз"], Place::Ours);
            take(["сы", "сі"], Place::Third);
        }
        if self.sound != Sound::Vowel {
            take(["ым", "ім"], Place::Near);
            take(["ың", "ің"], Place::Near);
            take(["ымыз", "іміз"], Place::Ours);
            take(["ыңыз", "іңіз"], Place::Ours);
            take(["ы", "і"], Place::Third);
        }
    }

    fn cases(&self, take: &mut dyn FnMut(Pair, Place)) {
        let is_near = self.place == Place::Near;
        let (is_voiced, is_voiceless) = match self.sound {
            Sound::Voiceless => (false, true),
            Sound::Wavering => (true, true),
            _ => (true, false),
        };
        if matches!(self.sound, Sound::Vowel | Sound::Nasal | Sound::Foreign) {
            take(["ның", "нің"], Place::Done);
            take(["нікі", "нікі"], Place::Attribute);
        }
        if matches!(self.sound, Sound::Vowel | Sound::Foreign) {
            take(["ны", "ні"], Place::Done);
        }
        if self.sound == Sound::Nasal {
            take(["нан", "нен"], Place::Case);
        }
        if is_voiced {
            if !matches!(self.sound, Sound::Vowel | Sound::Nasal) {
                take(["дың", "дің"], Place::Done);
            }
            if self.sound != Sound::Vowel {
                take(["ды", "ді"], Place::Done);
                take(["дікі", "дікі"], Place::Attribute);
            }
            if self.sound != Sound::Nasal {
                take(["дан", "ден"], Place::Case);
            }
            if !is_near {
                take(["ға", "ге"], Place::Done);
            }
            take(["да", "де"], Place::Locative);
            // Nothing stands on -дай: «қолдаймыз» is a verb.
            take(["дай", "дей"], Place::Done);
        }
        if is_voiceless {
            take(["тың", "тің"], Place::Done);
            take(["тікі", "тікі"], Place::Attribute);
            take(["ты", "ті"], Place::Done);
            take(["тан", "тен"], Place::Case);
            take(["қа", "ке"], Place::Done);
            take(["та", "те"], Place::Locative);
            take(["тай", "тей"], Place::Done);
        }
        self.instrumentals(take);
        take(["ша", "ше"], Place::Done);
    }

    fn instrumentals(&self, take: &mut dyn FnMut(Pair, Place)) {
        let forms: &[&'static str] = match self.sound {
            Sound::Buzz => &["бен", "бенен"],
            Sound::Voiceless => &["пен", "пенен"],
            Sound::Wavering => &["пен", "бен", "пенен", "бенен"],
            _ => &["мен", "менен"],
        };
        for form in forms {
            take([form, form], Place::Done);
        }
    }

    fn of_time(&self, take: &mut dyn FnMut(Pair, Place)) {
        if self.sound == Sound::Voiceless {
            take(["қы", "кі"], Place::Attribute);
        } else {
            take(["ғы", "гі"], Place::Attribute);
        }
    }

    fn persons(&self, take: &mut dyn FnMut(Pair, Place), is_allowed: bool) {
        if !is_allowed {
            return;
        }
        let (me, us) = match self.sound {
            Sound::Buzz => (["бын", "бін"], ["быз", "біз"]),
            Sound::Voiceless | Sound::Wavering => (["пын", "пін"], ["пыз", "піз"]),
            _ => (["мын", "мін"], ["мыз", "міз"]),
        };
        if self.sound == Sound::Nasal {
            // «біз адамбыз» beside «адаммыз».
            take(["быз", "біз"], Place::Done);
        }
        let others: [Pair; 6] = [
            me,
            us,
            ["сың", "сің"],
            ["сыз", "сіз"],
            ["сыңдар", "сіңдер"],
            ["сыздар", "сіздер"],
        ];
        for pair in others {
            take(pair, Place::Done);
        }
    }
}

fn third_cases(take: &mut dyn FnMut(Pair, Place)) {
    take(["ның", "нің"], Place::Done);
    take(["нікі", "нікі"], Place::Attribute);
    take(["на", "не"], Place::Done);
    take(["н", "н"], Place::Done);
    take(["нда", "нде"], Place::Locative);
    take(["нан", "нен"], Place::Case);
    take(["мен", "мен"], Place::Done);
    take(["менен", "менен"], Place::Done);
    take(["ндай", "ндей"], Place::Done);
    take(["нша", "нше"], Place::Done);
    take(["ша", "ше"], Place::Done);
}
