#![doc = include_str!("../README.md")]

mod catalogue;
mod kind;
mod place;
mod problem;
mod schema;

pub use catalogue::{PROVIDERS, of};
pub use kind::Kind;
pub use place::{Found, Lost};
pub use problem::Problem;
pub use schema::{Event, Field, Schema};
