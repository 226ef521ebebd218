//! Looks at every claim again, straight from the cells and not by the crate's own ways.

use std::collections::BTreeMap;

use sextant_definitions::{Lang, Subject};
use sextant_highlights::{Cell, Cells, Claim, Highlight, Kind, Rules};

/// What a check may look at.
pub(crate) struct Truth<'a> {
    pub(crate) cells: &'a dyn Cells,
    pub(crate) subjects: &'a [Subject],
    pub(crate) rules: &'a Rules,
    pub(crate) lang: Lang,
}

type Check = Result<(), String>;

fn ensure(holds: bool, what: impl Fn() -> String) -> Check {
    if holds { Ok(()) } else { Err(what()) }
}

/// A cell's value, if nothing forbids to speak of it.
fn speakable(cell: &Cell) -> Option<f64> {
    let harmless = ["", "break", "estimated", "provisional", "undisclosed-amounts"];
    cell.value.filter(|_| cell.status.split(';').all(|flag| harmless.contains(&flag)))
}

/// Most that a cell can be.
fn most(cell: &Cell) -> f64 {
    match (cell.value, cell.upper) {
        (Some(value), _) => value,
        (None, Some(upper)) => upper,
        (None, None) => f64::INFINITY,
    }
}

/// Standard errors of a difference, from the counts.
fn noise(a: &Cell, b: &Cell) -> f64 {
    let variance = |cell: &Cell| match cell.n {
        Some(n) if n > 0 => cell.value.unwrap().powi(2) / f64::from(i32::try_from(n).unwrap()),
        _ => f64::INFINITY,
    };
    (variance(a) + variance(b)).sqrt()
}

