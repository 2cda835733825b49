use webhook_kit::{Provider, RawEvent, webhook};

#[derive(Provider)]
#[provider(name = "acme", algo = "sha256", header = "x-signature")]
struct Acme;

#[webhook(provider = Acme, event = "order.paid")]
async fn on_paid(order: RawEvent) {
    let _ = order;
}

fn main() {}
