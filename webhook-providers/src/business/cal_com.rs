//! [Cal.com](https://cal.com/docs/core-features/webhooks): bookings.
//!
//! **Signature.** Header `X-Cal-Signature-256`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code: [calcom/cal.com](https://github.com/calcom/cal.com),
//! `packages/features/webhooks/lib/sendPayload.ts` as of 008952de. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "cal-com",
    display_name = "Cal.com",
    docs = "https://cal.com/docs/core-features/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Cal-Signature-256",
    event_type = "/triggerEvent",
    payload = "/payload",
)]
pub struct CalCom;

#[doc(hidden)]
pub use CalCom as __Provider;
