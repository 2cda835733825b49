//! ai. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "anthropic")]
pub mod anthropic;
#[cfg(feature = "cursor")]
pub mod cursor;
#[cfg(feature = "deepgram")]
pub mod deepgram;
#[cfg(feature = "elevenlabs")]
pub mod elevenlabs;
#[cfg(feature = "gemini-api")]
pub mod gemini_api;
#[cfg(feature = "openai")]
pub mod openai;
#[cfg(feature = "replicate")]
pub mod replicate;
#[cfg(feature = "retell")]
pub mod retell;
