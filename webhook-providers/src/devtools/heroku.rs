//! [Heroku](https://devcenter.heroku.com/articles/app-webhooks): dynos, builds, releases and
//! add-ons of an app.
//!
//! **Signature.** Header `Heroku-Webhook-Hmac-SHA256`: HMAC-SHA256 of the raw body, in base64,
//! under the secret as text. No time is compared: who records a delivery can send it again
//! later.
//!
//! **Evidence: third-party, not confirmed by the provider's own material.** After
//! [webhooks.fyi](https://github.com/ngrok/webhooks.fyi),
//! [webhook-co](https://github.com/webhook-co/webhook). No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - What happened is told by two members: the entity and the action. The event's name joins
//!   them: `api:release:create`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "heroku",
    display_name = "Heroku",
    docs = "https://devcenter.heroku.com/articles/app-webhooks",
    evidence = "third-party",
    algo = "sha256",
    encoding = "base64",
    header = "Heroku-Webhook-Hmac-SHA256",
    id = "/webhook_metadata/delivery/id",
    event_type = "{json:/webhook_metadata/event/include}:{json:/action}",
)]
pub struct Heroku;

#[doc(hidden)]
pub use Heroku as __Provider;
