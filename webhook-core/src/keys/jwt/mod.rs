//! JSON web tokens and signatures in their compact form (RFC 7515, 7519, 7797).
//!
//! A [`TokenScheme`] declares the algorithm, what the token says of the body, and which claims must
//! hold. The token chooses none of that: its signature is verified under the declared algorithm
//! before a byte of it is parsed, and then its header must name that algorithm.
//!
//! ```
//! use std::time::{Duration, SystemTime};
//! use webhook_core::{Secret, jwt::*};
//!
//! // As Netlify signs: a claim holds the SHA-256 of the body.
//! const NETLIFY: TokenScheme = TokenScheme::new(&[TokenAlgorithm::Hs256])
//!     .with_issuer("netlify")
//!     .with_digests(&[DigestClaim::of_body("sha256", ClaimDigest::Sha256, DigestText::Hex)]);
//!
//! let secret = Secret::new("a secret");
//! let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
//! let token = TokenSigning::new(&NETLIFY).at(now).body(b"{}").under_secret(&secret)?;
//!
//! let verifier = TokenVerifier::new(&NETLIFY, [TokenKey::secret(&secret)])?;
//! assert!(verifier.verify(&TokenInput::new(token.as_bytes(), b"{}", now)).is_ok());
//! let error = verifier.verify(&TokenInput::new(token.as_bytes(), b"{ }", now)).unwrap_err();
//! assert_eq!(error, TokenError::OtherClaim("sha256"));
//! # Ok::<(), webhook_core::SetupError>(())
//! ```

mod algorithm;
mod claims;
mod compact;
mod error;
mod input;
mod key;
mod sign;
mod verifier;

pub use self::{
    error::TokenError,
    input::TokenInput,
    key::TokenKey,
    sign::TokenSigning,
    verifier::{TokenVerifier, VerifiedToken, key_id},
};
pub(crate) use self::{key::Prepared, verifier::Opened};
pub use crate::scheme::token::{
    ClaimDigest, DigestClaim, DigestText, Digested, TokenAlgorithm, TokenContent, TokenScheme,
};
