//! A generated pack written to disk as an author would have written it.

use ron::extensions::Extensions;
use serde::Serialize;
use std::fs;
use std::path::Path;
use zhylnama::pack::{Article, Block, LonLat, Pack, Section};

/// Writes a pack into an empty folder, each section as an article file of its own;
/// returns how many bytes it takes.
pub fn write(mut pack: Pack, folder: &Path) -> u64 {
    let sections = pack
        .articles
        .first()
        .map_or(0, |article| article.sections.len());
    pack.manifest.articles = (0..sections).map(article_name).collect();
    fs::create_dir_all(folder.join("map")).expect("the folder can be written");
    let mut files = vec![
        ("pack.ron".to_owned(), ron(&pack.manifest)),
        ("events.ron".to_owned(), ron(&pack.events)),
        ("people.ron".to_owned(), ron(&pack.people)),
        ("terms.ron".to_owned(), ron(&pack.terms)),
        ("places.ron".to_owned(), ron(&pack.places)),
        ("regions.ron".to_owned(), ron(&pack.regions)),
        ("control.ron".to_owned(), ron(&pack.control)),
        ("sources.ron".to_owned(), ron(&pack.sources)),
        ("map/regions.geojson".to_owned(), regions(&pack)),
    ];
    for article in &pack.articles {
        for (number, section) in article.sections.iter().enumerate() {
            let path = format!("{}.{}.md", article_name(number), article.language);
            files.push((path, markdown(article, section)));
        }
    }
    let mut size = 0;
    for (path, text) in files {
        size += text.len() as u64;
        fs::write(folder.join(path), text).expect("the file can be written");
    }
    size
}

fn article_name(number: usize) -> String {
    format!("article-{number:03}")
}

fn ron<T: Serialize>(value: &T) -> String {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .to_string(value)
        .expect("facts can be written")
}

fn markdown(article: &Article, section: &Section) -> String {
    let mut text = format!(
        "# {}\n\n## {} {{#{}}}\n",
        article.title, section.heading, section.id
    );
    for block in &section.blocks {
        if let Block::Paragraph(rich) = block {
            text.push('\n');
            if !rich.text.starts_with(char::is_alphabetic) {
                // A number at the beginning would make a list.
                text.push_str("– ");
            }
            text.push_str(&rich.text);
            text.push('\n');
        }
    }
    text
}

fn regions(pack: &Pack) -> String {
    let features = pack.map.regions.iter().map(|shape| {
        let rings: Vec<Vec<[f64; 2]>> = shape
            .polygons
            .iter()
            .map(|polygon| closed(&polygon.exterior))
            .collect();
        serde_json::json!({
            "type": "Feature",
            "properties": {
                "id": shape.region, "certainty": "surveyed", "source": "Chance", "licence": "CC0",
            },
            "geometry": { "type": "Polygon", "coordinates": rings },
        })
    });
    serde_json::json!({
        "type": "FeatureCollection", "features": features.collect::<Vec<_>>(),
    })
    .to_string()
}

fn closed(ring: &[LonLat]) -> Vec<[f64; 2]> {
    ring.iter()
        .chain(ring.first())
        .map(|at| [at.lon, at.lat])
        .collect()
}
