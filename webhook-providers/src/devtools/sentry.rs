//! [Sentry](https://docs.sentry.io/organization/integrations/integration-platform/webhooks/):
//! issues, errors, alerts and installations of the integration platform.
//!
//! **Signature.** Header `Sentry-Hook-Signature`: HMAC-SHA256 of the raw body, in hex, under the
//! secret as text. No time is compared: who records a delivery can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [getsentry/sentry](https://github.com/getsentry/sentry),
//! `src/sentry/sentry_apps/models/sentry_app.py` as of 02119258. No signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The samples of the documentation hash `JSON.stringify(body)`: the raw body is tried first,
//!   then its ECMAScript form.
//! - `Sentry-Hook-Timestamp`, `Request-ID` and `Sentry-Hook-Resource` are not signed: the first
//!   two are left alone, the third names the event because nothing else does.
//!
//! **Events.** 9 names. `SentryAppResourceType` of
//! [getsentry/sentry](https://github.com/getsentry/sentry),
//! `src/sentry/sentry_apps/utils/webhooks.py`, in the version of 2026 that has `activity_alert`.
//! What is newer is taken by `unlisted`.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "sentry",
    display_name = "Sentry",
    docs = "https://docs.sentry.io/organization/integrations/integration-platform/webhooks/",
    evidence = "sdk",
    algo = "sha256",
    header = "Sentry-Hook-Signature",
    body = "json",
    event_type = "header:Sentry-Hook-Resource",
    events = [
        "activity_alert", "comment", "error", "event_alert", "installation", "issue",
        "metric_alert", "preprod_artifact", "seer",
    ],
)]
pub struct Sentry;

#[doc(hidden)]
pub use Sentry as __Provider;
