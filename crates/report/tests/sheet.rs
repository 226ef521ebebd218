//! What a fact sheet shows is what the cube holds.

#![allow(clippy::unwrap_used, reason = "what cannot be unwrapped in a test fails the test")]

mod support;

use std::sync::OnceLock;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::RcDom;
use sextant_definitions::Lang;
use sextant_monitor::Observation;
use sextant_report::{Numbers, Place, Sheet, SheetContext, country_sheet};
use support::{BREAK_YEAR, BROKEN_SUBJECT, EMPTY_SUBJECT, LCT, context, observations, with};

/// The text that readers read: no markup, no script, no style, blanks made one.
fn text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        text.push(' ');
        let tag = &rest[start..];
        let end = ["script", "style"].iter().find(|name| tag.starts_with(&format!("<{name}")));
        let close = end.map_or(">".to_owned(), |name| format!("</{name}>"));
        let stop = tag.find(&close).unwrap() + close.len();
        rest = &tag[stop..];
    }
    let text = text + rest;
    let text = text.replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&");
    let text = text.replace("&#39;", "'").replace("&#34;", "\"");
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Belgium's sheet in English, not demo data: what most tests look at.
fn belgium() -> &'static str {
    static SHEET: OnceLock<String> = OnceLock::new();
    SHEET.get_or_init(|| country_sheet(context(false), "BE", Lang::En).unwrap())
}

fn errors(html: &str) -> Vec<String> {
    let options = ParseOpts::default();
    let dom = parse_document(RcDom::default(), options).one(html);
    dom.errors.borrow().iter().map(ToString::to_string).collect()
}

fn find<'o>(
    all: &'o [Observation],
    indicator: &str,
    subject: &str,
    geo: &str,
    year: i32,
) -> &'o Observation {
    let year = year.to_string();
    let fits = |o: &&Observation| {
        o.indicator == indicator && o.subject == subject && o.geo == geo && o.period == year
    };
    all.iter().find(fits).unwrap()
}

#[test]
fn every_number_is_the_cubes() {
    let all = observations();
    let context = &with(false, &all);
    for lang in Lang::ALL {
        let numbers = Numbers(lang);
        let sheet = text(&country_sheet(context, "BE", lang).unwrap());
        for ecosystem in definitions_traded("ecosystem") {
            // 2023 lacks ten members, so 2022 is shown.
            let balance = find(&all, "trade-relative-balance", &ecosystem, "BE", 2022);
            let exports = find(&all, "trade-exports", &ecosystem, "BE", 2022);
            let value = numbers.signed(balance.value.unwrap(), 1);
            assert!(sheet.contains(&value), "{lang} {ecosystem}: no {value}");
            let million = numbers.decimal(exports.value.unwrap() / 1e6, 1);
            assert!(sheet.contains(&million), "{lang} {ecosystem}: no {million}");
        }
        let share = find(&all, "trade-world-share", "biotechnology", "BE", 2022);
        assert!(sheet.contains(&numbers.decimal(share.value.unwrap(), 2)));
    }
}

fn definitions_traded(kind: &str) -> Vec<String> {
    let subjects = support::definitions().subjects();
    let traded = subjects.into_iter().filter(|s| s.kind.as_str() == kind && s.trade_expected);
    traded.map(|subject| subject.id).filter(|id| id != EMPTY_SUBJECT).collect()
}

#[test]
fn a_row_of_figure_2_says_everything_about_its_number() {
    let all = observations();
    let sheet = country_sheet(&with(false, &all), "BE", Lang::En).unwrap();
    let figure = &sheet[sheet.find("id=\"figure-trade-balance-ecosystems\"").unwrap()..];
    let row = &figure[figure.find("<th scope=\"row\">Health</th>").unwrap()..];
    let row = text(&row[..row.find("</tr>").unwrap()]);
    let balance = find(&all, "trade-relative-balance", "health", "BE", 2022);
    let flow = |id| find(&all, id, "health", "BE", 2022).value.unwrap() / 1e6;
    let expected = format!(
        "Health {} {} {}% {} of {} 2022 BACI",
        Numbers(Lang::En).decimal(flow("trade-exports"), 1),
        Numbers(Lang::En).decimal(flow("trade-imports"), 1),
        Numbers(Lang::En).signed(balance.value.unwrap(), 1),
        balance.rank.unwrap(),
        balance.ranked_of.unwrap(),
    );
    assert_eq!(row, expected);
}

