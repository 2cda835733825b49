//! What a provider's declaration says of what it asks before it delivers.

use super::{Digest, HandshakeMethod, Part, Source};

/// What a sender asks before it sends deliveries, and how it is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handshake {
    /// The method of the request.
    pub method: HandshakeMethod,
    /// What tells the request from a delivery: what stands where; without a value, that something
    /// does.
    pub when: &'static [(Source, Option<&'static str>)],
    /// Where the text stands that is to be answered.
    pub challenge: Option<Source>,
    /// Where the token stands that the owner and the sender agreed on.
    pub token: Option<Source>,
    /// The body of the answer.
    pub answer: &'static [Part],
    /// The headers of the answer: their names in lower case, and what stands there.
    pub header: &'static [(&'static str, &'static [Part])],
    /// What `Part::Proof` is the digest of; without it, it is the signature of the challenge.
    pub proof: Option<(Digest, &'static [Part])>,
    /// The status of the answer.
    pub status: u16,
    /// The status where the token is a wrong one, or the challenge is not answered.
    pub refusal: u16,
    /// Whether the request is signed as a delivery is.
    pub signed: bool,
}

impl Handshake {
    /// Whether the answer is made under the signing key.
    pub(crate) fn proves(&self) -> bool {
        let shown = std::iter::once(self.answer).chain(self.header.iter().map(|(_, value)| *value));
        self.proof.is_none() && shown.into_iter().any(|parts| parts.contains(&Part::Proof))
    }
}
