//! [Lemon Squeezy](https://docs.lemonsqueezy.com/help/webhooks/signing-requests): orders,
//! subscriptions and licence keys.
//!
//! **Signature.** Header `X-Signature`: HMAC-SHA256 of the raw body, in hex, under the secret as
//! text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [lmsqueezy/nextjs-billing](https://github.com/lmsqueezy/nextjs-billing),
//! `src/app/api/webhook/route.ts` as of 0a73f083. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `X-Event-Name` repeats the name, unsigned: that of the body is taken.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "lemon-squeezy",
    display_name = "Lemon Squeezy",
    docs = "https://docs.lemonsqueezy.com/help/webhooks/signing-requests",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Signature",
    event_type = "/meta/event_name",
    payload = "/data",
)]
pub struct LemonSqueezy;

#[doc(hidden)]
pub use LemonSqueezy as __Provider;
