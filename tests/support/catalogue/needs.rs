//! What a delivery needs, read from the declaration itself: secrets of its form, a body with all
//! that its message, its name and its id are made of, the headers that it signs.

use std::collections::BTreeMap;

use http::{HeaderName, HeaderValue};
use serde_json::{Map, Value};
use webhook_kit::{
    Scheme,
    grammar::{
        Declaration, Owned, Part, Place, Source, Spanned, Use, parse_template, pointer_segments,
    },
};

use super::{
    Entry,
    keys::{ED25519, P256, RSA},
};

/// When [`Entry::body`] says that it was written, in milliseconds.
pub const WRITTEN_AT: u64 = 1_700_000_000_000;

/// Bodies of schemes by code, which no declaration describes.
const BODIES: &[(&str, &str)] = &[
    ("wecom", "<xml><Encrypt><![CDATA[abc]]></Encrypt></xml>"),
    (
        "adyen-payments",
        "{\"notificationItems\":[{\"NotificationRequestItem\":{\"pspReference\":\"7\"}}]}",
    ),
    (
        "dropbox-sign",
        "--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{\"event\":{\"event_time\":\"5\",\"event_type\":\"x\"}}\r\n--b--\r\n",
    ),
    ("hygraph", "{\"operation\":\"publish\",\"data\":{\"id\":\"é\"}}"),
    ("plivo-v3", "CallUUID=c-1&From=%2B1415&Digits=7&Digits=12"),
    ("tbank", "{\"TerminalKey\":\"T\",\"OrderId\":\"o-1\",\"Success\":true,\"Amount\":19200}"),
];

pub(super) fn entry(scheme: &'static Scheme) -> Entry {
    let keys = scheme.declaration();
    let slug = scheme.name();
    let (secret, other) = secrets(&keys);
    let (secret, other) = (after_owner(scheme, secret), after_owner(scheme, other));
    let body = BODIES.iter().find(|(name, _)| *name == slug);
    let body = body.map_or_else(|| body_of(&keys), |(_, body)| (*body).to_owned());
    Entry { slug, scheme, secret, other, body, headers: headers(&keys) }
}

