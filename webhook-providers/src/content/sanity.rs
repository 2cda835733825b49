//! [Sanity](https://www.sanity.io/docs/webhooks): documents of a content lake.
//!
//! **Signature.** Header `sanity-webhook-signature`: HMAC-SHA256 of `{timestamp}.{body}`, in
//! base64url, as `t={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [sanity-io/webhook-toolkit](https://github.com/sanity-io/webhook-toolkit).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider's code compares the timestamp with no clock, and neither does this
//!   declaration: [`tolerance`](webhook_core::Endpoint::tolerance) makes it.
//! - The owner writes the body as a query: nothing is said about it. `idempotency-key` is not
//!   signed.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "sanity",
    display_name = "Sanity",
    docs = "https://www.sanity.io/docs/webhooks",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64url",
    header = "sanity-webhook-signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "none"),
)]
pub struct Sanity;

#[doc(hidden)]
pub use Sanity as __Provider;
