//! Whatever the importer reads is a query that prints and reads the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sextant_query::import::import;
use sextant_query::parse;

fuzz_target!(|text: &str| match import(None, text) {
    Ok(imported) => assert_eq!(parse(&imported.query.to_string()), Ok(imported.query)),
    Err(error) => assert!(text.get(error.span()).is_some()),
});
