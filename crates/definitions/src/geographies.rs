//! All places that trade, and how to find one by any spelling.

use std::collections::BTreeMap;

use crate::geography::{GeoCode, GeoKind, Geography};

/// All places that trade. Every lookup ignores blanks around a text, since some
/// published code tables are blank padded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Geographies {
    all: Vec<Geography>,
    eu27: Vec<GeoCode>,
    code: BTreeMap<String, usize>,
    iso2: BTreeMap<String, usize>,
    iso3: BTreeMap<String, usize>,
    comtrade: BTreeMap<u16, usize>,
    baci: BTreeMap<u16, usize>,
    eurostat: BTreeMap<String, usize>,
    imf: BTreeMap<String, usize>,
}

impl Geographies {
    /// Builds the lookups. The caller has checked that no spelling names two places.
    pub(crate) fn new(mut all: Vec<Geography>) -> Self {
        all.sort_by_key(|geography| geography.code);
        let mut built = Self::default();
        for (index, geography) in all.iter().enumerate() {
            built.add(index, geography);
        }
        built.eu27 = all
            .iter()
            .find(|g| g.code.as_str() == "EU27")
            .map_or_else(Vec::new, |g| g.members.clone());
        built.all = all;
        built
    }

    fn add(&mut self, index: usize, geography: &Geography) {
        self.code.insert(geography.code.to_string(), index);
        for text in geography.iso2_spellings() {
            self.iso2.insert(text.to_owned(), index);
        }
        for text in geography.iso3_spellings() {
            self.iso3.insert(text.to_owned(), index);
        }
        self.comtrade.extend(geography.comtrade.iter().map(|code| (*code, index)));
        self.baci.extend(geography.baci.iter().map(|code| (*code, index)));
        self.eurostat.extend(geography.eurostat.iter().map(|text| (text.clone(), index)));
        self.imf.extend(geography.imf_names.iter().map(|text| (text.clone(), index)));
    }

    fn text(&self, map: &BTreeMap<String, usize>, key: &str) -> Option<&Geography> {
        map.get(key.trim()).and_then(|index| self.all.get(*index))
    }

    fn number(&self, map: &BTreeMap<u16, usize>, key: u16) -> Option<&Geography> {
        map.get(&key).and_then(|index| self.all.get(*index))
    }

    /// All of them, sorted by code.
    #[must_use]
    pub fn all(&self) -> &[Geography] {
        &self.all
    }

    /// By the code used throughout Sextant.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Geography> {
        self.text(&self.code, code)
    }

    /// By ISO alpha-2 code as sources write it. `NA` is Namibia.
    #[must_use]
    pub fn by_iso2(&self, text: &str) -> Option<&Geography> {
        self.text(&self.iso2, text)
    }

    /// By ISO alpha-3 code as sources write it, UN Comtrade's inventions included:
    /// `S19` is Taiwan, `W00` the world, `R20` and the like are areas not specified.
    #[must_use]
    pub fn by_iso3(&self, text: &str) -> Option<&Geography> {
        self.text(&self.iso3, text)
    }

    /// By reporter or partner code of UN Comtrade: 251 is France, 58
    /// Belgium-Luxembourg, 0 the world.
    #[must_use]
    pub fn by_comtrade(&self, code: u16) -> Option<&Geography> {
        self.number(&self.comtrade, code)
    }

    /// By country code of CEPII BACI.
    #[must_use]
    pub fn by_baci(&self, code: u16) -> Option<&Geography> {
        self.number(&self.baci, code)
    }

    /// By Eurostat's code. Greece is `EL` in some data sets and `GR` in others, the
    /// United Kingdom `UK` or `GB`; both are understood.
    #[must_use]
    pub fn by_eurostat(&self, text: &str) -> Option<&Geography> {
        self.text(&self.eurostat, text)
    }

    /// By the name that IMF tables print.
    #[must_use]
    pub fn by_imf_name(&self, name: &str) -> Option<&Geography> {
        self.text(&self.imf, name)
    }

    /// The 27 Member States of the European Union since 2020, sorted by code.
    #[must_use]
    pub fn eu27(&self) -> &[GeoCode] {
        &self.eu27
    }

    /// Whether a code is that of a Member State of the EU27.
    #[must_use]
    pub fn is_eu27(&self, code: &str) -> bool {
        self.eu27.iter().any(|member| member.as_str() == code)
    }

    /// All places of one kind, sorted by code.
    pub fn of_kind(&self, kind: GeoKind) -> impl Iterator<Item = &Geography> {
        self.all.iter().filter(move |geography| geography.kind == kind)
    }
}
