//! How long the finding of names and dates takes: 5,000 headwords over 10,000 words, and
//! the names of the bundled pack over its own article, on one core.
//!
//! `cargo bench --bench annotate` prints the middle of many runs in milliseconds.

use std::time::Instant;
use zhylnama::annotate::{Annotator, DateReader};
use zhylnama::bundled;
use zhylnama::language::Language;

const HEADWORDS: usize = 5_000;
const WORDS: usize = 10_000;
const RUNS: usize = 40;

fn main() {
    let headwords = headwords();
    let text = text(&headwords);
    let count = text.split_whitespace().count();
    let annotator = Annotator::of_headwords(&headwords, Language::Kazakh);
    let found = annotator.annotate(&text, &mut DateReader::new(Language::Kazakh));
    println!(
        "{HEADWORDS} headwords, {count} words, {} found",
        found.len()
    );
    measure("make the list ready", || {
        Annotator::of_headwords(&headwords, Language::Kazakh);
    });
    measure("find the names and dates", || {
        annotator.annotate(&text, &mut DateReader::new(Language::Kazakh));
    });
    measure("both", || {
        Annotator::of_headwords(&headwords, Language::Kazakh)
            .annotate(&text, &mut DateReader::new(Language::Kazakh));
    });
    let pack = bundled::pack();
    for language in Language::ALL {
        measure(&format!("the names of the pack, {language}"), || {
            Annotator::of_pack(&pack, language);
        });
    }
}

/// Prints the middle of many runs.
fn measure(what: &str, run: impl Fn()) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{what:40} {:8.2} ms", times[RUNS / 2]);
}

/// Made words that look like Kazakh ones, a fifth of them in two parts.
fn headwords() -> Vec<String> {
    const STARTS: [&str; 10] = ["қа", "ба", "те", "ша", "мә", "жо", "кү", "ор", "сы", "дү"];
    const MIDDLES: [&str; 10] = ["ра", "лы", "ке", "на", "мі", "то", "рү", "са", "ды", "ше"];
    const ENDS: [&str; 10] = ["қ", "т", "р", "н", "с", "л", "м", "п", "й", "з"];
    (0..HEADWORDS)
        .map(|number| {
            let word = format!(
                "{}{}{}{}",
                STARTS[number % 10],
                MIDDLES[number / 10 % 10],
                MIDDLES[number / 100 % 10],
                ENDS[number / 1000 + number % 5]
            );
            if number % 5 == 0 {
                format!(
                    "{word} {}{}",
                    STARTS[number / 7 % 10],
                    ENDS[number / 11 % 10]
                )
            } else {
                word
            }
        })
        .collect()
}

/// Running text: forms of the headwords between words that are none, and dates.
fn text(headwords: &[String]) -> String {
    const ENDINGS: [&str; 6] = ["ның", "ға", "лар", "лардың", "мен", ""];
    const OTHERS: [&str; 5] = ["және", "болған", "туралы", "айтылды,", "деп"];
    let mut words = Vec::with_capacity(WORDS);
    let mut number = 0;
    while words.len() < WORDS {
        number += 1;
        match number % 10 {
            0 => words.extend(["1917", "жылғы", "25", "қазанда."].map(str::to_owned)),
            1 | 2 => {
                let headword = &headwords[number * 37 % headwords.len()];
                words.push(format!("{headword}{}", ENDINGS[number % ENDINGS.len()]));
            }
            _ => words.push(OTHERS[number % OTHERS.len()].to_owned()),
        }
    }
    words.join(" ")
}
