//! fintech. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "brex")]
pub mod brex;
#[cfg(feature = "increase")]
pub mod increase;
#[cfg(feature = "mercury")]
pub mod mercury;
#[cfg(feature = "moov")]
pub mod moov;
#[cfg(feature = "pinwheel")]
pub mod pinwheel;
#[cfg(feature = "plaid")]
pub mod plaid;
#[cfg(feature = "ramp")]
pub mod ramp;
#[cfg(feature = "revolut")]
pub mod revolut;
#[cfg(feature = "xero")]
pub mod xero;
