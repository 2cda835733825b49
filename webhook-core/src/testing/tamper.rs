//! What can be wrong with a delivery, by name.

use std::{fmt, str::FromStr, time::Duration};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};

use super::sender::{Genuine, secret_for};
use crate::{
    grammar::{AlgorithmKind, BodyForm, Encoding, FormatPart, JwtContent, Unit, nearest, one_of},
    json,
    keys::Secret,
    place::{Draft, header},
    request::{Moment, read_timestamp},
    scheme::{Part, Scheme, Source, TimestampPlace},
    verify::take_apart,
};

macro_rules! tampers {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)+) => {
        /// A way in which a delivery can differ from a genuine one.
        ///
        /// ```
        /// # use webhook_core as webhook_kit;
        /// use webhook_kit::testing::Tamper;
        ///
        /// let stale: Tamper = "stale".parse()?;
        /// assert_eq!(stale, Tamper::Stale);
        /// assert_eq!(stale.to_string(), "stale");
        /// assert!(Tamper::ALL.contains(&stale));
        /// assert!("stael".parse::<Tamper>().unwrap_err().to_string().contains("did you mean `stale`?"));
        /// # Ok::<(), webhook_kit::testing::UnknownTamper>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Tamper { $($(#[$doc])* $variant,)+ }

        impl Tamper {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            const NAMES: &'static [&'static str] = &[$($name),+];

            /// Its name.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

tampers! {
    /// One character of the body is another.
    BodyByte = "body-byte",
    /// The body lacks its last byte.
    BodyTruncated = "body-truncated",
    /// There is no body.
    BodyEmpty = "body-empty",
    /// A line end follows the body.
    NewlineAdded = "newline-added",
    /// The body lacks its last line end.
    NewlineStripped = "newline-stripped",
    /// The JSON of the body is written with other blanks.
    Reserialised = "reserialised",
    /// The body is written in another character set.
    Charset = "charset",
    /// The first character of the signature is another.
    SignatureByte = "signature-byte",
    /// The signature lacks its second half.
    SignatureTruncated = "signature-truncated",
    /// The signature is empty.
    SignatureEmpty = "signature-empty",
    /// What carries the signature is not there.
    SignatureMissing = "signature-missing",
    /// The signature is no signature.
    SignatureMalformed = "signature-malformed",
    /// The signature's header stands there twice, with different values.
    SignatureConflicting = "signature-conflicting",
    /// The signature's header stands there twice, with one value. Harmless.
    SignatureRepeated = "signature-repeated",
    /// Hexadecimal in the other case. Harmless.
    SignatureCase = "signature-case",
    /// Signed with another secret.
    OtherSecret = "other-secret",
    /// Signed with an empty secret.
    EmptySecret = "empty-secret",
    /// Signed longer ago than the tolerance.
    Stale = "stale",
    /// Signed further in the future than the tolerance.
    Future = "future",
    /// The timestamp is another, the signature is not.
    TimestampChanged = "timestamp-changed",
    /// There is no timestamp.
    TimestampMissing = "timestamp-missing",
    /// The timestamp is none.
    TimestampMalformed = "timestamp-malformed",
    /// The signed id is another, the signature is not.
    IdChanged = "id-changed",
    /// There is no id.
    IdMissing = "id-missing",
    /// A signed header or parameter is not there.
    PartMissing = "part-missing",
    /// The signed address is another.
    UrlChanged = "url-changed",
    /// The content type is another. Harmless, where it is not signed.
    ContentType = "content-type",
    /// A header is there that nobody knows. Harmless.
    UnknownHeader = "unknown-header",
}

impl fmt::Display for Tamper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Tamper {
    type Err = UnknownTamper;

    fn from_str(name: &str) -> Result<Self, UnknownTamper> {
        let known = Self::ALL.iter().find(|tamper| tamper.as_str() == name);
        known.copied().ok_or_else(|| UnknownTamper(name.into()))
    }
}

/// A name that is no [`Tamper`]'s.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownTamper(Box<str>);

impl fmt::Display for UnknownTamper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match nearest(&self.0, Tamper::NAMES.iter().copied()) {
            Some(near) => write!(f, "`{}` is no way to tamper: did you mean `{near}`?", self.0),
            None => {
                write!(f, "`{}` is no way to tamper: expected {}", self.0, one_of(Tamper::NAMES))
            }
        }
    }
}

impl std::error::Error for UnknownTamper {}

/// A delivery that was tampered with.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Tampered {
    /// The request.
    pub request: Request<Bytes>,
    /// Whether it has to be refused: not where the change is harmless, and not where the provider
    /// signs nothing that was changed.
    pub must_be_refused: bool,
}

