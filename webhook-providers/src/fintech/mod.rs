//! fintech.
