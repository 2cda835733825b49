//! Prepared keys: both HMAC blocks are hashed once, when an endpoint is made.

use std::fmt;

use hmac::{
    Hmac, KeyInit, Mac,
    digest::{CtOutput, Output, OutputSizeUser},
};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

use crate::grammar::Algorithm;

/// The longest signature of any algorithm here.
pub(crate) const MAX_SIGNATURE: usize = 64;

/// Declares the state, its operations and the tag for each hash, so that no match can forget one.
macro_rules! macs {
    ($($variant:ident = $hash:ty),+ $(,)?) => {
        /// An HMAC state: a prepared key, or a key with some of a message.
        ///
        /// Its size is that of the largest hash; it is cloned once a delivery, on the stack.
        #[derive(Clone)]
        #[allow(clippy::large_enum_variant, reason = "a box would cost an allocation a delivery")]
        pub(crate) enum State { $($variant(Hmac<$hash>),)+ }

        /// The signature that a message should have. Compared in constant time, never shown.
        pub(crate) enum Tag { $($variant(CtOutput<Hmac<$hash>>),)+ }

        impl State {
            /// Prepares a key.
            pub(crate) fn new(algorithm: Algorithm, key: &[u8]) -> Option<Self> {
                match algorithm {
                    $(Algorithm::$variant => Hmac::<$hash>::new_from_slice(key).ok().map(Self::$variant),)+
                }
            }

            /// Feeds a piece of the message.
            pub(crate) fn update(&mut self, data: &[u8]) {
                match self { $(Self::$variant(state) => state.update(data),)+ }
            }

            /// Ends the message.
            pub(crate) fn finish(self) -> Tag {
                match self { $(Self::$variant(state) => Tag::$variant(state.finalize()),)+ }
            }
        }

        impl Tag {
            /// Whether a signature is this one, in time that does not depend on where they differ.
            pub(crate) fn matches(&self, signature: &[u8]) -> bool {
                match self { $(Self::$variant(tag) => same(tag, signature),)+ }
            }

            /// The bytes, for signing only.
            pub(crate) fn write(self, to: &mut Vec<u8>) {
                match self { $(Self::$variant(tag) => to.extend_from_slice(&tag.into_bytes()),)+ }
            }
        }
    };
}

macs! {
    HmacSha1 = Sha1,
    HmacSha256 = Sha256,
    HmacSha384 = Sha384,
    HmacSha512 = Sha512,
}

/// One state a secret, all fed at once. The usual single one needs no allocation.
#[derive(Debug, Clone)]
pub(crate) struct States {
    first: State,
    rest: Vec<State>,
}

impl States {
    /// The states of keys; `None` if there is no key.
    pub(crate) fn of(mut keys: impl Iterator<Item = State>) -> Option<Self> {
        Some(Self { first: keys.next()?, rest: keys.collect() })
    }

    pub(crate) fn update(&mut self, data: &[u8]) {
        self.first.update(data);
        for state in &mut self.rest {
            state.update(data);
        }
    }

    /// Ends the message, and tells the first secret under which `is_signature` holds of the tag.
    pub(crate) fn finish(self, is_signature: impl Fn(&Tag) -> bool) -> Option<usize> {
        std::iter::once(self.first).chain(self.rest).position(|state| is_signature(&state.finish()))
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
