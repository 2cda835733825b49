//! The public keys among the keys of a scheme.

#[cfg(feature = "public-key")]
mod with {
    use std::sync::Arc;

    use crate::{
        grammar::Algorithm,
        keys::public_key::{FinishedMessage, Message, PrivateKey, PublicKey, SignatureAlgorithm},
    };

    /// Keys that were fetched for one delivery. Boxed: most deliveries have none.
    #[derive(Debug, Default)]
    #[allow(clippy::box_collection, reason = "one word, where nothing is fetched")]
    pub(crate) struct Fetched(Option<Box<Vec<PublicKey>>>);

    impl Fetched {
        pub(crate) fn new(keys: Vec<PublicKey>) -> Self {
            Self(Some(Box::new(keys)))
        }

        pub(crate) fn keys(&self) -> &[PublicKey] {
            self.0.as_deref().map(Vec::as_slice).unwrap_or_default()
        }
    }

    /// The public keys of one way to sign, and a message for all of them: each hash is made once,
    /// whatever the number of keys.
    #[derive(Clone)]
    pub(crate) struct Public {
        /// With the place of its secret.
        keys: Arc<[(usize, PublicKey)]>,
        message: Message,
    }

    /// A message that has ended.
    pub(crate) struct Finished {
        keys: Arc<[(usize, PublicKey)]>,
        algorithm: SignatureAlgorithm,
        message: FinishedMessage,
    }

    impl Public {
        /// Reads the keys of an algorithm, each from a secret's text. `None` if there is none, or
        /// the algorithm has no public keys.
        pub(crate) fn new<'t>(
            algorithm: Algorithm,
            texts: impl IntoIterator<Item = (usize, &'t [u8])>,
        ) -> Result<Option<Self>, (usize, String)> {
            let Some(algorithm) = SignatureAlgorithm::of(algorithm) else { return Ok(None) };
            let mut keys = Vec::new();
            for (secret, text) in texts {
                let key =
                    PublicKey::new(algorithm, text).map_err(|why| (secret, why.to_string()))?;
                keys.push((secret, key));
            }
            let message = Message::new(algorithm);
            Ok((!keys.is_empty()).then(|| Self { keys: keys.into(), message }))
        }

        /// A message for keys that are fetched. `None` if the algorithm has no public keys.
        pub(crate) fn to_be_fetched(algorithm: Algorithm) -> Option<Self> {
            let message = Message::new(SignatureAlgorithm::of(algorithm)?);
            Some(Self { keys: Arc::new([]), message })
        }

        pub(crate) fn update(&mut self, data: &[u8]) {
            self.message.update(data);
        }

        /// Ends the message, which is not copied: that of Ed25519 is as long as the body.
        pub(crate) fn finish(self) -> Finished {
            Finished {
                keys: self.keys,
                algorithm: self.message.algorithm(),
                message: self.message.finish(),
            }
        }
    }

    /// How many signatures are tried under so many keys.
    ///
    /// How many there are is the sender's choice, and each costs an operation on a curve; under
    /// Ed25519 also a hash of the whole message. How many keys there are is the owner's choice: two
    /// signatures, those of a rotation, are tried under each.
    fn tried(keys: usize, message: &FinishedMessage) -> usize {
        let operations: usize = if message.len_hashed_each_time() > CHEAP { 4 } else { 8 };
        operations.checked_div(keys).unwrap_or_default().max(2)
    }

    /// How long a message may be whose hash costs no more than an operation on a curve.
    const CHEAP: usize = 32 * 1024;

    impl Finished {
        /// The first key's secret under which one of the signatures is that of the message.
        pub(crate) fn secret<'s>(
            &self,
            signatures: &(impl Iterator<Item = &'s [u8]> + Clone),
        ) -> Option<usize> {
            let signatures = signatures.clone().take(tried(self.keys.len(), &self.message));
            let holds =
                |key: &PublicKey| signatures.clone().any(|one| key.verifies(&self.message, one));
            self.keys.iter().find(|(_, key)| holds(key)).map(|(secret, _)| *secret)
        }

