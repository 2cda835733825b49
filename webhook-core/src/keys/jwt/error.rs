use std::{error::Error, fmt, time::Duration};

use crate::rejection::Rejection;

/// Why a token was refused. For the owner: the sender is not told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JwtError {
    /// It is no token of the declared form, or is too large.
    Malformed,
    /// No key verifies the signature under a declared algorithm.
    Signature,
    /// The signature holds, and the header names another algorithm than the one it holds under.
    Algorithm,
    /// The header asks for an extension that is not declared (`crit`, `b64`).
    Critical,
    /// The signature holds, and the header or the claims are not JSON, or name a thing twice.
    Json,
    /// The token is not valid yet (`nbf`), or was issued in the future (`iat`).
    NotYet {
        /// How far ahead of the clock.
        ahead: Duration,
    },
    /// The token's time is over (`exp`), or it was issued too long ago (`iat`).
    Expired {
        /// For how long.
        since: Duration,
    },
    /// A claim that has to be there is missing or of another type.
    MissingClaim(&'static str),
    /// A claim has another value than it must have.
    OtherClaim(&'static str),
}

impl JwtError {
    /// The rejection of a delivery whose token, in this header, was refused so.
    pub fn into_rejection(self, header: &'static str) -> Rejection {
        match self {
            Self::Malformed => {
                Rejection::MalformedHeader { header, expected: "a token in its compact form" }
            }
            Self::NotYet { ahead } => Rejection::Future { ahead },
            Self::Expired { since } => Rejection::Stale { age: since },
            Self::Signature
            | Self::Algorithm
            | Self::Critical
            | Self::Json
            | Self::MissingClaim(_)
            | Self::OtherClaim(_) => Rejection::Signature,
        }
    }
}

impl fmt::Display for JwtError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => f.write_str("this is no token of the declared form"),
            Self::Signature => f.write_str("the token's signature does not match under any key"),
            Self::Algorithm => f.write_str("the token's header names another algorithm"),
            Self::Critical => f.write_str("the token's header asks for an undeclared extension"),
            Self::Json => f.write_str("the token's header or claims cannot be read"),
            Self::NotYet { ahead } => {
                write!(f, "the token is not valid for another {} s", ahead.as_secs())
            }
            Self::Expired { since } => {
                write!(f, "the token has not been valid for {} s", since.as_secs())
            }
            Self::MissingClaim(name) => write!(f, "the token has no usable claim `{name}`"),
            Self::OtherClaim(name) => write!(f, "the token's claim `{name}` has another value"),
        }
    }
}

impl Error for JwtError {}
