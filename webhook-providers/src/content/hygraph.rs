//! [Hygraph](https://hygraph.com/docs/api-reference/basics/webhooks): content of a project, once
//! GraphCMS.
//!
//! **Signature.** Header `gcms-signature`, as `sign=.., env=.., t=..`: HMAC-SHA256, in base64, under
//! the secret as text, of a JSON document that holds the body as a *text*, the environment's name
//! and the time: `{"Body":"..","EnvironmentName":"..","TimeStamp":..}`. No template writes the body
//! as a JSON text, so code verifies.
//!
//! **Evidence.** The provider's own code, npm package `@hygraph/utils` 1.2.1, which
//! `tests/outside` runs: it takes what is signed so and refuses what was changed. No signature
//! is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Public code writes the parsed body again with `JSON.stringify`; the sender's body is taken as
//!   it is, which is the same where the sender writes it so.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

use std::time::{Duration, SystemTime};

use webhook_core::{
    Rejection,
    custom::{CustomScheme, Draft, Evidence, Unverified, header},
    scheme::{Algorithm, Encoding},
};

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "hygraph",
    display_name = "Hygraph",
    docs = "https://hygraph.com/docs/api-reference/basics/webhooks",
    evidence = "sdk",
    event_type = "/operation",
    payload = "/data",
    custom = BodyAsText,
)]
pub struct Hygraph;

#[doc(hidden)]
pub use Hygraph as __Provider;

const HEADER: &str = "gcms-signature";

const TOLERANCE: Duration = Duration::from_secs(300);

/// Signs a document that holds the body as a text.
#[derive(Debug)]
struct BodyAsText;

impl CustomScheme for BodyAsText {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let value = header(request.parts(), HEADER)?;
        let [sign, environment, time] = items(value).ok_or(Rejection::MalformedHeader {
            header: HEADER,
            expected: "`sign=.., env=.., t=..`",
        })?;
        let at = moment(time)
            .ok_or(Rejection::MalformedHeader { header: HEADER, expected: "milliseconds" })?;
        request.check_fresh(at, TOLERANCE)?;
        let message = message(request.body(), environment, time).ok_or(Rejection::Signature)?;
        let found = request.matching(
            Algorithm::HmacSha256,
            Encoding::Base64,
            &[sign.as_bytes()],
            |_, feed| feed(message.as_bytes()),
        );
        Ok(found.ok_or(Rejection::Signature)?.signed_at(at))
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let at = draft.at().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let time = at.as_millis().to_string();
        let Some(message) = message(draft.request().body(), "master", &time) else { return };
        let sign = draft.signature(Algorithm::HmacSha256, Encoding::Base64, |_, feed| {
            feed(message.as_bytes());
        });
        draft.header(HEADER, &format!("sign={sign}, env=master, t={time}"));
    }
}

/// The values of `sign`, `env` and `t`, in any order.
fn items(value: &str) -> Option<[&str; 3]> {
    let mut found = [None; 3];
    for item in value.split(',') {
        let (name, value) = item.trim().split_once('=')?;
        let place = ["sign", "env", "t"].iter().position(|known| *known == name);
        let Some(slot) = place.and_then(|place| found.get_mut(place)) else { continue };
        if slot.replace(value).is_some() {
            return None;
        }
    }
    match found {
        [Some(sign), Some(environment), Some(time)] => Some([sign, environment, time]),
        _ => None,
    }
}

fn moment(time: &str) -> Option<SystemTime> {
    let plain = time.bytes().all(|byte| byte.is_ascii_digit()) && !time.starts_with('0');
    let millis = time.parse().ok().filter(|_| plain)?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(millis))
}

fn message(body: &[u8], environment: &str, time: &str) -> Option<String> {
    let body = serde_json::to_string(std::str::from_utf8(body).ok()?).ok()?;
    let environment = serde_json::to_string(environment).ok()?;
    Some(format!("{{\"Body\":{body},\"EnvironmentName\":{environment},\"TimeStamp\":{time}}}"))
}
