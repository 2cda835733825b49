//! [Plaid](https://plaid.com/docs/api/webhooks/webhook-verification/): items, transactions and
//! transfers.
//!
//! **Signature.** Header `Plaid-Verification`: a JSON web token, ECDSA over P-256 with SHA-256.
//! Its claim `request_body_sha256` holds the SHA-256 of the body, and one issued more than five
//! minutes ago is refused.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The token names its key by an id, and the provider hands the key out to its customers only.
//!   This declaration fetches nothing: the secret is that key, as you looked it up; give the
//!   endpoint the next one beside it when the provider changes it.
//! - What happened is told by two members: the event's name joins them,
//!   `TRANSACTIONS.SYNC_UPDATES_AVAILABLE`.
//! - Deliveries have no id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "plaid",
    title = "Plaid",
    docs = "https://plaid.com/docs/api/webhooks/webhook-verification/",
    evidence = "third-party",
    algo = "jwt-es256",
    header = "Plaid-Verification",
    token(digest = "request_body_sha256=sha256:body", max_age = "5m"),
    event = "{json:/webhook_type}.{json:/webhook_code}",
)]
pub struct Plaid;

#[doc(hidden)]
pub use Plaid as __Provider;
