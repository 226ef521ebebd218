//! Rows of documents, each application once.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use super::document::{Document, Notes, Party};
use crate::read::{Collector, Fault, Out};
use crate::{
    PatentApplication, PatentClass, PatentParty, PatentPerson, PatentText, Rows, SourceError,
    TextPart,
};

/// Classes handed on at once, which are most of the rows.
const BATCH: usize = 1 << 15;

/// What of an application has been emitted.
#[derive(Clone, Copy, Default)]
struct Emitted {
    title: bool,
    abstract_: bool,
    parties: bool,
}

/// Turns documents into rows and remembers, over one raw file, the numbers of the
/// applications and persons that it emitted.
///
/// Several publications of an application give one row of it. Of a later publication
/// come the texts and parties that the earlier ones lacked, and its classes. Where
/// publications follow one another, as those of one number do, the application is
/// granted if one of them says so.
#[derive(Default)]
pub(crate) struct Emitter {
    emitted: BTreeMap<i64, Emitted>,
    known_persons: BTreeSet<i64>,
    /// The application of the last document: the next one may add to it.
    held: Option<PatentApplication>,
    documents: usize,
    notes: Notes,
    applications: Vec<PatentApplication>,
    texts: Vec<PatentText>,
    persons: Vec<PatentPerson>,
    parties: Vec<PatentParty>,
    classes: Vec<PatentClass>,
}

impl Emitter {
    /// Takes a document.
    pub(super) fn take(&mut self, document: Document) {
        self.documents += 1;
        let id = document.application.application;
        self.application(document.application);
        let emitted = self.emitted.entry(id).or_default();
        for (part, text, done) in [
            (TextPart::Title, document.title, &mut emitted.title),
            (TextPart::Abstract, document.abstract_, &mut emitted.abstract_),
        ] {
            if let Some(text) = text.filter(|_| !mem::replace(done, true)) {
                self.texts.push(PatentText { application: id, part, text });
            }
        }
        let has_parties = !(document.applicants.is_empty() && document.inventors.is_empty());
        if has_parties && !mem::replace(&mut emitted.parties, true) {
            self.parties_of(id, &document.applicants, &document.inventors);
        }
        let classes = document.classes.iter();
        self.classes.extend(classes.map(|&(scheme, symbol)| PatentClass {
            application: id,
            scheme,
            symbol,
        }));
    }

    /// Takes a document that yields nothing.
    pub(super) fn take_fault(&mut self, fault: Fault, line: u64, raw: &str) {
        self.documents += 1;
        self.notes.add(fault, line, raw);
    }

    /// Takes what is to be said of parts of a document.
    pub(super) fn take_notes(&mut self, notes: Notes) {
        self.notes.faults.extend(notes.faults);
        self.notes.noted.extend(notes.noted);
    }

    fn application(&mut self, application: PatentApplication) {
        match &mut self.held {
            Some(held) if held.application == application.application => {
                held.granted |= application.granted;
            }
            held => {
                let before = if self.emitted.contains_key(&application.application) {
                    held.take()
                } else {
                    held.replace(application)
                };
                self.applications.extend(before);
            }
        }
    }

    fn parties_of(&mut self, application: i64, applicants: &[Party], inventors: &[Party]) {
        let first = self.parties.len();
        for (place, party) in (1..=u16::MAX).zip(applicants) {
            let person = self.person(party);
            self.parties.push(PatentParty { application, person, applicant: place, inventor: 0 });
        }
        for (place, party) in (1..=u16::MAX).zip(inventors) {
            let person = self.person(party);
            let applicants = self.parties.get_mut(first..).unwrap_or_default();
            let same = applicants.iter_mut().find(|row| row.person == person && row.inventor == 0);
            match same {
                Some(row) => row.inventor = place,
                None => self.parties.push(PatentParty {
                    application,
                    person,
                    applicant: 0,
                    inventor: place,
                }),
            }
        }
    }

    fn person(&mut self, party: &Party) -> i64 {
        let person = party.person();
        if self.known_persons.insert(person) {
            self.persons.push(PatentPerson {
                person,
                country: party.country,
                nuts: crate::NutsCode::new(),
                name: party.name.clone(),
                sector: String::new(),
            });
        }
        person
    }

    /// Hands rows on once there are enough of them.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn pass_on_many(
        &mut self,
        collector: &mut Collector<'_>,
    ) -> Result<(), SourceError> {
        if self.classes.len() < BATCH && self.documents < BATCH / 8 {
            return Ok(());
        }
        self.pass_on(collector)
    }

    /// Hands on all rows, the end of a part having come.
    ///
    /// # Errors
    /// When the sink fails.
    pub(super) fn finish(&mut self, collector: &mut Collector<'_>) -> Result<(), SourceError> {
        self.applications.extend(self.held.take());
        self.pass_on(collector)
    }

    fn pass_on(&mut self, collector: &mut Collector<'_>) -> Result<(), SourceError> {
        let mut out = Out::<()>::with_capacity(0);
        let notes = mem::take(&mut self.notes);
        for reason in notes.noted {
            out.note(reason);
        }
        for note in notes.faults {
            out.fault(note.fault, note.line, note.raw.as_bytes());
        }
        collector.take_faults(mem::take(&mut self.documents), out)?;
        collector.rows(Rows::PatentApplications(mem::take(&mut self.applications)))?;
        collector.rows(Rows::PatentTexts(mem::take(&mut self.texts)))?;
        collector.rows(Rows::PatentPersons(mem::take(&mut self.persons)))?;
        collector.rows(Rows::PatentParties(mem::take(&mut self.parties)))?;
        collector.rows(Rows::PatentClasses(mem::take(&mut self.classes)))?;
        collector.tell_progress();
        Ok(())
    }
}
