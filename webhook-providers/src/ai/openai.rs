//! [OpenAI](https://platform.openai.com/docs/guides/webhooks): responses, batches, fine-tuning
//! jobs and calls.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code,
//! [openai/openai-node](https://github.com/openai/openai-node), npm package `openai` 6.49.0,
//! which `tests/outside` runs: it takes what is signed so and refuses what was changed. No
//! signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A secret without `whsec_` is taken as text, as that code does.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "openai",
    display_name = "OpenAI",
    docs = "https://platform.openai.com/docs/guides/webhooks",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64-if-prefixed",
    secret_prefix = "whsec_",
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
)]
pub struct OpenAi;

#[doc(hidden)]
pub use OpenAi as __Provider;
