//! 29 February of the years that only the Julian calendar has as leap years: 1700, 1800,
//! 1900 and so on.
//!
//! `edtf-core` refuses them. They are read as those of the fourth year after, which is a
//! leap year in both calendars, and then put back.

use edtf_core::{Date, Edtf, IntervalEndpoint, ParseError, SetElement, YearKind};

/// Reads an expression whose dates exist in the Julian calendar.
pub fn parse(text: &str) -> Result<Edtf, ParseError> {
    let error = match Edtf::parse(text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut moved = Vec::new();
    let mut stand_in = String::with_capacity(text.len());
    for piece in pieces(text) {
        let year_end = if is_date(piece) {
            century_end(piece)
        } else {
            None
        };
        match year_end {
            Some(at) => {
                stand_in.push_str(&piece[..at]);
                stand_in.push('4');
                stand_in.push_str(&piece[at + 1..]);
            }
            None => stand_in.push_str(piece),
        }
        if is_date(piece) {
            moved.push(year_end.is_some());
        }
    }
    if !moved.contains(&true) {
        return Err(error);
    }
    let mut value = Edtf::parse(&stand_in).map_err(|_| error)?;
    for (date, _) in dates_mut(&mut value)
        .into_iter()
        .zip(moved)
        .filter(|(_, is_moved)| *is_moved)
    {
        if let YearKind::Standard { digits, .. } = &mut date.year.kind {
            digits[3] = Some(0);
        }
    }
    Ok(value)
}

/// The dates of an expression and what stands between them, in order.
fn pieces(text: &str) -> Vec<&str> {
    let is_between = |letter: char| matches!(letter, '/' | ',' | '.' | '[' | ']' | '{' | '}');
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest
            .find(|letter| is_between(letter) != is_between(first))
            .unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn is_date(piece: &str) -> bool {
    !piece.starts_with(['/', ',', '.', '[', ']', '{', '}'])
}

/// Where the last digit of the year stands, if the piece is 29 February of a year that
/// ends a century.
fn century_end(piece: &str) -> Option<usize> {
    let bare: String = piece
        .chars()
        .filter(|sign| !matches!(sign, '?' | '~' | '%'))
        .collect();
    let is_leap_day = bare.strip_suffix("00-02-29")?.trim_start_matches('-').len() == 2;
    let year = piece.find(|sign: char| sign.is_ascii_digit() || sign == 'X')?;
    is_leap_day.then_some(year + 3)
}

fn endpoint_mut(endpoint: &mut IntervalEndpoint) -> Option<&mut Date> {
    match endpoint {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

/// Every date of an expression, in the order written.
fn dates_mut(value: &mut Edtf) -> Vec<&mut Date> {
    match value {
        Edtf::Date(date) => vec![date],
        Edtf::DateTime(time) => vec![&mut time.date],
        Edtf::Interval(interval) => endpoint_mut(&mut interval.start)
            .into_iter()
            .chain(endpoint_mut(&mut interval.end))
            .collect(),
        Edtf::Set(set) => set
            .elements
            .iter_mut()
            .flat_map(|element| match element {
                SetElement::Date(date)
                | SetElement::OnOrBefore(date)
                | SetElement::OnOrAfter(date) => vec![date],
                SetElement::Range(from, to) => vec![from, to],
            })
            .collect(),
    }
}

/// Every date of an expression, in the order written.
pub fn dates(value: &Edtf) -> Vec<&Date> {
    match value {
        Edtf::Date(date) => vec![date],
        Edtf::DateTime(time) => vec![&time.date],
        Edtf::Interval(interval) => [&interval.start, &interval.end]
            .into_iter()
            .filter_map(|endpoint| match endpoint {
                IntervalEndpoint::Date(date)
                | IntervalEndpoint::OnOrBefore(date)
                | IntervalEndpoint::OnOrAfter(date) => Some(date),
                IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
            })
            .collect(),
        Edtf::Set(set) => set
            .elements
            .iter()
            .flat_map(|element| match element {
                SetElement::Date(date)
                | SetElement::OnOrBefore(date)
                | SetElement::OnOrAfter(date) => vec![date],
                SetElement::Range(from, to) => vec![from, to],
            })
            .collect(),
    }
}
