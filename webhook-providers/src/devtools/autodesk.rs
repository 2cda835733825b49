//! [Autodesk Platform Services](https://aps.autodesk.com/en/docs/webhooks/v1/tutorials/how-to-verify-payload-signature/):
//! files, models and workflows of Autodesk Platform Services.
//!
//! **Signature.** Header `x-adsk-signature`: HMAC-SHA1 of the raw body, in hex, as
//! `sha1hash={signature}`, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook),
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "autodesk",
    display_name = "Autodesk Platform Services",
    docs = "https://aps.autodesk.com/en/docs/webhooks/v1/tutorials/how-to-verify-payload-signature/",
    evidence = "third-party",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    header = "x-adsk-signature",
    format = "sha1hash={signature}",
    event_type = "/hook/event",
)]
pub struct Autodesk;

#[doc(hidden)]
pub use Autodesk as __Provider;
