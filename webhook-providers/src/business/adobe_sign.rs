//! [Adobe Acrobat Sign](https://opensource.adobe.com/acrobat-sign/developer_guide/webhookapis.html):
//! agreements of Acrobat Sign.
//!
//! **Signature.** Header `X-AdobeSign-ClientId`: the secret itself. Nothing is signed: whoever
//! sees a delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The client id is no secret of yours, and nothing is signed.
//! - The provider wants its client id back in the answer to every delivery, not only to the
//!   handshake: acknowledgements repeat it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "adobe-sign",
    display_name = "Adobe Acrobat Sign",
    docs = "https://opensource.adobe.com/acrobat-sign/developer_guide/webhookapis.html",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "X-AdobeSign-ClientId",
    event_type = "/event",
    ack_header = "X-AdobeSign-ClientId={header:X-AdobeSign-ClientId}",
    handshake(
        method = "GET",
        challenge = "header:X-AdobeSign-ClientId",
        header = "X-AdobeSign-ClientId",
    ),
)]
pub struct AdobeSign;

#[doc(hidden)]
pub use AdobeSign as __Provider;
