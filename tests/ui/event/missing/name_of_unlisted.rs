use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = ["paid", "failed"])]
struct Acme;

#[derive(WebhookEvent)]
#[event(provider = Acme, ignore_others)]
enum Money {
    #[event(unlisted)]
    Newer,
}

fn main() {}
