//! [X](https://docs.x.com/x-api/webhooks/introduction): account activity.
//!
//! **Signature.** Headers `x-twitter-webhooks-signature-oauth2` or `x-twitter-webhooks-signature`:
//! HMAC-SHA256 of the raw body, in base64, as `sha256={signature}`, under the secret as text. No time is compared: who records a
//! delivery can send it again later.
//!
//! **Evidence.** The provider's documentation
//! ([xdevplatform/docs](https://github.com/xdevplatform/docs),
//! `x-api/webhooks/introduction.mdx` as of 08f1925a). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The first header is under the client secret of OAuth 2.0, the second under the consumer secret
//!   of OAuth 1.0; apps that have both get both. Either is enough: give an endpoint the secrets that
//!   the app has, that of OAuth 2.0 first, because challenges are answered with the first.
//! - What happened is told by which members the body has: deliveries have no name.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "x",
    display_name = "X",
    docs = "https://docs.x.com/x-api/webhooks/introduction",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = ["x-twitter-webhooks-signature-oauth2", "x-twitter-webhooks-signature"],
    format = "sha256={signature}",
    handshake(
        method = "GET",
        challenge = "query:crc_token",
        answer = "{{\"response_token\":\"sha256={proof}\"}}",
    ),
)]
pub struct X;

#[doc(hidden)]
pub use X as __Provider;
