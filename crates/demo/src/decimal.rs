//! Exact decimals as text, without a detour through floating point.

/// Appends a whole number.
pub(crate) fn push_whole(line: &mut Vec<u8>, value: u64) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    let mut rest = value;
    loop {
        at -= 1;
        digits[at] = digit(rest);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    line.extend_from_slice(&digits[at..]);
}

/// Appends thousandths as a number with three decimals: 2618 is `2.618`.
pub(crate) fn push_thousandths(line: &mut Vec<u8>, thousandths: u64) {
    push_whole(line, thousandths / 1000);
    let rest = thousandths % 1000;
    line.extend_from_slice(&[b'.', digit(rest / 100), digit(rest / 10), digit(rest)]);
}

/// Thousandths as publishers print them whose numbers passed through a float: no
/// trailing zeros but at least one decimal, `2503.0`, `3401.98`, `-0.5`.
pub(crate) fn short(thousandths: i64) -> String {
    let mut line = Vec::new();
    if thousandths < 0 {
        line.push(b'-');
    }
    push_thousandths(&mut line, thousandths.unsigned_abs());
    let mut text = String::from_utf8_lossy(&line).into_owned();
    while text.ends_with('0') && !text.ends_with(".0") {
        text.pop();
    }
    text
}

fn digit(value: u64) -> u8 {
    b"0123456789"[usize::try_from(value % 10).unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(push: impl Fn(&mut Vec<u8>)) -> String {
        let mut line = Vec::new();
        push(&mut line);
        String::from_utf8_lossy(&line).into_owned()
    }

    #[test]
    fn whole_numbers_and_thousandths_print_exactly() {
        assert_eq!(text(|line| push_whole(line, 0)), "0");
        assert_eq!(text(|line| push_whole(line, u64::MAX)), u64::MAX.to_string());
        assert_eq!(text(|line| push_thousandths(line, 2_618)), "2.618");
        assert_eq!(text(|line| push_thousandths(line, 91)), "0.091");
    }

    #[test]
    fn short_numbers_lose_trailing_zeros_only() {
        assert_eq!(short(2_503_000), "2503.0");
        assert_eq!(short(3_401_980), "3401.98");
        assert_eq!(short(-500), "-0.5");
        assert_eq!(short(7), "0.007");
        assert_eq!(short(0), "0.0");
    }
}
