//! The edition, which only names tell: `2025 Autumn` of
//! `PATSTAT_Global_2025_Autumn/tls201_part01.zip`.

use std::path::Path;

/// A year and a season in the name of the file or of a folder that it lies in.
pub(super) fn edition(path: &Path) -> Option<String> {
    path.ancestors().filter_map(Path::file_name).find_map(|name| in_name(&name.to_string_lossy()))
}

fn in_name(name: &str) -> Option<String> {
    let words = || name.split(|letter: char| !letter.is_ascii_alphanumeric());
    let year = words().find(|word| {
        word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
    })?;
    let season = ["Spring", "Autumn"]
        .into_iter()
        .find(|season| words().any(|word| word.eq_ignore_ascii_case(season)))?;
    Some(format!("{year} {season}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_and_folders() {
        let of = |path: &str| edition(Path::new(path));
        assert_eq!(of("/d/PATSTAT_Global_2025_Autumn/tls201_part01.zip").unwrap(), "2025 Autumn");
        assert_eq!(of("/d/patstat spring 2020/csv/tls201.csv").unwrap(), "2020 Spring");
        assert_eq!(of("/d/2025/tls201_part01.zip"), None);
        assert_eq!(of("tls201_part01.zip"), None);
    }
}
