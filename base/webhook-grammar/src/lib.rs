//! The language of declarations: its words, its templates, and what makes a declaration coherent.
//!
//! The macros read attributes with this crate, and the runtime reads files of declarations with it,
//! so a rule and the sentence that explains it are written once. It depends on nothing but `std`.
//! Applications depend on `webhook-kit`, which re-exports it as `webhook_kit::grammar`.
//!
//! ```text
//! Table              which keys there are, and what is said of each: `table`, the language in one file
//! Declaration<S>     the keys as they were written, each with its place S (a span, a line of a file)
//!   .check()         every rule at once
//! Checked<Owned>     what they say; cannot be incoherent
//!   .leak()          the same as static data, while a program runs
//!   .to_constant()   the same as a constant, when a program is compiled
//! Checked<Static>    what a scheme is made of
//!   .declaration()   the keys that say it
//! Problem<S>         a place and a sentence that says the rule and the remedy
//! ```

mod ack;
mod border;
mod check;
mod codec;
mod declaration;
mod duration;
mod fetch;
mod format;
mod handshake;
mod identity;
mod jwt;
mod keys;
mod nearest;
mod place;
mod problem;
mod reference;
mod rules;
mod store;
mod table;
mod template;
mod timestamp;
mod unread;
mod way;
mod words;
mod write;

pub use border::{has_word_id, is_fixed_time, is_open};
pub use duration::parse_duration;
pub use fetch::{DocumentForm, FetchedKeys, KeyId, REGION, host};
pub use format::{Format, FormatPart, Piece};
pub use handshake::Handshake;
pub use jwt::{ClaimDigest, DigestClaim, DigestText, Digested, JwtAlgorithm, JwtScheme};
pub use keys::{
    EVENTS_KEY, Given, Group, Key, Keys, Kind, Known, Slot, Table, Text, Values, Word, event_names,
};
pub use nearest::{alternatives, nearest};
pub use place::{
    Place, Pointer, Source, TimestampPlace, is_header_name, pointer_segments, write_place,
};
pub use problem::{Problem, Spanned, one_of};
pub use reference::reference;
pub use store::{Item, Leak, Owned, Static, Store, ToRust};
pub use table::{
    AlternativeKeys, Checked, Declaration, HandshakeKeys, JwtKeys, PublicKeysKeys, Timestamp,
    TimestampKeys,
};
pub use template::{Part, Use, parse_template, write_template};
pub use way::Way;
pub use words::{
    Algorithm, AlgorithmKind, BodyForm, Derivation, Digest, Encoding, Evidence, Expiry,
    HandshakeMethod, JwtContent, KeyForm, MessageChoice, OnRetry, Unit, UrlForm,
};
