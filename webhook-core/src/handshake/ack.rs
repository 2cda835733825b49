//! Acknowledgements: the answer that tells the sender it may forget a delivery.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, header};

use crate::{
    delivery::Delivery,
    scheme::{Part, Scheme},
    verify::{Fed, Values},
};

/// The provider's own acknowledgement: the status that its declaration names, 200 unless it names
/// one.
///
/// A handler that returns nothing acknowledges in the same way; `Ack` says it in words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ack;

/// An acknowledgement with a status of its own, such as `AckWith<202>`.
///
/// The status stands in the type, so that a handler for a provider that takes only another one for
/// an acknowledgement does not compile.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AckWith<const STATUS: u16>;

/// Says what this sender wants to hear beside the status. The work is done: what the delivery does
/// not hold is left out, and the delivery acknowledged without it.
pub(crate) fn say(scheme: &Scheme, delivery: &Delivery, response: &mut Response<Bytes>) {
    if scheme.data.ack_body.is_empty() && scheme.data.ack_header.is_empty() {
        return;
    }
    for (name, value) in scheme.data.ack_header {
        let value = HeaderValue::from_maybe_shared(text(value, delivery));
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), value) {
            response.headers_mut().insert(name, value);
        }
    }
    if !scheme.data.ack_body.is_empty() {
        say_type(scheme.data.ack_body, response.headers_mut());
        *response.body_mut() = text(scheme.data.ack_body, delivery);
    }
}

/// Says what a declared text is, by what the declaration says and never by what was asked; nothing
/// where there is no text.
pub(crate) fn say_type(text: &[Part], headers: &mut HeaderMap) {
    let Some(first) = text.first() else { return };
    let is_json = matches!(first, Part::Text(text) if text.starts_with('{'));
    let content_type = if is_json { "application/json" } else { "text/plain" };
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
}

fn text(parts: &[Part], delivery: &Delivery) -> Bytes {
    let mut text = Vec::new();
    if let Some(head) = delivery.head() {
        let values = Values { parts: head, timestamp: &[], id: &[], address: None };
        for part in parts {
            let _ = values.feed(&[*part], delivery.body(), &mut |fed| {
                if let Fed::Bytes(piece) = fed {
                    text.extend_from_slice(piece);
                }
            });
        }
    }
    text.into()
}