#[test]
fn flags_are_explained_and_breaks_named_but_not_narrated() {
    let sheet = text(belgium());
    assert!(sheet.contains("part of the products"), "status in words");
    assert!(sheet.contains("c: The source has only part of the products of the definition."));
    let names = support::definitions().subjects();
    let broken = names.iter().find(|subject| subject.id == BROKEN_SUBJECT).unwrap();
    let sentence = format!(
        "{}: the series breaks in {BREAK_YEAR}; values before and after cannot be compared.",
        broken.names.en
    );
    assert!(sheet.contains(&sentence), "{sentence}");
    let other = text(&country_sheet(context(false), "DE", Lang::En).unwrap());
    assert!(!other.contains("the series breaks in 2"));
}

#[test]
fn belgian_and_dutch_sheets_warn_of_transit() {
    let context = context(false);
    let figure_2 = |country| {
        let sheet = country_sheet(context, country, Lang::En).unwrap();
        let start = sheet.find("id=\"figure-trade-balance-ecosystems\"").unwrap();
        let end = start + sheet[start..].find("</article>").unwrap();
        text(&sheet[start..end])
    };
    for country in ["BE", "NL"] {
        assert!(figure_2(country).contains("goods in transit"), "{country}");
    }
    assert!(!figure_2("DE").contains("goods in transit"));
    assert!(figure_2("DE").contains("re-exports"));
    assert!(figure_2("BE").contains("(FOB)"));
}

#[test]
fn what_is_missing_is_said() {
    let mut all = observations();
    all.retain(|o| o.subject == LCT);
    let context = &with(false, &all);
    let sheet = country_sheet(context, "BE", Lang::En).unwrap();
    let sheet = text(&sheet);
    assert!(sheet.contains("This edition does not have the data for this figure. It needs exports and imports by product: ingest baci, comtrade or comext"));
    // The ranking falls back on the IMF's group.
    assert!(
        sheet.contains("Trade balance relative to trade volume: Low-carbon technology products")
    );
    let empty = text(&country_sheet(&with(false, &[]), "BE", Lang::Fr).unwrap());
    assert!(empty.contains("Cette édition n'a pas d'indicateurs pour ce pays."));
    assert_eq!(empty.matches("Cette édition n'a pas les données de cette figure.").count(), 14);
}

#[test]
fn a_subject_without_data_stays_in_sight() {
    let sheet = belgium();
    assert!(sheet.contains(">no data<"), "in the chart");
    let figure = &sheet[sheet.find("id=\"figure-trade-balance-ecosystems\"").unwrap()..];
    let row = &figure[figure.find("<th scope=\"row\">Construction</th>").unwrap()..];
    let row = text(&row[..row.find("</tr>").unwrap()]);
    assert_eq!(row, "Construction – – – – –");
}

#[test]
fn demo_data_is_labelled_everywhere_and_nothing_else_is() {
    for (lang, label) in [(Lang::En, "Demo data"), (Lang::Zh, "演示数据")] {
        let demo = country_sheet(context(true), "BE", lang).unwrap();
        let figures = demo.matches("<figure ").count();
        assert_eq!(figures, 14);
        assert!(
            demo.matches(&format!("\"demo\":\"{label}\"")).count() == figures,
            "in every figure"
        );
        assert!(demo.contains("<aside class=\"demo\""), "at the top");
        assert!(demo.contains(&format!("<title>{label}")), "in the title");
        let real = country_sheet(context(false), "BE", lang).unwrap();
        assert!(!text(&real).contains(label));
        assert!(!real.contains("<aside class=\"demo\""));
        assert!(!real.contains("\"demo\":\""));
    }
}

#[test]
fn the_numbers_are_called_a_reconstruction() {
    let sheet = text(&country_sheet(context(false), "BE", Lang::Nl).unwrap());
    assert!(sheet.contains("Dit zijn geen officiële cijfers van de Europese Commissie."));
}

#[test]
fn sources_definitions_and_formulas_are_named() {
    let html = belgium();
    let sheet = text(html);
    assert!(sheet.contains("Somebody & others (2010), A <database>, Working Paper"));
    assert!(!html.contains("<database>") && !html.contains("<low-carbon>"), "escaped");
    assert!(sheet.contains("trade & <low-carbon>.csv 000000000000"));
    assert!(sheet.contains("100 x (exports - imports) / (exports + imports)"));
    assert!(sheet.contains("wind-power 2026.1"));
    assert!(sheet.contains("BACI (V202501)"));
}

