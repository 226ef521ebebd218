//! Writing one Parquet file, and noting what it covers.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterVersion};
use sextant_definitions::GeoCode;
use sextant_sources::{
    Classification, Concept, Flow, InvestmentRound, PatentCount, Period, ProductCode,
    ProductionCell, Rows, ShortCode, StatisticalValue, TradeFlow,
};

use crate::columns::{batch, classification_name, schema};
use crate::{LakeError, Table};

/// A segment being written.
pub(crate) struct SegmentWriter {
    path: PathBuf,
    writer: ArrowWriter<BufWriter<File>>,
    rows: u64,
    coverage: Coverage,
}

/// A segment as it lies on disk, not yet committed.
pub(crate) struct WrittenSegment {
    pub(crate) rows: u64,
    pub(crate) slices: BTreeSet<String>,
    pub(crate) sorted: bool,
}

impl SegmentWriter {
    pub(crate) fn create(path: &Path, table: Table) -> Result<Self, LakeError> {
        let file = File::create(path).map_err(LakeError::io("write", path))?;
        let writer = ArrowWriter::try_new(BufWriter::new(file), schema(table), Some(properties()))?;
        Ok(Self { path: path.to_path_buf(), writer, rows: 0, coverage: Coverage::default() })
    }

    pub(crate) fn write(&mut self, source: &str, rows: &Rows) -> Result<(), LakeError> {
        match rows {
            Rows::TradeFlows(flows) => flows.iter().for_each(|flow| self.coverage.see(flow)),
            Rows::PatentCounts(counts) => self.coverage.see_counts(counts),
            Rows::ProductionCells(cells) => self.coverage.see_production(cells),
            Rows::InvestmentRounds(rounds) => self.coverage.see_rounds(rounds),
            Rows::InvestmentCompanies(_) => {
                self.coverage.named.insert("companies".to_owned());
            }
            Rows::StatisticalValues(values) => self.coverage.see_values(values),
            _ => {}
        }
        let batch = batch(source, rows)?;
        self.rows += batch.num_rows() as u64;
        Ok(self.writer.write(&batch)?)
    }

    pub(crate) fn finish(self) -> Result<WrittenSegment, LakeError> {
        let buffer = self.writer.into_inner()?;
        let file = buffer.into_inner().map_err(|e| LakeError::io("write", &self.path)(e.into()))?;
        file.sync_all().map_err(LakeError::io("write", &self.path))?;
        Ok(WrittenSegment {
            rows: self.rows,
            slices: self.coverage.keys(),
            sorted: !self.coverage.repeats,
        })
    }
}

/// The writer's name for itself is fixed, so that the same rows give the same
/// bytes under any version of the library that encodes them alike.
fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_writer_version(WriterVersion::PARQUET_2_0)
        .set_compression(Compression::LZ4_RAW)
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_max_row_group_row_count(Some(1 << 20))
        .set_created_by("sextant".into())
        .build()
}

/// What a segment of trade flows covers, in coarse pieces.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Slice {
    classification: Classification,
    year: u16,
    /// Who reports what; none where one row serves both sides.
    side: Option<(Flow, GeoCode)>,
}

impl Slice {
    fn key(&self) -> String {
        let name = classification_name(self.classification);
        match self.side {
            Some((flow, geo)) => format!("{name}/{}/{}/{geo}", self.year, flow.as_str()),
            None => format!("{name}/{}", self.year),
        }
    }
}

/// Everything but the product that says which cell a row is.
type Run = (Period, GeoCode, GeoCode, Flow, Classification);

#[derive(Default)]
struct Coverage {
    slices: BTreeSet<Slice>,
    runs: BTreeSet<Run>,
    last: Option<(Run, ProductCode)>,
    repeats: bool,
    /// What was counted, and years of it.
    counts: BTreeSet<(String, u16)>,
    /// Industries (the first four digits of a heading), and years of their production.
    industries: BTreeSet<(ShortCode, u16)>,
    /// Years of rounds.
    rounds: BTreeSet<u16>,
    /// Tables that have a name of their own.
    named: BTreeSet<String>,
}

impl Coverage {
    fn keys(&self) -> BTreeSet<String> {
        let counts = self.counts.iter().map(|(concept, year)| format!("{concept}/{year}"));
        let industries = self.industries.iter().map(|(code, year)| format!("{code}/{year}"));
        let rounds = self.rounds.iter().map(|year| format!("rounds/{year}"));
        let named = self.named.iter().cloned();
        let figures = counts.chain(industries).chain(rounds).chain(named);
        self.slices.iter().map(Slice::key).chain(figures).collect()
    }

    fn see_counts(&mut self, counts: &[PatentCount]) {
        for run in counts.chunk_by(|a, b| a.year == b.year && a.concept == b.concept) {
            self.counts.extend(run.first().map(|count| (count.concept.clone(), count.year)));
        }
    }

    /// Years alternate from row to row, so this is asked for every one of millions.
    fn see_production(&mut self, cells: &[ProductionCell]) {
        let industry = |cell: &ProductionCell| ShortCode::from(cell.heading.get(..4)?).ok();
        self.industries.extend(cells.iter().filter_map(|cell| Some((industry(cell)?, cell.year))));
    }

    fn see_rounds(&mut self, rounds: &[InvestmentRound]) {
        self.rounds.extend(rounds.iter().map(|round| round.announced.year));
    }

    fn see_values(&mut self, values: &[StatisticalValue]) {
        for run in values.chunk_by(|a, b| a.dataset == b.dataset) {
            self.named.extend(run.first().map(|value| value.dataset.clone()));
        }
    }

    fn see(&mut self, flow: &TradeFlow) {
        let run = (flow.period, flow.reporter, flow.partner, flow.flow, flow.classification);
        match &mut self.last {
            Some((last, product)) if *last == run => {
                self.repeats |= *product >= flow.product;
                *product = flow.product;
            }
            _ => self.begin(run, flow),
        }
    }

    /// A run that comes back later may bring a row a second time. Files sorted by
    /// product first have as many runs as rows; the check of duplicates looks at
    /// those, so there is no need to remember their runs.
    fn begin(&mut self, run: Run, flow: &TradeFlow) {
        self.last = Some((run, flow.product));
        if !self.repeats {
            self.repeats = !self.runs.insert(run);
        }
        let side = (flow.concept != Concept::Reconciled).then_some((flow.flow, flow.reporter));
        self.slices.insert(Slice {
            classification: flow.classification,
            year: flow.period.year,
            side,
        });
    }
}
