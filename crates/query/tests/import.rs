//! Each notation as its vendor's help writes it, and what it becomes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop")]

mod generate;

use proptest::prelude::*;
use sextant_query::import::{Notation, import};
use sextant_query::parse;

fn imported(text: &str) -> String {
    let imported = import(None, text).unwrap_or_else(|e| panic!("{e}\n{}", e.marked(text)));
    assert_eq!(parse(&imported.query.to_string()), Ok(imported.query.clone()), "{text}");
    imported.query.to_string()
}

fn refused(text: &str) -> String {
    match import(None, text) {
        Ok(imported) => panic!("{text} was read as {}", imported.query),
        Err(error) => error.to_string(),
    }
}

#[test]
fn orbit() {
    for (text, meant) in [
        ("friction 1w pad", "TA:(friction ADJ2 pad)"),
        (
            "(electric+ 2d conduct+ 2d adhesive)/TI/AB",
            "TA:(electric* NEAR3 conduct* NEAR3 adhesive)",
        ),
        ("smart W card", "TA:(smart ADJ1 card)"),
        ("redundancy d check+", "TA:(redundancy NEAR1 check*)"),
        ("hair 1d (dye or dyeing)", "TA:(hair NEAR2 (dye OR dyeing))"),
        ("(bicycle? 2d shed+)/TI", "TI:((bicycle OR bicycle?) NEAR3 shed*)"),
        ("polymeri#ation+", "TA:polymeri?ation*"),
        ("anti_lock", "TA:(antilock OR \"anti lock\")"),
        ("(H01M-004/58 OR H01M+)/IPC", "IPC:(H01M 4/58 OR H01M)"),
        ("(wind 2d turbine)/TI AND (F03D+)/CPC", "TI:(wind NEAR3 turbine) AND CPC:F03D"),
    ] {
        assert_eq!(imported(text), meant, "{text}");
    }
}

#[test]
fn stn() {
    for (text, meant) in [
        ("lithium(W)battery", "TA:(lithium ADJ1 battery)"),
        ("lithium (2W) battery", "TA:(lithium ADJ3 battery)"),
        ("fuel(3A)cell?", "TA:(fuel NEAR4 cell*)"),
        ("sul!ur(A)batter?", "TA:(sul?ur NEAR1 batter*)"),
        ("cell#(N)fuel", "TA:((cell OR cell?) NEAR1 fuel)"),
        ("(solar(W)cell)/TI", "TI:(solar ADJ1 cell)"),
    ] {
        assert_eq!(imported(text), meant, "{text}");
    }
}

#[test]
fn lexis() {
    for (text, meant) in [
        ("solar w/5 cell", "TA:(solar NEAR5 cell)"),
        ("solar pre/2 cell", "TA:(solar ADJ2 cell)"),
        ("photovolt! w/3 cell", "TA:(photovolt* NEAR3 cell)"),
        ("solar /3 cell", "TA:(solar NEAR3 cell)"),
        ("solar +3 cell", "TA:(solar ADJ3 cell)"),
        ("solar /3w cell", "TA:(solar NEAR3 cell)"),
        ("solar +3w cell", "TA:(solar ADJ3 cell)"),
        ("colo%r", "TA:(color OR colo?r)"),
        ("TI:(antenna && radio)", "TI:(antenna AND radio)"),
    ] {
        assert_eq!(imported(text), meant, "{text}");
    }
}

#[test]
fn patseer() {
    for (text, meant) in [
        ("TAB:(optic* w2 fiber)", "TA:(optic* NEAR3 fiber)"),
        ("TTL:(antivirus wd5 software)", "TI:(antivirus ADJ6 software)"),
        ("antivirus wd0 software", "TA:(antivirus ADJ1 software)"),
        ("book $W2 case", "TA:(book NEAR3 case)"),
        ("book $PRE0 case", "TA:(book ADJ1 case)"),
        ("mix*2", "TA:(mix OR mix? OR mix??)"),
    ] {
        assert_eq!(imported(text), meant, "{text}");
    }
}

