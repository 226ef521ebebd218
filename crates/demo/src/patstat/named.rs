//! A few families with fixed numbers, for tests to look at.

use std::rc::Rc;

use crate::draws::Topic;
use crate::patstat::draw::{RESERVED, Source};
use crate::patstat::family::{EP, Family, Member, NO_YEAR, OFFICES, Right, US, WO, Wording};
use crate::patstat::lands::NAMIBIA;

/// Number of a published test family, whose shape the first one has.
const TEST_FAMILY: u64 = 23_307_812;

/// Number of its international application.
const TEST_PCT: u64 = 45_574_554;

/// The named families: the test family with applications at six offices, a purely
/// national one, and a European one that comes from an international one.
pub(super) fn families(source: &Source<'_>) -> Vec<Family> {
    let [jp, de, tw, cn] = ["JP", "DE", "TW", "CN"].map(office);
    let from_pct = |id, office| Member { international: TEST_PCT, ..member(id, office, 2004) };
    let test = vec![
        member(RESERVED.start + 101, US, 2003),
        Member { id: TEST_PCT, ..member(0, WO, 2004) },
        from_pct(RESERVED.start + 601, jp),
        from_pct(RESERVED.start + 602, EP),
        from_pct(RESERVED.start + 603, de),
        member(RESERVED.start + 604, tw, 2004),
    ];
    let national = vec![member(RESERVED.start + 1001, cn, 2003)];
    let pct = RESERVED.start + 1101;
    let euro =
        vec![member(pct, WO, 2004), Member { international: pct, ..member(pct + 1, EP, 2004) }];
    vec![
        family(source, (TEST_FAMILY, test), &["DE", "BE", "DE"], "solar-power"),
        family(source, (TEST_FAMILY + 1, national), &["CN"], "robotics"),
        family(source, (TEST_FAMILY + 2, euro), &["BE", NAMIBIA], "wind-power"),
    ]
}

/// The row of number 0, to which the publisher lets point what points nowhere.
pub(super) fn nowhere(source: &Source<'_>) -> Family {
    let (right, title, text) = (Right::Artificial, Wording::None, Wording::None);
    let member = Member { right, title, text, ..Member::new(EP, NO_YEAR, NO_YEAR) };
    let mut stream = source.world.draws.stream(Topic::PatentFamily, &[0]);
    let template = source.templates.draw(usize::MAX, &mut stream);
    Family {
        docdb: 0,
        inpadoc: 0,
        members: vec![member],
        applicants: Vec::new(),
        inventors: Vec::new(),
        decoy: Rc::clone(&template),
        template,
        spread: false,
        key: 0,
    }
}

fn member(id: u64, office: usize, filing: u16) -> Member {
    Member { id, ..Member::new(office, filing, 2003) }
}

fn office(code: &str) -> usize {
    OFFICES.iter().position(|office| office.code == code).unwrap_or(US)
}

/// Made for a technology, where the definitions have it.
fn family(
    source: &Source<'_>,
    (docdb, members): (u64, Vec<Member>),
    countries: &[&str],
    technology: &str,
) -> Family {
    let theme = source.templates.queries.iter().position(|query| query.subject == technology);
    let key = docdb;
    let mut stream = source.world.draws.stream(Topic::PatentFamily, &[docdb, docdb]);
    let template = source.templates.draw(theme.unwrap_or(usize::MAX), &mut stream);
    let mut applicants: Vec<(usize, u64)> = Vec::new();
    for land in countries.iter().filter_map(|code| source.lands.find(code)) {
        // The first firms of the country whose address is known at every office.
        let known = |firm: &u64| {
            let at = |variant| source.people.firm_at(source.lands, land, *firm, variant);
            (0..4).all(|variant| !at(variant).is_junk) && !applicants.contains(&(land, *firm))
        };
        let firm = source.people.firms(land).find(known);
        applicants.extend(firm.map(|firm| (land, firm)));
    }
    let inventors = applicants
        .first()
        .map(|(land, _)| (*land, source.people.inventors(*land).start))
        .into_iter()
        .collect();
    let (decoy, inpadoc, spread) = (Rc::clone(&template), docdb, false);
    Family { docdb, inpadoc, members, applicants, inventors, template, decoy, spread, key }
}
