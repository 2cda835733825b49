//! The reference of the language, written from its table.

use std::fmt::Write as _;

use super::{
    keys::{Kind, Table, Values, Word},
    table::Declaration,
    template::Use,
};

/// What each placeholder of a template means.
const PLACEHOLDERS: &[(&str, &str)] = &[
    ("signature", "the signature in its text form"),
    ("timestamp", "the timestamp's text, exactly as it was sent"),
    ("id", "the delivery's id, exactly as it was sent"),
    ("event_type", "the name of the event"),
    ("any", "text that means nothing here"),
    ("body", "the body"),
    ("md5:body", "a digest of the body, here MD5, in lower-case hexadecimal"),
    ("sha1:body", "the same with SHA-1"),
    (
        "sha256:body",
        "the same with SHA-256; `sha256-base64:body` and `sha256-raw:body` in other forms",
    ),
    ("sha384:body", "the same with SHA-384"),
    ("sha512:body", "the same with SHA-512; `sha512-base64:body` in base64"),
    ("crc32:body", "the CRC-32 of the body as a decimal number; it binds nothing"),
    ("method", "the request's method, in capitals"),
    ("path", "the request's path"),
    ("query", "the request's query, without the question mark"),
    ("url", "the public address that the request was sent to"),
    ("url:port", "the same with a port, the scheme's own if the address names none"),
    ("url:no-port", "the same without a port"),
    ("url:quoted", "the same with the apostrophes of the query written `%27`"),
    ("url:no-query", "the same without the query"),
    ("url:host", "its host, with the port that the address names"),
    ("url:target", "its path and query, as a request line has them"),
    ("header:Name", "the value of a header; with `?` after the name, nothing where it is missing"),
    ("query:name", "a parameter of the query, decoded; `?` as above"),
    ("json:/pointer", "a string, number or boolean of the body; `?` as above"),
    ("form:name", "a field of a form, decoded; `?` as above"),
    ("form:sorted", "all fields of a form: name and value of each, by name, without duplicates"),
    ("query:sorted", "the same of the query"),
    ("secret", "the secret's text"),
    ("challenge", "what a handshake asks with"),
    ("proof", "the signature of the challenge, or what the handshake's `proof` says"),
    ("verify_token", "what the owner of an endpoint told the sender beforehand"),
];

/// The templates, by the keys that are written in them.
const TEMPLATES: &[(&str, Use)] = &[
    ("format", Use::Format),
    ("message", Use::Message),
    ("id", Use::Id),
    ("event_type", Use::EventType),
    ("ack_body", Use::Acknowledgement),
    ("answer", Use::Reply),
    ("proof", Use::Proof),
];

/// The whole language in Markdown: each key with what it means, its values, its default, its rule and an
/// example, and each placeholder of a template.
pub fn reference() -> String {
    let mut text = String::from("# Keys of a declaration\n\n");
    let whole = Declaration::<()>::TABLE;
    list(&mut text, whole, "##");
    for word in whole.words {
        if let Kind::One(table) | Kind::Many(table) = word.kind {
            let _ = write!(text, "# Keys of `{}(..)`\n\n", table.name);
            list(&mut text, table, "##");
        }
    }
    placeholders(&mut text);
    text
}

fn list(text: &mut String, table: &Table, heading: &str) {
    for word in table.words {
        key(text, word, heading);
    }
}

fn key(text: &mut String, word: &Word, heading: &str) {
    // Writing to a text cannot fail.
    let meaning = word.meaning.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let _ = write!(text, "{heading} `{}`\n\n{}\n\n", word.name, meaning.trim());
    let values = match (word.values, word.kind) {
        (Values::Words(words), _) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            words.join(", ")
        }
        (Values::Described(words), _) => words.to_owned(),
        (Values::Template(_), _) => "a template, see below".to_owned(),
        (Values::Keys, _) => "keys of its own, see below".to_owned(),
    };
    let several = match word.kind {
        Kind::Texts => "; several as `[\"..\", \"..\"]`",
        _ => "",
    };
    let _ = writeln!(text, "- Values: {values}{several}.");
    for (what, said) in [("Default", word.default), ("Rule", word.rule)] {
        if !said.is_empty() {
            let _ = writeln!(text, "- {what}: {said}.");
        }
    }
    let _ = write!(text, "\n```text\n{}\n```\n\n", word.example);
}

fn placeholders(text: &mut String) {
    text.push_str(
        "# Templates\n\nA template is text with placeholders. `{{` and `}}` are the braces themselves.\n\n",
    );
    for (key, usage) in TEMPLATES {
        let parts: Vec<String> = usage.parts().iter().map(|part| format!("`{{{part}}}`")).collect();
        let _ = writeln!(text, "- `{key}` takes {}.", parts.join(", "));
    }
    text.push_str("\n| placeholder | means |\n|---|---|\n");
    for (name, means) in PLACEHOLDERS {
        let _ = writeln!(text, "| `{{{name}}}` | {means} |");
    }
    text.push_str(
        "\n# Durations\n\nA whole number and a unit: `s`, `m`, `h` or `d`, as in `90s`, `5m`, `14h`, `3d`.\n",
    );
}

#[cfg(test)]
mod tests {
    use super::{PLACEHOLDERS, TEMPLATES};

    #[test]
    fn every_placeholder_is_described() {
        for (key, usage) in TEMPLATES {
            for part in usage.parts() {
                let is_described = PLACEHOLDERS.iter().any(|(name, _)| name == part);
                assert!(is_described, "`{{{part}}}` of `{key}`");
            }
        }
    }
}
