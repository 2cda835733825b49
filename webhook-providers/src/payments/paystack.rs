//! [Paystack](https://paystack.com/docs/payments/webhooks/): charges, transfers and
//! subscriptions.
//!
//! **Signature.** Header `x-paystack-signature`: HMAC-SHA512 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [PaystackOSS/doc-code-snippets](https://github.com/PaystackOSS/doc-code-snippets),
//! `src/doc/payments/webhooks/verifying-transaction/index.js` as of 56c397bd. No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - An older sample hashes `JSON.stringify(body)`: the raw body is tried first, then its ECMAScript
//!   form.
//! - A later sample of the same repository, of which only an excerpt was seen, verifies
//!   `t=..,v1={key id}:{signature}` over `{timestamp}.{body}`. Which header it reads and whether it is
//!   sent is not confirmed: it is not declared.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "paystack",
    display_name = "Paystack",
    docs = "https://paystack.com/docs/payments/webhooks/",
    evidence = "sdk",
    algo = "sha512",
    header = "x-paystack-signature",
    body = "json",
    event_type = "/event",
    payload = "/data",
)]
pub struct Paystack;

#[doc(hidden)]
pub use Paystack as __Provider;
