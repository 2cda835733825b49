//! Errors for the owner: of the set-up, and of decoding.

use std::{error::Error, fmt};

use crate::json::JsonError;

/// Any error of a user's, as handlers return it.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// Why an endpoint or a verifier cannot be made.
///
/// Shown when a program starts, before it takes its first request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupError(Box<str>);

impl SetupError {
    /// An error that says what is wrong and what to do.
    pub fn new(message: impl Into<Box<str>>) -> Self {
        Self(message.into())
    }

    pub(crate) fn variable(variable: &str, what: &str) -> Self {
        Self::new(format!(
            "the environment variable `{variable}` {what}: it has to hold a webhook secret"
        ))
    }
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for SetupError {}

/// Why a genuine delivery could not be decoded into the type that a handler takes.
///
/// Neither `Display` nor `Debug` shows a value of the payload, and nor does a source: what serde says of a
/// value that it did not expect quotes it. [`with_values`](Self::with_values) shows it to who asks for it.
pub struct DecodeError {
    event: Option<Box<str>>,
    cause: Cause,
}

enum Cause {
    /// The body is not JSON, or holds a decisive key twice.
    Json(JsonError),
    /// The payload is not of the type.
    Type(serde_json::Error),
    /// The payload is not where the declaration says.
    NoPayload,
}

impl DecodeError {
    pub(crate) fn json(error: JsonError) -> Self {
        Self { event: None, cause: Cause::Json(error) }
    }

    pub(crate) fn of_type(error: serde_json::Error) -> Self {
        Self { event: None, cause: Cause::Type(error) }
    }

    pub(crate) fn no_payload() -> Self {
        Self { event: None, cause: Cause::NoPayload }
    }

    pub(crate) fn of_event(mut self, event: Option<&str>) -> Self {
        self.event = event.map(Box::from);
        self
    }

    /// What is wrong, with the values that serde quotes: pieces of somebody's payload. For a developer's
    /// eyes, not for logs.
    pub fn with_values(&self) -> impl fmt::Display {
        WithValues(self)
    }

    /// The name of the event whose payload could not be decoded, where it was known.
    pub fn event(&self) -> Option<&str> {
        self.event.as_deref()
    }
}

/// The names of fields are the type's own, not the payload's.
fn is_about_a_field(error: &serde_json::Error) -> bool {
    error.to_string().starts_with("missing field `")
}

impl DecodeError {
    fn write(&self, f: &mut fmt::Formatter<'_>, with_values: bool) -> fmt::Result {
        if let Some(event) = &self.event {
            write!(f, "event `{event}`: ")?;
        }
        match &self.cause {
            Cause::Json(error) => write!(f, "{error}"),
            Cause::Type(error) if with_values || !error.is_data() || is_about_a_field(error) => {
                write!(f, "{error}")
            }
            Cause::Type(error) => write!(
                f,
                "a value at line {} column {} is not of the type that the handler takes",
                error.line(),
                error.column()
            ),
            Cause::NoPayload => {
                f.write_str("the payload is not where the provider's declaration says")
            }
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, false)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DecodeError({self})")
    }
}

struct WithValues<'a>(&'a DecodeError);

impl fmt::Display for WithValues<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, true)
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.cause {
            Cause::Json(error) => Some(error),
            // It would show the value.
            Cause::Type(_) | Cause::NoPayload => None,
        }
    }
}
