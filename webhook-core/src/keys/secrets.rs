//! The secrets of one provider, and where its public keys come from.

use std::sync::Arc;

#[cfg(feature = "public-key")]
use super::key_source::Keys;
use super::secret::Secret;

#[cfg(feature = "public-key")]
impl Secret {
    /// The secret, and where the public keys come from: see [`Secrets::with_keys`].
    pub fn with_keys(self, keys: Keys) -> Secrets {
        Secrets::from(self).with_keys(keys)
    }
}

/// The secrets that are valid at once, the newest first by custom.
///
/// During a rotation deliveries are signed with the old secret or with the new one; each delivery
/// is tried against all, and says [which one matched](crate::Delivery::secret).
///
/// ```
/// use webhook_core::{Secret, Secrets};
///
/// let one: Secrets = Secret::new("new").into();
/// let rotating: Secrets = [Secret::new("new"), Secret::new("old")].into();
/// assert_eq!(rotating.len(), 2);
/// # assert!(!one.is_empty());
/// ```
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    all: Vec<Secret>,
    /// Whose secret each is; none where all are of one account.
    accounts: Vec<Arc<str>>,
    #[cfg(feature = "public-key")]
    keys: Option<Keys>,
}

impl Secrets {
    /// The secrets of several accounts that send to one endpoint: two bots, two shops.
    ///
    /// Senders count their ids for each account. So what identifies a delivery is looked for among those
    /// of the account whose secret matched; without this, all secrets are of one account, which rotates
    /// them. Each account may have several secrets, and keeps its name when they change.
    ///
    /// ```
    /// use webhook_core::{Secret, Secrets};
    ///
    /// let secrets = Secrets::of_accounts([
    ///     ("bot 7", vec![Secret::new("new"), Secret::new("old")]),
    ///     ("bot 8", vec![Secret::new("another")]),
    /// ]);
    /// assert_eq!(secrets.len(), 3);
    /// ```
    pub fn of_accounts<A, S>(accounts: impl IntoIterator<Item = (A, S)>) -> Self
    where
        A: Into<Arc<str>>,
        S: IntoIterator<Item = Secret>,
    {
        let mut collected = Self::default();
        for (account, secrets) in accounts {
            let account = account.into();
            for secret in secrets {
                collected.all.push(secret);
                collected.accounts.push(Arc::clone(&account));
            }
        }
        collected
    }

    pub(crate) fn accounts(&self) -> &[Arc<str>] {
        &self.accounts
    }

    /// How many there are; keys that are fetched are none of them.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none. No endpoint can be made of that, unless there are [`Keys`].
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Secret> {
        self.all.iter()
    }
}

#[cfg(feature = "public-key")]
impl Secrets {
    /// The same, and where the public keys come from: for providers that sign something beside it
    /// that only its owner knows, such as the id of a webhook.
    pub fn with_keys(mut self, keys: Keys) -> Self {
        self.keys = Some(keys);
        self
    }

    pub(crate) fn keys(&self) -> Option<&Keys> {
        self.keys.as_ref()
    }
}

/// No secret, but public keys that are fetched.
#[cfg(feature = "public-key")]
impl From<Keys> for Secrets {
    fn from(keys: Keys) -> Self {
        Self::default().with_keys(keys)
    }
}

impl From<Secret> for Secrets {
    fn from(secret: Secret) -> Self {
        Self::from(vec![secret])
    }
}

impl<const N: usize> From<[Secret; N]> for Secrets {
    fn from(secrets: [Secret; N]) -> Self {
        Self::from(Vec::from(secrets))
    }
}

impl From<Vec<Secret>> for Secrets {
    fn from(secrets: Vec<Secret>) -> Self {
        Self {
            all: secrets,
            accounts: Vec::new(),
            #[cfg(feature = "public-key")]
            keys: None,
        }
    }
}

impl FromIterator<Secret> for Secrets {
    fn from_iter<I: IntoIterator<Item = Secret>>(secrets: I) -> Self {
        Self::from(secrets.into_iter().collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::{Secret, Secrets};

    #[test]
    fn secrets_are_never_shown() {
        let secrets = Secrets::from(Secret::new("hunter2"));
        assert!(!format!("{secrets:?}").contains("hunter2"));
    }
}
