//! Geographies.

use std::collections::{BTreeMap, BTreeSet};

use super::{Report, of_folder};
use crate::document::{Document, Step};
use crate::geography::{GeographyEntry, GeographyFile};
use crate::{GeoKind, Geographies, Geography, Lang, Problem};

/// One way to spell a place, and the place already seen under it.
type Seen = BTreeMap<(&'static str, String), String>;

/// A place and the file it stands in.
type Placed<'d> = (&'d Document, Geography);

/// Reads and checks all geographies.
pub(super) fn read(documents: &[Document], problems: &mut Vec<Problem>) -> Geographies {
    let mut all: Vec<Placed<'_>> = Vec::new();
    let mut seen = Seen::new();
    for document in of_folder(documents, "geographies") {
        match document.parse::<GeographyFile>() {
            Ok(file) => {
                let mut report = Report::new(document, problems);
                for (code, entry) in &file.geography {
                    let geography = check(&mut report, file.kind, code, entry, &mut seen);
                    all.extend(geography.map(|geography| (document, geography)));
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    check_members(&all, problems);
    check_needed(&all, problems);
    Geographies::new(all.into_iter().map(|(_, geography)| geography).collect())
}

fn check(
    report: &mut Report<'_>,
    kind: GeoKind,
    code: &str,
    entry: &GeographyEntry,
    seen: &mut Seen,
) -> Option<Geography> {
    let at = [Step::Key("geography"), code.into()];
    for lang in Lang::ALL.into_iter().filter(|lang| entry.names.get(*lang).trim().is_empty()) {
        let what = format!("`{code}` has an empty name in `{lang}`.");
        let steps = [at[0], at[1], "names".into(), lang.as_str().into()];
        report.add(&steps, "", what, "Fill it in.");
    }
    let Some(geography) = well_formed(kind, code, entry) else {
        report.add(
            &at,
            code,
            format!(
                "`{code}` is not a code for a {}, or one of its members is not a code.",
                kind.as_str()
            ),
            "Use two capital letters for a country, up to eight letters, digits or hyphens else.",
        );
        return None;
    };
    for (scheme, spelling) in spellings(&geography) {
        if let Some(other) = seen.insert((scheme, spelling.clone()), code.to_owned()) {
            let what = format!("`{spelling}` in {scheme} is both `{other}` and `{code}`.");
            report.add(&at, &spelling, what, "A spelling must lead to one place; remove one.");
        }
    }
    Some(geography)
}

fn well_formed(kind: GeoKind, code: &str, entry: &GeographyEntry) -> Option<Geography> {
    let letters = code.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    let length_fits = kind != GeoKind::Country || code.len() == 2;
    if letters && length_fits { Geography::from_entry(kind, code, entry) } else { None }
}

/// Every spelling of a place, with the scheme it belongs to.
fn spellings(geography: &Geography) -> Vec<(&'static str, String)> {
    let number = |scheme, codes: &[u16]| -> Vec<(&'static str, String)> {
        codes.iter().map(|code| (scheme, code.to_string())).collect()
    };
    let text = |scheme, texts: &[String]| -> Vec<(&'static str, String)> {
        texts.iter().map(|text| (scheme, text.clone())).collect()
    };
    let mut spellings = vec![("Sextant's codes", geography.code.to_string())];
    spellings.extend(geography.iso2_spellings().map(|t| ("two-letter columns", t.to_owned())));
    spellings.extend(geography.iso3_spellings().map(|t| ("three-letter columns", t.to_owned())));
    spellings.extend(number("Comtrade", &geography.comtrade));
    spellings.extend(number("BACI", &geography.baci));
    spellings.extend(text("Eurostat", &geography.eurostat));
    spellings.extend(text("IMF tables", &geography.imf_names));
    spellings
}

/// Members are countries that exist, and the EU27 has 27 of them.
fn check_members(all: &[Placed<'_>], problems: &mut Vec<Problem>) {
    let countries: BTreeSet<&str> = all
        .iter()
        .filter(|(_, geography)| geography.kind == GeoKind::Country)
        .map(|(_, geography)| geography.code.as_str())
        .collect();
    for (document, geography) in all {
        let mut report = Report::new(document, problems);
        let at = [Step::Key("geography"), geography.code.as_str().into(), "members".into()];
        for unknown in geography.members.iter().filter(|m| !countries.contains(m.as_str())) {
            let what = format!("The member `{unknown}` of `{}` is not a country.", geography.code);
            report.add(&at, unknown, what, "Use a code of geographies/countries.toml.");
        }
        let count = geography.members.iter().collect::<BTreeSet<_>>().len();
        if geography.code.as_str() == "EU27" && count != 27 {
            let what = format!("The EU27 has {count} members.");
            report.add(&at, &count.to_string(), what, "List the 27 Member States since 2020.");
        }
    }
}

/// The places that indicators and sources rely on.
fn check_needed(all: &[Placed<'_>], problems: &mut Vec<Problem>) {
    for (needed, file) in [("EU27", "aggregates"), ("WORLD", "world"), ("ZZ", "unspecified")] {
        if !all.iter().any(|(_, geography)| geography.code.as_str() == needed) {
            problems.push(Problem {
                file: format!("geographies/{file}.toml"),
                line: 0,
                column: 0,
                value: Some(needed.to_owned()),
                what: format!("The geography `{needed}` is missing."),
                way_out: "Copy it from the definitions that Sextant ships.".into(),
            });
        }
    }
}
