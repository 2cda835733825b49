use serde::Deserialize;
use webhook_kit::WebhookEvent;

#[derive(Deserialize)]
struct Payout {}

#[derive(WebhookEvent)]
#[event(provider = "fincr", ignore_others)]
enum Money {
    #[event("a")]
    A(Payout),
    #[event("a")]
    B { payout: Payout },
    C,
    #[event(others)]
    D,
}

fn main() {}
