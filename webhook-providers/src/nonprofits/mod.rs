//! nonprofits. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "goodstack")]
pub mod goodstack;
