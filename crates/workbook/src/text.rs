//! Texts as XLSX can hold them.

/// A text of several lines without what XML or the writer would stumble over.
pub(crate) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let kept: String = text.chars().map(|c| if c == '\n' { c } else { printable(c) }).collect();
    // The writer takes such a text for markup of its own and would not escape it.
    if kept.starts_with("<r>") && kept.ends_with("</r>") {
        return format!("\u{200b}{kept}");
    }
    kept
}

/// A text on one line.
pub(crate) fn line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    clean(&words.join(" "))
}

fn printable(c: char) -> char {
    match c {
        '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c if c.is_control() => ' ',
        c => c,
    }
}

/// Whether a spreadsheet program would take the text for a formula once someone edits the cell.
pub(crate) fn looks_like_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Length as spreadsheet programs count it.
pub(crate) fn utf16_len(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Width in characters of Latin text; Chinese characters and full-width forms count double.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

/// The beginning of a text, at most `limit` UTF-16 units, never within a character.
pub(crate) fn begin(text: &str, limit: usize) -> &str {
    let mut used = 0;
    for (at, c) in text.char_indices() {
        used += c.len_utf16();
        if used > limit {
            return &text[..at];
        }
    }
    text
}

/// A text for a page header or footer, where `&` begins a code; at most `limit` UTF-16 units.
pub(crate) fn for_margin(text: &str, limit: usize) -> String {
    let mut out = String::new();
    for c in line(text).chars() {
        let piece = if c == '&' { "&&".to_owned() } else { c.to_string() };
        if utf16_len(&out) + utf16_len(&piece) >= limit {
            out.push('…');
            break;
        }
        out.push_str(&piece);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_lines_stay() {
        assert_eq!(clean("a\u{1}b\r\nc\td\u{ffff}"), "a b\nc d\u{fffd}");
        assert_eq!(line("  a\n b\t c "), "a b c");
    }

    #[test]
    fn formulas_are_seen_behind_blanks() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " ＝1"] {
            assert!(looks_like_formula(text), "{text}");
        }
        assert!(!looks_like_formula("1=1") && !looks_like_formula("– none"));
    }

    #[test]
    fn beginnings_end_between_characters() {
        assert_eq!(begin("a𝄞b", 2), "a");
        assert_eq!(begin("a𝄞b", 3), "a𝄞");
        assert_eq!(begin("abc", 3), "abc");
    }

    #[test]
    fn margins_double_their_ampersands_within_the_limit() {
        assert_eq!(for_margin("R&D", 10), "R&&D");
        assert_eq!(for_margin("&&&&&&", 6), "&&&&…");
    }

    #[test]
    fn chinese_is_wide() {
        assert_eq!(width("比利时 BE"), 9);
    }
}
