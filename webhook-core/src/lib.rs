//! The runtime of webhook-kit: declared schemes, verification, events, handlers, the endpoint.
//!
//! Applications depend on `webhook-kit`, which re-exports all of this beside the macros and the
//! catalogue of providers. This crate knows no web framework and no async runtime.

mod ack;
#[doc(hidden)]
pub mod check;
pub mod claims;
mod clock;
pub mod custom;
#[cfg(feature = "toml")]
pub mod declared;
mod decode;
mod delivery;
mod endpoint;
mod error;
mod event;
#[cfg(feature = "explain")]
pub mod explain;
mod extract;
pub mod handler;
mod handshake;
pub mod json;
#[cfg(feature = "jwt")]
pub mod jwt;
#[cfg(feature = "public-key")]
pub mod key_source;
pub mod payload;
#[cfg(any(feature = "explain", feature = "testing"))]
mod place;
mod provider;
#[cfg(feature = "public-key")]
pub mod public_key;
mod rejection;
pub mod scheme;
mod secret;
mod several;
mod sign;
#[cfg(feature = "testing")]
pub mod testing;
mod timer;
pub mod value;
mod verify;

pub use ack::{Ack, AckWith};
pub use clock::{Clock, SystemClock};
pub use delivery::{Delivery, Unsigned};
pub use endpoint::{ClientAddress, DEFAULT_BODY_TIMEOUT, Endpoint, Outcome, Report, ResponseBody};
pub use error::{DecodeError, SetupError};
pub use event::{FromEvent, RawEvent, WebhookEvent};
pub use extract::{Envelope, FromDelivery, FromState, State};
#[doc(inline)]
pub use handler::Handler;
pub use handshake::Challenge;
pub use provider::Provider;
pub use rejection::Rejection;
pub use scheme::Scheme;
pub use secret::{Secret, Secrets};
pub use several::{IgnoreOthers, check_handlers, ignore_others};
pub use sign::Signing;
pub use timer::{SystemTimer, Timer};
#[cfg(feature = "public-key")]
pub use verify::FetchingVerifier;
pub use verify::{DEFAULT_LIMIT, Running, Verifier};
#[doc(inline)]
pub use webhook_grammar as grammar;

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
        decode::Undecoded,
        handler::{Answer, Context, IntoAnswer, Stop},
        payload::read,
        scheme::{
            Algorithm, Alternatives, BodyForm, Derivation, Digest, Encoding, Evidence, Format,
            FormatPart, Handshake, HandshakeMethod, KeyForm, Part, Piece, Pointer, Source,
            TimestampPlace, Unit, UrlForm, Way,
            keys::{DocumentForm, FetchedKeys, KeyId},
            token::{
                ClaimDigest, DigestClaim, DigestText, Digested, TokenAlgorithm, TokenContent,
                TokenScheme,
            },
        },
    };
}
