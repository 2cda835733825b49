use webhook_kit::{payload, webhook};

#[payload("stripe", "invoice.paid")]
struct Paid {
    amount_paid: i64,
}

#[webhook(provider = "github", event = "push")]
async fn on_paid(paid: Paid) {
    let _ = paid;
}

fn main() {}
