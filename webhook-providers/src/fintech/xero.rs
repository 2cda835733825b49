//! [Xero](https://developer.xero.com/documentation/guides/webhooks/overview/): invoices and
//! contacts.
//!
//! **Signature.** Header `x-xero-signature`: HMAC-SHA256 of the raw body, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** Signatures that this declaration judges as the provider does
//! (`tests/vectors/catalogue`): a right one and one that is wrong on purpose, in [a thread at
//! the provider's sample](https://github.com/XeroAPI/XeroWebhooksReceiver/issues/1).
//!
//! **What the sources leave open, and the choice made.**
//! - Before a webhook is accepted, deliveries with right and wrong signatures come, and are to
//!   be answered 200 and 401: an endpoint does that by itself.
//! - A delivery holds a list of events: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "xero",
    display_name = "Xero",
    docs = "https://developer.xero.com/documentation/guides/webhooks/overview/",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "x-xero-signature",
)]
pub struct Xero;

#[doc(hidden)]
pub use Xero as __Provider;
