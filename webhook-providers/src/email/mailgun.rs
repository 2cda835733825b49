//! [Mailgun](https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks):
//! deliveries, opens, clicks and complaints.
//!
//! **Signature.** `/signature/signature` of the body: HMAC-SHA256 of
//! `{json:/signature/timestamp}{json:/signature/token}`, in hex, under the secret as text.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`); [mailgun/mailgun-php](https://github.com/mailgun/mailgun-php),
//! [mailgun/mailgun-go](https://github.com/mailgun/mailgun-go).
//!
//! **What the sources leave open, and the choice made.**
//! - Legacy webhooks carry the three values as fields of a form: they are not these.
//! - No tolerance is stated for the timestamp, and whether a retry is signed anew is not known:
//!   it is not compared with the clock.
//! - Nothing stands between the timestamp and the token where they are signed, so the token alone is
//!   no id: both together identify a delivery.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "mailgun",
    display_name = "Mailgun",
    docs = "https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks",
    evidence = "vector",
    algo = "sha256",
    signature = "json:/signature/signature",
    message = "{json:/signature/timestamp}{json:/signature/token}",
    timestamp(json = "/signature/timestamp", unit = "seconds", tolerance = "none"),
    event_type = "/event-data/event",
    payload = "/event-data",
    unsigned = "the sender signs a token and a timestamp, not the event",
)]
pub struct Mailgun;

#[doc(hidden)]
pub use Mailgun as __Provider;
