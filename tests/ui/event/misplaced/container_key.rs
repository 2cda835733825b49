use serde::Deserialize;
use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(Deserialize)]
struct Payout {}

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Money {
    #[event(ignore_others)]
    Paid(Payout),
}

fn main() {}
