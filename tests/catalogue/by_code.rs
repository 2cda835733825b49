//! What no template says: three of the oddest schemes, by code.

use http::Request;
use serde_json::Value;
use webhook_kit::{
    Provider, Rejection,
    custom::{CustomScheme, Draft, Evidence, Unverified},
    scheme::{Algorithm, Encoding},
};

use super::Entry;

/// Signs four texts that are sorted first, the secret among them.
#[derive(Debug)]
pub struct SortedTexts;

fn parameter(uri: &http::Uri, name: &str) -> Option<String> {
    let query = uri.query()?;
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}

fn encrypted(body: &[u8]) -> Option<&str> {
    let body = std::str::from_utf8(body).ok()?;
    let (_, from) = body.split_once("<Encrypt><![CDATA[")?;
    from.split_once("]]></Encrypt>").map(|(text, _)| text)
}

fn sorted(key: &[u8], texts: [&str; 3], feed: &mut dyn FnMut(&[u8])) {
    let mut all = vec![key, texts[0].as_bytes(), texts[1].as_bytes(), texts[2].as_bytes()];
    all.sort_unstable();
    all.into_iter().for_each(feed);
}

impl CustomScheme for SortedTexts {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let missing = Rejection::MissingPart { part: "a parameter of the query" };
        let uri = &request.parts().uri;
        let (Some(timestamp), Some(nonce), Some(signature)) =
            (parameter(uri, "timestamp"), parameter(uri, "nonce"), parameter(uri, "msg_signature"))
        else {
            return Err(missing);
        };
        let Some(encrypted) = encrypted(request.body()) else {
            return Err(Rejection::MissingPart { part: "a value of the body" });
        };
        let texts = [timestamp.as_str(), &nonce, encrypted];
        request
            .matching(Algorithm::HashSha1, Encoding::Hex, &[signature.as_bytes()], |key, feed| {
                sorted(key, texts, feed);
            })
            .ok_or(Rejection::Signature)
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let at = draft.at().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let timestamp = at.as_secs().to_string();
        let text = encrypted(draft.request().body()).unwrap_or_default().to_owned();
        let signature = draft.signature(Algorithm::HashSha1, Encoding::Hex, |key, feed| {
            sorted(key, [timestamp.as_str(), "7", &text], feed);
        });
        let path = draft.request().uri().path().to_owned();
        let uri = format!("{path}?msg_signature={signature}&timestamp={timestamp}&nonce=7");
        *draft.request_mut().uri_mut() = uri.parse().expect("an address");
    }
}

/// Signs every item of a batch, within the batch.
#[derive(Debug)]
pub struct Items;

fn message(item: &Value) -> String {
    let text = |pointer: &str| match item.pointer(pointer) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Null) | None => String::new(),
        Some(other) => other.to_string(),
    };
    let fields = [
        "/pspReference",
        "/originalReference",
        "/merchantAccountCode",
        "/merchantReference",
        "/amount/value",
        "/amount/currency",
        "/eventCode",
        "/success",
    ];
    fields.map(text).join(":")
}

impl CustomScheme for Items {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let document: Value =
            serde_json::from_slice(request.body()).map_err(|_| Rejection::MalformedSignature)?;
        let items = document["notificationItems"].as_array().ok_or(Rejection::MissingSignature)?;
        let mut evidence = Err(Rejection::MissingSignature);
        for item in items {
            let item = &item["NotificationRequestItem"];
            let signature = item.pointer("/additionalData/hmacSignature").and_then(Value::as_str);
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
        let Some(items) = document["notificationItems"].as_array_mut() else { return };
        for item in items {
            let item = &mut item["NotificationRequestItem"];
            let message = message(item);
            let signature = draft.signature(Algorithm::HmacSha256, Encoding::Base64, |_, feed| {
                feed(message.as_bytes());
            });
            item["additionalData"] = serde_json::json!({ "hmacSignature": signature });
        }
        replace(draft.request_mut(), document.to_string());
    }
}

fn replace(request: &mut Request<Vec<u8>>, body: String) {
    *request.body_mut() = body.into_bytes();
}

/// Signs two fields of the JSON that is a field of a multipart form.
#[derive(Debug)]
pub struct Multipart;

fn document(body: &[u8]) -> Option<Value> {
    let body = std::str::from_utf8(body).ok()?;
    let (_, from) = body.split_once("name=\"json\"\r\n\r\n")?;
    serde_json::from_str(from.split_once("\r\n--")?.0).ok()
}

impl CustomScheme for Multipart {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let document = document(request.body()).ok_or(Rejection::MissingSignature)?;
        let text = |name: &str| document["event"][name].as_str().unwrap_or_default();
        let (time, kind) = (text("event_time"), text("event_type"));
        request
            .matching(
                Algorithm::HmacSha256,
                Encoding::Hex,
                &[text("event_hash").as_bytes()],
                |_, feed| {
                    feed(time.as_bytes());
                    feed(kind.as_bytes());
                },
            )
            .ok_or(Rejection::Signature)
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let Some(mut document) = document(draft.request().body()) else { return };
        let text = |name: &str| document["event"][name].as_str().unwrap_or_default().to_owned();
        let (time, kind) = (text("event_time"), text("event_type"));
        let hash = draft.signature(Algorithm::HmacSha256, Encoding::Hex, |_, feed| {
            feed(time.as_bytes());
            feed(kind.as_bytes());
        });
        document["event"]["event_hash"] = Value::String(hash);
        let body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{document}\r\n--b--\r\n"
        );
        replace(draft.request_mut(), body);
    }
}

#[derive(Debug, Provider)]
#[provider(name = "wecom", custom = SortedTexts)]
pub struct WeCom;

#[derive(Debug, Provider)]
#[provider(name = "adyen-payments", key = "hex", custom = Items)]
pub struct AdyenPayments;

#[derive(Debug, Provider)]
#[provider(name = "dropbox-sign", custom = Multipart)]
pub struct DropboxSign;

pub const ALL: &[Entry] = &[
    Entry::of::<WeCom>("wecom").body("<xml><Encrypt><![CDATA[abc]]></Encrypt></xml>"),
    Entry::of::<AdyenPayments>("adyen-payments")
        .secrets("00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100")
        .body(
            "{\"notificationItems\":[{\"NotificationRequestItem\":{\"pspReference\":\"7\"}}]}",
        ),
    Entry::of::<DropboxSign>("dropbox-sign").body(
        "--b\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{\"event\":{\"event_time\":\"5\",\"event_type\":\"x\"}}\r\n--b--\r\n",
    ),
];
