//! Secrets: redacted, zeroed, and refused where they would protect nothing.

use std::{env, fmt};

use serde::{Deserialize, Deserializer, de::Error as _};
use zeroize::Zeroizing;

use crate::error::SetupError;

/// A secret shared with a provider.
///
/// It is not shown by `Debug`, has no `Display`, cannot be serialised, and is overwritten with
/// zeros when it is dropped. What is not covered: copies that the operating system made (swap, the
/// process environment), and the text that it was made from, where that was borrowed.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::Secret;
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

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret::new("hunter2");
        assert!(!format!("{secret:?}").contains("hunter2"));
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
