//! [Lark and Feishu](https://open.larksuite.com/document/server-docs/event-subscription/event-subscription-configure-/encrypt-key-encryption-configuration):
//! events of Lark and Feishu apps.
//!
//! **Signature.** Header `X-Lark-Signature`: SHA-256 of
//! `{timestamp}{header:X-Lark-Request-Nonce}{secret}{body}`, in hex.
//!
//! **Evidence.** The provider's own code:
//! [larksuite/oapi-sdk-go](https://github.com/larksuite/oapi-sdk-go). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - With an encrypt key the body is encrypted: what is signed is the encrypted body, and a
//!   handler decrypts it. Name and id are found in bodies that are not.
//! - Card callbacks sign with SHA-1 and the verification token: they are not these.
//! - No tolerance is stated: five minutes is this catalogue's choice, as most senders have it.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "lark",
    display_name = "Lark and Feishu",
    docs = "https://open.larksuite.com/document/server-docs/event-subscription/event-subscription-configure-/encrypt-key-encryption-configuration",
    evidence = "sdk",
    algo = "hash-sha256",
    weak = "a plain hash, with the secret in the middle of its message",
    header = "X-Lark-Signature",
    message = "{timestamp}{header:X-Lark-Request-Nonce}{secret}{body}",
    timestamp(header = "X-Lark-Request-Timestamp", unit = "seconds", tolerance = "5m"),
    id = ["/header/event_id", "/uuid"],
    event_type = ["/header/event_type", "/event/type"],
    handshake(
        when = "json:/type=url_verification",
        verify_token = "json:/token",
        challenge = "json:/challenge",
        answer = "{{\"challenge\":\"{challenge}\"}}",
        unsigned = "it is told apart by the verification token",
    ),
)]
pub struct Lark;

#[doc(hidden)]
pub use Lark as __Provider;
