//! What became of a delivery, for its owner.

use http::StatusCode;

use crate::{delivery::Delivery, handler::Answer, handshake::Challenge, rejection::Rejection};

/// What became of a delivery.
#[derive(Debug)]
#[non_exhaustive]
pub enum Outcome {
    /// The handler did its work.
    Handled(Answer),
    /// The delivery was handled before; it was acknowledged again.
    Repeated,
    /// Nobody takes this event; it was acknowledged.
    Unhandled,
    /// It was a handshake; it was answered, and no handler saw it.
    Answered,
    /// It was refused.
    Rejected(Rejection),
}

impl Outcome {
    /// One word for logs and metrics.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Handled(_) => "handled",
            Self::Repeated => "repeated",
            Self::Unhandled => "unhandled",
            Self::Answered => "answered",
            Self::Rejected(rejection) if rejection.is_authenticated() => "failed",
            Self::Rejected(_) => "refused",
        }
    }
}

/// What became of a delivery, with what is known of it.
#[derive(Debug)]
pub struct Report<'a> {
    /// The name of the provider.
    pub provider: &'static str,
    /// The delivery, if it was authenticated.
    pub delivery: Option<&'a Delivery>,
    /// What a handshake asked with, if it was one.
    pub challenge: Option<&'a Challenge>,
    /// What became of it.
    pub outcome: &'a Outcome,
    /// What the sender was answered.
    pub status: StatusCode,
}
