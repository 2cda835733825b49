//! The durable inbox: a delivery is verified, kept, acknowledged, and then handled by workers.

#[doc(inline)]
pub use webhook_inbox::*;
#[cfg(feature = "inbox-sqlite")]
#[doc(inline)]
pub use webhook_inbox_sqlite as sqlite;
