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
//! # fn endpoint() -> Result<(), webhook_core::SetupError> {
//! use webhook_core::{Delivery, Provider, Secret, key_source::{FetchFuture, Keys}};
//! use webhook_providers::paypal::PayPal;
//!
//! let webhook = Secret::from_env("PAYPAL_WEBHOOK_ID")?;
//! // A client that the application has already; with the feature `key-source-http`,
//! // `Keys::over_https()` is one.
//! let client = |address: &str, limit: usize| -> FetchFuture {
//!     # let _ = (address, limit);
//!     Box::pin(async { Err("no network in examples".into()) })
//! };
//! let endpoint = PayPal::SCHEME.endpoint(webhook.with_keys(Keys::over(client)), |delivery: Delivery| {
//!     async move { println!("{:?}", delivery.event()) }
//! })?;
//! # let _ = endpoint;
//! # Ok(())
//! # }
//! # assert!(endpoint().is_err(), "the variable is not set");
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
//!
//! **Events.** 91 names. [Webhook event
//! names](https://developer.paypal.com/api/rest/webhooks/event-names/), as copied by
//! [Aeroverra/AeroPayPalSharp](https://github.com/Aeroverra/AeroPayPalSharp),
//! `PayPalWebhookEventType`. And `PAYMENT.PAYOUTS-ITEM.DENIED`, which [an older edition of that
//! page](https://developer.paypal.com/docs/integration/direct/webhooks/event-names/) has. What is
//! newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "paypal",
    display_name = "PayPal",
    docs = "https://developer.paypal.com/api/rest/webhooks/",
    evidence = "sdk",
    algo = "rsa-sha256",
    encoding = "base64",
    header = "PAYPAL-TRANSMISSION-SIG",
    message = "{id}|{timestamp}|{secret}|{crc32:body}",
    public_keys(
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
    timestamp(header = "PAYPAL-TRANSMISSION-TIME", unit = "rfc3339", tolerance = "none"),
    id = "header:PAYPAL-TRANSMISSION-ID",
    event_type = "/event_type",
    payload = "/resource",
    retry_window = "3d",
    unsigned = "the sender binds the body by a CRC-32, which another body can have as well",
    events = [
        "BILLING.PLAN.ACTIVATED", "BILLING.PLAN.CREATED", "BILLING.PLAN.DEACTIVATED",
        "BILLING.PLAN.PRICING-CHANGE.ACTIVATED", "BILLING.PLAN.UPDATED",
        "BILLING.SUBSCRIPTION.ACTIVATED", "BILLING.SUBSCRIPTION.CANCELLED",
        "BILLING.SUBSCRIPTION.CREATED", "BILLING.SUBSCRIPTION.EXPIRED",
        "BILLING.SUBSCRIPTION.PAYMENT.FAILED", "BILLING.SUBSCRIPTION.RE-ACTIVATED",
        "BILLING.SUBSCRIPTION.SUSPENDED", "BILLING.SUBSCRIPTION.UPDATED", "CATALOG.PRODUCT.CREATED",
        "CATALOG.PRODUCT.UPDATED", "CHECKOUT.CHECKOUT.BUYER-APPROVED", "CHECKOUT.ORDER.APPROVED",
        "CHECKOUT.ORDER.COMPLETED", "CHECKOUT.ORDER.PROCESSED",
        "CHECKOUT.PAYMENT-APPROVAL.REVERSED", "CUSTOMER.ACCOUNT-LIMITATION.ADDED",
        "CUSTOMER.ACCOUNT-LIMITATION.ESCALATED", "CUSTOMER.ACCOUNT-LIMITATION.LIFTED",
        "CUSTOMER.ACCOUNT-LIMITATION.UPDATED", "CUSTOMER.DISPUTE.CREATED",
        "CUSTOMER.DISPUTE.RESOLVED", "CUSTOMER.DISPUTE.UPDATED",
        "CUSTOMER.MANAGED-ACCOUNT.ACCOUNT-CREATED",
        "CUSTOMER.MANAGED-ACCOUNT.ACCOUNT-STATUS-CHANGED",
        "CUSTOMER.MANAGED-ACCOUNT.ACCOUNT-UPDATED", "CUSTOMER.MANAGED-ACCOUNT.CREATION-FAILED",
        "CUSTOMER.MANAGED-ACCOUNT.NEGATIVE-BALANCE-DEBIT-INITIATED",
        "CUSTOMER.MANAGED-ACCOUNT.NEGATIVE-BALANCE-NOTIFIED",
        "CUSTOMER.MANAGED-ACCOUNT.RISK-ASSESSED",
        "CUSTOMER.MERCHANT-INTEGRATION.CAPABILITY-UPDATED",
        "CUSTOMER.MERCHANT-INTEGRATION.PRODUCT-SUBSCRIPTION-UPDATED",
        "CUSTOMER.MERCHANT-INTEGRATION.SELLER-ALREADY-INTEGRATED",
        "CUSTOMER.MERCHANT-INTEGRATION.SELLER-CONSENT-GRANTED",
        "CUSTOMER.MERCHANT-INTEGRATION.SELLER-EMAIL-CONFIRMED",
        "CUSTOMER.MERCHANT-INTEGRATION.SELLER-ONBOARDING-INITIATED",
        "IDENTITY.AUTHORIZATION-CONSENT.REVOKED", "INVOICING.INVOICE.CANCELLED",
        "INVOICING.INVOICE.CREATED", "INVOICING.INVOICE.PAID", "INVOICING.INVOICE.REFUNDED",
        "INVOICING.INVOICE.SCHEDULED", "INVOICING.INVOICE.UPDATED", "MERCHANT.ONBOARDING.COMPLETED",
        "MERCHANT.PARTNER-CONSENT.REVOKED", "PAYMENT-TOKENIZATION.ENROLLMENT.CREATED",
        "PAYMENT-TOKENIZATION.METADATA.CHANGED", "PAYMENT-TOKENIZATION.PAYMENT-CREDENTIAL.CREATED",
        "PAYMENT-TOKENIZATION.PAYMENT-CREDENTIAL.UPDATED",
        "PAYMENT-TOKENIZATION.TOKEN-STATUS.CHANGED", "PAYMENT-TOKENIZATION.TRANSACTION.CREATED",
        "PAYMENT.AUTHORIZATION.CREATED", "PAYMENT.AUTHORIZATION.VOIDED",
        "PAYMENT.CAPTURE.COMPLETED", "PAYMENT.CAPTURE.DECLINED", "PAYMENT.CAPTURE.DENIED",
        "PAYMENT.CAPTURE.PENDING", "PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED",
        "PAYMENT.ORDER.CANCELLED", "PAYMENT.ORDER.CREATED", "PAYMENT.PAYOUTS-ITEM.BLOCKED",
        "PAYMENT.PAYOUTS-ITEM.CANCELED", "PAYMENT.PAYOUTS-ITEM.DENIED",
        "PAYMENT.PAYOUTS-ITEM.FAILED", "PAYMENT.PAYOUTS-ITEM.HELD", "PAYMENT.PAYOUTS-ITEM.REFUNDED",
        "PAYMENT.PAYOUTS-ITEM.RETURNED", "PAYMENT.PAYOUTS-ITEM.SUCCEEDED",
        "PAYMENT.PAYOUTS-ITEM.UNCLAIMED", "PAYMENT.PAYOUTSBATCH.DENIED",
        "PAYMENT.PAYOUTSBATCH.PROCESSING", "PAYMENT.PAYOUTSBATCH.SUCCESS",
        "PAYMENT.REFERENCED-PAYOUT-ITEM.COMPLETED", "PAYMENT.REFERENCED-PAYOUT-ITEM.FAILED",
        "PAYMENT.REFUND.FAILED", "PAYMENT.REFUND.PENDING", "PAYMENT.SALE.COMPLETED",
        "PAYMENT.SALE.DENIED", "PAYMENT.SALE.PENDING", "PAYMENT.SALE.REFUNDED",
        "PAYMENT.SALE.REVERSED", "PAYMENTS.PAYMENT.CREATED", "RISK.DISPUTE.CREATED",
        "VAULT.PAYMENT-TOKEN.CREATED", "VAULT.PAYMENT-TOKEN.DELETED",
        "VAULT.PAYMENT-TOKEN.DELETION-INITIATED",
    ],
)]
pub struct PayPal;

#[doc(hidden)]
pub use PayPal as __Provider;
