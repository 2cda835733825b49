//! The template language: literal text with `{parts}`.
//!
//! `format`, `message`, `id` and `event_type` are written in it. A template is read by this parser
//! alone, and used both ways: to build a value and to take one apart. `{{` and `}}` stand for the
//! braces themselves.

use super::{
    alternatives,
    place::{Pointer, is_header_name},
    store::{Owned, Store, model},
    words::{Digest, UrlForm},
};

model! {
/// A piece of a template.
pub enum Part {
    /// Text that stands for itself.
    Text(text: O::Text),
    /// `{signature}`: the signature in its text form.
    Signature,
    /// `{timestamp}`: the timestamp's text, exactly as it was sent.
    Timestamp,
    /// `{id}`: the delivery's id, exactly as it was sent.
    Id,
    /// `{event_type}`: the event's name.
    EventType,
    /// `{body}`: the body.
    Body,
    /// `{sha256:body}`: a digest of the body in lower-case hexadecimal.
    Digest(digest: Digest),
    /// `{crc32:body}`: the CRC-32 of the body as a decimal number. It binds nothing: anybody can
    /// change a body and keep it.
    Crc32,
    /// `{method}`: the request's method in capitals.
    Method,
    /// `{path}`: the request's path.
    Path,
    /// `{query}`: the request's query, without the question mark.
    Query,
    /// `{header:Name}`: a header's value; the name is kept in lower case.
    Header(name: O::Text),
    /// `{json:/pointer}`: a text, number or truth value of the body.
    Json(at: Pointer<O>),
    /// `{query:name}`: a parameter of the query, decoded.
    Parameter(name: O::Text),
    /// `{form:name}`: a field of a form, decoded.
    Field(name: O::Text),
    /// `{form:sorted}`: every field of a form, name and value without anything between them, by
    /// name, the values of one name sorted and without repetitions.
    SortedForm,
    /// `{query:sorted}`: the same of the query.
    SortedQuery,
    /// `{url}`: the public address that the request was sent to.
    Url(form: UrlForm),
    /// `{secret}`: the secret's text.
    Secret,
    /// `{any}`: text that means nothing here.
    Any,
    /// `{challenge}`: what a handshake asks with.
    Challenge,
    /// `{proof}`: the signature of the challenge, or what the handshake's `proof` says.
    Proof,
    /// `{verify_token}`: what the owner and the sender agreed on for handshakes.
    VerifyToken,
    /// `{header:Name?}`: nothing where it is not there.
    Optional(part: O::Nested<Part<O>>),
}
}

impl<O: Store> Part<O> {
    /// Whether it says everything that the body says.
    pub const fn covers_body(&self) -> bool {
        matches!(self, Self::Body | Self::Digest(_) | Self::SortedForm)
    }

    /// The part itself, where it may be missing.
    pub fn plain(&self) -> &Self {
        match self {
            Self::Optional(part) => part,
            part => part,
        }
    }

    /// Whether it has to be there for the message to be a signed one, but may be missing.
    fn may_be_optional(&self) -> bool {
        matches!(self, Self::Header(_) | Self::Json(_) | Self::Parameter(_) | Self::Field(_))
    }
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
    EventType,
    /// What a handshake is answered with.
    Reply,
    /// What a handshake's proof is the digest of.
    Proof,
    /// What an acknowledgement says.
    Acknowledgement,
}

