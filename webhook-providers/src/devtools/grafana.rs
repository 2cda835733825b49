//! [Grafana](https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/):
//! alerts of Grafana's webhook contact points.
//!
//! **Signature.** Headers `X-Grafana-Alerting-Signature` or `X-Grafana-Alert-Signature`: HMAC-SHA256
//! of the raw body, in hex, under the secret as text. No time is compared: who records a delivery
//! can send it again later.
//!
//! **Evidence.** The provider's own code:
//! [grafana/alerting](https://github.com/grafana/alerting), `http/hmac.go` as of fdde1a13. No
//! signature is published.
//!
//! **What the sources leave open, and the choice made.**
//! - The name of the header can be configured. Unless somebody does, it is the first of these by the
//!   documentation and the second by the code.
//! - A contact point that also names a timestamp header signs `timestamp:body` instead: declare
//!   a provider of your own with `message = "{timestamp}:{body}"` and that header.

/// The sender that this [module](self) is about.
#[derive(Debug, Clone, Copy, webhook_macros::Provider)]
#[provider(
    crate = webhook_core,
    name = "grafana",
    display_name = "Grafana",
    docs = "https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/",
    evidence = "sdk",
    algo = "sha256",
    header = ["X-Grafana-Alerting-Signature", "X-Grafana-Alert-Signature"],
    event_type = "/status",
)]
pub struct Grafana;

#[doc(hidden)]
pub use Grafana as __Provider;
