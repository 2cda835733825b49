//! [Square](https://developer.squareup.com/docs/webhooks/step3validate): payments, orders,
//! customers and all else of Square.
//!
//! **Signature.** Header `x-square-hmacsha256-signature`: HMAC-SHA256 of `{url}{body}`, in
//! base64, under the secret as text. No time is compared: who records a delivery can send it
//! again later.
//!
//! **Evidence.** Signatures that the provider published, which this declaration accepts
//! (`tests/vectors/catalogue`);
//! [square/square-nodejs-sdk](https://github.com/square/square-nodejs-sdk).

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "square",
    title = "Square",
    docs = "https://developer.squareup.com/docs/webhooks/step3validate",
    evidence = "vector",
    algo = "sha256",
    encoding = "base64",
    header = "x-square-hmacsha256-signature",
    message = "{url}{body}",
    id = "/event_id",
    event = "/type",
    payload = "/data",
)]
pub struct Square;

#[doc(hidden)]
pub use Square as __Provider;
