//! Handlers: what an annotated function becomes.

use std::{error::Error, fmt, future::Future, sync::Arc};

use http::Extensions;

use crate::{
    delivery::Delivery,
    error::DecodeError,
    handshake::{Ack, AckWith},
    idempotency::HeldLease,
    provider::Provider,
};

pub use crate::error::BoxError;

/// A function that takes the events of one provider.
///
/// Implemented by `#[webhook]`; an [`Endpoint`](crate::Endpoint) serves it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a webhook handler",
    note = "annotate an async function with `#[webhook(provider = \"..\")]`"
)]
pub trait Handler: Send + Sync + 'static {
    /// Whose deliveries it takes.
    type Provider: Provider;
    /// What its `State` arguments are taken from; `()` if it has none.
    type State: Send + Sync + 'static;

    /// The names of the events that it takes; `None` if it takes any, or does not say.
    ///
    /// Of a tuple of handlers, the first that takes an event is called.
    const TAKES: Option<&'static [&'static str]> = None;

    /// The same of each handler that it is made of; `None` at the end for what it ignores.
    #[doc(hidden)]
    const PARTS: &'static [Option<&'static [&'static str]>] = &[Self::TAKES];

    /// Whether it takes an event of this name; of several handlers, also one that no list has.
    #[doc(hidden)]
    fn takes(name: Option<&str>) -> bool {
        Self::TAKES.is_none_or(|names| name.is_some_and(|name| names.contains(&name)))
    }

    /// The name under which an [inbox](crate::Endpoint::inbox) keeps what is left to do for it. Workers of
    /// later versions look for that name.
    ///
    /// `#[webhook]` gives the name of the function, or of the type. A handler without one has no inbox.
    const TASK: Option<&'static str> = None;

    /// The names of the tasks of each handler that it is made of.
    #[doc(hidden)]
    const TASKS: &'static [Option<&'static str>] = &[Self::TASK];

    /// Which of them takes an event of this name.
    #[doc(hidden)]
    fn task(_event: Option<&str>) -> Option<&'static str> {
        Self::TASK
    }

    /// Decodes the event of an authenticated delivery, collects the arguments, and runs the
    /// function.
    fn call(
        &self,
        context: Context<'_, Self::State>,
    ) -> impl Future<Output = Result<Answer, HandlerError>> + Send
    where
        // Known anyway. Said once more, what is not is blamed once, and not for its future as well.
        Self: Send + Sync,
        Self::State: Send + Sync;
}

/// What a handler's arguments are made from.
#[derive(Debug)]
#[non_exhaustive]
pub struct Context<'a, S> {
    /// The authenticated delivery.
    pub delivery: &'a Delivery,
    /// What `.state(..)` gave to the endpoint.
    pub state: &'a S,
    /// The account whose secret matched, or the tenant, where the endpoint has several.
    pub account: Option<&'a Arc<str>>,
    /// The lease that the handler works under, unless duplicates are allowed.
    pub lease: Option<&'a HeldLease>,
    /// What else whoever runs the handler has for it, by its type.
    pub extensions: Option<&'a Extensions>,
}

impl<'a, S> Context<'a, S> {
    /// A delivery and the state.
    pub fn new(delivery: &'a Delivery, state: &'a S) -> Self {
        Self { delivery, state, account: None, lease: None, extensions: None }
    }

    /// The same for the delivery of an account.
    pub fn with_account(mut self, account: &'a Arc<str>) -> Self {
        self.account = Some(account);
        self
    }

    /// The same under a lease.
    pub fn with_lease(mut self, lease: &'a HeldLease) -> Self {
        self.lease = Some(lease);
        self
    }

    /// The same with more for extractors to take.
    pub fn with_extensions(mut self, extensions: &'a Extensions) -> Self {
        self.extensions = Some(extensions);
        self
    }
}

impl<S> Clone for Context<'_, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Context<'_, S> {}

/// That a handler did its work, and how it wants that acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub(crate) status: Option<u16>,
}

impl Answer {
    /// The status that the handler wants for its acknowledgement, if it is not the provider's.
    pub fn status(&self) -> Option<u16> {
        self.status
    }
}

/// Why a handler did not do its work.
#[derive(Debug)]
#[non_exhaustive]
pub enum HandlerError {
    /// The delivery is genuine, but not of the type that the handler takes: 422.
    Undecodable(DecodeError),
    /// No variant takes this event: it is acknowledged and reported as unhandled.
    Unhandled,
    /// The handler failed: 500, so that the sender tries again.
    Failed(BoxError),
}

impl fmt::Display for HandlerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Undecodable(error) => error.fmt(f),
            Self::Unhandled => f.write_str("no handler takes this event"),
            Self::Failed(error) => write!(f, "the handler failed: {error}"),
        }
    }
}

impl Error for HandlerError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Undecodable(error) => Some(error),
            Self::Unhandled => None,
            Self::Failed(error) => Some(error.as_ref()),
        }
    }
}

impl From<DecodeError> for HandlerError {
    fn from(error: DecodeError) -> Self {
        Self::Undecodable(error)
    }
}

/// What a handler may return: nothing, [`Ack`], [`AckWith`], or a `Result` of one of these whose
/// error can become a `Box<dyn Error + Send + Sync>`.
#[diagnostic::on_unimplemented(
    message = "a webhook handler cannot return `{Self}`",
    label = "not an answer",
    note = "return nothing, `Ack`, `AckWith<STATUS>`, or a `Result` of one of these; its error must convert into `Box<dyn Error + Send + Sync>`"
)]
pub trait IntoAnswer {
    /// The status that the type itself fixes, where it does.
    const STATUS: Option<u16>;

    /// The answer of a handler that returned this.
    ///
    /// # Errors
    ///
    /// [`HandlerError::Failed`] with the handler's own error.
    fn into_answer(self) -> Result<Answer, HandlerError>;
}

impl IntoAnswer for () {
    const STATUS: Option<u16> = None;

    fn into_answer(self) -> Result<Answer, HandlerError> {
        Ok(Answer { status: None })
    }
}

impl IntoAnswer for Ack {
    const STATUS: Option<u16> = None;

    fn into_answer(self) -> Result<Answer, HandlerError> {
        Ok(Answer { status: None })
    }
}

impl<const STATUS: u16> IntoAnswer for AckWith<STATUS> {
    const STATUS: Option<u16> = Some(STATUS);

    fn into_answer(self) -> Result<Answer, HandlerError> {
        Ok(Answer { status: Some(STATUS) })
    }
}

impl<T: IntoAnswer, E: IntoError> IntoAnswer for Result<T, E> {
    const STATUS: Option<u16> = T::STATUS;

    fn into_answer(self) -> Result<Answer, HandlerError> {
        match self {
            Ok(answer) => answer.into_answer(),
            Err(error) => Err(HandlerError::Failed(error.into_error())),
        }
    }
}

/// What a handler may fail with: whatever can become a `Box<dyn Error + Send + Sync>`.
#[diagnostic::on_unimplemented(
    message = "a webhook handler cannot fail with `{Self}`",
    label = "not an error",
    note = "implement `std::error::Error` for it, and let it be `Send` and `Sync`; or return `Box<dyn std::error::Error + Send + Sync>`"
)]
pub trait IntoError {
    /// The error as it is reported.
    fn into_error(self) -> BoxError;
}

#[diagnostic::do_not_recommend]
impl<E: Into<BoxError>> IntoError for E {
    fn into_error(self) -> BoxError {
        self.into()
    }
}
