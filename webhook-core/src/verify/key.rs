//! Prepared keys: both HMAC blocks are hashed once, when an endpoint is made.

use std::fmt;

use hmac::{
    Hmac, KeyInit, Mac,
    digest::{CtOutput, Digest, Output, OutputSizeUser},
};
use md5::Md5;
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use zeroize::Zeroizing;

use super::{
    candidates::{Candidates, Offered},
    public::{self, Fetched, Finished, Public},
};
use crate::grammar::{Algorithm, AlgorithmKind};

/// The longest signature of those that are computed and compared.
pub(crate) const MAX_SIGNATURE: usize = 64;

/// Declares the state, its operations and the tag for each hash, so that no match can forget one.
macro_rules! macs {
    (hmac { $($mac:ident = $mac_hash:ty),+ $(,)? } hash { $($plain:ident = $hash:ty),+ $(,)? }) => {
        /// A state: a prepared key, or a key with some of a message.
        ///
        /// Its size is that of the largest hash; it is cloned once a delivery, on the stack.
        #[derive(Clone)]
        #[allow(clippy::large_enum_variant, reason = "a box would cost an allocation a delivery")]
        pub(crate) enum State {
            $($mac(Hmac<$mac_hash>),)+
            $($plain($hash),)+
            /// The SHA-256 of what has to be sent along.
            Equal(Output<Sha256>),
            /// Public keys. They cost far more than this allocation, and nothing where there are none.
            Public(Box<Public>),
        }

        /// The signature that a message should have. Compared in constant time, never shown.
        pub(crate) enum Tag {
            $($mac(CtOutput<Hmac<$mac_hash>>),)+
            $($plain(CtOutput<$hash>),)+
            Equal(CtOutput<Sha256>),
            /// A message that public keys verify; there is no tag to compare with.
            Public(Finished),
        }

        impl State {
            /// Prepares a key.
            pub(crate) fn new(algorithm: Algorithm, key: &[u8]) -> Option<Self> {
                match algorithm {
                    $(Algorithm::$mac => Hmac::<$mac_hash>::new_from_slice(key).ok().map(Self::$mac),)+
                    $(Algorithm::$plain => Some(Self::$plain(<$hash>::new())),)+
                    Algorithm::Token | Algorithm::Basic => Some(Self::Equal(Sha256::digest(key))),
                    Algorithm::Ed25519
                    | Algorithm::EcdsaP256
                    | Algorithm::EcdsaP256Fixed
                    | Algorithm::EcdsaP256Sha1
                    | Algorithm::RsaSha1
                    | Algorithm::RsaSha256
                    | Algorithm::RsaSha384
                    | Algorithm::RsaSha512 => {
                        Public::new(algorithm, [(0, key)]).ok()?.map(Box::new).map(Self::Public)
                    }
                    // A token is not signed part by part.
                    Algorithm::JwtHs256
                    | Algorithm::JwtHs384
                    | Algorithm::JwtHs512
                    | Algorithm::JwtRs256
                    | Algorithm::JwtRs384
                    | Algorithm::JwtRs512
                    | Algorithm::JwtEs256
                    | Algorithm::JwtEdDsa => None,
                }
            }

            /// Feeds a piece of the message.
            pub(crate) fn update(&mut self, data: &[u8]) {
                match self {
                    $(Self::$mac(state) => Mac::update(state, data),)+
                    $(Self::$plain(state) => Digest::update(state, data),)+
                    Self::Equal(_) => {}
                    Self::Public(state) => state.update(data),
                }
            }

            /// Ends the message. By reference: to copy one hash's state is less than to move the
            /// largest.
            pub(crate) fn finish(&self) -> Tag {
                match self {
                    $(Self::$mac(state) => Tag::$mac(Mac::finalize(state.clone())),)+
                    $(Self::$plain(state) => {
                        Tag::$plain(CtOutput::new(Digest::finalize(state.clone())))
                    })+
                    Self::Equal(hash) => Tag::Equal(CtOutput::new(*hash)),
                    Self::Public(state) => Tag::Public(state.finish()),
                }
            }
        }

        impl Tag {
            /// Whether a signature is this one, in time that does not depend on where they differ.
            pub(crate) fn matches(&self, signature: &[u8]) -> bool {
                match self {
                    $(Self::$mac(tag) => same(tag, signature),)+
                    $(Self::$plain(tag) => same(tag, signature),)+
                    Self::Equal(tag) => same(tag, signature),
                    Self::Public(message) => message.secret(&std::iter::once(signature)).is_some(),
                }
            }

            /// The bytes, for signing only.
            pub(crate) fn write(self, to: &mut Vec<u8>) {
                match self {
                    $(Self::$mac(tag) => to.extend_from_slice(&tag.into_bytes()),)+
                    $(Self::$plain(tag) => to.extend_from_slice(&tag.into_bytes()),)+
                    Self::Equal(_) | Self::Public(_) => {}
                }
            }
        }
    };
}

