//! A lesson on paper: one page of HTML with a picture for each scene.
//!
//! The page asks for nothing from anywhere: the pictures lie beside it, and its style is
//! in it. It prints on A4, two scenes to a sheet where they fit.

use std::fmt::Write;

/// What one scene adds to the page, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub title: String,
    pub note: String,
    pub question: String,
    /// What of the scene is gone, in words.
    pub gone: Vec<String>,
}

/// The words of a handout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Handout {
    /// The language of the page, as HTML names it.
    pub language: String,
    pub title: String,
    pub about: String,
    /// The word before a question.
    pub question: String,
    pub sheets: Vec<Sheet>,
}

/// The file name of a scene's picture, counted from 0.
pub fn picture_name(index: usize) -> String {
    format!("scene-{:02}.png", index + 1)
}

/// A4 with margins that every printer can keep; a scene is never torn apart.
const STYLE: &str = "\
@page{size:A4;margin:14mm}\
*{box-sizing:border-box}\
body{font:10.5pt/1.4 Georgia,'Noto Serif',serif;color:#111;background:#fff;max-width:182mm;margin:0 auto;padding:4mm}\
h1{font-size:20pt;line-height:1.2;margin:0 0 2mm}\
h2{font-size:13pt;line-height:1.25;margin:0 0 1.5mm}\
section{break-inside:avoid;page-break-inside:avoid;margin:0 0 5mm;padding-top:3mm;border-top:.3mm solid #999}\
img{display:block;width:100%;max-height:78mm;object-fit:contain;object-position:left;margin:0 0 2mm}\
p{margin:0 0 1.5mm;max-width:170mm}\
.gone{color:#8a1f11}\
.question{font-weight:bold}\
.line{border-bottom:.2mm solid #bbb;height:7mm}\
@media print{body{padding:0;max-width:none}}";

impl Handout {
    /// The page.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        let language = escaped(&self.language);
        let title = escaped(&self.title);
        let _ = write!(
            html,
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n\
             <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        );
        paragraph(&mut html, "", &self.about);
        for (index, sheet) in self.sheets.iter().enumerate() {
            let title = escaped(&sheet.title);
            let _ = write!(
                html,
                "<section>\n<h2>{}. {title}</h2>\n<img src=\"{}\" alt=\"{title}\">\n",
                index + 1,
                picture_name(index),
            );
            paragraph(&mut html, "", &sheet.note);
            for gone in &sheet.gone {
                paragraph(&mut html, "gone", gone);
            }
            if !sheet.question.is_empty() {
                let question = format!("{}: {}", self.question, sheet.question);
                paragraph(&mut html, "question", &question);
                html.push_str("<div class=\"line\"></div>\n<div class=\"line\"></div>\n");
            }
            html.push_str("</section>\n");
        }
        html.push_str("</body>\n</html>\n");
        html
    }
}

fn paragraph(html: &mut String, class: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let class = if class.is_empty() {
        String::new()
    } else {
        format!(" class=\"{class}\"")
    };
    let words = escaped(words).replace('\n', "<br>");
    let _ = writeln!(html, "<p{class}>{words}</p>");
}

fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_holds_every_word_and_asks_for_nothing_from_outside() {
        let handout = Handout {
            language: "kk".into(),
            title: "A < B & \"C\"".into(),
            question: "Сұрақ".into(),
            sheets: vec![Sheet {
                title: "<script>".into(),
                note: "жол\nжол".into(),
                question: "Неге?".into(),
                gone: vec!["place:nowhere".into()],
            }],
            ..Handout::default()
        };
        let html = handout.to_html();
        for part in [
            "A &lt; B &amp; &quot;C&quot;",
            "1. &lt;script&gt;",
            "жол<br>жол",
            "Сұрақ: Неге?",
            "place:nowhere",
            "src=\"scene-01.png\"",
        ] {
            assert!(html.contains(part), "{part}");
        }
        assert!(!html.contains("<script") && !html.contains("http"));
    }
}
