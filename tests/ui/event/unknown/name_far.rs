use serde::Deserialize;
use webhook_kit::{Provider, RawEvent, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type", events = Event)]
struct Acme;

#[derive(Deserialize)]
struct Payout {}

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Event {
    #[event("payout.successful")]
    Paid(Payout),
    #[event("payout.failed")]
    Failed(Payout),
    #[event("payout.pending")]
    Pending(Payout),
    #[event(other)]
    Other(RawEvent),
}

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Money {
    #[event("refund")]
    Refunded(Payout),
    #[event(other)]
    Other(RawEvent),
}

fn main() {}
