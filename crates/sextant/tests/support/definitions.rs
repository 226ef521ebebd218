//! Definitions of an analyst's own, beside those of the repository.

use std::fs;
use std::path::Path;

/// Copies the repository's definitions into a workspace, and adds a technology with
/// Prodcom headings of the list of 2021.
pub fn with_headings(workspace: &Path, technologies: &[(&str, &[&str])]) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions");
    let to = workspace.join("definitions");
    copy(&from, &to);
    for (id, headings) in technologies {
        let headings: Vec<String> = headings.iter().map(|code| format!("\"{code}\"")).collect();
        let text = format!(
            "id = \"{id}\"\nfamily = \"green\"\nversion = \"test\"\nstatus = \"reconstruction\"\n\n\
             [names]\nen = \"{id}\"\nnl = \"{id}\"\nfr = \"{id}\"\nzh = \"{id}\"\n\n\
             [hs]\nnone_because = \"A test.\"\n\n[hs.provenance]\norigin = \"A test.\"\nconfidence = \"low\"\ndate = \"2026-01-01\"\n\n\
             [production]\nprodcom_year = 2021\nheadings = [{}]\n\n\
             [production.provenance]\norigin = \"A test.\"\nconfidence = \"low\"\ndate = \"2026-01-01\"\n",
            headings.join(", ")
        );
        fs::write(to.join(format!("technologies/{id}.toml")), text).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let target = to.join(entry.file_name().unwrap());
        if entry.is_dir() {
            copy(&entry, &target);
        } else {
            fs::copy(&entry, &target).unwrap();
        }
    }
}
