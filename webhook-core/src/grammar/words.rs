//! The fixed words of the language, each an enum that knows its spelling.

/// Declares an enum whose variants are words of the language.
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        $vis enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every word of this kind, as it is written in a declaration.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The variant that `word` names.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The word as it is written in a declaration.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The name of the variant, for generated code.
            #[doc(hidden)]
            pub const fn variant(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)+ }
            }
        }
    };
}

words! {
    /// How a delivery is signed.
    pub enum Algorithm {
        /// HMAC with SHA-1. Weak: a declaration must say why it is used.
        HmacSha1 = "sha1",
        /// HMAC with SHA-256.
        HmacSha256 = "sha256",
        /// HMAC with SHA-384.
        HmacSha384 = "sha384",
        /// HMAC with SHA-512.
        HmacSha512 = "sha512",
    }
}

impl Algorithm {
    /// How many bytes a signature of this algorithm has.
    pub const fn signature_len(self) -> usize {
        match self {
            Self::HmacSha1 => 20,
            Self::HmacSha256 => 32,
            Self::HmacSha384 => 48,
            Self::HmacSha512 => 64,
        }
    }

    /// Whether a declaration must give a reason for choosing it.
    pub const fn is_weak(self) -> bool {
        matches!(self, Self::HmacSha1)
    }
}

words! {
    /// The text form of a signature.
    pub enum Encoding {
        /// Hexadecimal; either case is read, lower case is written.
        Hex = "hex",
        /// Base64 with the standard alphabet; padding is optional when read, written when signing.
        Base64 = "base64",
        /// Base64 with the URL-safe alphabet; padding is optional when read, not written when signing.
        Base64Url = "base64url",
    }
}

words! {
    /// Which form of the body is signed.
    pub enum BodyForm {
        /// The bytes as they were sent.
        Raw = "raw",
        /// The bytes as they were sent, else `JSON.stringify(JSON.parse(body))` of them.
        Json = "json",
    }
}

words! {
    /// How the text of a secret becomes the bytes of a key.
    pub enum KeyForm {
        /// The text's own bytes.
        Utf8 = "utf8",
        /// The text is hexadecimal.
        Hex = "hex",
        /// The text is base64, with or without padding.
        Base64 = "base64",
    }
}

words! {
    /// The unit of a timestamp.
    pub enum Unit {
        /// Whole seconds since 1970.
        Seconds = "seconds",
        /// Whole milliseconds since 1970.
        Milliseconds = "milliseconds",
        /// RFC 3339 text such as `2026-01-02T03:04:05Z`.
        Rfc3339 = "rfc3339",
        /// Seconds or milliseconds, told apart by their size: a number over 99,999,999,999 is in
        /// milliseconds (as seconds it would lie after the year 5100).
        Auto = "auto",
    }
}

words! {
    /// A plain digest of the body, as a part of a template: `{sha256:body}`.
    pub enum Digest {
        /// Lower-case hexadecimal SHA-1.
        Sha1 = "sha1",
        /// Lower-case hexadecimal SHA-256.
        Sha256 = "sha256",
        /// Lower-case hexadecimal SHA-512.
        Sha512 = "sha512",
    }
}

/// Where the timestamp of a delivery stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimestampPlace {
    /// In a header of its own; the name is in lower case.
    Header(String),
    /// In the signature's header, as the `{timestamp}` of its format.
    Format,
    /// In the body, at this JSON pointer.
    Json(String),
}
