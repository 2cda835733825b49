use webhook_kit::{Provider, WebhookEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = Event)]
struct Acme;

#[derive(serde::Deserialize)]
struct Payout {}

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Event {
    #[event("payout.successful")]
    Paid(Payout),
}

#[webhook(provider = Acme, event = "payout.sucessful")]
async fn on_acme(_payout: Payout) {}

fn main() {}