impl Genuine {
    /// The request, tampered with. `None` where it cannot be tampered with in this way: a stale
    /// delivery of a provider that sends no time.
    pub fn tampered(&self, tamper: Tamper) -> Option<Tampered> {
        let genuine = self.request();
        let mut draft = Draft::of(genuine.clone());
        let must_be_refused = match tamper {
            Tamper::BodyByte
            | Tamper::BodyTruncated
            | Tamper::BodyEmpty
            | Tamper::NewlineAdded
            | Tamper::NewlineStripped
            | Tamper::Reserialised
            | Tamper::Charset => self.tamper_with_body(tamper, &mut draft)?,
            Tamper::SignatureByte
            | Tamper::SignatureTruncated
            | Tamper::SignatureEmpty
            | Tamper::SignatureMissing
            | Tamper::SignatureMalformed
            | Tamper::SignatureConflicting
            | Tamper::SignatureRepeated
            | Tamper::SignatureCase => self.tamper_with_signature(tamper, &mut draft)?,
            Tamper::OtherSecret => {
                let other = secret_for(self.sender.scheme(), "another secret for tests");
                draft = Draft::of(self.clone().with_secret(other).request());
                true
            }
            Tamper::EmptySecret => {
                draft = Draft::of(self.clone().with_secret(Secret::new("")).request());
                true
            }
            Tamper::Stale
            | Tamper::Future
            | Tamper::TimestampChanged
            | Tamper::TimestampMissing
            | Tamper::TimestampMalformed => self.tamper_with_time(tamper, &mut draft)?,
            Tamper::IdChanged | Tamper::IdMissing | Tamper::PartMissing | Tamper::UrlChanged => {
                self.tamper_with_parts(tamper, &mut draft)?;
                true
            }
            Tamper::ContentType => {
                let plain = HeaderValue::from_static("text/plain; charset=iso-8859-1");
                draft.parts.headers.insert(http::header::CONTENT_TYPE, plain);
                let signed = Part::Header("content-type");
                self.sender.scheme().data.message.iter().any(|message| message.contains(&signed))
            }
            Tamper::UnknownHeader => {
                let name = HeaderName::from_static("x-nobody-knows");
                draft.parts.headers.insert(name, HeaderValue::from_static("1"));
                false
            }
        };
        let request = draft.into_request();
        let same = request.body() == genuine.body()
            && request.headers() == genuine.headers()
            && request.uri() == genuine.uri();
        (!same).then_some(Tampered { request, must_be_refused })
    }

    fn tamper_with_body(&self, tamper: Tamper, draft: &mut Draft) -> Option<bool> {
        let scheme = self.sender.scheme();
        let covered = covers_body(scheme)?;
        let before = draft.body.clone();
        draft.body = match tamper {
            Tamper::BodyByte => other_byte(&before)?,
            Tamper::BodyTruncated => before.slice(..before.len().checked_sub(1)?),
            Tamper::BodyEmpty => Bytes::new(),
            Tamper::NewlineAdded => [&before[..], b"\n"].concat().into(),
            Tamper::NewlineStripped => Bytes::copy_from_slice(before.strip_suffix(b"\n")?),
            Tamper::Reserialised => other_blanks(&before)?,
            _ => other_charset(&before),
        };
        if before == draft.body {
            return None;
        }
        // Where this form is signed too, a change of blanks is none.
        let same_form = scheme.data.body == BodyForm::Json
            && json::ecmascript(&draft.body).is_some_and(|form| form == before[..]);
        Some(covered && !same_form)
    }

    fn tamper_with_signature(&self, tamper: Tamper, draft: &mut Draft) -> Option<bool> {
        let scheme = self.sender.scheme();
        let source = signature_source(scheme)?;
        let value = draft.read(source)?;
        let signature = part_of(scheme, &value, FormatPart::Signature)?;
        let mut replace = |with: &str| draft.write(source, &value.replacen(&signature, with, 1));
        match tamper {
            Tamper::SignatureByte => replace(&other_first(&signature)?)?,
            Tamper::SignatureTruncated => {
                replace(signature.get(..signature.len() / 2)?)?;
            }
            Tamper::SignatureEmpty => replace("")?,
            Tamper::SignatureMalformed => replace("no signature!")?,
            Tamper::SignatureMissing => draft.remove(source)?,
            Tamper::SignatureConflicting | Tamper::SignatureRepeated => {
                let Source::Header(name) = source else { return None };
                let again = match tamper {
                    Tamper::SignatureRepeated => value,
                    _ => value.replacen(&signature, &other_first(&signature)?, 1),
                };
                draft.parts.headers.append(header(name)?, HeaderValue::from_str(&again).ok()?);
                return Some(tamper == Tamper::SignatureConflicting);
            }
            _ => {
                let has_encoding = !matches!(
                    scheme.data.algorithm.kind(),
                    AlgorithmKind::Equality | AlgorithmKind::WebToken
                );
                if !matches!(scheme.data.encoding, Encoding::Hex | Encoding::HexUpper)
                    || !has_encoding
                {
                    return None;
                }
                let upper = signature.to_ascii_uppercase();
                let other = if upper == signature { signature.to_ascii_lowercase() } else { upper };
                replace(&other)?;
                return Some(false);
            }
        }
        Some(true)
    }