#[test]
fn espacenet() {
    for (text, meant) in [
        ("mouse prox/distance<3 trap", "TA:(mouse NEAR2 trap)"),
        ("mouse prox/distance<=3 trap", "TA:(mouse NEAR3 trap)"),
        ("ti=(mouse prox/distance<3/ordered=true trap)", "TI:(mouse ADJ2 trap)"),
        ("mouse prox/ordered trap", "TA:(mouse ADJ1 trap)"),
        ("mouse prox/unit=word/distance<5/ordered=false trap", "TA:(mouse NEAR4 trap)"),
        ("ti=\"electric motor\"", "TI:(\"electric motor\")"),
        ("ti = solar and ab=cell", "TI:solar AND AB:cell"),
        ("ti all \"paint brush hair\"", "TI:(paint AND brush AND hair)"),
        ("ta any \"motor engine\"", "TA:(motor OR engine)"),
        ("ta=car? and cpc=\"H01M4/58/low\"", "TA:(car OR car?) AND CPC:(H01M 4/58/low)"),
        ("ic=H01M4/583 or cpc=H01M", "IPC:(H01M 4/583) OR CPC:H01M"),
    ] {
        assert_eq!(imported(text), meant, "{text}");
    }
}

#[test]
fn derwent_and_patent_public_search() {
    for (text, meant) in [
        ("TI=(solar ADJ3 cell)", "TI:(solar ADJ3 cell)"),
        ("AB=(solar NEAR cell)", "AB:(solar NEAR1 cell)"),
        ("photovolt$ adj cell$1", "TA:(photovolt* ADJ1 (cell OR cell?))"),
        ("IC=(H01M0004580000)", "IPC:(H01M 4/58)"),
    ] {
        assert_eq!(imported(text), meant, "{text}");
    }
}

#[test]
fn verity_and_patentscope() {
    for (text, meant) in [
        ("wrist <near/5> hollow", "TA:(wrist NEAR5 hollow)"),
        ("wrist <order> <near/5> hollow", "TA:(wrist ADJ5 hollow)"),
        ("EN_TI:(solar NEAR/3 cell)", "TI:(solar NEAR3 cell)"),
        ("cleaning BEFORE/4 shaver", "TA:(cleaning ADJ4 shaver)"),
        ("\"through silicon via\"~3", "TA:(through NEAR3 silicon NEAR3 via)"),
        ("\"solar cell\"~0", "TA:(\"solar cell\")"),
        ("market <and> survey", "TA:(market AND survey)"),
        ("computer <and> <not> mainframe", "TA:(computer NOT mainframe)"),
    ] {
        assert_eq!(imported(text), meant, "{text}");
    }
}

#[test]
fn a_spelling_is_an_operator_only_where_one_can_stand() {
    assert_eq!(imported("3D adj printing"), "TA:(3d ADJ1 printing)");
    assert_eq!(imported("2d AND w"), "TA:(2d AND w)");
    assert_eq!(imported("TI:(3d 2d printing)"), "TI:(3d NEAR3 printing)");
}

#[test]
fn decisions_are_noted_once() {
    let imported = import(None, "(a1 2d b1) and (c1 2d d1)").unwrap();
    assert_eq!(
        imported.notes,
        [
            "`2d` was read as NEAR3: the number counts the words between, the order is free",
            "no field was named: title and abstract are searched",
        ]
    );
    assert!(import(None, "TA:(a ADJ2 b)").unwrap().notes.is_empty());
}