#[test]
fn other_definitions_than_the_editions_are_admitted() {
    let mut record = support::record(false, 0);
    let said = "are not those with which the edition was built";
    let sheet = |record| {
        let context = SheetContext::new(record, &[], support::definitions()).unwrap();
        text(&country_sheet(&context, "BE", Lang::En).unwrap())
    };
    assert!(!sheet(record.clone()).contains(said));
    record.definitions = "00".repeat(32);
    assert!(sheet(record).contains(said));
}

#[test]
fn sheets_are_well_formed_in_every_language() {
    let context = context(true);
    for lang in Lang::ALL {
        let sheet = country_sheet(context, "BE", lang).unwrap();
        assert_eq!(errors(&sheet), [""; 0], "{lang}");
        assert!(sheet.contains(&format!("<html lang=\"{lang}\">")));
    }
    assert_ne!(errors("<!doctype html><p></b>"), [""; 0], "the parser is strict");
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    let sheet = belgium();
    let script = sheet.rfind("<script>").unwrap();
    let markup = &sheet[..script];
    let values = |name: &str| -> Vec<String> {
        let start = format!(" {name}=\"");
        let parts = markup.split(&start).skip(1);
        parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
    };
    let ids = values("id");
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(ids.len(), unique.len());
    for href in values("href").iter().filter(|href| !href.starts_with("data:")) {
        let id = href.strip_prefix('#').unwrap_or_else(|| panic!("{href} leaves the file"));
        assert!(ids.iter().any(|known| known == id), "{href} leads nowhere");
    }
    for label in values("aria-labelledby") {
        for id in label.split(' ') {
            assert!(ids.iter().any(|known| known == id), "nothing is called {id}");
        }
    }
}

#[test]
fn a_file_loads_nothing() {
    let sheet = belgium();
    for loaded in [" src=\"", "url(\"http", "url(http", "@import", "rel=\"stylesheet\""] {
        assert!(!sheet[..sheet.rfind("<script>").unwrap()].contains(loaded), "{loaded}");
    }
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let sheet = || country_sheet(&with(true, support::all()), "be", Lang::Zh).unwrap();
    assert!(sheet() == sheet());
}

#[test]
fn countries_outside_the_union_and_the_union_itself_have_sheets() {
    let context = context(false);
    let china = text(&country_sheet(context, "CN", Lang::En).unwrap());
    assert!(china.contains("China") && china.contains("EU27 Member States in order of value"));
    let union = text(&country_sheet(context, "EU27", Lang::En).unwrap());
    assert!(union.contains("EU27 exports and imports include trade among the Member States."));
    let error = country_sheet(context, "XX", Lang::En).unwrap_err().to_string();
    assert!(error.contains("no country `XX`") && error.contains("AT, BE, BG"), "{error}");
    let error = country_sheet(context, "WORLD", Lang::En).unwrap_err().to_string();
    assert!(error.contains("no country"), "{error}");
}

#[test]
fn a_served_page_loads_its_style_and_script_from_its_own_server() {
    let page = Sheet::new(context(true), "BE", Lang::En).unwrap().html(&Place::Web).unwrap();
    assert!(page.contains("<script src=\"/assets/sextant.js?v="));
    assert_eq!(page.matches("<script>").count(), 0, "no inline script");
    assert!(page.contains("href=\"/figure/trade-ranking/BE.png?lang=en\""));
    assert!(page.contains("href=\"/factsheet/BE?lang=zh\""));
    assert_eq!(errors(&page), [""; 0]);
}

#[test]
fn every_sentence_is_traced_to_its_observations() {
    let known: std::collections::BTreeSet<String> = observations()
        .iter()
        .map(|o| format!("{}/{}/{}/{}", o.indicator, o.geo, o.subject, o.period))
        .collect();
    for lang in Lang::ALL {
        let sheet = country_sheet(context(false), "BE", lang).unwrap();
        let start = sheet.find("<ul class=\"highlights\">").unwrap();
        let list = &sheet[start..start + sheet[start..].find("</ul>").unwrap()];
        let ids: Vec<&str> =
            list.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        assert!(ids.len() >= list.matches("<summary>").count(), "{lang}: {list}");
        assert!(list.matches("<summary>").count() >= 5, "{lang}: {list}");
        for id in ids {
            assert!(known.contains(id), "{lang}: {id} is no observation");
        }
    }
    // Without data nothing is said.
    let empty = country_sheet(&with(false, &[]), "BE", Lang::En).unwrap();
    assert!(!empty.contains("class=\"highlights\""));
}
