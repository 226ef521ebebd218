//! How often a word pattern is met, so that proximities wait for their rarest word.
//!
//! Only speed depends on these figures.

use super::pattern::{Pattern, first_eight};

/// Words of patents in English, by how often they come in a million, roughly.
const FREQUENT: [(u64, &str); 4] = [
    (
        20_000,
        "a an and are as at be by comprising first for from in is of on one or second said that the to which with wherein",
    ),
    (
        3_000,
        "apparatus arranged between can comprises configured connected control data device each end film having includes including \
         information invention layer least material may member method more object part plate plurality portion present \
         processing provided relates side signal structure substrate such surface system thereof unit use used utility \
         model using when wherein",
    ),
    (
        800,
        "air application arm assembly base based battery body box cell circuit communication component composition computer \
         contact cooling current detection direction display drive driving electrode electronic element energy equipment \
         fixed flow fluid formed frame gas group heat high image inner input lower machine main manufacturing means memory \
         module motor mounting network node optical outer output pipe position power preparation process product production \
         pressure ring rod rotating semiconductor sensor set shaft shell source storage support surface target temperature \
         terminal time tube type upper user value valve vehicle voltage water wheel wireless",
    ),
    (
        150,
        "access acid active algorithm angle antenna array arrangement assist automatic autonomous big blade car carbon \
         charging chip cloud code coil collector compound concentration condition conductive connection container control \
         converter cutting decision deep detecting detector digital distributed driver dynamic efficiency efficient emitting \
         environment external factor farm fiber field filter fleet function generator grid hole home house housing intelligent \
         internal internet large laser learning lens light liquid load logic low management manipulator map mechanical mechanism \
         medium metal mill mobile monitoring movement nano net neural number oil operation oxide panel particle path physical \
         plant plastic pump random receiving record reduce reference region resin resistance robot salt saving screen security \
         self server service sheet shape silicon smart solar solution space speed spring state station steel strength \
         switch test thermal thing things transistor transmission transport treatment tree turbine vector video wafer wall \
         waste wave web wind window wire",
    ),
];

/// What a word that is not listed is met, in a million, for each number of its bytes
/// that are given when it is truncated.
const UNLISTED: [u64; 9] = [1_000_000, 40_000, 8_000, 1_500, 400, 120, 40, 20, 10];

/// How often words of a pattern are met in a million words.
pub(super) fn frequency(pattern: &Pattern) -> u64 {
    let listed: u64 = FREQUENT
        .iter()
        .flat_map(|(often, words)| words.split_ascii_whitespace().map(move |word| (often, word)))
        .filter(|(_, word)| pattern.is_at(word.as_bytes(), 0, first_eight(word.as_bytes(), 0)))
        .map(|(often, _)| often)
        .sum();
    let given = usize::try_from(pattern.given()).unwrap_or(0);
    listed + if pattern.is_open() { UNLISTED[given] } else { UNLISTED[given].min(100) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Word;

    #[test]
    fn rarer_words_cost_less() {
        let cost = |pattern: &str, truncated| {
            frequency(&Pattern::new(&Word { pattern: pattern.into(), truncated }))
        };
        assert!(cost("machine", true) > cost("learn", true));
        assert!(cost("system", false) > cost("dataset", true));
        assert!(cost("a", true) > cost("a", false));
        assert!(cost("", true) >= 1_000_000);
    }
}
