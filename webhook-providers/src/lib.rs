//! The catalogue of webhook-kit: providers, one module each, each behind the feature of its name.
//!
//! A module holds a provider's declaration: how it signs, where things stand in its bodies. Its
//! documentation says where each fact comes from, what the sources leave open, and what was chosen
//! there. The first five, [`ascend`], [`fincra`], [`goodstack`], [`ratio`] and [`waldo`], have their
//! events as an enum, and their payloads, too; of the others a handler takes `RawEvent`, a type of
//! the user's own, or an enum that derives `WebhookEvent`.
//!
//! How sure a declaration is, it says itself ([`Scheme::evidence`](webhook_core::Scheme::evidence)):
//! one that is not confirmed by the provider's own material says so in the first lines of its
//! module. [All of them in a table][table], and what is not declared and why.
//!
//! [table]: https://github.com/webhook-kit/webhook-kit/blob/main/docs/providers.md
//!
//! # What all payloads have in common
//!
//! - Keys that are not listed are ignored, and names that are not listed are kept as `Other`
//!   ([`open_enum!`](webhook_core::open_enum!)): what a sender adds breaks no delivery.
//! - Numbers that matter keep every digit ([`Decimal`](webhook_core::value::Decimal)), and no time
//!   that cannot be read costs a delivery ([`Timestamp`](webhook_core::value::Timestamp)).
//! - An optional field is `None` where the key is absent and where it is null.
//! - Free-form objects such as `metadata` stay text until they are asked for
//!   ([`Json`](webhook_core::value::Json)).
//! - Payloads are `#[non_exhaustive]`: fields are added as they become known. Serialised, they have
//!   the provider's keys, and null where there is no value.

mod catalogue;
#[allow(unused_imports, unused_macros, reason = "without a feature there is no payload")]
mod payload;
mod registry;
#[allow(dead_code, reason = "only schemes by code read requests")]
mod request;

#[cfg(feature = "ascend")]
pub mod ascend;
#[cfg(feature = "fincra")]
pub mod fincra;
#[cfg(feature = "goodstack")]
pub mod goodstack;
#[cfg(feature = "ratio")]
pub mod ratio;
#[cfg(feature = "waldo")]
pub mod waldo;

mod ai;
mod business;
mod commerce;
mod content;
mod devices;
mod devtools;
mod email;
mod fintech;
mod identity;
mod messaging;
mod payments;

#[allow(unreachable_pub, unused_imports, reason = "without a feature a category is empty")]
pub use self::{
    ai::*, business::*, commerce::*, content::*, devices::*, devtools::*, email::*, fintech::*,
    identity::*, messaging::*, payments::*,
};
pub use registry::{Entry, Sample, all};
