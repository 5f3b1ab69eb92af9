//! Measures the finding of names and dates on texts that were marked by reading them.
//!
//! `tests/gold/*.txt` explain their own notation. A mention counts if it begins where the
//! mark begins and has its headword; a date if it overlaps its mark and has its value.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use zhylnama::annotate::{Annotator, DateReader, Meaning};
use zhylnama::language::Language;

fn gold(name: &str) -> String {
    let text = fs::read_to_string(format!("tests/gold/{name}.txt")).expect("gold data");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.collect::<Vec<_>>().join("\n")
}

/// A marked text without its marks, and the marks: start in bytes, surface, what it is.
fn unmarked(marked: &str, open: char, close: char) -> (String, Vec<(usize, String, String)>) {
    let mut text = String::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some(at) = rest.find(open) {
        text.push_str(&rest[..at]);
        let end = rest[at..].find(close).expect("a mark closes") + at;
        let mark = &rest[at + open.len_utf8()..end];
        let (surface, meaning) = mark.split_once('=').expect("a mark has a meaning");
        let meaning = if meaning.is_empty() { surface } else { meaning };
        marks.push((text.len(), surface.to_owned(), meaning.to_owned()));
        text.push_str(surface);
        rest = &rest[end + close.len_utf8()..];
    }
    text.push_str(rest);
    (text, marks)
}

struct Score {
    expected: usize,
    right: usize,
    found: usize,
    faults: Vec<String>,
}

impl Score {
    fn recall(&self) -> f64 {
        self.right as f64 / self.expected as f64
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.found as f64
    }

    fn report(&self, what: &str) {
        println!(
            "{what}: {} marked, {} found, recall {:.4}, precision {:.4}",
            self.expected,
            self.found,
            self.recall(),
            self.precision()
        );
        for fault in &self.faults {
            println!("  {fault}");
        }
    }
}

fn mentions(name: &str, language: Language) -> Score {
    let whole = gold(name);
    let (list, text) = whole.split_once("\n\n").expect("headwords, then a text");
    let headwords: Vec<String> = list
        .split([';', '\n'])
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    let (text, marks) = unmarked(text, '[', ']');
    let annotator = Annotator::of_headwords(&headwords, language);
    let found: BTreeMap<usize, (String, String)> = annotator
        .annotate(&text, &mut DateReader::new(language))
        .into_iter()
        .filter_map(|found| match found.meaning {
            Meaning::Headword(at) => Some((
                found.range.start,
                (text[found.range].to_owned(), headwords[at].clone()),
            )),
            _ => None,
        })
        .collect();
    let mut faults = Vec::new();
    let mut right = 0;
    for (start, surface, meaning) in &marks {
        match found.get(start) {
            Some((own, headword)) if headword == meaning && own == surface => right += 1,
            other => faults.push(format!("missed {surface} ({meaning}): {other:?}")),
        }
    }
    let starts: HashSet<usize> = marks.iter().map(|(start, ..)| *start).collect();
    for (start, (surface, headword)) in &found {
        if !starts.contains(start) {
            let around: String = text[*start..].chars().take(40).collect();
            faults.push(format!("taken {surface} ({headword}): {around}"));
        }
    }
    Score {
        expected: marks.len(),
        right,
        found: found.len(),
        faults,
    }
}

fn dates(name: &str, language: Language) -> Score {
    let (text, marks) = unmarked(&gold(name), '{', '}');
    let mut found: Vec<(usize, usize, String)> = Vec::new();
    // Each paragraph is a text of its own.
    let mut offset = 0;
    for paragraph in text.split_inclusive("\n\n") {
        for date in DateReader::new(language).read(paragraph) {
            let value = match date.new_style {
                Some(new) => format!("{}>{new}", date.date.edtf()),
                None => date.date.edtf().to_string(),
            };
            found.push((date.range.start + offset, date.range.end + offset, value));
        }
        offset += paragraph.len();
    }
    let mut faults = Vec::new();
    let mut right = 0;
    let mut used = HashSet::new();
    for (start, surface, value) in &marks {
        let end = start + surface.len();
        let own = found
            .iter()
            .enumerate()
            .find(|(at, (from, to, _))| !used.contains(at) && *from < end && *start < *to);
        match own {
            Some((at, (.., read))) => {
                used.insert(at);
                if read == value {
                    right += 1;
                } else {
                    faults.push(format!("{surface}: {read}, not {value}"));
                }
            }
            None => faults.push(format!("missed {surface} ({value})")),
        }
    }
    for (at, (from, to, value)) in found.iter().enumerate() {
        if !used.contains(&at) {
            faults.push(format!("taken {} ({value})", &text[*from..*to]));
        }
    }
    Score {
        expected: marks.len(),
        right,
        found: found.len(),
        faults,
    }
}

#[test]
fn kazakh_mentions() {
    for (name, least) in [("mentions.kk", 200), ("mentions-more.kk", 100)] {
        let score = mentions(name, Language::Kazakh);
        score.report(name);
        assert!(score.expected >= least);
        assert!(score.recall() >= 0.97 && score.precision() >= 0.97);
    }
}

#[test]
fn russian_and_english_mentions() {
    let scores = [
        ("mentions.ru", Language::Russian),
        ("mentions.en", Language::English),
    ]
    .map(|(name, language)| {
        let score = mentions(name, language);
        score.report(name);
        score
    });
    for score in scores {
        assert!(score.expected >= 200);
        assert!(score.recall() >= 0.98 && score.precision() >= 0.99);
    }
}

#[test]
fn dates_of_three_languages() {
    let scores = [
        ("dates.kk", Language::Kazakh),
        ("dates.ru", Language::Russian),
        ("dates.en", Language::English),
    ]
    .map(|(name, language)| {
        let score = dates(name, language);
        score.report(name);
        score
    });
    for score in scores {
        assert!(score.expected >= 100);
        assert!(score.recall() >= 0.95);
        let is_false = |fault: &&String| fault.starts_with("taken");
        assert_eq!(score.faults.iter().filter(is_false).count(), 0);
        assert!(!score.faults.iter().any(|fault| fault.contains('>')));
    }
}

/// Each line: a headword, then all forms of it; after a bar words that are none.
#[test]
fn paradigms() {
    let (mut right, mut all) = (0, 0);
    let mut wrong = Vec::new();
    for line in gold("paradigms.kk").lines() {
        let Some((headword, forms)) = line.split_once(':') else {
            continue;
        };
        let annotator = Annotator::of_headwords(&[headword.trim().to_owned()], Language::Kazakh);
        let (forms, others) = forms.split_once('|').unwrap_or((forms, ""));
        let is_form = |word: &str| {
            let found = annotator.annotate(word, &mut DateReader::new(Language::Kazakh));
            found.iter().any(|found| {
                found.range == (0..word.len()) && matches!(found.meaning, Meaning::Headword(_))
            })
        };
        for (list, expected) in [(forms, true), (others, false)] {
            for word in list
                .split(',')
                .map(str::trim)
                .filter(|word| !word.is_empty())
            {
                all += 1;
                if is_form(word) == expected {
                    right += 1;
                } else {
                    wrong.push(format!("{headword}: {word} ({expected})"));
                }
            }
        }
    }
    println!("paradigms: {right} of {all}\n{}", wrong.join("\n"));
    assert!(all >= 1000);
    assert!(f64::from(right) / f64::from(all) >= 0.99);
}
