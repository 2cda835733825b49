use webhook_kit::{RawEvent, WebhookEvent};

#[derive(WebhookEvent)]
#[event(provider = "fincra", ignore_others)]
enum Money {
    #[event("payout.sucessful", unlisted)]
    Paid(RawEvent),
}

fn main() {}
