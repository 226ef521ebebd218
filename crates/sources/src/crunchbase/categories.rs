//! Categories of a company.

/// Categories in lower case, sorted, each once, joined by `|`. The exports until 2016
/// separate them by `|`, the later ones by commas; no category has either in its name.
pub(super) fn categories<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let listed = cells.into_iter().flat_map(|cell| cell.split(['|', ',']));
    let mut names: Vec<String> =
        listed.map(|name| name.trim().to_lowercase()).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    names.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_all_exports_read_alike() {
        for cell in ["|Software|Big Data|", "Software,Big Data", " Software, big data, Software"] {
            assert_eq!(categories([cell]), "big data|software", "{cell}");
        }
        assert_eq!(categories(["Software", " Analytics "]), "analytics|software");
        assert_eq!(categories([""]), "");
    }
}
