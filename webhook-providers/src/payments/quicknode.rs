//! [QuickNode Streams](https://www.quicknode.com/docs/streams/validating-payloads): streams of
//! chain data.
//!
//! **Signature.** Header `X-QN-Signature`: HMAC-SHA256 of
//! `{header:X-QN-Nonce}{timestamp}{body}`, in hex, under the secret as text.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After public code.
//! No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The order of the message's parts is remembered, the headers are confirmed by public code.
//!   An older variant adds `x-qn-content-hash`: it is not this.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "quicknode",
    display_name = "QuickNode Streams",
    docs = "https://www.quicknode.com/docs/streams/validating-payloads",
    evidence = "third-party",
    algo = "sha256",
    header = "X-QN-Signature",
    message = "{header:X-QN-Nonce}{timestamp}{body}",
    timestamp(header = "X-QN-Timestamp", unit = "seconds", tolerance = "5m"),
)]
pub struct QuickNode;

#[doc(hidden)]
pub use QuickNode as __Provider;
