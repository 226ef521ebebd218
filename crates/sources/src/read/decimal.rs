//! Decimal text to exact integers, without floating point on the way.
//!
//! `scaled(b"2.618", 6)` is 2,618,000. Digits beyond the asked decimals are
//! rounded half to even, as IEEE 754 and most statistical offices do, so that
//! rounding does not drift in one direction over millions of rows.

/// Why a text is not such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotNumber {
    /// Not a decimal number at all.
    Syntax,
    /// Beyond what 64 bits hold at this scale.
    TooLarge,
}

/// Digits that fit an `i64` whatever they are.
const SAFE_DIGITS: usize = 18;

const POWERS: [i64; 19] = {
    let mut powers = [1_i64; 19];
    let mut i = 1;
    while i < 19 {
        powers[i] = powers[i - 1] * 10;
        i += 1;
    }
    powers
};

/// Reads `text` (trimmed) times ten to the power `decimals`, exactly.
///
/// # Errors
/// [`NotNumber`] when it is no number, or does not fit.
pub(crate) fn scaled(text: &[u8], decimals: usize) -> Result<i64, NotNumber> {
    match plain(text, decimals) {
        Some(value) => Ok(value),
        None => exact(text, decimals),
    }
}

/// The fast path: unsigned, at most 18 digits after scaling, nothing to round.
fn plain(text: &[u8], decimals: usize) -> Option<i64> {
    if text.is_empty() || text.len() > SAFE_DIGITS {
        return None;
    }
    let mut value = 0_i64;
    let mut digits = 0_usize;
    let mut point = None;
    for &byte in text {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            value = value * 10 + i64::from(digit);
            digits += 1;
        } else if byte == b'.' && point.is_none() {
            point = Some(digits);
        } else {
            return None;
        }
    }
    let fraction = point.map_or(0, |at| digits - at);
    let missing = decimals.checked_sub(fraction)?;
    (digits > 0 && digits + missing <= SAFE_DIGITS).then(|| value * POWERS[missing])
}

/// A decimal number taken apart: `0.digits` times ten to the `exponent`.
struct Parts {
    negative: bool,
    digits: Vec<u8>,
    /// Where the decimal point stands, counted from the first digit.
    point: i64,
}

/// The slow path: any length, sign, exponent.
fn exact(text: &[u8], decimals: usize) -> Result<i64, NotNumber> {
    let parts = take_apart(text).ok_or(NotNumber::Syntax)?;
    let cut = parts.point + i64::try_from(decimals).map_err(|_| NotNumber::TooLarge)?;
    let magnitude = rounded(&parts.digits, cut).ok_or(NotNumber::TooLarge)?;
    Ok(if parts.negative { -magnitude } else { magnitude })
}

fn take_apart(text: &[u8]) -> Option<Parts> {
    let (negative, unsigned) = match text.first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (mantissa, exponent) = match unsigned.iter().position(|b| matches!(b, b'e' | b'E')) {
        Some(at) => (&unsigned[..at], exponent(&unsigned[at + 1..])?),
        None => (unsigned, 0),
    };
    let whole = mantissa.iter().position(|&b| b == b'.').unwrap_or(mantissa.len());
    let fraction = mantissa.get(whole + 1..).unwrap_or_default();
    let digits: Vec<u8> = mantissa[..whole].iter().chain(fraction).copied().collect();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    Some(Parts { negative, point: i64::try_from(whole).ok()? + exponent, digits })
}

/// A signed exponent, held within bounds where its exact size no longer matters.
fn exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text.first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let size =
        digits.iter().fold(0_i64, |sum, b| (sum * 10 + i64::from(b - b'0')).min(1_000_000_000));
    Some(if negative { -size } else { size })
}

