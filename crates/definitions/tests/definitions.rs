//! The definitions that Sextant ships are whole and agree with each other.

use std::collections::BTreeSet;

use sextant_definitions::{
    ALL_INVESTMENT, ALL_PATENTS, ALL_PRODUCTION, ALL_PRODUCTS, Confidence, Definitions, Family,
    HsVintage, Lang, Status, SubjectKind,
};

fn builtin() -> Definitions {
    Definitions::builtin().expect("the builtin loads")
}

#[test]
fn technologies_in_reading_order() {
    let ids: Vec<String> = builtin().technologies.into_iter().map(|t| t.id).collect();
    let expected = [
        "advanced-materials-nanotechnology",
        "biotechnology",
        "energy-saving",
        "renewable-energy",
        "solar-power",
        "wind-power",
        "other-renewables",
        "advanced-manufacturing-robotics",
        "advanced-manufacturing",
        "robotics",
        "artificial-intelligence",
        "big-data",
        "digital-security",
        "digital-mobility",
        "internet-of-things",
        "micro-nanoelectronics-photonics",
        "micro-nanoelectronics",
        "photonics",
    ];
    assert_eq!(ids, expected);
}

#[test]
fn ecosystems_with_and_without_trade() {
    let definitions = builtin();
    let (with, without): (Vec<_>, Vec<_>) =
        definitions.ecosystems.iter().partition(|e| e.trade_expected);
    let ids = |list: &[&sextant_definitions::Ecosystem]| -> Vec<String> {
        list.iter().map(|e| e.id.clone()).collect()
    };
    assert_eq!(
        ids(&with),
        [
            "aerospace-defence",
            "agri-food",
            "construction",
            "digital",
            "electronics",
            "energy-intensive",
            "energy-renewables",
            "health",
            "mobility",
            "textiles",
        ]
    );
    assert_eq!(ids(&without), ["cultural-creative", "proximity-social", "retail", "tourism"]);
    for ecosystem in without {
        assert!(ecosystem.hs.none_because.is_some(), "{} says why", ecosystem.id);
    }
}

#[test]
fn subjects_are_unique_and_end_with_the_totals() {
    let subjects = builtin().subjects();
    assert_eq!(subjects.len(), 18 + 14 + 1 + 35 + 1 + 4);
    let ids: BTreeSet<&str> = subjects.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids.len(), subjects.len());
    let totals: Vec<&str> =
        subjects.iter().filter(|s| s.kind == SubjectKind::Total).map(|s| s.id.as_str()).collect();
    assert_eq!(totals, [ALL_PRODUCTS, ALL_PATENTS, ALL_PRODUCTION, ALL_INVESTMENT]);
    assert_eq!(ids_from(&subjects, subjects.len() - 4), totals);
    let group = &subjects[18 + 14];
    assert_eq!(
        (group.id.as_str(), group.kind),
        ("low-carbon-technology-products", SubjectKind::ProductGroup)
    );
    assert_eq!(subjects[18 + 14 + 1].id, "wipo-field-01");
    let traded = |id: &str| subjects.iter().find(|s| s.id == id).map(|s| s.trade_expected);
    assert_eq!(traded("renewable-energy"), Some(true));
    assert_eq!(traded("artificial-intelligence"), Some(false));
    assert_eq!(traded("tourism"), Some(false));
}

fn ids_from(subjects: &[sextant_definitions::Subject], first: usize) -> Vec<&str> {
    subjects[first..].iter().map(|subject| subject.id.as_str()).collect()
}

#[test]
fn a_parent_comes_before_its_children_and_is_their_union() {
    let definitions = builtin();
    for (place, parent) in definitions.technologies.iter().enumerate() {
        let children: Vec<_> = definitions
            .technologies
            .iter()
            .filter(|t| t.parent.as_deref() == Some(&parent.id))
            .collect();
        if children.is_empty() {
            assert!(parent.hs.is_some(), "{} has lists", parent.id);
            continue;
        }
        assert!(parent.hs.is_none() && parent.production.is_none() && parent.patents.is_none());
        for vintage in HsVintage::ALL {
            let union: BTreeSet<String> =
                children.iter().flat_map(|c| definitions.hs_codes(&c.id, vintage)).collect();
            assert_eq!(definitions.hs_codes(&parent.id, vintage), union, "{}", parent.id);
        }
        for child in children {
            let child_place = definitions.technologies.iter().position(|t| t.id == child.id);
            assert!(child_place > Some(place), "{} follows {}", child.id, parent.id);
        }
    }
}

#[test]
fn photonics_and_solar_share_photovoltaics() {
    // Technologies overlap, so nobody may add them up; a parent counts a code once.
    let definitions = builtin();
    let both = definitions.hs_codes("micro-nanoelectronics-photonics", HsVintage::Hs2017);
    let electronics = definitions.hs_codes("micro-nanoelectronics", HsVintage::Hs2017);
    let photonics = definitions.hs_codes("photonics", HsVintage::Hs2017);
    assert!(photonics.contains("854140"));
    assert!(definitions.hs_codes("solar-power", HsVintage::Hs2017).contains("854140"));
    assert_eq!(both.len(), electronics.union(&photonics).count());
}

#[test]
fn codes_are_well_formed_and_none_inside_another() {
    let definitions = builtin();
    for subject in definitions.subjects() {
        for vintage in HsVintage::ALL {
            let codes = definitions.hs_codes(&subject.id, vintage);
            for code in &codes {
                assert!(matches!(code.len(), 2 | 4 | 6), "{} {code}", subject.id);
                assert!(code.bytes().all(|b| b.is_ascii_digit()), "{} {code}", subject.id);
                let inside = codes.iter().any(|c| c != code && code.starts_with(c.as_str()));
                assert!(!inside, "{} {vintage} {code}", subject.id);
            }
        }
    }
}

