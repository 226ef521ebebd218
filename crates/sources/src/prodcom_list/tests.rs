use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::testing::{Kept, failure, read_file, read_text, shared, written};
use crate::{FileReport, source};

fn read(name: &str, text: &str) -> (FileReport, Kept) {
    read_text("prodcom-list", name, text).unwrap()
}

/// Links as `list code > list code relationship`.
fn links(kept: &Kept) -> Vec<String> {
    let show = |link: &crate::NomenclatureLink| {
        let from = format!("{} {}", link.from_nomenclature, link.from_code);
        let to = format!("{} {}", link.to_nomenclature, link.to_code);
        format!("{from} > {to} {}", link.relationship).trim_end().to_owned()
    };
    kept.links.iter().map(show).collect()
}

/// Codes as `list code title`.
fn codes(kept: &Kept) -> Vec<String> {
    let show = |code: &crate::NomenclatureCode| {
        format!("{} {} {}", code.nomenclature, code.code, code.title).trim_end().to_owned()
    };
    kept.codes.iter().map(show).collect()
}

fn left_out(report: &FileReport) -> Vec<(&str, u64)> {
    report.rows_left_out.iter().map(|(reason, count)| (reason.as_str(), *count)).collect()
}

#[test]
fn changes() {
    let text = "from_year,to_year,old,new\r\n2016,2017,,11111110\r\n2008,2009,22222220,\r\n\
        2008,2009,7101000,08111200\r\n2008,2009,,\r\n2008,2009,12,08111200\r\n";
    let (report, kept) = read("changes.csv", text);
    assert_eq!(
        links(&kept),
        [
            "prodcom2016  > prodcom2017 11111110",
            "prodcom2008 22222220 > prodcom2009",
            "prodcom2008 07101000 > prodcom2009 08111200",
        ]
    );
    let bad: Vec<(u64, &str)> = kept.bad.iter().map(|bad| (bad.line, bad.reason)).collect();
    assert_eq!(bad, [(5, "no-code"), (6, "bad-product-code")]);
    assert_eq!(report.rows_noted.get("restored-zero"), Some(&1));
}

#[test]
fn a_list_with_its_hs_codes() {
    let text = "prodcom,name,hs6\n11111110,\"Things, of \"\"tin\"\"\",010121;10129\n101200Z1,Sums,\n1,x,\n";
    let (report, kept) = read("prodcom2021.csv", text);
    let titles = ["prodcom2021 11111110 Things, of \"tin\"", "prodcom2021 101200Z1 Sums"];
    assert_eq!(codes(&kept), titles);
    assert_eq!(
        links(&kept),
        ["prodcom2021 11111110 > hs2017 010121", "prodcom2021 11111110 > hs2017 010129"]
    );
    assert_eq!((report.rows_read, report.rows_kept, kept.bad.len()), (3, 4, 1));
    let text = failure("prodcom-list", "list.csv", text.as_bytes());
    assert!(text.contains("does not tell the year"), "{text}");
}

#[test]
fn the_history_and_headings_that_ended() {
    let text = "prodcom,year,hs6\n11111110,2011,010121\n11111110,2012,010129\n11111110,2019,\n\
        11111110,2021,\n22222220,2019,\n33333330,2021,010121\n2410T110,2010,720100\n2410T110,2011,\n";
    let (report, kept) = read("history.csv", text);
    assert_eq!(
        codes(&kept),
        [
            "prodcom2011 11111110",
            "prodcom2012 11111110",
            "prodcom2019 22222220",
            "prodcom2021 33333330",
            "prodcom2010 2410T110",
            "prodcom2011 2410T110",
        ]
    );
    assert_eq!(
        links(&kept),
        [
            "prodcom2011 11111110 > hs2007 010121",
            "prodcom2012 11111110 > hs2012 010129",
            "prodcom2010 2410T110 > hs2007 720100",
        ]
    );
    assert_eq!(left_out(&report), [("ended-heading", 2)]);
}

