//! What one reporter declares in one direction: subheadings, headings, chapters and
//! the total, each at least the sum of what lies below.

use std::collections::BTreeMap;

use crate::baci::Underlying;
use crate::comtrade::Edition;
use crate::comtrade::goods::Goods;
use crate::comtrade::reporter::Reporter;
use crate::draws::Topic;
use crate::retold::{self, Side};
use crate::world::World;

/// Imports carry insurance and freight, per mille of the value at the border.
const CIF: u64 = 1060;

/// Values by product, in thousandths of a dollar, sorted by product.
pub(super) type Lines = BTreeMap<String, u64>;

/// Declares the goods of one reporter and direction.
pub(super) fn declare(
    world: &World<'_>,
    underlying: &Underlying,
    edition: &Edition,
    goods: &Goods,
    (reporter, flow): (&Reporter, usize),
) -> Lines {
    let side = Side { countries: &reporter.countries, key: reporter.key, flow, like: edition.like };
    let teller = Teller { world, underlying, edition, side, complete: reporter.complete };
    let subheadings = teller.subheadings(goods);
    let headings: Lines = goods
        .headings
        .iter()
        .filter_map(|heading| Some((heading.clone(), teller.heading(heading, &subheadings)?)))
        .collect();
    let chapters: Lines = (1..=97)
        .filter(|number| *number != 77)
        .map(|number| format!("{number:02}"))
        .map(|chapter| (chapter.clone(), teller.chapter(&chapter, &subheadings, &headings)))
        .collect();
    let total = chapters.values().sum();
    let mut lines: Lines =
        subheadings.into_iter().filter(|(code, _)| goods.leaves.contains(code)).collect();
    lines.extend(headings);
    lines.extend(chapters);
    lines.insert("TOTAL".to_owned(), total);
    lines
}

struct Teller<'a> {
    world: &'a World<'a>,
    underlying: &'a Underlying,
    edition: &'a Edition,
    side: Side<'a>,
    complete: bool,
}

impl Teller<'_> {
    /// Every subheading with trade, those that are not printed included.
    fn subheadings(&self, goods: &Goods) -> Lines {
        let known = self.world.products.all.iter().map(|product| &product.code);
        let mut lines = Lines::new();
        for code in known.chain(&goods.leaves) {
            let mut usd = retold::dollars(self.world, self.underlying, &self.side, code);
            if usd == 0 && self.complete {
                usd = retold::invented(self.world, self.underlying, &self.side, code);
            }
            if usd > 0 {
                lines.insert(code.clone(), self.told(usd, code));
            }
        }
        lines
    }

    /// A heading: its subheadings, and for one in five something confidential.
    fn heading(&self, heading: &str, subheadings: &Lines) -> Option<u64> {
        let mut sum = below(subheadings, heading);
        if sum == 0 {
            let usd = retold::dollars(self.world, self.underlying, &self.side, heading);
            sum = if usd > 0 { self.told(usd, heading) } else { 0 };
        }
        (sum > 0).then(|| sum + self.confidential(heading, sum, 5))
    }

    /// A chapter: its headings, subheadings without a heading, and something
    /// confidential, so that no chapter is the sum of its headings.
    fn chapter(&self, chapter: &str, subheadings: &Lines, headings: &Lines) -> u64 {
        let orphan = |code: &&String| !headings.contains_key(&code[..4]);
        let in_chapter = subheadings.keys().filter(|code| code.starts_with(chapter));
        let orphans: u64 = in_chapter.filter(orphan).map(|code| subheadings[code]).sum();
        let sum = below(headings, chapter) + orphans;
        sum + self.confidential(chapter, sum, 1)
    }

    /// What is hidden among the goods of a code, once in `n` codes.
    fn confidential(&self, code: &str, sum: u64, n: u64) -> u64 {
        let mut key = self.side.key(code).to_vec();
        key.push(u64::from(self.edition.year));
        if self.world.draws.one_in(Topic::Confidential, &key, n) {
            let share = self.world.draws.between(Topic::Confidential, &key, 5, 30);
            sum / 1000 * share + 100_000_007
        } else {
            0
        }
    }

    /// A value as declared, in thousandths of a dollar.
    fn told(&self, usd: u64, code: &str) -> u64 {
        let mut key = self.side.key(code).to_vec();
        key.push(u64::from(self.edition.year));
        let draw = self.world.draws.at(Topic::Comtrade, &key);
        let error = 970 + draw % 61;
        let freight = if self.side.flow == 1 { CIF } else { 1000 };
        let told = u128::from(usd) * u128::from(error * freight * self.edition.level) / 1_000_000;
        u64::try_from(told).unwrap_or(u64::MAX) + (draw >> 32) % 1000
    }
}

fn below(lines: &Lines, code: &str) -> u64 {
    lines.range(code.to_owned()..).take_while(|(c, _)| c.starts_with(code)).map(|(_, v)| v).sum()
}
