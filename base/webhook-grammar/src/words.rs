//! The fixed words of the language, each an enum that knows its spelling.

/// Declares an enum whose variants are words of the language.
macro_rules! words {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        $vis enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// Every word of this kind, as it is written in a declaration.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// Every value of this kind.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The variant that `word` names.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// The word as it is written in a declaration.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The name of the variant, for generated code.
            #[doc(hidden)]
            pub const fn variant(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)+ }
            }
        }

        $crate::store::plain!($name);

        impl $crate::store::ToRust for $name {
            fn to_rust(&self, to: &mut String) {
                to.push_str(concat!("__webhook::", stringify!($name), "::"));
                to.push_str(self.variant());
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How a delivery is signed.
    pub enum Algorithm {
        /// HMAC with MD5. Weak: a declaration must say why it is used.
        HmacMd5 = "md5",
        /// HMAC with SHA-1. Weak: a declaration must say why it is used.
        HmacSha1 = "sha1",
        /// HMAC with SHA-256.
        HmacSha256 = "sha256",
        /// HMAC with SHA-384.
        HmacSha384 = "sha384",
        /// HMAC with SHA-512.
        HmacSha512 = "sha512",
        /// A plain MD5 of a message that contains the secret. Weak.
        HashMd5 = "hash-md5",
        /// A plain SHA-1 of a message that contains the secret. Weak.
        HashSha1 = "hash-sha1",
        /// A plain SHA-256 of a message that contains the secret. Weak: where the secret comes
        /// first and the body last, whoever has one signature can lengthen the body.
        HashSha256 = "hash-sha256",
        /// A plain SHA-384 of a message that contains the secret. Weak by habit, like its sisters.
        HashSha384 = "hash-sha384",
        /// A plain SHA-512 of a message that contains the secret. Weak.
        HashSha512 = "hash-sha512",
        /// The secret itself, sent along. Weak: nothing of the delivery is signed.
        Token = "token",
        /// The secret is `user:password`, sent along as Basic credentials. Weak.
        Basic = "basic",
        /// Ed25519.
        Ed25519 = "ed25519",
        /// ECDSA over P-256 with SHA-256, the signature in DER.
        EcdsaP256 = "ecdsa-p256",
        /// ECDSA over P-256 with SHA-256, the signature as 64 bytes `r || s`.
        EcdsaP256Fixed = "ecdsa-p256-fixed",
        /// ECDSA over P-256 with SHA-1, the signature in DER. Weak.
        EcdsaP256Sha1 = "ecdsa-p256-sha1",
        /// RSA PKCS#1 v1.5 with SHA-1. Weak.
        RsaSha1 = "rsa-sha1",
        /// RSA PKCS#1 v1.5 with SHA-256.
        RsaSha256 = "rsa-sha256",
        /// RSA PKCS#1 v1.5 with SHA-384.
        RsaSha384 = "rsa-sha384",
        /// RSA PKCS#1 v1.5 with SHA-512.
        RsaSha512 = "rsa-sha512",
        /// A JSON web token with HMAC-SHA256.
        JwtHs256 = "jwt-hs256",
        /// A JSON web token with HMAC-SHA384.
        JwtHs384 = "jwt-hs384",
        /// A JSON web token with HMAC-SHA512.
        JwtHs512 = "jwt-hs512",
        /// A JSON web token with RSA PKCS#1 v1.5 and SHA-256.
        JwtRs256 = "jwt-rs256",
        /// A JSON web token with RSA PKCS#1 v1.5 and SHA-384.
        JwtRs384 = "jwt-rs384",
        /// A JSON web token with RSA PKCS#1 v1.5 and SHA-512.
        JwtRs512 = "jwt-rs512",
        /// A JSON web token with ECDSA over P-256 and SHA-256.
        JwtEs256 = "jwt-es256",
        /// A JSON web token with Ed25519.
        JwtEdDsa = "jwt-eddsa",
    }
}

/// What an algorithm does with a key and a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlgorithmKind {
    /// A keyed hash over the message.
    Hmac,
    /// A plain hash over a message that contains the secret.
    Hash,
    /// The secret is compared; there is no message.
    Equality,
    /// A signature that a public key verifies; the secret is that key.
    PublicKey,
    /// A JSON web token, which says itself what it signs.
    WebToken,
}

impl Algorithm {
    /// What it does with a key and a message.
    pub const fn kind(self) -> AlgorithmKind {
        match self {
            Self::HmacMd5
            | Self::HmacSha1
            | Self::HmacSha256
            | Self::HmacSha384
            | Self::HmacSha512 => AlgorithmKind::Hmac,
            Self::HashMd5
            | Self::HashSha1
            | Self::HashSha256
            | Self::HashSha384
            | Self::HashSha512 => AlgorithmKind::Hash,
            Self::Token | Self::Basic => AlgorithmKind::Equality,
            Self::Ed25519
            | Self::EcdsaP256
            | Self::EcdsaP256Fixed
            | Self::EcdsaP256Sha1
            | Self::RsaSha1
            | Self::RsaSha256
            | Self::RsaSha384
            | Self::RsaSha512 => AlgorithmKind::PublicKey,
            Self::JwtHs256
            | Self::JwtHs384
            | Self::JwtHs512
            | Self::JwtRs256
            | Self::JwtRs384
            | Self::JwtRs512
            | Self::JwtEs256
            | Self::JwtEdDsa => AlgorithmKind::WebToken,
        }
    }

