//! [Dub](https://dub.co/docs/concepts/webhooks/introduction): links, leads and sales.
//!
//! **Signature.** Header `Dub-Signature`: HMAC-SHA256 of the raw body, in hex, under the secret
//! as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code: [dubinc/dub](https://github.com/dubinc/dub),
//! `apps/web/lib/webhook/signature.ts` as of 06859837. No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "dub",
    display_name = "Dub",
    docs = "https://dub.co/docs/concepts/webhooks/introduction",
    evidence = "sdk",
    algo = "sha256",
    header = "Dub-Signature",
    id = "/id",
    event_type = "/event",
    payload = "/data",
)]
pub struct Dub;

#[doc(hidden)]
pub use Dub as __Provider;
