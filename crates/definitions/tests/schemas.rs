//! The JSON Schemas are those of the types, and every definition file obeys its own.
//!
//! After a change of the types: `SEXTANT_UPDATE=1 cargo test -p sextant-definitions
//! --test schemas`.

use std::path::{Path, PathBuf};

use sextant_definitions::schemas;

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

#[test]
fn every_file_names_its_schema_and_obeys_it() {
    let folder = definitions();
    let mut checked = 0;
    for (name, text) in schemas::all() {
        let schema: serde_json::Value = serde_json::from_str(&text).expect("a schema is JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema is a schema");
        for file in toml_files(&folder) {
            let text = std::fs::read_to_string(&file).expect("the file can be read");
            if text.lines().next() != Some(&format!("#:schema ../schemas/{name}")) {
                continue;
            }
            let value: serde_json::Value = toml::from_str(&text).expect("the file is TOML");
            let errors: Vec<String> =
                validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", file.display());
            checked += 1;
        }
    }
    assert_eq!(checked, toml_files(&folder).len(), "every file begins with its schema");
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let folders = ["technologies", "ecosystems", "product-groups", "geographies", "rules"];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|name| std::fs::read_dir(folder.join(name)).expect("the folder is there"))
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}
