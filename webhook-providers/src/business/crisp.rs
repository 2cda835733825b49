//! [Crisp](https://docs.crisp.chat/guides/web-hooks/signing/): conversations and people.
//!
//! **Signature.** Header `X-Crisp-Signature`: HMAC-SHA256 of `[{timestamp};{body}]`, in hex,
//! under the secret as text.
//!
//! **Evidence.** The provider's own code,
//! [crisp-im/node-crisp-api](https://github.com/crisp-im/node-crisp-api), npm package
//! `crisp-api` 11.3.0, which `tests/outside` runs: it takes what is signed so and refuses what
//! was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "crisp",
    display_name = "Crisp",
    docs = "https://docs.crisp.chat/guides/web-hooks/signing/",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Crisp-Signature",
    message = "[{timestamp};{body}]",
    timestamp(header = "X-Crisp-Request-Timestamp", unit = "milliseconds", tolerance = "5m"),
    event_type = "/event",
    payload = "/data",
)]
pub struct Crisp;

#[doc(hidden)]
pub use Crisp as __Provider;
