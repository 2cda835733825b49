//! devices. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "oura")]
pub mod oura;
#[cfg(feature = "samsara")]
pub mod samsara;
#[cfg(feature = "seam")]
pub mod seam;
#[cfg(feature = "whoop")]
pub mod whoop;
