//! Handshakes: what a sender asks before it sends deliveries, and the answers.
//!
//! A handshake is answered before any handler runs, and is never an event. One that the sender
//! signs is authenticated first. One that is answered under the signing key is answered only for
//! texts of letters, digits, `-` and `_`; and where a scheme has such a handshake, a delivery whose
//! signed message is such a text is refused. So nobody can have a delivery signed by asking for it.

use bytes::Bytes;
use hmac::digest::CtOutput;
use http::{HeaderName, HeaderValue, Method, Response, StatusCode, header, request};
use sha2::{Digest as _, Sha256};

use crate::{
    Rejection, Secret,
    scheme::{Handshake, HandshakeMethod, Part, Source},
    secret::is_blank,
    verify::{Setup, State, encoded, text_of},
};

/// How long a text may be that is answered.
const MAX_CHALLENGE: usize = 1024;

/// How long a text may be that is answered under the signing key.
const MAX_PROVABLE: usize = 256;

/// Whether a text is of those that are answered under the signing key: it can be no JSON object,
/// no form of two fields, no text with a separator.
pub(crate) fn is_provable(text: &[u8]) -> bool {
    text.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether some handshake is asked with this method.
pub(crate) fn takes(setup: &Setup, method: &Method) -> bool {
    setup.scheme.handshake.iter().any(|handshake| is_of(handshake, method))
}

/// Whether the body has to be read to know that a request is no handshake that nobody signs.
pub(crate) fn needs_body(setup: &Setup) -> bool {
    setup.scheme.handshake.iter().any(|handshake| !handshake.signed && in_body(handshake))
}

/// The answer to a handshake, if the request is one. `signed` says which are looked for: those that
/// the sender signs, of a request that was authenticated, or those that it does not.
pub(crate) fn answer(
    setup: &Setup,
    parts: &request::Parts,
    body: &[u8],
    signed: bool,
) -> Result<Option<Response<Bytes>>, Rejection> {
    for handshake in setup.scheme.handshake {
        if handshake.signed == signed && is_of(handshake, &parts.method) {
            if let Some(challenge) = asked(handshake, parts, body)? {
                return respond(setup, handshake, parts, body, &challenge).map(Some);
            }
        }
    }
    Ok(None)
}

fn is_of(handshake: &Handshake, method: &Method) -> bool {
    match handshake.method {
        HandshakeMethod::Get => *method == Method::GET,
        HandshakeMethod::Post => *method == Method::POST,
        HandshakeMethod::Head => *method == Method::HEAD,
        HandshakeMethod::Options => *method == Method::OPTIONS,
    }
}

fn in_body(handshake: &Handshake) -> bool {
    let is_body =
        |source: &Source| matches!(source, Source::Form(_) | Source::Json(_) | Source::Body);
    handshake.when.iter().map(|(source, _)| source).any(is_body)
        || handshake.challenge.as_ref().is_some_and(is_body)
        || handshake.token.as_ref().is_some_and(is_body)
}

/// The challenge, if the request is this handshake; empty where there is none to answer.
fn asked(
    handshake: &Handshake,
    parts: &request::Parts,
    body: &[u8],
) -> Result<Option<Vec<u8>>, Rejection> {
    for (source, expected) in handshake.when {
        let Some(text) = look(*source, parts, body)? else { return Ok(None) };
        if expected.is_some_and(|expected| text != expected.as_bytes()) {
            return Ok(None);
        }
    }
    match handshake.challenge {
        None => Ok(Some(Vec::new())),
        Some(source) => look(source, parts, body),
    }
}

/// What stands at a source. A body that cannot be read is no handshake.
fn look(source: Source, parts: &request::Parts, body: &[u8]) -> Result<Option<Vec<u8>>, Rejection> {
    match text_of(source, parts, body) {
        Ok(text) => Ok(text.map(std::borrow::Cow::into_owned)),
        Err(Rejection::MalformedBody(_) | Rejection::MissingPart { .. }) => Ok(None),
        Err(other) => Err(other),
    }
}

fn respond(
    setup: &Setup,
    handshake: &Handshake,
    parts: &request::Parts,
    body: &[u8],
    challenge: &[u8],
) -> Result<Response<Bytes>, Rejection> {
    if let Some(source) = handshake.token {
        let sent = look(source, parts, body)?.ok_or(Rejection::Handshake)?;
        if !is_token(setup.handshake_token.as_ref(), &sent) {
            return Err(Rejection::Handshake);
        }
    }
    let challenge = if handshake.challenge.is_some() { echoed(challenge)? } else { "" };
    let mut text = String::new();
    for part in handshake.answer {
        match part {
            Part::Text(literal) => text.push_str(literal),
            Part::Challenge => text.push_str(challenge),
            Part::Proof => text.push_str(&proof(setup, challenge)?),
            // The grammar allows nothing else in an answer.
            _ => {}
        }
    }
    let content_type = if text.starts_with('{') { "application/json" } else { "text/plain" };
    let mut response = Response::new(Bytes::from(text));
    *response.status_mut() = StatusCode::from_u16(handshake.status).unwrap_or(StatusCode::OK);
    let headers = response.headers_mut();
    if !handshake.answer.is_empty() {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    }
    if let Some(name) = handshake.header {
        let (Ok(name), Ok(value)) =
            (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(challenge))
        else {
            return Err(Rejection::Handshake);
        };
        headers.insert(name, value);
    }
    Ok(response)
}

/// The text of a challenge that may be repeated: visible ASCII and blanks, without what would end
/// a JSON text or begin a tag.
fn echoed(challenge: &[u8]) -> Result<&str, Rejection> {
    let plain = |byte: &u8| matches!(byte, b' '..=b'~') && !b"\"\\<>&'".contains(byte);
    match std::str::from_utf8(challenge) {
        Ok(text)
            if !text.is_empty()
                && text.len() <= MAX_CHALLENGE
                && text.as_bytes().iter().all(plain) =>
        {
            Ok(text)
        }
        _ => Err(Rejection::Handshake),
    }
}

/// The signature of a challenge under the first secret.
fn proof(setup: &Setup, challenge: &str) -> Result<String, Rejection> {
    let fits = challenge.len() <= MAX_PROVABLE && is_provable(challenge.as_bytes());
    let Some(key) = setup.keys().first().filter(|_| fits) else {
        return Err(Rejection::Handshake);
    };
    let mut state: State = key.state.clone();
    state.update(challenge.as_bytes());
    let mut signature = Vec::new();
    state.write(&mut signature);
    Ok(encoded(&signature, setup.scheme.encoding))
}

/// Compares in constant time, by hashes of one length.
fn is_token(agreed: Option<&Secret>, sent: &[u8]) -> bool {
    let hash = |text: &[u8]| CtOutput::<Sha256>::new(Sha256::digest(text));
    agreed.is_some_and(|agreed| !is_blank(agreed.expose()) && hash(agreed.expose()) == hash(sent))
}
