//! commerce.
