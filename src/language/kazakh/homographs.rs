//! Forms of a noun that are, more often or always, forms of another word: «өтті» is «he
//! passed» and hardly ever the accusative of «өт», «басты» is «chief», «желі» a net and no
//! possessive of «жел».
//!
//! What the words beside it tell is asked first: a Kazakh verb closes its clause, where an
//! accusative never stands; an adjective stands before what it describes. Where they tell
//! nothing the commoner word is taken, as counted in a hundred thousand words of news.

use super::{Beginning, beginnings};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

type Words = LazyLock<HashSet<&'static str>>;

fn words(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

/// What stands beside a word of a text, in small letters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// The words before and after in the same clause.
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
    pub after_next: Option<&'a str>,
}

/// The other words that the forms of one noun can be.
#[derive(Clone, Debug)]
pub struct Homographs {
    noun: String,
    /// Longer words that begin as forms of the noun do.
    longer: Vec<Vec<Beginning>>,
    /// Its letters are also a verb: өт, түс, жарыс.
    is_verb: bool,
    /// A verb in -да, -та is made of it: орында, баста.
    makes_verb: bool,
    /// Its letters are also a verb's converb: қала, жаза.
    is_converb: bool,
}

/// Nouns whose letters are also the stem of a verb.
static VERBS: Words = LazyLock::new(|| {
    words(
        "арт ас ат бас бақ бит біт бөл ер ес ет еш жаз жай жақ жан жар жат жау жең \
    жүз жүк жық кеш кес кет кір көн көр көш күй күл күт қаз қайт қал қап қас қат қаш қой қон \
    қос қос құр құрт қыз қыр қыс мін ой оз орал ос өл өс өт өш піс сал сат сау сез сен соқ сөк \
    сын таз тап тас тер тең тес тіз тік тіл той тос ту тұр түй түс тыс ұр ұт ұш үз шал шап шаш \
    шеш шық ін іс іш айтыс жарыс күрес кеңес соғыс талас таныс тартыс ұрыс келіс көрініс \
    туыс ауыс жүріс кіріс шығыс қосыл",
    )
});

/// Nouns of which verbs are made that have -й where the noun has «like».
static VERB_MAKERS: Words = LazyLock::new(|| {
    words(
        "алаң ат айып аяқ бас баян бет ес есеп із іс көз көк күн қол қор \
    міндет мекен мойын орын сақ тас таң тақ үн шек жол жөн",
    )
});

/// Nouns whose letters are also the converb of a verb: «қаламыз» is «we stay».
static CONVERBS: Words = LazyLock::new(|| {
    words(
        "аға ала аса ата баға баса бөле есе жаға жаза жара кесе кеше көше қаза \
    қала қоса сала таба таға тара тола ұра ұша шеше",
    )
});

/// Forms of the first word that are forms of the second.
static LONGER: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<&str>> = HashMap::new();
    let pairs = "ақ ақша|ақ ағын|ақ ағым|ала алаша|ар арша|ас астам|ас астана|бақ бақша|\
    бас басым|ер ерін|ес есім|жал жалын|жау жауын|жел желі|жүз жүзім|қал қалың|қала қалам|\
    қаз қазы|қап қапы|қар қарын|қар қарым|қара қараша|қой қойын|қоға қоғам|құй құйын|құл құлын|\
    қыс қысым|ор орын|орта орташа|от отын|ой ойын|тақ тақта|таға тағам|тар тары|тер тері|\
    төре төрем|шақ шағын|сар сары|жар жарым|ерек ерекше|тай тайынша|шек шекпен|жеке жекеше|\
    май майдан|бу буын|хан ханым|тең теңге|\
    қас қасым|ара араша|таң таңдай|бөл бөлім|біл білім|өл өлім|үн үнді|көп көпше";
    for (noun, longer) in pairs
        .split('|')
        .filter_map(|pair| pair.trim().split_once(' '))
    {
        table.entry(noun).or_default().push(longer);
    }
    table
});

/// Forms that are not forms of a noun but words that no ending tells: pronouns,
/// postpositions, adverbs.
static ALWAYS: Words = LazyLock::new(|| {
    words(
        "басқа бойынша қандай қанша әлі әлде сайын еркін қысқа анадай асты атты \
    сынды тегін ондай мұндай бірге қатты мықты жақты шақты болды",
    )
});

/// Nouns that with the word after them, which begins so, are something else: «ауыл
/// шаруашылығы» is farming, «кеңес берді» advised, «бай болды» was rich.
const FIRST_OF: &[(&str, &str)] = &[
    ("ауыл", "шаруашылы"),
    ("кеңес", "бер"),
    ("кеңес", "ал"),
    ("бай", "бол"),
];

/// Possessives that are nouns only after a genitive: «оның ұлы», but «ұлы ақын».
const AFTER_GENITIVE: [&str; 2] = ["ұлы", "бойы"];