    /// Whether what verifies is a public key, and not a secret.
    pub const fn has_public_key(self) -> bool {
        match self.kind() {
            AlgorithmKind::PublicKey => true,
            AlgorithmKind::WebToken => {
                !matches!(self, Self::JwtHs256 | Self::JwtHs384 | Self::JwtHs512)
            }
            AlgorithmKind::Hmac | AlgorithmKind::Hash | AlgorithmKind::Equality => false,
        }
    }

    /// How many bytes a decoded signature of this algorithm has, at most where it varies. What is
    /// only compared is compared by its SHA-256, so that its own length does not show.
    pub const fn signature_len(self) -> usize {
        match self {
            Self::HmacMd5 | Self::HashMd5 => 16,
            Self::HmacSha1 | Self::HashSha1 => 20,
            Self::HmacSha256 | Self::HashSha256 | Self::Token | Self::Basic => 32,
            Self::HmacSha384 | Self::HashSha384 => 48,
            Self::HmacSha512 | Self::HashSha512 | Self::Ed25519 | Self::EcdsaP256Fixed => 64,
            // Two integers of 33 bytes, each with its head, and the head of both.
            Self::EcdsaP256 | Self::EcdsaP256Sha1 => 72,
            // As long as the modulus.
            Self::RsaSha1 | Self::RsaSha256 | Self::RsaSha384 | Self::RsaSha512 => 512,
            // A token is not decoded as a signature is.
            Self::JwtHs256
            | Self::JwtHs384
            | Self::JwtHs512
            | Self::JwtRs256
            | Self::JwtRs384
            | Self::JwtRs512
            | Self::JwtEs256
            | Self::JwtEdDsa => 0,
        }
    }

    /// Whether a declaration must give a reason for choosing it.
    pub const fn is_weak(self) -> bool {
        match self.kind() {
            AlgorithmKind::Hash | AlgorithmKind::Equality => true,
            AlgorithmKind::Hmac => matches!(self, Self::HmacMd5 | Self::HmacSha1),
            AlgorithmKind::PublicKey => matches!(self, Self::EcdsaP256Sha1 | Self::RsaSha1),
            AlgorithmKind::WebToken => false,
        }
    }

    /// The features of the crate that compile it; none for what is always there.
    pub const fn features(self) -> &'static [&'static str] {
        match self {
            Self::Ed25519 => &["ed25519"],
            Self::EcdsaP256 | Self::EcdsaP256Fixed | Self::EcdsaP256Sha1 => &["ecdsa-p256"],
            Self::RsaSha1 | Self::RsaSha256 | Self::RsaSha384 | Self::RsaSha512 => &["rsa"],
            Self::JwtHs256 | Self::JwtHs384 | Self::JwtHs512 => &["jwt"],
            Self::JwtRs256 | Self::JwtRs384 | Self::JwtRs512 => &["jwt", "rsa"],
            Self::JwtEs256 => &["jwt", "ecdsa-p256"],
            Self::JwtEdDsa => &["jwt", "ed25519"],
            Self::HmacMd5
            | Self::HmacSha1
            | Self::HmacSha256
            | Self::HmacSha384
            | Self::HmacSha512
            | Self::HashMd5
            | Self::HashSha1
            | Self::HashSha256
            | Self::HashSha384
            | Self::HashSha512
            | Self::Token
            | Self::Basic => &[],
        }
    }
}

words! {
    /// Where it is known from how a provider signs: the surest of what there is.
    pub enum Evidence {
        /// From a signature that the provider published, and that this declaration accepts.
        Vector = "vector",
        /// From code of the provider's own that verifies or signs.
        Sdk = "sdk",
        /// From the provider's documentation.
        Docs = "docs",
        /// From others: code or catalogues that are not the provider's.
        ThirdParty = "third-party",
        /// From nothing that could be seen.
        Unconfirmed = "unconfirmed",
    }
}

impl Evidence {
    /// Whether it comes from the provider itself.
    pub const fn is_first_hand(self) -> bool {
        matches!(self, Self::Vector | Self::Sdk | Self::Docs)
    }
}

