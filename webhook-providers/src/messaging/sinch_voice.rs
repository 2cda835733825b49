//! [Sinch Voice](https://developers.sinch.com/docs/voice/api-reference/authentication/callback-signed-request):
//! calls and verifications, with an application's signature.
//!
//! **Signature.** Header `Authorization`: HMAC-SHA256 of
//! `{method}\n{md5-base64:body}\n{header:content-type}\nx-timestamp:{timestamp}\n{path}`, in
//! base64, as `Application {any}:{signature}`, under the secret decoded from base64.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`); [sinch/sinch-sdk-node](https://github.com/sinch/sinch-sdk-node).
//!
//! **What the sources leave open, and the choice made.**
//! - The provider also accepts Basic credentials for the other direction: callbacks are signed.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "sinch-voice",
    display_name = "Sinch Voice",
    docs = "https://developers.sinch.com/docs/voice/api-reference/authentication/callback-signed-request",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "Authorization",
    format = "Application {any}:{signature}",
    message = "{method}\n{md5-base64:body}\n{header:content-type}\nx-timestamp:{timestamp}\n{path}",
    secret_encoding = "base64",
    timestamp(header = "x-timestamp", unit = "rfc3339", tolerance = "5m"),
    event_type = "/event",
)]
pub struct SinchVoice;

#[doc(hidden)]
pub use SinchVoice as __Provider;
