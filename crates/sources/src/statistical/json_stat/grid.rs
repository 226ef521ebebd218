//! The dimensions of a data set, and what its cells are called.

use super::super::cell::is_time;
use super::super::error::StatisticalError;
use super::document::{Category, Document, Extension, Index};
use crate::read::list;

/// The dimensions and their codes.
pub(super) struct Grid {
    pub(super) dataset: String,
    pub(super) names: Vec<String>,
    codes: Vec<Vec<String>>,
    pub(super) time: usize,
    /// Number of cells.
    pub(super) size: usize,
}

impl Grid {
    /// Takes the dimensions out of `document`.
    pub(super) fn of(label: &str, document: &mut Document<'_>) -> Result<Self, StatisticalError> {
        let ids = document.id.take().unwrap_or_default();
        let sizes = document.size.take().unwrap_or_default();
        let contradiction =
            |detail: String| StatisticalError::Contradiction { file: label.to_owned(), detail };
        if ids.len() != sizes.len() {
            let (ids, sizes) = (ids.len(), sizes.len());
            return Err(contradiction(format!("`id` names {ids} dimensions and `size` {sizes}")));
        }
        let mut dimensions = document.dimension.take().unwrap_or_default();
        let mut codes = Vec::with_capacity(ids.len());
        for (id, size) in ids.iter().zip(&sizes) {
            let dimension = dimensions.remove(id);
            let dimension = dimension
                .ok_or_else(|| contradiction(format!("`dimension` lacks `{id}` of `id`")))?;
            let listed = dimension.category.codes(*size).ok_or_else(|| {
                contradiction(format!("the codes of dimension `{id}` are not {size} in a row"))
            })?;
            codes.push(listed);
        }
        let size = sizes.iter().try_fold(1_usize, |product, size| product.checked_mul(*size));
        let size = size.ok_or_else(|| contradiction("`size` is beyond counting".to_owned()))?;
        let role = document.role.take().unwrap_or_default().time;
        let found = ids.iter().position(|id| role.contains(id));
        let Some(time) = found.or_else(|| ids.iter().position(|id| is_time(id))) else {
            let (file, found) = (label.to_owned(), list(&ids));
            return Err(StatisticalError::NoTime { file, found });
        };
        let extension = document.extension.and_then(|raw| serde_json::from_str(raw.get()).ok());
        let Extension { id } = extension.unwrap_or_default();
        let names = ids.iter().map(|id| id.to_ascii_lowercase()).collect();
        Ok(Self { dataset: id.unwrap_or_default(), names, codes, time, size })
    }

    /// Codes of a cell by its number.
    pub(super) fn codes(&self, mut number: usize) -> Option<Vec<&str>> {
        if number >= self.size {
            return None;
        }
        let mut codes = Vec::with_capacity(self.codes.len());
        for listed in self.codes.iter().rev() {
            codes.push(listed.get(number % listed.len())?.as_str());
            number /= listed.len();
        }
        codes.reverse();
        Some(codes)
    }
}

impl Category {
    /// The codes by place; None when they are not `size` codes in places 0 to `size` - 1.
    fn codes(self, size: usize) -> Option<Vec<String>> {
        let codes: Vec<String> = match self.index {
            Some(Index::Listed(codes)) => codes,
            Some(Index::Placed(places)) => {
                let mut places: Vec<(usize, String)> =
                    places.into_iter().map(|(code, at)| (at, code)).collect();
                places.sort_unstable();
                let in_a_row = places.iter().enumerate().all(|(at, (place, _))| at == *place);
                in_a_row.then(|| places.into_iter().map(|(_, code)| code).collect())?
            }
            // A dimension of one code may do without a list.
            None => self.label?.into_keys().collect(),
        };
        (codes.len() == size).then_some(codes)
    }
}
