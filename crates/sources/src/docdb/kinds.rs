//! What kind of protection a document is about.

/// Why a publication is not of a patent of invention; None where it is. `application` is
/// the kind of the application, `publication` that of the publication.
pub(super) fn other_protection(application: &str, publication: &str) -> Option<&'static str> {
    let by_application = match first(application) {
        'U' => Some("utility-model"),
        'F' | 'S' => Some("design"),
        'V' => Some("plant"),
        'P' => Some("provisional-application"),
        _ => None,
    };
    by_application.or_else(|| match first(publication) {
        'U' | 'Y' => Some("utility-model"),
        'S' => Some("design"),
        'P' => Some("plant"),
        _ => None,
    })
}

fn first(kind: &str) -> char {
    kind.chars().next().unwrap_or(' ')
}

/// Whether a name under `dates-of-public-availability` is that of a publication with
/// grant; None where it says nothing of grants.
pub(super) fn with_grant(name: &str) -> Option<bool> {
    if name.ends_with("-without-grant") {
        Some(false)
    } else {
        name.ends_with("-with-grant").then_some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_protection() {
        for (application, publication, expected) in [
            ("A", "A1", None),
            ("W", "A1", None),
            ("T", "T2", None),
            ("D", "A", None),
            ("U", "A", Some("utility-model")),
            ("A", "U1", Some("utility-model")),
            ("A", "Y2", Some("utility-model")),
            ("F", "S", Some("design")),
            ("A", "S1", Some("design")),
            ("V", "P3", Some("plant")),
            ("A", "P", Some("plant")),
            ("P", "A1", Some("provisional-application")),
        ] {
            assert_eq!(other_protection(application, publication), expected, "{application}");
        }
    }

    #[test]
    fn dates_that_tell_of_grants() {
        assert_eq!(with_grant("printed-with-grant"), Some(true));
        assert_eq!(with_grant("examined-printed-without-grant"), Some(false));
        assert_eq!(with_grant("gazette-reference"), None);
    }
}