/// Adjectives in -ды, -ты, taken for the accusative only where a place in a row says so
/// («екінші орынды»).
static ADJECTIVES: Words = LazyLock::new(|| {
    words(
        "ақылды апатты атақты ауқымды ауыспалы аянышты аязды айыпты \
    байланысты бақытты басты беделді білікті бұлтты дарынды деректі дәмді дәнді екпінді ерікті \
    етті жанды жемісті жүкті жұлдызды зиянды кезекті керекті кешенді көлемді көңілді көрнекті \
    күдікті күнделікті күшті қажетті қайратты қалыпты қанатты қанды қарқынды қасиетті қабілетті \
    қауіпті қорқынышты қуанышты қуатты құнды құрметті құтты қызықты мазмұнды маңызды мәдениетті \
    мәнді мерзімді міндетті мұңды мықты намысты нақты ниетті өзекті өкінішті өнімді өркениетті \
    пәрменді сауатты салтанатты себепті сезімді сенімді серпінді сәнді сәтті сүйікті сүйкімді \
    табанды талантты тиімді тиісті тұманды тұрақты түсті түсінікті ұқыпты ұятты үмітті шекті \
    ықпалды әдепті әділетті белді",
    )
});

/// Adjectives in -ды, -ты that are also met as accusatives: a verb right after decides.
static OFTEN_ADJECTIVES: Words = LazyLock::new(|| {
    words(
        "білімді жауапты заңды жүректі орынды салмақты сүтті табысты \
    тәртіпті тұзды шартты талапты",
    )
});

impl Homographs {
    /// The other words that forms of a noun, in small letters, can be.
    pub fn of(noun: &str) -> Homographs {
        let longer = LONGER.get(noun).into_iter().flatten();
        Homographs {
            noun: noun.to_owned(),
            longer: longer.map(|longer| beginnings(longer)).collect(),
            is_verb: VERBS.contains(noun),
            makes_verb: VERB_MAKERS.contains(noun),
            is_converb: CONVERBS.contains(noun),
        }
    }

    /// Whether `word`, which could be a form of the noun, is rather another word.
    pub fn is_other_word(&self, word: &str, beside: &Beside<'_>) -> bool {
        if beside.before.is_none() && beside.after.is_none() {
            // In a list of words nothing tells.
            return false;
        }
        let is_first_of = |&(noun, next): &(&str, &str)| {
            noun == word && beside.after.is_some_and(|after| after.starts_with(next))
        };
        if FIRST_OF.iter().any(is_first_of) {
            return true;
        }
        if word == self.noun {
            // «келді қой»: a particle after its verb.
            return word == "қой" && beside.before.is_some_and(is_verb);
        }
        if ALWAYS.contains(word) || self.longer.iter().any(|longer| is_form(word, longer)) {
            return true;
        }
        if AFTER_GENITIVE.contains(&word) {
            return !beside.before.is_some_and(is_genitive);
        }
        let ending = word.strip_prefix(self.noun.as_str()).unwrap_or_default();
        let closes_clause = beside.after.is_none_or(is_particle) && beside.before.is_some();
        match ending {
            "ды" | "ді" | "ты" | "ті" => {
                (self.is_verb && closes_clause) || self.is_adjective(word, beside)
            }
            // «баласыз үй» has no children, but «сіз дәрігерсіз».
            "сыз" | "сіз" => {
                beside.after.is_some_and(|after| !is_particle(after))
                    && beside.before != Some("сіз")
            }
            "ыңыз" | "іңіз" => self.is_verb && closes_clause,
            "дай" | "дей" | "тай" | "тей" => self.makes_verb,
            "мыз" | "міз" => {
                self.is_converb
                    && closes_clause
                    && !beside
                        .before
                        .is_some_and(|before| before == "біздің" || is_genitive(before))
            }
            _ => false,
        }
    }

    fn is_adjective(&self, word: &str, beside: &Beside<'_>) -> bool {
        if word == "елді" {
            return beside.after.is_some_and(|after| after.starts_with("мекен"));
        }
        let is_ordinal = beside.before.is_some_and(|before| before.ends_with("нші"));
        if is_ordinal || beside.before.is_some_and(|before| before.ends_with("ншы")) {
            return false;
        }
        if ADJECTIVES.contains(word) {
            return true;
        }
        OFTEN_ADJECTIVES.contains(word)
            && !beside.after.is_some_and(takes_object)
            && !(beside.after.is_some_and(is_manner) && beside.after_next.is_some_and(takes_object))
    }
}

fn is_form(word: &str, beginnings: &[Beginning]) -> bool {
    beginnings.iter().any(|beginning| {
        word.strip_prefix(beginning.letters.as_str())
            .is_some_and(|rest| beginning.state.allows(rest))
    })
}

fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

fn is_genitive(word: &str) -> bool {
    ends(word, &["ның", "нің", "дың", "дің", "тың", "тің"])
}

/// Words that follow a verb and no accusative: «өтті ме», «түсті де», «шықты деп».
fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 17] = [
        "ма",
        "ме",
        "ба",
        "бе",
        "па",
        "пе",
        "да",
        "де",
        "та",
        "те",
        "деп",
        "деді",
        "дейді",
        "деген",
        "десе",
        "ғой",
        "және",
    ];
    PARTICLES.contains(&word)
}

