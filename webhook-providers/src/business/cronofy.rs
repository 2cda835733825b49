//! [Cronofy](https://docs.cronofy.com/developers/push-notifications/authentication/): calendars
//! that changed.
//!
//! **Signature.** Header `Cronofy-HMAC-SHA256`: HMAC-SHA256 of the raw body, in base64, under
//! the secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code,
//! [cronofy/cronofy-node](https://github.com/cronofy/cronofy-node), npm package `cronofy`
//! 3.8.4, and PyPI package `PyCronofy` 2.1.1, which `tests/outside` runs: they take what is
//! signed so and refuse what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The value lists a signature for each client secret: any is enough.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "cronofy",
    display_name = "Cronofy",
    docs = "https://docs.cronofy.com/developers/push-notifications/authentication/",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "Cronofy-HMAC-SHA256",
    separator = ",",
    event_type = "/notification/type",
)]
pub struct Cronofy;

#[doc(hidden)]
pub use Cronofy as __Provider;
