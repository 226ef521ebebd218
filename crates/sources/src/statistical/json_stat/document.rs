//! The document as it stands.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::super::error::StatisticalError;
use crate::read::shown;

/// The document.
#[derive(Deserialize)]
pub(super) struct Document<'a> {
    pub(super) class: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) id: Option<Vec<String>>,
    pub(super) size: Option<Vec<usize>>,
    pub(super) dimension: Option<BTreeMap<String, Dimension>>,
    pub(super) role: Option<Role>,
    #[serde(borrow)]
    pub(super) value: Option<Numbered<'a>>,
    #[serde(borrow)]
    pub(super) status: Option<Numbered<'a>>,
    #[serde(borrow)]
    pub(super) extension: Option<&'a RawValue>,
    #[serde(borrow)]
    pub(super) error: Option<&'a RawValue>,
}

#[derive(Deserialize)]
pub(super) struct Dimension {
    pub(super) category: Category,
}

#[derive(Deserialize)]
pub(super) struct Category {
    pub(super) index: Option<Index>,
    pub(super) label: Option<BTreeMap<String, serde::de::IgnoredAny>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Index {
    Listed(Vec<String>),
    Placed(BTreeMap<String, usize>),
}

#[derive(Default, Deserialize)]
pub(super) struct Role {
    #[serde(default)]
    pub(super) time: Vec<String>,
}

/// What `extension` may say; other publishers say other things.
#[derive(Default, Deserialize)]
pub(super) struct Extension {
    pub(super) id: Option<String>,
}

/// A list, an object by number, or one text for all.
pub(super) enum Numbered<'a> {
    Each(Vec<(usize, &'a RawValue)>),
    All(String),
}

impl<'de: 'a, 'a> Deserialize<'de> for Numbered<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NumberedVisitor)
    }
}

struct NumberedVisitor;

impl<'de> Visitor<'de> for NumberedVisitor {
    type Value = Numbered<'de>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an array, an object whose names are numbers of cells, or a text")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Numbered::All(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut found = Vec::new();
        while let Some(value) = from.next_element()? {
            found.push((found.len(), value));
        }
        Ok(Numbered::Each(found))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Self::Value, A::Error> {
        let mut found = Vec::new();
        while let Some((name, value)) = from.next_entry::<&str, &RawValue>()? {
            let number = name.parse().map_err(|_| {
                serde::de::Error::custom(format_args!("`{name}` is no number of a cell"))
            })?;
            found.push((number, value));
        }
        Ok(Numbered::Each(found))
    }
}

/// Parses a document and sees to it that it is a data set.
///
/// # Errors
/// When it is not, is cut, or says that something went wrong.
pub(super) fn document<'a>(label: &str, text: &'a str) -> Result<Document<'a>, StatisticalError> {
    let file = label.to_owned();
    let parsed: Result<Document<'a>, serde_json::Error> = serde_json::from_str(text);
    let document = parsed.map_err(|error| StatisticalError::BadJson {
        file: file.clone(),
        line: error.line(),
        column: error.column(),
        detail: error.to_string(),
    })?;
    if let Some(error) = document.error {
        return Err(StatisticalError::MessageOnly { file, message: shown(error.get().as_bytes()) });
    }
    match document.class.as_deref() {
        Some("dataset") | None => {}
        Some(class) => {
            let found = format!("the class {class}");
            return Err(StatisticalError::NotJsonStat { file, found });
        }
    }
    let parts = [
        ("id", document.id.is_some()),
        ("size", document.size.is_some()),
        ("dimension", document.dimension.is_some()),
        ("value", document.value.is_some()),
    ];
    match parts.iter().find(|(_, there)| !there) {
        None => Ok(document),
        Some((name, _)) => {
            Err(StatisticalError::NotJsonStat { file, found: format!("no `{name}`") })
        }
    }
}
