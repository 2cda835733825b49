use serde::Deserialize;
use webhook_kit::{Provider, RawEvent, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

#[derive(Deserialize)]
struct Payout {}

#[derive(WebhookEvent)]
#[event(provider = Acme, ignore_others)]
enum Money {
    #[event("payout.successful")]
    Paid(Payout),
    #[event(other)]
    Other(RawEvent),
}

fn main() {}
