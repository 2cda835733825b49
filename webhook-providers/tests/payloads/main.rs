//! Every published sample decodes into its type, and what senders may change does not break it.
//!
//! A sample in `samples/` without a line in the table of its provider fails `every_sample_is_read`.

#![allow(missing_docs)]
#![allow(
    dead_code,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    clippy::wildcard_imports,
    reason = "a test may fail, reads the module it tests, and runs with any features"
)]

#[cfg(feature = "ascend")]
mod ascend;
#[cfg(feature = "fincra")]
mod fincra;
#[cfg(feature = "goodstack")]
mod goodstack;
#[cfg(feature = "ratio")]
mod ratio;
#[cfg(feature = "waldo")]
mod waldo;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

/// A sample's file, and what reads it.
type Table = &'static [(&'static str, fn(&str))];

/// The tables of the providers that are compiled in.
fn tables() -> Vec<(&'static str, Table)> {
    vec![
        #[cfg(feature = "ascend")]
        ("ascend", ascend::SAMPLES),
        #[cfg(feature = "fincra")]
        ("fincra", fincra::SAMPLES),
        #[cfg(feature = "goodstack")]
        ("goodstack", goodstack::SAMPLES),
        #[cfg(feature = "ratio")]
        ("ratio", ratio::SAMPLES),
        #[cfg(feature = "waldo")]
        ("waldo", waldo::SAMPLES),
    ]
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("samples")
}

/// The text of a sample, named `provider/file.json`.
fn sample(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn decode<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

/// The text of what stands under `keys`, untouched.
fn under<'a>(body: &'a str, keys: &[&str]) -> &'a str {
    keys.iter().fold(body, |text, key| {
        let object: BTreeMap<String, &RawValue> = serde_json::from_str(text).unwrap();
        object.get(*key).unwrap_or_else(|| panic!("no {key} in {text}")).get()
    })
}

#[test]
fn every_sample_is_read() {
    for (provider, table) in tables() {
        let files: BTreeSet<String> = std::fs::read_dir(folder().join(provider))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let covered: BTreeSet<String> = table.iter().map(|(file, _)| (*file).into()).collect();
        assert_eq!(files, covered, "{provider}: the samples, and the table of what reads them");
        for (file, read) in table {
            println!("{provider}/{file}");
            read(&sample(&format!("{provider}/{file}")));
        }
    }
}

/// Reads `T`, writes it, and looks at what becomes of it when the sender changes something.
///
/// `unread` are keys that the type leaves out, each for a reason that is written beside it.
fn check<T>(payload: &str, unread: &[&str])
where
    T: DeserializeOwned + Serialize + PartialEq + Debug,
{
    let typed: T = decode(payload);
    let written = serde_json::to_string(&typed).unwrap();
    assert_eq!(decode::<T>(&written), typed, "a round trip");

    let sent: Value = decode(payload);
    keeps_all(&sent, &decode(&written), unread, "");
    for path in paths(&sent, "") {
        // Free-form objects are kept letter by letter: any change shows, and none breaks.
        let free_form =
            ["/metadata/", "/partnerFields/", "/reason/"].iter().any(|key| path.contains(key));

        let missing = serde_json::from_str::<T>(&changed(&sent, &path, None)).ok();
        let null = serde_json::from_str::<T>(&changed(&sent, &path, Some(Value::Null))).ok();
        if !free_form {
            assert_eq!(missing, null, "absent and null read alike: {path}");
        }
        match sent.pointer(&path) {
            Some(Value::String(_)) => {
                decode::<T>(&changed(&sent, &path, Some("a name of tomorrow".into())));
            }
            Some(Value::Object(_)) => {
                decode::<T>(&changed(&sent, &format!("{path}/keyOfTomorrow"), Some(1.into())));
            }
            _ => {}
        }
    }
    for end in 0..payload.trim_end().len() {
        if let Some(cut) = payload.get(..end) {
            assert!(serde_json::from_str::<T>(cut).is_err(), "cut off: {cut}");
        }
    }
    decode::<T>(&changed(&sent, "/keyOfTomorrow", Some(Value::Array(vec![Value::Null]))));
}

/// All that was sent is in the type, with its value.
fn keeps_all(sent: &Value, written: &Value, unread: &[&str], path: &str) {
    match (sent, written) {
        (Value::Object(sent), Value::Object(written)) => {
            for (key, value) in sent.iter().filter(|(key, _)| !unread.contains(&key.as_str())) {
                let kept = written.get(key).unwrap_or_else(|| panic!("{path}/{key} is not read"));
                keeps_all(value, kept, unread, &format!("{path}/{key}"));
            }
        }
        (Value::Array(sent), Value::Array(written)) => {
            assert_eq!(sent.len(), written.len(), "{path}");
            for (sent, written) in sent.iter().zip(written) {
                keeps_all(sent, written, unread, path);
            }
        }
        _ => assert_eq!(sent, written, "{path}"),
    }
}

/// JSON pointers to everything inside.
fn paths(value: &Value, path: &str) -> Vec<String> {
    let inside: Vec<(String, &Value)> = match value {
        Value::Object(object) => {
            object.iter().map(|(key, value)| (format!("{path}/{key}"), value)).collect()
        }
        Value::Array(array) => {
            array.iter().enumerate().map(|(i, value)| (format!("{path}/{i}"), value)).collect()
        }
        _ => Vec::new(),
    };
    inside
        .iter()
        .flat_map(|(path, value)| [vec![path.clone()], paths(value, path)].concat())
        .collect()
}

/// The text of `value` with another value at `path`, or with none. Items of arrays stay.
fn changed(value: &Value, path: &str, new: Option<Value>) -> String {
    let mut value = value.clone();
    let (parent, key) = path.rsplit_once('/').unwrap();
    match value.pointer_mut(parent) {
        Some(Value::Object(object)) => match new {
            Some(new) => drop(object.insert(key.into(), new)),
            None => drop(object.remove(key)),
        },
        Some(Value::Array(_)) => {}
        _ => panic!("{path} is in nothing"),
    }
    value.to_string()
}
