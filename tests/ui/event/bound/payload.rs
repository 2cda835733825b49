use webhook_kit::{Provider, WebhookEvent};

#[derive(Provider)]
#[provider(algo = "sha256", header = "x-signature", event_type = "/type")]
struct Acme;

struct Nothing;

#[derive(WebhookEvent)]
#[event(provider = Acme)]
enum Money {
    #[event("payout.successful")]
    Paid(Nothing),
}

fn main() {}
