//! [Intercom](https://developers.intercom.com/docs/references/webhooks/webhook-models):
//! conversations, contacts and tickets.
//!
//! **Signature.** Header `X-Hub-Signature`: HMAC-SHA1 of the raw body, in hex, as
//! `sha1={signature}`, under the secret as text. No time is compared: who records a delivery can
//! send it again later.
//!
//! **Evidence.** The provider's documentation ([signed
//! notifications](https://intercom-developer-hub.readme.io/reference/signed-notifications)). A
//! signature is published there, without its key.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "intercom",
    display_name = "Intercom",
    docs = "https://developers.intercom.com/docs/references/webhooks/webhook-models",
    evidence = "docs",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    header = "X-Hub-Signature",
    format = "sha1={signature}",
    id = "/id",
    event_type = "/topic",
    payload = "/data",
    handshake(method = "HEAD"),
)]
pub struct Intercom;

#[doc(hidden)]
pub use Intercom as __Provider;
