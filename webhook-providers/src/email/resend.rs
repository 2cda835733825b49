//! [Resend](https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests): mails that
//! were sent.
//!
//! **Signature.** Header `svix-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in base64,
//! as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code:
//! [resend/resend-node](https://github.com/resend/resend-node). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "resend",
    title = "Resend",
    docs = "https://resend.com/docs/dashboard/webhooks/verify-webhooks-requests",
    evidence = "sdk",
    algo = "sha256",
    encoding = "base64",
    header = "svix-signature",
    format = "v1,{signature}",
    separator = " ",
    message = "{id}.{timestamp}.{body}",
    key = "base64",
    key_prefix = "whsec_",
    timestamp(header = "svix-timestamp", unit = "seconds", tolerance = "5m"),
    id = "header:svix-id",
    event = "/type",
    payload = "/data",
)]
pub struct Resend;

#[doc(hidden)]
pub use Resend as __Provider;
