//! Whether a word of a text is one a query asks for.

use crate::Word;

impl Word {
    /// Whether a folded word is this one: `?` stands for exactly one letter or digit, a
    /// truncated word may go on.
    #[must_use]
    pub fn matches(&self, folded: &str) -> bool {
        let mut letters = folded.chars();
        let begins = self
            .pattern
            .chars()
            .all(|wanted| letters.next().is_some_and(|letter| wanted == '?' || wanted == letter));
        begins && (self.truncated || letters.next().is_none())
    }
}
