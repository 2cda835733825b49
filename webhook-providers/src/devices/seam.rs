//! [Seam](https://docs.seam.co/latest/developer-tools/webhooks): locks, thermostats and access
//! codes.
//!
//! **Signature.** Header `svix-signature`: HMAC-SHA256 of `{id}.{timestamp}.{body}`, in base64,
//! as `v1,{signature}`, under the secret decoded from base64, after `whsec_`.
//!
//! **Evidence.** The provider's own code,
//! [seamapi/javascript-webhook](https://github.com/seamapi/javascript-webhook), npm package
//! `@seamapi/webhook` 1.2.0, which `tests/outside` runs: it takes what is signed so and refuses
//! what was changed. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "seam",
    display_name = "Seam",
    docs = "https://docs.seam.co/latest/developer-tools/webhooks",
    evidence = "sdk",
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
    event_type = "/event_type",
)]
pub struct Seam;

#[doc(hidden)]
pub use Seam as __Provider;
