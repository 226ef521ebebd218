//! Checks on lists of Harmonised System codes.

use super::report::Report;
use crate::document::Step;

/// Every code has 2, 4 or 6 digits; none is there twice, or inside another.
pub(super) fn codes(report: &mut Report<'_>, steps: &[Step<'_>], codes: &[String]) {
    for (index, code) in codes.iter().enumerate() {
        let at: Vec<Step<'_>> = steps.iter().copied().chain([Step::At(index)]).collect();
        if let Some(fault) = fault(code) {
            report.add(
                &at,
                code,
                format!("`{code}` is not an HS code: {fault}."),
                "Write 2, 4 or 6 digits between quotation marks, leading zeros kept, as in \"0901\".",
            );
        }
        let covering = codes[..index]
            .iter()
            .chain(codes.iter().skip(index + 1).filter(|other| other.len() < code.len()))
            .find(|other| code.starts_with(other.as_str()));
        if let Some(covering) = covering {
            report.add(
                &at,
                code,
                format!("`{code}` is in the list already, by `{covering}`."),
                "Remove one of them: a code stands for everything that begins with it.",
            );
        }
    }
}

/// What is wrong with the form of a code.
fn fault(code: &str) -> Option<String> {
    if let Some(letter) = code.chars().find(|c| !c.is_ascii_digit()) {
        return Some(format!("`{letter}` is not a digit"));
    }
    if ![2, 4, 6].contains(&code.len()) {
        return Some(format!("it has {} digits", code.len()));
    }
    // 77 is kept free, 98 and 99 are for national use.
    match &code[..2] {
        "00" => Some("there is no chapter 00".into()),
        "77" | "98" | "99" => Some(format!("chapter {} holds no HS codes", &code[..2])),
        _ => None,
    }
}

/// An empty list says why it is empty, and only an empty one does.
pub(super) fn reason_for_none(report: &mut Report<'_>, any: bool, reason: Option<&str>) {
    match reason {
        None if !any => report.add(
            &["hs".into()],
            "",
            "There is not a single HS code.".into(),
            "Add codes, or say in `none_because` why there are none.",
        ),
        Some(reason) if any => report.add(
            &["hs".into(), "none_because".into()],
            reason,
            "There are HS codes beside a reason for having none.".into(),
            "Remove the codes or the reason.",
        ),
        _ => {}
    }
}
