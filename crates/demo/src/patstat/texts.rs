//! Titles and abstracts.

use crate::draws::Stream;
use crate::patstat::pool::{Frame, Pool};

/// Steps through the list of sentences, without a factor in common with its length.
const STEPS: [usize; 4] = [3, 7, 11, 13];

/// Writes a title, around a phrase where there is one.
pub(super) fn title(pool: &Pool, phrase: &str, stream: &mut Stream, text: &mut String) {
    text.clear();
    let frames = if phrase.is_empty() { &pool.titles } else { &pool.titles_with };
    if let Some(frame) = stream.pick(frames) {
        pool.write(frame, stream.bits(), phrase, text);
    }
}

/// Writes an abstract of 80 to 150 words, longer only where it has many phrases. No
/// two phrases are nearer to each other than `between` neutral sentences.
pub(super) fn text(
    pool: &Pool,
    phrases: &[String],
    between: usize,
    stream: &mut Stream,
    text: &mut String,
) {
    text.clear();
    let wanted = 80 + stream.index(45);
    let mut words = 0;
    // Every sentence once, in another order each time.
    let (mut next, step) = (stream.index(1 << 16), STEPS[stream.index(STEPS.len())]);
    let mut neutral = |stream: &mut Stream, text: &mut String| {
        next += step;
        let frame = &pool.sentences[next % pool.sentences.len()];
        sentence(pool, frame, "", stream, text)
    };
    words += neutral(stream, text);
    for phrase in phrases {
        if let Some(frame) = stream.pick(&pool.sentences_with) {
            words += sentence(pool, frame, phrase, stream, text);
        }
        for _ in 0..between {
            words += neutral(stream, text);
        }
    }
    while words < wanted {
        words += neutral(stream, text);
    }
}

/// Appends a sentence and tells its length in words.
fn sentence(
    pool: &Pool,
    frame: &Frame,
    phrase: &str,
    stream: &mut Stream,
    text: &mut String,
) -> usize {
    if !text.is_empty() {
        text.push(' ');
    }
    pool.write(frame, stream.bits(), phrase, text);
    frame.words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "what cannot be unwrapped in a test fails it")]

    use super::*;
    use crate::draws::{Draws, Topic};

    #[test]
    fn texts_are_as_long_as_real_ones() {
        let pool = Pool::new(&[]).unwrap();
        let phrases = ["solar cells".to_owned(), "robots".to_owned()];
        let mut written = String::new();
        for key in 0..500 {
            let mut stream = Draws::new(1).stream(Topic::Row, &[key]);
            text(&pool, &phrases, 1, &mut stream, &mut written);
            let words = written.split_whitespace().count();
            assert!((80..=150).contains(&words), "{words} words: {written}");
            assert!(written.contains("solar cells") && written.contains("robots"));
            title(&pool, "solar cells", &mut stream, &mut written);
            let words = written.split_whitespace().count();
            assert!((6..=12).contains(&words), "{words} words: {written}");
            title(&pool, "", &mut stream, &mut written);
            let words = written.split_whitespace().count();
            assert!((6..=12).contains(&words), "{words} words: {written}");
        }
    }
}
