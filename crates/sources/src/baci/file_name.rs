//! What a BACI file name tells: `BACI_HS02_Y2002_V202501.csv`.

use sextant_definitions::HsVintage;

use super::BaciError;
use crate::read::{Job, Table, file_name};

/// The vintage from the name of the table, else from that of the archive.
///
/// # Errors
/// [`BaciError::NoVintage`].
pub(super) fn vintage(job: &Job<'_>, table: &Table<'_>) -> Result<HsVintage, BaciError> {
    vintage_in(&table.name)
        .or_else(|| vintage_in(&file_name(&job.file.path)))
        .ok_or_else(|| BaciError::NoVintage { file: table.label.clone() })
}

/// `HS` and the last two digits of the vintage's year.
fn vintage_in(name: &str) -> Option<HsVintage> {
    words(name).find_map(|word| {
        let digits = word.strip_prefix("HS")?;
        HsVintage::ALL.into_iter().find(|vintage| &vintage.as_str()[4..] == digits)
    })
}

/// The release: `V` and year and month.
pub(super) fn edition(name: &str) -> Option<String> {
    let is_release = |word: &&str| {
        word.strip_prefix('V').is_some_and(|rest| {
            rest.len() >= 6 && rest.bytes().take(6).all(|byte| byte.is_ascii_digit())
        })
    };
    words(name).find(is_release).map(str::to_owned)
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(['_', '-', '.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_cepii_writes_them() {
        assert_eq!(vintage_in("BACI_HS02_Y2002_V202501.csv"), Some(HsVintage::Hs2002));
        assert_eq!(vintage_in("BACI_HS92_V202501.zip"), Some(HsVintage::Hs1992));
        assert_eq!(vintage_in("product_codes_HS22_V202501.csv"), Some(HsVintage::Hs2022));
        assert_eq!(edition("BACI_HS02_Y2002_V202501.csv").as_deref(), Some("V202501"));
        assert_eq!(edition("BACI_HS92_Y1995_V202401b.csv").as_deref(), Some("V202401b"));
    }

    #[test]
    fn names_that_tell_nothing() {
        assert_eq!(vintage_in("trade.csv"), None);
        assert_eq!(vintage_in("BACI_HS99_Y2002.csv"), None);
        assert_eq!(edition("BACI_HS02_Y2002_green_subset.csv"), None);
        assert_eq!(edition("V2.csv"), None);
    }
}
