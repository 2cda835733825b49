//! [Whop](https://docs.whop.com/developer/guides/webhooks): payments and memberships.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code,
//! [whopio/whopsdk-typescript](https://github.com/whopio/whopsdk-typescript), npm package
//! `@whop/sdk` 0.0.42, which `tests/outside` runs: it takes what is signed so and refuses what
//! was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - That code takes the secret's base64; what the dashboard shows is the text that is given
//!   here.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "whop",
    display_name = "Whop",
    docs = "https://docs.whop.com/developer/guides/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
)]
pub struct Whop;

#[doc(hidden)]
pub use Whop as __Provider;
