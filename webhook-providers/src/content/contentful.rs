//! [Contentful](https://www.contentful.com/developers/docs/extensibility/app-framework/request-verification/):
//! entries, assets and apps.
//!
//! **Signature.** Header `x-contentful-signature`: HMAC-SHA256, in hex, under the secret as text, of
//! four lines: the method, the path with the query, the headers that
//! `x-contentful-signed-headers` names (`name:value`, sorted, joined by `;`), and the body. Which
//! headers those are differs from request to request, so code verifies. The time and the list
//! itself are always among them.
//!
//! **Evidence.** The provider's own code:
//! [contentful/node-apps-toolkit](https://github.com/contentful/node-apps-toolkit). No signature is
//! published.
//!
//! **What the sources leave open, and the choice made.**
//! - The provider's code takes secrets of exactly 64 characters; any is taken here.
//! - Its caller chooses the tolerance, and 30 seconds are its default: a retry may come later than
//!   that, and [`tolerance`](webhook_core::Endpoint::tolerance) widens it.
//! - `X-Contentful-Topic` names the event, and is signed only where the list has it.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    time::{Duration, SystemTime},
};

use http::{HeaderName, request::Parts};
use webhook_core::{
    Rejection,
    custom::{CustomScheme, Draft, Evidence, Unverified, header, percent_encode},
    scheme::{Algorithm, Encoding},
};

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "contentful",
    display_name = "Contentful",
    docs = "https://www.contentful.com/developers/docs/extensibility/app-framework/request-verification/",
    evidence = "sdk",
    event_type = "header:X-Contentful-Topic",
    custom = Canonical,
)]
pub struct Contentful;

#[doc(hidden)]
pub use Contentful as __Provider;

const SIGNATURE: &str = "x-contentful-signature";
const SIGNED_HEADERS: &str = "x-contentful-signed-headers";
const TIMESTAMP: &str = "x-contentful-timestamp";

const TOLERANCE: Duration = Duration::from_secs(30);

/// How many headers a request may say that it signs.
const MAX_HEADERS: usize = 100;

/// Signs the request in a canonical form.
#[derive(Debug)]
struct Canonical;

impl CustomScheme for Canonical {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let parts = request.parts();
        let signature = header(parts, SIGNATURE)?;
        let time = header(parts, TIMESTAMP)?;
        let at = moment(time)
            .ok_or(Rejection::MalformedHeader { header: TIMESTAMP, expected: "milliseconds" })?;
        request.check_fresh(at, TOLERANCE)?;
        let head = head(parts, header(parts, SIGNED_HEADERS)?, time)?;
        let found = request.matching(
            Algorithm::HmacSha256,
            Encoding::Hex,
            &[signature.as_bytes()],
            |_, feed| {
                feed(head.as_bytes());
                feed(request.body());
            },
        );
        Ok(found.ok_or(Rejection::Signature)?.signed_at(at))
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let at = draft.at().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let time = at.as_millis().to_string();
        let list = format!("{SIGNED_HEADERS},{TIMESTAMP}");
        draft.header(SIGNED_HEADERS, &list);
        draft.header(TIMESTAMP, &time);
        let (parts, body) = draft.request().clone().into_parts();
        let Ok(head) = head(&parts, &list, &time) else { return };
        let signature = draft.signature(Algorithm::HmacSha256, Encoding::Hex, |_, feed| {
            feed(head.as_bytes());
            feed(&body);
        });
        draft.header(SIGNATURE, &signature);
    }
}

fn moment(time: &str) -> Option<SystemTime> {
    let plain = time.bytes().all(|byte| byte.is_ascii_digit()) && !time.starts_with('0');
    let millis = time.parse().ok().filter(|_| plain)?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis))
}

/// Everything before the body.
fn head(parts: &Parts, list: &str, time: &str) -> Result<String, Rejection> {
    let conflict = Rejection::ConflictingHeader { header: SIGNED_HEADERS };
    let mut signed = BTreeMap::new();
    for name in list.split(',').take(MAX_HEADERS) {
        let Ok(name) = HeaderName::try_from(name) else { continue };
        let mut values = parts.headers.get_all(&name).iter();
        let Some(value) = values.next() else { continue };
        if values.any(|other| other != value) {
            return Err(conflict);
        }
        let Ok(value) = value.to_str() else { return Err(conflict) };
        signed.insert(name.as_str().to_owned(), value.trim().to_owned());
    }
    // These two are always signed, and the list is sorted and names what is there.
    signed.insert(TIMESTAMP.to_owned(), time.to_owned());
    signed.insert(SIGNED_HEADERS.to_owned(), list.to_owned());
    let names: Vec<&str> = signed.keys().map(String::as_str).collect();
    if names.join(",") != list {
        return Err(Rejection::MalformedHeader {
            header: SIGNED_HEADERS,
            expected: "the names of headers that are there, sorted",
        });
    }

    let mut head = format!("{}\n{}\n", parts.method, uri(parts));
    for (index, (name, value)) in signed.iter().enumerate() {
        let separator = if index > 0 { ";" } else { "" };
        // Writing to a text cannot fail.
        let _ = write!(head, "{separator}{name}:{value}");
    }
    head.push('\n');
    Ok(head)
}

/// The path and the query as the provider's code writes them: the query escaped once as a whole,
/// then both once more.
fn uri(parts: &Parts) -> String {
    const PLAIN_IN_URI: &[u8] = b";,/?:@&=+$-_.!~*'()#";
    let mut uri = percent_encode(parts.uri.path().as_bytes(), PLAIN_IN_URI);
    let query = parts.uri.query().and_then(|query| query.split('?').next()).unwrap_or_default();
    if !query.is_empty() {
        let once = percent_encode(query.as_bytes(), b"-_.!~*'()");
        uri.push('?');
        uri.push_str(&percent_encode(once.as_bytes(), PLAIN_IN_URI));
    }
    uri
}
