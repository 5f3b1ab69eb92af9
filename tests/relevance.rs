//! What a person finds in the bundled pack, however it is typed.

use std::sync::{Arc, LazyLock};
use zhylnama::bundled;
use zhylnama::calendar::{Day, Span};
use zhylnama::edition::{Edition, Volume};
use zhylnama::language::Locale;
use zhylnama::search::{Filter, Finder, Group, Target};

/// An edition with its index.
struct Library {
    edition: Edition,
    finder: Finder,
}

impl Library {
    fn new(locale: Locale) -> Library {
        static VOLUME: LazyLock<Arc<Volume>> =
            LazyLock::new(|| Arc::new(Volume::new(bundled::pack())));
        let edition = Edition::new(VOLUME.clone(), locale);
        let finder = Finder::new(&edition, Vec::new());
        Library { edition, finder }
    }

    fn find(&self, query: &str, filter: &Filter) -> Vec<String> {
        let findings = self.finder.find(query, filter);
        let names = findings.targets.iter().map(|target| match target {
            Target::Fact(fact) => fact.to_string(),
            Target::Passage {
                language,
                paragraph,
            } => {
                let place = self.edition.passage_of(*paragraph);
                let place = place.map(|passage| format!("{}.{}", passage.section, passage.block));
                format!("text:{language}:{}", place.unwrap_or_default())
            }
            Target::Command(at) => format!("command:{at}"),
        });
        names.collect()
    }

    /// Each query must bring the fact as its first find.
    fn finds(&self, fact: &str, queries: &str) {
        self.finds_among(1, fact, queries);
    }

    /// Each query must bring the fact among its first finds.
    fn finds_among(&self, most: usize, fact: &str, queries: &str) {
        let mut missed = Vec::new();
        for query in queries.split("; ") {
            let found = self.find(query, &Filter::default());
            if found.iter().take(most).all(|name| name != fact) {
                missed.push((
                    query.to_owned(),
                    found.into_iter().take(5).collect::<Vec<_>>(),
                ));
            }
        }
        assert!(
            missed.is_empty(),
            "{} {fact}: {missed:#?}",
            self.edition.locale
        );
    }
}

#[test]
fn kazakh_queries() {
    let library = Library::new(Locale::Kazakh);
    library.finds(
        "person:alikhan-bokeikhan",
        "бокейхан; Бөкейхан; Бөкейханның; әлихан бөкейхан; bokeikhan; Bökeihan; бөкейхпн; ,-rtq[fy",
    );
    library.finds(
        "organisation:alash-orda",
        "Алашордага; Алашорда; алаш орда; алашорданың; алашлрда; alashorda; Alaşorda; fkfijhlf",
    );
    library.finds_among(
        2,
        "event:semey-soviet-falls",
        "1918 жылғы 11 маусым; 11 маусым 1918; 11.06.1918; 1918-06-11",
    );
    library.finds(
        "place:semipalatinsk",
        "семей; semey; Семейде; семейден; ctvtq",
    );
    library.finds_among(
        3,
        "organisation:soviets",
        "кенес; кеңестер; кеңестердің; rt4tc; ke4es",
    );
    library.finds("place:verny", "верный; verny; Верныйда; Верныйға");
    library.finds_among(3, "place:verny", "алматы; almaty");
    library.finds(
        "term:dual-power",
        "қос өкімет; кос окимет; қосөкімет; qos ökımet",
    );
    library.finds("person:vladimir-lenin", "ленин; lenin; лениннің; ktyby");
}

#[test]
fn russian_queries() {
    let library = Library::new(Locale::Russian);
    library.finds(
        "person:alikhan-bokeikhan",
        "букейхан; Букейхана; букейханом; ,ertq[fy; алихан букейхан; букехан",
    );
    library.finds(
        "organisation:provisional-government",
        "временное правительство; временного правительства; временным правительством; dhtvtyyjt ghfdbntkmcndj; временое правительство",
    );
    library.finds(
        "place:semipalatinsk",
        "семипалатинск; семипалатинске; ctvbgfkfnbycr; семипалатинк",
    );
    library.finds(
        "term:dual-power",
        "двоевластие; двоевластия; ldjtdkfcnbt; двоевлстие",
    );
}

