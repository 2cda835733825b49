//! The runtime of webhook-kit: declared schemes, verification, events, handlers, the endpoint.
//!
//! Applications depend on `webhook-kit`, which re-exports all of this beside the macros and the
//! catalogue of providers. This crate knows no web framework and no async runtime.

#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(hidden)]
pub mod check;
mod clock;
#[cfg(feature = "toml")]
pub mod declared;
mod delivery;
#[doc(hidden)]
pub mod dispatch;
mod endpoint;
mod error;
mod event;
#[cfg(feature = "explain")]
pub mod explain;
mod extract;
mod failure;
pub mod handler;
mod handshake;
pub mod idempotency;
pub mod inbox;
mod keys;
pub mod payload;
#[cfg(any(feature = "explain", feature = "testing"))]
mod place;
mod provider;
mod rejection;
mod request;
pub mod scheme;
mod several;
mod sign;
#[cfg(feature = "testing")]
pub mod testing;
mod time_source;
mod timer;
mod verifier;
mod verify;

/// Schemes that no template can say, verified and signed by code.
pub mod custom {
    pub use crate::{
        request::{
            Fields, fields, form_field as field, header, parameter, percent_decode, percent_encode,
        },
        scheme::custom::{CustomScheme, Draft, Evidence, Unverified},
    };
}

pub use clock::{Clock, SystemClock};
pub use delivery::{Delivery, RawEvent, Unsigned};
pub use endpoint::{
    ClientAddress, DEFAULT_BODY_TIMEOUT, Endpoint, HeaderSeen, Outcome, Report, ResponseBody, Task,
    Verdict,
};
pub use error::{DecodeError, SetupError};
pub use event::{FromEvent, WebhookEvent};
pub use extract::{Account, Envelope, FromDelivery, FromState, State};
pub use failure::Failure;
#[doc(inline)]
pub use handler::Handler;
pub use handshake::{Ack, AckWith, Challenge};
pub use ipnet::IpNet;
#[cfg(feature = "jwt")]
pub use keys::jwt;
pub use keys::{Secret, Secrets, Tenants};
#[cfg(feature = "public-key")]
pub use keys::{key_source, public_key};
pub use provider::Provider;
pub use rejection::Rejection;
pub use scheme::Scheme;
pub use several::{IgnoreOthers, check_handlers, ignore_others};
pub use sign::Signing;
pub use time_source::install_time;
pub use timer::{SystemTimer, Timer};
#[cfg(feature = "public-key")]
pub use verifier::FetchingVerifier;
pub use verifier::Verifier;
pub use verify::{DEFAULT_LIMIT, StreamingVerifier};
#[doc(inline)]
pub use webhook_grammar as grammar;
#[doc(inline)]
pub use webhook_json as json;
#[doc(inline)]
pub use webhook_payload as value;
pub use webhook_payload::open_enum;

/// What generated code names. Not an interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use ::core::{
        self,
        option::Option::{self, None, Some},
        primitive::str,
        result::Result::{self, Err, Ok},
    };

    pub use serde::{Deserialize, Deserializer};

    pub use crate::{
        DecodeError, Delivery, Endpoint, FromDelivery, FromEvent, Handler, Provider, RawEvent,
        Scheme, Secrets, SetupError, WebhookEvent,
        check::{self, Declared, Rest, of_events, of_handler, of_provider, take, whole},
        delivery::Undecoded,
        handler::{Answer, Context, HandlerError, IntoAnswer},
        payload::read,
        scheme::{
            Algorithm, BodyForm, Checked, ClaimDigest, Derivation, Digest, DigestClaim, DigestText,
            Digested, DocumentForm, Encoding, Evidence, FetchedKeys, Format, FormatPart, Handshake,
            HandshakeMethod, JwtAlgorithm, JwtContent, JwtScheme, KeyForm, KeyId, MessageChoice,
            OnRetry, Part, Piece, Pointer, Source, Timestamp, TimestampPlace, Unit, UrlForm, Way,
        },
    };
}
