//! The guide, a module a chapter: its examples are tests of documentation, so none of them goes stale.
//!
//! The examples of `frameworks.md` need more dependencies than anybody else: `frameworks/` has them.

#![cfg(doctest)]

#[doc = include_str!("src/introduction.md")]
mod introduction {}

#[doc = include_str!("src/getting-started.md")]
mod getting_started {}

#[doc = include_str!("src/handlers.md")]
mod handlers {}

#[doc = include_str!("src/events.md")]
mod events {}

#[doc = include_str!("src/payloads.md")]
mod payloads {}

#[doc = include_str!("src/providers.md")]
mod providers {}

#[doc = include_str!("src/public-keys.md")]
mod public_keys {}

#[doc = include_str!("src/secrets.md")]
mod secrets {}

#[doc = include_str!("src/tenants.md")]
mod tenants {}

#[doc = include_str!("src/instances.md")]
mod instances {}

#[doc = include_str!("src/inbox.md")]
mod inbox {}

#[doc = include_str!("src/testing.md")]
mod testing {}

#[doc = include_str!("src/explaining.md")]
mod explaining {}

#[doc = include_str!("src/deploying.md")]
mod deploying {}
