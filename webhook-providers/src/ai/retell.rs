//! [Retell AI](https://docs.retellai.com/features/secure-webhook): calls of voice agents.
//!
//! **Signature.** Header `X-Retell-Signature`: HMAC-SHA256 of `{body}{timestamp}`, in hex, as
//! `v={timestamp},d={signature}`, under the secret as text, which is the API key. A time more
//! than five minutes from now is refused.
//!
//! **Evidence.** The provider's own code,
//! [RetellAI/retell-typescript-sdk](https://github.com/RetellAI/retell-typescript-sdk), npm
//! package `retell-sdk` 5.66.1, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "retell",
    display_name = "Retell AI",
    docs = "https://docs.retellai.com/features/secure-webhook",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Retell-Signature",
    format = "v={timestamp},d={signature}",
    message = "{body}{timestamp}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
    event_type = "/event",
)]
pub struct Retell;

#[doc(hidden)]
pub use Retell as __Provider;
