//! [Notion](https://developers.notion.com/reference/webhooks): pages, databases and comments.
//!
//! **Signature.** Header `X-Notion-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [makenotion/notion-sdk-js](https://github.com/makenotion/notion-sdk-js), npm package
//! `@notionhq/client` 5.26.0, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The first delivery carries `verification_token`, which is entered on the provider's page and
//!   is the key of those that follow; it is not signed. An endpoint under any secret takes it:
//!   read it from the `challenge` of its report, and trust it only when the page took it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "notion",
    display_name = "Notion",
    docs = "https://developers.notion.com/reference/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Notion-Signature",
    format = "sha256={signature}",
    id = "/id",
    event_type = "/type",
    handshake(
        challenge = "json:/verification_token",
        unsigned = "it carries the key of what follows",
    ),
)]
pub struct Notion;

#[doc(hidden)]
pub use Notion as __Provider;
