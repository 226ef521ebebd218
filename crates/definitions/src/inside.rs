//! Where a byte of a TOML string stands in the file.

/// Offset in the raw text of a TOML string, its quotation marks included, of a byte of
/// the value that it stands for. Past its end, the last byte of the value.
pub(crate) fn raw_offset(raw: &str, value_offset: usize) -> usize {
    let quote = if raw.starts_with('\'') { '\'' } else { '"' };
    let marks = raw.chars().take_while(|c| *c == quote).count();
    let mut at = if marks >= 3 { 3 } else { 1 };
    if at == 3 {
        // A line break directly behind the opening marks is not part of the value.
        at +=
            raw[at..].strip_prefix("\r\n").map_or(usize::from(raw[at..].starts_with('\n')), |_| 2);
    }
    let mut value = 0;
    while let Some((taken, given)) = step(&raw[at..], quote == '"') {
        // What stands for nothing is passed over even where the place is reached.
        if value >= value_offset && given > 0 {
            break;
        }
        at += taken;
        value += given;
    }
    at
}

/// Bytes of raw text that come next, and how many of the value they stand for.
fn step(rest: &str, escapes: bool) -> Option<(usize, usize)> {
    let mut letters = rest.chars();
    let letter = letters.next()?;
    if letter != '\\' || !escapes {
        return Some((letter.len_utf8(), letter.len_utf8()));
    }
    let digits = match letters.next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '\r' | '\n' | ' ' | '\t' => {
            // At the end of a line: whatever is blank behind it is left out.
            return Some((rest.len() - rest[1..].trim_start().len(), 0));
        }
        _ => return Some((2, 1)),
    };
    let code = rest.get(2..2 + digits).and_then(|code| u32::from_str_radix(code, 16).ok())?;
    Some((2 + digits, char::from_u32(code)?.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::raw_offset;

    /// The raw text from the place of the value's byte on.
    fn rest(raw: &str, value_offset: usize) -> &str {
        &raw[raw_offset(raw, value_offset)..]
    }

    #[test]
    fn plain_strings() {
        assert_eq!(rest("\"TA:(solar)\"", 4), "solar)\"");
        assert_eq!(rest("'TA:(solar)'", 0), "TA:(solar)'");
        assert_eq!(rest("\"ab\"", 2), "\"");
    }

    #[test]
    fn quotation_marks_written_with_a_backslash() {
        // The value is TA:("a b" x).
        assert_eq!(rest(r#""TA:(\"a b\" x)""#, 10), "x)\"");
        assert_eq!(rest(r#"'TA:("a b" x)'"#, 10), "x)'");
    }

    #[test]
    fn letters_written_by_number() {
        // The value is é x, of four bytes.
        assert_eq!(rest(r#""\u00e9 x""#, 3), "x\"");
        assert_eq!(rest("\"é x\"", 3), "x\"");
    }

    #[test]
    fn several_lines() {
        assert_eq!(rest("\"\"\"\nTA:(\n  a)\"\"\"", 7), "a)\"\"\"");
        assert_eq!(rest("\"\"\"TA:( \\\n   a)\"\"\"", 5), "a)\"\"\"");
        assert_eq!(rest("'''\na b'''", 2), "b'''");
    }
}
