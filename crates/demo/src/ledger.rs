//! Exact sums, made while the rows are drawn.

/// A sum over rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Thousandths of a currency unit.
    pub(crate) milli: i64,
    /// Rows summed; a cell without rows has no value, not the value zero.
    pub(crate) rows: i64,
}

impl Cell {
    /// A cell of one row.
    pub(crate) fn one(milli: i64) -> Self {
        Self { milli, rows: 1 }
    }

    /// Adds another sum.
    pub(crate) fn add(&mut self, other: Self) {
        self.milli += other.milli;
        self.rows += other.rows;
    }

    /// The cell, if any row is behind it.
    pub(crate) fn given(self) -> Option<Self> {
        (self.rows > 0).then_some(self)
    }
}

/// One direction of trade of one source and year: a cell for every geography and
/// subject.
#[derive(Clone, Debug)]
pub(crate) struct Ledger {
    subjects: usize,
    cells: Vec<Cell>,
}

impl Ledger {
    pub(crate) fn new(geographies: usize, subjects: usize) -> Self {
        Self { subjects, cells: vec![Cell::default(); geographies * subjects] }
    }

    /// The cell of a geography and subject.
    pub(crate) fn cell(&self, geo: usize, subject: usize) -> Cell {
        self.cells[geo * self.subjects + subject]
    }

    /// Adds to the cell of a geography and subject.
    pub(crate) fn add(&mut self, geo: usize, subject: usize, cell: Cell) {
        self.cells[geo * self.subjects + subject].add(cell);
    }

    /// Number of geographies.
    pub(crate) fn geographies(&self) -> usize {
        self.cells.len() / self.subjects.max(1)
    }

    /// Sum over some geographies, and how many of them had a value.
    pub(crate) fn sum(
        &self,
        geographies: impl Iterator<Item = usize>,
        subject: usize,
    ) -> (Cell, u32) {
        let given = geographies.filter_map(|geo| self.cell(geo, subject).given());
        given.fold((Cell::default(), 0), |(mut sum, count), cell| {
            sum.add(cell);
            (sum, count + 1)
        })
    }
}
