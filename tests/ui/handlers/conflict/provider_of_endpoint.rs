use webhook_kit::{Endpoint, Provider, RawEvent, Secret, WebhookEvent, webhook};

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

#[webhook(algo = "sha256", header = "x-signature")]
async fn on_any(_event: RawEvent) {}

fn main() {
    let _ = Endpoint::new((on_paid {}, on_any {}), Secret::new("whsec"));
}
