//! [GoCardless](https://developer.gocardless.com/getting-started/staying-up-to-date-with-webhooks):
//! mandates, payments and payouts.
//!
//! **Signature.** Header `Webhook-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [gocardless/gocardless-nodejs](https://github.com/gocardless/gocardless-nodejs), npm package
//! `gocardless-nodejs` 10.1.2, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of events: it has no name. `meta.webhook_id` is the delivery's,
//!   which is kept when it is repeated.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "gocardless",
    display_name = "GoCardless",
    docs = "https://developer.gocardless.com/getting-started/staying-up-to-date-with-webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "Webhook-Signature",
    id = "/meta/webhook_id",
)]
pub struct GoCardless;

#[doc(hidden)]
pub use GoCardless as __Provider;
