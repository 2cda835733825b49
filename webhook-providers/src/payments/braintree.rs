//! [Braintree](https://developer.paypal.com/braintree/docs/guides/webhooks/overview): payments
//! and subscriptions of Braintree.
//!
//! **Signature.** Field `bt_signature` of the form: HMAC-SHA1 of `{form:bt_payload}`, in hex, as
//! `{any}|{signature}`, under the secret as text, of which the SHA-1 is the key. No time is
//! compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [braintree/braintree_node](https://github.com/braintree/braintree_node). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - The secret is the private key. The value holds a pair for each public key: every pair is
//!   tried, because only that of your key can match.
//! - The provider's code also tries the payload with a line break after it; the payload is
//!   signed as it is sent.
//! - The payload is base64 of XML, so deliveries have neither name nor id.
//! - The challenge of a new webhook (`bt_challenge`) is answered with your public key before the
//!   proof: it is what `verify_token` tells the endpoint.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "braintree",
    display_name = "Braintree",
    docs = "https://developer.paypal.com/braintree/docs/guides/webhooks/overview",
    evidence = "sdk",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    signature = "form:bt_signature",
    format = "{any}|{signature}",
    separator = "&",
    message = "{form:bt_payload}",
    key_derivation = "sha1",
    unsigned = "the whole event is in the one field that is signed",
    handshake(
        method = "GET",
        challenge = "query:bt_challenge",
        answer = "{verify_token}|{proof}",
    ),
)]
pub struct Braintree;

#[doc(hidden)]
pub use Braintree as __Provider;
