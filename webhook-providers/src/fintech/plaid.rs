//! [Plaid](https://plaid.com/docs/api/webhooks/webhook-verification/): items, transactions and
//! transfers.
//!
//! **Signature.** Header `Plaid-Verification`: a JSON web token, ECDSA over P-256 with SHA-256.
//! Its claim `request_body_sha256` holds the SHA-256 of the body, and one issued more than five
//! minutes ago is refused.
//!
//! **Keys.** The token names its key (`kid`), and the provider hands keys out to its customers alone:
//! `POST /webhook_verification_key/get` with your `client_id`, your secret and the `key_id`. So the
//! endpoint is given `Keys::looked_up(..)` with a function that asks there; it answers with the provider's
//! document, of which `key` is read. A key that says with `expired_at` that its time is over is none. Or
//! give the key itself in place of a secret.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by two members: the event's name joins them,
//!   `TRANSACTIONS.SYNC_UPDATES_AVAILABLE`.
//! - Deliveries have no id.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "plaid",
    display_name = "Plaid",
    docs = "https://plaid.com/docs/api/webhooks/webhook-verification/",
    evidence = "third-party",
    algo = "jwt-es256",
    header = "Plaid-Verification",
    jwt(digest = "request_body_sha256=sha256:body", max_age = "5m"),
    public_keys(id = "kid", form = "jwk:/key"),
    event_type = "{json:/webhook_type}.{json:/webhook_code}",
)]
pub struct Plaid;

#[doc(hidden)]
pub use Plaid as __Provider;
