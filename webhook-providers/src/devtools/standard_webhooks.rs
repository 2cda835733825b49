//! [Standard Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md):
//! whoever follows the specification and has no module of its own here.
//!
//! **Signature.** Header `webhook-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in
//! base64, as `v1,{signature}`, under the secret decoded from base64, after `whsec_`; or Ed25519 of
//! the same, as `v1a,{signature}`, under the public key after `whpk_`. Which of them a sender uses
//! is told by the secret; those of both may stand in one value.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [standard-webhooks/standard-webhooks](https://github.com/standard-webhooks/standard-webhooks).
//!
//! **What the sources leave open, and the choice made.**
//! - `event` and `payload` follow the payload that the specification recommends. Which events there
//!   are is the sender's to say, so no list is checked: declare a provider of your own for one.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "standard-webhooks",
    display_name = "Standard Webhooks",
    docs = "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "webhook-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    alternative(algo = "ed25519", format = "v1a,{signature}", secret_prefix = "whpk_"),
    timestamp(header = "webhook-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:webhook-id",
    event_type = "/type",
    payload = "/data",
)]
pub struct StandardWebhooks;

#[doc(hidden)]
pub use StandardWebhooks as __Provider;
