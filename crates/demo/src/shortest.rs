//! Sums over products that a source gives at several levels of detail.

use std::collections::BTreeMap;

use crate::ledger::Cell;
use crate::subjects::SubjectCodes;

/// What one reporter declares in one direction and year, by product.
pub(crate) type Declared = BTreeMap<String, Cell>;

/// The sum of a subject: of each of its codes the least detailed products given, a
/// heading and not its subheadings besides. Of the total the row `TOTAL` where
/// there is one.
pub(crate) fn sum(declared: &Declared, codes: &SubjectCodes, subject: usize) -> Cell {
    if subject == codes.total() {
        return declared.get("TOTAL").copied().unwrap_or_else(|| shortest(declared.iter()));
    }
    codes.of(subject).iter().fold(Cell::default(), |mut sum, code| {
        let from = declared.range(code.clone()..);
        sum.add(shortest(from.take_while(|(product, _)| product.starts_with(code))));
        sum
    })
}

fn shortest<'a>(products: impl Iterator<Item = (&'a String, &'a Cell)>) -> Cell {
    let mut best = (usize::MAX, Cell::default());
    for (product, cell) in products {
        if product.len() < best.0 {
            best = (product.len(), *cell);
        } else if product.len() == best.0 {
            best.1.add(*cell);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_counts_and_its_subheadings_do_not() {
        let declared: Declared =
            [("84", 100), ("8471", 30), ("847141", 10), ("847149", 11), ("847330", 5)]
                .map(|(code, milli)| (code.to_owned(), Cell::one(milli)))
                .into();
        let within =
            |code: &str| shortest(declared.iter().filter(|(product, _)| product.starts_with(code)));
        assert_eq!(within("84"), Cell::one(100));
        assert_eq!(within("8471"), Cell::one(30));
        assert_eq!(within("8473"), Cell::one(5), "no heading row, so the subheading");
        assert_eq!(within("85"), Cell::default());
    }
}