/// What only an owner says stands before the key.
fn after_owner(scheme: &Scheme, secret: &'static str) -> &'static str {
    match scheme.owner_lines() {
        0 => secret,
        lines => Box::leak(format!("{}{secret}", "owner's\n".repeat(lines)).into()),
    }
}

fn secrets(keys: &Declaration<()>) -> (&'static str, &'static str) {
    let word = |key| text(key).unwrap_or_default();
    match (word(keys.secret_encoding.as_ref()), word(keys.secret_prefix.as_ref())) {
        ("base64", "whsec_") => {
            ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        }
        ("base64", "v1,whsec_") => (
            "v1,whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "v1,whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
        ),
        ("base64", _) => ("c2VjcmV0IG51bWJlciBvbmU=", "c2VjcmV0IG51bWJlciB0d28="),
        ("hex", _) => ("00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100"),
        _ if word(keys.algo.as_ref()) == "ed25519" => ED25519,
        _ if word(keys.algo.as_ref()).starts_with("ecdsa") => P256,
        _ if word(keys.algo.as_ref()) == "jwt-es256" => P256,
        _ if word(keys.algo.as_ref()).starts_with("rsa") => RSA,
        _ if word(keys.algo.as_ref()).starts_with("jwt-rs") => RSA,
        _ if word(keys.algo.as_ref()) == "basic" => ("user:a password", "user:another"),
        _ => ("a secret of some length", "another secret of some length"),
    }
}

fn text(key: Option<&Spanned<(), String>>) -> Option<&str> {
    key.map(|key| key.value.as_str())
}

/// Every part that the message is made of.
fn signed_parts(keys: &Declaration<()>) -> Vec<Part<Owned>> {
    let message = |text: &str| parse_template(text, Use::Message).expect("a template");
    keys.message.iter().flat_map(|text| message(&text.value)).collect()
}

/// Every part that the message, the name and the id are made of.
fn parts(keys: &Declaration<()>) -> Vec<Part<Owned>> {
    let mut parts = signed_parts(keys);
    for (places, usage) in [(&keys.id, Use::Id), (&keys.event_type, Use::EventType)] {
        // Of alternatives the first is used.
        for place in places.iter().take(1) {
            parts.extend(Place::parse(&place.value, usage).expect("a place").into_parts());
        }
    }
    parts
}

fn headers(keys: &Declaration<()>) -> Vec<(HeaderName, HeaderValue)> {
    let needed = signed_parts(keys).into_iter().filter_map(|part| match part {
        Part::Header(name) => Some(name),
        _ => None,
    });
    let of_id = keys.id.first().and_then(|id| id.value.strip_prefix("header:"));
    let of_id = of_id.map(str::to_ascii_lowercase);
    needed
        .filter(|name| name != "content-type" && Some(name) != of_id.as_ref())
        .map(|name| {
            let name = HeaderName::try_from(name).expect("a name");
            (name, HeaderValue::from_static("n-1"))
        })
        .collect()
}

/// A form if the message is made of one, else JSON.
fn body_of(keys: &Declaration<()>) -> String {
    let parts = parts(keys);
    let signature = text(keys.signature.as_ref()).filter(|text| *text != "body");
    let signature = signature.map(|text| Source::parse(text).expect("a source"));
    let is_form = parts.iter().any(|part| matches!(part, Part::Field(_) | Part::SortedForm))
        || matches!(signature, Some(Source::Form(_)));
    if is_form { form(keys, &parts) } else { json(keys, &parts) }
}

fn form(keys: &Declaration<()>, parts: &[Part<Owned>]) -> String {
    let mut fields = BTreeMap::from([("note".to_owned(), "a%20b")]);
    for part in parts {
        if let Part::Field(name) = part {
            fields.insert(name.clone(), "v%2B1");
        }
    }
    // Signing puts it there.
    if let Some(at) = keys.timestamp.as_ref().and_then(|timestamp| text(timestamp.form.as_ref())) {
        fields.remove(at);
    }
    let fields = fields.iter().map(|(name, value)| format!("{name}={value}"));
    fields.collect::<Vec<_>>().join("&")
}

fn json(keys: &Declaration<()>, parts: &[Part<Owned>]) -> String {
    let mut body = Value::Object(Map::new());
    for payload in keys.payload.iter().take(1) {
        set(&mut body, &payload.value, serde_json::json!({ "amount": 5 }));
    }
    for part in parts {
        if let Part::Json(at) = part {
            set(&mut body, &at.to_string(), Value::from("v-1"));
        }
    }
    if let Some(at) = keys.timestamp.as_ref().and_then(|timestamp| text(timestamp.json.as_ref())) {
        set(&mut body, at, Value::from(WRITTEN_AT));
    }
    // What is put beside something has to find it there.
    if let Some(at) = text(keys.signature.as_ref()).and_then(|text| text.strip_prefix("json:")) {
        set(&mut body, at, Value::from("unsigned"));
    }
    if body.as_object().is_some_and(Map::is_empty) {
        body["amount"] = Value::from(5);
    }
    body.to_string()
}

/// Puts a value at a pointer, with all that has to be around it.
fn set(document: &mut Value, pointer: &str, value: Value) {
    let mut at = document;
    for segment in pointer_segments(pointer).expect("a pointer") {
        at = if let Ok(index) = segment.parse::<usize>() {
            if !at.is_array() {
                *at = Value::Array(Vec::new());
            }
            let items = at.as_array_mut().expect("an array");
            items.resize(items.len().max(index + 1), Value::Null);
            &mut items[index]
        } else {
            if !at.is_object() {
                *at = Value::Object(Map::new());
            }
            at.as_object_mut().expect("an object").entry(segment).or_insert(Value::Null)
        };
    }
    *at = value;
}