/// The first `cut` digits as an integer, rounded by those after; zeros are
/// supplied where `cut` lies beyond the last digit. None when it does not fit.
fn rounded(digits: &[u8], cut: i64) -> Option<i64> {
    let lead = digits.iter().take_while(|&&b| b == b'0').count();
    let digits = &digits[lead..];
    let cut = cut - i64::try_from(lead).ok()?;
    if digits.is_empty() || cut < 0 {
        return Some(0);
    }
    if cut > 19 {
        return None;
    }
    let cut = usize::try_from(cut).ok()?;
    let mut value = 0_i64;
    for i in 0..cut {
        let digit = digits.get(i).map_or(0, |b| i64::from(b - b'0'));
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    let up = round_up(digits.get(cut..).unwrap_or_default(), value % 2 == 1);
    value.checked_add(i64::from(up))
}

/// Whether the digits after the cut push the last kept digit up.
fn round_up(rest: &[u8], odd: bool) -> bool {
    match rest.first() {
        None | Some(b'0'..=b'4') => false,
        Some(b'5') => odd || rest[1..].iter().any(|&b| b != b'0'),
        Some(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn plain_numbers_scale() {
        assert_eq!(scaled(b"2.618", 6), Ok(2_618_000));
        assert_eq!(scaled(b"0", 3), Ok(0));
        assert_eq!(scaled(b"45", 3), Ok(45_000));
        assert_eq!(scaled(b"288806084.289", 3), Ok(288_806_084_289));
        assert_eq!(scaled(b".5", 3), Ok(500));
        assert_eq!(scaled(b"5.", 3), Ok(5_000));
        assert_eq!(scaled(b"-1.25", 3), Ok(-1_250));
        assert_eq!(scaled(b"-0.0", 3), Ok(0));
    }

    #[test]
    fn scientific_notation_is_exact() {
        assert_eq!(scaled(b"1e-05", 6), Ok(10));
        assert_eq!(scaled(b"1.2E+3", 3), Ok(1_200_000));
        assert_eq!(scaled(b"8.9206989197082e-05", 6), Ok(89));
        assert_eq!(scaled(b"1e-999999999999", 3), Ok(0));
        assert_eq!(scaled(b"0e999999999999", 3), Ok(0));
    }

    #[test]
    fn ties_go_to_the_even_thousandth() {
        assert_eq!(scaled(b"0.0005", 3), Ok(0));
        assert_eq!(scaled(b"0.0015", 3), Ok(2));
        assert_eq!(scaled(b"0.0025", 3), Ok(2));
        assert_eq!(scaled(b"0.00250000001", 3), Ok(3));
        assert_eq!(scaled(b"-0.0015", 3), Ok(-2));
        assert_eq!(scaled(b"0.30000000000000004", 6), Ok(300_000));
        assert_eq!(scaled(b"0.9999999", 6), Ok(1_000_000));
    }

    #[test]
    fn text_is_refused() {
        for text in ["", "-", ".", "abc", "1.2.3", "1,5", "12a", "1e", "e5", "1e+", "--1", "NaN"] {
            assert_eq!(scaled(text.as_bytes(), 3), Err(NotNumber::Syntax), "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(scaled(b"9223372036854775.807", 3), Ok(i64::MAX));
        assert_eq!(scaled(b"9223372036854775.808", 3), Err(NotNumber::TooLarge));
        assert_eq!(scaled(b"1e300", 3), Err(NotNumber::TooLarge));
        assert_eq!(scaled(b"99999999999999999999999", 0), Err(NotNumber::TooLarge));
    }

    /// Schoolbook arithmetic on 128 bits: value = digits * 10^(decimals + exponent).
    fn reference(negative: bool, whole: u64, fraction: &str, exponent: i32, decimals: u32) -> i64 {
        let digits: i128 = format!("{whole}{fraction}").parse().unwrap();
        let power =
            i64::from(decimals) + i64::from(exponent) - i64::try_from(fraction.len()).unwrap();
        let value = if power >= 0 {
            digits * 10_i128.pow(u32::try_from(power).unwrap())
        } else {
            let by = 10_i128.pow(u32::try_from(-power).unwrap());
            let (quotient, rest) = (digits / by, digits % by);
            let up = rest * 2 > by || (rest * 2 == by && quotient % 2 == 1);
            quotient + i128::from(up)
        };
        i64::try_from(if negative { -value } else { value }).unwrap()
    }

    proptest! {
        #[test]
        fn equals_big_integer_arithmetic(
            negative: bool,
            whole in 0_u64..10_000_000,
            fraction in "[0-9]{0,9}",
            exponent in -8_i32..4,
            decimals in 0_u32..7,
            shout: bool,
        ) {
            let sign = if negative { "-" } else { "" };
            let e = if shout { 'E' } else { 'e' };
            let text = if exponent == 0 {
                format!("{sign}{whole}.{fraction}")
            } else {
                format!("{sign}{whole}.{fraction}{e}{exponent}")
            };
            prop_assert_eq!(
                scaled(text.as_bytes(), usize::try_from(decimals).unwrap()),
                Ok(reference(negative, whole, &fraction, exponent, decimals)),
                "{}", text
            );
        }

        #[test]
        fn never_panics(text in "[-+0-9eE. ]{0,30}", decimals in 0_usize..7) {
            let _ = scaled(text.as_bytes(), decimals);
        }
    }
}
