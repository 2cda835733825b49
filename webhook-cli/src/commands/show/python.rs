//! How to verify a provider's deliveries elsewhere: a function in Python, of its standard library.
//!
//! It is written from the keys of the declaration. What it cannot say is said: no function is
//! written that would take less than the declaration takes, or more.

use std::fmt::Write as _;

use webhook_kit::{
    Scheme,
    grammar::{
        AlgorithmKind, Declaration, Format, FormatPart, Owned, Part, Piece, Spanned, TimestampKeys,
        Use, parse_duration, parse_template,
    },
};

type Keys = Declaration<()>;

/// The function, or what it would need.
pub(super) fn verifier(scheme: &Scheme) -> Result<String, String> {
    let keys = scheme.declaration();
    let kind = scheme.algorithm().kind();
    if keys.custom.is_some() {
        return Err("it is verified by code".to_owned());
    }
    if !scheme.alternatives().is_empty() {
        return Err("it signs in several ways".to_owned());
    }
    if scheme.jwt().is_some() || kind == AlgorithmKind::PublicKey {
        return Err(format!("`{}` needs a library", scheme.algorithm().as_str()));
    }
    if keys.digest.is_some() {
        return Err("the message holds a digest from elsewhere in the request".to_owned());
    }
    let mut text = head(scheme, &keys);
    candidates(scheme, &keys, &mut text)?;
    if let Some(timestamp) = &keys.timestamp {
        time(timestamp, &mut text)?;
    }
    if kind == AlgorithmKind::Equality {
        text.push_str(if scheme.algorithm().as_str() == "basic" {
            "    expected = [base64.b64encode(secret.encode()).decode()]\n"
        } else {
            "    expected = [secret]\n"
        });
    } else {
        message(scheme, &keys, &mut text)?;
    }
    text.push_str(
        "    # Every signature with every expected one, in constant time, whatever matched before.\n    \
         matches = [hmac.compare_digest(one.encode(), other.encode()) for one in signatures for other in expected]\n    \
         return any(matches)\n",
    );
    Ok(text)
}

/// Everything up to what the header holds.
fn head(scheme: &Scheme, keys: &Keys) -> String {
    let name = literal(scheme.name());
    let function = scheme.name().replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    let mut text = format!(
        "import base64, datetime, email.utils, hashlib, hmac, re, time, unicodedata, urllib.parse\n\n\n\
         def verify_{function}(headers, body, secret, url=\"\", now=None):\n    \
         \"\"\"Whether a delivery is genuine.\n\n    \
         `headers`: names in lower case, with their values; `body`: the bytes as they came, before anything\n    \
         parsed them; `url`: the public address it was sent to, where that is signed.\n    \"\"\"\n    \
         # Written by `webhook show` from the declaration of {name}.\n    \
         if not secret.strip():\n        \
             raise ValueError(\"no secret: anybody could sign\")\n"
    );
    if value(keys.body.as_ref()) == Some("json") {
        text.push_str(
            "    # This sender may sign JSON.stringify(JSON.parse(body)) where it sends other bytes: Python\n    \
             # does not write JSON as JavaScript does, so only the bytes as they came are tried here.\n",
        );
    }
    text
}

/// The signatures that the request brings, and the time and the id beside them.
fn candidates(scheme: &Scheme, keys: &Keys, text: &mut String) -> Result<(), String> {
    if let Some(place) = &keys.signature {
        return Err(format!("the signature stands at `{}`", place.value));
    }
    if scheme.headers().iter().any(|name| name.contains('{')) {
        return Err("the signatures stand in numbered headers".to_owned());
    }
    let names: Vec<String> = scheme.headers().iter().map(|name| literal(name)).collect();
    let _ = writeln!(
        text,
        "    values = [headers[name] for name in [{}] if name in headers]",
        names.join(", ")
    );
    text.push_str("    signatures, timestamp, delivery_id = [], None, None\n");
    let separator = value(keys.separator.as_ref()).and_then(|text| text.bytes().next());
    let default =
        if scheme.algorithm().as_str() == "basic" { "Basic {signature}" } else { "{signature}" };
    let format = value(keys.format.as_ref()).unwrap_or(default);
    let (separator, patterns) = match Format::parse(format, separator)? {
        Format::Whole { prefix, suffix } => {
            (None, vec![format!("{}(?P<signature>.+){}", escaped(&prefix), escaped(&suffix))])
        }
        Format::List { separator, items } => {
            let pattern =
                |prefix: &str, part| format!("{}(?P<{}>.+)", escaped(prefix), group(part));
            (Some(separator), items.iter().map(|(prefix, part)| pattern(prefix, *part)).collect())
        }
        Format::Sequence { separator, pieces } => {
            let pattern = |piece: &Piece<Owned>| match piece {
                Piece::Text(literal) => escaped(literal),
                Piece::Any => ".*?".to_owned(),
                Piece::Part(part) => format!("(?P<{}>.+?)", group(*part)),
            };
            (separator, vec![pieces.iter().map(pattern).collect()])
        }
    };
    let elements = match separator {
        Some(separator) => format!("value.split({})", literal(&char::from(separator).to_string())),
        None => "[value]".to_owned(),
    };
    let patterns: Vec<String> = patterns.iter().map(|pattern| literal(pattern)).collect();
    let _ = write!(
        text,
        "    for value in values:\n        \
             for element in {elements}:\n            \
                 for pattern in [{}]:\n                \
                     found = re.fullmatch(pattern, element.strip())\n                \
                     parts = found.groupdict() if found else {{}}\n                \
                     signatures += [parts[\"signature\"]] if \"signature\" in parts else []\n                \
                     timestamp = parts.get(\"timestamp\", timestamp)\n                \
                     delivery_id = parts.get(\"id\", delivery_id)\n",
        patterns.join(", ")
    );
    let normal = match value(keys.encoding.as_ref()) {
        // The secret itself is compared.
        _ if scheme.algorithm().kind() == AlgorithmKind::Equality => return Ok(()),
        None | Some("hex" | "hex-upper") => "one.lower()",
        Some("base64" | "base64url") => "one.rstrip(\"=\")",
        Some("base64-escaped") => "urllib.parse.unquote(one).rstrip(\"=\")",
        Some("base64-of-hex") => {
            "base64.b64decode(one + \"==\").decode(\"ascii\", \"replace\").lower()"
        }
        Some(other) => return Err(format!("`{other}` is an encoding that is not written here")),
    };
    let _ = writeln!(text, "    signatures = [{normal} for one in signatures]");
    Ok(())
}

