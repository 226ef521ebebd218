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
        for name in settings.trade.source_order.iter().flatten() {
            if sextant_sources::source(name).is_none() {
                return Err(failed(format!(
                    "trade.source_order names `{name}`, which is no source; `sextant sources` lists them"
                )));
            }
        }
        Ok(settings)
    }

    /// The order of trade sources that applies.
    #[must_use]
    pub fn trade_sources<'a>(&'a self, definitions: &'a Definitions) -> &'a [String] {
        self.trade.source_order.as_deref().unwrap_or(&definitions.trade_rules.source_order)
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
