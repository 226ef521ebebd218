use std::path::Path;

use super::values::dataset_of;
use crate::testing::{Kept, failure, gzip, read_file, read_text, read_with, written, zip};
use crate::{FileReport, ReadOptions, StatisticalValue, source};

const CSV: &str =
    "DATAFLOW,LAST UPDATE,freq,unit,nace_r2,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n";
const TSV: &str = "freq,unit,nace_r2,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \n\
    A,THS_PER,C21,BE\t31.2 \t33.5 b\t: c\n\
    A,THS_PER,C21,EA\t: \t0 pe\t1.5\n";
const JSON: &str = r#"{"version":"2.0","class":"dataset","label":"x","updated":"2024-05-06T11:00:00+0200",
    "value":{"0":31.20,"1":33.5,"5":null},"status":{"1":"bp","2":"c"},
    "id":["freq","geo","time"],"size":[1,2,3],
    "dimension":{"freq":{"category":{"label":{"A":"Annual"}}},
      "geo":{"category":{"index":["BE","EL"]}},
      "time":{"category":{"index":{"2019":0,"2020":1,"2021":2}}}},
    "extension":{"id":"NAMA_10_A64_E"}}"#;
const GENERIC: &str = r#"<?xml version="1.0"?>
<m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:g="g" xmlns:c="c">
 <m:Header><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:StructureUsage><URN>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ESTAT:GERD(1.0)</URN></c:StructureUsage></m:Structure></m:Header>
 <m:DataSet structureRef="S"><g:Series>
  <g:SeriesKey><g:Value id="FREQ" value="A"/><g:Value id="GEO" value="BE"/></g:SeriesKey>
  <g:Obs><g:ObsDimension value="2020"/><g:ObsValue value="5.5"/><g:Attributes><g:Value id="OBS_FLAG" value="p"/></g:Attributes></g:Obs>
  <g:Obs><g:ObsDimension value="2021"/><g:ObsValue value="NaN"/></g:Obs>
  <g:Obs><g:ObsDimension value="2022"/><g:ObsValue value="many"/></g:Obs>
 </g:Series></m:DataSet>
</m:GenericData>"#;
const FLAT: &str = r#"<m:StructureSpecificData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:d="d">
 <m:Header><m:Structure structureID="S" dimensionAtObservation="AllDimensions"><c:Structure xmlns:c="c"><Ref id="DSD_GERD"/></c:Structure></m:Structure></m:Header>
 <m:DataSet d:structureRef="S">
  <Obs FREQ="A" REF_AREA="BEL" TIME_PERIOD="2020" OBS_VALUE="5.5" OBS_STATUS="A" CONF_STATUS="F" UNIT_MULT="6"/>
  <Obs FREQ="Q" REF_AREA="FRA" TIME_PERIOD="2020-Q1" OBS_VALUE="1e3" OBS_STATUS="E" CONF_STATUS="C"/>
 </m:DataSet>
 <m:DataSet d:structureRef="S" d:action="Delete"><Obs FREQ="A" TIME_PERIOD="2020"/></m:DataSet>
</m:StructureSpecificData>"#;

fn read(name: &str, text: &str) -> (FileReport, Kept) {
    read_text("sdmx", name, text).unwrap()
}

/// A row in one line: `NAMA||BE|2020|2020|33.5|b`.
fn line(row: &StatisticalValue) -> String {
    let StatisticalValue { dataset, key, geo, period, year, value, flags } = row;
    let year = year.map_or("-".to_owned(), |year| year.to_string());
    let value = value.map_or(":".to_owned(), |value| value.to_string());
    format!("{dataset}|{key}|{geo}|{period}|{year}|{value}|{flags}")
}

fn lines(kept: &Kept) -> Vec<String> {
    kept.statistics.iter().map(line).collect()
}

fn reasons(kept: &Kept) -> Vec<(u64, &str)> {
    kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect()
}

