use webhook_kit::{Provider, WebhookEvent, webhook};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Other;

#[derive(WebhookEvent)]
#[event(provider = Other)]
enum Event {
    #[event("ping")]
    Ping,
}

#[webhook(provider = Acme)]
async fn on_acme(_event: Event) {}

fn main() {}
