//! JSON as a receiver of webhooks needs it: read strictly, before any type
//! is known.
//!
//! [`locate`] finds the values that several JSON pointers name, in one pass
//! over the body and without building a tree; [`text`] reads such a value.
//!
//! This is not a decoder: typed payloads are `serde_json`'s work.

mod error;
mod locate;
mod reader;
mod string;

pub use error::JsonError;
pub use locate::{LOCATE_DEPTH, MAX_POINTERS, locate, text};
