//! What can go wrong between the lake and an edition.

use std::path::PathBuf;

use sextant_engine::EngineError;
use sextant_lake::LakeError;

/// A build, or a look at an edition, that failed. Editions are as they were before.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MonitorError {
    /// The lake failed.
    #[error(transparent)]
    Lake(#[from] LakeError),
    /// A query failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The definitions could not be read.
    #[error(transparent)]
    Definitions(#[from] sextant_definitions::Error),
    /// An SQL file is missing from the program.
    #[error("indicators/{path} is not part of this program: it was built without it")]
    NoStatement {
        /// Path below `indicators/`.
        path: String,
    },
    /// There is nothing to build from.
    #[error(
        "the lake of {} is empty: ingest a source first, for example `sextant ingest baci PATH`, or try `sextant demo`",
        workspace.display()
    )]
    EmptyLake {
        /// The workspace.
        workspace: PathBuf,
    },
    /// What the lake holds is not enough for any indicator.
    #[error(
        "no indicator can be computed from what the lake holds: a subject needs at least half of the codes of its definition in a year, ecosystems and totals need nearly all products; `sextant sources` shows what there is; ingest more of it, or name the products in a definition of your own (copy definitions/ into the workspace)"
    )]
    NothingComputed,
    /// There are no patents to try a definition on.
    #[error(
        "the lake of {} holds no patents: ingest patstat, docdb or ep-xml first, or try `sextant demo`",
        workspace.display()
    )]
    NoPatents {
        /// The workspace.
        workspace: PathBuf,
    },
    /// There is no edition to look at.
    #[error("{} has no edition yet: run `sextant build` first", workspace.display())]
    NoEdition {
        /// The workspace.
        workspace: PathBuf,
    },
    /// The edition asked for does not exist.
    #[error("there is no edition `{name}` in {}; there are: {known}", workspace.display())]
    UnknownEdition {
        /// The name asked for.
        name: String,
        /// The workspace.
        workspace: PathBuf,
        /// The names there are.
        known: String,
    },
    /// A name that cannot be a folder's.
    #[error(
        "`{name}` cannot be the name of an edition: use letters, digits, `.`, `-` and `_`, beginning with a letter or digit"
    )]
    BadEditionName {
        /// The name asked for.
        name: String,
    },
    /// An edition of that name holds something else.
    #[error(
        "the edition `{name}` exists already with other inputs or definitions, and editions are never overwritten: choose another name with `--edition`"
    )]
    EditionExists {
        /// The name asked for.
        name: String,
    },
    /// The queries of the definitions cannot be compiled.
    #[error(transparent)]
    Queries(#[from] sextant_query::tagger::CompileError),
    /// A route from inventions to ecosystems lacks its table.
    #[error(
        "rules/patents.toml assigns inventions to ecosystems by the route `{route}`, for which the lake lacks data: ingest {source_id} first, or choose `ecosystem_route = \"direct-ipc\"`"
    )]
    RouteNeeds {
        /// The route chosen.
        route: &'static str,
        /// The source that it needs.
        source_id: &'static str,
    },
    /// The user's settings are not understood.
    #[error("{}: {reason}", path.display())]
    Settings {
        /// The file.
        path: PathBuf,
        /// What is wrong, with line and column.
        reason: String,
    },
    /// A file of an edition is not what this version writes.
    #[error("{} is damaged ({reason}): build the edition again under a new name", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// A check with severity `error` found rows.
    #[error(
        "the check `{check}` failed for {rows} rows, so no edition was made. {explanation} The first: {first}"
    )]
    CheckFailed {
        /// Id of the check.
        check: String,
        /// How many rows failed.
        rows: usize,
        /// What the check is about and what to do.
        explanation: String,
        /// The first failing row.
        first: String,
    },
    /// The lake is no longer what an edition was made of.
    #[error(
        "the lake is not what the edition {edition} was made of: {file} is in only one of them. Build a new edition and ask about that"
    )]
    OtherLake {
        /// Name of the edition.
        edition: String,
        /// A raw file that makes the difference.
        file: String,
    },
    /// An edition without patents of the technologies that the other sets know.
    #[error(
        "the edition {edition} has no patents of green technologies to compare: ingest patstat or docdb and build again"
    )]
    NothingToCompare {
        /// Name of the edition.
        edition: String,
    },
    /// A cell asked for is not in the edition.
    #[error("the edition {edition} has no {indicator} of {subject} for {geo} in {period}. {hint}")]
    NoCell {
        /// Name of the edition.
        edition: String,
        /// Indicator asked for.
        indicator: String,
        /// Geography asked for.
        geo: String,
        /// Subject asked for.
        subject: String,
        /// Period asked for.
        period: String,
        /// What there is instead.
        hint: String,
    },
}

impl MonitorError {
    /// Something in a file of an edition that should not be so.
    pub(crate) fn damaged(path: &std::path::Path, reason: impl std::fmt::Display) -> Self {
        Self::Damaged { path: path.to_path_buf(), reason: reason.to_string() }
    }
}