#[test]
fn sdmx_csv_1() {
    let rows = "ESTAT:nama_10_a64_e(1.0),16/01/26 11:00:00,A,THS_PER,C21,BE,2020,33.5,b,F\n\
        ESTAT:nama_10_a64_e(1.0),16/01/26 11:00:00,A,THS_PER,C21,EL,2020-01-01,,,C\n\
        ESTAT:nama_10_a64_e(1.0),16/01/26 11:00:00,Q,THS_PER,C21,BE2,2020-Q1,NaN,pe,\n";
    let (report, kept) = read("x.csv", &format!("{CSV}{rows}"));
    assert_eq!(
        lines(&kept),
        [
            "NAMA_10_A64_E|nace_r2=C21;unit=THS_PER|BE|2020|2020|33.5|b",
            "NAMA_10_A64_E|nace_r2=C21;unit=THS_PER|GR|2020-01-01|2020|:|c",
            "NAMA_10_A64_E|freq=Q;geo=BE2;nace_r2=C21;unit=THS_PER|ZZ|2020-Q1|-|:|ep",
        ]
    );
    assert_eq!(report.edition.as_deref(), Some("2026-01-16"));
    assert_eq!(report.rows_noted.get("unknown-place"), Some(&1));
    assert!(!report.demo);
    assert!(read("x_DEMO.csv", &format!("{CSV}{rows}")).0.demo);
}

#[test]
fn sdmx_csv_2_with_labels() {
    let in_cells = "STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;freq: Frequency;geo: Place;TIME_PERIOD: Time;OBS_VALUE: Value;OBS_FLAG: Flag\n\
        dataflow;ESTAT:X(1.0): Title;I;A.BE;A: Annual;BE: Belgium;2020: 2020;1234,5;e: estimated\n\
        dataflow;ESTAT:X(1.0): Title;D;A.BE;A: Annual;BE: Belgium;2021: 2021;;\n";
    let (report, kept) = read("x.csv", in_cells);
    assert_eq!(lines(&kept), ["X||BE|2020|2020|1234.5|e"]);
    assert_eq!(report.rows_left_out.get("deleted-row"), Some(&1));
    let in_columns = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,freq,Frequency,geo,Place,TIME_PERIOD,Time,OBS_VALUE,Value,OBS_FLAG,Flag\n\
        dataflow,ESTAT:X(1.0),\"Title, long\",R,A,Annual,BE,Belgium,2020,,1234.5,,e,estimated\n";
    assert_eq!(lines(&read("x.csv", in_columns).1), lines(&kept));
}

#[test]
fn bad_rows_of_csv() {
    let row = |period: &str, value: &str| format!("ESTAT:X(1.0),,A,T,C,BE,{period},{value},,\n");
    let rows = [
        row("2020", "12,5"), // a decimal comma makes two fields
        row("2020", "12.5.1"),
        row("2020", "inf"),
        row("3201", "1"),
        row("20", "1"),
        row("", "1"),
        row("", ""),
        row("2020", "-1.5"),
    ];
    let (report, kept) = read("x.csv", &format!("{CSV}{}", rows.concat()));
    let expected = [
        (2, "wrong-field-count"),
        (3, "bad-number"),
        (4, "bad-number"),
        (5, "bad-year"),
        (6, "bad-period"),
        (7, "no-period"),
    ];
    assert_eq!(reasons(&kept), expected);
    assert_eq!(report.rows_left_out.get("attribute-row"), Some(&1));
    assert_eq!(lines(&kept), ["X|nace_r2=C;unit=T|BE|2020|2020|-1.5|"]);
}

#[test]
fn tsv_new_and_old() {
    let expected = [
        "NAMA_10_A64_E|nace_r2=C21;unit=THS_PER|BE|2019|2019|31.2|",
        "NAMA_10_A64_E|nace_r2=C21;unit=THS_PER|BE|2020|2020|33.5|b",
        "NAMA_10_A64_E|nace_r2=C21;unit=THS_PER|BE|2021|2021|:|c",
        "NAMA_10_A64_E|geo=EA;nace_r2=C21;unit=THS_PER|ZZ|2020|2020|0|ep",
        "NAMA_10_A64_E|geo=EA;nace_r2=C21;unit=THS_PER|ZZ|2021|2021|1.5|",
    ];
    let (report, kept) = read("estat_nama_10_a64_e.tsv", TSV);
    assert_eq!(lines(&kept), expected);
    assert_eq!((report.rows_read, report.rows_kept), (6, 5));
    assert_eq!(report.rows_left_out.get("no-value"), Some(&1));
    let (_folder, path) = written("estat_nama_10_a64_e.tsv.gz", &gzip(TSV.as_bytes()));
    assert_eq!(lines(&read_file("sdmx", &path).unwrap().1), expected);
    let old = "unit,geo\\time\t2020 \t2019 \nTHS_PER,EL\t1 \t2.5e\n";
    let expected = ["X|unit=THS_PER|GR|2020|2020|1|", "X|unit=THS_PER|GR|2019|2019|2.5|e"];
    assert_eq!(lines(&read("x.tsv", old).1), expected);
    let across_places = "unit,time\\geo\tBE\tFR\r\nT,2020\t1\t2 p\r\n";
    let expected = ["X|unit=T|BE|2020|2020|1|", "X|unit=T|FR|2020|2020|2|p"];
    assert_eq!(lines(&read("x.tsv", across_places).1), expected);
}

