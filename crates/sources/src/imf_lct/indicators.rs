//! The eleven indicators of the table.

use crate::Flow;

/// One indicator as the IMF prints it and as we keep it.
pub(super) struct Indicator {
    /// The IMF's text.
    pub(super) printed: &'static str,
    /// Our stable id in [`crate::PublishedValue::indicator`].
    pub(super) id: &'static str,
    /// The IMF's unit.
    pub(super) printed_unit: &'static str,
    /// Ours: `usd`, `percent` or `index`.
    pub(super) unit: &'static str,
    /// Set where the series is a flow of goods.
    pub(super) flow: Option<Flow>,
}

const fn share(printed: &'static str, id: &'static str) -> Indicator {
    Indicator { printed, id, printed_unit: "Percent", unit: "percent", flow: None }
}

const fn money(printed: &'static str, id: &'static str, flow: Option<Flow>) -> Indicator {
    Indicator { printed, id, printed_unit: "US Dollars", unit: "usd", flow }
}

const INDICATORS: [Indicator; 11] = [
    money("Exports of low carbon technology products", "exports", Some(Flow::Export)),
    money("Imports of low carbon technology products", "imports", Some(Flow::Import)),
    money("Total trade in low carbon technology products", "total-trade", None),
    money("Trade balance in low carbon technology products", "trade-balance", None),
    share("Exports of low carbon technology products as percent of GDP", "exports-of-gdp"),
    share("Imports of low carbon technology products as percent of GDP", "imports-of-gdp"),
    share("Total trade in low carbon technology products as percent of GDP", "total-trade-of-gdp"),
    share(
        "Trade balance in low carbon technology products as percent of GDP",
        "trade-balance-of-gdp",
    ),
    share(
        "Exports of low carbon technology products as share of total exports",
        "export-share-of-total",
    ),
    share(
        "Imports of low carbon technology products as share of total imports",
        "import-share-of-total",
    ),
    Indicator {
        printed: "Comparative advantage in low carbon technology products",
        id: "comparative-advantage",
        printed_unit: "Index",
        unit: "index",
        flow: None,
    },
];

/// The indicator that the IMF prints so.
pub(super) fn find(printed: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.printed.eq_ignore_ascii_case(printed))
}
