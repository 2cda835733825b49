//! [Ramp](https://docs.ramp.com/developer-api/v1/webhooks): cards, bills and reimbursements.
//!
//! **Signature.** Header `X-Ramp-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Acknowledgement.** Within ten seconds, as its
//! [documentation](https://docs.ramp.com/developer-api/v1/webhooks)
//! says.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After skills.sh
//! ramp-webhooks-events. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The text form of the signature is stated nowhere that was seen: hexadecimal is a guess, the
//!   commonest one.
//! - A new subscription sends a challenge that is to be returned through the API, not in the
//!   answer.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ramp",
    display_name = "Ramp",
    docs = "https://docs.ramp.com/developer-api/v1/webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "X-Ramp-Signature",
    event_type = "/type",
    ack_within = "10s",
)]
pub struct Ramp;

#[doc(hidden)]
pub use Ramp as __Provider;
