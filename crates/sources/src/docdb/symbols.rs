//! Classification symbols of a document.

use sextant_query::{Scheme, Symbol};

use crate::SourceError;
use crate::patent_xml::{Notes, Xml, cpc_symbol, ipc_symbol, old_ipc_symbol};

/// Symbols by scheme, those of the early IPC apart.
#[derive(Default)]
pub(super) struct Symbols {
    found: Vec<(Scheme, Symbol)>,
    has_ipc: bool,
    early: Vec<(Scheme, Symbol)>,
}

impl Symbols {
    /// Reads `classifications-ipcr`.
    ///
    /// # Errors
    /// When the file is not well-formed.
    pub(super) fn ipcr(&mut self, xml: &mut Xml<'_>, notes: &mut Notes) -> Result<(), SourceError> {
        while xml.child()?.is_some() {
            if xml.says("status", "D") {
                xml.skip()?;
                continue;
            }
            while let Some(name) = xml.child()? {
                if name == "text" {
                    self.has_ipc = true;
                    let line = xml.line();
                    let text = xml.text()?;
                    notes.class(&mut self.found, Scheme::Ipc, ipc_symbol(text), (line, text));
                } else {
                    xml.skip()?;
                }
            }
        }
        Ok(())
    }

    /// Reads `classification-ipc`, the first to seventh edition.
    ///
    /// # Errors
    /// When the file is not well-formed.
    pub(super) fn early_ipc(
        &mut self,
        xml: &mut Xml<'_>,
        notes: &mut Notes,
    ) -> Result<(), SourceError> {
        while let Some(name) = xml.child()? {
            if matches!(name, "main-classification" | "further-classification") {
                let line = xml.line();
                let text = xml.text()?;
                notes.class(&mut self.early, Scheme::Ipc, old_ipc_symbol(text), (line, text));
            } else {
                xml.skip()?;
            }
        }
        Ok(())
    }

    /// Reads `patent-classifications`: CPC symbols, alone or in combination sets, among
    /// those of other schemes.
    ///
    /// # Errors
    /// When the file is not well-formed.
    pub(super) fn patent_classifications(
        &mut self,
        xml: &mut Xml<'_>,
        notes: &mut Notes,
    ) -> Result<(), SourceError> {
        let mut sets = 0_usize;
        loop {
            match xml.child()? {
                None if sets == 0 => return Ok(()),
                None => sets -= 1,
                Some("patent-classification") => self.patent_classification(xml, notes)?,
                Some("combination-set" | "combination-rank") => sets += 1,
                Some(_) => xml.skip()?,
            }
        }
    }

    fn patent_classification(
        &mut self,
        xml: &mut Xml<'_>,
        notes: &mut Notes,
    ) -> Result<(), SourceError> {
        let mut counts = !xml.says("status", "D");
        let mut symbol = (0, String::new());
        while let Some(name) = xml.child()? {
            match name {
                "classification-scheme" => {
                    let scheme = xml.attribute("scheme");
                    counts &= scheme.is_some_and(|scheme| scheme.starts_with("CPC"));
                    xml.skip()?;
                }
                "classification-symbol" => symbol = (xml.line(), xml.text()?.to_owned()),
                "classification-status" => counts &= xml.text()?.trim() != "D",
                _ => xml.skip()?,
            }
        }
        if counts && !symbol.1.is_empty() {
            let read = cpc_symbol(&symbol.1);
            notes.class(&mut self.found, Scheme::Cpc, read, (symbol.0, &symbol.1));
        }
        Ok(())
    }

    /// All symbols; those of the early IPC where there are no others of the IPC.
    pub(super) fn into_list(self) -> Vec<(Scheme, Symbol)> {
        let mut list = self.found;
        if !self.has_ipc {
            list.extend(self.early);
        }
        list
    }
}
