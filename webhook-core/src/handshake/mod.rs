//! Handshakes: what a sender asks before it sends deliveries, and the answers.
//!
//! A handshake is answered before any handler runs, and is never an event. One that the sender
//! signs is authenticated first. One that is answered under the signing key is answered only for
//! texts of letters, digits, `-` and `_`; and where a scheme has such a handshake, a delivery whose
//! signed message is such a text is refused. So nobody can have a delivery signed by asking for it.

pub(crate) mod ack;
mod challenge;

use bytes::Bytes;
use hmac::digest::CtOutput;
use http::{HeaderName, HeaderValue, Method, Response, StatusCode, header, request};
use sha2::{Digest as _, Sha256};

use self::{ack::say_type, challenge::MAX_CHALLENGE};
pub use self::{
    ack::{Ack, AckWith},
    challenge::Challenge,
};
use crate::{
    keys::{Secret, is_blank},
    rejection::Rejection,
    request::{digest_of, encoded, text_of},
    scheme::{Digest, Handshake, HandshakeMethod, Part, Scheme, Source},
    verify::{Setup, State, is_provable},
};

/// Whether some handshake is asked with this method.
pub(crate) fn takes(setup: &Setup, method: &Method) -> bool {
    setup.scheme.data.handshake.iter().any(|handshake| is_of(handshake, method))
}

/// The methods of deliveries and handshakes, as `Allow` lists them.
pub(crate) fn allowed(scheme: &Scheme) -> &'static str {
    let is_asked =
        |method| scheme.data.handshake.iter().any(|handshake| handshake.method == method);
    let asked = [HandshakeMethod::Get, HandshakeMethod::Head, HandshakeMethod::Options];
    match asked.map(is_asked) {
        [false, false, false] => "POST",
        [true, false, false] => "GET, POST",
        [false, true, false] => "HEAD, POST",
        [false, false, true] => "OPTIONS, POST",
        [true, true, false] => "GET, HEAD, POST",
        [true, false, true] => "GET, OPTIONS, POST",
        [false, true, true] => "HEAD, OPTIONS, POST",
        [true, true, true] => "GET, HEAD, OPTIONS, POST",
    }
}

/// Whether the body has to be read to know that a request is no handshake that nobody signs.
pub(crate) fn needs_body(setup: &Setup) -> bool {
    setup.scheme.data.handshake.iter().any(|handshake| !handshake.signed && in_body(handshake))
}

/// The answer to a handshake, if the request is one. `signed` says which are looked for: those that
/// the sender signs, of a request that was authenticated, or those that it does not.
pub(crate) fn answer(
    setup: &Setup,
    parts: &request::Parts,
    body: &[u8],
    signed: bool,
) -> Result<Option<Answered>, Rejection> {
    for handshake in setup.scheme.data.handshake {
        if handshake.signed == signed && is_of(handshake, &parts.method) {
            if let Some(challenge) = asked(handshake, parts, body)? {
                let answering = Answering { setup, handshake, parts, challenge: &challenge };
                let response = answering.response(body)?;
                return Ok(Some(Answered { response, challenge: Challenge::new(&challenge) }));
            }
        }
    }
    Ok(None)
}

/// A handshake that was answered.
pub(crate) struct Answered {
    pub(crate) response: Response<Bytes>,
    pub(crate) challenge: Option<Challenge>,
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
        || handshake.verify_token.as_ref().is_some_and(is_body)
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

/// A handshake that is being answered.
struct Answering<'a> {
    setup: &'a Setup,
    handshake: &'a Handshake,
    parts: &'a request::Parts,
    challenge: &'a [u8],
}

