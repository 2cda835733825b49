//! [Recurly](https://docs.recurly.com/docs/webhooks): accounts, subscriptions and invoices.
//!
//! **Signature.** Header `recurly-signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `{timestamp},{signature}`, under the secret as text. The time counts milliseconds, and one
//! more than five minutes from now is refused.
//!
//! **Evidence.** The provider's own code:
//! [recurly/recurly-client-ruby](https://github.com/recurly/recurly-client-ruby),
//! `lib/recurly/webhooks.rb` as of 5233e1b0. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Several signatures may follow the timestamp: any is enough.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "recurly",
    display_name = "Recurly",
    docs = "https://docs.recurly.com/docs/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "recurly-signature",
    format = "{timestamp},{signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "5m"),
)]
pub struct Recurly;

#[doc(hidden)]
pub use Recurly as __Provider;
