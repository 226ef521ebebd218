//! Which table a file is, by its columns.

use super::error::ProdcomListError;
use crate::read::{Table, column_key, list, whole};

/// What a file holds, with the places of its columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// `from_year, to_year, old, new`.
    Changes([usize; 4]),
    /// `prodcom, year, hs6`.
    History([usize; 3]),
    /// `prodcom, name` and `hs6`, of one year.
    List { year: u16, columns: [usize; 3] },
    /// `NACE2, Label_NACE2, PRODCOM2021, Label_PRODCOM2021`: code and label.
    Levels { year: u16, columns: [usize; 2] },
    /// `year, lyear, pc8, lpc8, ...`: those four, then `oto, otm, mto, mtm, unchanged`.
    Concordance([usize; 9]),
}

impl Layout {
    /// The layout of a file of this name with these column keys.
    pub(super) fn of(name: &str, keys: &[String]) -> Option<Self> {
        if let Some(columns) = places(keys, ["fromyear", "toyear", "old", "new"]) {
            return Some(Self::Changes(columns));
        }
        if let Some(columns) =
            places(keys, ["year", "lyear", "pc8", "lpc8", "oto", "otm", "mto", "mtm", "unchanged"])
        {
            return Some(Self::Concordance(columns));
        }
        if let Some(columns) = places(keys, ["prodcom", "year", "hs6"]) {
            return Some(Self::History(columns));
        }
        if let Some(columns) = places(keys, ["prodcom", "name", "hs6"]) {
            return Some(Self::List { year: year_behind(&column_key(name), "prodcom")?, columns });
        }
        let year = keys.iter().find_map(|key| year_behind(key, "labelprodcom"))?;
        let (code, label) = (format!("prodcom{year}"), format!("labelprodcom{year}"));
        Some(Self::Levels { year, columns: places(keys, [&code, &label])? })
    }

    /// The layout of an opened table.
    ///
    /// # Errors
    /// When its columns are unknown, or its name lacks a year that matters.
    pub(super) fn known(table: &Table<'_>) -> Result<Self, ProdcomListError> {
        let keys: Vec<String> = table.header.iter().map(|name| column_key(name)).collect();
        let file = table.label.clone();
        if let Some(layout) = Self::of(&table.name, &keys) {
            return Ok(layout);
        }
        if places(&keys, ["prodcom", "name", "hs6"]).is_some() {
            return Err(ProdcomListError::NoYear { file });
        }
        let found = list(&table.header);
        Err(not_read(&file, &keys).unwrap_or(ProdcomListError::UnknownTable { file, found }))
    }
}

/// Tables of the collection that are known and not read.
fn not_read(file: &str, keys: &[String]) -> Option<ProdcomListError> {
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let what = match keys.as_slice() {
        ["year", "pc8", "optional"] => {
            "the table lists optional subdivisions of headings, which only some states report and Eurostat does not publish"
        }
        ["year", "pc8"] | ["pc8", "lpc8", "year", "lyear"] => {
            "the table lists codes of total production (T codes), for which no production sold is published"
        }
        _ => return None,
    };
    let advice =
        "Headings and their changes are in prodcom_cn_history, prodcom_changes and pc8_concord.";
    Some(ProdcomListError::NotRead { file: file.to_owned(), what, advice })
}

fn places<const N: usize>(keys: &[String], wanted: [&str; N]) -> Option<[usize; N]> {
    let mut found = [0; N];
    for (place, wanted) in found.iter_mut().zip(wanted) {
        *place = keys.iter().position(|key| key == wanted)?;
    }
    Some(found)
}

/// The year right behind a word.
fn year_behind(key: &str, word: &str) -> Option<u16> {
    let digits = key.split_once(word)?.1.get(..4)?;
    u16::try_from(whole(digits.as_bytes())?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(name: &str, header: &str) -> Option<Layout> {
        let keys: Vec<String> = header.split(',').map(column_key).collect();
        Layout::of(name, &keys)
    }

    #[test]
    fn columns_tell_the_table() {
        let found = |name, header| layout(name, header).unwrap();
        assert_eq!(found("x", "from_year,to_year,old,new"), Layout::Changes([0, 1, 2, 3]));
        assert_eq!(found("x", "year,prodcom,hs6"), Layout::History([1, 0, 2]));
        let list = Layout::List { year: 2021, columns: [0, 1, 2] };
        assert_eq!(found("prodcom2021.csv", "prodcom,name,hs6"), list);
        let levels = Layout::Levels { year: 2021, columns: [2, 3] };
        assert_eq!(found("x", "NACE2,Label_NACE2,PRODCOM2021,Label_PRODCOM2021,URL"), levels);
        assert_eq!(layout("list.csv", "prodcom,name,hs6"), None);
        assert_eq!(layout("B_lists.tsv", "year,pc8,optional"), None);
    }
}
