//! [Anthropic](https://docs.claude.com/en/api/beta/webhooks): sessions, agents and deployments
//! of the beta API.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code,
//! [anthropics/anthropic-sdk-typescript](https://github.com/anthropics/anthropic-sdk-typescript),
//! npm package `@anthropic-ai/sdk` 1.14.0, which `tests/outside` runs: it takes what is signed
//! so and refuses what was changed. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - `type` of the body is always `event`: the name stands in `data`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "anthropic",
    display_name = "Anthropic",
    docs = "https://docs.claude.com/en/api/beta/webhooks",
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
    event_type = "/data/type",
    payload = "/data",
)]
pub struct Anthropic;

#[doc(hidden)]
pub use Anthropic as __Provider;
