//! A sorted list of words in one block of memory: found whole, by beginning, or with one
//! slip of the finger.

use std::ops::Range;

/// Words (keys, in ASCII), sorted and each there once.
#[derive(Debug, Default)]
pub struct Dictionary {
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
}

impl Dictionary {
    /// A dictionary of words that are sorted and differ.
    pub fn of_sorted<'a>(words: impl IntoIterator<Item = &'a str>) -> Dictionary {
        let mut dictionary = Dictionary::default();
        for word in words {
            dictionary.letters.push_str(word);
            dictionary.ends.push(dictionary.letters.len() as u32);
        }
        dictionary.letters.shrink_to_fit();
        dictionary.ends.shrink_to_fit();
        dictionary
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word of a number below [`Dictionary::len`].
    pub fn word(&self, number: usize) -> &str {
        let start = match number {
            0 => 0,
            _ => self.ends[number - 1],
        };
        &self.letters[start as usize..self.ends[number] as usize]
    }

    /// The number of a word.
    pub fn find(&self, word: &str) -> Option<u32> {
        let at = self.first_from(0, |other| other < word);
        (at < self.len() && self.word(at) == word).then_some(at as u32)
    }

    /// The numbers of all words that begin so.
    pub fn beginning(&self, letters: &str) -> Range<u32> {
        let first = self.first_from(0, |word| word < letters);
        let last = self.first_from(first, |word| word.starts_with(letters));
        first as u32..last as u32
    }

    /// The numbers of all words that one slip parts from `word`: a letter left out, put in,
    /// changed, or two neighbours that changed places. With `is_beginning`, also of all
    /// words that begin with such a word.
    pub fn near(&self, word: &str, is_beginning: bool) -> Vec<u32> {
        Walk::new(word.as_bytes(), is_beginning).through(self)
    }

    /// The first word from a number on for which `is_before` is false; it is true for a
    /// run of words at the beginning.
    fn first_from(&self, from: usize, is_before: impl Fn(&str) -> bool) -> usize {
        let mut range = from..self.len();
        while range.start < range.end {
            let middle = usize::midpoint(range.start, range.end);
            if is_before(self.word(middle)) {
                range.start = middle + 1;
            } else {
                range.end = middle;
            }
        }
        range.start
    }

    /// Bytes of memory held.
    pub fn size(&self) -> usize {
        self.letters.capacity() + self.ends.capacity() * size_of::<u32>()
    }
}

/// Greatest distance that is told apart from others.
const FAR: u8 = 2;

/// A walk through the sorted words with the rows of the Damerau–Levenshtein table of the
/// letters that a word shares with the one before it; beginnings from which no near word
/// can come are leapt over.
struct Walk<'a> {
    wanted: &'a [u8],
    is_beginning: bool,
    /// One row for each letter of the present word, and one before the first.
    rows: Vec<Vec<u8>>,
    letters: Vec<u8>,
}

