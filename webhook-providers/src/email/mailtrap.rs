//! [Mailtrap](https://docs.mailtrap.io/email-api-smtp/advanced/webhooks): messages and what
//! became of them.
//!
//! **Signature.** Header `Mailtrap-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [railsware/mailtrap-nodejs](https://github.com/railsware/mailtrap-nodejs), npm package
//! `mailtrap` 4.10.0, which `tests/outside` runs: it takes what is signed so and refuses what
//! was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of events: it has neither name nor id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mailtrap",
    display_name = "Mailtrap",
    docs = "https://docs.mailtrap.io/email-api-smtp/advanced/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "Mailtrap-Signature",
)]
pub struct Mailtrap;

#[doc(hidden)]
pub use Mailtrap as __Provider;