/// Whether a word has the ending of a verb.
fn is_verb(word: &str) -> bool {
    ends(
        word,
        &[
            "ды",
            "ді",
            "ты",
            "ті",
            "ып",
            "іп",
            "ған",
            "ген",
            "қан",
            "кен",
            "дым",
            "дім",
            "тым",
            "тім",
            "дық",
            "дік",
            "тық",
            "тік",
            "мын",
            "мін",
            "мыз",
            "міз",
            "жоқ",
            "бар",
            "емес",
            "керек",
        ],
    ) || (ends(word, &["ап", "еп", "оп", "өп"]) && word.chars().count() > 2)
}

/// Whether a word looks like a verb with an object: «заңды бұзу», «білімді игерген», but
/// not «заңды болды», «табысты аяқталды».
fn takes_object(word: &str) -> bool {
    const OF_STATE: [&str; 11] = [
        "бол",
        "еді",
        "екен",
        "ет",
        "көрін",
        "сана",
        "есепте",
        "қал",
        "өт",
        "деп",
        "дам",
    ];
    const ENDINGS: [&str; 22] = [
        "ды", "ді", "ты", "ті", "ып", "іп", "ап", "еп", "ған", "ген", "қан", "кен", "уға", "уге",
        "уды", "уді", "уы", "уі", "мақ", "мек", "атын", "етін",
    ];
    const PASSIVE: [&str; 12] = [
        "ыл", "іл", "ын", "ін", "лан", "лен", "дан", "ден", "тан", "тен", "тал", "тел",
    ];
    if OF_STATE.iter().any(|stem| word.starts_with(stem)) {
        return false;
    }
    let stem = ENDINGS
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .or_else(|| word.strip_suffix('у'));
    stem.is_some_and(|stem| stem.chars().count() >= 2 && !ends(stem, &PASSIVE))
}

/// Adverbs that stand between an object and its verb.
fn is_manner(word: &str) -> bool {
    const MANNERS: [&str; 12] = [
        "қатаң",
        "әділ",
        "толық",
        "тез",
        "қайта",
        "жақсы",
        "дұрыс",
        "терең",
        "бірге",
        "мұқият",
        "өзі",
        "бірден",
    ];
    MANNERS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clause, with the word in question in brackets, and whether it is the noun.
    fn is_noun(noun: &str, clause: &str) -> bool {
        let words: Vec<&str> = clause.split(' ').collect();
        let at = words
            .iter()
            .position(|word| word.starts_with('['))
            .expect("a bracket");
        let beside = Beside {
            before: at.checked_sub(1).map(|before| words[before]),
            after: words.get(at + 1).copied(),
            after_next: words.get(at + 2).copied(),
        };
        let word = words[at].trim_matches(['[', ']']);
        !Homographs::of(noun).is_other_word(word, &beside)
    }

    #[test]
    fn some_nouns_are_parts_of_other_words() {
        assert!(!is_noun("ауыл", "[ауыл] шаруашылығы дамыды"));
        assert!(is_noun("ауыл", "[ауыл] адамдары келді"));
        assert!(!is_noun("кеңес", "оған [кеңес] берді"));
        assert!(is_noun("кеңес", "жаңа [кеңес] сайланды"));
        assert!(!is_noun("май", "соғыс [майдан] келді"));
    }

    #[test]
    fn words_beside_tell_nouns_from_verbs_and_adjectives() {
        for (noun, clause) in [
            ("өт", "[өтті] алып тастады"),
            ("тас", "[тасты] көтерді"),
            ("тас", "[тасты]"),
            ("заң", "жаңа [заңды] бұзған адам"),
            ("заң", "[заңды] қатаң сақтап"),
            ("орын", "екінші [орынды] спортшы алды"),
            ("ұл", "оның [ұлы] келді"),
            ("қой", "бес [қой] сойды"),
            ("ел", "[елді] дамыту"),
            ("қала", "біздің [қаламыз]"),
            ("бас", "[бастары] қосылды"),
            ("жарыс", "[жарысты] бастады"),
            ("дәрігер", "сіз [дәрігерсіз] бе"),
        ] {
            assert!(is_noun(noun, clause), "{clause}: {noun}");
        }
        for (noun, clause) in [
            ("өт", "жиналыс сәрсенбіде [өтті]"),
            ("түс", "баға төмен [түсті] деп"),
            ("бас", "кештің [басты] ерекшелігі"),
            ("заң", "[заңды] тұлға"),
            ("заң", "бұл [заңды] болды"),
            ("ұл", "[ұлы] ақын"),
            ("қой", "айттым [қой]"),
            ("ел", "[елді] мекен"),
            ("қала", "біз осында [қаламыз]"),
            ("жел", "темір [желіні] тартты"),
            ("орын", "бұйрықты [орындай] алмады"),
            ("жарыс", "екі бала [жарысты]"),
            ("бой", "жыл [бойы] күтті"),
            ("бала", "[баласыз] үй"),
        ] {
            assert!(!is_noun(noun, clause), "{clause}: {noun}");
        }
    }
}
