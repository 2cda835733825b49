//! Extractors: what a handler's further arguments can be.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::{
    delivery::Delivery,
    handler::{Context, HandlerError},
    idempotency::HeldLease,
};

/// A further argument of a handler, taken from the delivery or from the state.
///
/// Implement it for a type of your own to have it as an argument; `S` is the endpoint's state.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::{FromDelivery, handler::{Context, HandlerError}};
///
/// /// When the sender signed the delivery.
/// struct SignedAt(std::time::SystemTime);
///
/// impl<S> FromDelivery<S> for SignedAt {
///     fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
///         context.delivery.signed_at().map(Self).ok_or_else(|| HandlerError::Failed("no timestamp".into()))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an argument of a webhook handler with the state `{S}`",
    label = "not an extractor",
    note = "further arguments are `Delivery`, `State<T>`, `Envelope<T>`, or types that implement `FromDelivery`"
)]
pub trait FromDelivery<S>: Sized {
    /// Takes the argument.
    ///
    /// # Errors
    ///
    /// Stops the delivery's way; the function does not run.
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError>;
}

impl<S> FromDelivery<S> for Delivery {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        Ok(context.delivery.clone())
    }
}

/// The account whose secret matched, or the tenant, where an endpoint has [several](crate::Secrets::of_accounts).
///
/// Take an `Option<Account>` where an endpoint may have none.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Account(pub Arc<str>);

impl<S> FromDelivery<S> for Account {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        let account = context.account.cloned().map(Self);
        account.ok_or_else(|| HandlerError::Failed("the endpoint has no accounts".into()))
    }
}

impl<S> FromDelivery<S> for Option<Account> {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        Ok(context.account.cloned().map(Account))
    }
}

/// The lease that the handler works under.
///
/// An endpoint that [allows duplicates](crate::Endpoint::allow_duplicates) has none, and neither has one
/// with an [inbox](crate::Endpoint::inbox): take an `Option<HeldLease>` there.
impl<S> FromDelivery<S> for HeldLease {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        context.lease.copied().ok_or_else(|| {
            HandlerError::Failed(
                "there is no lease: the endpoint allows duplicates, or has an inbox".into(),
            )
        })
    }
}

impl<S> FromDelivery<S> for Option<HeldLease> {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        Ok(context.lease.copied())
    }
}

/// What `.state(..)` gave to the endpoint, or a part of it.
///
/// The state of an endpoint is the `T` of its handler's `State<T>` arguments; if there are several,
/// the attribute names it (`state = AppState`) and each `T` is [taken from it](FromState).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct State<T>(pub T);

/// A part of an endpoint's state.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a part of the state `{S}`",
    note = "implement `FromState<{S}>` for `{Self}`, or name the state in the attribute: `state = {Self}`"
)]
pub trait FromState<S>: Sized {
    /// Takes the part, usually by cloning it.
    fn from_state(state: &S) -> Self;
}

impl<S: Clone> FromState<S> for S {
    fn from_state(state: &S) -> Self {
        state.clone()
    }
}

impl<S, T: FromState<S>> FromDelivery<S> for State<T> {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        Ok(Self(T::from_state(context.state)))
    }
}

/// The whole authenticated body as `T`: for what stands around the payload.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Envelope<T>(pub T);

impl<S, T: DeserializeOwned> FromDelivery<S> for Envelope<T> {
    fn from_delivery(context: Context<'_, S>) -> Result<Self, HandlerError> {
        Ok(Self(context.delivery.decode()?))
    }
}
