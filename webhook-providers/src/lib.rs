//! The catalogue of webhook-kit: providers, one file each, each behind the feature of its name.
//!
//! A file holds a provider's declaration (how it signs, where things stand in its bodies), the
//! enum of its events, and their payloads; its documentation says where each fact comes from,
//! what the sources leave open, and what was chosen there.
//!
//! | feature and module | provider |
//! |---|---|
//! | `ascend` | [Ascend](https://developers.useascend.com/docs/webhooks) |
//! | `fincra` | [Fincra](https://docs.fincra.com/docs/webhooks) |
//! | `goodstack` | [Goodstack](https://docs.goodstack.io/docs/concepts/Platform/webhooks) |
//! | `ratio` | [Ratio](https://developer.ratio.me/docs/api-reference/webhooks) |
//! | `waldo` | [Waldo AI](https://docs.waldo.ai/features/webhooks) |
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

pub use registry::{Entry, Sample, all};
