//! Everything that may be wrong with a pack, and the words for it.

use super::diagnostic::Severity;

/// Everything that can be wrong with a pack.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// There is no such file or folder.
    NotFound,
    /// Neither a folder nor a zip archive.
    NotAPack,
    /// A file that every pack has is not there.
    MissingFile,
    /// The system could not read it.
    Unreadable {
        reason: String,
    },
    TooLarge {
        size: u64,
        limit: u64,
    },
    TooManyFiles {
        limit: usize,
    },
    /// A path that would leave the pack.
    Outside {
        name: String,
    },
    NotUtf8,
    /// The file is not well formed.
    Syntax {
        reason: String,
    },
    NewerFormat {
        found: u32,
        known: u32,
    },
    NoLanguage,
    BadId {
        id: String,
    },
    DoubleId {
        id: String,
    },
    /// A reference to nothing.
    Dangling {
        reference: String,
    },
    /// A reference to the wrong kind of thing.
    WrongKind {
        reference: String,
        expected: &'static str,
    },
    /// A chain of `part_of` that comes back to where it began.
    Cycle {
        id: String,
    },
    UnknownPower {
        power: String,
    },
    /// One power alone cannot be dual or contested.
    LonelyHolder,
    MissingText {
        field: &'static str,
        language: String,
    },
    MissingNote,
    /// The first day of the pack lies after its last.
    DaysReversed,
    OutsidePack {
        date: String,
    },
    /// A date inside the days that the reform left out, or after its own calendar ended.
    ImpossibleDate {
        date: String,
        /// The same days in the Julian calendar.
        right: String,
    },
    /// `1917-13`.
    NoSuchMonth {
        date: String,
    },
    /// 30 February.
    NoSuchDay {
        date: String,
        /// Days in that month.
        days: u8,
        right: String,
    },
    /// An interval that ends before it begins.
    DateReversed {
        date: String,
        right: String,
    },
    /// 29 February of a year that is a leap year in the Julian calendar alone.
    OnlyJulian {
        date: String,
    },
    /// A date in another notation, and the same in ours.
    DateNotation {
        date: String,
        right: String,
    },
    NotADate {
        date: String,
    },
    /// One day is needed.
    NotADay {
        date: String,
        right: String,
    },
    /// The span ends before it begins.
    SpanReversed {
        from: String,
        to: String,
    },
    Overlap {
        other: String,
    },
    Gap {
        from: String,
        to: String,
    },
    OutOfRange {
        field: &'static str,
        least: f64,
        most: f64,
    },
    /// A section in one language that another language does not have at that place.
    SectionsDiffer {
        expected: String,
        found: String,
    },
    BlocksDiffer {
        section: String,
        expected: String,
        found: String,
    },
    NoHeadingId {
        heading: String,
    },
    NoTitle,
    UnknownLink {
        target: String,
    },
    UnknownNote {
        label: String,
    },
    UnusedNote {
        label: String,
    },
    MissingImage {
        file: String,
    },
    BadImage {
        file: String,
        reason: String,
    },
    ImageTooLarge {
        file: String,
        width: u32,
        height: u32,
        /// Most pixels from side to side.
        limit: u32,
    },
    /// A link of the text to a fact that is not there; the words stay.
    DanglingLink {
        reference: String,
    },
    FeatureUnknownProperty {
        property: String,
    },
    FeatureMissingProperty {
        property: &'static str,
    },
    FeatureBadValue {
        property: &'static str,
        value: String,
    },
    FeatureGeometry {
        found: String,
        expected: &'static str,
    },
    OutsideWorld {
        lon: f64,
        lat: f64,
    },
    RingNotClosed,
    RingTooShort,
    /// Sides of a polygon cross, near this point.
    RingsCross {
        lon: f64,
        lat: f64,
    },
    /// A hole that begins here lies outside of its polygon.
    HoleOutside {
        lon: f64,
        lat: f64,
    },
    /// A line goes over the 180th meridian from this point.
    Antimeridian {
        lon: f64,
        lat: f64,
    },
    /// A ring runs the other way than the format asks for.
    Winding,
    /// Positions have a height, which the map does not know.
    Heights,
    /// Nothing says where it comes from.
    NoSource,
    TooManyVertices {
        limit: usize,
    },
    /// A region that has facts but no shape.
    NoShape {
        region: String,
    },
}

