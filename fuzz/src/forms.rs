//! Forms and queries, against `form_urlencoded`, which reads them as browsers write them.

use bytes::Bytes;
use form_urlencoded::parse;
use http::{Request, Uri};
use webhook_kit::{Delivery, Provider, Rejection, Verifier};

use crate::senders::{Plain, add, noon, secret};

/// Signs every field, sorted.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    header = "x-signature",
    message = "{query:sorted}|{form:sorted}"
)]
pub struct Sorted;

/// Signs one parameter and one field beside the body.
#[derive(Debug, Provider)]
#[provider(
    crate = webhook_kit,
    algo = "sha256",
    header = "x-signature",
    message = "{query:a?}|{form:b?}|{body}"
)]
pub struct Named;

/// Why nothing can be signed.
const CONFLICT: &str = "two values";

/// The first line of `data` is a query, the rest is a form.
///
/// # Panics
///
/// If another message is made of them than `form_urlencoded` makes.
pub fn check(data: &[u8]) {
    let split = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (query, form) = data.split_at(split);
    let form = form.get(1..).unwrap_or_default();
    let Ok(uri) = Uri::try_from([b"/?", query].concat()) else { return };
    // What stands behind a `#` is no part of it.
    let query = uri.query().unwrap_or_default().as_bytes().to_vec();
    // The other reader makes text of what it reads, and replaces what is none.
    let (Some(query_pairs), Some(form_pairs)) = (pairs(&query), pairs(form)) else { return };

    // More are not sorted for a stranger.
    let few = query_pairs.len().max(form_pairs.len()) <= 1000;
    let message = few.then(|| [sorted(&query_pairs), sorted(&form_pairs)].join("|"));
    if few && sorted(&form_pairs).is_empty() {
        // A form that says nothing is none: its fields could stand in the address.
        let refused = verdict::<Sorted>(&uri, form, message.unwrap_or_default().as_bytes());
        assert!(matches!(refused, Err(Rejection::MissingPart { .. })), "{refused:?}");
    } else {
        verified::<Sorted>(&uri, form, message.as_deref().map(str::as_bytes));
    }

    // Nor are they searched.
    if !few {
        return verified::<Named>(&uri, form, None);
    }
    let one = named(&query_pairs, "a").and_then(|a| Ok((a, named(&form_pairs, "b")?)));
    match one {
        Ok((a, b)) => {
            let message = [a.as_bytes(), b"|", b.as_bytes(), b"|", form].concat();
            verified::<Named>(&uri, form, Some(&message));
        }
        Err(why) => {
            assert_eq!(why, CONFLICT);
            verified::<Named>(&uri, form, None);
        }
    }
}

type Pairs = Vec<(String, String)>;

fn pairs(text: &[u8]) -> Option<Pairs> {
    let pairs: Pairs = parse(text).into_owned().collect();
    let is_text = |text: &str| !text.contains(char::REPLACEMENT_CHARACTER);
    pairs.iter().all(|(name, value)| is_text(name) && is_text(value)).then_some(pairs)
}

/// Names and values without anything between them, in the order of their bytes, none twice.
fn sorted(pairs: &Pairs) -> String {
    let mut pairs = pairs.clone();
    pairs.sort();
    pairs.dedup();
    pairs.into_iter().map(|(name, value)| name + &value).collect()
}

/// The value of a field; of several, if they are the same.
fn named(pairs: &Pairs, name: &str) -> Result<String, &'static str> {
    let mut values = pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
    let Some(first) = values.next() else { return Ok(String::new()) };
    if values.all(|value| value == first) { Ok(first.clone()) } else { Err(CONFLICT) }
}

/// What becomes of a form that is signed with this message.
fn verdict<P: Provider>(uri: &Uri, form: &[u8], message: &[u8]) -> Result<Delivery, Rejection> {
    let signed = Plain::sign(&secret(), message.to_vec()).at(noon()).request();
    let value = signed.headers()["x-plain-signature"].as_bytes();
    let mut request = Request::new(Bytes::copy_from_slice(form));
    *request.uri_mut() = uri.clone();
    add(&mut request, "x-signature", value.strip_prefix(b"sha256=").expect("its shape"));
    let (parts, body) = request.into_parts();
    Verifier::<P>::new(secret()).expect("a secret").clock(noon).verify(&parts, body)
}

/// A delivery with this signed message verifies, and another one does not; without a message none does.
fn verified<P: Provider>(uri: &Uri, form: &[u8], message: Option<&[u8]>) {
    let verdict = |message: &[u8]| verdict::<P>(uri, form, message);
    let Some(message) = message else {
        let refused = verdict(form).expect_err("two values");
        assert_eq!(refused.status(), 400, "{refused}");
        return;
    };
    let accepted = verdict(message).expect("the message that the other reader makes");
    assert_eq!(accepted.body(), form);
    let another = [message, b"x"].concat();
    assert!(matches!(verdict(&another), Err(Rejection::Signature)));
}
