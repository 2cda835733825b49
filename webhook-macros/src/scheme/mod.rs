//! A provider's declaration: its keys, as every macro reads them, and the constant they become.

mod expand;
mod parse;

pub(crate) use crate::grammar::KEYS;
#[cfg(test)]
pub(crate) use crate::grammar::TIMESTAMP_KEYS;
pub(crate) use expand::{features, scheme, source};
pub(crate) use parse::read;
