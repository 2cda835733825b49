//! [Svix](https://docs.svix.com/receiving/verifying-payloads/how-manual): applications that send
//! through Svix under its own header names.
//!
//! **Signature.** Header `svix-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in base64,
//! as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`); [svix/svix-webhooks](https://github.com/svix/svix-webhooks).
//!
//! **What the sources leave open, and the choice made.**
//! - Senders shape their bodies as they like: the event's name is taken from `type`, as Standard
//!   Webhooks recommends. Which events there are is the sender's to say, so no list is checked. Svix
//!   itself sends a few to its customers (operational webhooks, such as `endpoint.disabled` and
//!   `message.attempt.exhausted`); these come in the same way and are not told apart here.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "svix",
    display_name = "Svix",
    docs = "https://docs.svix.com/receiving/verifying-payloads/how-manual",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "svix-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    secret_encoding = "base64",
    secret_prefix = "whsec_",
    timestamp(header = "svix-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:svix-id",
    event_type = "/type",
)]
pub struct Svix;

#[doc(hidden)]
pub use Svix as __Provider;
