//! [Vercel](https://vercel.com/docs/webhooks/webhooks-api): deployments, projects and
//! integrations.
//!
//! **Signature.** Header `x-vercel-signature`: HMAC-SHA1 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [trigger.dev](https://github.com/triggerdotdev/trigger.dev). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "vercel",
    display_name = "Vercel",
    docs = "https://vercel.com/docs/webhooks/webhooks-api",
    evidence = "third-party",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    header = "x-vercel-signature",
    id = "/id",
    event_type = "/type",
    payload = "/payload",
)]
pub struct Vercel;

#[doc(hidden)]
pub use Vercel as __Provider;
