use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Money {
    #[event(other)]
    Other(String),
}

fn main() {}
