#![doc = include_str!("../README.md")]

pub use webhook_core::*;
pub use webhook_macros::{Provider, WebhookEvent, payload, webhook};

pub mod providers;

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "testing")]
pub mod testing;

/// What generated code names. Not an interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use webhook_core::__private::*;
    pub use webhook_providers as providers;
}
