//! [Discourse](https://meta.discourse.org/t/configure-webhooks-that-trigger-on-discourse-events/49045):
//! topics, posts and users of a forum.
//!
//! **Signature.** Header `X-Discourse-Event-Signature`: HMAC-SHA256 of the raw body, in hex, as
//! `sha256={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [discourse/discourse](https://github.com/discourse/discourse),
//! `app/jobs/regular/emit_web_hook_event.rb` as of 00e592a2. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The event's name and the delivery's id stand in headers that are not signed.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "discourse",
    display_name = "Discourse",
    docs = "https://meta.discourse.org/t/configure-webhooks-that-trigger-on-discourse-events/49045",
    evidence = "sdk",
    algo = "sha256",
    header = "X-Discourse-Event-Signature",
    format = "sha256={signature}",
    event_type = "header:X-Discourse-Event",
)]
pub struct Discourse;

#[doc(hidden)]
pub use Discourse as __Provider;
