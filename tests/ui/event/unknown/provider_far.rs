use serde::Deserialize;
use webhook_kit::WebhookEvent;

#[derive(Deserialize)]
struct Payout {}

#[derive(WebhookEvent)]
#[event(provider = "acme-payments")]
enum Money {
    #[event("payout.successful")]
    Paid(Payout),
}

fn main() {}
