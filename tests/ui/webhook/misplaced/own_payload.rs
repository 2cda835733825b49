use serde::Deserialize;
use webhook_kit::{Provider, RawEvent, WebhookEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", payload = "/data", events = AcmeEvent)]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum AcmeEvent {
    #[event("payout.successful")]
    Paid(Payout),
    #[event("ping")]
    Ping,
    #[event(other)]
    Other(RawEvent),
}

#[derive(Deserialize)]
struct Payout {}

#[derive(Deserialize)]
struct Failure {}

#[webhook(provider = Acme, own_payload)]
async fn on_acme(_event: AcmeEvent) {}

fn main() {}
