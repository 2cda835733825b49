//! [Atlassian Connect](https://developer.atlassian.com/cloud/jira/platform/understanding-jwt/): webhooks
//! of Jira and Confluence to apps.
//!
//! **Signature.** Header `Authorization`: `JWT` and a JSON web token with HMAC-SHA256 under the shared
//! secret of the installation, as text. Its claim `qsh` is the SHA-256, in hex, of method, path and
//! query in a canonical form that no template says, so code verifies. The body is not covered.
//!
//! **Evidence.** The provider's own code, npm package `atlassian-jwt` 2.0.3, which
//! `tests/outside` runs: its tokens are taken here, and it takes those of here. No signature is
//! published; the hash of a request line is ([query string
//! hash](https://developer.atlassian.com/cloud/bitbucket/query-string-hash/)), and is computed
//! here too.
//!
//! **What the sources leave open, and the choice made.**
//! - Whoever sees a delivery can send another body to the same path, for as long as its token is
//!   fresh: ask the API for what happened.
//! - How long a token is valid is its own to say; here it is taken for five minutes after its `iat`,
//!   whatever its `exp` says.
//! - The path counts from the address of the app: it is the one that the server sees.
//! - Each installation has a secret of its own, which `iss` names: give an endpoint all of them.

use std::{
    collections::BTreeMap,
    time::{Duration, SystemTime},
};

use base64ct::{Base64UrlUnpadded, Encoding as _};
use http::{Method, Uri};
use serde_json::{Value, json};
use webhook_core::{
    Rejection,
    custom::{CustomScheme, Draft, Evidence, Unverified, fields, header, percent_encode},
    scheme::{Algorithm, Encoding},
};

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "atlassian-connect",
    display_name = "Atlassian Connect",
    docs = "https://developer.atlassian.com/cloud/jira/platform/understanding-jwt/",
    evidence = "sdk",
    event_type = "/webhookEvent",
    unsigned = "the sender signs the request line, not the body",
    custom = RequestLine,
)]
pub struct AtlassianConnect;

#[doc(hidden)]
pub use AtlassianConnect as __Provider;

const TOLERANCE: Duration = Duration::from_secs(300);

/// Signs a token with a hash of the request line.
#[derive(Debug)]
struct RequestLine;

impl CustomScheme for RequestLine {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let malformed = || Rejection::MalformedHeader {
            header: "authorization",
            expected: "`JWT` and a token in its compact form",
        };
        let value = header(request.parts(), "authorization")?;
        let token = value.strip_prefix("JWT ").ok_or_else(malformed)?;
        let (message, signature) = token.rsplit_once('.').ok_or_else(malformed)?;
        let (_, payload) = message.split_once('.').ok_or_else(malformed)?;
        // Nothing of the token is read before this holds, not even the algorithm that it names.
        let found = request.matching(
            Algorithm::HmacSha256,
            Encoding::Base64Url,
            &[signature.as_bytes()],
            |_, feed| feed(message.as_bytes()),
        );
        let found = found.ok_or(Rejection::Signature)?;
        let claims = Base64UrlUnpadded::decode_vec(payload).map_err(|_| malformed())?;
        let claims: Value = serde_json::from_slice(&claims).map_err(|_| malformed())?;
        let seconds = claims.get("iat").and_then(Value::as_u64).map(Duration::from_secs);
        let at = seconds.and_then(|seconds| SystemTime::UNIX_EPOCH.checked_add(seconds));
        let at = at.ok_or(Rejection::MissingTimestamp)?;
        request.check_fresh(at, TOLERANCE)?;
        let hash = claims.get("qsh").and_then(Value::as_str);
        let hash = hash.ok_or(Rejection::MissingPart { part: "`qsh`" })?;
        let line = line(&request.parts().method, &request.parts().uri);
        let line = line.ok_or(Rejection::ConflictingPart { part: "the query" })?;
        let is_of_line = request
            .matching(Algorithm::HashSha256, Encoding::Hex, &[hash.as_bytes()], |_, feed| {
                feed(line.as_bytes());
            })
            .is_some();
        if is_of_line { Ok(found.signed_at(at)) } else { Err(Rejection::Signature) }
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let request = draft.request();
        let line = line(request.method(), request.uri()).unwrap_or_default();
        let hash = draft.signature(Algorithm::HashSha256, Encoding::Hex, |_, feed| {
            feed(line.as_bytes());
        });
        let since = draft.at().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let expires = since.saturating_add(TOLERANCE).as_secs();
        let claims = json!({ "iss": "acme", "iat": since.as_secs(), "exp": expires, "qsh": hash });
        let part = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
        let message =
            format!("{}.{}", part(&json!({ "alg": "HS256", "typ": "JWT" })), part(&claims));
        let signature = draft.signature(Algorithm::HmacSha256, Encoding::Base64Url, |_, feed| {
            feed(message.as_bytes());
        });
        draft.header("authorization", &format!("JWT {message}.{signature}"));
    }
}

/// Method, path and query, joined with `&`: the path without a slash at its end, the parameters in
/// their order by name, several values of one name joined with commas, that of the token left out.
/// `None` if there are too many parameters.
fn line(method: &Method, uri: &Uri) -> Option<String> {
    let path = match uri.path().trim_end_matches('/') {
        "" => "/",
        path => path,
    };
    let mut parameters: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in fields(uri.query().unwrap_or_default().as_bytes())? {
        if *name != *b"jwt" {
            parameters.entry(escaped(&name)).or_default().push(escaped(&value));
        }
    }
    let parameters = parameters.into_iter().map(|(name, mut values)| {
        values.sort_unstable();
        format!("{name}={}", values.join(","))
    });
    let query = parameters.collect::<Vec<_>>().join("&");
    Some(format!("{method}&{}&{query}", path.replace('&', "%26")))
}

/// All but letters, digits and `-._~` is escaped.
fn escaped(text: &[u8]) -> String {
    percent_encode(text, b"-._~")
}

#[cfg(test)]
mod tests {
    use http::{Method, Uri};

    use super::line;

    fn of(uri: &'static str) -> String {
        line(&Method::GET, &Uri::from_static(uri)).unwrap()
    }

    #[test]
    fn request_lines() {
        assert_eq!(of("/test?param=value"), "GET&/test&param=value", "as it is published");
        assert_eq!(of("/"), "GET&/&");
        assert_eq!(of("/a&b/?b=2&a=x+y&b=1&jwt=t&c"), "GET&/a%26b&a=x%20y&b=1,2&c=");
        assert_eq!(of("/a?q=%7E%2A*"), "GET&/a&q=~%2A%2A");
    }
}