/// Refuses what is not of now.
fn time(keys: &TimestampKeys<()>, text: &mut String) -> Result<(), String> {
    if keys.json.is_some() || keys.query.is_some() || keys.form.is_some() {
        return Err("the timestamp stands in the body or in the query".to_owned());
    }
    if let Some(name) = &keys.header {
        let _ =
            writeln!(text, "    timestamp = headers.get({})", literal(&name.value.to_lowercase()));
    }
    let Some(tolerance) = value(keys.tolerance.as_ref()) else { return Ok(()) };
    let seconds = match value(keys.unit.as_ref()) {
        Some("seconds") => "int(timestamp)",
        Some("milliseconds") => "int(timestamp) / 1000",
        Some("auto") => {
            "int(timestamp) / 1000 if int(timestamp) > 99_999_999_999 else int(timestamp)"
        }
        Some("rfc3339") => {
            "datetime.datetime.fromisoformat(timestamp.replace(\"Z\", \"+00:00\")).timestamp()"
        }
        Some("http-date") => "email.utils.parsedate_to_datetime(timestamp).timestamp()",
        other => {
            return Err(format!(
                "`{}` is a unit that is not written here",
                other.unwrap_or_default()
            ));
        }
    };
    let _ = write!(
        text,
        "    try:\n        \
             signed_at = {seconds}\n        \
             if not abs((time.time() if now is None else now) - signed_at) <= {}:\n            \
                 return False\n    \
         except (AttributeError, OverflowError, TypeError, ValueError):\n        \
             return False\n",
        parse_duration(tolerance)?.as_secs()
    );
    Ok(())
}

/// What the signatures should be: one for each alternative of the message.
fn message(scheme: &Scheme, keys: &Keys, text: &mut String) -> Result<(), String> {
    key(keys, text)?;
    let templates: Vec<&str> = match &keys.message[..] {
        [] => vec!["{body}"],
        several => several.iter().map(|one| one.value.as_str()).collect(),
    };
    let id = keys.id.first().and_then(|id| id.value.strip_prefix("header:"));
    if let Some(id) = id {
        let _ = writeln!(
            text,
            "    delivery_id = headers.get({}, delivery_id)",
            literal(&id.to_lowercase())
        );
    }
    text.push_str("    try:\n        messages = [\n");
    for template in templates {
        let parts = parse_template(template, Use::Message)?;
        let pieces = parts.iter().map(piece).collect::<Result<Vec<_>, _>>()?;
        let _ = writeln!(text, "            {},", pieces.join(" + "));
    }
    // A header or a part that is missing is no message.
    text.push_str("        ]\n    except (AttributeError, KeyError):\n        return False\n");
    let word = scheme.algorithm().as_str();
    let hash = word.trim_start_matches("hash-");
    let digest = match scheme.algorithm().kind() {
        AlgorithmKind::Hmac => format!("hmac.new(key, message, hashlib.{hash})"),
        AlgorithmKind::Hash => format!("hashlib.{hash}(message)"),
        _ => return Err(format!("`{word}` needs a library")),
    };
    let encoded = match value(keys.encoding.as_ref()) {
        Some("base64" | "base64-escaped") => {
            format!("base64.b64encode({digest}.digest()).decode().rstrip(\"=\")")
        }
        Some("base64url") => {
            format!("base64.urlsafe_b64encode({digest}.digest()).decode().rstrip(\"=\")")
        }
        _ => format!("{digest}.hexdigest()"),
    };
    let _ = writeln!(text, "    expected = [{encoded} for message in messages]");
    Ok(())
}

