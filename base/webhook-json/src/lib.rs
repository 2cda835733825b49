//! JSON as a receiver of webhooks needs it: read strictly, before any type
//! is known.
//!
//! [`locate`] finds the values that several JSON pointers name, in one pass
//! over the body and without building a tree; [`text`] reads such a value.
//! [`ecmascript`] writes a body the way `JSON.stringify(JSON.parse(body))`
//! does, for senders that sign this form instead of the bytes they send.
//!
//! This is not a decoder: typed payloads are `serde_json`'s work.

mod ecmascript;
mod error;
mod index;
mod locate;
mod number;
mod reader;
mod string;

pub use ecmascript::{ECMASCRIPT_DEPTH, ECMASCRIPT_LIMIT, ecmascript};
pub use error::JsonError;
pub use locate::{LOCATE_DEPTH, MAX_POINTERS, Take, Unread, locate, locate_around, text};