impl Answering<'_> {
    fn response(&self, body: &[u8]) -> Result<Response<Bytes>, Rejection> {
        let handshake = self.handshake;
        if let Some(source) = handshake.verify_token {
            let sent = look(source, self.parts, body)?.ok_or_else(|| self.refused())?;
            if !is_token(self.setup.verify_token.as_ref(), &sent) {
                return Err(self.refused());
            }
        }
        let mut response = Response::new(Bytes::from(self.text(handshake.answer)?));
        *response.status_mut() = StatusCode::from_u16(handshake.status).unwrap_or_default();
        let headers = response.headers_mut();
        say_type(handshake.answer, headers);
        if handshake.method == HandshakeMethod::Options {
            let allowed = HeaderValue::from_static(allowed(self.setup.scheme));
            headers.insert(header::ALLOW, allowed);
        }
        for (name, value) in handshake.header {
            let value = self.text(value)?;
            let (Ok(name), Ok(value)) =
                (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value))
            else {
                return Err(self.refused());
            };
            headers.insert(name, value);
        }
        Ok(response)
    }

    fn refused(&self) -> Rejection {
        let status = StatusCode::from_u16(self.handshake.refusal);
        Rejection::Handshake { status: status.unwrap_or(StatusCode::FORBIDDEN) }
    }

    /// What the parts of an answer say.
    fn text(&self, parts: &[Part]) -> Result<String, Rejection> {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Challenge => text.push_str(self.echoed()?),
                Part::Proof => text.push_str(&self.proof()?),
                Part::VerifyToken => text.push_str(&String::from_utf8_lossy(self.agreed()?)),
                // The grammar allows nothing else in an answer.
                _ => {}
            }
        }
        Ok(text)
    }

    /// The challenge, if it may be repeated: visible ASCII and blanks, without what would end a JSON
    /// text or begin a tag.
    fn echoed(&self) -> Result<&str, Rejection> {
        let plain = |byte: &u8| matches!(byte, b' '..=b'~') && !b"\"\\<>&'".contains(byte);
        match std::str::from_utf8(self.challenge) {
            Ok(text)
                if !text.is_empty()
                    && text.len() <= MAX_CHALLENGE
                    && text.as_bytes().iter().all(plain) =>
            {
                Ok(text)
            }
            _ => Err(self.refused()),
        }
    }

    fn proof(&self) -> Result<String, Rejection> {
        match self.handshake.proof {
            Some((digest, of)) => self.digest(digest, of),
            None => self.signature(),
        }
    }

    /// The signature of the challenge, under the first secret that signs.
    fn signature(&self) -> Result<String, Rejection> {
        let challenge = self.echoed()?.as_bytes();
        let fits = is_provable(challenge);
        let mut keys = self.setup.keys().iter().filter(|key| key.way == 0 && fits);
        let key = keys.next().ok_or_else(|| self.refused())?;
        let mut state: State = key.state.clone();
        state.update(challenge);
        let mut signature = Vec::new();
        state.write(&mut signature);
        Ok(encoded(&signature, self.setup.scheme.data.encoding))
    }

    /// A digest of the challenge with what else the declaration says.
    fn digest(&self, digest: Digest, of: &[Part]) -> Result<String, Rejection> {
        let mut text = Vec::new();
        for part in of {
            match part {
                Part::Text(literal) => text.extend_from_slice(literal.as_bytes()),
                Part::Challenge => text.extend_from_slice(self.echoed()?.as_bytes()),
                Part::VerifyToken => text.extend_from_slice(self.agreed()?),
                Part::Url(form) => {
                    let address = self.setup.address.as_ref().ok_or(Rejection::UnknownAddress)?;
                    address.feed(*form, &self.parts.uri, |piece| text.extend_from_slice(piece));
                }
                // The grammar allows nothing else in a proof.
                _ => {}
            }
        }
        Ok(String::from_utf8_lossy(&digest_of(digest, &text)).into_owned())
    }

    /// What was agreed on.
    fn agreed(&self) -> Result<&[u8], Rejection> {
        let agreed = self.setup.verify_token.as_ref().map(Secret::expose);
        agreed.filter(|agreed| !is_blank(agreed)).ok_or_else(|| self.refused())
    }
}

/// Compares in constant time, by hashes of one length.
fn is_token(agreed: Option<&Secret>, sent: &[u8]) -> bool {
    let hash = |text: &[u8]| CtOutput::<Sha256>::new(Sha256::digest(text));
    agreed.is_some_and(|agreed| !is_blank(agreed.expose()) && hash(agreed.expose()) == hash(sent))
}
