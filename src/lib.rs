#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "toml")]
pub use webhook_core::declared;
#[cfg(feature = "explain")]
pub use webhook_core::explain;
#[cfg(feature = "jwt")]
pub use webhook_core::jwt;
pub use webhook_core::{
    Account, Ack, AckWith, Challenge, ClientAddress, Clock, DEFAULT_BODY_TIMEOUT, DEFAULT_LIMIT,
    DecodeError, Delivery, Endpoint, Envelope, Failure, FromDelivery, FromEvent, FromState,
    Handler, HeaderSeen, IgnoreOthers, IpNet, Outcome, Provider, RawEvent, Rejection, Report,
    ResponseBody, Scheme, Secret, Secrets, SetupError, Signing, State, StreamingVerifier,
    SystemClock, SystemTimer, Task, Tenants, Timer, Unsigned, Verdict, Verifier, WebhookEvent,
    check_handlers, custom, grammar, handler, idempotency, ignore_others, install_time, json,
    open_enum, payload, scheme, value,
};
#[cfg(feature = "public-key")]
pub use webhook_core::{FetchingVerifier, key_source, public_key};
#[doc(hidden)]
pub use webhook_core::{check, dispatch};
pub use webhook_macros::{Provider, WebhookEvent, path, payload, webhook};

#[cfg(feature = "inbox")]
pub mod inbox;
pub mod providers;

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "testing")]
pub mod testing;

/// What generated code names. Not an interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use webhook_core::__private::*;
    pub use webhook_providers as providers;
}
