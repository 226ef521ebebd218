//! A made-up sheet for looking at: `cargo run -p sextant-pdf --example sample -- OUT.pdf [lang]`.

#![allow(clippy::print_stderr, reason = "an example speaks to its user")]

mod document;
mod pictures;
mod texts;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("Give the file to write: sample OUT.pdf [en|nl|fr|zh]");
        return ExitCode::FAILURE;
    };
    let lang = arguments.next().unwrap_or_else(|| "en".to_owned());
    match write(&path, &lang) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write(path: &str, lang: &str) -> Result<(), Box<dyn std::error::Error>> {
    let sheet = document::sample(lang).ok_or("There are texts in en, nl, fr and zh.")?;
    std::fs::write(path, sextant_pdf::render(&sheet)?)?;
    Ok(())
}
