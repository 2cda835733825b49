//! [WorkOS](https://workos.com/docs/events/data-syncing/webhooks): directories, connections and
//! users.
//!
//! **Signature.** Header `WorkOS-Signature`: HMAC-SHA256 of `{timestamp}.{body}`, in hex, as
//! `t={timestamp},v1={signature}`, under the secret as text.
//!
//! **Evidence.** The provider's own code:
//! [workos/workos-node](https://github.com/workos/workos-node). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "workos",
    title = "WorkOS",
    docs = "https://workos.com/docs/events/data-syncing/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = "WorkOS-Signature",
    format = "t={timestamp},v1={signature}",
    message = "{timestamp}.{body}",
    timestamp(unit = "milliseconds", tolerance = "3m"),
    id = "/id",
    event = "/event",
    payload = "/data",
)]
pub struct WorkOs;

#[doc(hidden)]
pub use WorkOs as __Provider;
