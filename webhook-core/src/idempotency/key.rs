use std::fmt;

use sha2::{Digest, Sha256};

/// The name under which a delivery is handled once: a digest of its provider, its scope, and what
/// identifies it.
///
/// The scope says whose delivery it is: the account, the tenant, the endpoint. It is part of every key,
/// because senders count their ids for each account.
///
/// It has a fixed size, so a store neither grows with what a sender calls an id nor learns what is in it.
/// It is not a secret and no authentication: whoever knows its parts can compute it.
///
/// The digest is SHA-256 over every part, provider first and scope second, each preceded by its length as eight bytes, most
/// significant first. Lengths keep `("ab", "c")` and `("a", "bc")` apart. Stores outlive programs, so this
/// form does not change.
///
/// ```
/// # use webhook_core as webhook_kit;
/// use webhook_kit::idempotency::IdempotencyKey;
///
/// let key = IdempotencyKey::new("goodstack", "account 7", b"evt_1");
/// assert_eq!(key, IdempotencyKey::new("goodstack", "account 7", b"evt_1"));
/// assert_ne!(key, IdempotencyKey::new("goodstack", "account 8", b"evt_1"));
/// assert_ne!(key, IdempotencyKey::new("goodstack", "account 7e", b"vt_1"));
/// assert_eq!(key.as_bytes().len(), 32);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdempotencyKey([u8; 32]);

impl IdempotencyKey {
    /// The key of a delivery that has a single id.
    pub fn new(provider: &str, scope: &str, id: &[u8]) -> Self {
        Self::builder(provider, scope).part(id).finish()
    }

    /// The key of a delivery that is told apart by several values.
    ///
    /// ```
    /// # use webhook_core as webhook_kit;
    /// use webhook_kit::idempotency::IdempotencyKey;
    ///
    /// let paid = IdempotencyKey::builder("fincra", "eu").part(b"payout.successful").part(b"ref-7").finish();
    /// let failed = IdempotencyKey::builder("fincra", "eu").part(b"payout.failed").part(b"ref-7").finish();
    /// assert_ne!(paid, failed);
    ///
    /// // Where a value ends is part of the key, and so is how many there are.
    /// let joined = IdempotencyKey::builder("fincra", "eu").part(b"payout.failedref-7").finish();
    /// assert_ne!(failed, joined);
    /// ```
    pub fn builder(provider: &str, scope: &str) -> IdempotencyKeyBuilder {
        let builder = IdempotencyKeyBuilder { digest: Sha256::new() };
        builder.part(provider.as_bytes()).part(scope.as_bytes())
    }

    /// A key whose digest was kept.
    pub const fn from_bytes(digest: [u8; 32]) -> Self {
        Self(digest)
    }

    /// The digest, for a store to keep.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl AsRef<[u8]> for IdempotencyKey {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Hexadecimal, as stores and logs show digests.
impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyKey(")?;
        for byte in self.0 {
            write!(f, "{byte:02x}")?;
        }
        f.write_str(")")
    }
}

/// A [`IdempotencyKey`] in the making; see [`IdempotencyKey::builder`].
#[derive(Clone)]
#[must_use = "a builder does nothing until `finish`"]
pub struct IdempotencyKeyBuilder {
    digest: Sha256,
}

impl IdempotencyKeyBuilder {
    /// Adds one value. An empty one counts too.
    pub fn part(mut self, bytes: &[u8]) -> Self {
        // `usize` is never wider than 64 bits, so nothing is cut off.
        self.digest.update((bytes.len() as u64).to_be_bytes());
        self.digest.update(bytes);
        self
    }

    /// The key of the provider, the scope and all values given so far, in their order.
    pub fn finish(self) -> IdempotencyKey {
        IdempotencyKey(self.digest.finalize().into())
    }
}

impl fmt::Debug for IdempotencyKeyBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("IdempotencyKeyBuilder").finish_non_exhaustive()
    }
}
