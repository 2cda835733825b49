//! [Gitea and Forgejo](https://docs.gitea.com/usage/webhooks): repositories of Gitea and
//! Forgejo.
//!
//! **Signature.** Headers `X-Gitea-Signature` or `X-Forgejo-Signature`: HMAC-SHA256 of the raw
//! body, in hex, under the secret as text. No time is compared: who records a delivery can send
//! it again later.
//!
//! **Evidence.** The provider's own code: [go-gitea/gitea](https://github.com/go-gitea/gitea),
//! `services/webhook/deliver.go` as of 05a2257a. Forgejo's names after docs.rs
//! vgi-forge-forgejo. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - Forgejo sends the same under names of its own, beside the old ones: either is read.
//! - A webhook that is set to send forms has its document signed, not its form: it is refused.
//! - The delivery's id stands in `X-Gitea-Delivery`, which is not signed.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "gitea",
    display_name = "Gitea and Forgejo",
    docs = "https://docs.gitea.com/usage/webhooks",
    evidence = "sdk",
    algo = "sha256",
    header = ["X-Gitea-Signature", "X-Forgejo-Signature"],
    event_type = ["header:X-Gitea-Event", "header:X-Forgejo-Event"],
)]
pub struct Gitea;

#[doc(hidden)]
pub use Gitea as __Provider;
