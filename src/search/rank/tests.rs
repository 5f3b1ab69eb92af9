use super::*;
use crate::language::Language;
use crate::pack::{Kind, Ref};
use crate::search::document::{Document, Field, Group};

fn fact(kind: Kind, id: &str, fields: &[(Field, &str)]) -> Document {
    let fields = fields.iter().map(|&(field, text)| (field, text.to_owned()));
    Document {
        target: Target::Fact(Ref {
            kind,
            id: id.to_owned(),
        }),
        importance: 3,
        days: None,
        fields: fields.collect(),
    }
}

fn passage(paragraph: usize, text: &str) -> Document {
    Document {
        target: Target::Passage {
            language: Language::Kazakh,
            paragraph,
        },
        importance: 3,
        days: None,
        fields: vec![(Field::Article, text.to_owned())],
    }
}

fn index() -> Index {
    use Field::{Alias, Headword, Text};
    let documents = vec![
        passage(
            0,
            "Алаш Орданың үкіметі Семейде отырды. Бөкейхановқа кеңестер қарсы болды.",
        ),
        passage(1, "Қазақтар мен казактар арасында; халқымыз бейбіт еді."),
        passage(
            2,
            "Кеңестіктер туралы ештеңе айтылмайды, 1917 жылғы съезге дейін.",
        ),
        fact(
            Kind::Organisation,
            "alash-orda",
            &[
                (Headword, "Алаш Орда"),
                (Alias, "Alash Orda"),
                (Text, "Қазақ автономиясының үкіметі, орталығы Семей"),
            ],
        ),
        fact(
            Kind::Organisation,
            "alash-party",
            &[(Headword, "«Алаш» партиясы"), (Alias, "Алаш")],
        ),
        fact(
            Kind::Person,
            "bokeikhan",
            &[
                (Headword, "Әлихан Бөкейхан"),
                (Headword, "Бөкейхан"),
                (Alias, "Бөкейханов"),
                (Text, "Алаш Орданың төрағасы"),
            ],
        ),
        fact(Kind::Place, "semey", &[(Headword, "Семей"), (Text, "қала")]),
        fact(Kind::Region, "semey", &[(Headword, "Семей облысы")]),
        fact(Kind::Term, "kazakh", &[(Headword, "қазақ")]),
        fact(Kind::Term, "cossack", &[(Headword, "казак")]),
        fact(
            Kind::Term,
            "soviet",
            &[(Headword, "кеңес"), (Text, "халық өкілдері")],
        ),
        fact(
            Kind::Event,
            "fall",
            &[
                (Headword, "Семейде Кеңес өкіметі құлады"),
                (Text, "11 маусым 1918"),
            ],
        ),
    ];
    Index::new(Language::Kazakh, documents)
}

fn found(index: &Index, query: &str) -> Vec<String> {
    let hits = index.search(query, &Filter::default());
    let names = hits.list.iter().map(|hit| match &hit.target {
        Target::Fact(fact) => format!("{:?} {}", fact.kind, fact.id),
        Target::Passage { paragraph, .. } => format!("text {paragraph}"),
        Target::Command(at) => format!("command {at}"),
    });
    names.collect()
}

#[test]
fn headwords_stand_before_aliases_and_these_before_text() {
    let index = index();
    assert_eq!(
        found(&index, "семей"),
        [
            "Place semey",
            "Region semey",
            "Event fall",
            "Organisation alash-orda",
            "text 0"
        ]
    );
    let alash = found(&index, "алаш");
    assert_eq!(alash[0], "Organisation alash-party", "{alash:?}");
    assert!(alash.contains(&"Person bokeikhan".to_owned()), "{alash:?}");
}

#[test]
fn people_are_found_by_their_initials_and_by_what_they_were() {
    let index = index();
    for query in [
        "Ә. Бөкейхан",
        "Ә.Бөкейхан",
        "Ә. Н. Бөкейхановтың",
        "A. Bokeikhan",
        "төраға бөкейхан",
    ] {
        assert_eq!(found(&index, query)[0], "Person bokeikhan", "{query}");
    }
}

