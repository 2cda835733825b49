//! Headers and body in files of their own.

use std::path::Path;

use http::{HeaderMap, Method, Uri};
use serde_json::Value;

use super::{Recorded, add, malformed};
use crate::{failure::Failure, input};

const REMEDY: &str =
    "write one header a line, as in `X-Signature: 0a1b..`, or a JSON object of them";

/// A request whose headers and body stand in files.
pub(crate) fn from_files(
    headers: &Path,
    body: &Path,
    method: Method,
    uri: Uri,
    limit: usize,
) -> Result<Recorded, Failure> {
    let text = input::read(headers, limit)?;
    let map = parse(headers, &text)?;
    let body = input::read(body, limit)?;
    Ok(Recorded::new(headers.display().to_string(), method, uri, map, body))
}

fn parse(path: &Path, text: &[u8]) -> Result<HeaderMap, Failure> {
    let mut headers = HeaderMap::new();
    if text.trim_ascii_start().first() == Some(&b'{') {
        from_json(path, text, &mut headers)?;
        return Ok(headers);
    }
    for (index, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let line = line.trim_ascii();
        if line.is_empty() {
            continue;
        }
        let mut halves = line.splitn(2, |byte| *byte == b':');
        let added = match (halves.next(), halves.next()) {
            (Some(name), Some(value)) => add(&mut headers, name, value),
            _ => None,
        };
        if added.is_none() {
            return Err(malformed(path, format!("line {} is no header", index + 1), REMEDY));
        }
    }
    Ok(headers)
}

/// As dashboards show them: names with a text, or with a list of texts.
fn from_json(path: &Path, text: &[u8], headers: &mut HeaderMap) -> Result<(), Failure> {
    let wrong = |why: String| malformed(path, why, REMEDY);
    let all: serde_json::Map<String, Value> =
        serde_json::from_slice(text).map_err(|error| wrong(error.to_string()))?;
    for (name, value) in all {
        let values = match value {
            Value::Array(values) => values,
            one => vec![one],
        };
        for value in values {
            value
                .as_str()
                .and_then(|value| add(headers, name.as_bytes(), value.as_bytes()))
                .ok_or_else(|| wrong(format!("`{name}` is no header")))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::parse;

    #[test]
    fn lines_and_objects_say_the_same() {
        let path = Path::new("headers");
        let lines = parse(path, b"X-A: 1\r\nx-b:2\n\nX-A:  3: \n").expect("lines");
        let object = parse(path, br#" {"X-A": ["1", "3:"], "x-b": "2"}"#).expect("an object");
        assert_eq!(lines, object);
        assert_eq!(lines.get_all("x-a").iter().collect::<Vec<_>>(), ["1", "3:"]);
        for wrong in ["no colon", "a b: c", r#"{"a": 1}"#, r#"{"a":"#, ": x"] {
            assert!(parse(path, wrong.as_bytes()).is_err(), "{wrong}");
        }
    }
}
