//! A provider's declaration: its keys, as every macro reads them, and the constant they become.

mod expand;
mod parse;

pub(crate) use expand::{scheme, source};
#[cfg(test)]
pub(crate) use parse::TIMESTAMP_KEYS;
pub(crate) use parse::{KEYS, read};
