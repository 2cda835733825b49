//! [Apple App Store](https://developer.apple.com/documentation/appstoreservernotifications):
//! purchases and subscriptions: server notifications, version 2.
//!
//! **Signature.** `signedPayload` of the body: a JSON web signature, ECDSA over P-256 with
//! SHA-256, whose content is the delivery.
//!
//! **Evidence.** The provider's own code:
//! [apple/app-store-server-library-node](https://github.com/apple/app-store-server-library-node).
//! The signature that it publishes is verified with a chain of certificates, and not by this
//! declaration.
//!
//! **What the sources leave open, and the choice made.**
//! - The token brings a chain of certificates up to a root of the provider. No chain is checked
//!   here: the secret is the key of the first certificate, as you have verified and trust it,
//!   and the next one beside it when the provider changes it.
//! - Transactions and renewals within the delivery are signed once more: whoever needs them
//!   verifies them.
//! - The signed date is not compared with the clock: no tolerance is stated, and notifications
//!   are repeated for days.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "apple-app-store",
    display_name = "Apple App Store",
    docs = "https://developer.apple.com/documentation/appstoreservernotifications",
    evidence = "sdk",
    algo = "jwt-es256",
    signature = "json:/signedPayload",
    jwt(content = "delivery"),
    timestamp(json = "/signedDate", unit = "milliseconds", tolerance = "none"),
    id = "/notificationUUID",
    event_type = "/notificationType",
    payload = "/data",
)]
pub struct AppleAppStore;

#[doc(hidden)]
pub use AppleAppStore as __Provider;
