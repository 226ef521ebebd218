//! Demo data sets, generated and read back.

mod common;
mod determinism;
mod formats;
mod patents;
mod patstat;
mod properties;
mod real_codes;
mod truth;
mod truth_others;