impl Truth<'_> {
    fn cell(&self, id: &str) -> Result<Cell, String> {
        let parts: Vec<&str> = id.split('/').collect();
        let [indicator, geo, subject, period] = parts[..] else {
            return Err(format!("{id} is no cell"));
        };
        self.cells.get(indicator, subject, geo, period).ok_or_else(|| format!("no cell {id}"))
    }

    fn cells_of(&self, ids: &[String]) -> Result<Vec<Cell>, String> {
        ids.iter().map(|id| self.cell(id)).collect()
    }

    /// All cells that a rule compares in the period of one of them.
    fn compared(&self, rule: &str, like: &Cell) -> Vec<Cell> {
        let rule = self.rules.all().iter().find(|r| r.id == rule).unwrap();
        let top = format!("{:?}", rule.subjects.level) == "Top";
        let fits = |s: &&Subject| {
            let part = s.parent.is_some();
            let whole = self.subjects.iter().any(|o| o.parent.as_ref() == Some(&s.id));
            s.kind.as_str() == rule.subjects.kind
                && (rule.subjects.family.is_none() || s.family == rule.subjects.family)
                && if top { !part } else { !whole }
        };
        let subjects = self.subjects.iter().filter(fits);
        let cell = |s: &Subject| self.cells.get(&like.indicator, &s.id, &like.geo, &like.period);
        subjects.filter_map(cell).collect()
    }

    /// Everything about one sentence.
    pub(crate) fn highlight(&self, highlight: &Highlight) -> Check {
        ensure(!highlight.behind.is_empty(), || "nothing behind it".into())?;
        for id in &highlight.behind {
            self.cell(id)?;
        }
        self.reads_well(&highlight.text)?;
        highlight.claims.iter().try_for_each(|claim| self.claim(highlight, claim))
    }

    fn reads_well(&self, text: &str) -> Check {
        let end = if self.lang == Lang::Zh { '。' } else { '.' };
        ensure(text.ends_with(end), || "no full stop".into())?;
        ensure(!text.contains(['{', '}', '|']), || "an unfilled place".into())?;
        for wrong in ["  ", " ,", "()", "（）", " de le ", " de les ", "à le ", "NaN", "inf"] {
            ensure(!text.contains(wrong), || format!("`{wrong}`"))?;
        }
        let first = text.chars().next().unwrap();
        ensure(!first.is_lowercase(), || "no capital".into())
    }

    fn claim(&self, highlight: &Highlight, claim: &Claim) -> Check {
        let wrong = || format!("{claim:?}");
        match claim {
            Claim::Value { cell } => self.shows(&self.cell(cell)?, &highlight.text),
            Claim::Rank { cell, rank, of } => {
                let cell = self.cell(cell)?;
                let there = speakable(&cell).is_some() && cell.rank == Some(*rank);
                ensure(there && cell.ranked_of == Some(*of) && *of >= 10, wrong)
            }
            Claim::Frontrunner { cell, next } => self.frontrunner(cell, next),
            Claim::Highest { cells, among } => self.highest(highlight, cells, among),
            Claim::Lowest { cell, among } => {
                let (value, all) = (speakable(&self.cell(cell)?), self.cells_of(among)?);
                let below = all.iter().filter(|other| speakable(other) <= value).count();
                ensure(value.is_some() && below == 1, wrong)
            }
            Claim::BestRank { cells, .. } => self.best_rank(highlight, cells),
            Claim::Surplus { cell } => {
                ensure(speakable(&self.cell(cell)?).is_some_and(|v| v > 0.0), wrong)
            }
            Claim::Deficit { cell } => {
                ensure(speakable(&self.cell(cell)?).is_some_and(|v| v < 0.0), wrong)
            }
            Claim::SurplusCount { among, count } => self.surpluses(highlight, among, *count),
            Claim::Rises { from, to } => self.change(from, to, 1.0),
            Claim::Falls { from, to } => self.change(from, to, -1.0),
            Claim::Stable { from, to } => self.stable(from, to),
            Claim::BetterMade { gap, invented, made } => self.gap(gap, invented, made, 1.0),
            Claim::BetterInvented { gap, invented, made } => self.gap(gap, invented, made, -1.0),
        }
    }

    fn shows(&self, cell: &Cell, text: &str) -> Check {
        let value = speakable(cell).ok_or_else(|| format!("{} is silent", cell.id()))?;
        let number = match cell.indicator.as_str() {
            "investment-raised-eur" => format!("{:.1}", value / 1e6),
            "investment-rounds" => format!("{value:.0}"),
            // What rounds to nothing has no sign.
            _ if value.abs() < 0.05 => "0.0%".into(),
            "trade-relative-balance" => format!("{value:+.1}%"),
            _ => format!("{value:.1}%"),
        };
        let number = written(&number, self.lang);
        ensure(text.contains(&number), || format!("{number} of {} is not there", cell.id()))
    }

    fn frontrunner(&self, cell: &str, next: &str) -> Check {
        let (cell, next) = (self.cell(cell)?, self.cell(next)?);
        let value = speakable(&cell).ok_or("silent")?;
        ensure(cell.rank == Some(1), || "not the first".into())?;
        for code in self.cells.members().iter().filter(|code| **code != cell.geo) {
            let other = self.cells.get(&cell.indicator, &cell.subject, code, &cell.period);
            let Some(other) = other else { continue };
            let ahead = value - most(&other);
            let real = other.value.is_some_and(|v| v <= 0.0 || ahead > noise(&cell, &other));
            ensure(ahead > 0.0 && real, || format!("{} is too near", other.id()))?;
            ensure(most(&other) <= most(&next), || format!("{} is nearer", other.id()))?;
        }
        Ok(())
    }

    fn highest(&self, highlight: &Highlight, cells: &[String], among: &[String]) -> Check {
        let chosen = self.cells_of(cells)?;
        let silent = chosen.iter().find(|cell| speakable(cell).is_none());
        ensure(silent.is_none(), || "a silent highest".into())?;
        let least = chosen.iter().map(most).fold(f64::INFINITY, f64::min);
        let compared = self.compared(&highlight.rule, &chosen[0]);
        let kind = self.rules.all().iter().find(|r| r.id == highlight.rule).unwrap().kind;
        for other in compared.iter().filter(|other| !cells.contains(&other.id())) {
            let listed = among.contains(&other.id());
            // A balance says that it looks at complete data only.
            if kind == Kind::Balance && speakable(other).is_none() {
                continue;
            }
            ensure(listed && most(other) < least, || format!("{} is as high", other.id()))?;
        }
        Ok(())
    }

    fn best_rank(&self, highlight: &Highlight, cells: &[String]) -> Check {
        let chosen = self.cells_of(cells)?;
        let best = chosen[0].rank.ok_or("no rank")?;
        ensure(chosen.iter().all(|cell| cell.rank == Some(best)), || "not equal".into())?;
        for other in self.compared(&highlight.rule, &chosen[0]) {
            let counted = other.ranked_of.is_some_and(|of| of >= 10);
            let better = other.rank.is_some_and(|rank| rank <= best) && counted;
            let said = cells.contains(&other.id());
            let without = other.value.is_none();
            ensure(said || !better || without, || format!("{} is better", other.id()))?;
        }
        Ok(())
    }

    fn surpluses(&self, highlight: &Highlight, among: &[String], count: usize) -> Check {
        let compared = self.compared(&highlight.rule, &self.cell(&among[0])?);
        let all: Vec<f64> = compared.iter().filter_map(speakable).collect();
        let above = all.iter().filter(|value| **value > 0.0).count();
        ensure(all.len() == among.len(), || "not all are counted".into())?;
        ensure(above == count, || format!("{above} surpluses, not {count}"))
    }

    /// The cells after the first, to the last; an error where they cannot be compared.
    fn path(&self, from: &Cell, to: &Cell) -> Result<Vec<Cell>, String> {
        let year = |cell: &Cell| cell.period.parse::<i32>().unwrap();
        let mut path = self.cells.series(&from.indicator, &from.subject, &from.geo);
        path.retain(|cell| year(from) < year(cell) && year(cell) <= year(to));
        let broken = path.iter().find(|c| c.status.split(';').any(|flag| flag == "break"));
        ensure(broken.is_none(), || format!("a break at {}", broken.unwrap().id()))?;
        ensure(year(from) < year(to), || "backwards".into())?;
        Ok(path)
    }

    fn change(&self, from: &str, to: &str, way: f64) -> Check {
        let (from, to) = (self.cell(from)?, self.cell(to)?);
        self.path(&from, &to)?;
        let (a, b) = (speakable(&from).ok_or("silent")?, speakable(&to).ok_or("silent")?);
        let change = way * (b - a);
        ensure(change > 0.0, || format!("the other way from {} to {}", from.id(), to.id()))?;
        let counted = from.indicator.starts_with("patent");
        ensure(!counted || change > noise(&from, &to), || "only noise".into())?;
        let enough = if from.indicator.starts_with("trade") { 5.0 } else { 0.1 * a.abs() };
        ensure(change >= enough, || "hardly any change".into())
    }

    fn stable(&self, from: &str, to: &str) -> Check {
        let (from, to) = (self.cell(from)?, self.cell(to)?);
        let start = speakable(&from).ok_or("silent")?;
        speakable(&to).ok_or("silent")?;
        for cell in self.path(&from, &to)? {
            let far = (most(&cell) - start).abs() > 0.100_001 * start.abs();
            ensure(!far, || format!("{} is far away", cell.id()))?;
        }
        Ok(())
    }

    fn gap(&self, gap: &str, invented: &str, made: &str, way: f64) -> Check {
        let (gap, invented, made) = (self.cell(gap)?, self.cell(invented)?, self.cell(made)?);
        let ranks = invented.rank.zip(made.rank).ok_or("no ranks")?;
        let places = f64::from(ranks.0 - ranks.1);
        let same = speakable(&gap).is_some_and(|value| (value - places).abs() < 1e-9);
        ensure(same && way * places >= 5.0, || format!("{places} places"))
    }
}

