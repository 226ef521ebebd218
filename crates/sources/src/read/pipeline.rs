//! One thread reads and decompresses, several parse blocks, and the caller's
//! thread takes the results in file order, whatever order they are ready in.

use std::collections::BTreeMap;
use std::io::Read;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::batch::{Batch, BlockParser, Layout, RowReader};
use super::collect::Collector;
use super::open::Part;
use super::options::ReadOptions;
use super::split::{Block, SplitError, Splitter};
use super::table::Table;
use crate::{Rows, SourceError};

/// A block and its place in the file.
type Numbered<T> = (u64, T);
/// What became of a block.
type Parsed<T> = Numbered<Result<Batch<T>, SourceError>>;

/// Reads the rows of `table` and hands them to `emit` batch by batch, in file
/// order; faults go to `collector`.
///
/// # Errors
/// When the file is cut, not UTF-8, holds no row, or the sink fails.
pub(crate) fn run<R: RowReader>(
    table: Table<'_>,
    reader: &R,
    options: &ReadOptions,
    collector: &mut Collector<'_>,
    mut emit: impl FnMut(&mut Collector<'_>, Vec<R::Row>) -> Result<(), SourceError>,
) -> Result<(), SourceError> {
    let layout = Layout::of(&table);
    let threads = options.threads.max(1);
    let before = collector.rows_read();
    let first_line = table.body_line;
    let splitter = Splitter::new(table.into_rows(), layout.shape, first_line, options.block_bytes);
    let (free, empty) = channel();
    let (filled, work) = channel();
    let work = Mutex::new(work);
    let (done, results) = channel();
    // The number of blocks bounds memory: none is read before one is given back.
    for _ in 0..2 * threads + 1 {
        let _ = free.send(Block::new());
    }
    thread::scope(|scope| {
        for _ in 0..threads {
            let (done, work, layout) = (done.clone(), &work, &layout);
            scope.spawn(move || parse_blocks(reader, layout, work, &done));
        }
        let layout = &layout;
        scope.spawn(move || read_blocks(splitter, layout, &empty, &filled, &done));
        // `free` is dropped with the closure, so that the reading thread does not wait
        // for a block when this one has given up.
        let (collector, emit) = (&mut *collector, &mut emit);
        take_in_order(results, move |batch| {
            let block = collector.take(batch, emit)?;
            let _ = free.send(block);
            Ok(())
        })
    })?;
    if collector.rows_read() == before {
        return Err(SourceError::NoRows { file: layout.label });
    }
    Ok(())
}

/// Reads the rows of `table` as [`run`] does, and hands each batch on as `wrap` has it.
///
/// # Errors
/// As [`run`].
pub(crate) fn run_rows<R: RowReader>(
    table: Table<'_>,
    reader: &R,
    options: &ReadOptions,
    collector: &mut Collector<'_>,
    wrap: fn(Vec<R::Row>) -> Rows,
) -> Result<(), SourceError> {
    run(table, reader, options, collector, |to, rows| to.rows(wrap(rows)))
}

/// The reading thread: fills empty blocks until the file ends, or nobody listens.
fn read_blocks<T>(
    mut splitter: Splitter<impl Read>,
    layout: &Layout,
    empty: &Receiver<Block>,
    filled: &Sender<Numbered<Block>>,
    done: &Sender<Parsed<T>>,
) {
    let mut number = 0;
    while let Ok(mut block) = empty.recv() {
        match splitter.fill(&mut block) {
            Ok(true) => {
                if filled.send((number, block)).is_err() {
                    return;
                }
            }
            Ok(false) => return,
            Err(error) => {
                let _ = done.send((number, Err(split_error(layout, error))));
                return;
            }
        }
        number += 1;
    }
}

fn split_error(layout: &Layout, error: SplitError) -> SourceError {
    match error {
        SplitError::Io { line, error } => {
            let error = Part::read_error(&layout.label, layout.packing, error);
            error.behind_line(line)
        }
        SplitError::LineTooLong { line, bytes } => {
            SourceError::LineTooLong { file: layout.label.clone(), line, mebibytes: bytes >> 20 }
        }
    }
}

/// A parsing thread: takes blocks until there are no more, or nobody listens.
fn parse_blocks<R: RowReader>(
    reader: &R,
    layout: &Layout,
    work: &Mutex<Receiver<Numbered<Block>>>,
    done: &Sender<Parsed<R::Row>>,
) {
    let mut parser = BlockParser::new(reader, layout);
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((number, block)) = next else {
            return;
        };
        if done.send((number, parser.parse(block))).is_err() {
            return;
        }
    }
}

/// Hands results on by number; stops at the first failure in file order.
fn take_in_order<T>(
    results: Receiver<Parsed<T>>,
    mut take: impl FnMut(Batch<T>) -> Result<(), SourceError>,
) -> Result<(), SourceError> {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (number, result) in results {
        waiting.insert(number, result);
        while let Some(result) = waiting.remove(&next) {
            take(result?)?;
            next += 1;
        }
    }
    Ok(())
}