impl Use {
    /// The parts that this kind of template may have, as they are written.
    pub const fn parts(self) -> &'static [&'static str] {
        match self {
            Self::Format => &["signature", "timestamp", "id", "any"],
            Self::Message => &[
                "body",
                "timestamp",
                "id",
                "method",
                "path",
                "query",
                "url",
                "header:Name",
                "query:name",
                "json:/pointer",
                "form:name",
                "form:sorted",
                "query:sorted",
                "secret",
                "sha1:body",
                "sha256:body",
                "sha512:body",
                "crc32:body",
            ],
            Self::Id => &["event_type", "json:/pointer", "form:name", "header:Name", "sha256:body"],
            Self::EventType | Self::Acknowledgement => {
                &["json:/pointer", "form:name", "header:Name"]
            }
            Self::Reply => &["challenge", "proof", "verify_token"],
            Self::Proof => &["challenge", "verify_token", "url", "url:no-query"],
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Format => "a `format`",
            Self::Message => "a `message`",
            Self::Id => "an `id`",
            Self::EventType => "an `event_type`",
            Self::Reply => "an `answer`",
            Self::Proof => "a `proof`",
            Self::Acknowledgement => "an acknowledgement",
        }
    }
}

/// Reads a template.
///
/// # Errors
///
/// A sentence that quotes the offending part and says what may stand in its place.
pub fn parse_template(text: &str, usage: Use) -> Result<Vec<Part<Owned>>, String> {
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
                "unmatched `}}` at column {column} of `{text}`: a literal brace is written twice, `}}}}`"
            ));
        } else {
            let inside = from.get(1..).unwrap_or_default();
            let Some((name, after)) = inside.split_once('}') else {
                return Err(format!(
                    "unmatched `{{` at column {column} of `{text}`: a literal brace is written twice, `{{{{`"
                ));
            };
            if literal.ends_with('$') {
                return Err(format!(
                    "`${{{name}}}` at column {} of `{text}` is JavaScript: write `{{{name}}}`",
                    column.saturating_sub(1)
                ));
            }
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

fn parse_part(name: &str, usage: Use, column: usize) -> Result<Part<Owned>, String> {
    let unknown = || {
        let usage_name = usage.name();
        let alternatives = alternatives(name, usage.parts(), |part| format!("{{{part}}}"));
        format!(
            "unknown placeholder `{{{name}}}` at column {column} of {usage_name}: {alternatives}"
        )
    };
    let (written, optional) = match name.strip_suffix('?') {
        Some(written) => (written, true),
        None => (name, false),
    };
    let part = match written.split_once(':') {
        Some(("header", header)) => {
            if !is_header_name(header) {
                return Err(format!("invalid header name `{header}` in `{{{name}}}`"));
            }
            Part::Header(header.to_ascii_lowercase())
        }
        Some(("json", pointer)) => Part::Json(Pointer::parse(pointer)?),
        Some(("form", "sorted")) => Part::SortedForm,
        Some(("query", "sorted")) => Part::SortedQuery,
        Some(("form", field)) => Part::Field(field_name(field)?),
        Some(("query", parameter)) => Part::Parameter(field_name(parameter)?),
        Some(("url", form)) => Part::Url(UrlForm::from_word(form).ok_or_else(unknown)?),
        Some(("crc32", "body")) => Part::Crc32,
        Some((digest, "body")) => Part::Digest(Digest::from_word(digest).ok_or_else(unknown)?),
        Some(_) => return Err(unknown()),
        None => match written {
            "signature" => Part::Signature,
            "timestamp" => Part::Timestamp,
            "id" => Part::Id,
            "event_type" => Part::EventType,
            "body" => Part::Body,
            "method" => Part::Method,
            "path" => Part::Path,
            "query" => Part::Query,
            "url" => Part::Url(UrlForm::Plain),
            "secret" => Part::Secret,
            "any" => Part::Any,
            "challenge" => Part::Challenge,
            "proof" => Part::Proof,
            "verify_token" => Part::VerifyToken,
            _ => return Err(unknown()),
        },
    };
    if !is_allowed(&part, usage) {
        return Err(unknown());
    }
    if !optional {
        return Ok(part);
    }
    if usage == Use::Message && part.may_be_optional() {
        return Ok(Part::Optional(Box::new(part)));
    }
    Err(format!("`{{{written}}}` is always there: write it without the question mark"))
}

fn is_allowed(part: &Part<Owned>, usage: Use) -> bool {
    match part {
        Part::Text(_) => true,
        Part::Signature | Part::Any => usage == Use::Format,
        Part::Timestamp | Part::Id => matches!(usage, Use::Format | Use::Message),
        Part::EventType => usage == Use::Id,
        Part::Body
        | Part::Crc32
        | Part::Method
        | Part::Path
        | Part::Query
        | Part::Secret
        | Part::Parameter(_)
        | Part::SortedForm
        | Part::SortedQuery => usage == Use::Message,
        Part::Digest(_) => matches!(usage, Use::Message | Use::Id),
        Part::Header(_) | Part::Json(_) | Part::Field(_) => {
            matches!(usage, Use::Message | Use::Id | Use::EventType | Use::Acknowledgement)
        }
        Part::Url(_) => matches!(usage, Use::Message | Use::Proof),
        Part::Challenge | Part::VerifyToken => matches!(usage, Use::Reply | Use::Proof),
        Part::Proof => usage == Use::Reply,
        Part::Optional(_) => false,
    }
}

/// The text that [`parse_template`] reads as these parts.
pub fn write_template<O: Store>(parts: &[Part<O>]) -> String {
    parts.iter().map(write_part).collect()
}

fn write_part<O: Store>(part: &Part<O>) -> String {
    match part {
        Part::Text(literal) => literal.replace('{', "{{").replace('}', "}}"),
        Part::Signature => "{signature}".to_owned(),
        Part::Timestamp => "{timestamp}".to_owned(),
        Part::Id => "{id}".to_owned(),
        Part::EventType => "{event_type}".to_owned(),
        Part::Body => "{body}".to_owned(),
        Part::Digest(digest) => format!("{{{}:body}}", digest.as_str()),
        Part::Crc32 => "{crc32:body}".to_owned(),
        Part::Method => "{method}".to_owned(),
        Part::Path => "{path}".to_owned(),
        Part::Query => "{query}".to_owned(),
        Part::Header(name) => format!("{{header:{}}}", &**name),
        Part::Json(at) => format!("{{json:{at}}}"),
        Part::Parameter(name) => format!("{{query:{}}}", &**name),
        Part::Field(name) => format!("{{form:{}}}", &**name),
        Part::SortedForm => "{form:sorted}".to_owned(),
        Part::SortedQuery => "{query:sorted}".to_owned(),
        Part::Url(UrlForm::Plain) => "{url}".to_owned(),
        Part::Url(form) => format!("{{url:{}}}", form.as_str()),
        Part::Secret => "{secret}".to_owned(),
        Part::Any => "{any}".to_owned(),
        Part::Challenge => "{challenge}".to_owned(),
        Part::Proof => "{proof}".to_owned(),
        Part::VerifyToken => "{verify_token}".to_owned(),
        Part::Optional(inner) => write_part(&**inner).replace('}', "?}"),
    }
}

/// A name of a field or a parameter, as it reads when it is decoded.
pub(super) fn field_name(name: &str) -> Result<String, String> {
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(format!("invalid field name `{name}`: write it as it reads decoded"));
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{super::Pointer, Digest, Owned, Part, Use, parse_template};

    fn text(text: &str) -> Part<Owned> {
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
            parse_template("{event_type}:{json:/data/id}:{sha256:body}", Use::Id).unwrap(),
            [
                Part::EventType,
                text(":"),
                Part::Json(Pointer::parse("/data/id").unwrap()),
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
        assert!(error("a}b", Use::Message).contains("unmatched `}`"));
        assert!(error("{signature}", Use::Message).contains("expected `{body}`"));
        assert!(error("{body}", Use::Format).contains("expected `{signature}`"));
        assert!(error("{header:a b}", Use::Message).contains("invalid header name"));
        assert!(error("{json:data}", Use::Id).contains("JSON pointer"));
        assert!(error("", Use::Id).contains("empty"));
    }
}
