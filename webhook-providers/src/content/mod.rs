//! content. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "contentful")]
pub mod contentful;
#[cfg(feature = "dub")]
pub mod dub;
#[cfg(feature = "framer")]
pub mod framer;
#[cfg(feature = "ghost")]
pub mod ghost;
#[cfg(feature = "hygraph")]
pub mod hygraph;
#[cfg(feature = "linkedin")]
pub mod linkedin;
#[cfg(feature = "mux")]
pub mod mux;
#[cfg(feature = "sanity")]
pub mod sanity;
#[cfg(feature = "tiktok")]
pub mod tiktok;
#[cfg(feature = "twitch")]
pub mod twitch;
#[cfg(feature = "x")]
pub mod x;
