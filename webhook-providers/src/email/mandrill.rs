//! [Mandrill](https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/#authenticating-webhook-requests):
//! messages of Mailchimp Transactional.
//!
//! **Signature.** Header `X-Mandrill-Signature`: HMAC-SHA1 of `{url}{form:sorted}`, in base64,
//! under the secret as text. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - A delivery holds a list of events in its field `mandrill_events`: it has no name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mandrill",
    display_name = "Mandrill",
    docs = "https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/#authenticating-webhook-requests",
    evidence = "third-party",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    encoding = "base64",
    header = "X-Mandrill-Signature",
    message = "{url}{form:sorted}",
    handshake(method = "HEAD"),
)]
pub struct Mandrill;

#[doc(hidden)]
pub use Mandrill as __Provider;
