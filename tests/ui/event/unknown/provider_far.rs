use serde::Deserialize;
use webhook_kit::WebhookEvent;

#[derive(Deserialize)]
struct Payout {}

#[derive(WebhookEvent)]
#[event(provider = "stripe")]
enum Money {
    #[event("payout.successful")]
    Paid(Payout),
}

fn main() {}
