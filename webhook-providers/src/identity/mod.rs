//! identity. Written by `webhook-macros/tests/catalogue_names.rs`.
