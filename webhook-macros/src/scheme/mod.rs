//! A provider's declaration: its keys, as every macro reads them, and the constant they become.

mod expand;
mod parse;

pub(crate) use expand::{constant, features, scheme};
pub(crate) use parse::{KEYS, read};
