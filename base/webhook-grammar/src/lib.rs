//! The language of declarations: its words, its templates, and what makes a declaration coherent.
//!
//! The macros read attributes with this crate, and the runtime reads files of declarations with it,
//! so a rule and the sentence that explains it are written once. It depends on nothing but `std`.
//! Applications depend on `webhook-kit`, which re-exports it as `webhook_kit::grammar`.
//!
//! ```text
//! Declaration<S>   the keys as they were written, each with its place S (a span, a line of a file)
//!   .check()       every rule at once
//! Checked          what a scheme is made of; cannot be incoherent
//! Problem<S>       a place and a sentence that says the rule and the remedy
//! ```

mod ack;
mod check;
mod declaration;
mod duration;
mod fetch;
mod format;
mod handshake;
mod keys;
mod nearest;
mod place;
mod problem;
mod rules;
mod template;
mod token;
mod way;
mod words;
mod write;

pub use declaration::{Checked, CheckedTimestamp, Declaration, TimestampKeys};
pub use duration::parse_duration;
pub use fetch::{CheckedFetch, FetchKeys, KeyDocument, KeyId, REGION, host};
pub use format::{Format, FormatItem, FormatPart, FormatPiece};
pub use handshake::{CheckedHandshake, HandshakeKeys};
pub use keys::{
    EVENTS_KEY, FETCH_KEYS, HANDSHAKE_KEYS, KEYS, Key, Known, Slot, TIMESTAMP_KEYS, TOKEN_KEYS,
    WAY_KEYS, event_names,
};
pub use nearest::{alternatives, nearest};
pub use place::{Place, is_header_name, pointer_segments};
pub use problem::{Problem, Spanned, one_of};
pub use template::{Part, Use, parse_template};
pub use token::{CheckedClaim, CheckedToken, TokenKeys};
pub use way::{CheckedWay, WayKeys};
pub use words::{
    Algorithm, AlgorithmKind, Alternatives, BodyForm, Derivation, Digest, Encoding, Evidence,
    Expiry, HandshakeMethod, KeyForm, Source, TimestampPlace, TokenContent, Unit, UrlForm,
};
