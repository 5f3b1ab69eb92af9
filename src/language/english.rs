//! English nouns: plurals and possessives of a known word.

/// A beginning with all endings that may follow it.
pub type Stem = (String, &'static [&'static str]);

const REGULAR: &[&str] = &["", "'s", "s", "s'", "'"];
const SIBILANT: &[&str] = &["", "'s", "es", "es'", "'"];
const PLURAL: &[&str] = &["s", "s'", "'"];

/// Plurals that follow no rule.
const IRREGULAR: &[(&str, &str)] = &[
    ("man", "men"),
    ("child", "children"),
    ("person", "people"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("goose", "geese"),
    ("ox", "oxen"),
    ("datum", "data"),
    ("medium", "media"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("index", "indices"),
    ("nucleus", "nuclei"),
    ("fungus", "fungi"),
    ("analysis", "analyses"),
    ("crisis", "crises"),
    ("thesis", "theses"),
    ("basis", "bases"),
    ("axis", "axes"),
];

/// All beginnings of a word in small letters, given in the singular or the plural, with
/// the endings of each.
pub fn stems(word: &str) -> Vec<Stem> {
    let mut stems = vec![(
        word.to_owned(),
        if is_sibilant(word) { SIBILANT } else { REGULAR },
    )];
    let mut add = |stem: String, endings| stems.push((stem, endings));
    for (one, many) in IRREGULAR {
        if let Some(stem) = word.strip_suffix(one) {
            add(format!("{stem}{many}"), &["", "'s"]);
        }
        if let Some(stem) = word.strip_suffix(many) {
            add(format!("{stem}{one}"), &["", "'s"]);
        }
    }
    let before = |suffix: &str| word.strip_suffix(suffix).filter(|stem| stem.len() >= 2);
    if let Some(stem) = before("y").filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        add(format!("{stem}ie"), PLURAL);
    }
    if let Some(stem) = before("fe").or_else(|| before("f")) {
        add(format!("{stem}ve"), PLURAL);
    }
    if word.ends_with('o') {
        add(format!("{word}e"), PLURAL);
    }
    // A headword in the plural is also found in the singular.
    if let Some(stem) = before("ies") {
        add(format!("{stem}y"), &["", "'s"]);
    }
    if let Some(stem) = before("es").filter(|stem| is_sibilant(stem)) {
        add(stem.to_owned(), &["", "'s"]);
    }
    if let Some(stem) =
        before("s").filter(|stem| stem.len() > 3 && !stem.ends_with(['s', 'u', 'i']))
    {
        add(stem.to_owned(), &["", "'s"]);
    }
    stems
}

fn is_sibilant(word: &str) -> bool {
    ["s", "x", "z", "ch", "sh"]
        .iter()
        .any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_form(word: &str, lemma: &str) -> bool {
        stems(lemma).iter().any(|(stem, endings)| {
            word.strip_prefix(stem.as_str())
                .is_some_and(|rest| endings.contains(&rest))
        })
    }

    #[test]
    fn plurals_and_possessives() {
        for (lemma, forms) in [
            ("soviet", "soviets soviet's soviets'"),
            ("congress", "congresses congress's congress'"),
            ("army", "armies army's armies'"),
            ("frontiersman", "frontiersmen frontiersman's frontiersmen's"),
            ("cossacks", "cossack cossack's cossacks'"),
            ("party", "parties"),
            ("wolf", "wolves"),
            ("church", "churches"),
            ("thesis", "theses"),
        ] {
            for form in forms.split(' ') {
                assert!(is_form(form, lemma), "{form} is a form of {lemma}");
            }
        }
        for (form, lemma) in [
            ("sovietise", "soviet"),
            ("kazakhstan", "kazakh"),
            ("partial", "party"),
            ("duma's-", "duma"),
        ] {
            assert!(!is_form(form, lemma), "{form} is not a form of {lemma}");
        }
    }
}
