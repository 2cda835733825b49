use std::fmt;

use sha2::{Digest, Sha256};

/// The name under which a delivery is claimed: a digest of its provider and its id.
///
/// It has a fixed size, so a store neither grows with what a sender calls an id nor learns what is in it.
/// It is not a secret and no authentication: whoever knows provider and id can compute it.
///
/// The digest is SHA-256 over every part, provider first, each preceded by its length as eight bytes, most
/// significant first. Lengths keep `("ab", "c")` and `("a", "bc")` apart. Stores outlive programs, so this
/// form does not change.
///
/// ```
/// use webhook_core::claims::ClaimKey;
///
/// let key = ClaimKey::new("goodstack", b"evt_1");
/// assert_eq!(key, ClaimKey::new("goodstack", b"evt_1"));
/// assert_ne!(key, ClaimKey::new("goodstac", b"kevt_1"));
/// assert_eq!(key.as_bytes().len(), 32);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimKey([u8; 32]);

impl ClaimKey {
    /// The key of a delivery that has a single id.
    pub fn new(provider: &str, id: &[u8]) -> Self {
        Self::builder(provider).part(id).finish()
    }

    /// The key of a delivery that is told apart by several values.
    ///
    /// ```
    /// use webhook_core::claims::ClaimKey;
    ///
    /// let paid = ClaimKey::builder("fincra").part(b"payout.successful").part(b"ref-7").finish();
    /// let failed = ClaimKey::builder("fincra").part(b"payout.failed").part(b"ref-7").finish();
    /// assert_ne!(paid, failed);
    ///
    /// // Where a value ends is part of the key, and so is how many there are.
    /// let joined = ClaimKey::builder("fincra").part(b"payout.failedref-7").finish();
    /// assert_ne!(failed, joined);
    /// ```
    pub fn builder(provider: &str) -> ClaimKeyBuilder {
        ClaimKeyBuilder { digest: Sha256::new() }.part(provider.as_bytes())
    }

    /// The digest, for a store to keep.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl AsRef<[u8]> for ClaimKey {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Hexadecimal, as stores and logs show digests.
impl fmt::Debug for ClaimKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClaimKey(")?;
        for byte in self.0 {
            write!(f, "{byte:02x}")?;
        }
        f.write_str(")")
    }
}

/// A [`ClaimKey`] in the making; see [`ClaimKey::builder`].
#[derive(Clone)]
#[must_use = "a builder does nothing until `finish`"]
pub struct ClaimKeyBuilder {
    digest: Sha256,
}

impl ClaimKeyBuilder {
    /// Adds one value. An empty one counts too.
    pub fn part(mut self, bytes: &[u8]) -> Self {
        // `usize` is never wider than 64 bits, so nothing is cut off.
        self.digest.update((bytes.len() as u64).to_be_bytes());
        self.digest.update(bytes);
        self
    }

    /// The key of the provider and all values given so far, in their order.
    pub fn finish(self) -> ClaimKey {
        ClaimKey(self.digest.finalize().into())
    }
}

impl fmt::Debug for ClaimKeyBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClaimKeyBuilder").finish_non_exhaustive()
    }
}