#[test]
fn tsv_of_many_periods_and_of_one() {
    let periods: String =
        (0..1200).map(|n| format!("\t{}-{:02}", 1920 + n / 12, n % 12 + 1)).collect();
    let cells = "\t1.5 ".repeat(1200);
    let (report, kept) =
        read("x.tsv", &format!("freq,unit,geo\\TIME_PERIOD{periods}\nM,T,BE{cells}\n"));
    assert_eq!((report.rows_kept, kept.bad.len()), (1200, 0));
    assert_eq!(
        read("x.tsv", "freq,unit,a,b,geo\\TIME_PERIOD\t2020\nA,T,1,2,BE\t1\n").0.rows_kept,
        1
    );
}

#[test]
fn bad_lines_of_tsv() {
    let text = "freq,geo\\TIME_PERIOD\t2019\t2020\nA,BE\t1\nA\t1\t2\n\nA,BE\tx y\t2\n";
    let (report, kept) = read("x.tsv", text);
    let expected = [(2, "wrong-field-count"), (3, "wrong-field-count"), (5, "bad-number")];
    assert_eq!(reasons(&kept), expected);
    assert_eq!(kept.bad[2].raw, "freq=A;geo=BE;2019: x y");
    assert_eq!((report.rows_read, report.rows_kept), (4, 1));
    let text = failure("sdmx", "x.tsv", b"freq,geo\\unit\tT\nA,BE\t1\n");
    assert!(text.contains("no time dimension"), "{text}");
    assert!(failure("sdmx", "x.tsv", b"freq,geo\\time\t2020\n").contains("no row below"));
    assert!(failure("sdmx", "x.tsv", b"geo\\time\t2020\nB\xcb\t1\n").contains("line 2, column 2"));
}

