//! The template language: literal text with `{parts}`.
//!
//! `format`, `message`, `id` and `event` are written in it. A template is read by this parser
//! alone, and used both ways: to build a value and to take one apart. `{{` and `}}` stand for the
//! braces themselves.

use super::{
    nearest, one_of,
    place::{is_header_name, pointer_segments},
    words::Digest,
};

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text that stands for itself.
    Text(String),
    /// `{signature}`: the signature in its text form.
    Signature,
    /// `{timestamp}`: the timestamp's text, exactly as it was sent.
    Timestamp,
    /// `{id}`: the delivery's id, exactly as it was sent.
    Id,
    /// `{event}`: the event's name.
    Event,
    /// `{body}`: the body.
    Body,
    /// `{sha256:body}`: a digest of the body in lower-case hexadecimal.
    Digest(Digest),
    /// `{method}`: the request's method in capitals.
    Method,
    /// `{path}`: the request's path.
    Path,
    /// `{query}`: the request's query, without the question mark.
    Query,
    /// `{header:Name}`: a header's value; the name is kept in lower case.
    Header(String),
    /// `{json:/pointer}`: a text, number or truth value of the body.
    Json(String),
}

/// What a template is for, which decides the parts it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// How the signature's value is built.
    Format,
    /// What is signed.
    Message,
    /// What identifies a delivery.
    Id,
    /// What names an event.
    Event,
}

impl Use {
    /// The parts that this kind of template may have, as they are written.
    pub const fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Format => &["signature", "timestamp", "id"],
            Self::Message => &[
                "body",
                "timestamp",
                "id",
                "method",
                "path",
                "query",
                "header:Name",
                "sha1:body",
                "sha256:body",
                "sha512:body",
            ],
            Self::Id => &["event", "json:/pointer", "header:Name", "sha256:body"],
            Self::Event => &["json:/pointer", "header:Name"],
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Format => "a `format`",
            Self::Message => "a `message`",
            Self::Id => "an `id`",
            Self::Event => "an `event`",
        }
    }
}

/// Reads a template.
///
/// # Errors
///
/// A sentence that quotes the offending part and says what may stand in its place.
pub fn parse_template(text: &str, usage: Use) -> Result<Vec<Part>, String> {
    if text.is_empty() {
        return Err(format!("{} cannot be empty", usage.name()));
    }
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from) = rest.split_at(at);
        literal.push_str(before);
        let column = text.len() - from.len() + 1;
        if let Some(after) = from.strip_prefix("{{") {
            literal.push('{');
            rest = after;
        } else if let Some(after) = from.strip_prefix("}}") {
            literal.push('}');
            rest = after;
        } else if from.starts_with('}') {
            return Err(format!(
                "`}}` at column {column} of `{text}` closes nothing: a brace that stands for itself is written twice, `}}}}`"
            ));
        } else {
            let inside = from.get(1..).unwrap_or_default();
            let Some((name, after)) = inside.split_once('}') else {
                return Err(format!(
                    "`{{` at column {column} of `{text}` is not closed: a brace that stands for itself is written twice, `{{{{`"
                ));
            };
            if !literal.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut literal)));
            }
            parts.push(parse_part(name, usage, column)?);
            rest = after;
        }
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        parts.push(Part::Text(literal));
    }
    Ok(parts)
}

fn parse_part(name: &str, usage: Use, column: usize) -> Result<Part, String> {
    let unknown = || {
        let known = usage.parts();
        let shown: Vec<String> = known.iter().map(|part| format!("{{{part}}}")).collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        match nearest(name, known.iter().copied()) {
            Some(near) => format!(
                "`{{{name}}}` at column {column} is no part of {}: did you mean `{{{near}}}`?",
                usage.name()
            ),
            None => format!(
                "`{{{name}}}` at column {column} is no part of {}: expected {}",
                usage.name(),
                one_of(&shown)
            ),
        }
    };
    let part = match name.split_once(':') {
        Some(("header", header)) => {
            if !is_header_name(header) {
                return Err(format!("`{header}` in `{{{name}}}` is no name of a header"));
            }
            Part::Header(header.to_ascii_lowercase())
        }
        Some(("json", pointer)) => {
            pointer_segments(pointer)?;
            Part::Json(pointer.to_owned())
        }
        Some((digest, "body")) => Part::Digest(Digest::from_word(digest).ok_or_else(unknown)?),
        Some(_) => return Err(unknown()),
        None => match name {
            "signature" => Part::Signature,
            "timestamp" => Part::Timestamp,
            "id" => Part::Id,
            "event" => Part::Event,
            "body" => Part::Body,
            "method" => Part::Method,
            "path" => Part::Path,
            "query" => Part::Query,
            _ => return Err(unknown()),
        },
    };
    let allowed = matches!(
        (&part, usage),
        (Part::Text(_), _)
            | (Part::Signature, Use::Format)
            | (Part::Timestamp, Use::Format | Use::Message | Use::Id)
            | (Part::Id, Use::Format | Use::Message)
            | (Part::Event, Use::Id)
            | (Part::Body | Part::Method | Part::Path | Part::Query, Use::Message)
            | (Part::Digest(_), Use::Message | Use::Id)
            | (Part::Header(_), Use::Message | Use::Id | Use::Event)
            | (Part::Json(_), Use::Id | Use::Event)
    );
    if allowed { Ok(part) } else { Err(unknown()) }
}

#[cfg(test)]
mod tests {
    use super::{Digest, Part, Use, parse_template};

    fn text(text: &str) -> Part {
        Part::Text(text.to_owned())
    }

    #[test]
    fn parts_and_text() {
        assert_eq!(
            parse_template("t={timestamp},v1={signature}", Use::Format).unwrap(),
            [text("t="), Part::Timestamp, text(",v1="), Part::Signature]
        );
        assert_eq!(
            parse_template("{{{timestamp}}}.{body}", Use::Message).unwrap(),
            [text("{"), Part::Timestamp, text("}."), Part::Body]
        );
        assert_eq!(
            parse_template("{event}:{json:/data/id}:{sha256:body}", Use::Id).unwrap(),
            [
                Part::Event,
                text(":"),
                Part::Json("/data/id".into()),
                text(":"),
                Part::Digest(Digest::Sha256)
            ]
        );
    }

    #[test]
    fn mistakes_name_the_part_and_its_column() {
        let error = |text, usage| parse_template(text, usage).unwrap_err();
        assert!(error("{timestmap}:{body}", Use::Message).contains("did you mean `{timestamp}`?"));
        assert!(error("a{body", Use::Message).contains("column 2"));
        assert!(error("a}b", Use::Message).contains("closes nothing"));
        assert!(error("{signature}", Use::Message).contains("expected `{body}`"));
        assert!(error("{body}", Use::Format).contains("expected `{signature}`"));
        assert!(error("{header:a b}", Use::Message).contains("no name of a header"));
        assert!(error("{json:data}", Use::Id).contains("JSON pointer"));
        assert!(error("", Use::Id).contains("empty"));
    }
}