    fn tamper_with_time(&self, tamper: Tamper, draft: &mut Draft) -> Option<bool> {
        let scheme = self.sender.scheme();
        let timestamp = scheme.data.timestamp?;
        if let Tamper::Stale | Tamper::Future = tamper {
            let beyond = timestamp.tolerance? + Duration::from_secs(1);
            let now = self.signed_at();
            let at = match tamper {
                Tamper::Stale => now.checked_sub(beyond)?,
                _ => now.checked_add(beyond)?,
            };
            *draft = Draft::of(self.clone().at(at).request());
            return Some(true);
        }
        let source = match timestamp.place {
            TimestampPlace::Header(name) => Source::Header(name),
            TimestampPlace::Query(name) => Source::Query(name),
            TimestampPlace::Form(name) => Source::Form(name),
            TimestampPlace::Json(pointer) => Source::Json(pointer),
            TimestampPlace::Format => signature_source(scheme)?,
        };
        let in_body = matches!(source, Source::Form(_) | Source::Json(_))
            && timestamp.place != TimestampPlace::Format;
        if in_body && covers_body(scheme) != Some(true) {
            return None;
        }
        let value = draft.read(source)?;
        let text = match timestamp.place {
            TimestampPlace::Format => part_of(scheme, &value, FormatPart::Timestamp)?,
            _ => value.clone(),
        };
        match tamper {
            Tamper::TimestampChanged if signs_timestamp(scheme) || in_body => {
                let Moment { at, .. } = read_timestamp(text.as_bytes(), timestamp.unit)?;
                let later = at.checked_add(Duration::from_secs(1))?;
                let unit = match timestamp.unit {
                    // The sender's digits say which it is.
                    Unit::Auto if text.len() > 11 => Unit::Milliseconds,
                    unit => unit,
                };
                let later = crate::sign::timestamp(unit, later);
                draft.write(source, &value.replacen(&text, &later, 1))?;
            }
            Tamper::TimestampMalformed => {
                draft.write(source, &value.replacen(&text, "yesterday", 1))?;
            }
            Tamper::TimestampMissing if timestamp.place == TimestampPlace::Format => {
                draft.write(source, &value.replacen(&text, "", 1))?;
            }
            Tamper::TimestampMissing => draft.remove(source)?,
            _ => return None,
        }
        Some(true)
    }

    fn tamper_with_parts(&self, tamper: Tamper, draft: &mut Draft) -> Option<()> {
        let scheme = self.sender.scheme();
        let signs = |part: &Part| scheme.data.message.iter().all(|message| message.contains(part));
        match tamper {
            Tamper::IdChanged | Tamper::IdMissing => {
                let [[Part::Header(name)]] = scheme.data.id else { return None };
                if !scheme.signs_id() && !signs(&Part::Header(*name)) {
                    return None;
                }
                let source = Source::Header(*name);
                let id = draft.read(source)?;
                match tamper {
                    Tamper::IdChanged => draft.write(source, &format!("{id}x")),
                    _ => draft.remove(source),
                }
            }
            Tamper::PartMissing => {
                let message = scheme.data.message.first()?;
                let signed = message.iter().filter(|part| signs(part));
                let mut sources = signed.filter_map(|part| match part {
                    Part::Header(name) => Some(Source::Header(*name)),
                    Part::Parameter(name) => Some(Source::Query(*name)),
                    _ => None,
                });
                draft.remove(sources.next()?)
            }
            _ => {
                let signs = |wanted: fn(&Part) -> bool| {
                    !scheme.data.message.is_empty()
                        && scheme.data.message.iter().all(|message| message.iter().any(wanted))
                };
                let path = draft.parts.uri.path_and_query()?.as_str().to_owned();
                if signs(|part| matches!(part, Part::Url(_) | Part::Query | Part::SortedQuery)) {
                    let separator = if path.contains('?') { '&' } else { '?' };
                    draft.set_path_and_query(&format!("{path}{separator}tampered=1"))
                } else if signs(|part| matches!(part, Part::Path)) {
                    draft.set_path_and_query(&format!("/tampered{path}"))
                } else {
                    None
                }
            }
        }
    }
}

