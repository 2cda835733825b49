//! [Plivo](https://www.plivo.com/docs/voice/concepts/signature-validation): calls and messages, with
//! the third version of the signature.
//!
//! **Signature.** Headers `X-Plivo-Signature-V3` (a list) and `X-Plivo-Signature-Ma-V3` (that of the
//! main account): HMAC-SHA256, in base64, under the auth token as text, of the address without its
//! query, the query sorted, the form sorted, and the nonce of `X-Plivo-Signature-V3-Nonce`. What
//! stands between them depends on which of them are there, so code verifies. No time is compared:
//! who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [plivo/plivo-python](https://github.com/plivo/plivo-python). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Deliveries have neither name nor id.
//! - Calls want an answer with a body; a handler here answers no more than a status.

use http::request::Parts;
use webhook_core::{
    Rejection,
    custom::{CustomScheme, Draft, Evidence, Fields, Unverified, fields, header},
    scheme::{Algorithm, Encoding},
};

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "plivo-v3",
    display_name = "Plivo (v3)",
    docs = "https://www.plivo.com/docs/voice/concepts/signature-validation",
    evidence = "sdk",
    custom = SortedRequest,
)]
pub struct PlivoV3;

#[doc(hidden)]
pub use PlivoV3 as __Provider;

const SIGNATURE: &str = "x-plivo-signature-v3";
const MAIN_ACCOUNT: &str = "x-plivo-signature-ma-v3";
const NONCE: &str = "x-plivo-signature-v3-nonce";

/// Signs the address, the query and the form, both sorted, and a nonce.
#[derive(Debug)]
struct SortedRequest;

impl CustomScheme for SortedRequest {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let parts = request.parts();
        let nonce = header(parts, NONCE)?;
        let message = message(parts, &request.url()?, request.body(), nonce)
            .ok_or(Rejection::MissingPart { part: "a form" })?;
        let mut signatures: Vec<&[u8]> = Vec::new();
        for name in [SIGNATURE, MAIN_ACCOUNT] {
            match header(parts, name) {
                Ok(value) => signatures.extend(value.split(',').map(|one| one.trim().as_bytes())),
                Err(Rejection::MissingHeader { .. }) => {}
                Err(rejection) => return Err(rejection),
            }
        }
        if signatures.is_empty() {
            return Err(Rejection::MissingHeader { header: SIGNATURE });
        }
        let found =
            request.matching(Algorithm::HmacSha256, Encoding::Base64, &signatures, |_, feed| {
                feed(&message);
            });
        found.ok_or(Rejection::Signature)
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let nonce = draft.id().to_owned();
        draft.header(NONCE, &nonce);
        let (parts, body) = draft.request().clone().into_parts();
        let Some(message) = message(&parts, draft.url(), &body, &nonce) else { return };
        let signature = draft.signature(Algorithm::HmacSha256, Encoding::Base64, |_, feed| {
            feed(&message);
        });
        draft.header(SIGNATURE, &signature);
    }
}

/// The address up to its query, then `?` and the sorted query, then `.` and the sorted form, then
/// `.` and the nonce. The first of these stands there for a form too, the second for both only.
fn message(parts: &Parts, url: &str, form: &[u8], nonce: &str) -> Option<Vec<u8>> {
    let sorted = |text| {
        let mut fields: Fields<'_> = fields(text)?;
        fields.sort_unstable();
        Some(fields)
    };
    let query = sorted(parts.uri.query().unwrap_or_default().as_bytes())?;
    let form = sorted(form)?;
    let mut message = url.split('?').next().unwrap_or_default().as_bytes().to_vec();
    if !query.is_empty() || !form.is_empty() {
        message.push(b'?');
    }
    for (index, (name, value)) in query.iter().enumerate() {
        if index > 0 {
            message.push(b'&');
        }
        message.extend_from_slice(name);
        message.push(b'=');
        message.extend_from_slice(value);
    }
    if !query.is_empty() && !form.is_empty() {
        message.push(b'.');
    }
    for (name, value) in &form {
        message.extend_from_slice(name);
        message.extend_from_slice(value);
    }
    message.push(b'.');
    message.extend_from_slice(nonce.as_bytes());
    Some(message)
}