/// Contradictions between sentences: two changes of one thing, two signs, two orders.
pub(crate) fn contradictions(highlights: &[Highlight]) -> Check {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (place, highlight) in highlights.iter().enumerate() {
        for claim in &highlight.claims {
            let key = match claim {
                Claim::Rises { from, .. }
                | Claim::Falls { from, .. }
                | Claim::Stable { from, .. } => {
                    format!("change of {}", from.rsplit_once('/').unwrap().0)
                }
                Claim::Surplus { cell } | Claim::Deficit { cell } => format!("sign of {cell}"),
                Claim::BetterMade { gap, .. } | Claim::BetterInvented { gap, .. } => {
                    format!("order of {gap}")
                }
                Claim::Frontrunner { cell, .. } => format!("first of {cell}"),
                _ => continue,
            };
            let first = *seen.entry(key.clone()).or_insert(place);
            ensure(first == place, || format!("two sentences about the {key}"))?;
        }
    }
    Ok(())
}

/// A number of English as a language writes it.
fn written(number: &str, lang: Lang) -> String {
    let (sign, digits) = match number.chars().next() {
        Some('-') => ("\u{2212}", &number[1..]),
        Some('+') => ("+", &number[1..]),
        _ => ("", number),
    };
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    let groups: Vec<&str> =
        whole.as_bytes().rchunks(3).rev().map(|g| str::from_utf8(g).unwrap()).collect();
    let (comma, point, percent) = match lang {
        Lang::En | Lang::Zh => (",", ".", "%"),
        Lang::Nl => (".", ",", "%"),
        Lang::Fr => ("\u{202f}", ",", "\u{202f}%"),
    };
    format!("{sign}{}{}", groups.join(comma), rest.replace('.', point).replace('%', percent))
}