#[test]
fn english_queries() {
    let library = Library::new(Locale::English);
    library.finds(
        "organisation:alash-orda",
        "alash orda; alashorda; фдфыр щквф",
    );
    library.finds("term:dual-power", "dual power; вгфд зщцук; dual pover");
    library.finds_among(3, "organisation:soviets", "soviets; soviet; ыщмшуеы");
    library.finds_among(3, "term:autocracy", "autocracy; autocrasy");
}

#[test]
fn latin_display_is_searched_in_both_alphabets() {
    let library = Library::new(Locale::KazakhLatin);
    library.finds(
        "organisation:alash-orda",
        "Alaşorda; алашорда; alashordanyñ; alas orda",
    );
    library.finds("term:dual-power", "qos ökımet; қос өкімет");
}

#[test]
fn names_in_other_languages_and_their_text_are_found_too() {
    let library = Library::new(Locale::Kazakh);
    library.finds(
        "organisation:provisional-government",
        "временное правительство",
    );
    library.finds("term:dual-power", "двоевластие");
    let found = library.find("commissar", &Filter::default());
    assert!(
        found.iter().any(|name| name.starts_with("text:en:")),
        "{found:?}"
    );
}

#[test]
fn running_text_is_found_and_shown_with_marks() {
    let library = Library::new(Locale::Kazakh);
    let filter = Filter {
        group: Group::Text,
        days: None,
    };
    let findings = library.finder.find("сардарбек", &filter);
    let findings = if findings.targets.is_empty() {
        library.finder.find("жарлық", &filter)
    } else {
        findings
    };
    let target = findings.targets.first().expect("the article has it");
    let shown = library
        .finder
        .show(&library.edition, &findings, target, 120);
    assert!(!shown.excerpt.marks.is_empty());
    assert!(shown.excerpt.text.chars().count() <= 122, "{shown:?}");
    let Target::Passage { paragraph, .. } = target else {
        panic!("only text was asked for");
    };
    let marks = library
        .finder
        .marks_in(&library.edition, &findings, *paragraph);
    assert!(marks.iter().any(|marks| !marks.is_empty()));
}

#[test]
fn groups_and_days_limit_what_is_found() {
    let library = Library::new(Locale::Kazakh);
    for (group, prefixes) in [
        (Group::People, &["person:"][..]),
        (Group::Places, &["place:", "region:"]),
        (Group::Events, &["event:"]),
        (Group::Text, &["text:"]),
    ] {
        let filter = Filter { group, days: None };
        let found = library.find("семей", &filter);
        for name in &found {
            assert!(
                prefixes.iter().any(|prefix| name.starts_with(prefix)),
                "{name}"
            );
        }
    }
    let days = |from: &str, to: &str| {
        let day = |text: &str| text.parse::<Day>().expect("a day");
        Some(Span::between(day(from), day(to)))
    };
    let june = Filter {
        group: Group::Events,
        days: days("1918-06-01", "1918-06-30"),
    };
    let all = library.find("семей", &Filter { days: None, ..june });
    let held = library.find("семей", &june);
    assert!(!held.is_empty() && held.len() < all.len(), "{held:?}");
    for name in &held {
        let id = name.strip_prefix("event:").expect("an event");
        let events = &library.edition.pack().events;
        let event = events
            .iter()
            .find(|event| event.id == id)
            .expect("it exists");
        let span = Span {
            first: event.date.earliest().expect("a day"),
            last: event.date.latest().expect("a day"),
        };
        assert!(june.days.is_some_and(|days| days.overlaps(span)), "{name}");
    }
}

#[test]
fn what_is_nowhere_is_not_found() {
    for locale in Locale::ALL {
        let library = Library::new(locale);
        for query in ["жжжжщщщщ", "zzzzqqqq", "ыыыъъъ", "", "…", "🙂"] {
            let found = library.find(query, &Filter::default());
            assert!(found.is_empty(), "{locale} {query}: {found:?}");
        }
    }
}
