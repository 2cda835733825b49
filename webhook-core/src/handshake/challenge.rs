//! The text that a handshake asks with.

use std::fmt;

/// How long a text may be that is answered.
pub(super) const MAX_CHALLENGE: usize = 1024;

/// The text that a handshake asked with, for its owner: some senders want it entered on a page of
/// theirs, or make it the key of what they sign from then on.
///
/// It is not shown by `Debug`, as it may be a key. Where the sender does not sign its handshake,
/// anybody may have sent it.
#[derive(Clone, PartialEq, Eq)]
pub struct Challenge(String);

impl Challenge {
    pub(super) fn new(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok().filter(|text| !text.is_empty())?;
        (text.len() <= MAX_CHALLENGE).then(|| Self(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Challenge(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::Challenge;

    #[test]
    fn a_challenge_is_never_shown() {
        let challenge = Challenge::new(b"it may be a key").unwrap();
        assert_eq!(format!("{challenge:?}"), "Challenge(redacted)");
    }
}
