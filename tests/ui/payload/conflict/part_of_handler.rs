use webhook_kit::{payload, webhook};

#[payload("stripe", "invoice.paid", at = "/lines/data/*")]
struct Line {
    id: String,
}

#[webhook(provider = "stripe", event = "invoice.paid")]
async fn on_paid(paid: Line) {
    let _ = paid;
}

fn main() {}
