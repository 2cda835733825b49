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

struct Payments;

#[webhook(provider = Acme, ignore_others, own_payload)]
impl Payments {
    #[on("payout.successful", own_payload)]
    async fn paid(&self, _failure: Failure) {}
}

fn main() {}
