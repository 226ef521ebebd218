//! What can be asked for on the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use sextant_definitions::Lang;

/// Takes an economy's bearings: from raw public data to where it stands in green
/// and digital technology, with every number traceable to the rows behind it.
#[derive(Debug, Parser)]
#[command(name = "sextant", version, about, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The folder to work in: lake/, editions/, quarantine/, raw/, sextant.toml
    #[arg(
        long,
        global = true,
        env = "SEXTANT_WORKSPACE",
        default_value = "sextant-workspace",
        value_name = "DIR"
    )]
    pub(crate) workspace: PathBuf,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make the demo data, build its edition, write every fact sheet and serve it
    Demo(Demo),
    /// Write demo data only: raw files in each source's own format, and the planted truth
    Generate(Generate),
    /// Read raw files of a source into the lake
    Ingest(Ingest),
    /// Build an edition from everything in the lake
    Build(Build),
    /// Print observations of an edition
    Observations(Observations),
    /// Write the fact sheet of a country, or of all Member States
    Factsheet(Factsheet),
    /// Write one figure of a country as a picture or as data
    Figure(Figure),
    /// Show everything behind one number
    Explain(Explain),
    /// Look at definitions and check them
    #[command(subcommand)]
    Definitions(Definitions),
    /// Show what the checks of an edition found
    Check(InEdition),
    /// Show what changed from one edition to another
    Diff(Diff),
    /// Show how much the definitions matter: green patents of an edition under others
    Sensitivity(Sensitivity),
    /// List the editions of the workspace
    Editions(Printed),
    /// List the sources, and what the lake holds of each
    Sources(Printed),
    /// Serve the fact sheets of an edition as web pages
    Serve(Serve),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Address to serve on
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub(crate) addr: SocketAddr,
    /// Size of the demo data; 1 is about a million trade rows and 500,000 patent families
    #[arg(long, default_value_t = 0.1)]
    pub(crate) scale: f64,
    /// Seed of the demo data
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Stop when everything is made, without serving it
    #[arg(long)]
    pub(crate) no_serve: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// Size; 1 is about a million trade rows and 100,000 transnational patent families
    #[arg(long, default_value_t = 0.1)]
    pub(crate) scale: f64,
    /// Size of the patents, where it should be another
    #[arg(long, value_name = "SCALE")]
    pub(crate) patent_scale: Option<f64>,
    /// Only this part of the data
    #[arg(long, value_enum)]
    pub(crate) only: Option<Only>,
    /// Seed; the same seed and scale give the same bytes
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Folder to write to; made if needed
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// BACI, the IMF, Comtrade and Comext
    Trade,
    /// PATSTAT
    Patents,
    /// Prodcom, and the tables of sectors
    Production,
    /// Crunchbase
    Investment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Expansion {
    /// expansions/ipc.toml
    Ipc,
    /// expansions/prodcom.toml
    Prodcom,
}

