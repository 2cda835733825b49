//! [Dropbox](https://www.dropbox.com/developers/reference/webhooks): accounts whose files
//! changed.
//!
//! **Signature.** Header `X-Dropbox-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [dropbox/mdwebhook](https://github.com/dropbox/mdwebhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery lists accounts: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "dropbox",
    display_name = "Dropbox",
    docs = "https://www.dropbox.com/developers/reference/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Dropbox-Signature",
    handshake(
        method = "GET",
        challenge = "query:challenge",
        answer = "{challenge}",
    ),
)]
pub struct Dropbox;

#[doc(hidden)]
pub use Dropbox as __Provider;
