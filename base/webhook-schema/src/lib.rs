#![doc = include_str!("../README.md")]

mod catalogue;
mod kind;
mod place;
mod problem;
#[cfg(feature = "samples")]
mod sample;
mod schema;

pub use catalogue::{PROVIDERS, of};
pub use kind::Kind;
pub use place::{Found, Lost};
pub use problem::Problem;
#[cfg(feature = "samples")]
pub use sample::Made;
pub use schema::{Event, Field, Schema};
