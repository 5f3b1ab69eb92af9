//! The Kazakh words that dates are made of.

use super::Table;
use crate::annotate::dates::items::{Item, Role, What};
use crate::language::kazakh;
use std::collections::HashMap;
use std::sync::LazyLock;

pub(super) const ERAS: &[(&str, What)] = &[
    ("б.з.б.", What::BeforeChrist),
    ("б. з. б.", What::BeforeChrist),
    ("б.з.д.", What::BeforeChrist),
    ("біздің заманымызға дейінгі", What::BeforeChrist),
    ("біздің заманымыздан бұрынғы", What::BeforeChrist),
    ("б.з.", What::AfterChrist),
    ("б. з.", What::AfterChrist),
    ("біздің заманымыздың", What::AfterChrist),
    ("ескі стиль бойынша", What::Old),
    ("ескі күнтізбе бойынша", What::Old),
    ("ескі стильмен", What::Old),
    ("ескі стиль", What::Old),
    ("ескіше", What::Old),
    ("е.с.", What::Old),
    ("е. с.", What::Old),
    ("жаңа стиль бойынша", What::New),
    ("жаңа күнтізбе бойынша", What::New),
    ("жаңа стильмен", What::New),
    ("жаңа стиль", What::New),
    ("жаңаша", What::New),
    ("ж.с.", What::New),
    ("ж. с.", What::New),
];

struct Lemma {
    beginnings: Vec<kazakh::Beginning>,
    what: fn(Role) -> What,
    month: u8,
}

/// Kazakh lemmas that take every ending, by their first two letters.
static LEMMAS: LazyLock<HashMap<Key, Vec<Lemma>>> = LazyLock::new(|| {
    let month: fn(Role) -> What = |role| What::Month {
        month: 0,
        role,
        is_capital: false,
    };
    let part: fn(Role) -> What = What::Part;
    let months = kazakh::MONTHS
        .iter()
        .zip(1..)
        .map(|(name, number)| (*name, month, number));
    let others = [
        ("жыл", What::Year as fn(Role) -> What),
        ("жылдар", What::Years),
        ("ғасыр", What::Century),
        ("ай", What::MonthWord),
        ("айлар", What::MonthWord),
        ("күні", What::DayWord),
        ("басы", part),
        ("ортасы", part),
        ("соңы", part),
        ("аяғы", part),
        ("жартысы", part),
        ("ширегі", part),
        ("күндері", part),
        ("апталары", part),
        ("аптасы", part),
        ("онкүндігі", part),
        ("тоқсаны", part),
    ];
    let mut table: HashMap<Key, Vec<Lemma>> = HashMap::new();
    for (name, what, month) in months.chain(others.map(|(name, what)| (name, what, 0))) {
        table.entry(key(name)).or_default().push(Lemma {
            beginnings: kazakh::beginnings(name),
            what,
            month,
        });
    }
    // «жылдар» before «жыл», of which it is a form.
    for lemmas in table.values_mut() {
        lemmas.reverse();
    }
    table
});

/// The first two letters.
type Key = (Option<char>, Option<char>);

fn key(word: &str) -> Key {
    let mut letters = word.chars();
    (letters.next(), letters.next())
}

pub(super) fn word(folded: &str, is_capital: bool) -> What {
    let fits = |lemma: &&Lemma| {
        lemma.beginnings.iter().any(|beginning| {
            folded
                .strip_prefix(beginning.letters.as_str())
                .is_some_and(|rest| beginning.state.allows(rest))
        })
    };
    if let Some(what) = FIXED.get(folded) {
        return match what {
            What::Season { season, .. } => What::Season {
                season: *season,
                role: role(folded),
                is_capital,
            },
            what => what.clone(),
        };
    }
    let lemma = LEMMAS
        .get(&key(folded))
        .and_then(|lemmas| lemmas.iter().find(fits));
    match lemma {
        Some(lemma) if lemma.month > 0 => What::Month {
            month: lemma.month,
            role: role(folded),
            is_capital,
        },
        Some(lemma) => (lemma.what)(role(folded)),
        None => What::Word(folded.to_owned()),
    }
}