#[test]
fn any_form_and_any_spelling_finds_its_word() {
    let index = index();
    for query in [
        "бөкейхан",
        "бокейхан",
        "Бөкейханның",
        "bokeikhan",
        "Bökeihan",
        ",-rtq[fy",
        "бөкехан",
        "бөкейхпн",
    ] {
        assert_eq!(found(&index, query)[0], "Person bokeikhan", "{query}");
    }
    for query in [
        "алаш орда",
        "алашорда",
        "Алашорданың",
        "алашордаға",
        "алаш-орда",
        "alashorda",
        "fkfijhlf",
        "алашлрда",
        "алаш орданы",
    ] {
        let found = found(&index, query);
        assert_eq!(found[0], "Organisation alash-orda", "{query}: {found:?}");
        assert!(found.contains(&"text 0".to_owned()), "{query}: {found:?}");
    }
    for query in ["кеңес", "кенес", "кеңестің", "ке4ес", "rt4tc", "kenes"] {
        assert_eq!(found(&index, query)[0], "Term soviet", "{query}");
    }
    assert_eq!(found(&index, "халық"), ["Term soviet", "text 1"]);
    assert_eq!(found(&index, "съезд"), ["text 2"]);
    assert_eq!(found(&index, "1917"), ["text 2"]);
}

#[test]
fn of_words_of_one_key_the_one_spelt_so_is_first() {
    let index = index();
    assert_eq!(found(&index, "қазақ")[0], "Term kazakh");
    assert_eq!(found(&index, "казак")[0], "Term cossack");
}

#[test]
fn a_name_spelt_a_little_otherwise_stands_before_the_article() {
    let mut documents = vec![passage(0, "Мақалада Аманкелді деп жазылған.")];
    let name = [(Field::Headword, "Амангелді Иманов")];
    documents.push(fact(Kind::Person, "amangeldy", &name));
    let index = Index::new(Language::Kazakh, documents);
    assert_eq!(found(&index, "аманкелды"), ["Person amangeldy", "text 0"]);
}

#[test]
fn all_words_are_wanted_if_they_can_be_had() {
    let index = index();
    assert_eq!(found(&index, "семей кеңес")[0], "Event fall");
    assert_eq!(found(&index, "кеңес семей")[0], "Event fall");
    // The one word that is known is better than nothing.
    assert_eq!(found(&index, "семей ззззззз")[0], "Place semey");
    assert!(found(&index, "жжжжжжж").is_empty());
}

#[test]
fn the_last_word_is_found_by_its_beginning() {
    let index = index();
    assert!(found(&index, "бөк").contains(&"Person bokeikhan".to_owned()));
    assert!(found(&index, "бөк ").is_empty());
}

#[test]
fn groups_and_days_limit() {
    let index = index();
    let filter = Filter {
        group: Group::Places,
        days: None,
    };
    let hits = index.search("семей", &filter);
    assert_eq!(hits.total, 2);
    for group in Group::ALL {
        let filter = Filter { group, days: None };
        for hit in index.search("семей", &filter).list {
            assert!(group.holds(&hit.target));
        }
    }
}

#[test]
fn marks_are_the_forms_that_were_found() {
    let index = index();
    let hits = index.search("алашорда", &Filter::default());
    let text = "Алаш Орданың және алаш орда емес, Алашордаға";
    let marked: Vec<&str> = index
        .marks(&hits, text)
        .into_iter()
        .map(|mark| &text[mark])
        .collect();
    assert_eq!(marked, ["Алаш Орданың", "алаш орда"]);
}

#[test]
fn hard_queries_do_no_harm() {
    let index = index();
    for query in [
        "",
        " ",
        "🙂",
        "\u{202e}עברית",
        &"а".repeat(100_000),
        &"алаш ".repeat(10_000),
        "'\"«»;--",
        "\u{301}",
    ] {
        index.search(query, &Filter::default());
    }
}