        /// Whether one of the signatures is that of the message under a key that was fetched.
        pub(crate) fn is_under<'s>(
            &self,
            fetched: &Fetched,
            signatures: &(impl Iterator<Item = &'s [u8]> + Clone),
        ) -> bool {
            // The declaration names the algorithm; a key for another does not count.
            let meant = fetched.keys().iter().filter(|key| key.algorithm() == self.algorithm);
            let signatures = signatures.clone().take(tried(meant.clone().count(), &self.message));
            let holds =
                |key: &PublicKey| signatures.clone().any(|one| key.verifies(&self.message, one));
            meant.into_iter().any(holds)
        }
    }

    /// Whether a text is a public key of this algorithm, or says so.
    pub(crate) fn is_public_key(algorithm: Algorithm, text: &[u8]) -> bool {
        SignatureAlgorithm::of(algorithm)
            .is_some_and(|algorithm| PublicKey::is_one(algorithm, text))
    }

    /// Whether a text is a private key of this algorithm.
    pub(crate) fn is_private_key(algorithm: Algorithm, text: &[u8]) -> bool {
        SignatureAlgorithm::of(algorithm)
            .is_some_and(|algorithm| PrivateKey::new(algorithm, text).is_some())
    }

    /// The signature of a message under a private key; `None` if the text is no such key.
    pub(crate) fn sign(
        algorithm: Algorithm,
        private_key: &[u8],
        feed: impl FnOnce(&mut dyn FnMut(&[u8])),
    ) -> Option<Vec<u8>> {
        let algorithm = SignatureAlgorithm::of(algorithm)?;
        let key = PrivateKey::new(algorithm, private_key)?;
        let mut message = Message::new(algorithm);
        feed(&mut |data| message.update(data));
        key.sign(&message.finish())
    }
}

/// Stands for all of it where no public key can be read.
#[cfg(not(feature = "public-key"))]
#[allow(
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "it looks like what it stands for"
)]
mod without {
    use crate::grammar::Algorithm;

    #[derive(Debug, Default)]
    pub(crate) struct Fetched {}

    #[derive(Clone)]
    pub(crate) enum Public {}

    pub(crate) struct Finished;

    impl Public {
        pub(crate) fn new<'t>(
            _: Algorithm,
            _: impl IntoIterator<Item = (usize, &'t [u8])>,
        ) -> Result<Option<Self>, (usize, String)> {
            Ok(None)
        }

        pub(crate) fn to_be_fetched(_: Algorithm) -> Option<Self> {
            None
        }

        pub(crate) fn update(&mut self, _: &[u8]) {
            match *self {}
        }

        pub(crate) fn finish(self) -> Finished {
            match self {}
        }
    }

    impl Finished {
        pub(crate) fn secret<'s>(
            &self,
            _: &(impl Iterator<Item = &'s [u8]> + Clone),
        ) -> Option<usize> {
            None
        }

        pub(crate) fn is_under<'s>(
            &self,
            _: &Fetched,
            _: &(impl Iterator<Item = &'s [u8]> + Clone),
        ) -> bool {
            false
        }
    }

    pub(crate) fn is_public_key(_: Algorithm, _: &[u8]) -> bool {
        false
    }

    pub(crate) fn is_private_key(_: Algorithm, _: &[u8]) -> bool {
        false
    }

    pub(crate) fn sign(
        _: Algorithm,
        _: &[u8],
        _: impl FnOnce(&mut dyn FnMut(&[u8])),
    ) -> Option<Vec<u8>> {
        None
    }
}

#[cfg(feature = "public-key")]
pub(crate) use with::{Fetched, Finished, Public, is_private_key, is_public_key, sign};
#[cfg(not(feature = "public-key"))]
pub(crate) use without::{Fetched, Finished, Public, is_private_key, is_public_key, sign};
