//! Causes: what was wrong, each with its remedy.

use std::{fmt, time::Duration};

use serde::{Serialize, Serializer};

use crate::grammar::{Algorithm, Encoding, KeyForm, Unit};

/// What was wrong with a delivery that was refused.
///
/// [`Display`](fmt::Display) is a sentence that says it, and what to do. Neither it nor
/// [`Debug`](fmt::Debug) nor the serialised form holds anything of a secret, or a signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Cause {
    /// A secret is the right one, and is not handed over as the sender has it.
    Secret {
        /// Which secret, counted from 0.
        secret: usize,
        /// What is wrong with it.
        slip: SecretSlip,
    },
    /// The body is not the one that was signed: it was changed before it was verified.
    Body {
        /// How the body that arrived differs from that which was signed.
        change: BodyChange,
    },
    /// The address that was signed is not the one that the endpoint takes for its own.
    Url {
        /// The public address that was signed: what [`Verifier::url`](crate::Verifier::url) is to
        /// be told. Without credentials, if it has any.
        address: String,
        /// What differs.
        differs: Vec<UrlPart>,
    },
    /// The signature is there, and is not what the declaration says. What is `None` is as declared;
    /// if all is, the signature is written in another shape, such as without its prefix.
    Signature {
        /// The header in which it stands.
        header: Option<String>,
        /// How it was made.
        #[serde(serialize_with = "algorithm_word")]
        algorithm: Option<Algorithm>,
        /// How it is written.
        #[serde(serialize_with = "encoding_word")]
        encoding: Option<Encoding>,
    },
    /// The delivery is genuine under other declarations.
    Provider {
        /// The names of the candidates that accept it.
        fits: Vec<&'static str>,
    },
    /// Genuine, and signed longer ago than the tolerance: held up, sent again, or the clock here is
    /// ahead. See [`clock_off`](super::clock_off) for how to tell from several deliveries.
    Stale {
        /// How long ago it was signed.
        #[serde(serialize_with = "seconds")]
        age: Duration,
    },
    /// Genuine, and signed in the future: the clock here is behind, or that of the sender ahead.
    Ahead {
        /// How far in the future.
        #[serde(serialize_with = "seconds")]
        by: Duration,
    },
    /// Genuine, and its timestamp is in another unit than the declaration says.
    TimestampUnit {
        /// The unit in which it was sent.
        #[serde(serialize_with = "unit_word")]
        sent: Unit,
    },
}

impl Cause {
    /// Whether it is about the time. Such a cause holds beside any other: both have to be put
    /// right.
    pub const fn is_about_time(&self) -> bool {
        matches!(self, Self::Stale { .. } | Self::Ahead { .. } | Self::TimestampUnit { .. })
    }
}

/// What is wrong with a secret that is the right one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SecretSlip {
    /// Blanks, line ends or invisible characters stand around it.
    Blanks,
    /// Quotes stand around it.
    Quotes,
    /// The sender's ends in a line end, and this one does not.
    NoLineEnd,
    /// Its line ends are written as a backslash and a letter.
    EscapedLineEnds,
    /// It is read in another form than the sender does.
    Form {
        /// The form in which the sender reads it.
        #[serde(serialize_with = "key_form_word")]
        sender: KeyForm,
        /// Whether what stands before its first `_` or blank, such as `whsec_`, is no part of it.
        without_prefix: bool,
    },
}

/// How a body that arrived differs from that which was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum BodyChange {
    /// A line end was added.
    LineEndAdded,
    /// The line end was stripped.
    LineEndStripped,
    /// The line ends within it were changed: LF to CRLF, or the reverse.
    LineEndsChanged,
    /// A byte order mark was added.
    ByteOrderMarkAdded,
    /// The byte order mark was stripped.
    ByteOrderMarkStripped,
    /// The JSON was read and written again.
    Reserialised {
        /// How it was written when it was signed.
        signed: JsonLayout,
        /// How its texts were.
        texts: JsonTexts,
    },
    /// The JSON's texts are written in another way; all else is as it was.
    Escapes {
        /// How they were written when the body was signed.
        signed: JsonTexts,
    },
    /// It was converted from Latin-1 to UTF-8.
    FromLatin1,
    /// It was converted from UTF-8 to Latin-1.
    ToLatin1,
    /// It is UTF-8 that was taken for Latin-1 and converted to UTF-8 once more.
    EncodedTwice,
    /// The whole body is a JSON string that holds the one that was signed.
    Quoted,
    /// It is the base64 form of the one that was signed.
    InBase64,
}

