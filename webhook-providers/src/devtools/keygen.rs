//! [Keygen](https://keygen.sh/docs/api/signatures/): licences and the machines that use them.
//!
//! **Signature.** Header `Keygen-Signature`, in the manner of the drafts before HTTP message
//! signatures: the parameter `signature` is Ed25519, in base64, of the request line, the host, the
//! header `Date` and a SHA-256 of the body. The key is the account's public key, as its settings
//! show it.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The parameters name the algorithm and the signed headers: neither is believed. The declaration
//!   says both, and what was signed otherwise is refused.
//! - Host and path are those of the address that `url` tells the endpoint, not what proxies made of
//!   them.
//! - No tolerance is stated: five minutes are this catalogue's choice.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "keygen",
    display_name = "Keygen",
    docs = "https://keygen.sh/docs/api/signatures/",
    evidence = "third-party",
    algo = "ed25519",
    encoding = "base64",
    header = "Keygen-Signature",
    format = "{any}signature=\"{signature}\"{any}",
    message = "(request-target): post {url:target}\nhost: {url:host}\ndate: {timestamp}\ndigest: sha-256={sha256-base64:body}",
    timestamp(header = "Date", unit = "http-date", tolerance = "5m"),
    event_type = "/data/attributes/event",
)]
pub struct Keygen;

#[doc(hidden)]
pub use Keygen as __Provider;