/// Whether the signature covers the body; `None` where that cannot be told from the declaration.
fn covers_body(scheme: &Scheme) -> Option<bool> {
    // Where the token is the delivery, the body is the token and what may stand around it.
    let is_in_token = scheme.data.jwt.is_some_and(|token| token.content == JwtContent::Whole);
    if scheme.custom.is_some() || is_in_token {
        return None;
    }
    let reads_body = |part: &Part| {
        matches!(part, Part::Json(_) | Part::Field(_) | Part::SortedForm | Part::Optional(_))
    };
    let in_body = |source: Source| matches!(source, Source::Form(_) | Source::Json(_));
    let signed =
        scheme.data.algorithm.kind() != AlgorithmKind::Equality && scheme.data.unsigned.is_none();
    // A checksum notices what is done to a body here; not what somebody does on purpose.
    let is_summed = scheme.data.message.iter().any(|message| message.contains(&Part::Crc32));
    if signed || is_summed {
        return Some(true);
    }
    let reads = scheme.data.message.iter().any(|message| message.iter().any(reads_body))
        || scheme.data.signature.is_some_and(in_body)
        || matches!(
            scheme.data.timestamp.map(|timestamp| timestamp.place),
            Some(TimestampPlace::Json(_) | TimestampPlace::Form(_))
        );
    if reads { None } else { Some(false) }
}

fn signs_timestamp(scheme: &Scheme) -> bool {
    let Some(timestamp) = scheme.data.timestamp else { return false };
    let covers = |part: &Part| match (timestamp.place, part) {
        (_, Part::Timestamp)
        | (TimestampPlace::Query(_), Part::Query | Part::SortedQuery | Part::Url(_)) => true,
        (TimestampPlace::Header(at), Part::Header(other))
        | (TimestampPlace::Query(at), Part::Parameter(other)) => at == *other,
        _ => false,
    };
    !scheme.data.message.is_empty()
        && scheme.data.message.iter().all(|message| message.iter().any(covers))
}

/// Where the signature stands, where a declaration says it.
fn signature_source(scheme: &Scheme) -> Option<Source> {
    if scheme.custom.is_some() {
        return None;
    }
    scheme.data.signature.or_else(|| scheme.data.headers.first().copied().map(Source::Header))
}

/// A part of the signature's value.
fn part_of(scheme: &Scheme, value: &str, wanted: FormatPart) -> Option<String> {
    let mut text = None;
    take_apart(&scheme.data.format, value.as_bytes(), |part, found| {
        if part == wanted && text.is_none() {
            text = Some(String::from_utf8_lossy(found).into_owned());
        }
    });
    text.filter(|text| !text.is_empty())
}

fn other_first(text: &str) -> Option<String> {
    let mut chars = text.chars();
    // In either case, or hexadecimal would read the same.
    let other = if chars.next()?.eq_ignore_ascii_case(&'a') { 'b' } else { 'a' };
    Some(format!("{other}{}", chars.as_str()))
}

/// Changes a letter or digit, the first after the middle.
fn other_byte(body: &Bytes) -> Option<Bytes> {
    let middle = body.len() / 2;
    let is_plain = |(_, byte): &(usize, &u8)| byte.is_ascii_alphanumeric();
    let mut indexed = body.iter().enumerate();
    let (at, byte) =
        indexed.clone().skip(middle).find(is_plain).or_else(|| indexed.find(is_plain))?;
    let other = match byte {
        b'0'..=b'8' | b'a'..=b'y' | b'A'..=b'Y' => byte + 1,
        other => other - 1,
    };
    let mut changed = body.to_vec();
    *changed.get_mut(at)? = other;
    Some(changed.into())
}

/// The same JSON with blanks between everything, or without any.
fn other_blanks(body: &Bytes) -> Option<Bytes> {
    let value: serde_json::Value = serde_json::from_slice(body).ok()?;
    let pretty = serde_json::to_vec_pretty(&value).ok()?;
    let other = if pretty == body[..] { serde_json::to_vec(&value).ok()? } else { pretty };
    Some(other.into())
}

/// In Latin-1, or with a byte order mark where that makes no difference.
fn other_charset(body: &Bytes) -> Bytes {
    match std::str::from_utf8(body) {
        Ok(text) if !text.is_ascii() => {
            text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
        }
        _ => [b"\xef\xbb\xbf", &body[..]].concat().into(),
    }
}
