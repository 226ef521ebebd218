//! Which raw file took the place of which.

use serde::Serialize;

use crate::edition::Input;

/// A raw file of the first edition, and the one of the same source in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InputChange {
    /// Id of the source.
    pub source: String,
    /// Name of the file in the first edition.
    pub file_before: String,
    /// Name of the file in the second edition.
    pub file_after: String,
    /// Edition of the data in the first file, as far as it tells.
    pub edition_before: Option<String>,
    /// Edition of the data in the second file.
    pub edition_after: Option<String>,
    /// Rows kept of the first file.
    pub rows_before: u64,
    /// Rows kept of the second file.
    pub rows_after: u64,
}

/// Pairs files that were removed with files that were added: of one source with the same
/// name, or the same name but for the edition in it, or the only two of their source.
pub(super) fn pairs(removed: &[Input], added: &[Input]) -> Vec<InputChange> {
    let mut left: Vec<&Input> = added.iter().collect();
    let mut open: Vec<&Input> = removed.iter().collect();
    let mut pairs = Vec::new();
    let alike: [fn(&Input, &Input) -> bool; 2] =
        [|a, b| a.file == b.file, |a, b| without_edition(a) == without_edition(b)];
    for alike in alike {
        open.retain(|before| {
            let takes = |after: &&Input| before.source == after.source && alike(before, after);
            let found = left.iter().position(takes);
            let after = found.map(|at| left.remove(at));
            pairs.extend(after.map(|after| pair(before, after)));
            after.is_none()
        });
    }
    let only = |files: &[Input], source: &str| {
        files.iter().filter(|input| input.source == source).count() == 1
    };
    for before in open {
        let source = &before.source;
        let mut after = left.iter().filter(|_| only(removed, source) && only(added, source));
        pairs.extend(after.find(|after| after.source == *source).map(|after| pair(before, after)));
    }
    pairs.sort_by(|a, b| (&a.source, &a.file_before).cmp(&(&b.source, &b.file_before)));
    pairs
}

fn without_edition(input: &Input) -> String {
    match &input.edition {
        Some(edition) if !edition.is_empty() => input.file.replace(edition.as_str(), ""),
        _ => input.file.clone(),
    }
}

fn pair(before: &Input, after: &Input) -> InputChange {
    InputChange {
        source: before.source.clone(),
        file_before: before.file.clone(),
        file_after: after.file.clone(),
        edition_before: before.edition.clone(),
        edition_after: after.edition.clone(),
        rows_before: before.rows_kept,
        rows_after: after.rows_kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input(source: &str, file: &str, edition: &str, rows_kept: u64) -> Input {
        Input {
            source: source.into(),
            file: file.into(),
            sha256: format!("{file}{edition}{rows_kept}"),
            bytes: 1,
            edition: Some(edition.into()),
            rows_kept,
            rows_quarantined: 0,
            title: String::new(),
            publisher: String::new(),
            licence: String::new(),
            citation: String::new(),
            demo: false,
        }
    }

    #[test]
    fn files_are_paired_by_name_without_their_edition() {
        let removed = [
            input("baci", "BACI_HS12_Y2012_V202401.csv", "V202401", 10),
            input("baci", "BACI_HS12_Y2013_V202401.csv", "V202401", 20),
            input("comext", "old.csv", "2023", 5),
            input("sdmx", "a.csv", "1", 1),
        ];
        let added = [
            input("baci", "BACI_HS12_Y2013_V202501.csv", "V202501", 21),
            input("baci", "BACI_HS12_Y2014_V202501.csv", "V202501", 30),
            input("comext", "new.csv", "2024", 6),
            input("sdmx", "a.csv", "2", 2),
        ];
        let pairs = pairs(&removed, &added);
        let told: Vec<(&str, &str, u64, u64)> = pairs
            .iter()
            .map(|p| (p.file_before.as_str(), p.file_after.as_str(), p.rows_before, p.rows_after))
            .collect();
        // Of the other two years of BACI neither took the place of the other.
        let expected = [
            ("BACI_HS12_Y2013_V202401.csv", "BACI_HS12_Y2013_V202501.csv", 20, 21),
            ("old.csv", "new.csv", 5, 6),
            ("a.csv", "a.csv", 1, 2),
        ];
        assert_eq!(told, expected);
    }
}
