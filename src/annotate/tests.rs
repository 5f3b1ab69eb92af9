use super::lexicon::{Headword, Lexicon, Naming};
use crate::language::Language;

fn lexicon(language: Language) -> Lexicon {
    let names: &[(&str, Naming, &str)] = match language {
        Language::Kazakh => &[
            ("Алаш Орда", Naming::Proper, ""),
            ("Бөкейхан", Naming::Surname, "Әлихан"),
            ("Бөкейханов", Naming::Surname, "Әлихан"),
            ("«Қазақ» газеті", Naming::Proper, ""),
            ("қазақ", Naming::Common, ""),
            ("Орал", Naming::Bare, ""),
            ("Досмұхамедов", Naming::Surname, "Халел"),
            ("Досмұхамедов", Naming::Surname, "Жаһанша"),
            ("РКФСР", Naming::Proper, ""),
            ("Қызылорда", Naming::Bare, ""),
            ("Құрылтай жиналысы", Naming::Proper, ""),
            ("«Қазақ»", Naming::Proper, ""),
            ("РКП(б)", Naming::Proper, ""),
            ("Қырғыз (Қазақ) АССР", Naming::Title, ""),
            ("Торғай облысы", Naming::Bare, ""),
            ("Орал облысы", Naming::Bare, ""),
            ("Торғай", Naming::Bare, ""),
            ("25-ші Чапаев дивизиясы", Naming::Title, ""),
            ("1916 жылғы көтеріліс", Naming::Title, ""),
            ("Шығыс майданы", Naming::Title, ""),
            ("Қазақ елі", Naming::Bare, ""),
            ("Іле", Naming::Bare, ""),
        ],
        Language::Russian => &[
            ("Алаш-Орда", Naming::Proper, ""),
            ("Временное правительство", Naming::Proper, ""),
            ("Дутов", Naming::Surname, "Александр Ильич"),
            ("Газета «Казах»", Naming::Title, ""),
            ("казах", Naming::Common, ""),
            ("Уральская область", Naming::Bare, ""),
            ("Тургайская область", Naming::Bare, ""),
            ("22-я стрелковая дивизия", Naming::Title, ""),
            ("казачье войско", Naming::Common, ""),
            ("Восстание 1916 года", Naming::Title, ""),
            ("белые", Naming::Common, ""),
            ("река Тургай", Naming::Bare, ""),
            ("Тургай", Naming::Bare, ""),
            ("Союз рабочих г. Верного", Naming::Title, ""),
            ("Скобелев", Naming::Bare, ""),
        ],
        Language::English => &[
            ("soviet", Naming::Common, ""),
            ("Dutov", Naming::Surname, "Alexander"),
            ("Alash Orda", Naming::Proper, ""),
            ("Turgai oblast", Naming::Bare, ""),
            ("Ural oblast", Naming::Bare, ""),
            ("workers’ control", Naming::Common, ""),
        ],
    };
    let headwords = names
        .iter()
        .enumerate()
        .map(|(entry, &(name, naming, given))| Headword {
            entry,
            rank: 0,
            name: name.to_owned(),
            naming,
            given: given.split_whitespace().map(str::to_owned).collect(),
        });
    Lexicon::new(language, headwords)
}

/// Marks what is found: «[0:Алашордаға] қарсы».
fn marked(language: Language, text: &str) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for mention in lexicon(language).mentions(text) {
        marked.push_str(&text[at..mention.start]);
        let name = &text[mention.start..mention.end];
        marked.push_str(&format!("[{}:{name}]", mention.entry));
        at = mention.end;
    }
    marked + &text[at..]
}

fn check(language: Language, expected: &str) {
    let mut text = String::new();
    let mut is_number = false;
    for letter in expected.chars() {
        match letter {
            '[' => is_number = true,
            ':' if is_number => is_number = false,
            ']' => {}
            _ if is_number => {}
            _ => text.push(letter),
        }
    }
    assert_eq!(marked(language, &text), expected);
}

#[test]
fn kazakh_names_in_every_form() {
    for text in [
        "[0:Алашордаға] қарсы [2:Ә. Бөкейхановқа] емес, [1:Ә.Бөкейханға]",
        "[0:Алаш Орданың] үкіметінде [1:Әлихан Бөкейханмен], [0:Алаш-Ордадағылар]",
        "[1:Бөкейхан Әлиханның] өзі, бірақ Г. Бөкейхан емес",
        "[9:Қызыл Ордада] және [9:Қызылордадан]",
        "[1:әлихан Бөкейханның], [1:Алихан Бөкейханның] сөзі",
        "[10:Құрылтай жиналысына] дейін, [10:Құрылтай\u{a0}жиналыстары]",
    ] {
        check(Language::Kazakh, text);
    }
}

#[test]
fn quotation_marks_and_capitals_tell_names_apart() {
    for text in [
        "[3:«Қазақ» газетінде] [4:қазақтар] оралған, [5:Оралда]",
        "[11:Қазақ] деді",
        "«[11:Қазақтың]» бетінде, [11:«Қазақ»-тың] бетінде",
        "«Орал» клубы, «[4:Қазақ] халқы бірігеді»",
        "[11:«Қазақ»тың] бетінде",
        "[8:РКФСР-ге], [8:РКФСР]-Қазақстан, [4:қазақ]-орыс",
    ] {
        let text = text.replace("[11:Қазақ] деді", "«[11:Қазақ]» деді");
        check(Language::Kazakh, &text);
    }
}

