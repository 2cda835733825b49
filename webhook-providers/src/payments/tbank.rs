//! [T-Bank](https://developer.tbank.ru/eacq/intro/developer/token): acquiring, once Tinkoff.
//!
//! **Signature.** `Token` of the body: SHA-256, in hex, of the values of all its members that are
//! neither objects nor lists, and of the secret as the member `Password`, sorted by name and joined.
//! No template sorts members, so code verifies. No time is compared: who records a delivery can
//! send it again later.
//!
//! **Evidence.** The provider's documentation, with a value for the same algorithm over a request's
//! parameters, which this code computes too (`tests/vectors/catalogue`). No signature of a delivery
//! is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Objects and lists within the body are not covered: believe nothing of them.
//! - Members that are null are left out.
//! - `PaymentId` is the payment's, whose states come one after the other: it identifies no delivery.

use std::{borrow::Cow, collections::BTreeMap, fmt};

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Value, value::RawValue};
use webhook_core::{
    Rejection,
    custom::{CustomScheme, Draft, Evidence, Unverified},
    scheme::{Algorithm, Encoding},
};

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "tbank",
    display_name = "T-Bank",
    docs = "https://developer.tbank.ru/eacq/intro/developer/token",
    evidence = "docs",
    event_type = "/Status",
    ack = 200,
    ack_body = "OK",
    weak = "a plain hash, with the secret sorted in among its parts",
    unsigned = "the sender signs the members of the body, not what is within them",
    custom = SortedMembers,
)]
pub struct TBank;

#[doc(hidden)]
pub use TBank as __Provider;

const PASSWORD: &str = "Password";
const TOKEN: &str = "Token";

/// Signs the values of the body's members, sorted by name, the secret among them.
#[derive(Debug)]
struct SortedMembers;

impl CustomScheme for SortedMembers {
    fn verify(&self, request: &Unverified<'_>) -> Result<Evidence, Rejection> {
        let Members(mut members) =
            serde_json::from_slice(request.body()).map_err(|_| Rejection::MalformedSignature)?;
        let token = members.remove(TOKEN).ok_or(Rejection::MissingSignature)?;
        let found = request.matching(
            Algorithm::HashSha256,
            Encoding::Hex,
            &[token.as_bytes()],
            |key, feed| joined(&members, key, feed),
        );
        found.ok_or(Rejection::Signature)
    }

    fn sign(&self, draft: &mut Draft<'_>) {
        let Ok(mut document) = serde_json::from_slice::<Value>(draft.request().body()) else {
            return;
        };
        let Some(object) = document.as_object_mut() else { return };
        object.remove(TOKEN);
        let text = Value::Object(object.clone()).to_string();
        let Ok(Members(members)) = serde_json::from_str(&text) else { return };
        let token = draft.signature(Algorithm::HashSha256, Encoding::Hex, |key, feed| {
            joined(&members, key, feed);
        });
        object.insert(TOKEN.to_owned(), Value::String(token));
        *draft.request_mut().body_mut() = document.to_string().into_bytes();
    }
}

/// Feeds the values in the order of their names; a body that brings a password of its own does not
/// choose the secret.
fn joined(members: &BTreeMap<Cow<'_, str>, Cow<'_, str>>, key: &[u8], feed: &mut dyn FnMut(&[u8])) {
    let before = |name: &Cow<'_, str>| **name < *PASSWORD;
    members.iter().filter(|(name, _)| before(name)).for_each(|(_, value)| feed(value.as_bytes()));
    feed(key);
    let others = members.iter().filter(|(name, _)| !before(name) && *name != PASSWORD);
    others.for_each(|(_, value)| feed(value.as_bytes()));
}

/// The members of an object that are neither objects nor lists nor null, as texts. A name that
/// stands there twice is an error: two readers could disagree about it.
struct Members<'a>(BTreeMap<Cow<'a, str>, Cow<'a, str>>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor).map(Self)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = BTreeMap<Cow<'de, str>, Cow<'de, str>>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = BTreeMap::new();
        let mut seen = std::collections::BTreeSet::new();
        while let Some((name, value)) = map.next_entry::<String, &'de RawValue>()? {
            if !seen.insert(name.clone()) {
                return Err(A::Error::custom("a name stands there twice"));
            }
            let raw = value.get();
            let text = match raw.as_bytes().first() {
                Some(b'"') => Cow::Owned(serde_json::from_str(raw).map_err(A::Error::custom)?),
                Some(b'{' | b'[' | b'n') | None => continue,
                Some(_) => Cow::Borrowed(raw),
            };
            members.insert(Cow::Owned(name), text);
        }
        Ok(members)
    }
}

#[cfg(test)]
mod tests {
    use webhook_core::{Provider, Rejection, Secret};

    use super::TBank;

    /// The value that the provider publishes for a request's parameters.
    #[test]
    fn the_published_value() {
        let body = r#"{"TerminalKey":"MerchantTerminalKey","Amount":19200,"OrderId":"21090","Description":"Подарочная карта на 1000 рублей"}"#;
        let request = TBank::sign(&Secret::new("usaf8fw8fsw21g"), body).request();
        let token = "0024a00af7c350a3a67ca168ce06502aa72772456662e38696d48b56ee9c97d9";
        let text = String::from_utf8(request.body().to_vec()).expect("text");
        assert!(text.contains(&format!("\"Token\":\"{token}\"")), "{text}");
    }

    #[test]
    fn a_body_does_not_choose_the_secret_and_has_each_name_once() {
        let verifier = TBank::SCHEME.verifier(Secret::new("a secret")).expect("a secret");
        let sign = |secret: &str, body: &'static str| {
            TBank::sign(&Secret::new(secret), body).request().into_parts()
        };
        let (parts, body) = sign("a secret", r#"{"Amount":1,"Data":{"a":1}}"#);
        let text = String::from_utf8(body.to_vec()).expect("text");
        assert!(verifier.verify(&parts, text.clone()).is_ok());
        let within = text.replace("{\"a\":1}", "{\"a\":2}");
        assert!(verifier.verify(&parts, within).is_ok(), "what the sender does not sign");
        let (parts, body) = sign("mine", r#"{"Amount":1,"Password":"mine"}"#);
        assert!(matches!(verifier.verify(&parts, body), Err(Rejection::Signature)));
        let twice = text.replacen('{', "{\"Amount\":1,", 1);
        assert!(matches!(verifier.verify(&parts, twice), Err(Rejection::MalformedSignature)));
    }
}
