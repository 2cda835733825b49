//! Rejections: why a delivery was refused, for the owner; what the sender is told, for the sender.

use std::{error::Error, fmt, net::IpAddr, time::Duration};

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode, header};

use crate::{error::BoxError, json::JsonError};

/// Why a request was not taken for a genuine delivery.
///
/// The rejection is for the owner, in logs and hooks: the sender sees a [status](Self::status) and
/// a body that is the same for every rejection of that status. It never holds a secret or an
/// expected signature.
#[derive(Debug)]
#[non_exhaustive]
pub enum Rejection {
    /// The request's method is not one that this provider uses. 405, with `Allow`.
    Method {
        /// Those that it uses, as `Allow` lists them.
        allowed: &'static str,
    },
    /// The body is larger than the endpoint's limit, as declared or as read. 413.
    BodyTooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// The body could not be read to its end. 400.
    BodyUnreadable(BoxError),
    /// The body did not arrive within the endpoint's time. 408.
    BodyTimeout {
        /// The time.
        timeout: Duration,
    },
    /// The request does not come from an address of the provider. 403.
    SourceIp {
        /// The address, where one could be told.
        address: Option<IpAddr>,
    },
    /// A header that verification needs is missing. 401.
    MissingHeader {
        /// Its name in lower case.
        header: &'static str,
    },
    /// A header that verification needs cannot be read. 400.
    MalformedHeader {
        /// Its name in lower case.
        header: &'static str,
        /// What was expected.
        expected: &'static str,
    },
    /// A header that decides stands there twice, with different values. 400.
    ConflictingHeader {
        /// Its name in lower case.
        header: &'static str,
    },
    /// The signature does not stand where it should, in the query or in the body. 401.
    MissingSignature,
    /// What stands where the signature should is none. 400.
    MalformedSignature,
    /// Something is missing that the signed message is made of. 401.
    MissingPart {
        /// What it is.
        part: &'static str,
    },
    /// Something that the signed message is made of cannot be read in one way. 400.
    ConflictingPart {
        /// What it is.
        part: &'static str,
    },
    /// The body is not the JSON that the signed message is made of. 400.
    MalformedBody(JsonError),
    /// The signed message contains the URL, and the endpoint was not told its own: see
    /// [`Endpoint::url`](crate::Endpoint::url). 500.
    UnknownAddress,
    /// A handshake does not bring the token that was agreed on, asks with a text that is not
    /// answered, or asks an endpoint that was told no token. 403, unless the provider's declaration
    /// says another status.
    Handshake {
        /// What it is answered with.
        status: StatusCode,
    },
    /// The body has no timestamp where the provider's declaration says. 401.
    MissingTimestamp,
    /// The timestamp is older than the tolerance. 401.
    Stale {
        /// How old the delivery is.
        age: Duration,
    },
    /// The timestamp lies further in the future than the tolerance. 401.
    Future {
        /// How far ahead of the clock it is.
        ahead: Duration,
    },
    /// No signature matches under any secret. 401.
    Signature,
    /// There is no public key of the id that the delivery names. 401.
    UnknownKey,
    /// There is no tenant of the name that the request brings. 401, as for a wrong signature.
    UnknownTenant,
    /// The secrets of the tenant could not be looked up, or not in time: the sender should try
    /// again. 503.
    Tenants(BoxError),
    /// The public keys of the provider could not be fetched: the sender should try again. 503.
    Keys(BoxError),
}

impl Rejection {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Method { .. } => StatusCode::METHOD_NOT_ALLOWED,
            Self::BodyTooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::BodyTimeout { .. } => StatusCode::REQUEST_TIMEOUT,
            Self::BodyUnreadable(_)
            | Self::MalformedHeader { .. }
            | Self::ConflictingHeader { .. }
            | Self::MalformedSignature
            | Self::ConflictingPart { .. }
            | Self::MalformedBody(_) => StatusCode::BAD_REQUEST,
            Self::SourceIp { .. } => StatusCode::FORBIDDEN,
            Self::Handshake { status } => *status,
            Self::MissingHeader { .. }
            | Self::MissingSignature
            | Self::MissingPart { .. }
            | Self::MissingTimestamp
            | Self::Stale { .. }
            | Self::Future { .. }
            | Self::Signature
            | Self::UnknownKey
            | Self::UnknownTenant => StatusCode::UNAUTHORIZED,
            Self::UnknownAddress => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Keys(_) | Self::Tenants(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The answer for the sender: the status, a problem document
    /// ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) that says no more than the status, and
    /// the headers that the status calls for.
    pub fn response(&self) -> Response<Bytes> {
        let mut response = problem(self.status());
        if let Self::Method { allowed } = self {
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
        }
        response
    }
}

/// An answer that says its status and no more.
pub(crate) fn problem(status: StatusCode) -> Response<Bytes> {
    let title = status.canonical_reason().unwrap_or_default();
    let body = format!("{{\"title\":\"{title}\",\"status\":{}}}", status.as_u16());
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Method { allowed } => write!(f, "the request's method is not {allowed}"),
            Self::BodyTooLarge { limit } => write!(f, "the body is larger than {limit} bytes"),
            Self::BodyUnreadable(error) => write!(f, "the body could not be read: {error}"),
            Self::BodyTimeout { timeout } => {
                write!(f, "the body did not arrive within {} s", timeout.as_secs_f32())
            }
            Self::SourceIp { address: Some(address) } => {
                write!(f, "{address} is not an address of the provider")
            }
            Self::SourceIp { address: None } => f.write_str("the client's address is not known"),
            Self::MissingHeader { header } => write!(f, "the header `{header}` is missing"),
            Self::MalformedHeader { header, expected } => {
                write!(f, "the header `{header}` is malformed: expected {expected}")
            }
            Self::ConflictingHeader { header } => {
                write!(f, "the header `{header}` has conflicting values")
            }
            Self::MissingSignature => f.write_str("the signature is missing"),
            Self::MalformedSignature => {
                f.write_str("the signature is not of the right length and encoding")
            }
            Self::MissingPart { part } => write!(f, "{part} of the signed message is missing"),
            Self::ConflictingPart { part } => {
                write!(f, "{part} of the signed message cannot be read in one way")
            }
            Self::MalformedBody(error) => write!(f, "the body cannot be read: {error}"),
            Self::UnknownAddress => f.write_str(
                "the signed message contains the URL: tell the endpoint its own with `url`",
            ),
            Self::Handshake { .. } => f.write_str("the handshake is not answered"),
            Self::MissingTimestamp => f.write_str("the body has no timestamp that can be read"),
            Self::Stale { age } => write!(f, "the delivery was signed {} s ago", age.as_secs()),
            Self::Future { ahead } => {
                write!(f, "the delivery was signed {} s ahead of the clock", ahead.as_secs())
            }
            Self::Signature => f.write_str("no signature matches under any secret"),
            Self::UnknownKey => {
                f.write_str("the provider has no key of the id that the delivery names")
            }
            Self::UnknownTenant => f.write_str("there is no such tenant"),
            Self::Tenants(error) => {
                write!(f, "the tenant's secrets could not be looked up: {error}")
            }
            Self::Keys(error) => write!(f, "the provider's keys could not be fetched: {error}"),
        }
    }
}

impl Error for Rejection {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::BodyUnreadable(error) | Self::Keys(error) | Self::Tenants(error) => {
                Some(error.as_ref())
            }
            Self::MalformedBody(error) => Some(error),
            _ => None,
        }
    }
}
