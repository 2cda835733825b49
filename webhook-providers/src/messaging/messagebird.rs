//! [MessageBird](https://developers.messagebird.com/api/#verifying-http-requests): messages and
//! calls of `MessageBird`, now Bird.
//!
//! **Signature.** Header `MessageBird-Signature-JWT`: a JSON web token under the secret as text,
//! HMAC with SHA-256, SHA-384 or SHA-512. Its claims hold the SHA-256 of the address
//! (`url_hash`) and of the body (`payload_hash`), and it has an end.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [messagebird/messagebird-nodejs](https://github.com/messagebird/messagebird-nodejs),
//! [messagebird/go-rest-api](https://github.com/messagebird/go-rest-api).
//!
//! **What the sources leave open, and the choice made.**
//! - A token without `payload_hash` is one of an empty body.
//! - Where the event's name stands is not known; the token's `jti` is not looked at.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "messagebird",
    display_name = "MessageBird",
    docs = "https://developers.messagebird.com/api/#verifying-http-requests",
    evidence = "vector",
    algo = "jwt-hs256",
    alternative((algo = "jwt-hs384"), (algo = "jwt-hs512")),
    header = "MessageBird-Signature-JWT",
    jwt(
        issuer = "MessageBird",
        digest = ["url_hash=sha256:url", "payload_hash=sha256:body?"],
        leeway = "1s",
        expiry = "required",
    ),
)]
pub struct MessageBird;

#[doc(hidden)]
pub use MessageBird as __Provider;
