//! What an explanation says.

use std::{
    fmt,
    time::{Duration, SystemTime},
};

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

use super::{Cause, cause::list};
use crate::{error::SetupError, rejection::Rejection};

/// Why a delivery was refused, as far as it can be shown.
///
/// [`Display`](fmt::Display) says all of it, a line each. The serialised form has the same, with
/// the sentences as `says`. It is for the owner: put it into no answer.
#[derive(Debug)]
#[non_exhaustive]
pub struct Diagnosis {
    /// What the verification itself says.
    pub verdict: Verdict,
    /// What was wrong, the likeliest first. Each is shown: where nothing but this is put right, the
    /// verification accepts the delivery. Where there are several, each alone would do, but for one
    /// that [is about the time](Cause::is_about_time), which holds beside the others.
    pub causes: Vec<Cause>,
    /// What else can be seen, and shows nothing by itself.
    pub facts: Vec<Fact>,
    /// When the delivery was signed, if it is genuine or a cause shows that it would be.
    pub signed_at: Option<SystemTime>,
    /// When it arrived.
    pub received_at: SystemTime,
}

/// What the verification says of a delivery.
#[derive(Debug)]
#[non_exhaustive]
pub enum Verdict {
    /// It is genuine.
    Accepted,
    /// It is refused.
    Refused(Rejection),
    /// Nothing can be verified with these secrets.
    NoKey(SetupError),
}

/// Something about a delivery that shows nothing by itself, and may say where to look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Fact {
    /// The body is not as long as `content-length` announced.
    Length {
        /// What was announced.
        announced: u64,
        /// What arrived.
        arrived: u64,
    },
    /// The body was compressed on its way.
    Compressed {
        /// How, as the sender or a proxy says.
        coding: String,
    },
    /// The body holds replacement characters: somebody read it as text and lost something.
    LostCharacters,
    /// The keys of every object of the body are in alphabetical order: it may have been read and
    /// written again by something that sorts them, and their order cannot be brought back.
    SortedKeys,
    /// The body is empty.
    NoBody,
    /// Headers that look as if they carried a signature, where none is where it should be.
    SignatureLike {
        /// Their names.
        headers: Vec<String>,
    },
    /// The signature is not as long as one of this algorithm.
    SignatureLength {
        /// How many bytes it has.
        bytes: usize,
        /// How many it should have.
        expected: usize,
    },
    /// The signed message contains the URL, and none was told.
    NoUrl,
    /// The body is too large to be tried in other forms.
    TooLarge {
        /// The limit.
        limit: usize,
    },
    /// There was more to try than is tried.
    NotAllTried {
        /// How many verifications were made.
        tried: usize,
    },
}

impl Diagnosis {
    /// Whether the delivery is genuine as it is.
    pub const fn is_genuine(&self) -> bool {
        matches!(self.verdict, Verdict::Accepted)
    }

    /// How long after it was signed the delivery arrived, where it is known when it was signed:
    /// the time, and whether it lies in the past. A delivery that was signed in the future says
    /// that one of the clocks is wrong.
    pub fn age(&self) -> Option<(Duration, bool)> {
        Some(match self.received_at.duration_since(self.signed_at?) {
            Ok(age) => (age, true),
            Err(ahead) => (ahead.duration(), false),
        })
    }
}

impl fmt::Display for Diagnosis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.verdict)?;
        for cause in &self.causes {
            write!(f, "\ncause: {cause}")?;
        }
        for fact in &self.facts {
            write!(f, "\nfact: {fact}")?;
        }
        if self.causes.is_empty() {
            if let Some(what) = self.verdict.without_a_cause() {
                write!(f, "\nno cause is shown: {what}")?;
            }
        }
        Ok(())
    }
}

impl Verdict {
    /// What it means that nothing was found.
    fn without_a_cause(&self) -> Option<&'static str> {
        Some(match self {
            Self::Accepted => return None,
            Self::Refused(Rejection::Signature) => {
                "the secret is another one (of another endpoint, or of the test mode), or the \
                 body was changed in a way that is not tried"
            }
            Self::Refused(Rejection::Stale { .. } | Rejection::Future { .. }) => {
                "the timestamp is off, and the signature matches in no way that is tried"
            }
            Self::Refused(_) => "the delivery lacks what it is verified by",
            Self::NoKey(_) => "in no form that is tried does a secret match",
        })
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accepted => f.write_str("genuine"),
            Self::Refused(rejection) => write!(f, "refused: {rejection}"),
            Self::NoKey(error) => write!(f, "cannot be verified: {error}"),
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { announced, arrived } => write!(
                f,
                "{announced} bytes were announced and {arrived} are here: the body was changed or \
                 cut off after it was sent"
            ),
            Self::Compressed { coding } => write!(
                f,
                "the body was sent with `content-encoding: {coding}`: what is signed may be either \
                 form"
            ),
            Self::LostCharacters => f.write_str(
                "the body holds replacement characters (U+FFFD): it was read as text of another \
                 character set, and what was lost cannot be brought back",
            ),
            Self::SortedKeys => f.write_str(
                "all keys of the body are in alphabetical order: if that is not the sender's, it \
                 was read and written again, and their order cannot be brought back",
            ),
            Self::NoBody => f.write_str("the body is empty: something may have read it before"),
            Self::SignatureLike { headers } => {
                let names: Vec<&str> = headers.iter().map(String::as_str).collect();
                write!(f, "these headers look like signatures: {}", list(&names, "and"))
            }
            Self::SignatureLength { bytes, expected } => {
                write!(f, "the signature has {bytes} bytes and should have {expected}")
            }
            Self::NoUrl => f.write_str("the sender signs the URL, and none was told"),
            Self::TooLarge { limit } => {
                write!(f, "the body has more than {limit} bytes: nothing else was tried")
            }
            Self::NotAllTried { tried } => write!(f, "not all was tried, after {tried} attempts"),
        }
    }
}

impl Serialize for Diagnosis {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let causes: Vec<_> = self.causes.iter().map(Said::new).collect();
        let facts: Vec<_> = self.facts.iter().map(Said::new).collect();
        let mut fields = to.serialize_struct("Diagnosis", 6)?;
        fields.serialize_field(
            "verdict",
            match self.verdict {
                Verdict::Accepted => "accepted",
                Verdict::Refused(_) => "refused",
                Verdict::NoKey(_) => "no-key",
            },
        )?;
        fields.serialize_field("says", &self.verdict.to_string())?;
        fields.serialize_field("causes", &causes)?;
        fields.serialize_field("facts", &facts)?;
        fields.serialize_field("signed_at", &self.signed_at.and_then(rfc3339))?;
        fields.serialize_field("received_at", &rfc3339(self.received_at))?;
        fields.end()
    }
}

/// A cause or a fact beside its sentence.
#[derive(Serialize)]
struct Said<'a, T> {
    #[serde(flatten)]
    what: &'a T,
    says: String,
}

impl<'a, T: fmt::Display> Said<'a, T> {
    fn new(what: &'a T) -> Self {
        Self { what, says: what.to_string() }
    }
}

/// `None` for times that RFC 3339 cannot write: a foreign timestamp may be any.
fn rfc3339(at: SystemTime) -> Option<String> {
    const LAST_SECOND: u64 = 253_402_300_799;
    let since = at.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    (since.as_secs() <= LAST_SECOND).then(|| humantime::format_rfc3339_millis(at).to_string())
}
