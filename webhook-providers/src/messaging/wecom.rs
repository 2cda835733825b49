//! [WeCom](https://developer.work.weixin.qq.com/document/path/90968): messages and events of
//! WeCom (WeChat Work) and of WeChat's official accounts.
//!
//! **Signature.** Parameter `msg_signature` of the query: SHA-1 of four texts that are sorted and
//! joined, in hex: the token, the parameters `timestamp` and `nonce`, and the content of `Encrypt`
//! in the body's XML. No template sorts, so code verifies.
//!
//! **Evidence.** Signatures of the provider's sample, quoted by others, which this code accepts
//! (`tests/vectors/catalogue`).
//!
//! **What the sources leave open, and the choice made.**
//! - The secret is the token. The body is encrypted under another key (AES-256-CBC under the
//!   `EncodingAESKey`): a handler decrypts it, and deliveries have neither name nor id.
//! - No tolerance is stated for the timestamp: five minutes is this catalogue's choice, as most
//!   senders have it.
//! - The handshake (`GET` with `echostr`) is answered with the decrypted text: this declaration
//!   does not answer it.

use std::time::{Duration, SystemTime};

use webhook_core::{
    Rejection,
    custom::{CustomScheme, Draft, Evidence, Unverified, parameter},
    scheme::{Algorithm, Encoding},
};

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "wecom",
    display_name = "WeCom",
    docs = "https://developer.work.weixin.qq.com/document/path/90968",
    evidence = "vector",
    weak = "a plain hash, with the secret sorted in among its parts",
    custom = SortedTexts,
)]
pub struct WeCom;

#[doc(hidden)]
pub use WeCom as __Provider;

const TOLERANCE: Duration = Duration::from_secs(300);

/// Signs four texts that are sorted first, the secret among them.
#[derive(Debug)]
struct SortedTexts;

impl CustomScheme for SortedTexts {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let parts = request.parts();
        let timestamp = parameter(parts, "timestamp")?;
        let nonce = parameter(parts, "nonce")?;
        let signature = parameter(parts, "msg_signature")?;
        let at = moment(&timestamp)?;
        request.check_fresh(at, TOLERANCE)?;
        let encrypted =
            encrypted(request.body()).ok_or(Rejection::MissingPart { part: "`Encrypt`" })?;
        let texts = [timestamp.as_bytes(), nonce.as_bytes(), encrypted];
        let found = request.matching(
            Algorithm::HashSha1,
            Encoding::Hex,
            &[signature.as_bytes()],
            |key, feed| sorted(key, texts, feed),
        );
        Ok(found.ok_or(Rejection::Signature)?.signed_at(at))
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let at = draft.at().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let timestamp = at.as_secs().to_string();
        let body = encrypted(draft.request().body()).unwrap_or_default().to_vec();
        let texts = [timestamp.as_bytes(), b"7", &body];
        let signature = draft.signature(Algorithm::HashSha1, Encoding::Hex, |key, feed| {
            sorted(key, texts, feed);
        });
        let path = draft.request().uri().path();
        let uri = format!("{path}?msg_signature={signature}&timestamp={timestamp}&nonce=7");
        if let Ok(uri) = uri.parse() {
            *draft.request_mut().uri_mut() = uri;
        }
    }
}

fn sorted(key: &[u8], [timestamp, nonce, encrypted]: [&[u8]; 3], feed: &mut dyn FnMut(&[u8])) {
    let mut all = [key, timestamp, nonce, encrypted];
    all.sort_unstable();
    all.into_iter().for_each(feed);
}

fn moment(timestamp: &str) -> Result<SystemTime, Rejection> {
    let seconds = timestamp.parse().ok().filter(|_| timestamp.bytes().all(|b| b.is_ascii_digit()));
    let at = seconds
        .and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(seconds)));
    at.ok_or(Rejection::MissingPart { part: "timestamp" })
}

/// What stands in `<Encrypt><![CDATA[..]]></Encrypt>`.
fn encrypted(body: &[u8]) -> Option<&[u8]> {
    let body = std::str::from_utf8(body).ok()?;
    let (_, from) = body.split_once("<Encrypt><![CDATA[")?;
    from.split_once("]]></Encrypt>").map(|(text, _)| text.as_bytes())
}
