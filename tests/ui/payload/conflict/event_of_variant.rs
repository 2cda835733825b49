use webhook_kit::{WebhookEvent, payload};

#[payload("stripe", "invoice.paid")]
struct Paid {
    amount_paid: i64,
}

#[derive(WebhookEvent)]
#[event(provider = "stripe", ignore_others)]
enum Money {
    #[event("invoice.paid")]
    Paid(Paid),
    #[event("invoice.voided")]
    Voided(Paid),
}

fn main() {}
