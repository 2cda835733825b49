//! [Lob](https://help.lob.com/print-and-mail/getting-data-and-results/using-webhooks): letters,
//! postcards and addresses.
//!
//! **Signature.** Header `Lob-Signature`: HMAC-SHA256 of
//! `{header:Lob-Signature-Timestamp}.{body}`, in hex, under the secret as text. No time is
//! compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The unit of the timestamp is stated nowhere that was seen: it is signed, and not compared
//!   with the clock.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "lob",
    display_name = "Lob",
    docs = "https://help.lob.com/print-and-mail/getting-data-and-results/using-webhooks",
    evidence = "third-party",
    algo = "sha256",
    header = "Lob-Signature",
    message = "{header:Lob-Signature-Timestamp}.{body}",
    id = "/id",
    event_type = "/event_type/id",
    payload = "/body",
)]
pub struct Lob;

#[doc(hidden)]
pub use Lob as __Provider;
