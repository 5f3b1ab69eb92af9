//! The article in its languages: the same sections, the same blocks, links to what is there.

use super::article::Block;
use super::check::Ids;
use super::diagnostic::Diagnostic;
use super::fault::Fault;
use super::read::{ArticleFile, Draft};
use std::collections::HashSet;

pub(super) fn check(draft: &Draft, ids: &Ids, diagnostics: &mut Vec<Diagnostic>) {
    let images: HashSet<&str> = draft
        .images
        .iter()
        .map(|(_, image)| image.file.as_str())
        .collect();
    for file in &draft.articles {
        let mut add = |offset: usize, fault: Fault| {
            diagnostics.push(file.file.diagnostic(offset, fault));
        };
        if file.parsed.title.is_none() {
            add(0, Fault::NoTitle);
        }
        for (reference, offset) in file.parsed.links.iter().filter(|(r, _)| !ids.contains(r)) {
            add(
                *offset,
                Fault::DanglingLink {
                    reference: reference.to_string(),
                },
            );
        }
        for (image, offset) in file
            .parsed
            .figures
            .iter()
            .filter(|(f, _)| !images.contains(f.as_str()))
        {
            add(
                *offset,
                Fault::MissingImage {
                    file: image.clone(),
                },
            );
        }
    }
    section_ids(draft, diagnostics);
    alignment(draft, diagnostics);
}

/// A section's id is unique in its language, and `#links` lead to one.
fn section_ids(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    for &language in &draft.manifest.languages {
        let files = || {
            draft
                .articles
                .iter()
                .filter(|file| file.language == language)
        };
        let mut seen = HashSet::new();
        for file in files() {
            for (section, &offset) in file
                .parsed
                .sections
                .iter()
                .zip(&file.parsed.section_offsets)
            {
                if !section.id.is_empty() && !seen.insert(section.id.as_str()) {
                    let fault = Fault::DoubleId {
                        id: section.id.clone(),
                    };
                    diagnostics.push(file.file.diagnostic(offset, fault));
                }
            }
        }
        for file in files() {
            for (id, offset) in file
                .parsed
                .section_links
                .iter()
                .filter(|(id, _)| !seen.contains(id.as_str()))
            {
                let fault = Fault::UnknownLink {
                    target: format!("#{id}"),
                };
                diagnostics.push(file.file.diagnostic(*offset, fault));
            }
        }
    }
}

/// Every further language has the sections and blocks of the first.
fn alignment(draft: &Draft, diagnostics: &mut Vec<Diagnostic>) {
    let Some((&first, others)) = draft.manifest.languages.split_first() else {
        return;
    };
    let file_of = |language, name: &str| {
        let path = format!("{name}.{language}.md");
        draft.articles.iter().find(|file| file.file.path == path)
    };
    for name in &draft.manifest.articles {
        let Some(model) = file_of(first, name) else {
            continue;
        };
        for &language in others {
            if let Some(file) = file_of(language, name) {
                compare(model, file, diagnostics);
            }
        }
    }
}

fn compare(model: &ArticleFile, file: &ArticleFile, diagnostics: &mut Vec<Diagnostic>) {
    let mut add = |offset: usize, fault: Fault| {
        diagnostics.push(file.file.diagnostic(offset, fault));
    };
    let (expected, found) = (&model.parsed.sections, &file.parsed.sections);
    for index in 0..expected.len().max(found.len()) {
        let id = |sections: &[super::article::Section]| {
            sections
                .get(index)
                .map_or_else(String::new, |section| section.id.clone())
        };
        let offset = file.parsed.section_offsets.get(index).copied();
        let offset = offset.unwrap_or(file.file.text.len());
        if id(expected) != id(found) {
            add(
                offset,
                Fault::SectionsDiffer {
                    expected: id(expected),
                    found: id(found),
                },
            );
            // Everything after it would be reported again: the first difference tells.
            return;
        }
        let (model_blocks, blocks) = (&expected[index].blocks, &found[index].blocks);
        let differs = (0..model_blocks.len().max(blocks.len()))
            .find(|&at| shape(model_blocks, at) != shape(blocks, at));
        if let Some(at) = differs {
            let offset = file.parsed.block_offsets[index]
                .get(at)
                .copied()
                .unwrap_or(offset);
            add(
                offset,
                Fault::BlocksDiffer {
                    section: format!("{}.{}", id(found), at + 1),
                    expected: shape(model_blocks, at).to_owned(),
                    found: shape(blocks, at).to_owned(),
                },
            );
        }
    }
}

fn shape(blocks: &[Block], at: usize) -> &'static str {
    blocks.get(at).map_or("–", Block::shape)
}