/// How a JSON document is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum JsonLayout {
    /// Without blanks.
    Compact,
    /// On one line, with a blank after each comma and colon: Python's `json.dumps`.
    Spaced,
    /// On lines indented by so many blanks.
    Indented(u8),
    /// On lines indented by tabs.
    Tabs,
    /// As `JSON.stringify(JSON.parse(body))` writes it: numbers too.
    EcmaScript,
}

/// How the texts of a JSON document are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum JsonTexts {
    /// As they arrived.
    AsTheyCame,
    /// With the escapes that JSON demands and no others: JavaScript, Rust.
    Plain,
    /// With everything but ASCII as `\u00e9`: Python.
    Ascii,
    /// With slashes as `\/`.
    Slashes,
    /// With everything but ASCII as `\u00e9`, and slashes as `\/`: PHP.
    AsciiAndSlashes,
    /// With `<`, `>` and `&` as `\u003c`: Go, Ruby on Rails.
    Html,
}

/// A part of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum UrlPart {
    /// `http` or `https`.
    Scheme,
    /// The host.
    Host,
    /// The port, written or not.
    Port,
    /// What stands before the path that arrived, or what a proxy put there.
    Prefix,
    /// The slash at the end of the path.
    TrailingSlash,
    /// The query.
    Query,
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret { secret, slip } => write!(f, "secret {secret} {slip}"),
            Self::Body { change } => write!(f, "the body {change}"),
            Self::Url { address, differs } if differs.is_empty() => write!(
                f,
                "the sender signs the address, and the endpoint was not told its own: tell it \
                 `{address}` with `url`"
            ),
            Self::Url { address, differs } => {
                let differs: Vec<&str> = differs.iter().map(|part| part.as_str()).collect();
                write!(
                    f,
                    "the sender signed another address: {} differ{}; it is reached at \
                     `{address}`, so tell the endpoint with `url`, and see what a proxy does to the \
                     path and the query",
                    list(&differs, "and"),
                    if differs.len() == 1 { "s" } else { "" },
                )
            }
            Self::Signature { header, algorithm, encoding } => {
                f.write_str("the signature is there, but ")?;
                let mut said = Vec::new();
                if let Some(header) = header {
                    said.push(format!("in the header `{header}`"));
                }
                if let Some(algorithm) = algorithm {
                    said.push(format!("made with `{}`", algorithm.as_str()));
                }
                if let Some(encoding) = encoding {
                    said.push(format!("written in `{}`", encoding.as_str()));
                }
                if said.is_empty() {
                    said.push(
                        "in another shape than `format` says, or beside another one".to_owned(),
                    );
                }
                let said: Vec<&str> = said.iter().map(String::as_str).collect();
                write!(f, "{}: correct the declaration", list(&said, "and"))
            }
            Self::Provider { fits } => {
                let fits: Vec<String> = fits.iter().map(|name| format!("`{name}`")).collect();
                let fits: Vec<&str> = fits.iter().map(String::as_str).collect();
                write!(
                    f,
                    "the delivery is genuine under the declaration of {}: use that one",
                    list(&fits, "or")
                )
            }
            Self::Stale { age } => write!(
                f,
                "it was signed {} s ago: it was held up or sent again, or the clock here is ahead",
                age.as_secs()
            ),
            Self::Ahead { by } => write!(
                f,
                "it was signed {} s in the future: the clock here is behind, or the sender's is \
                 ahead",
                by.as_secs()
            ),
            Self::TimestampUnit { sent } => {
                write!(f, "its timestamp is in {0}: declare `unit = \"{0}\"`", sent.as_str())
            }
        }
    }
}

