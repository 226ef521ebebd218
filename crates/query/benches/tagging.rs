//! How fast all definitions' queries are asked of titles and abstracts, on one core.
//!
//! ```text
//! cargo bench -p sextant-query                          # generated patent English
//! cargo bench -p sextant-query -- FILE                  # one text a line, or title TAB abstract
//! cargo bench -p sextant-query -- --write FILE          # writes the generated corpus, no more
//! cargo bench -p sextant-query -- FILE --counts         # documents for each query
//! ```

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::cast_precision_loss,
    reason = "a benchmark prints and may stop"
)]

mod corpus;

use std::path::Path;
use std::time::Instant;

use corpus::Corpus;
use sextant_query::tagger::{Found, Scratch, Tagger};
use sextant_query::{NoHierarchy, Query};

const BYTES: usize = 64 << 20;
const ROUNDS: usize = 7;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let queries = queries();
    let path = arguments.iter().find(|argument| !argument.starts_with("--"));
    let given = |flag: &str| arguments.iter().any(|argument| argument == flag);
    if given("--write") {
        let corpus = Corpus::generate(BYTES, &queries);
        return std::fs::write(path.unwrap(), corpus.lines).unwrap();
    }
    let corpus = match path {
        Some(path) => Corpus { lines: std::fs::read_to_string(path).unwrap() },
        None => Corpus::generate(BYTES, &queries),
    };
    let documents: Vec<(&str, &str)> = corpus.documents().collect();
    let bench =
        Bench { tagger: &Tagger::new(&queries, &NoHierarchy).unwrap(), documents: &documents };
    if given("--counts") {
        bench.counts(queries.len());
    } else {
        bench.report(queries.len());
    }
}

/// All text queries of the definitions, in the order of files and lines.
fn queries() -> Vec<Query> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions/technologies");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files = paths.iter().map(|path| std::fs::read_to_string(path).unwrap());
    let lines: Vec<String> =
        files.flat_map(|file| file.lines().map(String::from).collect::<Vec<_>>()).collect();
    let quoted = |line: &String| {
        let (key, value) = line.split_once(" = ")?;
        let text = matches!(key, "keywords" | "keyword_query").then_some(value)?;
        Some(sextant_query::parse(text.trim_matches('"')).unwrap())
    };
    lines.iter().filter_map(quoted).collect()
}

struct Bench<'a> {
    tagger: &'a Tagger,
    documents: &'a [(&'a str, &'a str)],
}

impl Bench<'_> {
    fn report(&self, queries: usize) {
        let texts = || self.documents.iter().flat_map(|(title, text)| [*title, *text]);
        let bytes: usize = texts().map(str::len).sum();
        let beyond = texts().filter(|text| !text.is_ascii()).count();
        println!("{queries} queries, {} atoms", self.tagger.atoms());
        println!(
            "{} documents, {:.1} MB of text, {beyond} titles or abstracts not ASCII",
            self.documents.len(),
            bytes as f64 / 1e6
        );
        println!("{:<28} {:>7} {:>8} {:>12}", "up to and with", "GB/s", "ns/doc", "count");
        let stages = self.measure();
        for (name, seconds, count) in &stages {
            let per_document = seconds * 1e9 / self.documents.len() as f64;
            let speed = bytes as f64 / seconds / 1e9;
            println!("{name:<28} {speed:>7.3} {per_document:>8.0} {count:>12}");
        }
        println!("{:.0} documents/s on one core", self.documents.len() as f64 / stages[3].1);
    }

    /// The stages in turn, each with all before it; the best of some rounds.
    fn measure(&self) -> [(&'static str, f64, usize); 4] {
        let mut stages = ["words", "filter", "verification (scan)", "evaluation (tags)"]
            .map(|name| (name, f64::INFINITY, 0));
        for _ in 0..ROUNDS {
            for (at, (_, best, count)) in stages.iter_mut().enumerate() {
                let start = Instant::now();
                *count = match at {
                    0 => self.texts(Tagger::count_words),
                    1 => self.texts(Tagger::count_candidates),
                    2 => self.scan(),
                    _ => self.tags(|_| ()),
                };
                *best = best.min(start.elapsed().as_secs_f64());
            }
        }
        stages
    }

    fn texts(&self, count: impl Fn(&Tagger, &str, &mut Scratch) -> usize) -> usize {
        let mut scratch = self.tagger.scratch();
        let mut of = |text: &str| count(self.tagger, text, &mut scratch);
        self.documents.iter().map(|(title, text)| of(title) + of(text)).sum()
    }

    /// Atoms found.
    fn scan(&self) -> usize {
        let mut count = 0;
        self.each(|found| count += found.atoms().count());
        count
    }

    /// Queries found to hold.
    fn tags(&self, mut each: impl FnMut(usize)) -> usize {
        let mut count = 0;
        self.each(|found| {
            for query in self.tagger.tags(found) {
                each(query);
                count += 1;
            }
        });
        count
    }

    fn each(&self, mut then: impl FnMut(&Found)) {
        let (mut scratch, mut found) = (self.tagger.scratch(), self.tagger.empty());
        for (title, text) in self.documents {
            found.clear();
            self.tagger.title(title, &mut scratch, &mut found);
            self.tagger.abstract_(text, &mut scratch, &mut found);
            then(&found);
        }
    }

    fn counts(&self, queries: usize) {
        let mut counts = vec![0_usize; queries];
        let start = Instant::now();
        self.tags(|query| counts[query] += 1);
        println!("seconds {}", start.elapsed().as_secs_f64());
        counts.iter().for_each(|count| println!("{count}"));
    }
}
