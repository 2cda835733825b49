//! [Trello](https://developer.atlassian.com/cloud/trello/guides/rest-api/webhooks/): boards,
//! lists and cards.
//!
//! **Signature.** Header `X-Trello-Webhook`: HMAC-SHA1 of `{body}{url}`, in base64, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "trello",
    display_name = "Trello",
    docs = "https://developer.atlassian.com/cloud/trello/guides/rest-api/webhooks/",
    evidence = "third-party",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    encoding = "base64",
    header = "X-Trello-Webhook",
    message = "{body}{url}",
    id = "/action/id",
    event_type = "/action/type",
    payload = "/action",
    handshake(method = "HEAD"),
)]
pub struct Trello;

#[doc(hidden)]
pub use Trello as __Provider;
