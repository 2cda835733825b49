//! Where something stands in a delivery: a JSON pointer, a header, or a template of them.

use std::fmt;

use super::{
    store::{Owned, Static, Store, model},
    template::{Part, Use, field_name, parse_template, write_template},
    words::OnRetry,
};

model! {
/// A JSON pointer, split into its unescaped segments.
pub struct Pointer(segments: O::List<O::Text>);
}

impl Pointer<Static> {
    /// A pointer as a constant, of its unescaped segments.
    pub const fn of(segments: &'static [&'static str]) -> Self {
        Self(segments)
    }
}

impl Pointer<Owned> {
    /// Reads a pointer as it is written: `/data/id`.
    ///
    /// # Errors
    ///
    /// A sentence that says how a pointer is written.
    pub fn parse(text: &str) -> Result<Self, String> {
        pointer_segments(text).map(Self)
    }

    /// The same where names of members have no dots: `json:/a.b` is for those that have.
    pub(super) fn parse_plain(text: &str) -> Result<Self, String> {
        if let Some(pointer) = text.strip_prefix("json:") {
            return Self::parse(pointer);
        }
        let pointer = Self::parse(text)?;
        if pointer.has_dots() {
            return Err(format!(
                "`{text}` has a dot: members are divided by `/`, as in `{}`; where a name has a dot, write `json:{text}`",
                text.replace('.', "/")
            ));
        }
        Ok(pointer)
    }
}

impl<O: Store> Pointer<O> {
    fn has_dots(&self) -> bool {
        self.0.iter().any(|segment| segment.contains('.'))
    }
}

/// The text that [`Pointer::parse_plain`] reads as this one.
pub(super) fn write_pointer<O: Store>(pointer: &Pointer<O>) -> String {
    if pointer.has_dots() { format!("json:{pointer}") } else { pointer.to_string() }
}

impl<O: Store> fmt::Display for Pointer<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for segment in self.0.iter() {
            write!(f, "/{}", segment.replace('~', "~0").replace('/', "~1"))?;
        }
        Ok(())
    }
}

model! {
/// Where the timestamp of a delivery stands.
pub enum TimestampPlace {
    /// In a header of its own; the name is in lower case.
    Header(name: O::Text),
    /// In the signature's header, as the `{timestamp}` of its format.
    Format,
    /// In the body.
    Json(at: Pointer<O>),
    /// In the query, as this parameter.
    Query(name: O::Text),
    /// In a form, as this field.
    Form(name: O::Text),
}
}

impl<O: Store> TimestampPlace<O> {
    /// Which time a retry usually carries: a body is repeated as it is, a head is made anew.
    pub const fn usually_on_retry(&self) -> OnRetry {
        match self {
            Self::Json(_) | Self::Form(_) => OnRetry::Kept,
            Self::Header(_) | Self::Format | Self::Query(_) => OnRetry::Renewed,
        }
    }
}

model! {
/// Where a signature, a challenge or a token stands.
pub enum Source {
    /// In a header; the name is in lower case.
    Header(name: O::Text),
    /// In the query, as this parameter.
    Query(name: O::Text),
    /// In a form, as this field.
    Form(name: O::Text),
    /// In the body.
    Json(at: Pointer<O>),
    /// In a JSON document that a header holds in base64; the name is in lower case.
    HeaderJson(name: O::Text, at: Pointer<O>),
    /// It is the whole body.
    Body,
}
}

/// Where an id, an event name or a payload stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At a JSON pointer into the body.
    Json(Pointer<Owned>),
    /// In a header; the name is in lower case.
    Header(String),
    /// In a field of a form.
    Form(String),
    /// In several places, joined as a template says.
    Template(Vec<Part<Owned>>),
}

impl Place {
    /// Reads a place: `/pointer`, `header:Name`, or a template such as `{event_type}:{json:/data/id}`.
    ///
    /// # Errors
    ///
    /// A sentence that says what was expected.
    pub fn parse(text: &str, usage: Use) -> Result<Self, String> {
        if let Some(name) = text.strip_prefix("header:") {
            return if is_header_name(name) {
                Ok(Self::Header(name.to_ascii_lowercase()))
            } else {
                Err(format!("invalid header name `{name}`"))
            };
        }
        if let Some(field) = text.strip_prefix("form:") {
            return field_name(field).map(Self::Form);
        }
        if text.starts_with('/') || text.starts_with("json:") {
            return Pointer::parse_plain(text).map(Self::Json);
        }
        if text.contains('{') {
            return parse_template(text, usage).map(Self::Template);
        }
        Err(format!(
            "`{text}` is not a location: write a JSON pointer such as `/data/id`, a header as `header:Name`, or a template such as `{{event_type}}:{{json:/data/id}}`"
        ))
    }

    /// The place as the parts of a template.
    pub fn into_parts(self) -> Vec<Part<Owned>> {
        match self {
            Self::Json(pointer) => vec![Part::Json(pointer)],
            Self::Header(name) => vec![Part::Header(name)],
            Self::Form(name) => vec![Part::Field(name)],
            Self::Template(parts) => parts,
        }
    }
}

