//! [Twilio](https://www.twilio.com/docs/usage/security): messages, calls and all else of Twilio.
//!
//! **Signature.** Header `X-Twilio-Signature`: HMAC-SHA1, in base64, under the account's auth token
//! as text. What is signed is the address that the request was sent to, followed by every field of
//! the form, sorted by name, name and value without anything between them. Where the body is JSON,
//! the address alone is signed, and its parameter `bodySHA256` is the body's digest. No time is
//! compared: who records a delivery can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`); [twilio/twilio-node](https://github.com/twilio/twilio-node),
//! [twilio/twilio-python](https://github.com/twilio/twilio-python).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider's code tries the address with and without the port of its scheme, and with the
//!   query in an older encoding: the alternatives of the message are these.
//! - What happened is told by different fields (`MessageStatus`, `CallStatus`, ..): deliveries have
//!   no name, and there is no list of events to check names against: statuses are values of a field,
//!   for the type of the body to say. `I-Twilio-Idempotency-Token` is not signed and identifies nothing.
//! - **The borders of fields are not signed.** A text that somebody sends to you is a field, and whoever
//!   has seen the signed request can move the border between it and its neighbours: `Body`, `From` and
//!   all that follows can be other texts, of the same letters in the same order. Where your address has
//!   a query, fields can move there as well, and one that holds `&bodySHA256=` and a digest lets a JSON
//!   body of somebody's pass. So let your address have no query, and believe no field that decides about
//!   money without asking the provider's API. To an endpoint, what was moved is the delivery that it was,
//!   and is not handled again while that one is remembered. A request with `bodySHA256` is never verified
//!   as a form, and a form without a field that says anything is none.
//! - Calls want an answer with a body; a handler here answers no more than a status.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "twilio",
    display_name = "Twilio",
    docs = "https://www.twilio.com/docs/usage/security",
    evidence = "vector",
    algo = "sha1",
    weak = "the sender signs with SHA-1 and offers nothing better",
    encoding = "base64",
    header = "X-Twilio-Signature",
    message = [
        "{url}{form:sorted}",
        "{url:port}{form:sorted}",
        "{url:no-port}{form:sorted}",
        "{url:quoted}{form:sorted}",
        "{url}",
        "{url:port}",
        "{url:no-port}",
        "{url:quoted}",
    ],
    digest = "sha256:query:bodySHA256",
)]
pub struct Twilio;

#[doc(hidden)]
pub use Twilio as __Provider;
