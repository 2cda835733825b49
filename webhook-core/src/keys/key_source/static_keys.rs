use super::{KeyFuture, KeySource, KeySourceError};
use crate::keys::public_key::PublicKey;

/// Keys that are known from the start.
#[derive(Debug, Clone, Default)]
pub struct StaticKeys(Vec<(Option<String>, PublicKey)>);

impl StaticKeys {
    /// Keys with their ids.
    pub fn new(keys: impl IntoIterator<Item = (Option<String>, PublicKey)>) -> Self {
        Self(keys.into_iter().collect())
    }
}

impl KeySource for StaticKeys {
    fn keys<'a>(&'a self, id: Option<&'a str>) -> KeyFuture<'a> {
        let found = matching(&self.0, id);
        Box::pin(async move {
            if found.is_empty() { Err(KeySourceError::UnknownId) } else { Ok(found) }
        })
    }
}

/// How many keys one delivery is tried under.
const MAX_TRIED: usize = 16;

/// The keys for an id; all keys for a delivery that names none.
pub(super) fn matching(keys: &[(Option<String>, PublicKey)], id: Option<&str>) -> Vec<PublicKey> {
    keys.iter()
        .filter(|(key_id, _)| id.is_none() || key_id.as_deref() == id)
        .map(|(_, key)| key.clone())
        .take(MAX_TRIED)
        .collect()
}

/// The keys that have no id, for documents that give none to theirs.
pub(super) fn nameless(keys: &[(Option<String>, PublicKey)]) -> Vec<PublicKey> {
    keys.iter().filter(|(id, _)| id.is_none()).map(|(_, key)| key.clone()).take(MAX_TRIED).collect()
}