#[test]
fn brackets_within_a_name_belong_to_it() {
    for text in [
        "[12:РКП(б)] мен [12:РКП(б)-ның] мүшесі ([12:РКП(б)])",
        "[12:РКП(б)ға] кірді, РКП мен (б) бөлек",
        "[13:Қырғыз (Қазақ) АССР-інде], қырғыз ([4:қазақ]) халқы",
        "([0:Алаш Орда]) Алаш (Орда)",
    ] {
        check(Language::Kazakh, text);
    }
}

#[test]
fn names_in_a_row_share_their_last_words() {
    for text in [
        "[14:Торғай], [15:Орал облыстарында], [16:Торғайда] және [5:Оралда]",
        "[14:Торғай] мен [15:Орал облыстары], [16:Торғай] мен [5:Орал] қалалары",
        "[15:Орал], Семей және ішінара [14:Торғай облыстарында]",
    ] {
        check(Language::Kazakh, text);
    }
    check(
        Language::Russian,
        "в [6:Тургайской], Семиреченской и [5:Уральской областях]",
    );
    check(Language::English, "[3:Turgai] and [4:Ural oblasts] met");
}

#[test]
fn figures_of_a_name_belong_to_it() {
    for text in [
        "[17:25-ші Чапаев дивизиясына], [17:25-Чапаев дивизиясы], 30-шы Чапаев дивизиясы",
        "[18:1916 жылғы көтерілістен], 1920 жылғы көтеріліс",
    ] {
        check(Language::Kazakh, text);
    }
    for text in [
        "с [7:22-й стрелковой дивизией], 30-я стрелковая дивизия",
        "после [9:восстания 1916 года], восстание 1918 года",
    ] {
        check(Language::Russian, text);
    }
}

#[test]
fn possessives_of_compounds_come_and_go() {
    check(
        Language::Kazakh,
        "[19:Шығыс майданда], [19:Шығыс майданына]; [20:Қазақ елін], [20:Қазақ еліндегілер]",
    );
    check(
        Language::Russian,
        "[8:казачьего войска], [8:казачьи войска], [8:казачьему войску], [8:казачьих войск]",
    );
}

#[test]
fn what_begins_a_sentence_may_be_another_word() {
    check(
        Language::Kazakh,
        "Іле-шала кетті. Ол [21:Іле] бойында. [21:Іледе] тұрды. Іле кетті",
    );
}

#[test]
fn namesakes_are_told_apart() {
    for text in [
        "[6:Х.] және [7:Ж. Досмұхамедовтар] келді",
        "[7:Жаһанша Досмұхамедов] сөйледі. [7:Досмұхамедовтың] сөзі. [6:X. Досмұхамедов] қосылды",
        "М. Досмұхамедов басқа кісі",
        "[6:Халел] мен [7:Жаһанша Досмұхамедовтар] келді, Ахмет пен [6:Халел Досмұхамедов]",
    ] {
        check(Language::Kazakh, text);
    }
}

#[test]
fn russian_and_english_forms() {
    for text in [
        "с [1:Временным правительством], [2:А. И. Дутовым] и [0:Алаш-Ордой], [2:Александру Дутову]",
        "в [3:газете «Казах»] о [4:казахах], казачьих и казаках",
    ] {
        check(Language::Russian, text);
    }
    for text in [
        "[1:Alexander Ilyich Dutov], not Boris Dutov, nor Stepan Ivanovich Dutov; [1:Dutov]",
        "[5:workers’ control] over the mines",
        "Dutov Street, the Hotel Dutov and [1:Dutov’s] street",
    ] {
        check(Language::English, text);
    }
    for text in [
        "о [2:Дутове], не о Борисе Дутове, Степаном Ильичом Дутовым, [2:Александра Ильича Дутова]",
        "[10:белые] отошли, у [10:белых]; белый снег, белые ночи, белого коня, солдат Белых",
        "до [11:реки Тургай], из [12:Тургая]; [13:Союзу рабочих г. Верного]",
        "в [14:Скобелеве]; Михаил Дмитриевич Скобелев",
        "на улице Дутова, по проспекту Дутова и дом [2:Дутова]",
    ] {
        check(Language::Russian, text);
    }
    for text in [
        "[0:Soviets] against [1:Dutov’s] men and [1:Alexander Dutov]",
        "[2:Alash-Orda’s], [2:Alashorda] and [2:Alash Orda]",
    ] {
        check(Language::English, text);
    }
}

#[test]
fn hard_texts_do_no_harm() {
    for text in [
        "",
        "\u{202e}עברית 🙂",
        &"а".repeat(1 << 17),
        &"Алаш ".repeat(20_000),
        &"Алаш-".repeat(20_000),
        &"А.".repeat(20_000),
        &"«Қазақ ".repeat(20_000),
        &format!("қазақ{}", "\u{301}".repeat(1 << 17)),
    ] {
        for language in Language::ALL {
            lexicon(language).mentions(text);
        }
    }
}
