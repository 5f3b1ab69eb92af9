//! The words of the interface, from the Fluent files in `assets/messages`.
//!
//! Each language is complete; there is no falling back from one to another.

use super::Language;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::collections::HashMap;

pub use fluent_bundle::FluentValue as Value;

/// The message files of one language.
type Files = [&'static str; 11];

macro_rules! files {
    ($language:literal) => {
        files!(
            $language, "reader", "article", "map", "timeline", "card", "search", "settings",
            "stage", "commands", "faults", "cli"
        )
    };
    ($language:literal, $($file:literal),+) => {
        [$(include_str!(concat!(
            "../../assets/messages/",
            $language,
            "/",
            $file,
            ".ftl"
        ))),+]
    };
}

/// The message files of a language, as they are built in.
pub fn files(language: Language) -> Files {
    match language {
        Language::Kazakh => files!("kk"),
        Language::Russian => files!("ru"),
        Language::English => files!("en"),
    }
}

/// The interface in one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages that take no values, formatted once.
    plain: HashMap<String, String>,
    /// Turns every message into the alphabet shown; the identity but for Latin Kazakh.
    display: fn(&str) -> String,
}

impl Words {
    /// Words as they are written in the files.
    pub fn new(language: Language) -> Words {
        Words::displayed(language, str::to_owned)
    }

    /// Words that pass through `display` before anyone sees them.
    pub fn displayed(language: Language, display: fn(&str) -> String) -> Words {
        // The tags are constants that parse; an undetermined tag only loses plural forms.
        let tag = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for file in files(language) {
            // A file with an error keeps its good messages; a test finds the error.
            let resource = match FluentResource::try_new(file.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            keys.extend(resource.entries().filter_map(message_key));
            bundle.add_resource_overriding(resource);
        }
        let plain = keys
            .into_iter()
            .filter_map(|key| {
                let text = format(&bundle, &key, None, None)?;
                // A language is offered by its own name in its own letters.
                let is_own_name = key.starts_with("language-");
                let shown = if is_own_name { text } else { display(&text) };
                Some((key, shown))
            })
            .collect();
        Words {
            language,
            bundle,
            plain,
            display,
        }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// A message that takes no values. An unknown key is shown as itself; a test holds
    /// that there is none.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// A message with values.
    pub fn with(&self, key: &str, values: &[(&'static str, String)]) -> String {
        self.formatted(key, None, &arguments(values))
    }

    /// A message with one number, in the plural form that the language asks for.
    pub fn count(&self, key: &str, number: usize) -> String {
        let mut arguments = FluentArgs::new();
        arguments.set("n", number);
        self.formatted(key, None, &arguments)
    }

    /// An attribute of a message, such as the advice of a fault.
    pub fn attribute(&self, key: &str, name: &str, values: &[(&'static str, String)]) -> String {
        self.formatted(key, Some(name), &arguments(values))
    }

    fn formatted(&self, key: &str, attribute: Option<&str>, arguments: &FluentArgs<'_>) -> String {
        match format(&self.bundle, key, attribute, Some(arguments)) {
            Some(text) => (self.display)(&text),
            None => key.to_owned(),
        }
    }
}

fn arguments<'a>(values: &'a [(&'static str, String)]) -> FluentArgs<'a> {
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        arguments.set(*name, value.as_str());
    }
    arguments
}

fn message_key(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}

fn format(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    attribute: Option<&str>,
    arguments: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let message = bundle.get_message(key)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, arguments, &mut errors);
    errors.is_empty().then(|| text.into_owned())
}
