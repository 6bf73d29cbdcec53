//! The case files against `schema.json`, by as much of JSON Schema as that file uses.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "test code: a panic is a failing test"
)]

use std::fs;

use eichrecht_testkit::{generate, vectors_folder};
use serde_json::Value;

/// Keywords that say nothing about validity, or that `cases_are_well_formed` checks.
const NOT_LOOKED_AT: [&str; 7] = ["$schema", "$defs", "title", "description", "format", "pattern", "additionalProperties"];

/// Collects what does not fit.
fn check(schema: &Value, value: &Value, root: &Value, path: &str, problems: &mut Vec<String>) {
    for (keyword, rule) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                check(&root["$defs"][name], value, root, path, problems);
                true
            }
            "type" => match rule {
                Value::Array(kinds) => kinds.iter().any(|kind| is(value, kind)),
                kind => is(value, kind),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "required" => rule.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
            "oneOf" => {
                let fitting = |alternative: &&Value| {
                    let mut found = Vec::new();
                    check(alternative, value, root, path, &mut found);
                    found.is_empty()
                };
                rule.as_array().unwrap().iter().filter(fitting).count() == 1
            }
            "minItems" => value.as_array().unwrap().len() as u64 >= rule.as_u64().unwrap(),
            "uniqueItems" => {
                let items = value.as_array().unwrap();
                items.iter().enumerate().all(|(at, item)| !items[..at].contains(item))
            }
            "items" => {
                for (at, item) in value.as_array().unwrap().iter().enumerate() {
                    check(rule, item, root, &format!("{path}[{at}]"), problems);
                }
                true
            }
            "properties" => {
                assert_eq!(schema["additionalProperties"], false, "{path}: unknown fields must be refused");
                for (key, item) in value.as_object().unwrap() {
                    match rule.get(key) {
                        Some(rule) => check(rule, item, root, &format!("{path}.{key}"), problems),
                        None => problems.push(format!("{path}.{key} is not known")),
                    }
                }
                true
            }
            other => {
                assert!(NOT_LOOKED_AT.contains(&other), "the check does not know the keyword {other}");
                true
            }
        };
        if !fits {
            problems.push(format!("{path}: {value} does not fit {keyword} {rule}"));
        }
    }
}

fn is(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "null" => value.is_null(),
        "integer" => value.is_u64(),
        other => panic!("the check does not know the type {other}"),
    }
}

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string(vectors_folder().join("schema.json")).unwrap()).unwrap()
}

#[test]
fn every_case_file_follows_the_schema() {
    let (root, schema) = (vectors_folder(), schema());
    let case_files: Vec<String> = generate::paths_below(&root)
        .unwrap()
        .into_iter()
        .filter(|path| {
            path.ends_with(".json") && path.matches('/').count() == 1 && !path.starts_with("keys/") && !path.starts_with("ledger/")
        })
        .collect();
    assert!(case_files.len() >= 10, "{case_files:?}");
    for path in case_files {
        let value: Value = serde_json::from_str(&fs::read_to_string(root.join(&path)).unwrap()).unwrap();
        let mut problems = Vec::new();
        check(&schema, &value, &schema, &path, &mut problems);
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }
}

/// The check itself finds what it should.
#[test]
fn a_broken_case_does_not_follow_the_schema() {
    let schema = schema();
    let path = vectors_folder().join("demo/cases.json");
    let good: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let spoil: [fn(&mut Value); 6] = [
        |file| file["schema"] = "other".into(),
        |file| file["cases"][0]["surprise"] = 1.into(),
        |file| file["cases"][0]["inputs"] = Value::Array(Vec::new()),
        |file| file["cases"][0]["expected"]["verdict"] = "green".into(),
        |file| file["cases"][0]["keys"][0]["text"] = "second spelling".into(),
        |file| {
            file["cases"][0]["expected"].as_object_mut().unwrap().remove("errors");
        },
    ];
    for spoil in spoil {
        let mut file = good.clone();
        spoil(&mut file);
        let mut problems = Vec::new();
        check(&schema, &file, &schema, "file", &mut problems);
        assert!(!problems.is_empty(), "{file}");
    }
}
