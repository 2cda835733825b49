//! [Revolut](https://developer.revolut.com/docs/guides/manage-accounts/webhooks/verify-the-payload-signature):
//! transactions and orders of the Business and Merchant APIs.
//!
//! **Signature.** Header `Revolut-Signature`: HMAC-SHA256 of `v1.{timestamp}.{body}`, in hex, as
//! `v1={signature}`, under the signing secret as text. While two secrets are active, the value has
//! a signature of each, separated by a comma.
//!
//! **Evidence.** The signature of the page's worked example, which this declaration accepts
//! (`tests/vectors/catalogue`).
//!
//! **What the sources leave open, and the choice made.**
//! - The page calls the time a UNIX timestamp and shows milliseconds: milliseconds.
//! - Deliveries have no id. Both APIs name the event in `event`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "revolut",
    display_name = "Revolut",
    docs = "https://developer.revolut.com/docs/guides/manage-accounts/webhooks/verify-the-payload-signature",
    evidence = "vector",
    algo = "sha256",
    header = "Revolut-Signature",
    format = "v1={signature}",
    separator = ",",
    message = "v1.{timestamp}.{body}",
    timestamp(header = "Revolut-Request-Timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/event",
)]
pub struct Revolut;

#[doc(hidden)]
pub use Revolut as __Provider;
