//! Demo data sets, generated and read back.

mod common;
mod determinism;
mod formats;
mod properties;
mod real_codes;
mod truth;
mod truth_others;
