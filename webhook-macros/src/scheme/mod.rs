//! A provider's declaration: its keys, as every macro reads them, and the constant they become.

mod expand;
mod parse;

pub(crate) use crate::grammar::KEYS;
pub(crate) use expand::{features, scheme};
pub(crate) use parse::read;
