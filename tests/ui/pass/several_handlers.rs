//! Several handlers on one endpoint.
#![deny(warnings, clippy::all, clippy::pedantic)]

use webhook_kit::{
    Endpoint, IgnoreOthers, Provider, RawEvent, Secret, WebhookEvent, check_handlers,
    ignore_others, webhook,
};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", payload = "/data", events = AcmeEvent)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum AcmeEvent {
    #[event("paid")]
    Paid,
    #[event("failed")]
    Failed,
    #[event("ping")]
    Ping,
}

#[webhook(provider = Acme, event = "paid")]
async fn on_paid(_amount: u64) {}

#[webhook(provider = Acme, event = "failed")]
async fn on_failed(_amount: u64) {}

#[webhook(provider = Acme)]
async fn on_any(_event: RawEvent) {}

const _: () = check_handlers::<(on_paid, on_failed, on_any)>();
const _: () = check_handlers::<(on_paid, IgnoreOthers<Acme>)>();

fn main() {
    let secret = Secret::new("whsec");
    let _ = Endpoint::new((on_paid {}, on_failed {}, on_any {}), secret.clone());
    let _ = Endpoint::new((on_paid {}, ignore_others()), secret);
}