#[test]
fn waste_is_nobodys_technology() {
    let definitions = builtin();
    for subject in definitions.subjects() {
        let codes = definitions.hs_codes(&subject.id, HsVintage::Hs2022);
        assert!(!codes.iter().any(|code| code.starts_with("8549")), "{}", subject.id);
        for vintage in HsVintage::ALL {
            assert!(!definitions.hs_codes(&subject.id, vintage).contains("854810"));
        }
    }
}

#[test]
fn figures_of_the_method_have_their_families() {
    let definitions = builtin();
    let of = |family| definitions.technologies.iter().filter(|t| t.family == family).count();
    assert_eq!((of(Family::Green), of(Family::Digital)), (7, 11));
}

#[test]
fn everything_is_labelled_a_reconstruction() {
    let definitions = builtin();
    assert!(definitions.technologies.iter().all(|t| t.status == Status::Reconstruction));
    assert!(definitions.ecosystems.iter().all(|e| e.status == Status::Reconstruction));
    // The IMF's own group is the IMF's.
    assert!(definitions.product_groups.iter().all(|g| g.status == Status::Official));
    for technology in &definitions.technologies {
        let Some(hs) = &technology.hs else { continue };
        assert!(!hs.provenance.origin.is_empty() && hs.provenance.date.len() == 10);
        assert!(hs.provenance.confidence <= Confidence::High);
    }
}

#[test]
fn subjects_have_distinct_names_in_every_language() {
    let subjects = builtin().subjects();
    for lang in Lang::ALL {
        let names: BTreeSet<&str> = subjects.iter().map(|s| s.names.get(lang)).collect();
        assert_eq!(names.len(), subjects.len(), "{lang}");
    }
}

#[test]
fn exceptions_of_ecosystems() {
    let definitions = builtin();
    let has = |id: &str, vintage, code: &str| definitions.hs_codes(id, vintage).contains(code);
    assert!(!has("electronics", HsVintage::Hs2002, "8486"));
    assert!(has("electronics", HsVintage::Hs2007, "8486"));
    // 8524 is recorded media until 2006, nothing until 2021, display modules since.
    assert!(has("electronics", HsVintage::Hs2002, "8524"));
    assert!(!has("electronics", HsVintage::Hs2017, "8524"));
    assert!(has("electronics", HsVintage::Hs2022, "8524"));
    assert!(has("energy-renewables", HsVintage::Hs2017, "854140"));
    assert!(has("energy-renewables", HsVintage::Hs2022, "854143"));
    assert!(!has("energy-renewables", HsVintage::Hs2022, "854140"));
}

#[test]
fn ecosystems_share_photovoltaics_and_nothing_else() {
    let definitions = builtin();
    let mut shared = BTreeSet::new();
    for (place, one) in definitions.ecosystems.iter().enumerate() {
        for other in &definitions.ecosystems[place + 1..] {
            for vintage in HsVintage::ALL {
                let ours = definitions.hs_codes(&one.id, vintage);
                let theirs = definitions.hs_codes(&other.id, vintage);
                for a in &ours {
                    for b in &theirs {
                        if a.starts_with(b.as_str()) || b.starts_with(a.as_str()) {
                            shared.insert(format!("{} {} {a} {b}", one.id, other.id));
                        }
                    }
                }
            }
        }
    }
    let expected = ["854140", "854142", "854143"];
    let expected: BTreeSet<String> =
        expected.iter().map(|code| format!("electronics energy-renewables 8541 {code}")).collect();
    assert_eq!(shared, expected);
}

#[test]
fn rates_of_the_method() {
    let rates = builtin().rates;
    assert_eq!(rates.usd_per_eur(2010), Some(1.3257));
    assert_eq!(rates.usd_per_eur(2020), Some(1.1422));
    assert_eq!(rates.usd_per_eur(2023), Some(1.0813));
    assert_eq!(rates.usd_per_eur(1999), None);
    assert_eq!(rates.years().collect::<Vec<_>>(), (2000..=2024).collect::<Vec<_>>());
}

#[test]
fn thresholds_of_the_trade_rules() {
    let rules = builtin().trade_rules;
    assert_eq!((rules.full_coverage_chapters, rules.world_reporters), (90, 100));
    assert_eq!((rules.code_coverage_full, rules.code_coverage_published), (0.9, 0.5));
    assert_eq!(rules.source_order, ["baci", "comtrade", "comext", "imf-lct"]);
    // Belgium's total in Comtrade, 2009 to 2010, billion US dollars, against a median
    // change of the others of about a fifth: the type of break the rules must catch.
    let step = (275.0_f64 / 371.0).ln() - 1.2_f64.ln();
    assert!(step.abs() > rules.break_log_step);
}

#[test]
fn the_fingerprint_is_stable_within_a_build() {
    let (one, two) = (builtin(), builtin());
    assert_eq!(one.fingerprint(), two.fingerprint());
    assert_eq!(one.fingerprint().len(), 64);
    let paths: Vec<&str> = one.files().iter().map(|file| file.path.as_str()).collect();
    let mut sorted = paths.clone();
    sorted.sort_unstable();
    assert_eq!(paths, sorted);
    assert_eq!(paths.len(), 18 + 14 + 1 + 5 + 5 + 2 + 1 + 1 + 1 + 3);
}
