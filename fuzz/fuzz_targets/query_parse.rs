//! What is read prints as something that reads the same; what is refused says where.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sextant_query::parse;

fuzz_target!(|text: &str| match parse(text) {
    Ok(query) => assert_eq!(parse(&query.to_string()), Ok(query)),
    Err(error) => {
        assert!(text.get(error.span()).is_some());
        assert_eq!(error.marked(text).lines().count(), 2);
    }
});
