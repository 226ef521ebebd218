//! Writes a workbook to look at: `cargo run -p sextant-workbook --example write -- OUT.xlsx [LANG]`

use sextant_workbook::{Column, ColumnKind, CreationDate, Sheet, Table, Value, Workbook, write};

const TECHNOLOGIES: [&str; 8] = [
    "Advanced materials",
    "Agri-food technologies",
    "Artificial intelligence",
    "Biotechnology",
    "Health and pharmaceuticals",
    "Photonics",
    "Quantum",
    "Semiconductors",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().ok_or("usage: write OUT.xlsx [LANG]")?;
    let lang = arguments.next().unwrap_or_else(|| "en".into());
    let date = CreationDate { year: 2024, month: 5, day: 1 };
    let mut workbook = Workbook::new("Technology monitor: Belgium", &lang, date)
        .demo("Demo data: invented numbers, not for quotation")
        .sheet(balance())
        .sheet(trend());
    workbook.properties.author = "Sextant".into();
    workbook.properties.subject = "Edition demo, May 2024".into();
    std::fs::write(out, write(&workbook)?)?;
    Ok(())
}

fn balance() -> Sheet {
    let columns = vec![
        Column::new("Technology", ColumnKind::Text),
        Column::new("Exports, million USD", ColumnKind::Number { decimals: 1 }),
        Column::new("Imports, million USD", ColumnKind::Number { decimals: 1 }),
        Column::new("Relative trade balance", ColumnKind::Percent { decimals: 1 }),
        Column::new("Rank in EU27", ColumnKind::Whole),
        Column::new("Year", ColumnKind::Year),
        Column::new("Source", ColumnKind::Text),
    ];
    let rows = (1_u32..).zip(TECHNOLOGIES).map(|(at, name)| balance_row(at, name)).collect();
    Sheet::new("Figure 2", "Relative trade balance by technology")
        .subtitle("Belgium, 2020")
        .unit("Percent of trade volume")
        .table(Table::new("Trade of Belgium by technology, 2020", columns, rows).highlight(2))
        .note("A positive balance means that exports are above imports. The balance is the difference of exports and imports as a share of their sum, so that it lies between -100 and 100 percent and does not depend on the size of the country.")
        .note("* Provisional: fewer than 100 reporters.")
        .source("Source: BACI, CEPII. Licence: Etalab 2.0.")
}

fn balance_row(at: u32, name: &str) -> Vec<Value> {
    let (exports, imports) = (1234.56 * f64::from(at), 999.9 * f64::from(9 - at));
    let value = 100.0 * (exports - imports) / (exports + imports);
    let balance = match at {
        4 => Value::WithFlags { value, flags: "* provisional".into() },
        7 => Value::Missing,
        _ => Value::Number(value),
    };
    vec![
        Value::Text(name.into()),
        Value::Number(exports),
        Value::Number(imports),
        balance,
        Value::Number(f64::from(at)),
        Value::Number(2020.0),
        Value::Text("BACI".into()),
    ]
}

fn trend() -> Sheet {
    let mut columns = vec![Column::new("Year", ColumnKind::Year)];
    let kind = ColumnKind::Percent { decimals: 2 };
    columns.extend(TECHNOLOGIES.iter().map(|name| Column::new(name, kind)));
    let row = |year: u32| {
        let values = (1..=8).map(|at| Value::Number(f64::from(year % 13) / f64::from(at)));
        std::iter::once(Value::Number(f64::from(year))).chain(values).collect()
    };
    let rows = (1995..=2020).rev().map(row).collect();
    Sheet::new("Figure 5", "Share of patents of the world")
        .subtitle("Belgium, 1995 to 2020")
        .unit("Percent of transnational families")
        .table(Table::new("", columns, rows))
        .source("Source: EPO PATSTAT.")
}
