//! Ranks of inventing beside ranks of making.

use std::collections::BTreeMap;

use crate::truth::flags::Flags;
use crate::truth::told::{self, Told};

/// A rank, and the flags of the figure ranked.
pub(super) type Placed = (usize, Flags);

/// Id in the cube.
pub(super) const INVENTED_VERSUS_MADE: &str = "invented-versus-made";

/// By member, the rank in world patents less that in production of the Union: above 0
/// where a country is better placed in making than in inventing.
pub(super) fn invented_versus_made(
    invented: &BTreeMap<String, Placed>,
    made: &BTreeMap<String, Placed>,
) -> Vec<(String, Told)> {
    let both = invented.iter().filter_map(|(geo, invented)| Some((geo, invented, made.get(geo)?)));
    let (names, mut told): (Vec<String>, Vec<(usize, Told)>) = both
        .enumerate()
        .map(|(at, (geo, invented, made))| {
            let ranks = [invented.0, made.0].map(places);
            let flags = invented.1.with(made.1);
            let told = Told::of_parts(ranks[0] - ranks[1], ranks);
            (geo.clone(), (at, Told { flags, sources: "patstat;prodcom", ..told }))
        })
        .unzip();
    told::rank(&mut told, |_| true);
    names.into_iter().zip(told.into_iter().map(|(_, told)| told)).collect()
}

fn places(rank: usize) -> f64 {
    u32::try_from(rank).map_or(f64::MAX, f64::from)
}
