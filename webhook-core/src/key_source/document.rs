//! What is fetched, and the keys in it.

use crate::{
    json,
    public_key::{PublicKey, PublicKeyError, SignatureAlgorithm},
};

/// What stands at a key's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DocumentForm {
    /// A JSON web key set.
    KeySet,
    /// One key in any form that [`PublicKey::new`] reads: PEM, a certificate, base64.
    ///
    /// Of a certificate only the key is used. What vouches for it is that it was fetched over
    /// `https` from a listed host.
    Key,
    /// Such a key as a text in a JSON document, at this pointer.
    JsonKey(&'static [&'static str]),
}

/// Keys with their ids.
pub(super) type Keys = Vec<(Option<String>, PublicKey)>;

impl DocumentForm {
    /// The keys in a document; never none.
    pub(super) fn keys(
        self,
        algorithm: SignatureAlgorithm,
        document: &[u8],
    ) -> Result<Keys, PublicKeyError> {
        let keys = match self {
            Self::KeySet => PublicKey::of_key_set(algorithm, document)?,
            Self::Key => vec![(None, PublicKey::new(algorithm, document)?)],
            Self::JsonKey(pointer) => {
                let mut found = [None];
                json::locate(document, &[pointer], &mut found).map_err(|_| PublicKeyError::Form)?;
                let [range] = found;
                let text = range
                    .and_then(|range| document.get(range))
                    .and_then(json::text)
                    .ok_or(PublicKeyError::Form)?;
                vec![(None, PublicKey::new(algorithm, text.as_bytes())?)]
            }
        };
        if keys.is_empty() { Err(PublicKeyError::KeySet) } else { Ok(keys) }
    }
}
