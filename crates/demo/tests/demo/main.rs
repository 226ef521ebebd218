//! Demo data sets, generated and read back.

mod alternatives;
mod common;
mod determinism;
mod formats;
mod investment;
mod patents;
mod patstat;
mod production;
mod properties;
mod real_codes;
mod sectors;
mod truth;
mod truth_others;