impl<'a> Walk<'a> {
    fn new(wanted: &'a [u8], is_beginning: bool) -> Walk<'a> {
        let first = (0..=wanted.len()).map(|at| (at as u8).min(FAR)).collect();
        Walk {
            wanted,
            is_beginning,
            rows: vec![first],
            letters: Vec::new(),
        }
    }

    fn through(mut self, dictionary: &Dictionary) -> Vec<u32> {
        let mut found = Vec::new();
        let mut number = 0;
        while number < dictionary.len() {
            let word = dictionary.word(number).as_bytes();
            let shared = common(&self.letters, word);
            self.letters.truncate(shared);
            self.rows.truncate(shared + 1);
            match self.walk_on(word) {
                // No word with this beginning is near: on to the first without it.
                Outcome::DeadEnd => {
                    let dead = self.letters.clone();
                    number =
                        dictionary.first_from(number, |other| other.as_bytes().starts_with(&dead));
                }
                Outcome::AllThatBeginSo => {
                    let good = self.letters.clone();
                    let end =
                        dictionary.first_from(number, |other| other.as_bytes().starts_with(&good));
                    found.extend(number as u32..end as u32);
                    number = end;
                }
                Outcome::Whole(is_near) => {
                    found.extend(is_near.then_some(number as u32));
                    number += 1;
                }
            }
        }
        found
    }

    fn walk_on(&mut self, word: &[u8]) -> Outcome {
        while self.letters.len() < word.len() {
            let letter = word[self.letters.len()];
            let row = self.next_row(letter);
            let is_dead = row.iter().all(|&distance| distance >= FAR);
            let is_met = row[self.wanted.len()] < FAR;
            self.rows.push(row);
            self.letters.push(letter);
            if is_dead {
                return Outcome::DeadEnd;
            }
            if is_met && self.is_beginning {
                return Outcome::AllThatBeginSo;
            }
        }
        Outcome::Whole(self.rows[word.len()][self.wanted.len()] < FAR)
    }

    /// The row after one more letter; distances of two and more are all the same.
    fn next_row(&self, letter: u8) -> Vec<u8> {
        let depth = self.letters.len();
        let above = &self.rows[depth];
        let mut row = Vec::with_capacity(above.len());
        row.push((above[0] + 1).min(FAR));
        for (at, &wanted) in self.wanted.iter().enumerate() {
            let changed = above[at] + u8::from(wanted != letter);
            let mut least = changed.min(above[at + 1] + 1).min(row[at] + 1);
            let is_swap = at > 0
                && depth > 0
                && self.wanted[at - 1] == letter
                && self.letters[depth - 1] == wanted;
            if is_swap {
                least = least.min(self.rows[depth - 1][at - 1] + 1);
            }
            row.push(least.min(FAR));
        }
        row
    }
}

enum Outcome {
    DeadEnd,
    AllThatBeginSo,
    Whole(bool),
}

fn common(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary(words: &str) -> Dictionary {
        let mut words: Vec<&str> = words.split_whitespace().collect();
        words.sort_unstable();
        Dictionary::of_sorted(words)
    }

    fn words(dictionary: &Dictionary, numbers: impl IntoIterator<Item = u32>) -> String {
        let words: Vec<&str> = numbers
            .into_iter()
            .map(|number| dictionary.word(number as usize))
            .collect();
        words.join(" ")
    }

    #[test]
    fn words_are_found_whole_and_by_beginning() {
        let all = dictionary("alas alasorda alasordanin kazak kenes kenester");
        assert_eq!(all.find("kazak"), Some(3));
        assert_eq!(all.find("kaza"), None);
        assert_eq!(words(&all, all.beginning("alasor")), "alasorda alasordanin");
        assert_eq!(words(&all, all.beginning("k")), "kazak kenes kenester");
        assert_eq!(all.beginning("z").len(), 0);
        assert_eq!(all.beginning("").len(), 6);
        assert_eq!(Dictionary::default().find("a"), None);
    }

    #[test]
    fn one_slip_of_each_sort_is_forgiven_and_two_are_not() {
        let all = dictionary("alasorda orinbor orinborga semei omsk");
        for slip in [
            "alasoda",
            "alasordda",
            "alasurda",
            "alasodra",
            "lasorda",
            "alasord",
        ] {
            assert_eq!(words(&all, all.near(slip, false)), "alasorda", "{slip}");
        }
        for slips in ["alasu", "alosoda", "aalsodra", ""] {
            assert_eq!(words(&all, all.near(slips, false)), "", "{slips}");
        }
        assert_eq!(words(&all, all.near("orenb", true)), "orinbor orinborga");
        assert_eq!(words(&all, all.near("orinbor", true)), "orinbor orinborga");
    }

    /// The table without any leaping, to compare with.
    fn distance(one: &[u8], other: &[u8]) -> usize {
        let mut table = vec![vec![0; other.len() + 1]; one.len() + 1];
        for i in 0..=one.len() {
            for j in 0..=other.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let changed = usize::from(one[i - 1] != other[j - 1]);
                        let mut least = (table[i - 1][j] + 1)
                            .min(table[i][j - 1] + 1)
                            .min(table[i - 1][j - 1] + changed);
                        if i > 1
                            && j > 1
                            && one[i - 1] == other[j - 2]
                            && one[i - 2] == other[j - 1]
                        {
                            least = least.min(table[i - 2][j - 2] + 1);
                        }
                        least
                    }
                };
            }
        }
        table[one.len()][other.len()]
    }

    #[test]
    fn the_walk_finds_what_the_whole_table_finds() {
        // All words of up to five letters of a small alphabet, thinned out.
        let mut all = Vec::new();
        for number in 1_u32..3_000 {
            let mut rest = number.wrapping_mul(2_654_435_761);
            let length = 1 + number as usize % 6;
            let word: String = (0..length)
                .map(|_| {
                    rest = rest.rotate_left(5).wrapping_mul(31);
                    char::from(b'a' + (rest >> 29) as u8 % 4)
                })
                .collect();
            all.push(word);
        }
        all.sort();
        all.dedup();
        let dictionary = Dictionary::of_sorted(all.iter().map(String::as_str));
        for wanted in all.iter().step_by(17) {
            let expected: Vec<u32> = (0..all.len())
                .filter(|&at| distance(wanted.as_bytes(), all[at].as_bytes()) <= 1)
                .map(|at| at as u32)
                .collect();
            assert_eq!(dictionary.near(wanted, false), expected, "{wanted}");
            let beginnings: Vec<u32> = (0..all.len())
                .filter(|&at| {
                    let word = all[at].as_bytes();
                    (0..=word.len()).any(|end| distance(wanted.as_bytes(), &word[..end]) <= 1)
                })
                .map(|at| at as u32)
                .collect();
            assert_eq!(dictionary.near(wanted, true), beginnings, "{wanted}");
        }
    }
}
