//! Finds columns by name, in any order, under any of their spellings.

use super::look_alike;

/// A column that a source reads.
pub(crate) struct Column {
    /// Name as the publisher writes it.
    pub(crate) name: &'static str,
    /// Other spellings. Case, blanks, `_`, `-` and `.` never matter.
    pub(crate) aliases: &'static [&'static str],
    /// Whether a file without it is refused.
    pub(crate) required: bool,
}

impl Column {
    /// A column that must be there.
    pub(crate) const fn required(name: &'static str, aliases: &'static [&'static str]) -> Self {
        Self { name, aliases, required: true }
    }

    /// A column that may be there.
    pub(crate) const fn optional(name: &'static str, aliases: &'static [&'static str]) -> Self {
        Self { name, aliases, required: false }
    }

    fn matches(&self, key: &str) -> bool {
        column_key(self.name) == key || self.aliases.iter().any(|alias| column_key(alias) == key)
    }
}

/// A header other than the one expected.
#[derive(Debug, thiserror::Error)]
#[error("{file}, line 1: {what} {expected}. The columns found are {found}. {advice}")]
pub struct HeaderError {
    /// The file, with the member of an archive.
    pub file: String,
    /// Missing or ambiguous columns, as the start of a sentence.
    what: String,
    /// What the source expects.
    expected: String,
    /// What stands there.
    found: String,
    /// What to do.
    advice: String,
}

/// A column name with everything dropped that publishers vary.
pub(crate) fn column_key(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// Position of each of `columns` in `header`.
///
/// # Errors
/// [`HeaderError`] when a required column is missing or one occurs twice; it says
/// which source the file looks like.
pub(crate) fn resolve<const N: usize>(
    file: &str,
    source: &'static str,
    header: &[String],
    columns: &[Column; N],
) -> Result<[Option<usize>; N], Box<HeaderError>> {
    let keys: Vec<String> = header.iter().map(|name| column_key(name)).collect();
    let mut found = [None; N];
    let mut missing = Vec::new();
    for (place, column) in found.iter_mut().zip(columns) {
        let mut positions = (0..keys.len()).filter(|&i| column.matches(&keys[i]));
        *place = positions.next();
        if let Some(second) = positions.next() {
            let what = format!(
                "column {} occurs twice, as columns {} and {} of",
                column.name,
                place.unwrap_or(0) + 1,
                second + 1
            );
            return Err(error(file, source, header, what, columns));
        }
        if place.is_none() && column.required {
            missing.push(column.name);
        }
    }
    if missing.is_empty() {
        return Ok(found);
    }
    let noun = if missing.len() == 1 { "column" } else { "columns" };
    let what = format!("{noun} {} missing from", missing.join(", "));
    Err(error(file, source, header, what, columns))
}

/// The error of a header that lacks a whole group of columns.
pub(crate) fn lacking(
    file: &str,
    source: &'static str,
    header: &[String],
    what: &str,
) -> Box<HeaderError> {
    error::<0>(file, source, header, format!("{what} missing from"), &[])
}

fn error<const N: usize>(
    file: &str,
    source: &'static str,
    header: &[String],
    what: String,
    columns: &[Column; N],
) -> Box<HeaderError> {
    let names: Vec<&str> = columns.iter().filter(|c| c.required).map(|c| c.name).collect();
    let needed = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
    Box::new(HeaderError {
        file: file.to_owned(),
        what,
        expected: format!("those that {source} needs{needed}"),
        found: shortened(header),
        advice: look_alike::advice(source, header),
    })
}

/// A header for a message: at most twelve names, at most forty characters each.
fn shortened(header: &[String]) -> String {
    let names = header.iter().take(12).map(|name| name.chars().take(40).collect::<String>());
    let mut text = names.collect::<Vec<_>>().join(", ");
    if header.len() > 12 {
        text.push_str(", ...");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column; 3] = [
        Column::required("refYear", &["year"]),
        Column::required("cmdCode", &[]),
        Column::optional("netWgt", &[]),
    ];

    fn header(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn order_case_and_underscores_do_not_matter() {
        let found = resolve("f.csv", "comtrade", &header(&["cmd_code", "x", "REF_YEAR"]), &COLUMNS);
        assert_eq!(found.unwrap(), [Some(2), Some(0), None]);
    }

    #[test]
    fn a_missing_column_is_named_with_what_was_found() {
        let error =
            resolve("f.csv", "comtrade", &header(&["year", "value"]), &COLUMNS).unwrap_err();
        let text = error.to_string();
        assert!(text.starts_with("f.csv, line 1: column cmdCode missing from"), "{text}");
        assert!(text.contains("The columns found are year, value."), "{text}");
    }

    #[test]
    fn a_column_given_twice_is_refused() {
        let names = header(&["year", "cmdCode", "refYear"]);
        let error = resolve("f.csv", "comtrade", &names, &COLUMNS).unwrap_err();
        assert!(error.to_string().contains("refYear occurs twice, as columns 1 and 3"), "{error}");
    }
}
