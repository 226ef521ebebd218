//! The bibliographic data of a European publication, by INID code.

use sextant_definitions::Geographies;
use sextant_query::{Scheme, Symbol};

use crate::SourceError;
use crate::patent_xml::{
    Notes, Party, Xml, collapsed, cpc_symbol, first_english, ipc_symbol, old_ipc_symbol, residence,
};

/// What `SDOBI` holds, as it stands.
#[derive(Default)]
pub(super) struct Bibliography {
    /// B130.
    pub(super) kind: String,
    /// B210.
    pub(super) number: String,
    /// B220.
    pub(super) filed: String,
    /// B320.
    pub(super) priorities: Vec<String>,
    /// B510EP, B520EP; B510 where there is no B510EP.
    pub(super) classes: Vec<(Scheme, Symbol)>,
    early_ipc: Vec<(Scheme, Symbol)>,
    /// B540, in English.
    pub(super) title: Option<String>,
    /// B711.
    pub(super) applicants: Vec<Party>,
    /// B721.
    pub(super) inventors: Vec<Party>,
    /// B731.
    pub(super) proprietors: Vec<Party>,
    /// B861.
    pub(super) international: String,
}

impl Bibliography {
    /// Reads the `SDOBI` opened last.
    ///
    /// # Errors
    /// When the file is not well-formed.
    pub(super) fn read(
        xml: &mut Xml<'_>,
        geographies: &Geographies,
        notes: &mut Notes,
    ) -> Result<Self, SourceError> {
        let mut found = Self::default();
        let mut within = 0_u8;
        loop {
            match xml.child()? {
                None if within == 0 => return Ok(found.completed()),
                None => within -= 1,
                // What only groups others.
                Some(
                    "B100" | "B200" | "B300" | "B500" | "B700" | "B710" | "B720" | "B730" | "B800"
                    | "B860",
                ) => within += 1,
                Some("B711") => found.applicants.push(party(xml, geographies, notes)?),
                Some("B721") => found.inventors.push(party(xml, geographies, notes)?),
                Some("B731") => found.proprietors.push(party(xml, geographies, notes)?),
                Some("B510" | "B510EP" | "B520EP" | "B520") => found.symbols(xml, notes)?,
                Some("B540") => found.titles(xml, notes)?,
                Some("B130") => found.kind = collapsed(xml.text()?),
                Some("B210") => found.number = collapsed(xml.text()?),
                Some("B220") => found.filed = inner(xml, "date")?,
                Some("B320") => found.priorities.push(inner(xml, "date")?),
                Some("B861") => found.international = inner(xml, "anum")?,
                Some(_) => xml.skip()?,
            }
        }
    }

    fn completed(mut self) -> Self {
        if !self.classes.iter().any(|(scheme, _)| *scheme == Scheme::Ipc) {
            self.classes.append(&mut self.early_ipc);
        }
        self
    }

    /// Reads titles, each behind its language.
    fn titles(&mut self, xml: &mut Xml<'_>, notes: &mut Notes) -> Result<(), SourceError> {
        let mut language = None;
        while let Some(name) = xml.child()? {
            match name {
                "B541" => language = Some(collapsed(xml.text()?)),
                "B542" => first_english(xml, &mut self.title, language.as_deref(), notes)?,
                _ => xml.skip()?,
            }
        }
        Ok(())
    }

    /// Reads symbols: `B511` to `B513` of early editions, `classification-ipcr` and
    /// `classification-cpc` of later ones, the latter in a list of their own or not.
    fn symbols(&mut self, xml: &mut Xml<'_>, notes: &mut Notes) -> Result<(), SourceError> {
        let mut within = 0_u8;
        loop {
            let (list, scheme, read): (_, _, fn(&str) -> Option<Symbol>) = match xml.child()? {
                None if within == 0 => return Ok(()),
                None => {
                    within -= 1;
                    continue;
                }
                Some("classifications-ipcr" | "classifications-cpc") => {
                    within += 1;
                    continue;
                }
                Some("classification-ipcr") => (&mut self.classes, Scheme::Ipc, ipc_symbol),
                Some("classification-cpc") => (&mut self.classes, Scheme::Cpc, cpc_symbol),
                Some("B511" | "B512" | "B513") => {
                    (&mut self.early_ipc, Scheme::Ipc, old_ipc_symbol)
                }
                Some(_) => {
                    xml.skip()?;
                    continue;
                }
            };
            let line = xml.line();
            let text = xml.text()?;
            notes.class(list, scheme, read(text), (line, text));
        }
    }
}

/// The text of the first element called `name` in the one opened last, at any depth.
fn inner(xml: &mut Xml<'_>, name: &str) -> Result<String, SourceError> {
    let mut within = 0_u64;
    let mut found = None;
    loop {
        match xml.child()? {
            None if within == 0 => return Ok(found.unwrap_or_default()),
            None => within -= 1,
            Some(child) if child == name && found.is_none() => {
                found = Some(collapsed(xml.text()?));
            }
            Some(_) => within += 1,
        }
    }
}

/// Reads a person: a name and an address with a country.
fn party(
    xml: &mut Xml<'_>,
    geographies: &Geographies,
    notes: &mut Notes,
) -> Result<Party, SourceError> {
    let (mut name, mut country) = (String::new(), String::new());
    while let Some(child) = xml.child()? {
        match child {
            "snm" => name = collapsed(xml.text()?),
            "adr" => country = inner(xml, "ctry")?,
            _ => xml.skip()?,
        }
    }
    let country = residence(&country, geographies, notes);
    Ok(Party { name, country })
}