#[test]
fn classes_and_categories() {
    let text = "NACE2,Label_NACE2,PRODCOM2021,Label_PRODCOM2021,Comment,URL\n\
        0710,07.10 Mining,0710,07.10 Mining,NA,u\n0710,07.10 Mining,071010,07.10.10 Iron ores,NA,u\n\
        0710,07.10 Mining,07101010,07.10.10.10 Iron ores,NA,u\n0710,x,071020,Other ores,NA,u\n";
    let (report, kept) = read("x.csv", text);
    let expected = [
        "prodcom2021 0710 Mining",
        "prodcom2021 071010 Iron ores",
        "prodcom2021 071020 Other ores",
    ];
    assert_eq!(codes(&kept), expected);
    assert_eq!(left_out(&report), [("told-by-list", 1)]);
}

#[test]
fn the_concordance_before_the_changes() {
    let text = "year\tlyear\tpc8\tlpc8\tentry\texit\tlcount\tcount\toto\totm\tmto\tmtm\tunchanged\n\
        2008\t2007\t7101000\t7101000\t0\t0\t1\t1\t0\t0\t0\t0\t1\n\
        2008\t2007\t11111120\t11111110\t0\t0\t1\t1\t0\t1\t0\t0\t0\n\
        2008\t2007\t11111130\t11111110\t0\t0\t1\t1\t0\t1\t0\t0\t0\n\
        2008\t2007\t\t22222220\t0\t1\t0\t0\t0\t0\t0\t0\t0\n\
        2009\t2008\t11111140\t11111130\t0\t0\t1\t1\t1\t0\t0\t0\t0\n\
        2010\t2009\t11111150\t11111140\t0\t0\t1\t1\t1\t0\t0\t0\t0\n\
        2011\t2010\t11111160\t11111150\t0\t0\t1\t1\t1\t0\t0\t0\t0\n";
    let (report, kept) = read("pc8_concord.tsv", text);
    assert_eq!(
        links(&kept),
        [
            "prodcom2007 11111110 > prodcom2008 11111120 1:n",
            "prodcom2007 11111110 > prodcom2008 11111130 1:n",
            "prodcom2007 22222220 > prodcom2008",
        ]
    );
    assert_eq!(
        codes(&kept),
        [
            "prodcom2007 07101000",
            "prodcom2007 11111110",
            "prodcom2007 22222220",
            "prodcom2008 07101000",
            "prodcom2008 11111120",
            "prodcom2008 11111130",
            "prodcom2009 11111140",
        ]
    );
    assert_eq!(left_out(&report), [("told-by-changes", 1)]);
}

#[test]
fn what_is_not_read_says_why() {
    for (name, content, expected) in [
        ("B_lists.tsv", "year\tpc8\toptional\n2001\t1\t2\n", "optional subdivisions"),
        ("T_lists.tsv", "year\tpc8\n2001\t1\n", "total production"),
        ("chains.json", "{\n\"16291500\": {}}", "chains of headings"),
        ("x.csv", "a,b\n1,2\n", "x.csv, line 1: the columns a, b are those of no Prodcom list"),
        ("pc_desc_2010.xlsx", "PK\u{3}\u{4} cut", "cannot be read as an Excel workbook"),
        ("pc_desc_2010.xls", "", "is empty"),
    ] {
        let text = failure("prodcom-list", name, content.as_bytes());
        assert!(text.contains(expected), "{name}: {text}");
        let (_folder, path) = written(name, content.as_bytes());
        let wanted = source("prodcom-list").unwrap().wants(&path);
        assert_eq!(wanted, name.starts_with("pc_desc"), "{name}");
    }
}

fn real(name: &str) -> Option<(FileReport, Kept)> {
    let path = shared(&format!("classifications/prodcom/{name}"))?;
    assert!(source("prodcom-list").unwrap().wants(&path), "{name}");
    let (report, kept) = read_file("prodcom-list", &path).unwrap();
    assert_eq!(kept.bad, [], "{name}");
    Some((report, kept))
}

/// Rows of a real table, read with another reader.
fn independent(name: &str, delimiter: u8) -> Vec<BTreeMap<String, String>> {
    let path = shared(&format!("classifications/prodcom/{name}")).unwrap();
    let mut table = csv::ReaderBuilder::new().delimiter(delimiter).from_path(path).unwrap();
    table.deserialize().map(Result::unwrap).collect()
}

