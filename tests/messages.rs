//! The words of the interface: complete in each language, all used, none missing.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use zhylnama::language::Language;
use zhylnama::language::messages::{Words, files};
use zhylnama::reader::CATALOGUE;

/// Each message and attribute with the values that it takes.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for file in files(language) {
        let resource = fluent_syntax::parser::parse(file)
            .unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let name = message.id.name.to_owned();
                let value = message.value.as_ref().map(values).unwrap_or_default();
                assert!(
                    all.insert(name.clone(), value).is_none(),
                    "{language}: {name} stands twice"
                );
                for attribute in &message.attributes {
                    all.insert(
                        format!("{name}.{}", attribute.id.name),
                        values(&attribute.value),
                    );
                }
            }
        }
    }
    all
}

fn values(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => found.extend(variable(inline)),
                Expression::Select { selector, variants } => {
                    found.extend(variable(selector));
                    found.extend(variants.iter().flat_map(|variant| values(&variant.value)));
                }
            }
        }
    }
    found
}

fn variable(inline: &InlineExpression<&str>) -> Option<String> {
    match inline {
        InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    }
}

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn the_three_languages_have_the_same_messages_with_the_same_values() {
    let kazakh = messages(Language::Kazakh);
    for language in [Language::Russian, Language::English] {
        assert_eq!(messages(language), kazakh, "{language}");
    }
}

#[test]
fn every_message_is_used() {
    let mut code = String::new();
    sources(Path::new("src"), &mut code);
    for key in messages(Language::Kazakh)
        .keys()
        .filter(|key| !key.contains('.'))
    {
        let is_formatted = key.starts_with("check-");
        assert!(
            is_formatted || code.contains(&format!("\"{key}\"")),
            "{key} is used nowhere"
        );
    }
}

#[test]
fn every_command_has_a_name_and_a_description() {
    for language in Language::ALL {
        let words = Words::new(language);
        for listing in CATALOGUE {
            assert_ne!(words.get(listing.message), listing.message, "{language}");
            assert_ne!(
                words.attribute(listing.message, "about", &[]),
                listing.message,
                "{language}"
            );
        }
    }
}

/// Words with hyphens in the code that begin like messages and are none: ids of widgets and
/// of packs, names of files and types.
const NOT_MESSAGES: [&str; 17] = [
    "map-name",
    "search-in-bar",
    "stage-card",
    "stage-card-ground",
    "stage-map",
    "stage-pen",
    "stage-plate",
    "stage-spotlight",
    "stage-text",
    "stage-time",
    "stage-title",
    "timeline-crowd-list",
    "timeline-entry",
    "timeline-event",
    "timeline-plate",
    "timeline-steps",
    "timeline-typed-day",
];

#[test]
fn every_key_in_the_code_is_a_message() {
    let mut code = String::new();
    sources(Path::new("src"), &mut code);
    let known = messages(Language::Kazakh);
    // The first word of every message: what begins so in the code is a message or is named
    // below as something else.
    let prefixes: BTreeSet<&str> = known
        .keys()
        .filter_map(|key| key.split(['-', '.']).next())
        .collect();
    let literals = code.split('"').filter(|text| {
        text.contains('-')
            && !text.ends_with('-')
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    });
    for key in literals {
        let prefix = key.split('-').next().unwrap_or_default();
        let is_like_a_message = prefixes.contains(prefix);
        let is_id = NOT_MESSAGES.contains(&key);
        assert!(
            !is_like_a_message || is_id || known.contains_key(key),
            "{key} is not a message"
        );
    }
}

#[test]
fn plural_forms_follow_the_language() {
    let words = Words::new(Language::Russian);
    assert_eq!(words.count("card-in-text", 1), "В тексте: 1 раз");
    assert_eq!(words.count("card-in-text", 3), "В тексте: 3 раза");
    assert_eq!(words.count("card-in-text", 14), "В тексте: 14 раз");
    assert_eq!(
        Words::new(Language::English).count("card-in-text", 1),
        "In the text: once"
    );
    assert_eq!(
        Words::new(Language::Kazakh).count("card-in-text", 14),
        "Мәтінде: 14 рет"
    );
}
