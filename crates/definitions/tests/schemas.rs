//! The JSON Schemas are those of the types, and every definition file names its own.
//!
//! After a change of the types: `SEXTANT_UPDATE=1 cargo test -p sextant-definitions
//! --test schemas`.

use std::path::{Path, PathBuf};

use sextant_definitions::schemas;

/// The folders that hold definitions.
const FOLDERS: [&str; 10] = [
    "alternatives",
    "technologies",
    "ecosystems",
    "product-groups",
    "fields",
    "geographies",
    "investment",
    "sectors",
    "rules",
    "expansions",
];

fn definitions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions")
}

#[test]
fn written_schemas_are_those_of_the_types() {
    let folder = definitions().join("schemas");
    let update = std::env::var_os("SEXTANT_UPDATE").is_some();
    for (name, text) in schemas::all() {
        let path = folder.join(name);
        if update {
            std::fs::create_dir_all(&folder).expect("the schemas folder can be made");
            std::fs::write(&path, &text).expect("the schema can be written");
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            written == text,
            "{name} is stale: run SEXTANT_UPDATE=1 cargo test -p sextant-definitions --test schemas"
        );
    }
}

#[test]
fn no_schema_is_left_over() {
    let known: Vec<&str> = schemas::all().into_iter().map(|(name, _)| name).collect();
    for entry in std::fs::read_dir(definitions().join("schemas")).expect("there are schemas") {
        let name = entry.expect("the entry can be read").file_name();
        let name = name.to_string_lossy();
        assert!(known.contains(&name.as_ref()), "schemas/{name} belongs to no type");
    }
}

/// Whether each file obeys it is tested where a validator of JSON Schemas is at hand:
/// `web/test/definitions.test.ts`.
#[test]
fn every_file_names_its_schema() {
    let known: Vec<String> =
        schemas::all().into_iter().map(|(name, _)| format!("#:schema ../schemas/{name}")).collect();
    for file in toml_files(&definitions()) {
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        let first = text.lines().next().unwrap_or_default();
        assert!(known.iter().any(|line| line == first), "{} begins {first}", file.display());
    }
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let folders = FOLDERS;
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|name| std::fs::read_dir(folder.join(name)).expect("the folder is there"))
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}