#[test]
fn json_stat_by_number_and_in_a_row() {
    let expected = [
        "NAMA_10_A64_E||BE|2019|2019|31.2|",
        "NAMA_10_A64_E||BE|2020|2020|33.5|bp",
        "NAMA_10_A64_E||BE|2021|2021|:|c",
    ];
    let (report, kept) = read("x.json", JSON);
    assert_eq!(lines(&kept), expected);
    assert_eq!(report.edition.as_deref(), Some("2024-05-06"));
    assert_eq!(report.rows_left_out.get("no-value"), Some(&1));
    let listed = JSON
        .replace(r#"{"0":31.20,"1":33.5,"5":null}"#, "[31.20,33.5,null,null,null,null]")
        .replace(r#"{"1":"bp","2":"c"}"#, r#"[null,"bp","c",null,null,null]"#);
    assert_eq!(lines(&read("x.json", &listed).1), expected);
    let two_parts = JSON.replace(r#"{"1":"bp","2":"c"}"#, r#"{"1":"pb|F","2":"|C"}"#);
    assert_eq!(lines(&read("x.json", &two_parts).1), expected);
    let one = JSON.replace(r#"{"1":"bp","2":"c"}"#, r#""p""#).replace(",\"5\":null", "");
    let one = one.replace(r#"{"id":"NAMA_10_A64_E"}"#, "7");
    let (_, kept) = read("prices.json", &one);
    assert!(kept.statistics.iter().all(|row| row.flags == "p"));
    assert_eq!(kept.statistics[0].dataset, "PRICES");
}

#[test]
fn json_stat_that_contradicts_itself() {
    for (from, to, words) in [
        ("[1,2,3]", "[1,2]", "`id` names 3 dimensions and `size` 2"),
        ("[1,2,3]", "[1,3,3]", "dimension `geo` are not 3 in a row"),
        ("\"2021\":2", "\"2021\":7", "dimension `time` are not 3 in a row"),
        ("[\"freq\",\"geo\",\"time\"]", "[\"freq\",\"geo\",\"x\"]", "lacks `x`"),
        ("\"dataset\"", "\"collection\"", "the class collection"),
        ("\"value\"", "\"values\"", "no `value`"),
        ("\"0\":31", "\"a\":31", "is no number of a cell"),
        ("\"label\"", "\"error\"", "a message instead of data"),
    ] {
        let text = failure("sdmx", "x.json", JSON.replace(from, to).as_bytes());
        assert!(text.contains(words), "{words}: {text}");
    }
    let text = failure("sdmx", "x.json", JSON.replace("time", "when").as_bytes());
    assert!(text.contains("no time dimension"), "{text}");
    let with_role =
        JSON.replace("time", "when").replace("\"id\":[", "\"role\":{\"time\":[\"when\"]},\"id\":[");
    assert_eq!(read("x.json", &with_role).0.rows_kept, 3);
    let (_, kept) = read("x.json", &JSON.replace("\"5\":null", "\"6\":1"));
    assert_eq!(reasons(&kept), [(2, "no-such-cell")]);
}

#[test]
fn sdmx_ml_generic_and_flat() {
    let (report, kept) = read("x.xml", GENERIC);
    assert_eq!(lines(&kept), ["GERD||BE|2020|2020|5.5|p", "GERD||BE|2021|2021|:|"]);
    assert_eq!(reasons(&kept), [(8, "bad-number")]);
    assert_eq!((report.rows_read, report.rows_kept), (3, 2));
    let (report, kept) = read("x.xml", FLAT);
    assert_eq!(lines(&kept), ["GERD||BE|2020|2020|5.5|", "GERD|freq=Q|FR|2020-Q1|-|1000|ce"]);
    assert_eq!(report.rows_left_out.get("deleted-row"), Some(&1));
}

#[test]
fn code_lists() {
    let text = r#"<m:Structure xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:s="s" xmlns:c="c"><m:Structures><s:Codelists>
        <s:Codelist id="CL_FREQ" agencyID="ESTAT"><c:Name>Frequency</c:Name>
        <s:Code id="A"><c:Name xml:lang="fr">Annuel</c:Name><c:Name xml:lang="en">Annual &amp; more</c:Name></s:Code>
        <s:Code id="M"><c:Name xml:lang="fr">Mensuel</c:Name></s:Code>
        <s:Code id="A_CODE_THAT_IS_FAR_TOO_LONG"><c:Name>x</c:Name></s:Code></s:Codelist></s:Codelists></m:Structures></m:Structure>"#;
    let (report, kept) = read("x.xml", text);
    let codes: Vec<(&str, &str, &str)> = kept
        .codes
        .iter()
        .map(|code| (code.nomenclature.as_str(), code.code.as_str(), code.title.as_str()))
        .collect();
    let list = "sdmx:ESTAT:CL_FREQ";
    assert_eq!(codes, [(list, "A", "Annual & more"), (list, "M", "Mensuel")]);
    assert_eq!(reasons(&kept), [(5, "bad-code")]);
    assert_eq!(report.rows_read, 3);
}

#[test]
fn other_files_are_refused_with_the_way_out() {
    let text = failure("sdmx", "x.csv", b"t,i,j,k,v,q\n2002,4,8,844630,1,1\n");
    assert!(text.contains("sextant ingest baci"), "{text}");
    let text = failure("sdmx", "x.xml", b"<m:Error xmlns:m=\"m\"><m:ErrorMessage code=\"140\"><c:Text>Wrong dimension.</c:Text></m:ErrorMessage></m:Error>");
    assert!(text.contains("(140) Wrong dimension. Follow it"), "{text}");
    let old = r#"<CompactData xmlns="http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message"/>"#;
    assert!(failure("sdmx", "x.xml", old.as_bytes()).contains("the SDMX message is `CompactData`"));
    let text = failure("sdmx", "x.csv", b"DATAFLOW,freq,geo,OBS_VALUE\nESTAT:X(1.0),A,BE,1\n");
    assert!(text.contains("found are FREQ, GEO, OBS_VALUE"), "{text}");
}

#[test]
fn names_of_files() {
    for (name, dataset) in [
        ("estat_nama_10_a64_e.tsv", "NAMA_10_A64_E"),
        ("nama_10_a64_e_linear.csv", "NAMA_10_A64_E"),
        ("estat_nama_10_a64_e$defaultview_filtered_en.csv", "NAMA_10_A64_E"),
        ("estat_rd_e_gerdtot_filtered_en.csv", "RD_E_GERDTOT"),
        ("nama_10_a64_e_DEMO.tsv", "NAMA_10_A64_E"),
        ("estat_demo_pjan.tsv", "DEMO_PJAN"),
    ] {
        assert_eq!(dataset_of(name), dataset, "{name}");
    }
}

fn wanted(name: &str, content: &[u8]) -> bool {
    let (_folder, path) = written(name, content);
    source("sdmx").unwrap().wants(&path)
}

#[test]
fn files_of_other_sources_are_left_to_them() {
    let row = "ESTAT:X(1.0),,A,T,C,BE,2020,1,,\n";
    let table = format!("{CSV}{row}");
    assert!(wanted("x.csv", table.as_bytes()));
    assert!(wanted("x.zip", &zip(&[("x.csv", table.as_bytes())])));
    for text in [TSV, JSON, GENERIC, FLAT] {
        assert!(wanted("x", text.as_bytes()), "{text}");
    }
    let comext = "DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\nESTAT:DS-045409(1.0),,A,BE,FR,44,1,VALUE_IN_EUROS,2020,1\n";
    assert!(wanted("x.csv", comext.as_bytes()), "exports of a sector are read from extracts of it");
    for text in [
        "DATAFLOW,LAST UPDATE,freq,reporter,product,indicators,TIME_PERIOD,OBS_VALUE\nESTAT:DS-059358(1.0),,A,BE,22292240,PRODVAL,2020,1\n",
        "DATAFLOW,decl,prccode,indic,TIME_PERIOD,OBS_VALUE\nx,001,22292240,PRODVAL,2020,1\n",
        "freq,decl,prccode,indic\\TIME_PERIOD\t2020\nA,001,22292240,PRODVAL\t1\n",
        "{\"class\":\"dataset\",\"link\":\"DS-056120\"}",
        "year,geo,subject,count\n2020,BE,x,1\n",
        "<html></html>",
    ] {
        assert!(!wanted("x.csv", text.as_bytes()), "{text}");
    }
}

/// A file that ends early is an error or has fewer rows, wherever it ends, and what was
/// read is as in the whole file.
#[test]
fn cut_files_are_errors_or_shorter() {
    let csv =
        format!("{CSV}ESTAT:X(1.0),,A,T,\"C, D\",BE,2020,1,,\nESTAT:X(1.0),,A,T,C,BE,2021,2,e,\n");
    for (name, text) in [
        ("x.csv", csv.as_str()),
        ("x.tsv", TSV),
        ("x.json", JSON),
        ("g.xml", GENERIC),
        ("f.xml", FLAT),
    ] {
        let (_, whole) = read(name, text);
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            let (_folder, path) = written(name, &text.as_bytes()[..end]);
            let _ = source("sdmx").unwrap().wants(&path);
            let Ok((_, kept)) = read_one(&path) else { continue };
            assert!(kept.statistics.len() <= whole.statistics.len(), "{name} cut at {end}");
            assert!(!matches!(name, "x.json" | "g.xml" | "f.xml"), "{name} cut at {end} was read");
        }
        let packed = gzip(text.as_bytes());
        let text = failure("sdmx", "x.gz", &packed[..packed.len() - 9]);
        assert!(text.contains("cut short"), "{text}");
    }
}

fn read_one(path: &Path) -> Result<(FileReport, Kept), crate::SourceError> {
    read_with("sdmx", path, &ReadOptions { threads: 1, block_bytes: 64 })
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let rows: String = (0..500)
        .map(|n| format!("ESTAT:X(1.0),,A,T,C{n},BE,{},{n}.5,b,\n", 1990 + n % 30))
        .collect();
    let (_folder, path) = written("x.csv", format!("{CSV}{rows}").as_bytes());
    let whole = read_one(&path).unwrap();
    assert_eq!(whole.1.statistics.len(), 500);
    for (threads, block_bytes) in [(1, 1 << 20), (2, 100), (4, 1000)] {
        let again = read_with("sdmx", &path, &ReadOptions { threads, block_bytes }).unwrap();
        assert_eq!(again, whole);
    }
}
