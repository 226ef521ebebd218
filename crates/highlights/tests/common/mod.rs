//! Made-up countries, and an independent look at what is claimed about them.

pub(crate) mod check;
pub(crate) mod country;
