//! [PayPal](https://developer.paypal.com/api/rest/webhooks/): payments, orders, subscriptions and
//! disputes.
//!
//! **Signature.** Header `PAYPAL-TRANSMISSION-SIG`: RSA (PKCS#1 v1.5) with SHA-256, in base64, of the
//! transmission's id and time, the id of your webhook and the CRC-32 of the body, with bars between
//! them.
//!
//! **A CRC-32 binds nothing.** Who has one genuine delivery can write another body with the same
//! checksum, and send it with the same headers. The transmission's id, which is signed, is taken once:
//! so what was delivered to you cannot be sent again with another body while it is remembered. Where a
//! body alone moves money, ask the provider's API for the object that it names.
//!
//! **Keys.** `PAYPAL-CERT-URL` names the address of the certificate, which is followed to
//! `/v1/notifications/certs/` of the provider's API and nowhere else; of the certificate only the key is used.
//!
//! **What the owner says.** The id of the webhook, as the provider's dashboard shows it: it is the
//! secret. Where the certificate is at hand, it follows on the next line.
//!
//! ```
//! # #[cfg(feature = "key-source-http")]
//! # fn endpoint() -> Result<(), webhook_core::SetupError> {
//! use webhook_core::{Delivery, Endpoint, Provider, Secret, key_source::Keys};
//! use webhook_providers::paypal::PayPal;
//!
//! let webhook = Secret::from_env("PAYPAL_WEBHOOK_ID")?;
//! let endpoint = PayPal::SCHEME.endpoint(webhook.with_keys(Keys::over_https()), |delivery: Delivery| {
//!     async move { println!("{:?}", delivery.event()) }
//! })?;
//! # let _ = endpoint;
//! # Ok(())
//! # }
//! ```
//!
//! **Evidence.**
//! [PayPal-Python-SDK](https://github.com/paypal/PayPal-Python-SDK). No signature is published that can
//! be verified: the certificate that belongs to the one of its tests is not there.
//!
//! **What the sources leave open, and the choice made.**
//! - No tolerance is stated, nor whether a repetition has a time of its own: the time is signed text and
//!   is not compared with the clock. Nor is it known whether a repetition keeps the transmission's id;
//!   where it does not, it is handled again.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "paypal",
    title = "PayPal",
    docs = "https://developer.paypal.com/api/rest/webhooks/",
    evidence = "sdk",
    algo = "rsa-sha256",
    encoding = "base64",
    header = "PAYPAL-TRANSMISSION-SIG",
    message = "{id}|{timestamp}|{secret}|{crc32:body}",
    keys(
        id = "header:PAYPAL-CERT-URL",
        url = "{id}",
        hosts = [
            "api.paypal.com/v1/notifications/certs/*",
            "api-m.paypal.com/v1/notifications/certs/*",
            "api.sandbox.paypal.com/v1/notifications/certs/*",
            "api-m.sandbox.paypal.com/v1/notifications/certs/*",
        ],
        form = "key",
    ),
    timestamp(header = "PAYPAL-TRANSMISSION-TIME", unit = "rfc3339"),
    id = "header:PAYPAL-TRANSMISSION-ID",
    event = "/event_type",
    payload = "/resource",
    retries = "3d",
    unsigned = "the sender binds the body by a CRC-32, which another body can have as well",
)]
pub struct PayPal;

#[doc(hidden)]
pub use PayPal as __Provider;
