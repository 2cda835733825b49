//! [EasyPost](https://docs.easypost.com/guides/webhooks-guide): shipments and trackers.
//!
//! **Signature.** Header `X-Hmac-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `hmac-sha256-hex={signature}`, under the secret in Unicode's form NFKD. No time is compared: who
//! records a delivery can send it again later.
//!
//! **Evidence.** A signature that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [EasyPost/easypost-node](https://github.com/EasyPost/easypost-node),
//! [EasyPost/examples](https://github.com/EasyPost/examples).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider's code writes whole weights of the body as `1.0` before it hashes; here the body
//!   is hashed as it came, as the published delivery was.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "easypost",
    display_name = "EasyPost",
    docs = "https://docs.easypost.com/guides/webhooks-guide",
    evidence = "vector",
    algo = "sha256",
    header = "X-Hmac-Signature",
    format = "hmac-sha256-hex={signature}",
    secret_encoding = "nfkd",
    id = "/id",
    event_type = "/description",
    payload = "/result",
)]
pub struct EasyPost;

#[doc(hidden)]
pub use EasyPost as __Provider;