impl<O: Store> fmt::Display for Source<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header(name) => write!(f, "header:{}", &**name),
            Self::Query(name) => write!(f, "query:{}", &**name),
            Self::Form(name) => write!(f, "form:{}", &**name),
            Self::Json(at) => write!(f, "json:{at}"),
            Self::HeaderJson(name, at) => write!(f, "base64-json:{}{at}", &**name),
            Self::Body => f.write_str("body"),
        }
    }
}

/// The text that [`Place::parse`] reads as these parts: `/data/id`, `header:name` and `form:name`
/// where a place is one thing, else a template.
pub fn write_place<O: Store>(parts: &[Part<O>]) -> String {
    match parts {
        [Part::Json(at)] if !at.0.is_empty() => write_pointer(at),
        [Part::Header(name)] => format!("header:{}", &**name),
        [Part::Field(name)] => format!("form:{}", &**name),
        parts => write_template(parts),
    }
}

impl Source<Owned> {
    /// Reads a source: `header:Name`, `query:name`, `form:name` or `json:/pointer`, or
    /// `base64-json:Name/pointer` for a JSON document that a header holds in base64.
    ///
    /// # Errors
    ///
    /// A sentence that says what was expected.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some(("header", name)) if is_header_name(name) => {
                Ok(Self::Header(name.to_ascii_lowercase()))
            }
            Some(("header", name)) => Err(format!("invalid header name `{name}`")),
            Some(("query", name)) => field_name(name).map(Self::Query),
            Some(("form", name)) => field_name(name).map(Self::Form),
            Some(("json", pointer)) => Pointer::parse(pointer).map(Self::Json),
            Some(("base64-json", place)) => {
                let (name, pointer) = place.split_at(place.find('/').unwrap_or(place.len()));
                if !is_header_name(name) {
                    return Err(format!("invalid header name `{name}`"));
                }
                Ok(Self::HeaderJson(name.to_ascii_lowercase(), Pointer::parse(pointer)?))
            }
            _ => Err(format!(
                "`{text}` is not a location: write `header:Name`, `query:name`, `form:name` or `json:/pointer`"
            )),
        }
    }
}

impl<O: Store> Source<O> {
    /// Whether it is known before the body is.
    pub const fn is_in_head(&self) -> bool {
        matches!(self, Self::Header(_) | Self::Query(_) | Self::HeaderJson(..))
    }
}

/// Splits a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) into its unescaped
/// segments. The empty pointer is the whole document.
///
/// # Errors
///
/// A sentence that says how a pointer is written.
pub fn pointer_segments(pointer: &str) -> Result<Vec<String>, String> {
    if pointer.is_empty() {
        return Ok(Vec::new());
    }
    let Some(segments) = pointer.strip_prefix('/') else {
        return Err(format!(
            "`{pointer}` is not a JSON pointer: it begins with `/`, as in `/data/id`"
        ));
    };
    if segments.split('/').any(|segment| segment == "*") {
        return Err(format!(
            "`{pointer}` has a `*`: a pointer leads to one value, and `*` would be the name of a member"
        ));
    }
    segments.split('/').map(|segment| unescape(segment, pointer)).collect()
}

fn unescape(segment: &str, pointer: &str) -> Result<String, String> {
    let mut unescaped = String::with_capacity(segment.len());
    let mut pieces = segment.split('~');
    unescaped.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        if let Some(rest) = piece.strip_prefix('0') {
            unescaped.push('~');
            unescaped.push_str(rest);
        } else if let Some(rest) = piece.strip_prefix('1') {
            unescaped.push('/');
            unescaped.push_str(rest);
        } else {
            return Err(format!(
                "`{pointer}` is not a JSON pointer: `~` is written `~0` and `/` within a name `~1`"
            ));
        }
    }
    Ok(unescaped)
}

/// Whether `name` is a field name of HTTP (the `token` of
/// [RFC 9110, section 5.6.2](https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2)).
pub fn is_header_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{Place, Pointer, Use, is_header_name, pointer_segments};

    #[test]
    fn pointers() {
        assert_eq!(pointer_segments("").unwrap(), Vec::<String>::new());
        assert_eq!(pointer_segments("/data/id").unwrap(), ["data", "id"]);
        assert_eq!(pointer_segments("/a~1b/~0~01/").unwrap(), ["a/b", "~~1", ""]);
        assert!(pointer_segments("data").is_err());
        assert!(pointer_segments("/a~2").is_err());
        assert!(pointer_segments("/a~").is_err());
    }

    #[test]
    fn header_names() {
        assert!(is_header_name("X-Ascend-Signature"));
        for name in ["", "a b", "a:b", "naïve", "a\n"] {
            assert!(!is_header_name(name), "{name:?}");
        }
    }

    #[test]
    fn places() {
        assert_eq!(Place::parse("/id", Use::Id), Pointer::parse("/id").map(Place::Json));
        assert_eq!(Place::parse("header:X-Id", Use::Id), Ok(Place::Header("x-id".into())));
        assert!(matches!(Place::parse("{event_type}:{json:/id}", Use::Id), Ok(Place::Template(_))));
        assert!(Place::parse("id", Use::Id).unwrap_err().contains("`/data/id`"));
        assert!(Place::parse("header:a b", Use::Id).is_err());
    }
}
