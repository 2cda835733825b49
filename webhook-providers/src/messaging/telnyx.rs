//! [Telnyx](https://developers.telnyx.com/): messages, calls and numbers.
//!
//! **Signature.** Header `telnyx-signature-ed25519`: Ed25519 of `{timestamp}|{body}`, in base64,
//! under the account's public key. The secret is that key as the portal shows it.
//!
//! **Evidence.** The provider's own code:
//! [team-telnyx/telnyx-node](https://github.com/team-telnyx/telnyx-node). No signature is published.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "telnyx",
    display_name = "Telnyx",
    docs = "https://developers.telnyx.com/",
    evidence = "sdk",
    algo = "ed25519",
    encoding = "base64",
    header = "telnyx-signature-ed25519",
    message = "{timestamp}|{body}",
    timestamp(header = "telnyx-timestamp", unit = "seconds", tolerance = "5m"),
    id = "/data/id",
    event_type = "/data/event_type",
    payload = "/data/payload",
)]
pub struct Telnyx;

#[doc(hidden)]
pub use Telnyx as __Provider;
