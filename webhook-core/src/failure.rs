//! Failures: why a genuine delivery was not handled, for the owner; what the sender is told.

use std::{error::Error, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};

use crate::{
    error::{BoxError, DecodeError},
    rejection::problem,
};

/// When a sender is told to come back whose delivery the inbox did not take.
const INBOX_AWAY: Duration = Duration::from_secs(5);

/// Why a genuine delivery was not handled. Its sender is told to try again, with a
/// [status](Self::status) and nothing else.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// The delivery cannot be decoded into what the handler takes. 422.
    Undecodable(DecodeError),
    /// The handler returned an error. 500.
    Handler(BoxError),
    /// The handler panicked. 500.
    Panicked,
    /// The same delivery is being handled right now. 503 with `Retry-After`.
    InProgress {
        /// When to try again: as long as the handler has been at work so far, between one second and
        /// one minute.
        retry_after: Duration,
    },
    /// The store of handled deliveries does not answer, or is full of deliveries in progress. 503.
    Store(BoxError),
    /// The inbox did not take it, or not in the time that its sender waits. 503 with `Retry-After`.
    NotAccepted(BoxError),
    /// The endpoint is [shutting down](crate::Endpoint::shutdown), or the runtime that its handlers
    /// run on is. 503.
    ShuttingDown,
}

impl Failure {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Undecodable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Handler(_) | Self::Panicked => StatusCode::INTERNAL_SERVER_ERROR,
            Self::InProgress { .. }
            | Self::Store(_)
            | Self::NotAccepted(_)
            | Self::ShuttingDown => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// One word for logs and metrics.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Undecodable(_) => "undecodable",
            Self::Handler(_) => "failed",
            Self::Panicked => "panicked",
            Self::InProgress { .. } => "in_progress",
            Self::Store(_) => "store_failed",
            Self::NotAccepted(_) => "not_accepted",
            Self::ShuttingDown => "shutting_down",
        }
    }

    /// The answer for the sender, as that of a [`Rejection`](crate::Rejection::response).
    pub fn response(&self) -> Response<Bytes> {
        let mut response = problem(self.status());
        let retry_after = match self {
            Self::InProgress { retry_after } => Some(*retry_after),
            Self::NotAccepted(_) => Some(INBOX_AWAY),
            _ => None,
        };
        if let Some(retry_after) = retry_after {
            // Whole seconds, at least one: a fraction would invite the retry too early.
            let seconds = retry_after.as_secs().max(1);
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable(error) => write!(f, "the delivery cannot be decoded: {error}"),
            Self::Handler(error) => write!(f, "the handler failed: {error}"),
            Self::Panicked => f.write_str("the handler panicked"),
            Self::InProgress { .. } => f.write_str("the same delivery is being handled right now"),
            Self::NotAccepted(error) => write!(f, "the inbox did not take the delivery: {error}"),
            Self::Store(error) => write!(f, "the idempotency store failed: {error}"),
            Self::ShuttingDown => f.write_str("the endpoint is shutting down"),
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Undecodable(error) => Some(error),
            Self::Handler(error) | Self::Store(error) | Self::NotAccepted(error) => {
                Some(error.as_ref())
            }
            Self::Panicked | Self::InProgress { .. } | Self::ShuttingDown => None,
        }
    }
}
