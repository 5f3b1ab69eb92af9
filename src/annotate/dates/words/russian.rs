//! The Russian words that dates are made of.

use super::Table;
use crate::annotate::dates::items::{Role, What};
use std::sync::LazyLock;

pub(super) const ERAS: &[(&str, What)] = &[
    ("до н. э.", What::BeforeChrist),
    ("до н.э.", What::BeforeChrist),
    ("до нашей эры", What::BeforeChrist),
    ("н. э.", What::AfterChrist),
    ("н.э.", What::AfterChrist),
    ("нашей эры", What::AfterChrist),
    ("не позднее", What::Until),
    ("не позже", What::Until),
    ("не ранее", What::Since),
    ("не раньше", What::Since),
    ("по старому стилю", What::Old),
    ("по ст. стилю", What::Old),
    ("по ст. ст.", What::Old),
    ("старого стиля", What::Old),
    ("старый стиль", What::Old),
    ("ст. ст.", What::Old),
    ("ст.ст.", What::Old),
    ("по новому стилю", What::New),
    ("по н. стилю", What::New),
    ("по н. ст.", What::New),
    ("нового стиля", What::New),
    ("новый стиль", What::New),
    ("н. ст.", What::New),
    ("н.ст.", What::New),
];

const CASES: [Role; 5] = [
    Role::Plain,
    Role::Genitive,
    Role::Dative,
    Role::Other,
    Role::Other,
];

pub(super) static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    let months = [
        "январь января январю январе январем",
        "февраль февраля февралю феврале февралем",
        "март марта марту марте мартом",
        "апрель апреля апрелю апреле апрелем",
        "май мая маю мае маем",
        "июнь июня июню июне июнем",
        "июль июля июлю июле июлем",
        "август августа августу августе августом",
        "сентябрь сентября сентябрю сентябре сентябрем",
        "октябрь октября октябрю октябре октябрем",
        "ноябрь ноября ноябрю ноябре ноябрем",
        "декабрь декабря декабрю декабре декабрем",
    ];
    for (number, forms) in (1..).zip(months) {
        for (form, role) in forms.split(' ').zip(CASES) {
            let what = What::Month {
                month: number,
                role,
                is_capital: false,
            };
            table.insert(form, what);
        }
    }
    let seasons = [
        (21, "весной весна весны весне весну весною"),
        (22, "летом лето лета лету лете"),
        (23, "осенью осень осени"),
        (24, "зимой зима зимы зиме зиму зимою"),
    ];
    for (season, forms) in seasons {
        for (at, form) in forms.split(' ').enumerate() {
            // The instrumental means a time by itself: летом; the others want a year.
            let role = if at == 0 { Role::Other } else { Role::Plain };
            let what = What::Season {
                season,
                role,
                is_capital: false,
            };
            table.insert(form, what);
        }
    }
    let mut add = |what: What, words: &'static str| {
        for word in words.split(' ') {
            table.insert(word, what.clone());
        }
    };
    add(What::Year(Role::Other), "год года году годом годе");
    add(What::Years(Role::Other), "годы годов годам годами годах");
    add(
        What::Century(Role::Other),
        "век века веку веке веком веков веках веками столетие столетия столетии столетий",
    );
    add(
        What::MonthWord(Role::Other),
        "месяц месяца месяце месяцев месяцам",
    );
    add(
        What::Part(Role::Other),
        "начало начала началу начале началом конец конца концу конце концом середина середины середине середину серединой половина половины половине половину половиной четверть четверти исход исходе дни днях дней дням числа числах чисел декада декаде декаду декады",
    );
    add(
        What::PartNumber,
        "первый первая первой первую первые первых второй вторая вторую вторые последние последних последней последнюю самый самом самого",
    );
    add(
        What::About,
        "около примерно приблизительно предположительно ориентировочно",
    );
    add(What::Since, "с со начиная");
    add(What::Until, "до");
    add(What::From, "от");
    add(What::To, "по");
    add(What::After, "после");
    add(What::Toward, "к ко");
    add(What::Between, "между");
    add(What::And, "и");
    table
});
