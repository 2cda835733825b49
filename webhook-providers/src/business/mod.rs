//! business.
