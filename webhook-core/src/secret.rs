//! Secrets: redacted, zeroed, and refused where they would protect nothing.

use std::{env, fmt, sync::Arc};

use serde::{Deserialize, Deserializer, de::Error as _};
use zeroize::Zeroizing;

use crate::SetupError;
#[cfg(feature = "public-key")]
use crate::key_source::Keys;

/// A secret shared with a provider.
///
/// It is not shown by `Debug`, has no `Display`, cannot be serialised, and is overwritten with
/// zeros when it is dropped. What is not covered: copies that the operating system made (swap, the
/// process environment), and the text that it was made from, where that was borrowed.
///
/// ```
/// use webhook_core::Secret;
///
/// let secret = Secret::new("6d1d475adef242e59a648335288ee80b");
/// assert_eq!(format!("{secret:?}"), "Secret(redacted)");
/// // A variable that is missing or empty is an error when the program starts.
/// assert!(Secret::from_env("NO_SUCH_WEBHOOK_SECRET").is_err());
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// A secret with exactly these bytes.
    ///
    /// Blank secrets are refused when an endpoint or a verifier is made of them.
    pub fn new(secret: impl Into<Vec<u8>>) -> Self {
        Self(Zeroizing::new(secret.into()))
    }

    /// The secret in an environment variable.
    ///
    /// # Errors
    ///
    /// [`SetupError`] if the variable is missing, blank, not Unicode, or has blanks or a line end
    /// around its text, which is a slip in nearly every case ([`Secret::new`] takes such a secret).
    pub fn from_env(variable: &str) -> Result<Self, SetupError> {
        let text = match env::var(variable) {
            Ok(text) => Zeroizing::new(text),
            Err(env::VarError::NotPresent) => {
                return Err(SetupError::variable(variable, "is not set"));
            }
            Err(env::VarError::NotUnicode(_)) => {
                return Err(SetupError::variable(variable, "is not Unicode"));
            }
        };
        if text.trim().is_empty() {
            return Err(SetupError::variable(variable, "is empty"));
        }
        if text.trim() != text.as_str() {
            return Err(SetupError::variable(variable, "has blanks or a line end around its text"));
        }
        Ok(Self::new(text.as_bytes()))
    }

    /// The secret, and where the public keys come from: see [`Secrets::with_keys`].
    #[cfg(feature = "public-key")]
    pub fn with_keys(self, keys: Keys) -> Secrets {
        Secrets::from(self).with_keys(keys)
    }

    /// The bytes, for the one place that makes keys of them.
    pub(crate) fn expose(&self) -> &[u8] {
        &self.0
    }
}

/// Nothing, or nothing but blanks, tabs and line ends: what an unset variable or an empty file leaves
/// behind.
pub(crate) fn is_blank(secret: &[u8]) -> bool {
    secret.iter().all(|byte| b" \t\r\n".contains(byte))
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(redacted)")
    }
}

/// Reads a secret from a text, as providers' registration answers carry it. A blank one is an error.
impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        let secret = Self::new(text.as_bytes());
        if is_blank(secret.expose()) {
            Err(D::Error::custom("the secret is blank"))
        } else {
            Ok(secret)
        }
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
    secrets: Vec<Secret>,
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
        let mut all = Self::default();
        for (account, secrets) in accounts {
            let account = account.into();
            for secret in secrets {
                all.secrets.push(secret);
                all.accounts.push(Arc::clone(&account));
            }
        }
        all
    }

    pub(crate) fn accounts(&self) -> &[Arc<str>] {
        &self.accounts
    }

    /// How many there are; keys that are fetched are none of them.
    pub fn len(&self) -> usize {
        self.secrets.len()
    }

    /// Whether there is none. No endpoint can be made of that, unless there are [`Keys`].
    pub fn is_empty(&self) -> bool {
        self.secrets.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Secret> {
        self.secrets.iter()
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
            secrets,
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
    use super::Secret;

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret::new("hunter2");
        assert!(
            !format!("{secret:?} {:?}", super::Secrets::from(secret.clone())).contains("hunter2")
        );
    }

    #[test]
    fn blank_secrets_are_blank() {
        for blank in ["", " ", "\n", " \t\r\n"] {
            assert!(super::is_blank(blank.as_bytes()), "{blank:?}");
        }
        assert!(!super::is_blank(b" x"));
        assert!(!super::is_blank(&[0]));
    }
}