/// The bytes of the key.
fn key(keys: &Keys, text: &mut String) -> Result<(), String> {
    let prefix = value(keys.secret_prefix.as_ref()).unwrap_or_default();
    let bare = match prefix {
        "" => "secret".to_owned(),
        prefix => format!("secret.removeprefix({})", literal(prefix)),
    };
    let from_base64 = format!(
        "base64.b64decode({bare}.replace(\"-\", \"+\").replace(\"_\", \"/\").rstrip(\"=\") + \"==\")"
    );
    let key = match value(keys.secret_encoding.as_ref()) {
        None | Some("utf8") => format!("{bare}.encode()"),
        Some("nfkd") => format!("unicodedata.normalize(\"NFKD\", {bare}).encode()"),
        Some("hex") => format!("bytes.fromhex({bare})"),
        Some("base64") => from_base64,
        Some("base64-if-prefixed") => {
            format!("{from_base64} if secret.startswith({}) else secret.encode()", literal(prefix))
        }
        Some(other) => return Err(format!("`{other}` is a form of keys that is not written here")),
    };
    let _ = writeln!(text, "    key = {key}");
    match value(keys.key_derivation.as_ref()) {
        None => {}
        Some("sha256-hex") => text.push_str("    key = hashlib.sha256(key).hexdigest().encode()\n"),
        Some(digest) => {
            let _ = writeln!(text, "    key = hashlib.{digest}(key).digest()");
        }
    }
    Ok(())
}

/// A piece of the message.
fn piece(part: &Part<Owned>) -> Result<String, String> {
    Ok(match part {
        Part::Text(text) => format!("{}.encode()", literal(text)),
        Part::Timestamp => "timestamp.encode()".to_owned(),
        Part::Id => "delivery_id.encode()".to_owned(),
        Part::Body => "body".to_owned(),
        Part::Method => "b\"POST\"".to_owned(),
        Part::Secret => "key".to_owned(),
        Part::Header(name) => format!("headers[{}].encode()", literal(name)),
        Part::Optional(inner) => match &**inner {
            Part::Header(name) => format!("headers.get({}, \"\").encode()", literal(name)),
            other => return Err(format!("the message holds {other:?}")),
        },
        Part::Url(form) if form.as_str() == "plain" => "url.encode()".to_owned(),
        Part::Url(form) if form.as_str() == "no-query" => {
            "url.partition(\"?\")[0].encode()".to_owned()
        }
        Part::Url(form) if form.as_str() == "host" => {
            "urllib.parse.urlsplit(url).netloc.encode()".to_owned()
        }
        Part::Url(form) if form.as_str() == "target" => {
            "urllib.parse.urlsplit(url)._replace(scheme=\"\", netloc=\"\").geturl().encode()"
                .to_owned()
        }
        Part::Path => "urllib.parse.urlsplit(url).path.encode()".to_owned(),
        Part::Query => "urllib.parse.urlsplit(url).query.encode()".to_owned(),
        Part::Crc32 => return Err("the message holds a checksum of the body".to_owned()),
        Part::Digest(digest) => {
            let word = digest.as_str();
            let (hash, form) = word.split_once('-').unwrap_or((word, "hex"));
            match form {
                "hex" => format!("hashlib.{hash}(body).hexdigest().encode()"),
                "base64" => format!("base64.b64encode(hashlib.{hash}(body).digest())"),
                "raw" => format!("hashlib.{hash}(body).digest()"),
                _ => return Err(format!("`{word}` is a digest that is not written here")),
            }
        }
        Part::Json(_) => return Err("the message holds values of the JSON body".to_owned()),
        Part::Field(_) | Part::SortedForm => {
            return Err("the message holds fields of the form".to_owned());
        }
        Part::Parameter(_) | Part::SortedQuery => {
            return Err("the message holds parameters of the query".to_owned());
        }
        Part::Url(_) => return Err("the address is signed in several forms".to_owned()),
        Part::Signature
        | Part::EventType
        | Part::Any
        | Part::Challenge
        | Part::Proof
        | Part::VerifyToken => {
            return Err("the message holds what is not written here".to_owned());
        }
    })
}

fn value<S>(key: Option<&Spanned<S, String>>) -> Option<&str> {
    key.map(|key| key.value.as_str())
}

fn group(part: FormatPart) -> &'static str {
    match part {
        FormatPart::Signature => "signature",
        FormatPart::Timestamp => "timestamp",
        FormatPart::Id => "id",
    }
}

/// A text as a string of Python: what escapes a string in JSON escapes it there.
fn literal(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A text as a regular expression that matches it alone.
fn escaped(text: &str) -> String {
    let mut pattern = String::new();
    for character in text.chars() {
        if character.is_ascii_punctuation() {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::{escaped, literal};

    #[test]
    fn what_a_declaration_says_cannot_become_code() {
        assert_eq!(literal("a\"\n\\"), "\"a\\\"\\n\\\\\"");
        assert_eq!(escaped("v1=(.*)"), r"v1\=\(\.\*\)");
    }
}
