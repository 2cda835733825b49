//! [Hookdeck](https://hookdeck.com/docs/authentication): deliveries that Hookdeck's event
//! gateway passes on.
//!
//! **Signature.** Headers `x-hookdeck-signature` or `x-hookdeck-signature-2`: HMAC-SHA256 of the
//! raw body, in base64, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [hookdeck/hookdeck-typescript-sdk](https://github.com/hookdeck/hookdeck-typescript-sdk), npm
//! package `@hookdeck/sdk` 0.4.0, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - During a rotation a second header carries the signature under the other secret: either is
//!   enough.
//! - The id stands in `x-hookdeck-eventid`, which is not signed; bodies are those of the
//!   original sender.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "hookdeck",
    display_name = "Hookdeck",
    docs = "https://hookdeck.com/docs/authentication",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = ["x-hookdeck-signature", "x-hookdeck-signature-2"],
)]
pub struct Hookdeck;

#[doc(hidden)]
pub use Hookdeck as __Provider;