#[test]
fn real_changes() {
    let name = "prodcom_changes_2008_2021.csv";
    let Some((report, kept)) = real(name) else { return };
    let expected: Vec<String> = independent(name, b',')
        .iter()
        .map(|row| {
            let to = format!("prodcom{} {}", row["to_year"], row["new"]);
            format!("prodcom{} {} > {to}", row["from_year"], row["old"]).trim_end().to_owned()
        })
        .collect();
    assert_eq!((links(&kept), report.rows_kept), (expected, 943));
    for start in ["prodcom2016  > prodcom2017 29102410", "prodcom2018  > prodcom2019 27202350"] {
        assert!(links(&kept).iter().any(|link| link == start), "{start}");
    }
}

#[test]
fn real_history() {
    let name = "prodcom_cn_history_2008_2021.csv";
    let Some((report, kept)) = real(name) else { return };
    let rows = independent(name, b',');
    assert_eq!((report.rows_read, rows.len()), (53_280, 53_280));
    let ended = report.rows_left_out["ended-heading"];
    assert_eq!(kept.codes.len() as u64 + ended, report.rows_read);
    let pairs = rows.iter().filter(|row| row["year"] != "2021" && !row["hs6"].is_empty());
    let pairs: usize = pairs.map(|row| row["hs6"].split(';').count()).sum();
    assert_eq!(kept.links.len(), pairs);
    let years = |heading: &str| -> Vec<String> {
        let of = kept.codes.iter().filter(|code| code.code.as_str() == heading);
        of.map(|code| code.nomenclature["prodcom".len()..].to_owned()).collect()
    };
    assert_eq!(years("29102410"), ["2017", "2018", "2019", "2020", "2021"]);
    assert_eq!(years("27202350"), ["2019", "2020", "2021"]);
    assert_eq!(years("27202300").last().map(String::as_str), Some("2018"));
    // All but two of those left out have ended by the yearly changes.
    let in_force: BTreeSet<(String, &str)> =
        kept.codes.iter().map(|code| (code.nomenclature.clone(), code.code.as_str())).collect();
    let changes = independent("prodcom_changes_2008_2021.csv", b',');
    let ends: BTreeSet<(&str, &str)> =
        changes.iter().map(|change| (change["old"].as_str(), change["to_year"].as_str())).collect();
    let still = rows.iter().filter(|row| {
        let code = (format!("prodcom{}", row["year"]), row["prodcom"].as_str());
        let heading = row["prodcom"].as_str();
        let over = ends.range((heading, "")..=(heading, row["year"].as_str())).next().is_some();
        !in_force.contains(&code) && !over
    });
    let still: Vec<&str> = still.map(|row| row["prodcom"].as_str()).collect();
    assert_eq!((ended, still), (165, vec!["24513050", "24523000"]));
}

#[test]
fn real_list_of_2021() {
    let Some((_, kept)) = real("prodcom2021.csv") else { return };
    assert_eq!((kept.codes.len(), kept.links.len()), (3_934, 6_511));
    let rows = independent("prodcom2021.csv", b',');
    let titles = rows.iter().map(|row| format!("prodcom2021 {} {}", row["prodcom"], row["name"]));
    let titles: Vec<String> = titles.map(|title| title.trim_end().to_owned()).collect();
    assert_eq!(codes(&kept), titles);
    // What the history has of 2021, without headings that ended, is this list.
    let (_, history) = real("prodcom_cn_history_2008_2021.csv").unwrap();
    let of_2021 = |kept: &Kept| -> BTreeSet<String> {
        let of = kept.codes.iter().filter(|code| code.nomenclature == "prodcom2021");
        of.map(|code| code.code.to_string()).collect()
    };
    let (list, history) = (of_2021(&kept), of_2021(&history));
    assert_eq!(history.difference(&list).collect::<Vec<_>>(), ["264051Z0"]);
    assert_eq!(list.difference(&history).collect::<Vec<_>>(), ["24513050", "24523000"]);
    let (report, levels) = real("NACE2_PRODCOM2021_table.csv").unwrap();
    assert_eq!((report.rows_read, levels.codes.len()), (5_575, 235 + 1_496));
}

