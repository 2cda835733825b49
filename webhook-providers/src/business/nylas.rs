//! [Nylas](https://developer.nylas.com/docs/v3/notifications/): mail, calendars and contacts.
//!
//! **Signature.** Header `x-nylas-signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "nylas",
    display_name = "Nylas",
    docs = "https://developer.nylas.com/docs/v3/notifications/",
    evidence = "third-party",
    algo = "sha256",
    header = "x-nylas-signature",
    id = "/id",
    event_type = "/type",
    payload = "/data",
    handshake(
        method = "GET",
        challenge = "query:challenge",
        answer = "{challenge}",
    ),
)]
pub struct Nylas;

#[doc(hidden)]
pub use Nylas as __Provider;
