//! [Expo EAS](https://docs.expo.dev/eas/webhooks/): builds and submissions of apps.
//!
//! **Signature.** Header `expo-signature`: HMAC-SHA1 of the raw body, in hex, as
//! `sha1={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's documentation, with sample code
//! ([expo/expo](https://github.com/expo/expo), `docs/pages/eas/webhooks.mdx`). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - `id` is the build's, which is built once but told of more than once when it is tried
//!   again: it identifies no delivery.
//! - A delivery says what happened by `status`: it has no name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "expo",
    display_name = "Expo EAS",
    docs = "https://docs.expo.dev/eas/webhooks/",
    evidence = "docs",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    header = "expo-signature",
    format = "sha1={signature}",
)]
pub struct Expo;

#[doc(hidden)]
pub use Expo as __Provider;
