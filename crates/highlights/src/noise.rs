//! How much of a share is chance.

use crate::Cell;

/// Standard error of a share whose numerator is a count `n`: the count varies by its
/// square root, so the share by `value / sqrt(n)`. In the unit of the value; none without
/// a value or a count.
#[must_use]
pub fn of_value(cell: &Cell) -> Option<f64> {
    let n = i32::try_from(cell.n?).ok().filter(|n| *n > 0)?;
    Some(cell.value?.abs() / f64::from(n).sqrt())
}

/// Standard error of the difference of two such shares.
#[must_use]
pub fn of_difference(a: &Cell, b: &Cell) -> Option<f64> {
    let (a, b) = (of_value(a)?, of_value(b)?);
    Some((a * a + b * b).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::tests::cell;

    #[test]
    fn the_square_root_of_the_count() {
        // 100 families: 10 more or less, a tenth of the share.
        assert!((of_value(&cell("2020", 2.0, 100, "")).unwrap() - 0.2).abs() < 1e-12);
        let difference = of_difference(&cell("2010", 3.0, 100, ""), &cell("2020", 2.0, 25, ""));
        assert!((difference.unwrap() - 0.5).abs() < 1e-12, "0.3 and 0.4");
    }

    #[test]
    fn nothing_is_known_without_a_count() {
        assert_eq!(of_value(&cell("2020", 2.0, 0, "")), None);
        assert_eq!(of_value(&Cell { n: None, ..cell("2020", 2.0, 1, "") }), None);
    }
}