type Arguments = Vec<(&'static str, String)>;

fn point(lon: f64, lat: f64) -> Arguments {
    vec![("lon", lon.to_string()), ("lat", lat.to_string())]
}

impl Fault {
    pub fn severity(&self) -> Severity {
        match self {
            Fault::Gap { .. }
            | Fault::UnusedNote { .. }
            | Fault::NoShape { .. }
            | Fault::UnknownLink { .. }
            | Fault::DanglingLink { .. }
            | Fault::MissingImage { .. }
            | Fault::BadImage { .. }
            | Fault::ImageTooLarge { .. }
            | Fault::Winding
            | Fault::Heights => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The key of its message and the values that the message wants.
    pub fn words(&self) -> (&'static str, Arguments) {
        self.file_words()
            .or_else(|| self.fact_words())
            .or_else(|| self.article_words())
            .unwrap_or_else(|| self.map_words())
    }

    fn file_words(&self) -> Option<(&'static str, Arguments)> {
        Some(match self {
            Fault::NotFound => ("fault-not-found", vec![]),
            Fault::NotAPack => ("fault-not-a-pack", vec![]),
            Fault::MissingFile => ("fault-missing-file", vec![]),
            Fault::Unreadable { reason } => ("fault-unreadable", vec![("reason", reason.clone())]),
            Fault::TooLarge { size, limit } => (
                "fault-too-large",
                vec![("size", megabytes(*size)), ("limit", megabytes(*limit))],
            ),
            Fault::TooManyFiles { limit } => {
                ("fault-too-many-files", vec![("limit", limit.to_string())])
            }
            Fault::Outside { name } => ("fault-outside", vec![("name", name.clone())]),
            Fault::NotUtf8 => ("fault-not-utf8", vec![]),
            Fault::Syntax { reason } => ("fault-syntax", vec![("reason", reason.clone())]),
            Fault::NewerFormat { found, known } => (
                "fault-newer-format",
                vec![("found", found.to_string()), ("known", known.to_string())],
            ),
            Fault::NoLanguage => ("fault-no-language", vec![]),
            _ => return None,
        })
    }

    fn fact_words(&self) -> Option<(&'static str, Arguments)> {
        Some(match self {
            Fault::BadId { id } => ("fault-bad-id", vec![("id", id.clone())]),
            Fault::DoubleId { id } => ("fault-double-id", vec![("id", id.clone())]),
            Fault::Dangling { reference } => {
                ("fault-dangling", vec![("reference", reference.clone())])
            }
            Fault::WrongKind {
                reference,
                expected,
            } => (
                "fault-wrong-kind",
                vec![
                    ("reference", reference.clone()),
                    ("expected", (*expected).to_owned()),
                ],
            ),
            Fault::Cycle { id } => ("fault-cycle", vec![("id", id.clone())]),
            Fault::UnknownPower { power } => {
                ("fault-unknown-power", vec![("power", power.clone())])
            }
            Fault::LonelyHolder => ("fault-lonely-holder", vec![]),
            Fault::NoSource => ("fault-no-source", vec![]),
            Fault::MissingText { field, language } => (
                "fault-missing-text",
                vec![
                    ("field", (*field).to_owned()),
                    ("language", language.clone()),
                ],
            ),
            Fault::MissingNote => ("fault-missing-note", vec![]),
            Fault::DaysReversed => ("fault-days-reversed", vec![]),
            Fault::OutsidePack { date } => ("fault-outside-pack", vec![("date", date.clone())]),
            Fault::ImpossibleDate { date, right } => {
                ("fault-impossible-date", date_and_right(date, right))
            }
            Fault::NoSuchMonth { date } => ("fault-no-such-month", vec![("date", date.clone())]),
            Fault::NoSuchDay { date, days, right } => {
                let mut values = date_and_right(date, right);
                values.push(("days", days.to_string()));
                ("fault-no-such-day", values)
            }
            Fault::DateReversed { date, right } => {
                ("fault-date-reversed", date_and_right(date, right))
            }
            Fault::OnlyJulian { date } => ("fault-only-julian", vec![("date", date.clone())]),
            Fault::DateNotation { date, right } => {
                ("fault-date-notation", date_and_right(date, right))
            }
            Fault::NotADate { date } => ("fault-not-a-date", vec![("date", date.clone())]),
            Fault::NotADay { date, right } => ("fault-not-a-day", date_and_right(date, right)),
            Fault::SpanReversed { from, to } => (
                "fault-span-reversed",
                vec![("from", from.clone()), ("to", to.clone())],
            ),
            Fault::Overlap { other } => ("fault-overlap", vec![("other", other.clone())]),
            Fault::Gap { from, to } => (
                "fault-gap",
                vec![("from", from.clone()), ("to", to.clone())],
            ),
            Fault::OutOfRange { field, least, most } => (
                "fault-out-of-range",
                vec![
                    ("field", (*field).to_owned()),
                    ("least", least.to_string()),
                    ("most", most.to_string()),
                ],
            ),
            _ => return None,
        })
    }

    fn article_words(&self) -> Option<(&'static str, Arguments)> {
        Some(match self {
            Fault::SectionsDiffer { expected, found } => (
                "fault-sections-differ",
                vec![("expected", expected.clone()), ("found", found.clone())],
            ),
            Fault::BlocksDiffer {
                section,
                expected,
                found,
            } => (
                "fault-blocks-differ",
                vec![
                    ("section", section.clone()),
                    ("expected", expected.clone()),
                    ("found", found.clone()),
                ],
            ),
            Fault::NoHeadingId { heading } => {
                ("fault-no-heading-id", vec![("heading", heading.clone())])
            }
            Fault::NoTitle => ("fault-no-title", vec![]),
            Fault::UnknownLink { target } => {
                ("fault-unknown-link", vec![("target", target.clone())])
            }
            Fault::UnknownNote { label } => ("fault-unknown-note", vec![("label", label.clone())]),
            Fault::UnusedNote { label } => ("fault-unused-note", vec![("label", label.clone())]),
            Fault::MissingImage { file } => ("fault-missing-image", vec![("file", file.clone())]),
            Fault::ImageTooLarge {
                file,
                width,
                height,
                limit,
            } => (
                "fault-image-too-large",
                vec![
                    ("file", file.clone()),
                    ("width", width.to_string()),
                    ("height", height.to_string()),
                    ("limit", limit.to_string()),
                ],
            ),
            Fault::DanglingLink { reference } => {
                ("fault-dangling", vec![("reference", reference.clone())])
            }
            Fault::BadImage { file, reason } => (
                "fault-bad-image",
                vec![("file", file.clone()), ("reason", reason.clone())],
            ),
            _ => return None,
        })
    }

    fn map_words(&self) -> (&'static str, Arguments) {
        match self {
            Fault::FeatureUnknownProperty { property } => (
                "fault-feature-unknown-property",
                vec![("property", property.clone())],
            ),
            Fault::FeatureMissingProperty { property } => (
                "fault-feature-missing-property",
                vec![("property", (*property).to_owned())],
            ),
            Fault::FeatureBadValue { property, value } => (
                "fault-feature-bad-value",
                vec![
                    ("property", (*property).to_owned()),
                    ("value", value.clone()),
                ],
            ),
            Fault::FeatureGeometry { found, expected } => (
                "fault-feature-geometry",
                vec![
                    ("found", found.clone()),
                    ("expected", (*expected).to_owned()),
                ],
            ),
            Fault::OutsideWorld { lon, lat } => (
                "fault-outside-world",
                vec![("lon", lon.to_string()), ("lat", lat.to_string())],
            ),
            Fault::RingNotClosed => ("fault-ring-not-closed", vec![]),
            Fault::RingTooShort => ("fault-ring-too-short", vec![]),
            Fault::RingsCross { lon, lat } => ("fault-rings-cross", point(*lon, *lat)),
            Fault::HoleOutside { lon, lat } => ("fault-hole-outside", point(*lon, *lat)),
            Fault::Antimeridian { lon, lat } => ("fault-antimeridian", point(*lon, *lat)),
            Fault::Winding => ("fault-winding", vec![]),
            Fault::Heights => ("fault-heights", vec![]),
            Fault::TooManyVertices { limit } => (
                "fault-too-many-vertices",
                vec![("limit", limit.to_string())],
            ),
            Fault::NoShape { region } => ("fault-no-shape", vec![("region", region.clone())]),
            // `words` asks the other groups first; whatever they did not know is here.
            _ => ("fault-not-a-pack", vec![]),
        }
    }
}

fn date_and_right(date: &str, right: &str) -> Arguments {
    vec![("date", date.to_owned()), ("right", right.to_owned())]
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1}", bytes as f64 / 1_000_000.0)
}
