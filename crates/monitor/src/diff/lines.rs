//! Which lines of a text were taken out and which put in.
//!
//! The method is patience difference: lines that occur once in both texts and stand in
//! the same order are the fixed points, and what lies between two of them is compared in
//! the same way; where there are none, by the longest common subsequence, or, in a block
//! that is too large for it, as a whole.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;

/// A line that is in one of two texts only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineChange {
    /// Whether it was added or removed.
    pub kind: LineKind,
    /// Its number in the text that has it, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
}

/// What happened to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    /// Only the second text has it.
    Added,
    /// Only the first text has it.
    Removed,
}

/// So many pairs of lines are compared one by one, and no more.
const PAIRS: usize = 250_000;

/// The lines that differ, in the order of the texts; where some are replaced, those
/// removed first.
pub(super) fn changes(before: &str, after: &str) -> Vec<LineChange> {
    let texts = Texts { before: before.lines().collect(), after: after.lines().collect() };
    let mut common = Vec::new();
    texts.common(0..texts.before.len(), 0..texts.after.len(), &mut common);
    common.push((texts.before.len(), texts.after.len()));
    let mut changes = Vec::new();
    let (mut old, mut new) = (0, 0);
    for (until_old, until_new) in common {
        changes.extend((old..until_old).map(|at| change(LineKind::Removed, at, texts.before[at])));
        changes.extend((new..until_new).map(|at| change(LineKind::Added, at, texts.after[at])));
        (old, new) = (until_old + 1, until_new + 1);
    }
    changes
}

fn change(kind: LineKind, at: usize, text: &str) -> LineChange {
    LineChange { kind, line: at + 1, text: text.to_owned() }
}

struct Texts<'a> {
    before: Vec<&'a str>,
    after: Vec<&'a str>,
}

impl Texts<'_> {
    /// Adds the pairs of lines that stay, in order.
    fn common(
        &self,
        mut old: Range<usize>,
        mut new: Range<usize>,
        common: &mut Vec<(usize, usize)>,
    ) {
        while !old.is_empty() && !new.is_empty() && self.same(old.start, new.start) {
            common.push((old.start, new.start));
            (old.start, new.start) = (old.start + 1, new.start + 1);
        }
        let mut tail = Vec::new();
        while !old.is_empty() && !new.is_empty() && self.same(old.end - 1, new.end - 1) {
            (old.end, new.end) = (old.end - 1, new.end - 1);
            tail.push((old.end, new.end));
        }
        let fixed = self.fixed(old.clone(), new.clone());
        if fixed.is_empty() {
            self.longest(old, new, common);
        } else {
            for (at_old, at_new) in fixed {
                self.common(old.start..at_old, new.start..at_new, common);
                common.push((at_old, at_new));
                (old.start, new.start) = (at_old + 1, at_new + 1);
            }
            self.common(old, new, common);
        }
        common.extend(tail.into_iter().rev());
    }

    fn same(&self, old: usize, new: usize) -> bool {
        self.before[old] == self.after[new]
    }

    /// Lines that occur once on each side: the longest run of them that stands in the same
    /// order on both.
    fn fixed(&self, old: Range<usize>, new: Range<usize>) -> Vec<(usize, usize)> {
        let mut places: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        old.for_each(|at| places.entry(self.before[at]).or_default().0.push(at));
        new.for_each(|at| places.entry(self.after[at]).or_default().1.push(at));
        let once = places.into_values().filter_map(|(old, new)| match (&old[..], &new[..]) {
            ([old], [new]) => Some((*old, *new)),
            _ => None,
        });
        let mut once: Vec<(usize, usize)> = once.collect();
        once.sort_unstable();
        increasing(&once)
    }

    /// The longest common subsequence, where it is not too much work.
    fn longest(&self, old: Range<usize>, new: Range<usize>, common: &mut Vec<(usize, usize)>) {
        let (rows, columns) = (old.len(), new.len());
        if rows * columns > PAIRS {
            return;
        }
        let width = columns + 1;
        // How long it is from each pair of lines on.
        let mut length = vec![0_u32; (rows + 1) * width];
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                length[row * width + column] = if self.same(old.start + row, new.start + column) {
                    length[(row + 1) * width + column + 1] + 1
                } else {
                    length[(row + 1) * width + column].max(length[row * width + column + 1])
                };
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            if self.same(old.start + row, new.start + column) {
                common.push((old.start + row, new.start + column));
                (row, column) = (row + 1, column + 1);
            } else if length[(row + 1) * width + column] >= length[row * width + column + 1] {
                row += 1;
            } else {
                column += 1;
            }
        }
    }
}

/// The longest run of pairs, sorted by their first, whose seconds increase too.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The pair that ends the best run of each length, and which pair comes before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    for (at, (_, second)) in pairs.iter().enumerate() {
        let shorter = ends.partition_point(|end| pairs[*end].1 < *second);
        before.push(shorter.checked_sub(1).map(|last| ends[last]));
        if shorter == ends.len() {
            ends.push(at);
        } else {
            ends[shorter] = at;
        }
    }
    let mut run: Vec<(usize, usize)> =
        std::iter::successors(ends.last().copied(), |at| before[*at]).map(|at| pairs[at]).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(before: &str, after: &str) -> Vec<String> {
        let sign = |kind| if kind == LineKind::Added { '+' } else { '-' };
        let told = changes(before, after).into_iter();
        told.map(|change| format!("{}{} {}", sign(change.kind), change.line, change.text)).collect()
    }

    #[test]
    fn a_line_that_changes_is_removed_and_added() {
        let before = "id = \"solar\"\ncodes = [\n  \"8541\",\n  \"8501\",\n]\n";
        let after = "id = \"solar\"\ncodes = [\n  \"8541\",\n  \"850131\",\n  \"8507\",\n]\n";
        let expected = ["-4   \"8501\",", "+4   \"850131\",", "+5   \"8507\","];
        assert_eq!(told(before, after), expected);
        assert_eq!(told(before, before), [""; 0]);
    }

    #[test]
    fn a_block_that_moves_is_removed_here_and_added_there() {
        assert_eq!(told("a\nb\nc\nd\ne\n", "d\na\nb\nc\ne\n"), ["+1 d", "-4 d"]);
    }

    #[test]
    fn lines_that_occur_often_are_matched_as_well() {
        assert_eq!(told("x\ny\nx\ny\n", "x\nx\ny\nx\n"), ["-2 y", "+4 x"]);
    }

    #[test]
    fn a_text_that_appears_is_all_added() {
        assert_eq!(told("", "a\nb\n"), ["+1 a", "+2 b"]);
        assert_eq!(told("a\n", ""), ["-1 a"]);
    }

    /// The second text, from the first and the changes.
    fn applied(before: &str, changes: &[LineChange]) -> Vec<String> {
        let removed =
            |line: usize| changes.iter().any(|c| c.kind == LineKind::Removed && c.line == line);
        let kept = before.lines().enumerate().filter(|(at, _)| !removed(at + 1));
        let mut lines: Vec<String> = kept.map(|(_, text)| text.to_owned()).collect();
        for change in changes.iter().filter(|change| change.kind == LineKind::Added) {
            lines.insert(change.line - 1, change.text.clone());
        }
        lines
    }

    proptest! {
        #[test]
        fn the_changes_lead_from_one_text_to_the_other(
            before in "([abcdefgh]\n){0,30}", after in "([abcdefgh]\n){0,30}",
        ) {
            let changes = changes(&before, &after);
            let after: Vec<String> = after.lines().map(str::to_owned).collect();
            prop_assert_eq!(applied(&before, &changes), after);
        }
    }
}
