//! Ecosystems.

use super::{Report, common, hs, of_folder, patents, production};
use crate::definitions::split;
use crate::document::{Document, Step};
use crate::{Ecosystem, HsVintage, NaceWeight, Problem};

/// Reads and checks all ecosystems, sorted by id.
pub(super) fn read(documents: &[Document], problems: &mut Vec<Problem>) -> Vec<Ecosystem> {
    let parsed = of_folder(documents, "ecosystems")
        .map(|document| document.parse::<Ecosystem>().map(|ecosystem| (document, ecosystem)));
    let (read, unread) = split(parsed);
    problems.extend(unread);
    for (document, ecosystem) in &read {
        check(&mut Report::new(document, problems), ecosystem);
    }
    let mut ecosystems: Vec<Ecosystem> = read.into_iter().map(|(_, e)| e).collect();
    ecosystems.sort_by(|a, b| a.id.cmp(&b.id));
    ecosystems
}

fn check(report: &mut Report<'_>, ecosystem: &Ecosystem) {
    common::id(report, &ecosystem.id);
    common::version(report, &ecosystem.version);
    common::names(report, &["names".into()], &ecosystem.names);
    common::names(report, &["scope".into()], &ecosystem.scope);
    common::provenance(report, "hs", &ecosystem.hs.provenance);
    common::provenance(report, "nace", &ecosystem.nace.provenance);
    common::provenance(report, "patents", &ecosystem.patents.provenance);
    patents::ecosystem(report, &ecosystem.patents);
    check_hs(report, ecosystem);
    check_weights(report, "weights", &ecosystem.nace.weights);
    check_weights(report, "divisions", &ecosystem.nace.divisions);
}

fn check_hs(report: &mut Report<'_>, ecosystem: &Ecosystem) {
    let list = &ecosystem.hs;
    hs::codes(report, &["hs".into(), "codes".into()], &list.codes);
    for (index, exception) in list.exceptions.iter().enumerate() {
        let at = [Step::Key("hs"), "exceptions".into(), index.into()];
        for code in exception.drop.iter().filter(|code| !list.codes.contains(code)) {
            let what = format!("The exception drops `{code}`, which is not in the list.");
            report.add(&at, code, what, "Remove it from `drop`.");
        }
        hs::codes(report, &[at[0], at[1], at[2], "add".into()], &exception.add);
        check_clash(report, &at, ecosystem, &exception.vintages);
    }
    let any = HsVintage::ALL.into_iter().any(|vintage| !list.get(vintage).is_empty());
    hs::reason_for_none(report, any, list.none_because.as_deref());
    if ecosystem.trade_expected != any {
        report.add(
            &["trade_expected".into()],
            &ecosystem.trade_expected.to_string(),
            format!(
                "`trade_expected` is {}, but the HS list says otherwise.",
                ecosystem.trade_expected
            ),
            "Trade indicators exist exactly where there are HS codes; correct either.",
        );
    }
}

/// With its exceptions, a vintage's list still holds no code inside another.
fn check_clash(
    report: &mut Report<'_>,
    at: &[Step<'_>],
    ecosystem: &Ecosystem,
    vintages: &[HsVintage],
) {
    for vintage in vintages {
        let codes = ecosystem.hs.get(*vintage);
        let inside = codes.iter().find(|code| {
            codes.iter().any(|other| other != *code && code.starts_with(other.as_str()))
        });
        if let Some(code) = inside {
            let what = format!("In {vintage}, `{code}` lies inside another code of the list.");
            report.add(at, code, what, "Remove it: a code stands for everything below it.");
        }
    }
}

fn check_weights(report: &mut Report<'_>, key: &str, weights: &[NaceWeight]) {
    for (index, weight) in weights.iter().enumerate() {
        let at = [Step::Key("nace"), key.into(), index.into()];
        let digits = weight.code.replacen('.', "", 1);
        let length_fits = [2, 4, 5].contains(&weight.code.len());
        let formed = digits.bytes().all(|b| b.is_ascii_digit())
            && length_fits
            && (weight.code.len() == 2 || weight.code.as_bytes().get(2) == Some(&b'.'));
        if !formed {
            let what = format!("`{}` is not a NACE code.", weight.code);
            report.add(&at, &weight.code, what, "Write 30, 30.3 or 30.31.");
        }
        if !(weight.weight > 0.0 && weight.weight <= 1.0) {
            let value = weight.weight.to_string();
            let what = format!("The weight {value} of `{}` is not a share.", weight.code);
            report.add(&at, &value, what, "Write a number above 0 and at most 1.");
        }
        production::decimals(report, &at, &weight.code, weight.weight);
    }
}
