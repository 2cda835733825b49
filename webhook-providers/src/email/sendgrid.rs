//! [SendGrid](https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features):
//! deliveries, opens, clicks and bounces of the event webhook.
//!
//! **Signature.** Header `X-Twilio-Email-Event-Webhook-Signature`: ECDSA over P-256 with SHA-256, in
//! DER and base64, of `{timestamp}{body}`, under the account's public key. The secret is that key
//! as the settings show it, base64 of its DER form.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [sendgrid/sendgrid-nodejs](https://github.com/sendgrid/sendgrid-nodejs).
//!
//! **What the sources leave open, and the choice made.**
//! - The body ends with a line break that is signed: give the endpoint the bytes as they come.
//! - A delivery holds a list of events: it has neither name nor id.
//! - The provider's code compares the timestamp with no clock: five minutes are this catalogue's
//!   choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "sendgrid",
    display_name = "SendGrid",
    docs = "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features",
    evidence = "vector",
    algo = "ecdsa-p256",
    encoding = "base64",
    header = "X-Twilio-Email-Event-Webhook-Signature",
    message = "{timestamp}{body}",
    timestamp(
        header = "X-Twilio-Email-Event-Webhook-Timestamp",
        unit = "seconds",
        tolerance = "5m",
    ),
)]
pub struct SendGrid;

#[doc(hidden)]
pub use SendGrid as __Provider;
