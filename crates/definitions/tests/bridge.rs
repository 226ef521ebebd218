//! Lists for another vintage: proposed from tables, decided by people.

mod support;

use std::collections::BTreeSet;

use sextant_definitions::bridge::{MissingTable, Relation, propose};
use sextant_definitions::{Correspondence, Decision, Definitions, HsVintage};
use support::{distinct, official, shared};

use HsVintage::{Hs1992, Hs1996, Hs2002, Hs2007, Hs2012, Hs2017, Hs2022};

fn table(lines: &[(HsVintage, &str, HsVintage, &str)]) -> Vec<Correspondence> {
    lines
        .iter()
        .map(|(from, from_code, to, to_code)| Correspondence {
            from: *from,
            from_code: (*from_code).into(),
            to: *to,
            to_code: (*to_code).into(),
        })
        .collect()
}

/// Solar cells and diodes share a code until 2017, and their waste leaves in 2022.
fn solar() -> Vec<Correspondence> {
    table(&[
        (Hs2022, "850231", Hs2017, "850231"),
        (Hs2022, "854141", Hs2017, "854140"),
        (Hs2022, "854143", Hs2017, "854140"),
        (Hs2022, "854921", Hs2017, "854140"),
        (Hs2022, "854921", Hs2017, "854231"),
        (Hs2017, "850231", Hs2012, "850231"),
        (Hs2017, "854140", Hs2012, "854140"),
        (Hs2017, "845640", Hs2012, "845690"),
        (Hs2017, "845690", Hs2012, "845690"),
    ])
}

fn set(codes: &[&str]) -> BTreeSet<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

fn decision(from: HsVintage, to: HsVintage, code: &str, chosen: &[&str]) -> Decision {
    Decision {
        from,
        to,
        code: code.into(),
        chosen: chosen.iter().map(|c| (*c).into()).collect(),
        left_out: Vec::new(),
        reason: "Cells and panels only.".into(),
    }
}

#[test]
fn a_step_of_one_to_one_is_silent() {
    let proposal =
        propose(&set(&["850231"]), Hs2012, Hs2022, &solar(), &[]).expect("there are tables");
    assert_eq!(proposal.codes, set(&["850231"]));
    assert_eq!(proposal.links.len(), 2);
    assert_eq!(proposal.open().count(), 0);
}

#[test]
fn a_split_is_marked_and_followed_blindly_until_decided() {
    let codes = set(&["854140"]);
    let naive = propose(&codes, Hs2017, Hs2022, &solar(), &[]).expect("there is a table");
    assert_eq!(naive.codes, set(&["854141", "854143", "854921"]));
    let relations: Vec<(String, Relation)> =
        naive.open().map(|link| (link.to_code.clone(), link.relation)).collect();
    assert_eq!(
        relations,
        [
            ("854141".into(), Relation::OneToMany),
            ("854143".into(), Relation::OneToMany),
            ("854921".into(), Relation::ManyToMany),
        ]
    );
    let decided = decision(Hs2017, Hs2022, "854140", &["854143"]);
    let proposal = propose(&codes, Hs2017, Hs2022, &solar(), &[decided]).expect("there is a table");
    assert_eq!(proposal.codes, set(&["854143"]));
    assert_eq!(proposal.open().count(), 0);
    let proposed: Vec<bool> = proposal.links.iter().map(|link| link.proposed).collect();
    assert_eq!(proposed, [false, true, false]);
}

#[test]
fn a_merger_is_marked() {
    let proposal =
        propose(&set(&["845640"]), Hs2017, Hs2012, &solar(), &[]).expect("there is a table");
    assert_eq!(proposal.codes, set(&["845690"]));
    assert_eq!(
        proposal.open().map(|link| link.relation).collect::<Vec<_>>(),
        [Relation::ManyToOne]
    );
}

#[test]
fn what_is_new_is_taken_up_by_a_decision_the_other_way() {
    let added = decision(Hs2022, Hs2017, "854151", &[]);
    let proposal =
        propose(&set(&["850231"]), Hs2017, Hs2022, &solar(), &[added]).expect("there is a table");
    assert_eq!(proposal.codes, set(&["850231", "854151"]));
}

#[test]
fn a_heading_stands_for_all_below_it() {
    let proposal =
        propose(&set(&["8541"]), Hs2012, Hs2017, &solar(), &[]).expect("there is a table");
    assert_eq!(proposal.codes, set(&["854140"]));
}

#[test]
fn a_code_that_no_table_knows() {
    let proposal =
        propose(&set(&["999999"]), Hs2017, Hs2022, &solar(), &[]).expect("there is a table");
    assert_eq!(proposal.unknown, [(Hs2017, "999999".to_owned())]);
}

#[test]
fn a_table_that_is_not_there() {
    let error = propose(&set(&["850231"]), Hs2012, Hs2002, &solar(), &[]).expect_err("no table");
    assert_eq!(error, MissingTable { from: Hs2012, to: Hs2007 });
    assert_eq!(
        error.to_string(),
        "There is no correlation table between hs2012 and hs2007. Ingest the tables of the \
         United Nations: sextant ingest hs-correlation PATH."
    );
}

#[test]
fn real_environmental_goods_grow_from_248_to_315() {
    let (Some(lists), Some(shared)) = (official(), shared()) else { return };
    let path = shared.join("classifications/hs/oecd_cleg_hs2007.csv");
    let codes: BTreeSet<String> = distinct(&path, &["hs2007"]).into_iter().flatten().collect();
    assert_eq!(codes.len(), 248);
    let proposal =
        propose(&codes, Hs2007, Hs2022, &lists.correspondences, &[]).expect("there are tables");
    assert_eq!(proposal.codes.len(), 315);
    assert!(proposal.codes.iter().any(|code| code.starts_with("8549")), "waste is dragged in");
    assert!(proposal.unknown.is_empty());
    // Two codes of waste that the OECD lists itself apart, none may be taken unseen.
    let unseen = proposal
        .links
        .iter()
        .filter(|link| link.to_code.starts_with("8549") && link.relation == Relation::OneToOne);
    assert_eq!(unseen.count(), 0);
}

/// Each list is that of its neighbour nearer to HS2017, carried outwards by the table
/// and the decisions.
#[test]
fn real_technologies_are_what_the_bridge_proposes() {
    let Some(lists) = official() else { return };
    let definitions = Definitions::builtin().expect("the builtin loads");
    let outwards = [
        (Hs2017, Hs2022),
        (Hs2017, Hs2012),
        (Hs2012, Hs2007),
        (Hs2007, Hs2002),
        (Hs2002, Hs1996),
        (Hs1996, Hs1992),
    ];
    for (from, to) in outwards {
        let of_step = |line: &&Correspondence| line.from.max(line.to) == from.max(to);
        let table: Vec<Correspondence> =
            lists.correspondences.iter().filter(of_step).cloned().collect();
        for technology in &definitions.technologies {
            let Some(hs) = &technology.hs else { continue };
            let set = |vintage| hs.codes.get(vintage).iter().cloned().collect::<BTreeSet<_>>();
            let proposal =
                propose(&set(from), from, to, &table, &hs.decisions).expect("there is a table");
            assert_eq!(proposal.codes, set(to), "{} from {from} to {to}", technology.id);
            assert!(proposal.unknown.is_empty(), "{} {:?}", technology.id, proposal.unknown);
        }
    }
}
