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

use crate::grammar::Algorithm;

/// The longest signature of any algorithm here.
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
        }

        /// The signature that a message should have. Compared in constant time, never shown.
        pub(crate) enum Tag {
            $($mac(CtOutput<Hmac<$mac_hash>>),)+
            $($plain(CtOutput<$hash>),)+
            Equal(CtOutput<Sha256>),
        }

        impl State {
            /// Prepares a key.
            pub(crate) fn new(algorithm: Algorithm, key: &[u8]) -> Option<Self> {
                match algorithm {
                    $(Algorithm::$mac => Hmac::<$mac_hash>::new_from_slice(key).ok().map(Self::$mac),)+
                    $(Algorithm::$plain => Some(Self::$plain(<$hash>::new())),)+
                    Algorithm::Token | Algorithm::Basic => Some(Self::Equal(Sha256::digest(key))),
                }
            }

            /// Feeds a piece of the message.
            pub(crate) fn update(&mut self, data: &[u8]) {
                match self {
                    $(Self::$mac(state) => Mac::update(state, data),)+
                    $(Self::$plain(state) => Digest::update(state, data),)+
                    Self::Equal(_) => {}
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
                }
            }

            /// The bytes, for signing only.
            pub(crate) fn write(self, to: &mut Vec<u8>) {
                match self {
                    $(Self::$mac(tag) => to.extend_from_slice(&tag.into_bytes()),)+
                    $(Self::$plain(tag) => to.extend_from_slice(&tag.into_bytes()),)+
                    Self::Equal(_) => {}
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

/// A prepared key.
#[derive(Clone)]
pub(crate) struct Key {
    pub(crate) state: State,
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

    /// Ends the message, and tells the first secret under which `is_signature` holds of the tag.
    pub(crate) fn finish(&self, is_signature: impl Fn(&Tag) -> bool) -> Option<usize> {
        let holds = |state: &State| is_signature(&state.finish());
        if self.first.as_ref().is_some_and(holds) {
            return Some(0);
        }
        if self.second.as_ref().is_some_and(holds) {
            return Some(1);
        }
        self.rest.iter().position(holds).map(|at| at.saturating_add(2))
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
