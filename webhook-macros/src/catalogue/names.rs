//! Written by `tests/catalogue_names.rs`.

/// Every provider of the catalogue, in alphabetical order.
#[rustfmt::skip]
pub(crate) const NAMES: &[&str] = &[
    "ascend",
    "fincra",
    "goodstack",
    "ratio",
    "waldo",
];
