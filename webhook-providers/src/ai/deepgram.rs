//! [Deepgram](https://developers.deepgram.com/reference): transcriptions.
//!
//! **Signature.** Header `dg-token`: the secret itself. Nothing is signed: whoever sees a
//! delivery can make others.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-skills](https://github.com/hookdeck/webhook-skills). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "deepgram",
    display_name = "Deepgram",
    docs = "https://developers.deepgram.com/reference",
    evidence = "third-party",
    algo = "token",
    weak = "the sender signs nothing: it repeats a secret",
    header = "dg-token",
)]
pub struct Deepgram;

#[doc(hidden)]
pub use Deepgram as __Provider;
