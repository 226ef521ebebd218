//! Which settings and which SQL are not the same.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::Kind;
use crate::statements::FOLDERS;
use crate::{MonitorError, Settings};

/// A setting that is not the same in both editions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SettingChange {
    /// Its table and key in `sextant.toml`: `patents.edition_year`.
    pub setting: String,
    /// Its value in the first edition; null where it was not set.
    pub before: Value,
    /// Its value in the second edition.
    pub after: Value,
}

/// An SQL file that is not the same in both editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatementChange {
    /// Path below `indicators/`.
    pub statement: String,
    /// The indicator that it computes, where it is no stage or check before or after one.
    pub indicator: Option<String>,
    /// What happened to it.
    pub kind: Kind,
}

/// The settings that differ, by name.
pub(super) fn settings(
    before: &Settings,
    after: &Settings,
) -> Result<Vec<SettingChange>, MonitorError> {
    let (old, new) = (values(before)?, values(after)?);
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let value = |of: &BTreeMap<String, Value>, name| of.get(name).cloned().unwrap_or_default();
    let changes = names.into_iter().map(|name| SettingChange {
        setting: name.clone(),
        before: value(&old, name),
        after: value(&new, name),
    });
    Ok(changes.filter(|change| change.before != change.after).collect())
}

/// Every setting by its table and key.
fn values(settings: &Settings) -> Result<BTreeMap<String, Value>, MonitorError> {
    let settings = serde_json::to_value(settings)
        .map_err(|error| MonitorError::damaged("edition.json".as_ref(), error))?;
    let mut values = BTreeMap::new();
    for (table, settings) in settings.as_object().into_iter().flatten() {
        for (key, value) in settings.as_object().into_iter().flatten() {
            values.insert(format!("{table}.{key}"), value.clone());
        }
    }
    Ok(values)
}

/// The statements that differ, by path; nothing where one of the editions has not kept
/// their checksums.
pub(super) fn statements(
    before: &BTreeMap<String, String>,
    after: &BTreeMap<String, String>,
) -> Vec<StatementChange> {
    if before.is_empty() || after.is_empty() {
        return Vec::new();
    }
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let change = |path: &String| {
        let kind = Kind::of(before.get(path), after.get(path))?;
        Some(StatementChange { statement: path.clone(), indicator: indicator(path), kind })
    };
    paths.into_iter().filter_map(change).collect()
}

/// The indicator of `trade/trade-exports.sql`; what lies deeper or elsewhere is none.
fn indicator(path: &str) -> Option<String> {
    let (folder, file) = path.rsplit_once('/')?;
    let id = file.strip_suffix(".sql")?;
    FOLDERS.contains(&folder).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_changed_is_told_with_both_values() {
        let mut after = Settings::default();
        after.patents.edition_year = Some(2025);
        after.trade.source_order = Some(vec!["comtrade".into()]);
        let changes = settings(&Settings::default(), &after).unwrap();
        let told: Vec<(&str, &Value)> =
            changes.iter().map(|change| (change.setting.as_str(), &change.after)).collect();
        let order = serde_json::json!(["comtrade"]);
        let year = serde_json::json!(2025);
        assert_eq!(told, [("patents.edition_year", &year), ("trade.source_order", &order)]);
        assert_eq!(changes[0].before, Value::Null);
        assert_eq!(settings(&after, &after).unwrap(), []);
    }

    #[test]
    fn a_statement_that_changed_is_told_with_its_indicator() {
        let sums = |sums: &[(&str, &str)]| -> BTreeMap<String, String> {
            sums.iter().map(|(path, sum)| ((*path).to_owned(), (*sum).to_owned())).collect()
        };
        let before =
            sums(&[("trade/trade-exports.sql", "1"), ("trade/stages/trade_cells.sql", "1")]);
        let after = sums(&[("trade/trade-exports.sql", "2"), ("checks/new.sql", "1")]);
        let changes = statements(&before, &after);
        let told: Vec<_> = changes
            .iter()
            .map(|change| (change.statement.as_str(), change.indicator.as_deref(), change.kind))
            .collect();
        let expected = [
            ("checks/new.sql", None, Kind::Added),
            ("trade/stages/trade_cells.sql", None, Kind::Removed),
            ("trade/trade-exports.sql", Some("trade-exports"), Kind::Changed),
        ];
        assert_eq!(told, expected);
        assert_eq!(statements(&BTreeMap::new(), &after), [], "not known");
    }
}
