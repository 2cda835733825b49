use std::{error::Error, fmt};

/// Why a text is no public key that can be used.
///
/// Shown when a program starts. It holds nothing of the text, which may be a secret that was
/// pasted into the wrong place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PublicKeyError {
    /// The text is empty.
    Blank,
    /// It is a private key, or a secret of Standard Webhooks.
    Private,
    /// It is a PEM document that holds no public key.
    Pem,
    /// It is none of the forms that public keys are published in.
    Form,
    /// The document is not the DER that its form asks for.
    Der,
    /// The document holds a key of another kind.
    OtherKind {
        /// What the algorithm needs.
        expected: &'static str,
        /// What the document holds.
        found: &'static str,
    },
    /// The document holds a key of a kind that is not known here.
    UnknownKind,
    /// The key is no point of its curve.
    Point,
    /// The key is an Ed25519 point of small order: one signature would fit many messages.
    SmallOrder,
    /// The modulus is shorter than 2048 bits or longer than 4096, or is even.
    Modulus,
    /// The public exponent is even, 1, or longer than 33 bits.
    Exponent,
    /// The document is no JSON web key set, or holds too many keys.
    KeySet,
    /// This kind of key needs a feature of the crate that is not enabled.
    Feature(&'static str),
}

impl fmt::Display for PublicKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match *self {
            Self::Blank => "the public key is blank",
            Self::Private => {
                "this is a private key or a secret: verification needs the public key, and \
                 whoever has seen this text can sign"
            }
            Self::Pem => "the PEM document is cut off, or holds no public key or certificate",
            Self::Form => {
                "this is no public key: expected PEM, or base64 or hexadecimal of the key"
            }
            Self::Der => "the public key is not well-formed DER",
            Self::OtherKind { expected, found } => {
                return write!(f, "this is a key for {found}: expected one for {expected}");
            }
            Self::UnknownKind => "this is a key of an unknown kind",
            Self::Point => "the public key is no point of its curve",
            Self::SmallOrder => {
                "the public key has a small order: one signature would fit many messages"
            }
            Self::Modulus => "the modulus must be odd and have 2048 to 4096 bits",
            Self::Exponent => "the public exponent must be odd and have 2 to 33 bits",
            Self::KeySet => "the document is no JSON web key set of at most 64 keys",
            Self::Feature(feature) => {
                return write!(f, "keys of this kind need the feature `{feature}`");
            }
        })
    }
}

impl Error for PublicKeyError {}