/// The case of a Kazakh word, by its last ending.
pub(super) fn role(folded: &str) -> Role {
    let ends = |endings: &[&str]| endings.iter().any(|ending| folded.ends_with(ending));
    if kazakh::MONTHS.contains(&folded) {
        Role::Plain
    } else if ends(&["дан", "ден", "тан", "тен", "нан", "нен"]) {
        Role::Ablative
    } else if ends(&["ның", "нің", "дың", "дің", "тың", "тің", "ғы", "гі"]) {
        Role::Genitive
    } else if ends(&["ға", "ге", "қа", "ке", "на", "не"]) {
        Role::Dative
    } else if ends(&["да", "де", "та", "те"]) {
        Role::Other
    } else {
        Role::Plain
    }
}

static FIXED: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    let mut add = |what: What, words: &'static str| {
        for word in words.split(' ') {
            table.insert(word, what.clone());
        }
    };
    let season = |season| What::Season {
        season,
        role: Role::Plain,
        is_capital: false,
    };
    // Only what cannot be a verb: жазды, жазған «wrote», қысқа «short» are left out.
    add(
        season(21),
        "көктем көктемнің көктемге көктемді көктемде көктемнен көктеммен көктемі көктемінің көктеміне көктемін көктемінде көктемінен көктемдегі көктеміндегі",
    );
    add(
        season(22),
        "жаз жаздың жазға жазда жаздан жазы жазының жазына жазында жазынан жаздағы жазындағы",
    );
    add(
        season(23),
        "күз күздің күзге күзді күзде күзден күзі күзінің күзіне күзінде күзінен күздегі күзіндегі",
    );
    add(
        season(24),
        "қыс қыстың қыста қыстан қысы қысының қысына қысында қысынан қыстағы қысындағы",
    );
    add(
        What::PartNumber,
        "бірінші екінші үшінші төртінші алғашқы соңғы",
    );
    add(What::About, "шамамен шамасында шамасы шамасындағы жуық");
    add(What::Since, "бастап бері");
    add(What::Until, "дейін шейін дейінгі шейінгі");
    add(What::After, "кейін соң кейінгі");
    add(What::Before, "бұрын бұрынғы кешіктірмей кешікпей");
    add(What::Toward, "қарай таман");
    add(
        What::Between,
        "аралығында аралығы аралығындағы арасында арасындағы",
    );
    add(What::And, "мен бен пен және");
    table
});

pub(super) fn mend(item: &mut Item, joined: &[Item], next: Option<&What>) {
    let What::Word(word) = &item.what else { return };
    if word == "қысқа" && matches!(next, Some(What::Toward | What::Until)) {
        item.what = What::Season {
            season: 24,
            role: Role::Dative,
            is_capital: false,
        };
        return;
    }
    let is_after_day = joined.last().is_some_and(
        |last| matches!(&last.what, What::Number(number) if (1..=31).contains(&number.value)),
    );
    if is_after_day && let Some(month) = nearly_month(word) {
        item.what = What::Month {
            month,
            role: role(word),
            is_capital: false,
        };
    }
}

/// The month whose name is one slip of the finger away, with any ending.
fn nearly_month(word: &str) -> Option<u8> {
    let letters: Vec<char> = word.chars().collect();
    let at = kazakh::MONTHS.iter().position(|month| {
        let month: Vec<char> = month.chars().collect();
        let is_long = month.len() >= 5;
        is_long
            && (month.len() - 1..=month.len() + 1).any(|length| {
                let Some(beginning) = letters.get(..length) else {
                    return false;
                };
                let rest: String = letters[length..].iter().collect();
                let is_slip = if month.len() > 5 {
                    // A letter too few makes a row (қатар) of January.
                    is_one_slip(beginning, &month)
                        && (month.len() > 6 || beginning.len() == month.len())
                } else {
                    // Of short names only Russian letters for Kazakh ones: «тамыр» is a root.
                    beginning != month && loose(beginning) == loose(&month)
                };
                is_slip && (rest.is_empty() || kazakh::is_any_ending(&rest))
            })
    })?;
    Some(at as u8 + 1)
}

/// A word with the letters of Kazakh as those of Russian.
fn loose(word: &[char]) -> Vec<char> {
    let plain = |letter: &char| match letter {
        'қ' => 'к',
        'ә' => 'а',
        'і' => 'и',
        'ү' | 'ұ' => 'у',
        'ң' => 'н',
        _ => *letter,
    };
    word.iter().map(plain).collect()
}

/// Whether two words differ by one letter changed, left out or added.
fn is_one_slip(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let tail = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let longest = one.len().max(other.len());
    same + tail + 1 >= longest && one != other && one.len().abs_diff(other.len()) <= 1 && same > 0
}
