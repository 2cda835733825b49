//! [Mux](https://www.mux.com/docs/core/verify-webhook-signatures): assets and live streams.
//!
//! **Signature.** Header `Mux-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [muxinc/mux-node-sdk](https://github.com/muxinc/mux-node-sdk). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mux",
    title = "Mux",
    docs = "https://www.mux.com/docs/core/verify-webhook-signatures",
    evidence = "sdk",
    algo = "sha256",
    header = "Mux-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    id = "/id",
    event = "/type",
    payload = "/data",
)]
pub struct Mux;

#[doc(hidden)]
pub use Mux as __Provider;
