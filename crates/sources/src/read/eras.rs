//! Countries whose three letters meant another territory in earlier years.

use sextant_definitions::{GeoCode, GeoKind, Geographies};

/// A present country before it had its own statistics.
struct Era {
    now: GeoCode,
    /// Last year of the former one.
    to: u16,
    before: GeoCode,
}

/// `BEL` stands for Belgium-Luxembourg up to 1998, `SDN` up to 2011 for Sudan with
/// the South. Files with numeric codes tell them apart, files with ISO codes do
/// not; the year must.
pub(crate) struct Eras {
    eras: Vec<Era>,
}

impl Eras {
    /// Pairs each former country that has no letters of its own with the present
    /// one: by its code, which is that of today and its last year (`SD2011`), and
    /// Belgium-Luxembourg (`BLEU`) with Belgium.
    pub(crate) fn new(geographies: &Geographies) -> Self {
        let former = geographies.all().iter().filter(|g| g.kind == GeoKind::Historical);
        let eras = former.filter_map(|g| {
            let to = g.to?;
            let now = match g.code.as_str() {
                "BLEU" => "BE",
                code => code.strip_suffix(&to.to_string())?,
            };
            Some(Era { now: geographies.by_code(now)?.code, to, before: g.code })
        });
        Self { eras: eras.collect() }
    }

    /// The geography that `code`, found by ISO letters, meant in `year`.
    pub(crate) fn in_year(&self, code: GeoCode, year: u16) -> GeoCode {
        let era = self.eras.iter().find(|era| year <= era.to && era.now == code);
        era.map_or(code, |era| era.before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::geographies;

    #[test]
    fn the_year_tells_what_three_letters_mean() {
        let eras = Eras::new(geographies());
        let meant =
            |code: &str, year| eras.in_year(GeoCode::from(code).unwrap(), year).as_str().to_owned();
        assert_eq!(meant("BE", 1998), "BLEU");
        assert_eq!(meant("BE", 1999), "BE");
        assert_eq!(meant("SD", 2011), "SD2011");
        assert_eq!(meant("SD", 2012), "SD");
        assert_eq!(meant("FR", 1970), "FR");
    }
}
