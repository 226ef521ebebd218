//! `sextant explain`: everything behind one number.

use std::fmt::Write;
use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::explain::{Flows, grouped};
use sextant_monitor::{Contributor, Edition, Explanation, Observation, Question, explain};

use crate::cli::Explain;
use crate::output::{Failure, show, table};

pub(crate) fn run(workspace: &Workspace, asked: Explain) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.shown.edition.as_deref())?;
    let question = Question {
        indicator: asked.indicator,
        geo: asked.geo.to_ascii_uppercase(),
        subject: asked.subject,
        period: asked.period,
        counterpart: asked.counterpart.to_ascii_uppercase(),
    };
    let explanation = super::wait(explain(workspace, &edition, &question))??;
    show(asked.shown.printed.format, &explanation, || text(&explanation))?;
    Ok(ExitCode::SUCCESS)
}

fn text(e: &Explanation) -> String {
    let o = &e.observation;
    let mut text = String::new();
    if e.demo {
        text.push_str("DEMO DATA: invented numbers\n\n");
    }
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(text, "{} of {}, {}, {}", o.indicator, o.subject, o.geo, o.period);
    let _ = writeln!(text, "  value        {}", amount(o.value, &o.unit));
    if o.lower.is_some() || o.upper.is_some() {
        let end = |value: Option<f64>| value.map_or("not known".into(), |v| v.to_string());
        let _ = writeln!(text, "  interval     {} to {}", end(o.lower), end(o.upper));
    }
    if let Some(numerator) = o.numerator.filter(|_| o.denominator.is_some()) {
        let _ = writeln!(text, "  numerator    {numerator}");
    }
    if let Some(denominator) = o.denominator {
        let _ = writeln!(text, "  denominator  {denominator}");
    }
    if let Some((rank, of)) = o.rank.zip(o.ranked_of) {
        let _ = writeln!(text, "  EU27 rank    {rank} of {of}");
    }
    if let Some(n) = o.n {
        let what = match o.indicator.split('-').next() {
            Some("patent") => "families",
            Some("investment") => "rounds",
            _ => "rows behind",
        };
        let _ = writeln!(text, "  {what:<11}  {n}");
    }
    if !o.status.is_empty() {
        let _ = writeln!(text, "  status       {}", o.status);
    }
    let _ = writeln!(text, "  source       {}", o.sources);
    let _ = writeln!(text, "  edition      {}", e.edition);
    let _ = writeln!(text, "\nformula (our reconstruction of the method)\n  {}", e.formula);
    if !e.note.is_empty() {
        let _ = writeln!(text, "  {}", e.note);
    }
    text + &definition(e)
        + &alternatives(e)
        + &rows(e)
        + &parts(e)
        + &contributors(e)
        + &inputs(e)
        + "\nSQL\n"
        + &e.sql
}

fn amount(value: Option<f64>, unit: &str) -> String {
    match value {
        None => "missing".into(),
        Some(value) if unit == "USD" => format!("{} USD", grouped(value, 0)),
        Some(value) => format!("{value} {unit}"),
    }
}

fn definition(e: &Explanation) -> String {
    let d = &e.definition;
    let codes = match d.codes.len() {
        0 if e.observation.indicator.starts_with("patent-") => "all families".to_owned(),
        0 if e.observation.indicator.starts_with("trade-") => "all products".to_owned(),
        0 => String::new(),
        _ => d.codes.join(" "),
    };
    format!(
        "\ndefinition\n  {} version {}, {}\n  {codes}\n",
        d.subject,
        d.version,
        d.classifications.join(", ")
    )
}

fn alternatives(e: &Explanation) -> String {
    if e.alternatives.is_empty() {
        return "\nother sources\n  none gives this cell\n".into();
    }
    let percent =
        |value: Option<f64>| value.map_or(String::new(), |value| format!("{value:+.2} %"));
    let row = |o: &Observation, difference: Option<f64>| {
        vec![
            format!("  {}", o.sources),
            amount(o.value, &o.unit),
            percent(difference),
            o.status.clone(),
        ]
    };
    let rows: Vec<Vec<String>> =
        e.alternatives.iter().map(|a| row(&a.observation, a.difference_pct)).collect();
    format!(
        "\nother sources\n{}",
        table(&["  source", "value", "differs by", "status"], &[1, 2], &rows)
    )
}

fn rows(e: &Explanation) -> String {
    e.rows.iter().map(flows).collect()
}

/// What a number is made of, the first of it.
fn parts(e: &Explanation) -> String {
    if e.parts.rows.is_empty() {
        return String::new();
    }
    let shown: Vec<Vec<String>> = e.parts.rows.iter().take(PARTS_SHOWN).cloned().collect();
    let head: Vec<&str> = e.parts.columns.iter().map(String::as_str).collect();
    let (some, all) = (shown.len(), e.parts.rows.len());
    format!("\nmade of, {some} of {all}\n{}", table(&head, &[], &shown))
}

const PARTS_SHOWN: usize = 20;

/// The largest contributors, topic by topic.
fn contributors(e: &Explanation) -> String {
    let mut text: String =
        e.contributors.chunk_by(|a, b| a.topic == b.topic).map(of_topic).collect();
    if !e.contributors_note.is_empty() {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {}", e.contributors_note);
    }
    text
}

fn quantity(value: f64, unit: &str) -> String {
    format!("{} {unit}", grouped(value, if unit == "families" { 2 } else { 0 }))
}

fn of_topic(contributors: &[Contributor]) -> String {
    let Some(first) = contributors.first() else { return String::new() };
    let (what, of) = match first.topic.as_str() {
        "patents" => ("applicants", ""),
        "investment" => ("companies", ""),
        "production" => ("headings", ""),
        "imports" => ("products", " imported"),
        _ => ("products", " exported"),
    };
    let rows: Vec<Vec<String>> = contributors
        .iter()
        .map(|c| {
            vec![
                format!("  {}", c.place),
                format!("{:.1} %", c.share_pct),
                c.value.map_or_else(String::new, |value| quantity(value, &c.unit)),
                c.code.clone(),
                c.name.chars().take(60).collect(),
            ]
        })
        .collect();
    format!(
        "\nlargest {what}{of}, {} of {}; together {}\n{}",
        rows.len(),
        first.contributors,
        quantity(first.total, &first.unit),
        table(&["  place", "share", "value", "code", "name"], &[0, 1, 2], &rows)
    )
}

fn flows(flows: &Flows) -> String {
    let rows: Vec<Vec<String>> = flows
        .largest
        .iter()
        .map(|row| {
            vec![
                format!("  {}", row.geo),
                row.partner.clone(),
                row.classification.clone(),
                row.product.clone(),
                row.published.clone(),
                row.title.chars().take(60).collect(),
            ]
        })
        .collect();
    format!(
        "\nlargest {} flows, {} of {}; together {}\n{}",
        flows.flow,
        rows.len(),
        flows.flows,
        flows.total_published,
        table(&["  geo", "partner", "nomenclature", "product", "value", "title"], &[4], &rows)
    )
}

fn inputs(e: &Explanation) -> String {
    let mut text = String::from("\ninputs\n");
    for input in &e.inputs {
        let edition = input.edition.as_deref().unwrap_or("edition not stated");
        let _ = writeln!(text, "  {} ({edition}), sha256 {}", input.file, input.sha256);
    }
    if let Some(input) = e.inputs.first() {
        let _ = writeln!(text, "  {}\n  licence: {}", input.citation, input.licence);
    }
    text
}
