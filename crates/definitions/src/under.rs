//! The same definitions, with the technologies as others see them.

use crate::{Alternative, Definitions, Error, PatentQuery};

impl Definitions {
    /// A published set of definitions by its id.
    #[must_use]
    pub fn alternative(&self, id: &str) -> Option<&Alternative> {
        self.alternatives.iter().find(|alternative| alternative.id == id)
    }

    /// The set whose queries are in force, where these are definitions
    /// [`under`](Self::under) one.
    #[must_use]
    pub fn in_force(&self) -> Option<&Alternative> {
        self.alternative(self.under.as_deref()?)
    }

    /// These definitions with the patent queries of a published set in the place of our
    /// own, for every technology that the set knows. Technologies that it does not know,
    /// ecosystems, and everything but patents stay as they are: compare only
    /// [`Alternative::technologies`]. The version of those names the set, and the
    /// fingerprint is another. The set in force is not in [`texts`](Self::texts): written
    /// out and read again they are our own.
    ///
    /// # Errors
    /// [`Error::UnknownAlternative`] when there is no set of this id.
    pub fn under(&self, alternative_id: &str) -> Result<Self, Error> {
        let Some(alternative) = self.alternative(alternative_id) else {
            let known = self.alternatives.iter().map(|alternative| alternative.id.clone());
            let (id, known) = (alternative_id.to_owned(), known.collect());
            return Err(Error::UnknownAlternative { id, known });
        };
        let mut under = self.clone();
        under.under = Some(alternative.id.clone());
        under.patent_queries = replaced(&self.patent_queries, alternative);
        let compared = alternative.technologies();
        for technology in under.technologies.iter_mut().filter(|t| compared.contains(&t.id)) {
            technology.version = format!("{} {}", alternative.id, alternative.version);
        }
        Ok(under)
    }
}

/// Queries with those of a set in their places, and behind them any for technologies that
/// have none of their own.
fn replaced(own: &[PatentQuery], alternative: &Alternative) -> Vec<PatentQuery> {
    let mut others = alternative.patent_queries();
    let mut queries: Vec<PatentQuery> = own
        .iter()
        .map(|own| {
            let place = others.iter().position(|other| other.subject == own.subject);
            place.map_or_else(|| own.clone(), |place| others.remove(place))
        })
        .collect();
    queries.append(&mut others);
    queries
}