words! {
    /// The text form of a signature.
    pub enum Encoding {
        /// Hexadecimal; either case is read, lower case is written.
        Hex = "hex",
        /// Hexadecimal; either case is read, upper case is written.
        HexUpper = "hex-upper",
        /// Base64 with the standard alphabet; padding is optional when read, written when signing.
        Base64 = "base64",
        /// Base64 with the URL-safe alphabet; padding is optional when read, not written when signing.
        Base64Url = "base64url",
        /// Base64 whose `+`, `/` and `=` are percent-encoded, as in a query.
        Base64Escaped = "base64-escaped",
        /// Base64 of the lower-case hexadecimal form.
        Base64OfHex = "base64-of-hex",
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
    /// Which of several messages is the one that is signed.
    pub enum MessageChoice {
        /// Any of them: each is tried.
        Any = "any",
        /// The first whose parts are all there; those after it do not count.
        First = "first",
    }
}

words! {
    /// How the text of a secret becomes the bytes of a key.
    pub enum KeyForm {
        /// The text's own bytes.
        Utf8 = "utf8",
        /// The text's characters taken apart and made plain, as Unicode's form NFKD says: `é` is `e` and
        /// an accent. Of a text in ASCII, its own bytes; others need the feature `nfkd`.
        Nfkd = "nfkd",
        /// The text is hexadecimal.
        Hex = "hex",
        /// The text is base64 of either alphabet, with or without padding.
        Base64 = "base64",
        /// The text is base64 if it begins with `key_prefix`, else it counts as it is.
        Base64IfPrefixed = "base64-if-prefixed",
    }
}

words! {
    /// What is made of the key's bytes before they are used.
    pub enum Derivation {
        /// Their MD5.
        Md5 = "md5",
        /// Their SHA-1.
        Sha1 = "sha1",
        /// Their SHA-256.
        Sha256 = "sha256",
        /// Their SHA-512.
        Sha512 = "sha512",
        /// Their SHA-256 as lower-case hexadecimal text.
        Sha256Hex = "sha256-hex",
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
        /// A date as HTTP writes it in `Date`, such as `Fri, 02 Jan 2026 03:04:05 GMT`.
        HttpDate = "http-date",
        /// Seconds or milliseconds, told apart by their size: a number over 99,999,999,999 is in
        /// milliseconds (as seconds it would lie after the year 5100).
        Auto = "auto",
    }
}

words! {
    /// A plain digest of the body, as a part of a template: `{sha256:body}`.
    pub enum Digest {
        /// Lower-case hexadecimal MD5.
        Md5 = "md5",
        /// Lower-case hexadecimal SHA-1.
        Sha1 = "sha1",
        /// Lower-case hexadecimal SHA-256.
        Sha256 = "sha256",
        /// Lower-case hexadecimal SHA-384.
        Sha384 = "sha384",
        /// Lower-case hexadecimal SHA-512.
        Sha512 = "sha512",
        /// Base64 of the MD5.
        Md5Base64 = "md5-base64",
        /// Base64 of the SHA-256.
        Sha256Base64 = "sha256-base64",
        /// Base64url of the SHA-256, without padding.
        Sha256Base64Url = "sha256-base64url",
        /// Base64 of the SHA-512.
        Sha512Base64 = "sha512-base64",
        /// The 32 bytes of the SHA-256 themselves.
        Sha256Raw = "sha256-raw",
    }
}

impl Digest {
    /// The words whose digests are text.
    pub const TEXTS: &'static [&'static str] = &[
        "md5",
        "sha1",
        "sha256",
        "sha384",
        "sha512",
        "md5-base64",
        "sha256-base64",
        "sha256-base64url",
        "sha512-base64",
    ];
}

words! {
    /// How the request's public address is written in a message: `{url}`, `{url:port}`, ...
    pub enum UrlForm {
        /// As the endpoint was told, with the request's path and query.
        Plain = "plain",
        /// With a port: the scheme's own, if the address names none.
        Port = "port",
        /// Without a port.
        NoPort = "no-port",
        /// As plain, with the apostrophes of the query written `%27`.
        Quoted = "quoted",
        /// Without the query.
        NoQuery = "no-query",
        /// Its host, with the port that the address names.
        Host = "host",
        /// Its path and query, as a request line has them.
        Target = "target",
    }
}

words! {
    /// The method of a handshake's request.
    pub enum HandshakeMethod {
        /// Asked with a `GET`.
        Get = "GET",
        /// Asked with a `POST`, as deliveries come.
        Post = "POST",
        /// Asked with a `HEAD`.
        Head = "HEAD",
        /// Asked with an `OPTIONS`.
        Options = "OPTIONS",
    }
}

words! {
    /// What a token's signature covers beside its header.
    pub enum JwtContent {
        /// Claims, in the token's middle; one of them binds the body.
        Claims = "claims",
        /// The claims are the delivery: the token is the whole body, or a text in it.
        Whole = "delivery",
        /// The body, which is left out of the token.
        Detached = "detached",
        /// The same, the body being signed as it is and not in base64url.
        DetachedRaw = "detached-raw",
    }
}

words! {
    /// Which time a retry carries.
    pub enum OnRetry {
        /// That of the attempt itself: each attempt is signed anew.
        Renewed = "renewed",
        /// That of the first attempt, which was signed once.
        Kept = "kept",
    }
}

words! {
    /// Whether every token must say until when it is valid.
    pub enum Expiry {
        /// It must.
        Required = "required",
        /// It need not; what it says counts.
        Optional = "optional",
    }
}
