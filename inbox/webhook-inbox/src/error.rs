//! Why a store could not do what it was asked to.

use std::{error::Error, fmt};

/// Any error of a driver's or a user's.
pub type BoxError = Box<dyn Error + Send + Sync>;

/// A store could not do what it was asked to; its [`source`](Error::source) is the driver's own error.
#[derive(Debug)]
pub struct StoreError {
    kind: Kind,
    source: BoxError,
}

/// What follows from an error, for whoever asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Nothing was changed; trying again may help.
    Unavailable,
    /// A commit was sent and its answer never came: it may have been made, or not.
    Unknown,
    /// Nothing was changed, and trying again does not help before somebody mends the store.
    Refused,
}

impl StoreError {
    /// Nothing was changed; trying again may help.
    pub fn unavailable(source: impl Into<BoxError>) -> Self {
        Self { kind: Kind::Unavailable, source: source.into() }
    }

    /// A commit was sent and nobody knows what became of it.
    pub fn unknown(source: impl Into<BoxError>) -> Self {
        Self { kind: Kind::Unknown, source: source.into() }
    }

    /// Nothing was changed, and somebody has to mend the store.
    pub fn refused(source: impl Into<BoxError>) -> Self {
        Self { kind: Kind::Refused, source: source.into() }
    }

    /// What follows from it.
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            Kind::Unavailable => "the inbox's store is not available",
            Kind::Unknown => "the inbox's store did not say whether it committed",
            Kind::Refused => "the inbox's store refused and needs its owner",
        })?;
        write!(f, ": {}", self.source)
    }
}

impl Error for StoreError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.source)
    }
}
