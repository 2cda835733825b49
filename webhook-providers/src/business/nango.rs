//! [Nango](https://docs.nango.dev/guides/webhooks/webhooks-from-nango): connections and syncs
//! of integrations.
//!
//! **Signature.** Header `X-Nango-Hmac-Sha256`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code, [NangoHQ/nango](https://github.com/NangoHQ/nango),
//! npm package `@nangohq/node` 0.71.10, which `tests/outside` runs: it takes what is signed so
//! and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `X-Nango-Signature`, a plain hash that the package calls deprecated, is not read.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "nango",
    display_name = "Nango",
    docs = "https://docs.nango.dev/guides/webhooks/webhooks-from-nango",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Nango-Hmac-Sha256",
    event_type = "/type",
)]
pub struct Nango;

#[doc(hidden)]
pub use Nango as __Provider;
