//! `sextant.toml` of a workspace.

use serde::{Deserialize, Serialize};
use sextant_definitions::Definitions;
use sextant_lake::Workspace;

use crate::MonitorError;

/// What a user may set. Everything has a default; an unknown key is an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Settings of the trade indicators.
    pub trade: TradeSettings,
    /// Settings of the patent indicators.
    pub patents: PatentSettings,
}

/// Settings of the patent indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PatentSettings {
    /// Sources in order of preference. Default: `definitions/rules/patents.toml`.
    pub source_order: Option<Vec<String>>,
    /// The year in which the data were drawn, for saying which years are not complete.
    /// Default: the year after the last that holds more than strays.
    pub edition_year: Option<i32>,
}

/// Settings of the trade indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TradeSettings {
    /// Sources in order of preference, where several give the same cell. Those not
    /// named come after, by name. Default: `definitions/rules/trade.toml`.
    pub source_order: Option<Vec<String>>,
}

impl Settings {
    /// Reads the settings of a workspace; the defaults when there are none.
    ///
    /// # Errors
    /// When the file is not TOML, has an unknown key, or names an unknown source.
    pub fn read(workspace: &Workspace) -> Result<Self, MonitorError> {
        let path = workspace.settings_file();
        let failed = |reason: String| MonitorError::Settings { path: path.clone(), reason };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Self::default());
            }
            Err(error) => return Err(failed(error.to_string())),
        };
        let settings: Self = toml::from_str(&text).map_err(|error| failed(error.to_string()))?;
        let orders =
            [("trade", &settings.trade.source_order), ("patents", &settings.patents.source_order)];
        for (part, order) in orders {
            let mut unknown = order.iter().flatten();
            if let Some(name) = unknown.find(|name| sextant_sources::source(name).is_none()) {
                return Err(failed(format!(
                    "{part}.source_order names `{name}`, which is no source; `sextant sources` lists them"
                )));
            }
        }
        Ok(settings)
    }

    /// The order of sources that applies: those of trade, of patents, of production and of
    /// investment, which never give the same cell.
    #[must_use]
    pub fn source_order(&self, definitions: &Definitions) -> Vec<String> {
        let trade = self.trade.source_order.as_ref();
        let patents = self.patents.source_order.as_ref();
        let trade = trade.unwrap_or(&definitions.trade_rules.source_order);
        let patents = patents.unwrap_or(&definitions.patent_rules.source_order);
        let others = [
            &definitions.production_rules.source_order,
            &definitions.investment_rules.source_order,
        ];
        trade.iter().chain(patents).chain(others.into_iter().flatten()).cloned().collect()
    }
}

/// The definitions that apply to a workspace: its own `definitions/` folder when it
/// has one, else the built-in ones.
///
/// # Errors
/// When a file cannot be read or is not valid.
pub fn definitions(workspace: &Workspace) -> Result<Definitions, MonitorError> {
    let own = workspace.definitions();
    Ok(if own.is_dir() { Definitions::load(&own)? } else { Definitions::builtin()? })
}
