//! The rows of a declaration: the world, sometimes partners, sometimes traps.

use std::collections::BTreeMap;

use sextant_definitions::GeoKind;

use crate::Error;
use crate::comtrade::Edition;
use crate::comtrade::columns::{ELSEWHERE, Party, Row, WORLD};
use crate::comtrade::declaration::Lines;
use crate::comtrade::reporter::{Reporter, comtrade_code};
use crate::draws::Topic;
use crate::ledger::Cell;
use crate::output::Output;
use crate::shortest::Declared;
use crate::world::World;

/// Comtrade's code of the European Union as a partner, an aggregate.
const EUROPEAN_UNION: u16 = 97;

/// Shares of the named partners, per mille; the rest goes to areas not specified.
const SHARES: [u64; 3] = [450, 300, 150];

/// Writes the rows of one file.
pub(super) struct Rows<'a> {
    world: &'a World<'a>,
    edition: &'a Edition,
    output: Output,
    partners: Vec<(u16, String, String)>,
    union: bool,
    left_out: BTreeMap<&'static str, u64>,
}

impl<'a> Rows<'a> {
    pub(super) fn new(world: &'a World<'a>, edition: &'a Edition, output: Output) -> Self {
        let geographies = &world.definitions.geographies;
        let partners =
            world.countries.iter().filter(|c| c.trades_in(edition.year)).filter_map(|c| {
                let geography = geographies.by_code(&c.code)?;
                let code = comtrade_code(geographies, geography)?;
                Some((code, geography.iso3.clone()?, geography.names.en.clone()))
            });
        let union =
            geographies.by_comtrade(EUROPEAN_UNION).is_some_and(|g| g.kind == GeoKind::Aggregate);
        let (partners, left_out) = (partners.collect(), BTreeMap::new());
        Self { world, edition, output, partners, union, left_out }
    }

    pub(super) fn into_parts(self) -> (Output, BTreeMap<&'static str, u64>) {
        (self.output, self.left_out)
    }

    /// Writes a declaration and tells what it amounts to, product by product.
    pub(super) fn write(
        &mut self,
        reporter: &Reporter,
        flow: usize,
        lines: &Lines,
    ) -> Result<Declared, Error> {
        let mut declared = Declared::new();
        for (product, milli) in lines {
            let row = self.world_row(reporter, flow, product, *milli);
            declared.insert(product.clone(), self.product(reporter, &row)?);
        }
        Ok(declared)
    }

    fn world_row<'r>(
        &self,
        reporter: &'r Reporter,
        flow: usize,
        product: &'r str,
        milli: u64,
    ) -> Row<'r> {
        Row {
            year: self.edition.year,
            classification: self.edition.vintage.comtrade_code(),
            reporter: Party(reporter.code, &reporter.iso3, &reporter.name),
            flow: if flow == 0 { ("X", "Export") } else { ("M", "Import") },
            partner: WORLD,
            partner2: WORLD,
            product,
            leaf: product.len() == 6,
            customs: ("C00", "TOTAL CPC"),
            transport: (0, "TOTAL MOT"),
            milli,
        }
    }

    /// One product: one row for the world; for some subheadings partners beside it
    /// or in its place; for some, rows that must be left out.
    fn product(&mut self, reporter: &Reporter, row: &Row<'_>) -> Result<Cell, Error> {
        let key = self.key(reporter, row);
        let draw = self.world.draws.at(Topic::Partners, &key) % 16;
        let alone = row.leaf && draw == 0;
        if !alone {
            self.emit(row)?;
        }
        let rows = if row.leaf && draw < 4 { self.by_partner(reporter, row, alone)? } else { 1 };
        if row.leaf && self.world.draws.one_in(Topic::Trap, &key, 20) {
            self.traps(row)?;
        }
        let milli = i64::try_from(row.milli).unwrap_or(i64::MAX);
        Ok(if alone { Cell { milli, rows } } else { Cell::one(milli) })
    }

    /// The same value by partner; the rows that add up to it are counted. Where the
    /// world is not told, the European Union is, and must not be added.
    fn by_partner(
        &mut self,
        reporter: &Reporter,
        row: &Row<'_>,
        alone: bool,
    ) -> Result<i64, Error> {
        let start =
            self.world.draws.index(Topic::Partners, &self.key(reporter, row), self.partners.len());
        let around = (0..self.partners.len()).map(|step| (start + step) % self.partners.len());
        let chosen: Vec<(u16, String, String)> = around
            .map(|at| self.partners[at].clone())
            .filter(|partner| partner.0 != reporter.code)
            .take(SHARES.len())
            .collect();
        let (mut rest, mut rows) = (row.milli, 1);
        for ((code, iso3, name), share) in chosen.iter().zip(SHARES) {
            let milli = row.milli / 1000 * share;
            rest -= milli;
            rows += 1;
            self.emit(&Row { partner: Party(*code, iso3, name), milli, ..*row })?;
        }
        self.emit(&Row { partner: ELSEWHERE, milli: rest, ..*row })?;
        if alone && self.union {
            let union = Party(EUROPEAN_UNION, "EUR", "European Union");
            self.emit(&Row { partner: union, milli: row.milli / 2, ..*row })?;
        }
        Ok(rows)
    }

    /// Rows that are parts of the total and would double it.
    fn traps(&mut self, row: &Row<'_>) -> Result<(), Error> {
        let milli = row.milli / 3;
        let inward = ("C06", "Inward processing");
        let china = Party(156, "CHN", "China");
        let (reason, again) = if row.flow.0 == "X" {
            ("re-export-flow", ("RX", "Re-export"))
        } else {
            ("re-import-flow", ("RM", "Re-import"))
        };
        self.trap("other-customs-procedure", &Row { customs: inward, milli, ..*row })?;
        self.trap("other-mode-of-transport", &Row { transport: (1000, "Air"), milli, ..*row })?;
        self.trap("second-partner", &Row { partner2: china, milli, ..*row })?;
        self.trap(reason, &Row { flow: again, milli, ..*row })
    }

    fn trap(&mut self, reason: &'static str, row: &Row<'_>) -> Result<(), Error> {
        *self.left_out.entry(reason).or_default() += 1;
        self.emit(row)
    }

    fn emit(&mut self, row: &Row<'_>) -> Result<(), Error> {
        self.output.row(row.line().as_bytes())
    }

    fn key(&self, reporter: &Reporter, row: &Row<'_>) -> [u64; 4] {
        let product = row.product.parse().unwrap_or(0);
        [reporter.key, u64::from(row.flow.0 == "X"), product, u64::from(self.edition.year)]
    }
}
