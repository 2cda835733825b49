//! [Metronome](https://docs.metronome.com/developer-resources/webhooks/): usage, alerts and
//! invoices.
//!
//! **Signature.** Header `Metronome-Webhook-Signature`: HMAC-SHA256 of the time, a line break
//! and the raw body, in hex, under the secret as text. A time more than five minutes from now
//! is refused.
//!
//! **Evidence.** The provider's own code,
//! [Metronome-Industries/metronome-node](https://github.com/Metronome-Industries/metronome-node),
//! npm package `@metronome/sdk` 3.10.0, which `tests/outside` runs: it takes what is signed so
//! and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - An older declaration of the provider reads the time in `Date`: it is that of
//!   `X-Metronome-Date` here, as that code does.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "metronome",
    display_name = "Metronome",
    docs = "https://docs.metronome.com/developer-resources/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    header = "Metronome-Webhook-Signature",
    message = "{timestamp}\n{body}",
    timestamp(header = "X-Metronome-Date", unit = "http-date", tolerance = "5m"),
    id = "/id",
    event_type = "/type",
)]
pub struct Metronome;

#[doc(hidden)]
pub use Metronome as __Provider;
