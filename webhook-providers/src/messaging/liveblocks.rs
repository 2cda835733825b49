//! [Liveblocks](https://liveblocks.io/docs/platform/webhooks): rooms, comments and
//! notifications.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code,
//! [liveblocks/liveblocks](https://github.com/liveblocks/liveblocks), npm package
//! `@liveblocks/node` 3.24.2, which `tests/outside` runs: it takes what is signed so and
//! refuses what was changed. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "liveblocks",
    display_name = "Liveblocks",
    docs = "https://liveblocks.io/docs/platform/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
)]
pub struct Liveblocks;

#[doc(hidden)]
pub use Liveblocks as __Provider;
