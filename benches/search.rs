//! How long search takes to make its index and to answer each key, on one core: with the
//! bundled pack, and with a million words of generated text whose vocabulary is spread as
//! in real text (Zipf).
//!
//! `cargo bench --bench search` prints milliseconds, and the memory of the index as a
//! multiple of the text.

#[path = "../tests/common/random.rs"]
mod random;

use random::Random;
use std::time::{Duration, Instant};
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::{Language, Locale};
use zhylnama::search::{Document, Field, Filter, Finder, Index, Target};

/// What is typed, key by key.
const TYPED: [&str; 8] = [
    "алашорда үкіметі",
    "семейдегі кеңестердің",
    "бокейхан",
    "алашлрда",
    "fkfijhlf",
    "qazaq avtonomiasy",
    "қазақтар мен кеңес",
    "жжжжжжжжжж",
];

fn main() {
    bundled();
    million();
}

fn bundled() {
    let volume = std::sync::Arc::new(Volume::new(zhylnama::bundled::pack()));
    let edition = Edition::new(volume, Locale::Kazakh);
    let start = Instant::now();
    let finder = Finder::new(&edition, Vec::new());
    report("bundled pack: make the index", &mut [start.elapsed()]);
    let mut times = Vec::new();
    for typed in TYPED {
        for query in keys(typed) {
            let start = Instant::now();
            let findings = finder.find(query, &Filter::default());
            // What a window shows of them.
            for target in findings.targets.iter().take(12) {
                std::hint::black_box(finder.show(&edition, &findings, target, 160));
            }
            times.push(start.elapsed());
        }
    }
    report("bundled pack: a key", &mut times);
}

fn million() {
    const WORDS: usize = 1_000_000;
    const PARAGRAPH: usize = 80;
    let mut words = Generator::new(WORDS);
    let mut bytes = 0;
    let documents: Vec<Document> = (0..WORDS / PARAGRAPH)
        .map(|paragraph| {
            let text = words.text(PARAGRAPH);
            bytes += text.len();
            Document {
                target: Target::Passage {
                    language: Language::Kazakh,
                    paragraph,
                },
                importance: 3,
                days: None,
                fields: vec![(Field::Article, text)],
            }
        })
        .collect();
    let start = Instant::now();
    let index = Index::new(Language::Kazakh, documents);
    report("a million words: make the index", &mut [start.elapsed()]);
    println!(
        "a million words: index {:.1} MB for {:.1} MB of text, {:.2} times",
        index.size() as f64 / 1e6,
        bytes as f64 / 1e6,
        index.size() as f64 / bytes as f64
    );
    let mut times = Vec::new();
    for typed in TYPED
        .map(str::to_owned)
        .into_iter()
        .chain((0..40).map(|_| words.text(2)))
    {
        for query in keys(&typed) {
            let start = Instant::now();
            std::hint::black_box(index.search(query, &Filter::default()));
            times.push(start.elapsed());
        }
    }
    report("a million words: a key", &mut times);
}

/// A line as it grows, key by key.
fn keys(line: &str) -> impl Iterator<Item = &str> {
    line.char_indices()
        .map(|(at, letter)| &line[..at + letter.len_utf8()])
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let milliseconds = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3;
    println!(
        "{what:<34} p50 {:>8.3} ms   p99 {:>8.3} ms   max {:>8.3} ms",
        milliseconds(50),
        milliseconds(99),
        milliseconds(100)
    );
}

/// Words that look Kazakh, frequent ones before rare ones as in real text.
struct Generator {
    random: Random,
    vocabulary: Vec<String>,
    endings: [&'static str; 12],
}

impl Generator {
    fn new(words: usize) -> Generator {
        let mut generator = Generator {
            random: Random::new(1),
            vocabulary: Vec::new(),
            endings: [
                "",
                "",
                "",
                "лар",
                "ның",
                "ға",
                "да",
                "дан",
                "дың",
                "мен",
                "лардың",
                "дағы",
            ],
        };
        // Heaps’ law: a text of a million words has some forty thousand different stems.
        let count = (words as f64).sqrt() as usize * 40;
        generator.vocabulary = (0..count).map(|_| generator.stem()).collect();
        generator
    }

    fn stem(&mut self) -> String {
        const SYLLABLES: [&str; 24] = [
            "ал", "қа", "ер", "тө", "сыр", "жет", "мұр", "ба", "кең", "дала", "ор", "үш", "ін",
            "лық", "гі", "но", "пар", "рес", "ша", "зе", "ұлт", "бек", "мо", "ын",
        ];
        let count = 1 + self.random.below(4);
        (0..count)
            .map(|_| SYLLABLES[self.random.below(SYLLABLES.len())])
            .collect()
    }

    fn text(&mut self, words: usize) -> String {
        let mut text = String::new();
        for number in 0..words {
            if number > 0 {
                text.push(' ');
            }
            // The n-th word comes about 1/n times as often as the first.
            let share = self.random.below(1 << 20) as f64 / f64::from(1 << 20);
            let rank = (self.vocabulary.len() as f64).powf(share) as usize;
            text.push_str(&self.vocabulary[rank.min(self.vocabulary.len()) - 1]);
            let ending = self.random.below(self.endings.len());
            text.push_str(self.endings[ending]);
        }
        text
    }
}
