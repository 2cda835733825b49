//! [Orb](https://docs.withorb.com/webhooks/webhooks-101): subscriptions, invoices and credits.
//!
//! **Signature.** Header `X-Orb-Signature`: HMAC-SHA256 of
//! `v1:{header:X-Orb-Timestamp}:{body}`, in hex, as `v1={signature}`, under the secret as text.
//! No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [orbcorp/orb-typescript](https://github.com/orbcorp/orb-typescript), npm package
//! `orb-billing` 6.11.0, which `tests/outside` runs: it takes what is signed so and refuses
//! what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The time is written without a zone, which none of this library's forms of times reads: it
//!   is signed, and not compared with the clock. That code allows five minutes.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "orb",
    display_name = "Orb",
    docs = "https://docs.withorb.com/webhooks/webhooks-101",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Orb-Signature",
    format = "v1={signature}",
    message = "v1:{header:X-Orb-Timestamp}:{body}",
    id = "/id",
    event_type = "/type",
)]
pub struct Orb;

#[doc(hidden)]
pub use Orb as __Provider;
