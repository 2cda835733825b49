use serde::Deserialize;
use webhook_kit::{Provider, RawEvent, WebhookEvent};

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

#[derive(WebhookEvent)]
#[event(provider = Acme, ignore_others)]
enum Money {
    #[event("payout.successful", own)]
    Paid(Failure),
}

fn main() {}