#[test]
fn the_notation_decides_where_signs_collide() {
    let read = |notation, text| import(notation, text).unwrap().query.to_string();
    assert_eq!(read(None, "cell?"), "TA:cell?");
    assert_eq!(read(Some(Notation::Orbit), "cell?"), "TA:(cell OR cell?)");
    assert_eq!(read(Some(Notation::Espacenet), "cell?"), "TA:(cell OR cell?)");
    assert_eq!(read(Some(Notation::Stn), "cell?"), "TA:cell*");
    assert_eq!(read(Some(Notation::Stn), "cell#"), "TA:(cell OR cell?)");
    assert_eq!(read(Some(Notation::Orbit), "cell#"), "TA:cell?");
    assert_eq!(read(Some(Notation::Orbit), "smart w card"), "TA:(smart ADJ1 card)");
    assert_eq!(read(Some(Notation::PatSeer), "smart w card"), "TA:(smart NEAR1 card)");
    assert!(refused("fuel(2a)cell? and smart 2d card").contains("`?` means different things"));
    assert!(refused("cell!").contains("`!` means different things"));
}

#[test]
fn what_has_no_counterpart_is_named() {
    for (text, part) in [
        ("solar SAME cell", "`SAME` has no counterpart"),
        ("battery 1S charging", "`1S` has no counterpart"),
        ("lithium(S)battery", "`S` has no counterpart"),
        ("mouse prox/unit=sentence trap", "`prox/unit=sentence` has no counterpart"),
        ("optic w2-4 fiber", "`w2-4` has no counterpart"),
        ("a <near> b", "`<near>` has no counterpart"),
        ("(solar 2d cell)/TI/AB/CLMS", "`CLMS` looks in the claims"),
        ("TAC:(solar)", "`TAC` looks in the claims"),
        ("ctxt=solar", "`ctxt` looks in the full text"),
        ("pa=siemens", "`pa` looks in names of applicants"),
        ("cl=H01M", "`cl` looks in IPC and CPC at once"),
        ("+inflammatory", "`*` stands behind fewer than two"),
        ("beh+vior", "`*` stands inside a word"),
        ("a w/0 b", "is no distance that can be searched"),
        ("a 99d b", "is no distance that can be searched"),
        ("IC=C10L5/4*", "is not an IPC or CPC symbol"),
        ("a ? b", "an operator is missing"),
        ("ti=green prox/distance<2 ti=energy", "NEAR1 joins words, not fields"),
        ("a????????????????????????????????????????????????????????????????b w/2 c", ""),
    ] {
        if part.is_empty() {
            assert!(import(Some(Notation::Orbit), text).is_err());
        } else {
            assert!(refused(text).contains(part), "{text}: {}", refused(text));
        }
    }
}

const PIECES: [&str; 40] = [
    "solar",
    "cell+",
    "car?",
    "a#",
    "x!",
    "anti_lock",
    " 2d ",
    " 3W ",
    "(2W)",
    "(A)",
    " w/3 ",
    " pre/2 ",
    " wd2 ",
    " prox/distance<3 ",
    " prox/ordered ",
    " <near/4> ",
    " <order> ",
    "\"a b\"",
    "~3",
    "/TI",
    "/AB",
    "/CLMS",
    "ti=",
    "ta all ",
    "cpc=",
    "H01M4/58",
    "(",
    ")",
    " AND ",
    " or ",
    " not ",
    ":",
    " ",
    "é",
    "$2",
    "*9",
    "&&",
    " = ",
    "TI",
    "½",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_canonical_form_is_imported_as_it_is(query in generate::query()) {
        let imported = import(None, &query.to_string())?;
        prop_assert_eq!(imported.query, query);
        prop_assert!(imported.notes.is_empty(), "{:?}", imported.notes);
    }

    #[test]
    fn any_pieces_are_imported_or_refused(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..14),
    ) {
        let text = pieces.concat();
        match import(None, &text) {
            Ok(imported) => {
                prop_assert_eq!(parse(&imported.query.to_string())?, imported.query, "{}", text);
            }
            Err(error) => prop_assert!(text.get(error.span()).is_some(), "{} {:?}", text, error),
        }
    }
}