#[test]
fn real_concordance() {
    let Some((report, kept)) = real("pc8_concord.tsv") else { return };
    let rows = independent("pc8_concord.tsv", b'\t');
    let year = |row: &BTreeMap<String, String>| row["lyear"].parse::<u16>().unwrap();
    let changed = rows.iter().filter(|row| year(row) < 2008 && row["unchanged"] != "1").count();
    assert_eq!((report.rows_read, kept.links.len()), (55_843, changed));
    let of = |wanted: u16| -> BTreeSet<&str> {
        let list = format!("prodcom{wanted}");
        let of = kept.codes.iter().filter(|code| code.nomenclature == list);
        of.map(|code| code.code.as_str()).collect()
    };
    for list in 2001..=2009 {
        let before = rows.iter().filter(|row| year(row) == list).map(|row| &row["lpc8"]);
        let after = rows.iter().filter(|row| year(row) + 1 == list).map(|row| &row["pc8"]);
        let expected: BTreeSet<String> = before
            .chain(after)
            .filter(|code| !code.is_empty())
            .map(|code| format!("{code:0>8}"))
            .collect();
        assert!(of(list) == expected.iter().map(String::as_str).collect(), "{list}");
    }
    assert!(of(2008).contains("07101000") && of(2010).is_empty());
}

/// Counts made with openpyxl and xlrd.
#[test]
fn real_workbooks() {
    for (name, rows, codes, links, left_out_rows) in [
        ("pc_desc_2010.xlsx", 5_612, 5_608, 0, 4),
        ("pc_desc_2012.xlsx", 5_565, 5_561, 0, 4),
        ("pc_desc_2014.xlsx", 5_567, 5_563, 0, 4),
        ("cn_pc_2010.xls", 9_815, 0, 8_522, 921 + 372),
        ("cn_pc_2012.xls", 9_826, 0, 9_568, 258),
        ("cn_pc_2013.xlsx", 9_818, 0, 9_560, 258),
        ("cn_pc_2014.xlsx", 9_827, 0, 9_565, 262),
    ] {
        let Some((report, kept)) = real(name) else { return };
        assert_eq!(
            (report.rows_read, kept.codes.len(), kept.links.len()),
            (rows, codes, links),
            "{name}"
        );
        assert_eq!(report.rows_left_out.values().sum::<u64>(), left_out_rows, "{name}");
    }
    let (_, kept) = real("pc_desc_2012.xlsx").unwrap();
    let (_, history) = real("prodcom_cn_history_2008_2021.csv").unwrap();
    let headings = |kept: &Kept| -> BTreeSet<String> {
        let of = kept.codes.iter().filter(|code| code.nomenclature == "prodcom2012");
        of.map(|code| code.code.to_string()).filter(|code| code.len() == 8).collect()
    };
    assert!(headings(&kept).is_subset(&headings(&history)));
    assert!(codes(&kept).contains(&"prodcom2012 0710 Mining of iron ores".to_owned()));
    assert!(codes(&kept).contains(&"prodcom2012 1200 Manufacture of tobacco products".to_owned()));
}

#[test]
fn real_folder() {
    let Some(folder) = shared("classifications/prodcom") else { return };
    let lists = source("prodcom-list").unwrap();
    let mut refused = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = crate::read::file_name(&path);
        let others = ["prodcom", "cn-cpa-nace", "hs-correlation", "comext", "sdmx"];
        let claimed = others.into_iter().filter_map(source).any(|other| other.wants(&path));
        assert!(!claimed, "{name}");
        if !lists.wants(&path) {
            let error = read_file("prodcom-list", Path::new(&path)).unwrap_err();
            assert!(error.to_string().contains("is not read"), "{error}");
            refused.push(name);
        }
    }
    refused.sort_unstable();
    let expected = [
        "B_lists.tsv",
        "N_lists.tsv",
        "T_lists.tsv",
        "T_lists_over_time.tsv",
        "prodcom_candidate_chains_2010_2021.json",
    ];
    assert_eq!(refused, expected);
}
