//! JSON web tokens and signatures in their compact form (RFC 7515, 7519, 7797).
//!
//! A [`JwtScheme`] declares the algorithm, what the token says of the body, and which claims must
//! hold. The token chooses none of that: its signature is verified under the declared algorithm
//! before a byte of it is parsed, and then its header must name that algorithm.
//!
//! ```
//! # use webhook_core as webhook_kit;
//! use std::time::{Duration, SystemTime};
//! use webhook_kit::{Secret, jwt::*};
//!
//! // As Netlify signs: a claim holds the SHA-256 of the body.
//! const NETLIFY: JwtScheme = JwtScheme::new(&[JwtAlgorithm::Hs256])
//!     .with_issuer("netlify")
//!     .with_digests(&[DigestClaim::of_body("sha256", ClaimDigest::Sha256, DigestText::Hex)]);
//!
//! let secret = Secret::new("a secret");
//! let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
//! let token = JwtSigning::new(&NETLIFY).at(now).body(b"{}").under_secret(&secret)?;
//!
//! let verifier = JwtVerifier::new(&NETLIFY, [JwtKey::secret(&secret)])?;
//! assert!(verifier.verify(&JwtInput::new(token.as_bytes(), b"{}", now)).is_ok());
//! let error = verifier.verify(&JwtInput::new(token.as_bytes(), b"{ }", now)).unwrap_err();
//! assert_eq!(error, JwtError::OtherClaim("sha256"));
//! # Ok::<(), webhook_kit::SetupError>(())
//! ```

mod algorithm;
mod claims;
mod compact;
mod error;
mod input;
mod key;
mod sign;
mod verifier;

pub(crate) use self::{algorithm::public_key, key::Prepared, verifier::Opened};
pub use self::{
    error::JwtError,
    input::JwtInput,
    key::JwtKey,
    sign::JwtSigning,
    verifier::{JwtVerifier, VerifiedToken, key_id},
};
pub use crate::scheme::{
    ClaimDigest, DigestClaim, DigestText, Digested, JwtAlgorithm, JwtContent, JwtScheme,
};
