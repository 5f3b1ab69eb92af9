//! Finds the items of a RON list or a JSON array without parsing them, so that each
//! is read on its own: one broken item does not hide the faults of the others, and
//! every fault keeps its place in the file.

use std::ops::Range;

/// The byte ranges of the items of the first `[ … ]` at or after `from`, separated by
/// commas at its own level. Strings and comments are passed over. `Err` carries the
/// offset of a bracket that is never closed, or of the end where the list is missing.
pub fn items(source: &str, from: usize) -> Result<Vec<Range<usize>>, usize> {
    let bytes = source.as_bytes();
    let mut at = from;
    let mut open: Vec<usize> = Vec::new();
    let mut item_start = None;
    let mut items = Vec::new();
    while at < bytes.len() {
        let next = skip_token(bytes, at);
        if next > at + 1 {
            // A string or a comment; only a string can begin an item.
            if is_string_start(bytes, at) && open.len() == 1 {
                item_start.get_or_insert(at);
            }
            at = next;
            continue;
        }
        match bytes[at] {
            b'[' if open.is_empty() => open.push(at),
            b'[' | b'(' | b'{' => {
                if open.len() == 1 {
                    item_start.get_or_insert(at);
                }
                if !open.is_empty() {
                    open.push(at);
                }
            }
            b']' | b')' | b'}' => {
                let closes_list = open.len() == 1;
                if closes_list {
                    items.extend(
                        item_start
                            .take()
                            .map(|start| start..trim_end(bytes, start, at)),
                    );
                }
                open.pop();
                if closes_list {
                    return Ok(items);
                }
            }
            b',' if open.len() == 1 => {
                items.extend(
                    item_start
                        .take()
                        .map(|start| start..trim_end(bytes, start, at)),
                );
            }
            byte if !byte.is_ascii_whitespace() && open.len() == 1 => {
                item_start.get_or_insert(at);
            }
            _ => {}
        }
        at += 1;
    }
    Err(open.last().copied().unwrap_or(bytes.len()))
}

fn trim_end(bytes: &[u8], start: usize, mut end: usize) -> usize {
    while end > start && bytes[end - 1].is_ascii_whitespace() {
        end -= 1;
    }
    end
}

fn is_string_start(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b'"' || (bytes[at] == b'r' && raw_hashes(bytes, at).is_some())
}

/// The end of the string or comment that begins at `at`, or `at + 1`.
fn skip_token(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b'"' => skip_string(bytes, at),
        b'r' => match raw_hashes(bytes, at) {
            Some(hashes) => skip_raw_string(bytes, at, hashes),
            None => at + 1,
        },
        b'/' if bytes.get(at + 1) == Some(&b'/') => bytes[at..]
            .iter()
            .position(|&b| b == b'\n')
            .map_or(bytes.len(), |n| at + n),
        b'/' if bytes.get(at + 1) == Some(&b'*') => skip_block_comment(bytes, at),
        _ => at + 1,
    }
}

fn skip_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// How many `#` a raw string has, if one begins here: `r"`, `r#"`, …
fn raw_hashes(bytes: &[u8], at: usize) -> Option<usize> {
    let is_inside_word = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
    let hashes = bytes[at + 1..].iter().take_while(|&&b| b == b'#').count();
    (!is_inside_word && bytes.get(at + 1 + hashes) == Some(&b'"')).then_some(hashes)
}

fn skip_raw_string(bytes: &[u8], start: usize, hashes: usize) -> usize {
    let mut at = start + hashes + 2;
    while at < bytes.len() {
        let closes = bytes[at] == b'"'
            && bytes[at + 1..].iter().take_while(|&&b| b == b'#').count() >= hashes;
        if closes {
            return at + 1 + hashes;
        }
        at += 1;
    }
    bytes.len()
}

fn skip_block_comment(bytes: &[u8], start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while at < bytes.len() {
        if bytes[at..].starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if bytes[at..].starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::items;

    fn texts(source: &str) -> Vec<&str> {
        items(source, 0)
            .unwrap()
            .into_iter()
            .map(|range| &source[range])
            .collect()
    }

    #[test]
    fn splits_at_commas_of_its_own_level() {
        assert_eq!(
            texts("[ (a: 1, b: [2, 3]), (c: 4), ]"),
            ["(a: 1, b: [2, 3])", "(c: 4)"]
        );
        assert_eq!(texts("[]"), Vec::<&str>::new());
    }

    #[test]
    fn passes_over_strings_and_comments() {
        let source = "// [x\n[ (a: \"],\\\"(\"), /* , /* ] */ */ (b: r#\"\"]\"#), \"s\" ]";
        assert_eq!(
            texts(source),
            ["(a: \"],\\\"(\")", "(b: r#\"\"]\"#)", "\"s\""]
        );
    }

    #[test]
    fn says_where_a_list_stays_open() {
        assert_eq!(items("[ (a: 1, ", 0), Err(2));
        assert_eq!(items("", 0), Err(0));
    }
}
