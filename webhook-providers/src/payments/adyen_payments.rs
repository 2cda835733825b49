//! [Adyen](https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures/):
//! standard webhooks, which tell of payments.
//!
//! **Signature.** Every item of the batch carries its own, in
//! `additionalData.hmacSignature`: HMAC-SHA256, in base64, of eight of its fields joined by colons,
//! under the secret decoded from hex. A field that is not there is empty. No template goes through
//! a list, so code verifies: every item has to match. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** Signatures that the provider published, which this code accepts
//! (`tests/vectors/catalogue`);
//! [Adyen/adyen-node-api-library](https://github.com/Adyen/adyen-node-api-library).
//!
//! **What the sources leave open, and the choice made.**
//! - The fields that are signed are `pspReference`, `originalReference`, `merchantAccountCode`,
//!   `merchantReference`, the amount's value and currency, `eventCode` and `success`. All others
//!   are not: believe nothing else of an item.
//! - A delivery holds a list of items: it has neither name nor id.

use serde_json::Value;
use webhook_core::{
    Rejection,
    custom::{CustomScheme, Draft, Evidence, Unverified},
    scheme::{Algorithm, Encoding},
};

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "adyen-payments",
    display_name = "Adyen",
    docs = "https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures/",
    evidence = "vector",
    secret_encoding = "hex",
    unsigned = "the sender signs eight fields of each item",
    custom = Items,
)]
pub struct AdyenPayments;

#[doc(hidden)]
pub use AdyenPayments as __Provider;

/// The fields that are signed, in their order.
const SIGNED: [&str; 8] = [
    "/pspReference",
    "/originalReference",
    "/merchantAccountCode",
    "/merchantReference",
    "/amount/value",
    "/amount/currency",
    "/eventCode",
    "/success",
];

const SIGNATURE: &str = "/additionalData/hmacSignature";

/// Signs every item of a batch, within the batch.
#[derive(Debug)]
struct Items;

impl CustomScheme for Items {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let document: Value =
            serde_json::from_slice(request.body()).map_err(|_| Rejection::MalformedSignature)?;
        let items = document.get("notificationItems").and_then(Value::as_array);
        let mut evidence = Err(Rejection::MissingSignature);
        for item in items.into_iter().flatten() {
            let item = item.get("NotificationRequestItem").ok_or(Rejection::MissingSignature)?;
            let signature = item.pointer(SIGNATURE).and_then(Value::as_str);
            let signature = signature.ok_or(Rejection::MissingSignature)?;
            let message = message(item);
            let found = request.matching(
                Algorithm::HmacSha256,
                Encoding::Base64,
                &[signature.as_bytes()],
                |_, feed| feed(message.as_bytes()),
            );
            evidence = Ok(found.ok_or(Rejection::Signature)?);
        }
        evidence
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let Ok(mut document) = serde_json::from_slice::<Value>(draft.request().body()) else {
            return;
        };
        let items = document.get_mut("notificationItems").and_then(Value::as_array_mut);
        for item in items.into_iter().flatten() {
            let Some(item) = item.get_mut("NotificationRequestItem") else { continue };
            let message = message(item);
            let signature = draft.signature(Algorithm::HmacSha256, Encoding::Base64, |_, feed| {
                feed(message.as_bytes());
            });
            if let Value::Object(item) = item {
                let data =
                    item.entry("additionalData").or_insert_with(|| Value::Object(<_>::default()));
                if let Value::Object(data) = data {
                    data.insert("hmacSignature".to_owned(), Value::String(signature));
                }
            }
        }
        *draft.request_mut().body_mut() = document.to_string().into_bytes();
    }
}

fn message(item: &Value) -> String {
    let text = |pointer: &str| match item.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    };
    SIGNED.map(text).join(":")
}
