//! A provider's events by name alone.
#![deny(warnings, clippy::all, clippy::pedantic)]

use webhook_kit::{Delivery, Provider, webhook};

/// A provider.
#[derive(Debug, Provider)]
#[provider(
    display_name = "Acme Pay",
    evidence = "docs",
    algo = "sha256",
    header = "x-signature",
    event_type = "/type",
    events = ["payment.made", "payment.failed"],
)]
pub struct Acme;

struct Payments;

#[webhook(provider = Acme)]
impl Payments {
    #[on("payment.made", "payment.failed")]
    async fn any(&self, _delivery: Delivery) {}
}

fn main() {
    assert_eq!(Acme::EVENTS, ["payment.made", "payment.failed"]);
    assert_eq!(Acme::SCHEME.display_name(), "Acme Pay");
}
