//! [Microsoft Teams](https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook):
//! messages to an outgoing webhook of Teams.
//!
//! **Signature.** Header `Authorization`: HMAC-SHA256 of the raw body, in base64, as
//! `HMAC {signature}`, under the secret decoded from base64. No time is compared: who records a
//! delivery can send it again later.
//!
//! **Evidence.** The provider's documentation
//! ([MicrosoftDocs/msteams-docs](https://github.com/MicrosoftDocs/msteams-docs),
//! `msteams-platform/webhooks-and-connectors/how-to/add-outgoing-webhook.md` as of 0338e583). A
//! signature is published there, without its body.
//!
//! **What the sources leave open, and the choice made.**
//! - Teams shows what the answer's body says; a handler here answers no more than a status.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "ms-teams",
    display_name = "Microsoft Teams",
    docs = "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook",
    evidence = "docs",
    algo = "sha256",
    encoding = "base64",
    header = "Authorization",
    format = "HMAC {signature}",
    secret_encoding = "base64",
    event_type = "/type",
)]
pub struct MsTeams;

#[doc(hidden)]
pub use MsTeams as __Provider;
