//! [iyzico](https://docs.iyzico.com/en/advanced/webhook): payments.
//!
//! **Signature.** Header `X-IYZ-SIGNATURE-V3`: HMAC-SHA256 of
//! `{secret}{json:/iyziEventType}{json:/paymentId}{json:/paymentConversationId}{json:/status}`,
//! in hex, under the secret as text. No time is compared: who records a delivery can send it
//! again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Only the header and the algorithm are confirmed, by public code; which fields are signed,
//!   and in which order, stands in the documentation as others quote it.
//! - **The borders of the fields are not signed**: `1` and `23` are signed as `12` and `3` are. Compare
//!   ids with those that you know, and ask the provider's API for the status of a payment. To an endpoint,
//!   what was moved is the delivery that it was, and is not handled again while that one is remembered.
//! - Checkout pages and subscriptions sign other fields: they are not these.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "iyzico",
    display_name = "iyzico",
    docs = "https://docs.iyzico.com/en/advanced/webhook",
    evidence = "third-party",
    algo = "sha256",
    header = "X-IYZ-SIGNATURE-V3",
    message = "{secret}{json:/iyziEventType}{json:/paymentId}{json:/paymentConversationId}{json:/status}",
    event_type = "/iyziEventType",
    unsigned = "the sender signs these fields only",
)]
pub struct Iyzico;

#[doc(hidden)]
pub use Iyzico as __Provider;
