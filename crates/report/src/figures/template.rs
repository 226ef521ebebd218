//! Texts of figures with places for data: `{country}, {year}`.

/// What a title or subtitle may name.
pub(crate) const PLACES: [&str; 7] =
    ["country", "places", "year", "first", "last", "subject", "indicator"];

/// Fills the places of a text. Those that are not given stay as they are.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (place, value) in values {
        filled = filled.replace(&format!("{{{place}}}"), value);
    }
    filled
}

/// The first place of a text that nothing fills.
pub(crate) fn unknown_place(text: &str) -> Option<&str> {
    let inner = text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest));
    inner.into_iter().find(|place| !PLACES.contains(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled() {
        let values = [("country", "Belgium"), ("year", "2023")];
        assert_eq!(fill("{country}, {year}", &values), "Belgium, 2023");
    }

    #[test]
    fn unknown_places_are_found() {
        assert_eq!(unknown_place("{country}, {year}"), None);
        assert_eq!(unknown_place("{country}, {yaer}"), Some("yaer"));
        assert_eq!(unknown_place("{country, 2020"), Some("country, 2020"));
    }
}
