//! Prepared keys: both HMAC blocks are hashed once, when an endpoint is made.

use std::{convert::Infallible, fmt};

use hmac::{
    KeyInit as _,
    block_api::HmacCore,
    digest::{
        CtOutput, Digest as _, Output, OutputSizeUser,
        block_api::{Buffer, CoreProxy, FixedOutputCore},
    },
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

/// Declares the state, its operations and the tag for each hash, so that no match can forget one.
macro_rules! macs {
    (hmac { $($mac:ident = $mac_hash:ty),+ $(,)? } hash { $($plain:ident = $hash:ty),+ $(,)? }) => {
        /// A state: a prepared key, or a key with some of a message.
        ///
        /// Its size is that of the largest hash; it is cloned once a delivery, on the stack.
        #[derive(Clone)]
        #[allow(clippy::large_enum_variant, reason = "a box would cost an allocation a delivery")]
        pub(crate) enum State {
            $($mac(Hashing<HmacCore<$mac_hash>>),)+
            $($plain(Hashing<<$hash as CoreProxy>::Core>),)+
            /// The SHA-256 of what has to be sent along.
            Equal(Output<Sha256>),
            /// Public keys. They cost far more than this allocation, and nothing where there are none.
            Public(Box<Public>),
        }

        impl State {
            /// Prepares a key.
            pub(crate) fn new(algorithm: Algorithm, key: &[u8]) -> Option<Self> {
                match algorithm {
                    $(Algorithm::$mac => {
                        let core = HmacCore::<$mac_hash>::new_from_slice(key).ok()?;
                        Some(Self::$mac(Hashing::new(core)))
                    })+
                    $(Algorithm::$plain => Some(Self::$plain(Hashing::new(Default::default()))),)+
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

            /// The secret under which one of the candidates is the signature of what was fed and of
            /// what this message feeds, where `own` is the secret of this key. Tags are compared in
            /// constant time and never shown.
            #[inline]
            pub(crate) fn secret<E>(
                &self,
                own: usize,
                candidates: &Candidates,
                fetched: &Fetched,
                message: impl FnOnce(&mut dyn FnMut(&[u8])) -> Result<(), E>,
            ) -> Result<Option<usize>, E> {
                let matches = match self {
                    $(Self::$mac(key) => key.signs(candidates, message)?,)+
                    $(Self::$plain(key) => key.signs(candidates, message)?,)+
                    Self::Equal(hash) => {
                        message(&mut |_| {})?;
                        is_one(&CtOutput::<Sha256>::new(*hash), candidates)
                    }
                    Self::Public(key) => {
                        let mut state = key.clone();
                        message(&mut |data| state.update(data))?;
                        let message = state.finish();
                        return Ok(under_public_keys(&message, own, candidates, fetched));
                    }
                };
                Ok(matches.then_some(own))
            }

            /// Feeds a piece of the message.
            pub(crate) fn update(&mut self, data: &[u8]) {
                match self {
                    $(Self::$mac(state) => state.update(data),)+
                    $(Self::$plain(state) => state.update(data),)+
                    Self::Equal(_) => {}
                    Self::Public(state) => state.update(data),
                }
            }

            /// The signature of what was fed, for signing only.
            pub(crate) fn write(self, to: &mut Vec<u8>) {
                match self {
                    $(Self::$mac(mut state) => to.extend_from_slice(&state.finish()),)+
                    $(Self::$plain(mut state) => to.extend_from_slice(&state.finish()),)+
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

/// A hash or an HMAC, and what was fed and fills no block yet; both are zeroed when they are dropped.
///
/// The wrappers of the crates are the same, but end by value: what a delivery waits for would be
/// copied once more on the way.
#[derive(Clone)]
pub(crate) struct Hashing<C: FixedOutputCore> {
    core: C,
    buffer: Buffer<C>,
}

impl<C: FixedOutputCore + Clone> Hashing<C> {
    fn new(core: C) -> Self {
        Self { core, buffer: Buffer::<C>::default() }
    }

    #[inline]
    fn update(&mut self, data: &[u8]) {
        let core = &mut self.core;
        self.buffer.digest_blocks(data, |blocks| core.update_blocks(blocks));
    }

    #[inline]
    fn finish(&mut self) -> Output<C> {
        let mut output = Output::<C>::default();
        self.core.finalize_fixed_core(&mut self.buffer, &mut output);
        output
    }

    /// Whether one of the candidates is the signature of what this has been fed and of the message.
    #[inline]
    fn signs<E>(
        &self,
        candidates: &Candidates,
        message: impl FnOnce(&mut dyn FnMut(&[u8])) -> Result<(), E>,
    ) -> Result<bool, E> {
        let mut state = self.clone();
        message(&mut |data| state.update(data))?;
        Ok(is_one(&CtOutput::<C>::new(state.finish()), candidates))
    }
}

/// The secret of the key under which one of the candidates is the signature of a message; `own` is
/// that of a key that was fetched.
#[inline(never)]
fn under_public_keys(
    message: &Finished,
    own: usize,
    candidates: &Candidates,
    fetched: &Fetched,
) -> Option<usize> {
    let signatures = candidates.iter();
    let own = || message.is_under(fetched, &signatures).then_some(own);
    message.secret(&signatures).or_else(own)
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
        state.write(&mut signature);
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

/// The first secret under which one of the signatures is that of a message that is there as a
/// whole.
#[inline]
pub(crate) fn secret<E>(
    keys: &[Key],
    offered: &Offered,
    message: impl FnOnce(&mut dyn FnMut(Fed<'_>)) -> Result<(), E>,
) -> Result<Option<usize>, E> {
    let [key] = keys else { return of_several(keys, offered, message) };
    let Some(candidates) = offered.of(key.way) else { return Ok(None) };
    key.state.secret(key.secret, candidates, &offered.fetched, |update| {
        message(&mut |fed| match fed {
            Fed::Bytes(data) => update(data),
            Fed::Secret => update(&key.bytes),
        })
    })
}

/// The same where there are several secrets: on one pass over the message.
#[inline(never)]
fn of_several<E>(
    keys: &[Key],
    offered: &Offered,
    message: impl FnOnce(&mut dyn FnMut(Fed<'_>)) -> Result<(), E>,
) -> Result<Option<usize>, E> {
    let mut states = States::begin(keys);
    message(&mut |fed| states.feed(fed))?;
    Ok(states.finish(offered))
}

/// One state a secret, all fed at once: for a message that comes in pieces, and for several
/// secrets. The two of a rotation need no allocation.
#[derive(Debug)]
pub(crate) struct States<'k> {
    keys: &'k [Key],
    first: Option<State>,
    second: Option<State>,
    rest: Vec<State>,
}

impl<'k> States<'k> {
    /// Fresh states of keys.
    pub(crate) fn begin(keys: &'k [Key]) -> Self {
        let mut states = keys.iter().map(|key| key.state.clone());
        Self { keys, first: states.next(), second: states.next(), rest: states.collect() }
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

    fn each(&mut self, mut change: impl FnMut(&mut State, &Key)) {
        let states = self.first.iter_mut().chain(&mut self.second).chain(&mut self.rest);
        for (state, key) in states.zip(self.keys) {
            change(state, key);
        }
    }

    /// Ends the message, and tells the first secret under which one of the candidates of its way
    /// is the signature.
    pub(crate) fn finish(&self, offered: &Offered) -> Option<usize> {
        let states = self.first.iter().chain(&self.second).chain(&self.rest);
        states.zip(self.keys).find_map(|(state, key)| {
            let nothing = |_: &mut dyn FnMut(&[u8])| Ok::<(), Infallible>(());
            state.secret(key.secret, offered.of(key.way)?, &offered.fetched, nothing).ok()?
        })
    }
}

/// Whether one of the candidates is this tag: every one is compared, whether one has been it or not.
#[inline]
fn is_one<T: OutputSizeUser>(tag: &CtOutput<T>, candidates: &Candidates) -> bool {
    let mut is_one = false;
    candidates.each(|signature| is_one |= same(tag, signature));
    is_one
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

#[cfg(test)]
mod tests {
    use super::{Algorithm, Key, State, States, Zeroizing};

    #[test]
    fn no_debugging_shows_a_key() {
        let state = State::new(Algorithm::HmacSha256, b"secret").unwrap();
        assert_eq!(format!("{state:?}"), "State(redacted)");
        let bytes = Zeroizing::new(b"secret".to_vec());
        let key = Key { state, way: 0, secret: 0, bytes };
        assert_eq!(format!("{key:?}"), "Key(redacted)");
        let shown = format!("{:?}", States::begin(&[key]));
        assert!(shown.starts_with("States { keys: [Key(redacted)], "), "{shown}");
    }
}