#[derive(Debug, Args)]
pub(crate) struct Ingest {
    /// The source, as `sextant sources` lists them
    pub(crate) source: String,
    /// Files, or folders with files of the source; plain, gzip or zip
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(Debug, Args)]
pub(crate) struct Build {
    /// Name of the edition; by default its last year and the beginning of its id
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
    /// Threads to use; the result does not depend on it
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(Debug, Args)]
pub(crate) struct Observations {
    /// Only this indicator
    #[arg(long, value_name = "ID")]
    pub(crate) indicator: Option<String>,
    /// Only this geography: ISO 3166-1 alpha-2, EU27 or WORLD
    #[arg(long, value_name = "CC")]
    pub(crate) geo: Option<String>,
    /// Only this technology, ecosystem or product group
    #[arg(long, value_name = "ID")]
    pub(crate) subject: Option<String>,
    /// Only this year
    #[arg(long, value_name = "YEAR")]
    pub(crate) period: Option<String>,
    /// How to print them
    #[arg(long, value_enum, default_value_t = TableFormat::Csv)]
    pub(crate) format: TableFormat,
    /// The edition; by default the one built last
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
    /// File to write to instead of standard output
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Factsheet {
    /// The country: ISO 3166-1 alpha-2
    #[arg(required_unless_present = "all", value_name = "CC")]
    pub(crate) country: Option<String>,
    /// All 27 Member States, in every language and format unless some are named; sheets
    /// that are as they would become are left alone
    #[arg(long, conflicts_with = "country")]
    pub(crate) all: bool,
    /// Languages, separated by commas; of one country English
    #[arg(long, value_delimiter = ',')]
    pub(crate) lang: Vec<Lang>,
    /// Formats, separated by commas; of one country HTML
    #[arg(long, value_enum, value_delimiter = ',')]
    pub(crate) format: Vec<SheetFormat>,
    /// File to write to, or folder for more than one; by default in the edition's folder
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
    /// The edition; by default the one built last
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Figure {
    /// The figure, as `sextant figure list` names them
    pub(crate) figure: String,
    /// The country: ISO 3166-1 alpha-2
    #[arg(value_name = "CC")]
    pub(crate) country: Option<String>,
    /// Language
    #[arg(long, default_value = "en")]
    pub(crate) lang: Lang,
    /// Format
    #[arg(long, value_enum, default_value_t = FigureFormat::Svg)]
    pub(crate) format: FigureFormat,
    /// File to write to; by default standard output
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
    /// The edition; by default the one built last
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Indicator id
    #[arg(long, value_name = "ID")]
    pub(crate) indicator: String,
    /// Geography: ISO 3166-1 alpha-2, EU27 or WORLD
    #[arg(long, value_name = "CC")]
    pub(crate) geo: String,
    /// Technology, ecosystem or product group
    #[arg(long, value_name = "ID")]
    pub(crate) subject: String,
    /// Year
    #[arg(long, value_name = "YEAR")]
    pub(crate) period: String,
    /// List only flows with this partner
    #[arg(long, value_name = "CC", default_value = "")]
    pub(crate) counterpart: String,
    #[command(flatten)]
    pub(crate) shown: InEdition,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Definitions {
    /// List every technology, ecosystem and product group
    List(Printed),
    /// Show one definition: names, lists, and where they come from
    Show {
        /// Id, as `sextant definitions list` prints it
        id: String,
        #[command(flatten)]
        printed: Printed,
    },
    /// Check every code against the official lists in the lake
    Check(Printed),
    /// Try a definition, or a query, on the patents in the lake
    ///
    /// FILE is a definition as in definitions/technologies or definitions/ecosystems, or
    /// a text with a query in any notation that analysts use. Prints how many families it
    /// matches, a sample with the words found in brackets, the symbols and words that
    /// contribute most, and what would change against the definition in force.
    Try {
        /// The definition (.toml) or the query (any other name)
        file: PathBuf,
        /// Families to print
        #[arg(long, value_name = "N", default_value_t = 5)]
        sample: usize,
        #[command(flatten)]
        printed: Printed,
    },
    /// Print expansions/ipc.toml anew from the patent classification in the lake
    Expand {
        /// Of patent symbols, what lies below them; of Prodcom headings, how they changed
        #[arg(value_enum, default_value = "ipc")]
        what: Expansion,
    },
    /// Propose a definition's codes in another nomenclature, from the ingested tables
    Bridge {
        /// Id of a technology or ecosystem
        id: String,
        /// The nomenclature to start from
        #[arg(long, value_name = "VINTAGE", default_value = "hs2017")]
        from: String,
        /// The nomenclature to go to
        #[arg(long, value_name = "VINTAGE", default_value = "hs2022")]
        to: String,
        #[command(flatten)]
        printed: Printed,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// The edition before
    pub(crate) before: String,
    /// The edition after
    pub(crate) after: String,
    #[command(flatten)]
    pub(crate) told: Told,
}

#[derive(Debug, Args)]
pub(crate) struct Sensitivity {
    /// Only this country in the text: ISO 3166-1 alpha-2
    #[arg(long, value_name = "CC")]
    pub(crate) geo: Option<String>,
    /// The edition; by default the one built last
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
    #[command(flatten)]
    pub(crate) told: Told,
}

/// How a report is told.
#[derive(Clone, Debug, Args)]
pub(crate) struct Told {
    /// How to tell it
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
    /// Language of the page
    #[arg(long, default_value = "en")]
    pub(crate) lang: Lang,
    /// File to write to; by default standard output
    #[arg(long, value_name = "PATH")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// A summary for the terminal
    Text,
    /// Everything, for programs
    Json,
    /// One self-contained page
    Html,
}

#[derive(Debug, Args)]
pub(crate) struct InEdition {
    /// The edition; by default the one built last
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
    #[command(flatten)]
    pub(crate) printed: Printed,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Address to serve on
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub(crate) addr: SocketAddr,
    /// The edition; by default the one built last
    #[arg(long, value_name = "NAME")]
    pub(crate) edition: Option<String>,
}

#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct Printed {
    /// How to print it
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// Comma-separated values with a header
    Csv,
    /// An array of objects
    Json,
    /// Apache Parquet
    Parquet,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SheetFormat {
    /// One self-contained page
    Html,
    /// Pages to print and to hand on
    Pdf,
    /// A workbook with the numbers themselves, one sheet a figure
    Xlsx,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FigureFormat {
    /// Vector picture
    Svg,
    /// Picture of points
    Png,
    /// The data and texts of the figure
    Json,
    /// The data of the figure
    Csv,
}