macs! {
    hmac {
        HmacMd5 = Md5,
        HmacSha1 = Sha1,
        HmacSha256 = Sha256,
        HmacSha384 = Sha384,
        HmacSha512 = Sha512,
    }
    hash {
        HashMd5 = Md5,
        HashSha1 = Sha1,
        HashSha256 = Sha256,
        HashSha384 = Sha384,
        HashSha512 = Sha512,
    }
}

impl Tag {
    /// The secret under which one of the candidates is this signature, where `own` is the secret
    /// that the tag was made with.
    fn secret(&self, own: usize, candidates: &Candidates, fetched: &Fetched) -> Option<usize> {
        if let Self::Public(message) = self {
            let signatures = candidates.iter();
            let own = || message.is_under(fetched, &signatures).then_some(own);
            return message.secret(&signatures).or_else(own);
        }
        // Every candidate is compared, whether one has matched or not.
        let matches =
            candidates.iter().fold(false, |found, signature| self.matches(signature) | found);
        matches.then_some(own)
    }
}

/// The signature of a message, for signing only: under a secret, or under a private key. Empty
/// where the text is no key.
pub(crate) fn signature(
    algorithm: Algorithm,
    key: &[u8],
    feed: impl FnOnce(&mut dyn FnMut(&[u8])),
) -> Vec<u8> {
    if algorithm.kind() == AlgorithmKind::PublicKey {
        return public::sign(algorithm, key, feed).unwrap_or_default();
    }
    let mut signature = Vec::new();
    if let Some(mut state) = State::new(algorithm, key) {
        feed(&mut |data| state.update(data));
        state.finish().write(&mut signature);
    }
    signature
}

/// A prepared key, or all public keys of one way to sign.
#[derive(Clone)]
pub(crate) struct Key {
    pub(crate) state: State,
    /// Which way to sign it is for.
    pub(crate) way: usize,
    /// Which secret it was made of.
    pub(crate) secret: usize,
    /// Its bytes, where messages contain them; empty otherwise.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
}

/// What a message is made of: bytes that are the same under every key, or the key's own.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fed<'a> {
    Bytes(&'a [u8]),
    Secret,
}

/// One state a secret, all fed at once. The usual one, and the two of a rotation, need no
/// allocation; none where the message is not fed yet.
#[derive(Debug, Default)]
pub(crate) struct States<'k> {
    keys: &'k [Key],
    first: Option<State>,
    second: Option<State>,
    rest: Vec<State>,
}

impl<'k> States<'k> {
    /// Fresh states of keys, put in place: they are large.
    #[inline]
    pub(crate) fn begin(&mut self, keys: &'k [Key]) {
        self.keys = keys;
        let Some((first, rest)) = keys.split_first() else { return };
        self.first = Some(first.state.clone());
        if let Some((second, rest)) = rest.split_first() {
            self.second = Some(second.state.clone());
            self.rest.extend(rest.iter().map(|key| key.state.clone()));
        }
    }

    /// Whether no message is being fed.
    pub(crate) fn is_empty(&self) -> bool {
        self.first.is_none()
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        self.each(|state, _| state.update(data));
    }

    pub(crate) fn feed(&mut self, fed: Fed<'_>) {
        match fed {
            Fed::Bytes(data) => self.update(data),
            Fed::Secret => self.each(|state, key| state.update(&key.bytes)),
        }
    }

    #[inline]
    fn each(&mut self, mut change: impl FnMut(&mut State, &Key)) {
        let mut keys = self.keys.iter();
        let mut change = |state: &mut State| {
            if let Some(key) = keys.next() {
                change(state, key);
            }
        };
        if let Some(first) = &mut self.first {
            change(first);
        }
        if let Some(second) = &mut self.second {
            change(second);
            self.rest.iter_mut().for_each(change);
        }
    }

    /// Ends the message, and tells the first secret under which one of the candidates of its way
    /// is the signature.
    pub(crate) fn finish(&self, offered: &Offered) -> Option<usize> {
        let mut keys = self.keys.iter();
        let mut secret = |state: &State| {
            let key = keys.next()?;
            state.finish().secret(key.secret, offered.of(key.way)?, &offered.fetched)
        };
        let first = self.first.as_ref().and_then(&mut secret);
        first
            .or_else(|| self.second.as_ref().and_then(&mut secret))
            .or_else(|| self.rest.iter().find_map(&mut secret))
    }
}

fn same<T: OutputSizeUser>(tag: &CtOutput<T>, signature: &[u8]) -> bool {
    // The length is public: it follows from the algorithm.
    Output::<T>::try_from(signature).is_ok_and(|signature| *tag == CtOutput::new(signature))
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("State(redacted)")
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(redacted)")
    }
}