impl fmt::Display for SecretSlip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blanks => f.write_str(
                "has blanks, line ends or invisible characters around it: take them off where it \
                 is kept",
            ),
            Self::Quotes => f.write_str("has quotes around it: take them off where it is kept"),
            Self::NoLineEnd => f.write_str(
                "lacks the line end that the sender's has: the sender was given one by mistake",
            ),
            Self::EscapedLineEnds => {
                f.write_str("has `\\n` where its line ends should be: put line ends there")
            }
            Self::Form { sender, without_prefix } => {
                let form = match sender {
                    KeyForm::Utf8 => "as it stands",
                    KeyForm::Nfkd => "in Unicode's form NFKD",
                    KeyForm::Hex => "as hexadecimal",
                    KeyForm::Base64 | KeyForm::Base64IfPrefixed => "as base64",
                };
                let rest = if *without_prefix { ", without its prefix," } else { "" };
                write!(
                    f,
                    "is read by the sender {form}{rest} and here otherwise: declare `secret_encoding` so, or \
                     hand it over in the declared form"
                )
            }
        }
    }
}

impl fmt::Display for BodyChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LineEndAdded => f.write_str("has a line end that was not signed")?,
            Self::LineEndStripped => f.write_str("lacks the line end that was signed")?,
            Self::LineEndsChanged => f.write_str("has other line ends than were signed")?,
            Self::ByteOrderMarkAdded => {
                f.write_str("begins with a byte order mark that was not signed")?;
            }
            Self::ByteOrderMarkStripped => {
                f.write_str("lacks the byte order mark that was signed")?;
            }
            Self::Reserialised { signed, texts } => {
                write!(f, "was read and written again (what was signed was written {signed}")?;
                if *texts != JsonTexts::AsTheyCame {
                    write!(f, ", its texts {texts}")?;
                }
                f.write_str(")")?;
            }
            Self::Escapes { signed } => {
                write!(f, "was read and written again (what was signed had its texts {signed})")?;
            }
            Self::FromLatin1 => f.write_str("was converted from Latin-1 to UTF-8")?,
            Self::ToLatin1 => f.write_str("was converted from UTF-8 to Latin-1")?,
            Self::EncodedTwice => f.write_str("was encoded in UTF-8 twice")?,
            Self::Quoted => f.write_str("is a JSON string that holds the one that was signed")?,
            Self::InBase64 => f.write_str("is the base64 form of the one that was signed")?,
        }
        f.write_str(": verify the bytes as they came, before anything reads them")
    }
}

impl fmt::Display for JsonLayout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Compact => f.write_str("without blanks"),
            Self::Spaced => f.write_str("with a blank after each comma and colon"),
            Self::Indented(by) => write!(f, "indented by {by} blanks"),
            Self::Tabs => f.write_str("indented by tabs"),
            Self::EcmaScript => f.write_str("as `JSON.stringify` writes it"),
        }
    }
}

impl fmt::Display for JsonTexts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AsTheyCame => "as they came",
            Self::Plain => "with no more escapes than needed",
            Self::Ascii => "with everything but ASCII as `\\u00e9`",
            Self::Slashes => "with slashes as `\\/`",
            Self::AsciiAndSlashes => "with everything but ASCII as `\\u00e9` and slashes as `\\/`",
            Self::Html => "with `<`, `>` and `&` as `\\u003c`",
        })
    }
}

impl UrlPart {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Scheme => "the scheme",
            Self::Host => "the host",
            Self::Port => "the port",
            Self::Prefix => "the start of the path",
            Self::TrailingSlash => "the slash at the end of the path",
            Self::Query => "the query",
        }
    }
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn algorithm_word<S: Serializer>(it: &Option<Algorithm>, to: S) -> Result<S::Ok, S::Error> {
    it.map(Algorithm::as_str).serialize(to)
}

#[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn encoding_word<S: Serializer>(it: &Option<Encoding>, to: S) -> Result<S::Ok, S::Error> {
    it.map(Encoding::as_str).serialize(to)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn key_form_word<S: Serializer>(it: &KeyForm, to: S) -> Result<S::Ok, S::Error> {
    it.as_str().serialize(to)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn unit_word<S: Serializer>(it: &Unit, to: S) -> Result<S::Ok, S::Error> {
    it.as_str().serialize(to)
}

fn seconds<S: Serializer>(it: &Duration, to: S) -> Result<S::Ok, S::Error> {
    it.as_secs().serialize(to)
}

/// `a, b and c`.
pub(super) fn list(items: &[&str], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., end] => format!("{} {last} {end}", before.join(", ")),
    }
}
