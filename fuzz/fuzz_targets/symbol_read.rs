//! A symbol that is read prints as one that is equal, and lies in what is above it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sextant_query::Symbol;

fuzz_target!(|bytes: &[u8]| {
    let Some(symbol) = Symbol::read(bytes) else { return };
    assert_eq!(Symbol::read(symbol.to_string().as_bytes()), Some(symbol));
    assert_eq!(Symbol::from_packed(symbol.packed()), symbol);
    assert!(symbol.packed() < 1 << 52);
    assert!(symbol.contains(symbol) && symbol <= symbol.last());
    if let Some(above) = symbol.above() {
        assert!(above.contains(symbol) && above < symbol && above.depth() < symbol.depth());
    }
});
