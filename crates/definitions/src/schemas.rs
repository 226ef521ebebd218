//! JSON Schemas of the definition files, for editors that complete and check.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};

use crate::expansions::ExpansionsFile;
use crate::geography::GeographyFile;
use crate::production::ProdcomChangesFile;
use crate::rates::ExchangeRatesFile;
use crate::wipo_field::WipoFieldFile;
use crate::{
    Alternative, CategoryMap, Ecosystem, InvestmentRules, PatentRules, ProductGroup,
    ProductionRules, Sector, Technology, TradeRules,
};

/// Every schema: name of its file in `definitions/schemas/`, and its text.
#[must_use]
pub fn all() -> Vec<(&'static str, String)> {
    vec![
        ("alternative.json", schema::<Alternative>()),
        ("ecosystem.json", schema::<Ecosystem>()),
        ("exchange-rates.json", schema::<ExchangeRatesFile>()),
        ("expansions.json", schema::<ExpansionsFile>()),
        ("geographies.json", schema::<GeographyFile>()),
        ("investment-categories.json", schema::<CategoryMap>()),
        ("investment-rules.json", schema::<InvestmentRules>()),
        ("patent-rules.json", schema::<PatentRules>()),
        ("prodcom-changes.json", schema::<ProdcomChangesFile>()),
        ("product-group.json", schema::<ProductGroup>()),
        ("sector.json", schema::<Sector>()),
        ("production-rules.json", schema::<ProductionRules>()),
        ("technology.json", schema::<Technology>()),
        ("trade-rules.json", schema::<TradeRules>()),
        ("wipo-fields.json", schema::<WipoFieldFile>()),
    ]
}

fn schema<T: JsonSchema>() -> String {
    let generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let schema = generator.into_root_schema_for::<T>();
    // Alternate formatting indents; a JSON value cannot fail to print.
    format!("{:#}\n", schema.to_value())
}
