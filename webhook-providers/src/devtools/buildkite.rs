//! [Buildkite](https://buildkite.com/docs/apis/webhooks): builds, jobs and agents.
//!
//! **Signature.** Header `X-Buildkite-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex,
//! as `timestamp={timestamp},signature={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's documentation of webhooks, with sample code in Ruby. No
//! signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The event's name is taken from `event` of the body, which is signed; `X-Buildkite-Event`
//!   repeats it.
//! - Webhooks that are set to send a token (`X-Buildkite-Token`) sign nothing, and are refused.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "buildkite",
    display_name = "Buildkite",
    docs = "https://buildkite.com/docs/apis/webhooks",
    evidence = "docs",
    algo = "sha256",
    header = "X-Buildkite-Signature",
    format = "timestamp={timestamp},signature={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "seconds", tolerance = "5m"),
    event_type = "/event",
)]
pub struct Buildkite;

#[doc(hidden)]
pub use Buildkite as __Provider;
