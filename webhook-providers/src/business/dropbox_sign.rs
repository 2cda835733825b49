//! [Dropbox Sign](https://developers.hellosign.com/docs/events/walkthrough/): signature requests and
//! templates, once HelloSign.
//!
//! **Signature.** The body is a multipart form whose field `json` is the delivery;
//! `event.event_hash` in it is HMAC-SHA256 of `event_time` and `event_type`, in hex, under the API
//! key as text. No template reads a multipart form, so code verifies.
//!
//! **Evidence.** Signatures that the provider published, which this code accepts
//! (`tests/vectors/catalogue`);
//! [hellosign/dropbox-sign-node](https://github.com/hellosign/dropbox-sign-node),
//! [hellosign/hellosign-openapi](https://github.com/hellosign/hellosign-openapi).
//!
//! **What the sources leave open, and the choice made.**
//! - Nothing but the time and the kind of the event is signed: ask the API for what happened.
//! - The time is the event's, not the delivery's, and no tolerance is stated: it is not compared
//!   with the clock. Who records a delivery can send it again later.
//! - The body is no JSON: deliveries have neither name nor id.

use std::time::{Duration, SystemTime};

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
    name = "dropbox-sign",
    display_name = "Dropbox Sign",
    docs = "https://developers.hellosign.com/docs/events/walkthrough/",
    evidence = "vector",
    ack = 200,
    ack_body = "Hello API Event Received",
    unsigned = "the sender signs the time and the kind of the event, not the event",
    custom = Multipart,
)]
pub struct DropboxSign;

#[doc(hidden)]
pub use DropboxSign as __Provider;

/// Signs two fields of the JSON that is a field of a multipart form.
#[derive(Debug)]
struct Multipart;

impl CustomScheme for Multipart {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let document = document(request.body()).ok_or(Rejection::MissingSignature)?;
        let signature = text(&document, "event_hash").ok_or(Rejection::MissingSignature)?;
        let time =
            text(&document, "event_time").ok_or(Rejection::MissingPart { part: "event_time" })?;
        let kind =
            text(&document, "event_type").ok_or(Rejection::MissingPart { part: "event_type" })?;
        let found = request.matching(
            Algorithm::HmacSha256,
            Encoding::Hex,
            &[signature.as_bytes()],
            |_, feed| {
                feed(time.as_bytes());
                feed(kind.as_bytes());
            },
        );
        let found = found.ok_or(Rejection::Signature)?;
        let seconds = time.parse().ok().map(Duration::from_secs);
        let at = seconds.and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(seconds));
        Ok(at.map_or(found, |at| found.signed_at(at)))
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let Some(mut document) = document(draft.request().body()) else { return };
        let time = text(&document, "event_time").unwrap_or_default().to_owned();
        let kind = text(&document, "event_type").unwrap_or_default().to_owned();
        let hash = draft.signature(Algorithm::HmacSha256, Encoding::Hex, |_, feed| {
            feed(time.as_bytes());
            feed(kind.as_bytes());
        });
        if let Some(Value::Object(event)) = document.get_mut("event") {
            event.insert("event_hash".to_owned(), Value::String(hash));
        }
        let body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{document}\r\n--b--\r\n"
        );
        *draft.request_mut().body_mut() = body.into_bytes();
    }
}

/// The JSON of the field `json`.
fn document(body: &[u8]) -> Option<Value> {
    let body = std::str::from_utf8(body).ok()?;
    let (_, from) = body.split_once("name=\"json\"\r\n\r\n")?;
    serde_json::from_str(from.split_once("\r\n--")?.0).ok()
}

fn text<'d>(document: &'d Value, name: &str) -> Option<&'d str> {
    document.get("event")?.get(name)?.as_str()
}
